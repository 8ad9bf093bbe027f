"""A church with two towers on an old square: gabled houses, cobbles, parasols, a fountain."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.houses import Front, block
from studio.light import Sun
from studio.noise import at, fractal
from studio.people import passer_by
from studio.plants import leafy_tree
from studio.shot import Shot
from studio.sky import Sky
from studio.solids import ball, box, panel, tube
from studio.spots import Spots
from studio.world import Surface, World

from scenes.church import STONE, church


def shot() -> Shot:
    """Morning sun across the square."""
    world = World(1500)
    world.add(panel((-120, 0, -29.5), (240, 0, 0), (0, 0, 290)), (0.22, 0.205, 0.19), rough=0.5, layer=0)
    church(world)
    _gables(world)
    _fountain(world, (-8.5, 0, 2.0))
    _cafe(world)
    for _ in range(85):
        passer_by(
            world,
            (world.rng.uniform(-24, 22), 0, world.rng.uniform(-16, 56)),
            world.rng.uniform(0, 6.28),
            world.rng.choice(["walk", "walk", "stand"]),
        )
    for x, z in ((19.5, 30), (25, 38), (-24, 46)):
        leafy_tree(world, (x, 0, z), 11, (0.085, 0.13, 0.03), 3800, 0.22)
    return Shot(
        world,
        Camera((1.5, 1.75, -30.0), 0.0, 0.98, 0.872),
        Sky((0.10, 0.24, 0.56), (0.58, 0.68, 0.80), cover=0.25, soft=0.8, size=0.9, seed=141),
        Sun((-0.66, 0.52, -0.50), (2.9, 2.5, 1.9), (0, 0, 28), 66.0, 1.4),
        Film(exposure=0.85, contrast=1.12, warmth=0.02),
        weather=_aged,
        haze=((0.66, 0.70, 0.76), 0.0018),
        ambient=0.8,
    )


def _gables(world: World) -> None:
    rng = world.rng
    walls = np.array(
        [
            [0.50, 0.40, 0.24],
            [0.46, 0.26, 0.17],
            [0.42, 0.43, 0.38],
            [0.52, 0.47, 0.38],
            [0.26, 0.32, 0.34],
            [0.48, 0.31, 0.28],
        ]
    )
    for side, depth in ((-1, 2.0), (1, 4.0)):
        z = depth - 12
        while z < 78:
            bays, storeys = int(rng.integers(3, 5)), int(rng.integers(3, 5))
            wide, wall = bays * 2.3, walls[rng.integers(6)] * rng.uniform(0.9, 1.05)
            corner, yaw = ((31.0, 0, z + wide), np.pi / 2) if side > 0 else ((-30.0, 0, z), -np.pi / 2)
            block(
                world,
                Front(corner, yaw, bays, storeys, 2.3, 3.1, (1.0, 1.75), 0.8, 0.2, wall, (0.55, 0.53, 0.5), wall * 1.2),
                12,
            )
            _stepped(world, side, 30.5, z, wide, storeys * 3.1, wall)
            z += wide
    for x in (-29.0, -22.0, 14.0, 20.5, 27.0):
        bays, storeys = 3, int(rng.integers(3, 5))
        wall = walls[rng.integers(6)] * rng.uniform(0.9, 1.05)
        block(
            world,
            Front((x, 0, 80), 0, bays, storeys, 2.1, 3.2, (0.95, 1.75), 0.8, 0.2, wall, (0.55, 0.53, 0.5), wall * 1.2),
            10,
        )
        for step in range(6):
            world.add(box((x + 3.15, storeys * 3.2 + 0.5 + 0.8 * step, 80.4), (6.3 - step, 0.8, 0.8)), wall)


def _stepped(world: World, side: int, x: float, z: float, wide: float, eaves: float, wall: np.ndarray) -> None:
    """A stepped gable towards the square, and the roof behind it."""
    for step in range(6):
        deep = wide * (1 - step / 6.5)
        world.add(box((side * (x + 0.1), eaves + 0.5 + 0.85 * step, z + wide / 2), (0.7, 0.85, deep)), wall, rough=0.25)
    for slope in (-1, 1):
        edge = z + wide / 2 + slope * wide / 2
        roof = [
            [side * (x + 0.5), eaves + 0.4, edge],
            [side * (x + 12), eaves + 0.4, edge],
            [side * (x + 12), eaves + 5, z + wide / 2],
            [side * (x + 0.5), eaves + 5, z + wide / 2],
        ]
        world.add(np.array([roof]), (0.25, 0.10, 0.065), rough=0.5)


def _fountain(world: World, place: tuple[float, float, float]) -> None:
    x, _, z = place
    for radius, low, high in ((4.0, 0.0, 0.25), (3.5, 0.25, 0.85)):
        world.add(tube((x, low, z), (x, high, z), radius, sides=16), STONE * 1.05, rough=0.3)
        world.add(tube((x, high, z), (x, high + 0.02, z), radius, 0.02, 16), STONE * 1.1, rough=0.3)
    world.add(tube((x, 0.84, z), (x, 0.9, z), 3.1, 0.02, 16), (0.05, 0.07, 0.08), Surface.GLASS)
    world.add(tube((x, 0.8, z), (x, 3.2, z), 0.5, 0.32, 10), STONE)
    world.add(tube((x, 2.2, z), (x, 2.6, z), 0.5, 1.3, 14), STONE * 1.1)
    world.add(
        np.concatenate(
            [
                tube((x, 3.2, z), (x, 4.3, z), 0.34, 0.22, 8),
                ball((x, 4.55, z), (0.2, 0.25, 0.2)),
                tube((x, 4.0, z), (x + 0.7, 4.7, z), 0.1, 0.07),
            ]
        ),
        (0.12, 0.17, 0.14),
        Surface.GLOSS,
    )
    for angle in np.linspace(0, 6.28, 9)[:-1]:
        fall = [
            np.array(
                [x + np.cos(angle) * (1.2 + 0.5 * share), 2.5 - 1.6 * share**2, z + np.sin(angle) * (1.2 + 0.5 * share)]
            )
            for share in np.linspace(0, 1, 6)
        ]
        for start, end in pairwise(fall):
            world.add(tube(start, end, 0.035, sides=4), (0.75, 0.78, 0.8), Surface.LEAF)


def _cafe(world: World) -> None:
    rng = world.rng
    cloths = np.array([[0.50, 0.46, 0.38], [0.34, 0.04, 0.04], [0.04, 0.13, 0.10]])
    for x in (9.5, 13.5, 17.5, 21.5):
        for z in (-2.0, 3.0, 8.0, 13.0):
            colour = cloths[int(x + z + 9) % 3]
            world.add(tube((x, 0, z), (x, 2.9, z), 0.04), (0.3, 0.25, 0.18))
            world.add(tube((x, 2.35, z), (x, 2.95, z), 1.75, 0.05, 8), colour, Surface.LEAF, vary=0.06)
            world.add(tube((x, 2.12, z), (x, 2.36, z), 1.76, 1.75, 8), colour * 0.9, Surface.LEAF)
            for table in (-0.9, 0.9):
                world.add(
                    np.concatenate(
                        [
                            tube((x + table, 0, z), (x + table, 0.72, z), 0.05),
                            tube((x + table, 0.72, z), (x + table, 0.76, z), 0.42, 0.40, 10),
                            tube((x + table, 0.76, z), (x + table, 0.77, z), 0.4, 0.01, 10),
                        ]
                    ),
                    (0.2, 0.16, 0.12),
                )
                for seat in (-0.7, 0.7):
                    if rng.random() < 0.6:
                        passer_by(
                            world, (x + table + rng.normal(0, 0.1), -0.45, z + seat), 0.0 if seat < 0 else 3.14, "stand"
                        )


def _aged(spots: Spots) -> None:
    """Cobbles, blocks of stone, and the dark that rain leaves."""
    x, y, z = spots.points.T
    floor = (y < 0.02) & (spots.normal[:, 1] > 0.9)
    row = np.floor(z / 0.24)
    across = x / 0.3 + 0.37 * row
    near = np.exp(-spots.ahead / 22)
    joint = ((np.mod(across, 1) < 0.14) | (np.mod(z / 0.24, 1) < 0.16)) * near
    stone = (
        1 + (0.22 * np.sin(np.floor(across) * 12.99 + row * 78.2)) * near + 0.14 * at(fractal(142, 1.7), x * 5, z * 5)
    )
    spots.colour[floor] *= (stone * (1 - 0.55 * joint))[floor, None]
    church = (
        (z > 60) & (np.abs(x) < 14) & (np.abs(spots.normal[:, 1]) < 0.5) & (spots.surface == Surface.MATTE) & (y < 40)
    )
    course = np.floor(y / 0.7)
    block_tone = 1 + 0.10 * np.sin(np.floor((x + z) / 1.3 + 0.5 * np.mod(course, 2)) * 12.99 + course * 78.2)
    soot = 1 - 0.35 * np.clip(at(fractal(143, 1.5), (x + z) * 8, y * 2.4) * 0.5 + 0.25, 0, 1)
    spots.colour[church] *= (block_tone * soot)[church, None]
