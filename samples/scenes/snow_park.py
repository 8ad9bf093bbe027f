"""A park after snowfall: bare trees with white branches, a path, lamps, benches, long blue shadows."""

from __future__ import annotations

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.houses import Front, block
from studio.land import Land
from studio.light import Sun
from studio.noise import Grid, at, fractal, smooth
from studio.people import passer_by
from studio.plants import bare_tree, conifer
from studio.shot import Shot
from studio.sky import Sky
from studio.solids import ball, box, moved, tube
from studio.spots import Spots
from studio.world import Surface, World


def _path(z: Grid) -> Grid:
    return np.asarray(1.2 + 5.5 * np.sin(z / 17.0) * smooth(2, 30, z), np.float32)


def heights(x: Grid, z: Grid) -> Grid:
    """Drifts on both sides of a trodden path."""
    aside = np.abs(x - _path(z))
    drifts = 0.55 * at(fractal(151, 1.9), x * 3, z * 3) * smooth(1.5, 6, aside)
    bank = 0.35 * smooth(1.3, 2.3, aside) + 1.6 * smooth(9, 40, aside)
    steps = 0.03 * at(fractal(152, 1.7), x * 22, z * 22) * smooth(2.2, 1.2, aside)
    return np.asarray(drifts + bank + steps + 0.012 * at(fractal(153, 1.8), x * 14, z * 14), np.float32)


def shot() -> Shot:
    """Low sun from the right, towards the town."""
    world = World(1224)
    rng = world.rng
    for _ in range(46):
        z = rng.uniform(9, 85)
        x = float(_path(np.float32(z))) + rng.choice([-1, 1]) * rng.uniform(3.6, 4 + 0.42 * z)
        _plant(world, x, z)
    for z in np.arange(9, 70, 9.5):
        _lamp(world, float(_path(np.float32(z))) + 2.4, float(z))
        _bench(world, float(_path(np.float32(z + 4))) - 2.6, float(z) + 4)
    for z, aside, way in (
        (11.5, -0.3, 0),
        (16, 0.6, 3.1),
        (16.3, -0.1, 3.1),
        (25, 0.2, 0),
        (33, -0.5, 3.0),
        (42, 0.3, 0.2),
        (54, 0.0, 3.1),
        (56, 0.8, 0),
    ):
        x = float(_path(np.float32(z))) + aside
        passer_by(world, (x, float(heights(np.float32(x), np.float32(z))), z), way)
    for x in np.arange(-90, 90, 19.0):
        wall = rng.choice([[0.42, 0.33, 0.2], [0.40, 0.37, 0.32], [0.36, 0.2, 0.14]])
        block(world, Front((x, 0, 118), 0, 6, int(rng.integers(4, 7)), 3.0, 3.2, (1.3, 1.7), wall=wall), 10, sides=1)
    return Shot(
        world,
        Camera((0.6, 1.9, 0.0), 0.03, 0.95, 0.50),
        Sky(
            (0.17, 0.32, 0.62),
            (0.86, 0.74, 0.66),
            (1.1, 0.92, 0.80),
            (0.5, 0.5, 0.58),
            cover=0.45,
            soft=1.3,
            size=1.2,
            seed=154,
        ),
        Sun((0.80, 0.30, 0.12), (2.5, 1.85, 1.2), (0, 0, 34), 48.0, 1.3),
        Film(exposure=0.66, contrast=1.08, saturation=0.95),
        Land(heights, 1.5, 260.0, 520, 0.12),
        _snowed,
        haze=((0.72, 0.70, 0.74), 0.0042),
        ambient=0.95,
    )


def _plant(world: World, x: float, z: float) -> None:
    ground = float(heights(np.float32(x), np.float32(z))) - 0.1
    if world.rng.random() < 0.2:
        conifer(world, (x, ground, z), world.rng.uniform(4, 9), (0.018, 0.035, 0.022), 1500)
    else:
        bare_tree(world, (x, ground, z), world.rng.uniform(8, 14), (0.05, 0.04, 0.035), 7 if z < 30 else 6)


def _lamp(world: World, x: float, z: float) -> None:
    ground = float(heights(np.float32(x), np.float32(z)))
    parts = [
        tube((x, ground, z), (x, ground + 0.7, z), 0.12, 0.08),
        tube((x, ground + 0.7, z), (x, ground + 3.2, z), 0.05, 0.04),
    ]
    parts.append(tube((x, ground + 3.75, z), (x, ground + 4.0, z), 0.3, 0.04, 8))
    world.add(np.concatenate(parts), (0.02, 0.025, 0.025), Surface.GLOSS)
    world.add(tube((x, ground + 3.25, z), (x, ground + 3.75, z), 0.14, 0.24, 6), (0.95, 0.75, 0.45), Surface.GLOW)
    world.add(ball((x, ground + 3.98, z), (0.2, 0.12, 0.2), low=0.5), (0.85, 0.86, 0.88))


def _bench(world: World, x: float, z: float) -> None:
    ground = float(heights(np.float32(x), np.float32(z)))
    slats = [box((0, 0.42, -0.2 + 0.14 * slat), (1.7, 0.04, 0.1)) for slat in range(4)]
    slats += [box((0, 0.55 + 0.16 * slat, 0.27), (1.7, 0.1, 0.04)) for slat in range(3)]
    world.add(moved(np.concatenate(slats), (x, ground, z), np.pi / 2), (0.16, 0.09, 0.05), rough=0.3)
    legs = [box((side, 0, 0), (0.06, 0.42, 0.42)) for side in (-0.75, 0.75)]
    world.add(moved(np.concatenate(legs), (x, ground, z), np.pi / 2), (0.02, 0.02, 0.02))


def _snowed(spots: Spots) -> None:
    """Snow lies on everything that looks up; the path is trodden grey."""
    x, y, z = spots.points.T
    snow = np.array([0.84, 0.855, 0.88], np.float32)
    grain = 1 + 0.04 * at(fractal(155, 0.9), x * 40, z * 40)
    trodden = smooth(2.0, 1.0, np.abs(x - _path(z)) + 0.3 * at(fractal(156, 1.4), x * 12, z * 12))
    ground = snow * grain[:, None] * (1 - 0.42 * trodden * (1 + 0.3 * at(fractal(157, 1.0), x * 30, z * 30)))[:, None]
    spots.colour[spots.land] = ground[spots.land]
    spots.rough[spots.land] = 0.10
    cap = ~spots.land & (spots.normal[:, 1] > 0.35) & (spots.surface != Surface.GLOW) & (y > 2.1)
    share = smooth(0.35, 0.75, spots.normal[:, 1]) * np.where(spots.surface == Surface.LEAF, 0.75, 0.95)
    spots.colour[cap] += (share[:, None] * (snow - spots.colour))[cap]
