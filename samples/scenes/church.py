"""A church with two towers: spires, pointed windows, a portal and a rose."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from studio.solids import ball, box, panel, tube
from studio.world import Surface, World

STONE = np.array([0.40, 0.33, 0.24])
SLATE = (0.10, 0.115, 0.13)


def church(world: World) -> None:
    for x in (-11.5, 4.5):
        _tower(world, x)
    world.add(box((0, 0, 74), (10, 24, 16)), STONE, rough=0.3)
    world.add(np.array([[[-5, 24, 66], [5, 24, 66], [0, 31, 66], [0, 31, 66]]]), STONE, rough=0.3)
    for side in (-1, 1):
        world.add(
            np.array([[[0, 31.2, 65.6], [side * 5.4, 23.7, 65.6], [side * 5.4, 23.7, 100], [0, 31.2, 100]]]),
            SLATE,
            rough=0.4,
        )
    _portal(world)
    _rose(world, (0, 19.2, 65.9), 2.9)
    world.add(box((0, 0, 92), (22, 18, 30)), STONE * 0.95, rough=0.3)


def _tower(world: World, left: float) -> None:
    """Five storeys with pointed windows, buttresses, and a slate spire."""
    middle = left + 3.5
    world.add(box((middle, 0, 68.5), (7, 38, 7)), STONE, rough=0.3)
    for corner in (left, left + 7):
        for step in range(4):
            world.add(
                box((corner, 9.0 * step, 64.9), (1.3 - 0.12 * step, 9.2, 1.5 - 0.3 * step)), STONE * 1.05, rough=0.3
            )
    for level in (7.5, 15, 22.5, 30, 37.6):
        world.add(box((middle, level, 68.3), (7.6, 0.5, 7.8)), STONE * 1.15)
    for level, tall in ((9, 5), (17, 4.2), (24.5, 4.2), (31.5, 5)):
        for aside in (-1.4, 1.4):
            _lancet(world, middle + aside, level, 1.1, tall, 64.95)
    world.add(tube((middle, 38, 68.5), (middle, 62, 68.5), 4.4, 0.05, 8), SLATE, rough=0.4)
    for aside in (-3, 3):
        world.add(tube((middle + aside, 38, 65.4), (middle + aside, 44, 65.4), 0.7, 0.05, 6), SLATE)
    world.add(ball((middle, 62.2, 68.5), (0.35, 0.35, 0.35)), (0.5, 0.38, 0.08), Surface.GLOSS)
    world.add(
        np.concatenate([box((middle, 62.4, 68.5), (0.16, 2.2, 0.16)), box((middle, 63.6, 68.5), (1.1, 0.16, 0.16))]),
        (0.4, 0.3, 0.08),
    )


def _lancet(world: World, x: float, base: float, wide: float, tall: float, z: float) -> None:
    """A pointed window: its frame, then dark glass a little nearer (it is painted later)."""
    for grow, colour, surface, front in (
        (0.28, STONE * 1.2, Surface.MATTE, 0.0),
        (0.0, np.array([0.02, 0.024, 0.03]), Surface.GLASS, 0.06),
    ):
        half, top = wide / 2 + grow, base + tall + grow
        shape = [
            [x - half, base - grow, z - front],
            [x + half, base - grow, z - front],
            [x + half, top - wide, z - front],
            [x - half, top - wide, z - front],
        ]
        point = [
            [x - half, top - wide, z - front],
            [x + half, top - wide, z - front],
            [x, top, z - front],
            [x, top, z - front],
        ]
        world.add(np.array([shape, point]), colour, surface, nearer=2.0 + 2.0 * bool(front))
    world.add(panel((x - 0.06, base, z - 0.1), (0.12, 0, 0), (0, tall - 0.4, 0)), STONE, nearer=5)


def _portal(world: World) -> None:
    for ring in range(5):
        half, tall = 3.0 - 0.4 * ring, 8.4 - 0.8 * ring
        shade = STONE * (1.15 - 0.14 * ring) if ring < 4 else np.array([0.05, 0.03, 0.02])
        z = 65.6 - 0.06 * ring
        body = [[-half, 0, z], [half, 0, z], [half, tall - half, z], [-half, tall - half, z]]
        arch = [
            [-half, tall - half, z],
            [half, tall - half, z],
            [half * 0.35, tall - 0.25 * half, z],
            [-half * 0.35, tall - 0.25 * half, z],
        ]
        world.add(np.array([body, arch]), shade, nearer=8 + 0.5 * ring)
    for step in range(4):
        world.add(box((0, 0.17 * step, 63.4 + 0.3 * step), (11 - 0.8 * step, 0.17, 4 - 0.4 * step)), STONE)


def _rose(world: World, centre: tuple[float, float, float], radius: float) -> None:
    x, y, z = centre
    angles = np.linspace(0, 2 * np.pi, 25)
    rim = np.stack([x + np.cos(angles) * radius, y + np.sin(angles) * radius, np.full(25, z)], axis=1)
    middle = np.broadcast_to([x, y, z], (24, 3))
    world.add(np.stack([middle, middle, rim[:-1], rim[1:]], axis=1), (0.025, 0.03, 0.04), Surface.GLASS, nearer=6)
    for angle in angles[:-1:2]:
        end = (x + np.cos(angle) * radius, y + np.sin(angle) * radius, z - 0.1)
        world.add(tube((x, y, z - 0.1), end, 0.1, sides=4), STONE * 1.1, nearer=7)
    for start, end in pairwise(rim):
        world.add(tube(start, end, 0.24, sides=4), STONE * 1.2, nearer=7)
