"""Vehicles and boats, from boxes, wheels and tubes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from studio.solids import Point, Quads, box, lettering, moved, panel, split, taper, tube, wheel
from studio.world import Surface, World

TYRE = (0.015, 0.015, 0.016)
DARK_GLASS = (0.015, 0.018, 0.02)


class _Kit:
    """Parts given in a vehicle's own axes (x ahead, y up, z to its right), set down at one place."""

    def __init__(self, world: World, place: Point, yaw: float, piece: float = 0.7) -> None:
        self._world, self._place, self._yaw, self._piece = world, place, yaw, piece

    def add(
        self, quads: Quads, colour: object, surface: Surface = Surface.GLOSS, rough: float = 0.2, nearer: float = 0.0
    ) -> None:
        if np.ndim(colour) == 1:
            quads = split(quads, self._piece)
        self._world.add(moved(quads, self._place, self._yaw), colour, surface, rough=rough, nearer=nearer)

    def wheels(self, aheads: tuple[float, ...], half: float, radius: float) -> None:
        for ahead in aheads:
            for side in (-half, half):
                self.add(wheel((ahead, radius, side), radius, 0.28), TYRE, Surface.MATTE)
                self.add(wheel((ahead, radius, side * 1.03), radius * 0.5, 0.26), (0.3, 0.3, 0.3))


def fire_engine(world: World, place: Point, yaw: float) -> None:
    """A red engine with a white stripe, lockers, a ladder and blue lights."""
    kit, red = _Kit(world, place, yaw), (0.34, 0.022, 0.018)
    kit.add(box((0, 0.55, 0), (7.4, 0.35, 2.3)), (0.04, 0.04, 0.04), Surface.MATTE)
    kit.add(box((-1.1, 0.85, 0), (5.0, 2.0, 2.45)), red)
    kit.add(taper((2.75, 0.75, 0), (1.9, 2.1, 2.4), 0.93, shift=-0.06), red)
    for side in (-1.235, 1.235):
        kit.add(panel((-3.5, 1.25, side), (6.9, 0, 0), (0, 0.22, 0)), (0.75, 0.75, 0.72), nearer=0.4)
        for locker in range(3):
            kit.add(
                panel((-3.4 + 1.55 * locker, 1.55, side), (1.4, 0, 0), (0, 1.15, 0)), (0.36, 0.37, 0.38), nearer=0.3
            )
        kit.add(panel((2.15, 1.75, side), (1.2, 0, 0), (0, 0.75, 0)), DARK_GLASS, Surface.GLASS, nearer=0.4)
    kit.add(panel((3.69, 1.65, -1.0), (0, 0, 2.0), (-0.06, 0.95, 0)), DARK_GLASS, Surface.GLASS, nearer=0.4)
    kit.add(lettering("101", (-0.2, 2.5, -1.26), (1, 0, 0), 0.32), (0.8, 0.8, 0.76), nearer=0.5)
    kit.add(box((3.72, 0.75, 0), (0.12, 0.4, 2.3)), (0.7, 0.7, 0.68))
    for rail in (-0.35, 0.35):
        kit.add(tube((-3.4, 3.0, rail), (2.2, 3.1, rail), 0.05, sides=4), (0.5, 0.5, 0.5))
    for rung in np.linspace(-3.2, 2.0, 12):
        kit.add(tube((rung, 3.0, -0.35), (rung, 3.0, 0.35), 0.03, sides=3), (0.5, 0.5, 0.5))
    kit.add(box((2.7, 2.87, 0), (0.4, 0.2, 1.7)), (0.05, 0.15, 1.1), Surface.GLOW)
    kit.wheels((-2.2, 2.3), 1.12, 0.52)


def excavator(world: World, place: Point, yaw: float) -> None:
    """A yellow crawler excavator with its arm out."""
    kit, paint = _Kit(world, place, yaw), (0.46, 0.27, 0.03)
    for side in (-1.15, 1.15):
        kit.add(taper((0, 0, side), (4.0, 0.95, 0.6), 0.86), (0.05, 0.045, 0.04), Surface.MATTE)
        for roller in np.linspace(-1.5, 1.5, 6):
            kit.add(wheel((roller, 0.42, side), 0.26, 0.66), (0.09, 0.08, 0.07), Surface.MATTE)
    kit.add(box((-0.4, 0.95, 0), (3.6, 0.35, 2.5)), (0.08, 0.08, 0.08))
    kit.add(taper((-1.2, 1.3, 0), (2.2, 1.15, 2.5), 0.94), paint)
    kit.add(taper((0.75, 1.3, -0.7), (1.6, 1.65, 1.05), 0.88, shift=-0.08), paint)
    kit.add(box((0.8, 1.95, -0.7), (1.66, 0.8, 1.1)), DARK_GLASS, Surface.GLASS, nearer=0.4)
    joints = np.array([[0.6, 1.7, 0.3], [3.0, 5.4, 0.3], [6.4, 4.2, 0.3], [6.9, 2.0, 0.3]])
    for start, end, thick in zip(joints[:-1], joints[1:], (0.34, 0.27, 0.2), strict=True):
        kit.add(tube(start, end, thick, thick * 0.8, 4), paint)
    kit.add(tube((1.6, 1.9, 0.3), (3.4, 4.7, 0.3), 0.09), (0.5, 0.5, 0.5))
    kit.add(tube((3.6, 5.7, 0.3), (5.9, 4.9, 0.3), 0.08), (0.5, 0.5, 0.5))
    kit.add(taper((6.6, 0.9, 0.3), (1.2, 1.1, 1.3), 1.2), (0.1, 0.09, 0.08), Surface.MATTE, 0.3)


