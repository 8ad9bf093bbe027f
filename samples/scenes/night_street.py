"""A city street at night after rain: lit windows, shop signs, cars, and all of it on the wet road."""

from __future__ import annotations

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.houses import Front, block
from studio.light import Sun
from studio.noise import at, fractal
from studio.people import passer_by
from studio.shot import Shot
from studio.sky import Sky
from studio.solids import ball, box, lettering, panel, tube
from studio.spots import Lamp, Spots
from studio.vehicles import car
from studio.world import Surface, World

SIGNS = ((3.0, 0.25, 0.15), (0.3, 1.2, 2.6), (2.6, 1.9, 0.6), (0.4, 2.2, 0.9), (2.4, 0.5, 1.8), (2.6, 2.4, 2.0))

SHOPS = ("HOTEL", "BAR", "BOOKS", "CINEMA", "PHARMACY", "RADIO", "CAFE", "OPEN", "TAXI")


def shot() -> Shot:
    """Lamps recede down both pavements; the road between them mirrors what shines."""
    world = World(923)
    world.add(panel((-7, 0, 1), (14, 0, 0), (0, 0, 240)), (0.03, 0.03, 0.033), Surface.WATER, layer=0)
    for side in (-1, 1):
        world.add(panel((side * 7, 0.14, 1), (side * 5, 0, 0), (0, 0, 240)), (0.10, 0.095, 0.09), rough=0.4, layer=0)
        world.add(panel((side * 7, 0, 1), (0, 0.14, 0), (0, 0, 240)), (0.16, 0.155, 0.15), layer=0)
        _row(world, side)
    lamps = tuple(_lamp(world, side, z) for z in (12, 27, 44, 66, 92) for side in (-1, 1))
    _traffic(world)
    for _ in range(46):
        side = world.rng.choice([-1, 1])
        passer_by(
            world,
            (side * world.rng.uniform(7.6, 11.3), 0.14, world.rng.uniform(9, 75)),
            world.rng.choice([0, 3.14]) + world.rng.normal(0, 0.3),
        )
    return Shot(
        world,
        Camera((-0.8, 1.7, 0.0), 0.03, 1.0, 0.56),
        Sky(
            (0.008, 0.012, 0.028),
            (0.05, 0.04, 0.05),
            (0.07, 0.055, 0.05),
            (0.015, 0.016, 0.024),
            cover=-0.2,
            soft=1.4,
            seed=51,
        ),
        Sun((0.3, 0.9, -0.2), (0.015, 0.02, 0.035), (0, 0, 50), 60.0),
        Film(exposure=1.5, bloom=0.16, contrast=1.02, saturation=1.05, grain=0.009, vignette=0.35),
        weather=_soaked,
        lamps=lamps,
        haze=((0.045, 0.038, 0.04), 0.006),
        ambient=1.3,
        water=0.0,
        ripple=0.9,
        water_colour=(0.012, 0.012, 0.015),
    )


def _row(world: World, side: int) -> None:
    rng, z = world.rng, 4.0
    while z < 150:
        bays, storeys = int(rng.integers(4, 8)), int(rng.integers(5, 9))
        wall = np.array([[0.20, 0.16, 0.13], [0.26, 0.23, 0.19], [0.16, 0.10, 0.08], [0.22, 0.22, 0.23]])[
            rng.integers(4)
        ]
        corner, yaw = ((12.0, 3.9, z + bays * 2.9), np.pi / 2) if side > 0 else ((-12.0, 3.9, z), -np.pi / 2)
        front = Front(
            corner, yaw, bays, storeys, 2.9, 3.2, (1.35, 1.9), 0.7, 0.25, wall, (0.07, 0.065, 0.06), wall * 1.2
        )
        block(world, front, 11, "night", 0.42, sides=3)
        _shops(world, side, z, bays)
        z += bays * 2.9


