"""A street under brown water: cars to their windows, a rescue boat, people carried out."""

from __future__ import annotations

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.houses import Front, block
from studio.light import Sun
from studio.noise import at, fractal
from studio.people import Clothes, stand
from studio.plants import leafy_tree
from studio.shot import Shot
from studio.sky import Sky
from studio.solids import Point, ball, box, moved, panel, split, tube
from studio.spots import Spots
from studio.vehicles import car
from studio.world import Surface, World

CREW = Clothes((0.46, 0.13, 0.02), (0.05, 0.05, 0.06), (0.6, 0.6, 0.55), (0.55, 0.05, 0.04))


def shot() -> Shot:
    """Overcast, between showers; everything stands twice in the still water."""
    world = World(815)
    world.add(panel((-60, 0, 1), (120, 0, 0), (0, 0, 240)), (0.1, 0.08, 0.06), Surface.WATER, layer=0)
    for side in (-1, 1):
        _villas(world, side)
    _street(world)
    _boat(world, (1.2, 0.02, 15.5), 1.25)
    _boat(world, (-3.5, 0.02, 37), -1.4)
    for x, z, pose in ((-3.9, 19, "walk"), (-3.1, 19.6, "raise"), (4.6, 26, "stand"), (-4.6, 44, "walk")):
        stand(world, (x, -0.75, z), 3.0, CREW, pose)
    return Shot(
        world,
        Camera((-0.3, 2.5, 0.0), 0.02, 0.98, 0.45),
        Sky(
            (0.34, 0.38, 0.44),
            (0.66, 0.68, 0.70),
            (0.72, 0.73, 0.74),
            (0.24, 0.26, 0.30),
            cover=-0.9,
            soft=2.2,
            size=1.3,
            seed=131,
        ),
        Sun((-0.4, 0.8, -0.3), (0.85, 0.83, 0.8), (0, 0, 40), 52.0, 4.0),
        Film(exposure=1.05, contrast=1.18, saturation=0.95),
        weather=_tidemark,
        haze=((0.58, 0.60, 0.62), 0.0032),
        ambient=1.15,
        water=0.0,
        ripple=0.45,
        water_colour=(0.085, 0.062, 0.036),
    )


def _villas(world: World, side: int) -> None:
    rng, z = world.rng, 7.0
    walls = np.array(
        [[0.44, 0.40, 0.33], [0.42, 0.22, 0.15], [0.36, 0.37, 0.36], [0.47, 0.36, 0.22], [0.28, 0.33, 0.35]]
    )
    while z < 120:
        bays, storeys = int(rng.integers(3, 5)), int(rng.integers(2, 4))
        wide, back = bays * 2.8, rng.uniform(8.5, 10.5)
        wall = walls[rng.integers(5)] * rng.uniform(0.85, 1.05)
        corner, yaw = ((back, -1.0, z + wide), np.pi / 2) if side > 0 else ((-back, -1.0, z), -np.pi / 2)
        block(world, Front(corner, yaw, bays, storeys, 2.8, 3.0, (1.3, 1.5), 1.0, 0.2, wall, (0.58, 0.57, 0.54)), 8)
        _roof(world, side, back, z, wide, storeys * 3.0 - 0.4)
        if rng.random() < 0.75:
            shade = np.array([0.06, 0.085, 0.03]) * rng.uniform(0.7, 1.2)
            leafy_tree(
                world,
                (side * (back - 2.2), -0.5, z + wide + 1.5),
                rng.uniform(5.5, 9),
                tuple(shade),
                4200 if z < 30 else 1800,
                0.12 if z < 30 else 0.2,
            )
        z += wide + rng.uniform(2.5, 4.5)


def _roof(world: World, side: int, back: float, z: float, wide: float, eaves: float) -> None:
    tile = np.array([[0.22, 0.09, 0.06], [0.13, 0.12, 0.12], [0.26, 0.13, 0.07]])[world.rng.integers(3)]
    ridge = eaves + 2.8
    for course in range(12):
        low, high = course / 12, (course + 1) / 12
        for slope in (0, 1):
            far = side * (back + 8.4 * slope - 0.4 + (4.4 * low if not slope else -4.4 * low))
            near = side * (back + 8.4 * slope - 0.4 + (4.4 * high if not slope else -4.4 * high))
            edge = [
                [far, eaves + 2.8 * low, z - 0.4],
                [far, eaves + 2.8 * low, z + wide + 0.4],
                [near, eaves + 2.8 * high, z + wide + 0.4],
                [near, eaves + 2.8 * high, z - 0.4],
            ]
            world.add(np.array([edge]), tile * world.rng.uniform(0.8, 1.2), rough=0.5)
    for end in (z, z + wide):
        gable = [
            [side * back, eaves, end],
            [side * (back + 8), eaves, end],
            [side * (back + 4), ridge, end],
            [side * (back + 4), ridge, end],
        ]
        world.add(np.array([gable]), (0.40, 0.37, 0.32))
    world.add(box((side * (back + 3), ridge - 0.8, z + wide * 0.7), (0.7, 1.7, 0.7)), (0.24, 0.12, 0.09))


