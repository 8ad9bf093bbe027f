"""A fishing harbour in the late afternoon: boats at the quay, painted houses, cranes behind."""

from __future__ import annotations

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.houses import Front, block
from studio.light import Sun
from studio.people import passer_by
from studio.shot import Shot
from studio.sky import Sky
from studio.solids import Point, box, moved, panel, step, taper, tube
from studio.vehicles import boat, car
from studio.world import Surface, World

HOUSES = (
    (0.42, 0.15, 0.10), (0.50, 0.40, 0.22), (0.16, 0.24, 0.30), (0.55, 0.52, 0.46), (0.36, 0.12, 0.09),
    (0.45, 0.33, 0.14), (0.50, 0.46, 0.42), (0.13, 0.22, 0.17), (0.46, 0.22, 0.14), (0.40, 0.38, 0.36),
)  # fmt: skip


def shot() -> Shot:
    """Boats, quay, houses, cranes, and all of it once more in the water."""
    world = World(311)
    world.add(panel((-400, 0, 3), (800, 0, 0), (0, 0, 56)), (0.03, 0.05, 0.06), Surface.WATER, layer=0)
    world.add(panel((-400, 1.3, 58), (800, 0, 0), (0, 0, 300)), (0.26, 0.24, 0.22), layer=0)
    world.add(panel((-400, -0.5, 58), (800, 0, 0), (0, 1.8, 0)), (0.16, 0.145, 0.13), rough=0.5, layer=0)
    _terrace(world)
    for x in (-52, -78, 44, 66):
        harbour_crane(world, (x, 1.3, 108), 34 + (x % 7), -0.5 if x < 0 else 0.6)
    _fleet(world)
    _quay(world)
    return Shot(
        world,
        Camera((0.0, 4.2, 0.0), 0.02, 0.95, 0.47),
        Sky(
            (0.13, 0.27, 0.55),
            (0.78, 0.70, 0.62),
            (1.25, 1.05, 0.86),
            (0.40, 0.40, 0.46),
            cover=0.35,
            soft=1.1,
            size=1.1,
            seed=44,
        ),
        Sun((-0.75, 0.42, -0.45), (2.9, 2.3, 1.55), (0, 0, 48), 62.0, 1.6),
        Film(exposure=0.88, warmth=0.03, contrast=1.18),
        haze=((0.72, 0.68, 0.66), 0.0009),
        water=0.0,
        ambient=0.62,
        ripple=0.7,
    )


def _terrace(world: World) -> None:
    rng, left = world.rng, -74.0
    while left < 74:
        bays, storeys = int(rng.integers(3, 6)), int(rng.integers(3, 5))
        wall = np.asarray(HOUSES[int(rng.integers(len(HOUSES)))]) * rng.uniform(0.85, 1.1)
        pane = (rng.uniform(0.8, 1.15), rng.uniform(1.3, 1.85))
        front = Front(
            (left, 1.3, 72.0), 0.0, bays, storeys, 2.3, 2.9, pane, 0.7, 0.18, wall, (0.62, 0.6, 0.56), (0.5, 0.48, 0.44)
        )
        block(world, front, 9, sides=1)
        tile = np.array([[0.26, 0.10, 0.06], [0.20, 0.085, 0.06], [0.11, 0.11, 0.115]])[rng.integers(3)]
        gable(world, (left, 1.3 + storeys * 2.9 + 0.5, 72.0), bays * 2.3, 9, rng.uniform(2.4, 3.8), tile)
        left += bays * 2.3


def gable(
    world: World, corner: Point, width: float, depth: float, rise: float, tile: Point = (0.28, 0.10, 0.06)
) -> None:
    """A tiled roof whose ridge runs along the street, with a chimney."""
    x, y, z = corner
    for course in np.linspace(0, 0.94, 16):
        low, high = course * depth / 2, (course + 0.0625) * depth / 2
        edge = panel(
            (x - 0.15, y + course * rise, z - 0.3 + low), (width + 0.3, 0, 0), (0, rise * 0.0625 + 0.03, high - low)
        )
        world.add(edge, np.asarray(tile) * world.rng.uniform(0.85, 1.15), rough=0.45)
    world.add(panel((x, y + rise, z + depth / 2), (width, 0, 0), (0, -rise, depth / 2)), tile)
    world.add(
        box((x + width * 0.8, y + rise * 0.5, z + depth * 0.4), (0.9, rise * 0.5 + 1.3, 0.7)),
        (0.27, 0.14, 0.10),
        rough=0.4,
    )


