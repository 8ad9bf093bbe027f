"""A football ground under floodlights: full stands, a match on a mown pitch."""

from __future__ import annotations

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.light import Sun
from studio.noise import at, fractal
from studio.people import Clothes, stand
from studio.shot import Shot
from studio.sky import Sky
from studio.solids import ball, box, lettering, panel, split, tube
from studio.spots import Lamp, Spots
from studio.world import Surface, World

HOME = Clothes((0.42, 0.03, 0.04), (0.50, 0.48, 0.46))
AWAY = Clothes((0.06, 0.12, 0.36), (0.03, 0.05, 0.16))
BOARDS = ("HARTLEY TYRES", "MORNING LEDGER", "KESTREL TEA", "VOLTA", "NORTHBANK")
LINE = (0.62, 0.64, 0.60)


def shot() -> Shot:
    """From the upper tier, towards the far stand."""
    world = World(90)
    world.add(panel((-60, 0, 4), (120, 0, 0), (0, 0, 92)), (0.040, 0.080, 0.024), rough=0.3, layer=0)
    _lines(world)
    _stand(world)
    _match(world)
    for x in (-47, 47):
        _floodlight(world, x)
    return Shot(
        world,
        Camera((-6.0, 13.5, 0.0), 0.06, 0.88, 0.33),
        Sky(
            (0.035, 0.06, 0.14),
            (0.22, 0.19, 0.24),
            (0.42, 0.30, 0.30),
            (0.09, 0.09, 0.14),
            cover=0.0,
            soft=1.4,
            size=1.0,
            seed=121,
        ),
        Sun((-0.35, 0.8, 0.25), (2.1, 2.1, 2.0), (0, 0, 50), 62.0, 2.6),
        Film(exposure=0.9, bloom=0.12, contrast=1.08, saturation=0.88),
        weather=_mown,
        lamps=tuple(Lamp((x, 21.0, 84.0), (1.0, 0.98, 0.92), 22.0) for x in (-38.0, 0.0, 38.0)),
        haze=((0.20, 0.21, 0.24), 0.0022),
        ambient=2.0,
    )


def _lines(world: World) -> None:
    def mark(x: float, z: float, wide: float, deep: float) -> None:
        world.add(panel((x, 0.012, z), (wide, 0, 0), (0, 0, deep)), LINE, layer=0.5, rough=0.1)

    for x in (-52.5, 0, 52.4):
        mark(x, 12, 0.14, 68)
    for z in (12, 79.9):
        mark(-52.5, z, 105, 0.14)
    for side in (-1, 1):
        for reach, half in ((16.5, 20.15), (5.5, 9.16)):
            mark(side * (52.5 - reach), 46 - half, 0.14, 2 * half)
            for edge in (46 - half, 46 + half):
                mark(min(side * 52.5, side * (52.5 - reach)), edge, reach, 0.14)
        goal = [
            tube((side * 52.5, 0, 42.3), (side * 52.5, 2.44, 42.3), 0.06),
            tube((side * 52.5, 0, 49.7), (side * 52.5, 2.44, 49.7), 0.06),
        ]
        goal.append(tube((side * 52.5, 2.44, 42.3), (side * 52.5, 2.44, 49.7), 0.06))
        world.add(np.concatenate(goal), (0.8, 0.8, 0.8))
    angles = np.linspace(0, 2 * np.pi, 73)
    inner, outer = (
        np.stack([np.cos(angles) * radius, np.full(73, 0.012), 46 + np.sin(angles) * radius], axis=1)
        for radius in (9.08, 9.22)
    )
    world.add(np.stack([inner[:-1], inner[1:], outer[1:], outer[:-1]], axis=1), LINE, layer=0.5)


def _stand(world: World) -> None:
    """Two tiers of seats with people on nearly all, boards before them, a roof over them."""
    for tier, (start, base, rows) in enumerate(((86.0, 1.2, 17), (101.0, 11.6, 15))):
        for row in range(rows):
            z, y = start + 0.85 * row, base + (0.42 + 0.14 * tier) * row
            world.add(box((0, y - 0.5, z), (126, 0.5, 0.85)), (0.20, 0.20, 0.21), layer=1)
            _spectators(world, y, z)
        world.add(split(panel((-63, base - 1.6, start - 0.6), (126, 0, 0), (0, 1.6, 0)), 4), (0.10, 0.10, 0.12))
    world.add(box((0, 7.6, 101.5), (126, 2.2, 4)), (0.12, 0.12, 0.13))
    for box_x in np.arange(-60, 61, 4.0):
        world.add(panel((box_x, 8.2, 99.4), (3.4, 0, 0), (0, 1.2, 0)), (0.9, 0.75, 0.5), Surface.GLOW)
    world.add(np.array([[[-66, 24.6, 92], [66, 24.6, 92], [66, 22.4, 118], [-66, 22.4, 118]]]), (0.30, 0.31, 0.32))
    world.add(box((0, 24.4, 91.8), (132, 1.1, 0.5)), (0.42, 0.42, 0.42))
    for x in np.arange(-63, 64, 9.0):
        world.add(tube((x, 24.8, 92), (x, 29.0, 112), 0.22, sides=4), (0.45, 0.45, 0.45))
        world.add(tube((x, 0, 117), (x, 30.0, 112), 0.4, sides=6), (0.30, 0.30, 0.30))
        world.add(box((x + 4.5, 24.1, 92.2), (1.6, 0.3, 0.3)), (5.0, 5.0, 4.6), Surface.GLOW)
    _boards(world)