def _street(world: World) -> None:
    rng = world.rng
    paints = np.array(
        [[0.35, 0.35, 0.36], [0.04, 0.06, 0.14], [0.25, 0.03, 0.03], [0.03, 0.03, 0.03], [0.5, 0.5, 0.48]]
    )
    for number, (x, z) in enumerate(
        ((5.6, 12.5), (-5.9, 22), (5.9, 31), (-5.4, 31.5), (6.0, 44), (-5.8, 52), (5.5, 60))
    ):
        car(world, (x, -0.72 + rng.normal(0, 0.05), z), np.pi / 2 + rng.normal(0, 0.22), paints[number % 5])
    for z in np.arange(14, 110, 16.0):
        for side in (-1, 1):
            pole = [
                tube((side * 7.2, -0.5, z), (side * 7.2, 6.8, z), 0.08, 0.06),
                tube((side * 7.2, 6.8, z), (side * 5.9, 7.1, z), 0.05),
                box((side * 5.7, 7.02, z), (0.7, 0.14, 0.25)),
            ]
            world.add(np.concatenate(pole), (0.25, 0.26, 0.26), Surface.GLOSS)
    for z in np.arange(9, 60, 2.4):
        for side in (-1, 1):
            if rng.random() < 0.6:
                world.add(
                    box((side * 7.7, -0.5, z), (0.08, 1.0 + rng.normal(0, 0.05), 2.2), 0.0),
                    (0.33, 0.31, 0.27),
                    rough=0.3,
                )
    world.add(np.concatenate([tube((4.2, -0.5, 18.5), (4.25, 2.5, 18.5), 0.04)]), (0.4, 0.4, 0.4))
    world.add(
        np.array([[[3.75, 1.85, 18.4], [4.7, 1.85, 18.4], [4.23, 2.65, 18.4], [4.23, 2.65, 18.4]]]), (0.5, 0.03, 0.03)
    )
    world.add(
        np.array([[[3.93, 1.95, 18.3], [4.52, 1.95, 18.3], [4.23, 2.46, 18.3], [4.23, 2.46, 18.3]]]), (0.62, 0.61, 0.58)
    )
    for _ in range(60):
        place = (rng.uniform(-7, 7), 0.0, rng.uniform(7, 50))
        world.add(
            box(place, (rng.uniform(0.1, 0.6), 0.06, rng.uniform(0.05, 0.3)), rng.uniform(0, 3)),
            rng.choice([[0.2, 0.14, 0.08], [0.3, 0.3, 0.28], [0.1, 0.12, 0.05]]),
        )


def _boat(world: World, place: Point, yaw: float) -> None:
    """An inflatable with an engine, two rescuers and those they fetch."""
    hull = [tube((-1.7, 0.25, side), (1.1, 0.25, side), 0.25, sides=10) for side in (-0.7, 0.7)]
    hull += [tube((1.1, 0.25, side), (2.1, 0.42, 0), 0.25, 0.2, 10) for side in (-0.7, 0.7)]
    hull.append(tube((-1.6, 0.25, -0.7), (-1.6, 0.25, 0.7), 0.2, sides=8))
    world.add(moved(split(np.concatenate(hull), 0.4), place, yaw), (0.42, 0.06, 0.03), Surface.GLOSS, rough=0.1)
    world.add(moved(box((-0.2, 0.1, 0), (3.2, 0.1, 1.1)), place, yaw), (0.12, 0.12, 0.12))
    world.add(
        moved(
            np.concatenate([box((-1.95, 0.1, 0), (0.3, 0.75, 0.35)), ball((-1.95, 0.85, 0), (0.25, 0.2, 0.22))]),
            place,
            yaw,
        ),
        (0.03, 0.03, 0.035),
        Surface.GLOSS,
    )
    people = (
        ((-1.1, 0.0), CREW, 0.0),
        ((1.1, 0.1), CREW, 0.1),
        ((0.0, -0.35), Clothes((0.12, 0.18, 0.30), (0.05, 0.05, 0.06)), 0.45),
        ((0.1, 0.38), Clothes((0.32, 0.28, 0.22), (0.1, 0.06, 0.05)), 0.5),
    )
    for (along, aside), clothes, sunk in people:
        spot = moved(np.array([[along, 0.12 - sunk, aside]]), place, yaw)[0]
        stand(world, spot, yaw + np.pi / 2 + world.rng.normal(0, 0.4), clothes, "stand", 1.72)


def _tidemark(spots: Spots) -> None:
    """Walls are dark and muddy up to where the water stood."""
    x, y, z = spots.points.T
    wall = (np.abs(spots.normal[:, 1]) < 0.5) & (np.abs(x) > 7.4)
    level = 0.55 + 0.12 * at(fractal(132, 1.5), (x + z) * 9, y * 0)
    mud = wall & (y < level)
    spots.colour[mud] = spots.colour[mud] * 0.4 + np.array([0.06, 0.045, 0.028], np.float32)
    streak = (1 + 0.16 * at(fractal(133, 1.4), (x + z) * 12, y * 2)).clip(0.5, 1.3)
    spots.colour[wall] *= streak[wall, None]