def harbour_crane(world: World, base: Point, tall: float, slew: float) -> None:
    """A lattice crane on a portal, its jib raised."""
    paint, iron = np.array([0.16, 0.26, 0.36]), []
    for x in (-3, 3):
        for z in (-3, 3):
            iron.append(tube((x, 0, z), (x * 0.6, tall * 0.42, z * 0.6), 0.3, sides=4))
    iron.append(box((0, tall * 0.42, 0), (5.5, 0.6, 5.5)))
    iron.append(taper((-1, tall * 0.44, 0), (6, 4.2, 4), 0.9))
    foot, tip = np.array([1.5, tall * 0.5, 0]), np.array([tall * 0.62, tall * 1.05, 0])
    for z in (-0.7, 0.7):
        for lift in (0.0, 1.5):
            iron.append(tube(foot + step(0, lift, z), tip, 0.14, 0.1, 4))
    for share in np.arange(0, 0.95, 0.06):
        here, there = foot + (tip - foot) * share, foot + (tip - foot) * (share + 0.06)
        gap = 1.5 * (1 - share)
        iron.append(tube(here + step(0, gap, -0.7), there + step(0, 0, -0.7), 0.07, sides=3))
        iron.append(tube(here + step(0, gap, 0.7), there + step(0, 0, 0.7), 0.07, sides=3))
    iron.append(tube((-2, tall * 0.78, 0), tip, 0.05, sides=3))
    iron.append(tube((-2, tall * 0.52, 0), (-2, tall * 0.78, 0), 0.2, sides=4))
    iron.append(tube(tip, tip - step(0, tall * 0.5, 0), 0.045, sides=3))
    world.add(moved(np.concatenate(iron), base, slew), paint, Surface.GLOSS, rough=0.2)


def _fleet(world: World) -> None:
    rng = world.rng
    hulls = (
        (0.06, 0.14, 0.30),
        (0.34, 0.04, 0.03),
        (0.55, 0.54, 0.50),
        (0.04, 0.16, 0.10),
        (0.05, 0.05, 0.06),
        (0.45, 0.30, 0.05),
    )
    berths = [
        (-15.5, 24, 1.9, 9.5, False),
        (8.5, 21, 0.45, 8.5, False),
        (17.5, 33, 1.2, 10.5, True),
        (-5, 37, -1.1, 10.0, False),
    ]
    berths += [
        (
            -40 + 6.6 * number,
            50.5 + rng.uniform(-1.5, 1.5),
            1.57 + rng.normal(0, 0.16),
            rng.uniform(7, 11),
            number % 3 == 1,
        )
        for number in range(13)
    ]
    for number, (x, z, yaw, length, mast) in enumerate(berths):
        boat(world, (x, 0.1, z), yaw, hulls[number % 6], length, mast)
    for x, z in ((-3.2, 16.5), (4.6, 27.0), (-22.0, 33.0), (12.5, 44.0)):
        world.add(
            moved(np.concatenate([tube((0, -0.2, 0), (0, 0.5, 0), 0.35, 0.3, 8)]), (x, 0, z)),
            (0.5, 0.12, 0.03),
            Surface.GLOSS,
        )


def _quay(world: World) -> None:
    rng = world.rng
    for x in np.arange(-48, 50, 1.9):
        if rng.random() < 0.55:
            passer_by(world, (x, 1.3, rng.uniform(59, 68)), rng.choice([1.57, -1.57]) + rng.normal(0, 0.3))
        if rng.random() < 0.4:
            stack = [
                box((x + rng.normal(0, 0.2), 1.3 + 0.42 * level, 59.5), (1.1, 0.4, 0.8), rng.normal(0, 0.1))
                for level in range(rng.integers(1, 4))
            ]
            world.add(
                np.concatenate(stack), rng.choice([[0.06, 0.16, 0.3], [0.42, 0.2, 0.04], [0.3, 0.26, 0.2]]), rough=0.3
            )
    for x in np.arange(-50, 52, 12.5):
        world.add(
            np.concatenate([tube((x, 1.3, 62), (x, 7.6, 62), 0.09, 0.06), box((x, 7.6, 61.5), (0.3, 0.15, 1.2))]),
            (0.06, 0.07, 0.07),
        )
        world.add(tube((x + 5, -0.5, 57.8), (x + 5, 2.0, 57.8), 0.2, sides=8), (0.10, 0.075, 0.055), rough=0.4)
    for x in (-33, -9, 14, 37):
        car(
            world,
            (x, 1.3, 69.5),
            rng.normal(0, 0.04),
            rng.choice([[0.4, 0.4, 0.42], [0.05, 0.08, 0.2], [0.25, 0.03, 0.03]]),
        )