def car(world: World, place: Point, yaw: float, paint: Point, lamps: float = 0.0) -> None:
    """A saloon; with `lamps` above 0 its head and tail lamps shine."""
    kit = _Kit(world, place, yaw)
    kit.add(taper((0, 0.3, 0), (4.3, 0.5, 1.76), 0.97), paint)
    kit.add(taper((0, 0.78, 0), (4.2, 0.16, 1.7), 0.93), paint)
    kit.add(taper((-0.2, 0.92, 0), (2.7, 0.56, 1.56), 0.72), DARK_GLASS, Surface.GLASS)
    kit.add(box((-0.25, 1.46, 0), (1.85, 0.05, 1.14)), paint, nearer=1.0)
    for pillar in (-1.05, -0.15, 0.72):
        for side in (-1, 1):
            kit.add(
                tube((pillar * 1.2, 0.92, side * 0.77), (pillar, 1.47, side * 0.57), 0.04, sides=3), paint, nearer=0.5
            )
    for side in (-0.62, 0.62):
        white, red = (3.0 * lamps, 2.8 * lamps, 2.2 * lamps), (2.2 * lamps, 0.06 * lamps, 0.04 * lamps)
        kit.add(
            box((2.12, 0.55, side), (0.08, 0.14, 0.32)),
            white if lamps else (0.6, 0.6, 0.6),
            Surface.GLOW if lamps else Surface.GLOSS,
        )
        kit.add(
            box((-2.12, 0.6, side), (0.08, 0.14, 0.32)),
            red if lamps else (0.3, 0.02, 0.02),
            Surface.GLOW if lamps else Surface.GLOSS,
        )
    kit.wheels((-1.3, 1.35), 0.8, 0.32)


def boat(world: World, place: Point, yaw: float, hull: Point, length: float = 9.0, mast: bool = False) -> None:
    """A fishing boat with a wheelhouse, or with a mast and its stays."""
    kit, half, beam = _Kit(world, place, yaw), length / 2, length * 0.16
    side = [(-half, beam * 0.8), (0.2 * half, beam), (0.75 * half, beam * 0.55), (half, 0.0)]
    for hand in (-1, 1):
        for (x0, w0), (x1, w1) in pairwise(side):
            sheer = [0.11 * length + 0.03 * length * max(0.0, x / half) ** 2 for x in (x0, x1)]
            strake = [
                [x0, -0.3, hand * w0 * 0.8],
                [x1, -0.3, hand * w1 * 0.8],
                [x1, sheer[1], hand * w1],
                [x0, sheer[0], hand * w0],
            ]
            rail = [
                [x0, sheer[0], hand * w0],
                [x1, sheer[1], hand * w1],
                [x1, sheer[1] + 0.16, hand * w1],
                [x0, sheer[0] + 0.16, hand * w0],
            ]
            kit.add(np.array([strake]), hull)
            kit.add(np.array([rail]), (0.6, 0.58, 0.54))
    kit.add(panel((-half, -0.3, -beam * 0.7), (0, 0, beam * 1.4), (0, 0.11 * length + 0.3, 0)), hull)
    kit.add(
        panel((-half, 0.09 * length, -beam * 0.8), (1.6 * half, 0, 0), (0, 0, beam * 1.6)),
        (0.3, 0.25, 0.19),
        Surface.MATTE,
    )
    cabin = 0.2 * length if not mast else 0.1 * length
    kit.add(taper((0.05 * length, 0.1 * length, 0), (0.26 * length, cabin, beam * 1.1), 0.9), (0.62, 0.61, 0.58))
    kit.add(
        box((0.06 * length, 0.1 * length + cabin * 0.5, 0), (0.25 * length, cabin * 0.28, beam * 1.08)),
        DARK_GLASS,
        Surface.GLASS,
        nearer=0.5,
    )
    top = length * (1.35 if mast else 0.62)
    kit.add(tube((0.0, 0.1 * length, 0), (0, top, 0), 0.07, 0.04, 5), (0.5, 0.47, 0.42))
    for end in (-half, half * 0.98):
        kit.add(tube((0, top, 0), (end, 0.13 * length, 0), 0.014, sides=3), (0.2, 0.2, 0.2))
    if mast:
        kit.add(
            tube((0, 0.24 * length, 0), (-0.42 * length, 0.26 * length, 0), 0.12, 0.09, 6),
            (0.55, 0.55, 0.6),
            Surface.MATTE,
        )
    else:
        kit.add(tube((0, 0.3 * length, 0), (-0.3 * length, 0.5 * length, 0), 0.05, sides=4), (0.4, 0.3, 0.1))


def container(world: World, place: Point, yaw: float, paint: Point, length: float = 12.2) -> None:
    """A shipping container with ribbed sides."""
    kit, wide, tall = _Kit(world, place, yaw, 2.6), 2.44, 2.59
    kit.add(box((0, 0, 0), (length, tall, wide)), paint, rough=0.2)
    ribs = np.arange(0.4, length - 0.3, 0.55) - length / 2
    for side in (-wide / 2 - 0.012, wide / 2 + 0.012):
        strips = np.concatenate([panel((rib, 0.2, side), (0.2, 0, 0), (0, tall - 0.4, 0)) for rib in ribs])
        kit.add(strips, np.asarray(paint) * 0.5, rough=0.2, nearer=0.6)
        for low in (0.0, tall - 0.16):
            rail = panel((-length / 2, low, side * 1.01), (length, 0, 0), (0, 0.16, 0))
            kit.add(rail, np.asarray(paint) * 0.45, rough=0.2, nearer=0.6)
        for post in (-length / 2, length / 2 - 0.22):
            kit.add(panel((post, 0, side * 1.01), (0.22, 0, 0), (0, tall, 0)), np.asarray(paint) * 0.45, nearer=0.6)