def _shops(world: World, side: int, start: float, bays: int) -> None:
    rng = world.rng
    for bay in range(bays):
        z, face = start + bay * 2.9, side * 12.0
        world.add(box((face + side * 0.3, 0.14, z + 0.2), (0.6, 3.76, 0.4)), (0.14, 0.12, 0.1))
        world.add(panel((face, 3.1, z), (0, 0, 2.9), (0, 0.8, 0)), (0.05, 0.05, 0.05))
        if rng.random() < 0.72:
            glow = np.array([0.8, 0.56, 0.3]) * rng.uniform(0.25, 0.9)
            world.add(panel((face + side * 0.3, 0.5, z + 0.4), (0, 0, 2.5), (0, 2.5, 0)), glow, Surface.GLOW)
            for shelf in rng.uniform(0.5, 2.6, 4):
                goods = box(
                    (face + side * 0.15, shelf * 0.6, z + rng.uniform(0.6, 2.6)),
                    (0.1, rng.uniform(0.3, 1.2), rng.uniform(0.1, 0.5)),
                )
                world.add(goods, rng.uniform(0.02, 0.25, 3))
        else:
            world.add(panel((face + side * 0.2, 0.14, z + 0.4), (0, 0, 2.5), (0, 2.9, 0)), (0.09, 0.1, 0.1), rough=0.4)
        if rng.random() < 0.5:
            sign = np.asarray(SIGNS[rng.integers(len(SIGNS))]) * rng.uniform(0.4, 1.0)
            start, way = (z + 2.5, -1) if side > 0 else (z + 0.4, 1)
            word = SHOPS[rng.integers(len(SHOPS))]
            world.add(
                lettering(word, (face - side * 0.06, 3.28, start), (0, 0, way), 0.42), sign, Surface.GLOW, nearer=0.5
            )
        if rng.random() < 0.16:
            _hanging_sign(world, face - side * 0.6, z + 1)


def _hanging_sign(world: World, x: float, z: float) -> None:
    """A box on the wall, lettered down its face."""
    ground, ink = (np.asarray(SIGNS[world.rng.integers(len(SIGNS))]) for _ in range(2))
    world.add(box((x, 4.3, z), (0.9, 2.2, 0.16)), ground * 0.12, Surface.GLOW)
    for row in range(5):
        wide = world.rng.uniform(0.3, 0.6)
        world.add(
            panel((x - wide / 2, 4.45 + 0.4 * row, z - 0.1), (wide, 0, 0), (0, 0.26, 0)),
            ink * 0.8,
            Surface.GLOW,
            nearer=0.4,
        )


def _lamp(world: World, side: int, z: float) -> Lamp:
    x = side * 7.6
    iron = np.concatenate(
        [tube((x, 0.1, z), (x, 6.2, z), 0.09, 0.06), tube((x, 6.2, z), (x - side * 1.3, 6.6, z), 0.05)]
    )
    world.add(iron, (0.03, 0.035, 0.035), Surface.GLOSS)
    world.add(ball((x - side * 1.35, 6.45, z), (0.3, 0.16, 0.2)), (9.0, 5.6, 2.6), Surface.GLOW)
    return Lamp((x - side * 1.35, 6.3, z), (2.3, 1.35, 0.58), 4.2)


def _traffic(world: World) -> None:
    paints = ((0.02, 0.02, 0.025), (0.25, 0.25, 0.27), (0.05, 0.07, 0.16), (0.2, 0.02, 0.02), (0.4, 0.32, 0.03))
    places = (
        (2.2, 15, 1),
        (-2.4, 21, -1),
        (2.0, 31, 1),
        (-2.2, 38, -1),
        (2.4, 47, 1),
        (-2.4, 58, -1),
        (2.2, 66, 1),
        (-2.4, 82, -1),
        (2.2, 90, 1),
    )
    for number, (x, z, way) in enumerate(places):
        car(world, (x, 0, z), -np.pi / 2 * way, paints[number % 5], 1.0)
    for z in (18.0, 24.5, 35.0, 41.0, 52.0):
        car(world, (6.0, 0, z), -np.pi / 2, paints[int(z) % 5])
    for z in np.arange(8, 120, 6.0):
        world.add(panel((-0.08, 0.008, z), (0.16, 0, 0), (0, 0, 2.6)), (0.34, 0.33, 0.3), layer=0.5)
    for x in np.arange(-6, 6.4, 1.1):
        world.add(panel((x, 0.008, 7.2), (0.55, 0, 0), (0, 0, 2.6)), (0.30, 0.29, 0.27), layer=0.5)


def _soaked(spots: Spots) -> None:
    """Puddles on the pavement shine; the drier crown of the road does not mirror."""
    x, y, z = spots.points.T
    flat = (spots.normal[:, 1] > 0.9) & (y < 0.3)
    damp = at(fractal(52, 1.5), x * 14, z * 9)
    spots.surface[flat & (y > 0.1) & (damp > 0.1)] = Surface.GLASS
    dry = (spots.surface == Surface.WATER) & (damp + 0.4 * at(fractal(53, 1.0), x * 40, z * 40) > 1.15)
    spots.surface[dry] = Surface.MATTE
    spots.rough[dry] = 0.5