def _spectators(world: World, y: float, z: float) -> None:
    rng = world.rng
    x = np.arange(-62, 62, 0.56)
    x = x[(rng.random(len(x)) < 0.93) & (np.abs(np.mod(x + 1, 21) - 1) > 0.7)]
    x = x + rng.normal(0, 0.07, len(x))
    palette = np.array(
        [
            [0.36, 0.03, 0.04],
            [0.30, 0.03, 0.04],
            [0.04, 0.05, 0.08],
            [0.30, 0.29, 0.28],
            [0.10, 0.10, 0.11],
            [0.06, 0.10, 0.2],
            [0.20, 0.15, 0.09],
        ]
    )
    coats = palette[rng.integers(len(palette), size=len(x))] * rng.uniform(0.6, 1.3, (len(x), 1))
    lift = y + rng.choice([0.0, 0.0, 0.35], len(x))
    for quads, colours in (
        (np.concatenate([box((0, 0.0, 0), (0.42, 0.62, 0.3)), box((0, 0.0, -0.2), (0.34, 0.2, 0.4))]), coats),
        (
            ball((0, 0.78, 0), (0.11, 0.14, 0.12), 4, 6),
            np.array([0.36, 0.23, 0.16]) * rng.uniform(0.3, 1.15, (len(x), 1)),
        ),
    ):
        places = np.stack([x, lift, np.full(len(x), z)], axis=1)
        world.add(
            (quads[None] + places[:, None, None]).reshape(-1, 4, 3), np.repeat(colours, len(quads), axis=0), rough=0.05
        )


def _boards(world: World) -> None:
    paints = np.array(
        [
            [0.02, 0.08, 0.3],
            [0.35, 0.03, 0.03],
            [0.5, 0.5, 0.5],
            [0.03, 0.2, 0.1],
            [0.5, 0.35, 0.02],
            [0.02, 0.02, 0.03],
        ]
    )
    for number, x in enumerate(np.arange(-57, 57, 7.6)):
        paint = paints[(number * 5 + number // 3) % 6]
        world.add(split(panel((x, 0.05, 83), (7.5, 0, 0), (0, 0.95, 0)), 0.9), paint, rough=0.05)
        ink = (0.62, 0.62, 0.6) if paint.sum() < 1 else (0.03, 0.05, 0.12)
        name = BOARDS[number % len(BOARDS)]
        world.add(lettering(name, (x + 0.9, 0.25, 82.9), (1, 0, 0), 0.55), ink, nearer=1.0)


def _match(world: World) -> None:
    rng = world.rng
    places = [
        (-8, 30),
        (-3, 34),
        (3.5, 31),
        (9, 38),
        (-15, 42),
        (1, 44),
        (14, 47),
        (-24, 52),
        (22, 34),
        (-2, 58),
        (12, 62),
        (-12, 63),
        (26, 55),
        (-31, 38),
        (33, 44),
        (-20, 28),
        (18, 25),
        (-5, 72),
        (6, 50),
        (-36, 58),
    ]
    for number, (x, z) in enumerate(places):
        facing = np.arctan2(0.4 - x, 32.6 - z) + rng.normal(0, 0.5)
        stand(world, (x, 0, z), facing, (HOME, AWAY)[number % 2], "walk" if number % 3 else "stand", 1.83)
    stand(world, (5.5, 0, 36.5), 3.6, Clothes((0.5, 0.45, 0.05), (0.02, 0.02, 0.02)), "walk", 1.8)
    for x, kit in (
        (-51.0, Clothes((0.05, 0.3, 0.1), (0.05, 0.3, 0.1))),
        (51.0, Clothes((0.4, 0.25, 0.05), (0.3, 0.2, 0.05))),
    ):
        stand(world, (x, 0, 46), 1.57 if x < 0 else -1.57, kit, "bend", 1.88)
    world.add(ball((0.4, 0.35, 32.6), (0.13, 0.13, 0.13), 6, 8), (0.75, 0.75, 0.72))
    for x in np.arange(-40, 41, 10.0):
        stand(
            world,
            (x + rng.normal(0, 2), 0, 81.6),
            3.14 + rng.normal(0, 0.4),
            Clothes((0.5, 0.42, 0.04), (0.03, 0.03, 0.04)),
            "stand",
        )


def _floodlight(world: World, x: float) -> None:
    iron = [tube((x + dx, 0, 124), (x + dx * 0.4, 44, 124), 0.25, sides=5) for dx in (-2, 2)]
    for height in np.arange(3, 42, 4.0):
        iron.append(tube((x - 1.6, height, 124), (x + 1.5, height + 3.6, 124), 0.12, sides=3))
    world.add(np.concatenate(iron), (0.2, 0.2, 0.21))
    for row in range(4):
        for column in range(6):
            world.add(
                ball((x - 4 + 1.6 * column, 42 + 1.5 * row, 123.2), (0.55, 0.55, 0.3), 4, 8), (14, 14, 13), Surface.GLOW
            )


def _mown(spots: Spots) -> None:
    """Light and dark stripes of mown grass, worn before the goals."""
    x, y, z = spots.points.T
    pitch = (y < 0.011) & (spots.normal[:, 1] > 0.9)
    stripe = np.where(np.mod(np.floor((x + 52.5) / 5.25), 2) > 0, 1.18, 0.86)
    grass = stripe * (1 + 0.13 * at(fractal(122, 1.1), x * 9, z * 9) + 0.10 * at(fractal(123, 1.6), x * 2, z * 2))
    spots.colour[pitch] *= grass[pitch, None]
    worn = np.exp(-((np.abs(x) - 50) ** 2 / 14 + (z - 46) ** 2 / 22)) * 0.7
    spots.colour[pitch] += (worn[pitch, None] * (np.array([0.15, 0.12, 0.07]) - spots.colour[pitch])).astype(np.float32)
