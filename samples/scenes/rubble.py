"""A hill of rubble and the yard before it: slabs, blocks, iron, boards, the things of households."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from studio.noise import Grid, at, fractal
from studio.solids import box, chunks, moved, step, tube
from studio.world import World


def heights(x: Grid, z: Grid) -> Grid:
    """A trodden yard, and the hill that was the middle of the house."""
    hill = 6.6 * np.exp(-(((x - 1.5) / 9.0) ** 2) - ((z - 46) / 8.5) ** 2)
    skirt = 1.5 * np.exp(-(((x - 1) / 17) ** 2) - ((z - 33) / 9) ** 2)
    wild = 0.10 + 0.16 * hill + 0.25 * skirt
    bumps = at(fractal(21, 1.5), x * 9, z * 9) + 0.3 * at(fractal(22, 1.3), x * 24, z * 24)
    return np.asarray(hill + skirt + 0.42 * wild * bumps, np.float32)


def level(x: float, z: float) -> float:
    return float(heights(np.float32(x), np.float32(z)))


def rubble(world: World) -> None:
    rng = world.rng
    for count, spread, low, high in ((3600, 8.0, 0.10, 0.42), (2600, 12.0, 0.05, 0.22), (330, 6.5, 0.45, 1.15)):
        places = _places(world, count, spread)
        sizes = rng.uniform(low, high, (len(places), 1)) * rng.uniform(0.45, 1.3, (len(places), 3))
        kinds = np.array(
            [[0.30, 0.285, 0.26], [0.23, 0.22, 0.20], [0.36, 0.345, 0.31], [0.25, 0.14, 0.10], [0.13, 0.125, 0.12]]
        )
        colours = np.repeat(kinds[rng.choice(5, len(places), p=[0.36, 0.28, 0.16, 0.09, 0.11])], 6, axis=0)
        world.add(chunks(places, sizes, rng), colours, vary=0.12, rough=0.28)
    slabs = _places(world, 80, 6.8) + step(0, 0.3, 0)
    sizes = np.stack(
        [rng.uniform(1.2, 3.6, len(slabs)), np.full(len(slabs), 0.2), rng.uniform(0.8, 1.8, len(slabs))], axis=1
    )
    world.add(
        _tilted(slabs, sizes, rng),
        np.repeat(rng.uniform(0.2, 0.36, (len(slabs), 1)) * [[1, 0.97, 0.92]], 6, axis=0),
        rough=0.25,
    )
    _splinters(world)
    _yard(world)


def _places(world: World, count: int, spread: float) -> np.ndarray:
    """Random places on the rubble, thickest on the hill and its foot."""
    x, z = world.rng.normal(1.2, spread, count), 46 - np.abs(world.rng.normal(0, spread * 1.15, count))
    kept = (z > 8) & (z < 48)
    x, z = x[kept], z[kept]
    return np.stack([x, heights(x.astype(np.float32), z.astype(np.float32)), z], axis=1)


def _tilted(centres: np.ndarray, sizes: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Slabs that lie more or less flat on the slope."""
    quads = []
    for centre, size in zip(centres, sizes, strict=True):
        flat = box((0, -size[1] / 2, 0), size)
        lean, roll = rng.normal(0, 0.42, 2)
        tip = np.array([[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]])
        nod = np.array([[1, 0, 0], [0, np.cos(lean), -np.sin(lean)], [0, np.sin(lean), np.cos(lean)]])
        quads.append(moved(flat @ tip.T @ nod.T, centre, rng.uniform(0, 3.1)))
    return np.concatenate(quads)


def _splinters(world: World) -> None:
    """Iron, boards, cloth and the coloured things of households."""
    rng = world.rng
    for place in _places(world, 210, 8.0):
        way = rng.normal(size=3) * [1, 0.55, 1] + step(0, 0.5, 0)
        middle = place + way * rng.uniform(0.3, 0.7)
        end = middle + (way + rng.normal(0, 0.5, 3)) * rng.uniform(0.2, 0.6)
        world.add(
            np.concatenate([tube(place, middle, 0.02, sides=3), tube(middle, end, 0.02, 0.014, 3)]), (0.11, 0.07, 0.05)
        )
    boards = _places(world, 130, 8.5)
    sizes = np.stack(
        [rng.uniform(0.8, 2.4, len(boards)), np.full(len(boards), 0.05), rng.uniform(0.1, 0.25, len(boards))], axis=1
    )
    world.add(_tilted(boards + step(0, 0.12, 0), sizes, rng), (0.33, 0.23, 0.14), vary=0.2, rough=0.3)
    things = _places(world, 90, 8.0)
    bright = np.array(
        [[0.25, 0.05, 0.045], [0.06, 0.11, 0.22], [0.36, 0.31, 0.26], [0.09, 0.15, 0.11], [0.34, 0.29, 0.15]]
    )
    colours = np.repeat(bright[rng.integers(5, size=len(things))], 6, axis=0)
    world.add(
        chunks(things + step(0, 0.1, 0), rng.uniform(0.15, 0.6, (len(things), 3)) * [1.4, 0.3, 1], rng, 0.3),
        colours,
        vary=0.2,
    )


def _yard(world: World) -> None:
    """Splinters of concrete and brick over the whole yard, and hoses laid from the engine to the hill."""
    rng = world.rng
    x, z = rng.uniform(-15, 15, 2600), 5.0 + 26 * rng.beta(1.3, 1.6, 2600)
    places = np.stack([x, heights(x.astype(np.float32), z.astype(np.float32)), z], axis=1)
    kinds = np.array([[0.26, 0.25, 0.23], [0.18, 0.17, 0.155], [0.21, 0.115, 0.085], [0.10, 0.095, 0.09]])
    colours = np.repeat(kinds[rng.choice(4, len(places), p=[0.4, 0.3, 0.2, 0.1])], 6, axis=0)
    world.add(chunks(places, rng.uniform(0.02, 0.13, (len(places), 3)), rng), colours, vary=0.2)
    for start, end, sway in (((-9.2, 26.5), (0.5, 32.0), 1.6), ((-9.0, 26.0), (5.0, 27.5), -2.2)):
        share = np.linspace(0, 1, 40)
        across = start[0] + (end[0] - start[0]) * share
        along = start[1] + (end[1] - start[1]) * share + sway * np.sin(share * 6.0) * (1 - share)
        line = np.stack([across, heights(across.astype(np.float32), along.astype(np.float32)) + 0.07, along], axis=1)
        hose = [tube(one, two, 0.055, sides=4) for one, two in pairwise(line)]
        world.add(np.concatenate(hose), (0.34, 0.29, 0.20), rough=0.2, nearer=0.3)
