"""A container terminal: a ship under gantry cranes, stacked boxes, evening clouds, water before it all."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.light import Sun
from studio.noise import at, fractal
from studio.shot import Shot
from studio.sky import Sky
from studio.solids import Quads, box, lettering, moved, panel, taper, tube
from studio.spots import Spots
from studio.vehicles import container
from studio.world import Surface, World

PAINTS = np.array(
    [
        [0.38, 0.07, 0.04],
        [0.04, 0.13, 0.30],
        [0.42, 0.19, 0.03],
        [0.05, 0.20, 0.13],
        [0.36, 0.36, 0.35],
        [0.22, 0.05, 0.06],
        [0.06, 0.22, 0.28],
        [0.24, 0.17, 0.10],
    ]
)


def shot() -> Shot:
    """From across the basin."""
    world = World(2018)
    world.add(panel((-600, 0, -20), (1200, 0, 0), (0, 0, 223)), (0.03, 0.05, 0.05), Surface.WATER, layer=0)
    world.add(panel((-600, 3, 128), (1200, 0, 0), (0, 0, 500)), (0.22, 0.215, 0.20), layer=0)
    world.add(panel((-600, -1, 128), (1200, 0, 0), (0, 4, 0)), (0.18, 0.17, 0.16), rough=0.5, layer=0)
    _ship(world)
    for x in (-78, -22, 34, 92):
        _gantry(world, x)
    _yard(world)
    _tug(world, (-60, 0, 66), 0.25)
    return Shot(
        world,
        Camera((-14.0, 9.0, -22.0), 0.0, 1.04, 0.655),
        Sky(
            (0.14, 0.24, 0.48),
            (0.86, 0.70, 0.54),
            (1.15, 0.86, 0.66),
            (0.34, 0.33, 0.42),
            cover=0.05,
            soft=1.0,
            size=1.0,
            seed=163,
            glow=(0.5, 0.25, 0.08),
        ),
        Sun((-0.72, 0.34, -0.5), (2.8, 1.95, 1.15), (0, 0, 125), 120.0, 1.3),
        Film(exposure=0.85, contrast=1.12, warmth=0.01),
        weather=_salted,
        haze=((0.70, 0.62, 0.56), 0.0009),
        ambient=0.72,
        water=0.0,
        ripple=1.0,
        water_colour=(0.02, 0.035, 0.04),
    )


def _ship(world: World) -> None:
    """A hull with a flared bow, tiers of containers on deck, the bridge aft."""
    hull = np.array([0.045, 0.07, 0.13])
    stations = np.array([[-88, 8, 9.5], [-70, 11, 9.5], [40, 11, 9.5], [66, 8, 10.5], [82, 3, 12.0], [90, 0.2, 13.0]])
    for (x0, w0, h0), (x1, w1, h1) in pairwise(stations):
        for low, high, paint in ((-0.5, 2.2, np.array([0.25, 0.04, 0.03])), (2.2, 99.0, hull)):
            top = min(high, h0), min(high, h1)
            strake = [[x0, low, 114 - w0], [x1, low, 114 - w1], [x1, top[1], 114 - w1], [x0, top[0], 114 - w0]]
            world.add(np.array([strake]), paint, Surface.GLOSS, rough=0.22)
    world.add(panel((-88, -0.5, 106), (0, 0, 16), (0, 10, 0)), hull)
    world.add(lettering("NORDHAVN LINE", (-34, 4.3, 102.9), (1, 0, 0), 3.4), (0.5, 0.5, 0.48), nearer=4)
    for bay in range(9):
        for row in range(4):
            for tier in range(int(world.rng.integers(2, 6))):
                paint = PAINTS[world.rng.integers(len(PAINTS))] * world.rng.uniform(0.8, 1.15)
                container(world, (-52 + 12.8 * bay, 9.6 + 2.6 * tier, 105.5 + 5 * row), 0.0, paint)
    world.add(box((-74, 9.5, 112), (13, 19, 18)), (0.56, 0.55, 0.52), Surface.GLOSS)
    for level in range(6):
        world.add(box((-74, 12.2 + 2.7 * level, 112), (13.2, 1.0, 18.2)), (0.02, 0.025, 0.03), Surface.GLASS, nearer=4)
    world.add(box((-74, 28.5, 112), (9, 3.2, 24)), (0.56, 0.55, 0.52))
    world.add(taper((-82, 9.5, 112), (5, 23, 6), 0.85), (0.30, 0.05, 0.03), Surface.GLOSS)
    world.add(tube((-72, 31, 112), (-72, 41, 112), 0.3, 0.15), (0.5, 0.5, 0.5))


def _gantry(world: World, x: float) -> None:
    """A ship-to-shore crane: four legs, a boom out over the ship, stays, a cabin, a load on its ropes."""
    iron: list[Quads] = []
    for side in (-9, 9):
        for z in (131, 152):
            iron.append(box((side, 3, z), (1.5, 46, 1.5)))
            iron.append(box((side, 3, z), (3.0, 2.2, 2.2)))
        for height in (16, 40):
            iron.append(box((side, height, 141.5), (1.1, 1.5, 21)))
        iron += [
            tube((side, 18, 131), (side, 40, 152), 0.4, sides=4),
            tube((side, 40, 131), (side * 0.35, 68, 136), 0.5, sides=4),
        ]
    for z in (131, 152):
        iron.append(box((0, 46, z), (19, 1.8, 1.3)))
        iron.append(box((0, 14, z), (19, 1.5, 1.1)))
    for side in (-2.6, 2.6):
        iron.append(box((side, 47, 128), (0.9, 1.8, 84)))
        for z in (92, 108, 168):
            iron.append(tube((side, 48.5, z), (side, 68, 136), 0.22, sides=4))
    iron.append(box((0, 68, 136), (7.5, 1.2, 1.2)))
    world.add(moved(np.concatenate(iron), (x, 0, 0)), (0.10, 0.19, 0.36), Surface.GLOSS, rough=0.25)
    world.add(box((x, 43.5, 108), (3, 2.6, 4)), (0.5, 0.5, 0.48))
    world.add(box((x, 48.6, 148), (7, 4.5, 9)), (0.46, 0.46, 0.44))
    for aside in (-2, 2):
        world.add(tube((x + aside, 46.5, 112), (x + aside, 28, 112), 0.07, sides=3), (0.05, 0.05, 0.05))
    container(world, (x, 25.2, 112), 0.0, PAINTS[int(abs(x)) % 8])


def _yard(world: World) -> None:
    rng = world.rng
    for column, x in enumerate(np.arange(-118, 118, 13.2)):
        for row in range(3):
            for tier in range(int(rng.integers(1, 6))):
                container(
                    world, (x, 3 + 2.6 * tier, 168 + 6 * row), 0.0, PAINTS[rng.integers(8)] * rng.uniform(0.75, 1.15)
                )
        if column % 3 == 0:
            world.add(
                np.concatenate([tube((x, 3, 160), (x, 33, 160), 0.35, 0.2), box((x, 33, 160), (4, 0.6, 0.8))]),
                (0.3, 0.3, 0.3),
            )


def _tug(world: World, place: tuple[float, float, float], yaw: float) -> None:
    parts = (
        (taper((0, -0.5, 0), (19, 3.0, 7), 1.08), (0.04, 0.05, 0.06)),
        (box((0, 2.4, 0), (19.5, 0.5, 7.4)), (0.03, 0.03, 0.03)),
        (box((1.0, 2.9, 0), (8, 2.6, 4.6)), (0.50, 0.47, 0.40)),
        (taper((2.0, 5.5, 0), (4.4, 2.4, 4.0), 0.9), (0.55, 0.53, 0.48)),
        (tube((-2, 5.4, 1.2), (-2, 8.2, 1.2), 0.55, 0.5, 10), (0.38, 0.10, 0.03)),
        (tube((2, 7.8, 0), (2, 12.5, 0), 0.12, 0.06), (0.5, 0.5, 0.5)),
    )
    for quads, colour in parts:
        world.add(moved(quads, place, yaw), colour, Surface.GLOSS)
    world.add(moved(box((2.0, 6.4, 0), (4.3, 0.9, 4.1)), place, yaw), (0.02, 0.025, 0.03), Surface.GLASS, nearer=2)
    for tyre in np.arange(-8, 9, 2.2):
        world.add(moved(tube((tyre, 1.6, -3.75), (tyre, 1.6, -4.0), 0.7, 0.6, 10), place, yaw), (0.015, 0.015, 0.015))


def _salted(spots: Spots) -> None:
    """Rust streaks down hulls and boxes."""
    x, y, z = spots.points.T
    side = (np.abs(spots.normal[:, 1]) < 0.5) & (spots.surface != Surface.GLASS)
    streak = at(fractal(164, 1.0), (x + z) * 14, y * 0.9)
    rust = np.clip((streak - 1.7) / 1.2, 0, 0.5)
    spots.colour[side] += (rust[:, None] * (np.array([0.16, 0.085, 0.05], np.float32) - spots.colour))[side]
