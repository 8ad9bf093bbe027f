"""A crowd with flags on a square before a long classical building."""

from __future__ import annotations

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.houses import Front, block
from studio.light import Sun
from studio.noise import at, fractal
from studio.people import STREET, Clothes, stand
from studio.plants import leafy_tree
from studio.shot import Shot
from studio.sky import Sky
from studio.solids import ball, box, lettering, panel, split, step, tube
from studio.spots import Spots
from studio.world import Surface, World

BANDS = (
    ((0.02, 0.16, 0.17), (0.50, 0.47, 0.40)),
    ((0.50, 0.47, 0.40), (0.02, 0.16, 0.17)),
    ((0.33, 0.03, 0.05), (0.50, 0.47, 0.40)),
    ((0.45, 0.24, 0.03), (0.30, 0.03, 0.06)),
    ((0.05, 0.08, 0.22), (0.48, 0.46, 0.42)),
)


def shot() -> Shot:
    """Seen from a first-floor window, so that heads and flags fill the square up to the columns."""
    world = World(404)
    world.add(panel((-120, 0, 0.5), (240, 0, 0), (0, 0, 240)), (0.24, 0.23, 0.215), rough=0.35, layer=0)
    _palace(world)
    _people(world)
    for x in (-31, -24, 25, 32):
        leafy_tree(world, (x, 0, 52 + abs(x) % 5), 10, (0.09, 0.14, 0.035), 3600, 0.2)
    return Shot(
        world,
        Camera((-1.0, 5.2, 0.0), 0.02, 0.92, 0.43),
        Sky((0.16, 0.30, 0.58), (0.66, 0.72, 0.80), cover=0.05, soft=1.2, size=1.0, seed=81),
        Sun((-0.62, 0.55, -0.40), (2.7, 2.35, 1.85), (0, 0, 38), 46.0, 1.6),
        Film(exposure=0.86, contrast=1.12, warmth=0.02),
        weather=_setts,
        haze=((0.66, 0.69, 0.74), 0.0028),
        ambient=0.75,
    )


def _palace(world: World) -> None:
    stone = np.array([0.46, 0.40, 0.30])
    front = Front(
        (-45.6, 0, 70), 0.0, 24, 3, 3.8, 4.6, (1.4, 2.5), 1.2, 0.4, stone, (0.5, 0.48, 0.44), (0.52, 0.48, 0.4)
    )
    block(world, front, 14)
    for number in range(8):
        x = -10.5 + 3.0 * number
        world.add(tube((x, 0.9, 65.5), (x, 11.6, 65.5), 0.62, 0.5, 12), (0.52, 0.47, 0.38))
        world.add(
            np.concatenate([box((x, 0.4, 65.5), (1.6, 0.6, 1.6)), box((x, 11.5, 65.5), (1.5, 0.5, 1.5))]),
            (0.50, 0.46, 0.37),
        )
    world.add(box((0, 12.0, 66.5), (25, 1.7, 5)), (0.50, 0.45, 0.36))
    world.add(np.array([[[-12.8, 13.7, 64], [12.8, 13.7, 64], [0, 18.2, 64], [0, 18.2, 64]]]), (0.47, 0.42, 0.33))
    for side in (-1, 1):
        world.add(
            np.array([[[0, 18.3, 63.8], [side * 13.2, 13.6, 63.8], [side * 13.2, 13.6, 72], [0, 18.3, 72]]]),
            (0.20, 0.25, 0.22),
        )
    for stair in range(5):
        world.add(box((0, 0.18 * stair, 63.5 + 0.2 * stair), (30 - stair, 0.18, 7.2 - 0.7 * stair)), (0.42, 0.40, 0.36))
    world.add(tube((0, 15.0, 76), (0, 20.0, 76), 5.5, 5.2, 20), stone)
    world.add(ball((0, 20.0, 76), (5.6, 6.2, 5.6), 10, 20, 0.5), (0.16, 0.26, 0.22), Surface.GLOSS)
    world.add(tube((0, 26, 76), (0, 31, 76), 0.12, 0.05), (0.4, 0.36, 0.2))


def _people(world: World) -> None:
    rng = world.rng
    rows = [
        (x + rng.normal(0, 0.16), z + rng.normal(0, 0.15))
        for z in _depths()
        for x in np.arange(-0.56 * z - 1, 0.56 * z + 1, 0.66 + 0.004 * z)
    ]
    for x, z in rows:
        if rng.random() < 0.78 - 0.25 * (abs(x) > 22):
            coat, trousers = (np.asarray(STREET[rng.integers(len(STREET))]) * rng.uniform(0.7, 1.5) for _ in range(2))
            stand(
                world,
                (x, 0, z),
                rng.normal(0, 0.5),
                Clothes(coat, trousers * 0.5),
                "raise" if rng.random() < 0.10 else "stand",
                rng.normal(1.71, 0.08),
            )
            if rng.random() < 0.085:
                _flag(world, x + 0.15, z + 0.25)
    for x, z, words in ((-6.5, 21.0, "FAIR PAY NOW"), (5.0, 27.0, "SAVE THE RIVER"), (-2.0, 36.0, "OUR CITY")):
        _banner(world, x, z, words)


def _depths() -> list[float]:
    depths, z = [], 8.5
    while z < 60:
        depths.append(z)
        z += 0.8 + 0.022 * z
    return depths


def _flag(world: World, x: float, z: float) -> None:
    rng, colours = world.rng, BANDS[world.rng.integers(len(BANDS))]
    tall, wide, deep = rng.uniform(2.9, 4.2), rng.uniform(1.1, 1.7), rng.uniform(0.8, 1.1)
    lean = rng.normal(0, 0.12)
    top = np.array([x + lean * tall, tall, z])
    world.add(tube((x, 1.2, z), top, 0.018, sides=4), (0.32, 0.26, 0.18))
    share = np.linspace(0, 1, 9)
    wave = 0.13 * wide * np.sin(share * rng.uniform(6, 9) + rng.uniform(0, 6)) * share**0.5
    drop = 0.16 * share**1.5 + 0.05 * np.sin(share * 7 + rng.uniform(0, 6))
    for band in range(2):
        upper = np.stack([top[0] + wide * share, top[1] - drop - band * deep / 2, z + wave], axis=1)
        lower = upper - step(0, deep / 2, 0)
        world.add(
            np.stack([upper[:-1], upper[1:], lower[1:], lower[:-1]], axis=1), colours[band], Surface.LEAF, rough=0.1
        )


def _banner(world: World, x: float, z: float, words: str) -> None:
    for end in (0, 5.0):
        world.add(tube((x + end, 1.0, z), (x + end, 3.4, z), 0.03, sides=4), (0.35, 0.3, 0.22))
    world.add(split(panel((x, 2.35, z - 0.02), (5.0, 0, 0), (0, 0.95, 0)), 0.3), (0.55, 0.54, 0.50), rough=0.1)
    world.add(lettering(words, (x + 0.4, 2.58, z - 0.12), (1, 0, 0), 0.52), (0.32, 0.03, 0.03), nearer=1.0)


def _setts(spots: Spots) -> None:
    """Stone setts in light and dark courses, and rain streaks on the building."""
    x, y, z = spots.points.T
    floor = (y < 0.02) & (spots.normal[:, 1] > 0.9)
    course = np.where((np.mod(x, 6) < 0.5) | (np.mod(z, 6) < 0.5), 1.35, 1.0)
    spots.colour[floor] *= course[floor, None]
    wall = (z > 60) & (np.abs(spots.normal[:, 1]) < 0.5)
    streaks = np.clip(
        at(fractal(82, 1.3), x * 22, y * 2.2) * 0.12 + at(fractal(83, 1.6), x * 6, y * 6) * 0.12, -0.4, 0.3
    )
    spots.colour[wall] *= (1 + streaks)[wall, None]
