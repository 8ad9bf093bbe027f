"""Wind turbines over ripening fields, a farm track, round bales, a line of trees."""

from __future__ import annotations

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.houses import Front, block
from studio.land import Land
from studio.light import Sun
from studio.noise import Grid, at, fractal, smooth
from studio.plants import leafy_tree
from studio.shot import Shot
from studio.sky import Sky
from studio.solids import ball, box, step, taper, tube, turn
from studio.spots import Spots
from studio.world import Surface, World


def heights(x: Grid, z: Grid) -> Grid:
    """Long, low swells of farmland."""
    swell = 9 * np.sin(x / 95 + 0.6) + 11 * np.sin(z / 120 + x / 260) + 6 * at(fractal(171, 2.1), x * 0.25, z * 0.25)
    ears = 0.05 * at(fractal(172, 1.3), x * 40, z * 22) * smooth(160, 20, z)
    return np.asarray(
        (swell - 12) * smooth(10, 130, z) + ears - 0.2 * smooth(1.5, 0.9, np.abs(x - _track(z))), np.float32
    )


def _track(z: Grid) -> Grid:
    return np.asarray(-2.5 + 0.14 * z + 14 * np.sin(z / 60), np.float32)


def shot() -> Shot:
    """Evening, after rain."""
    world = World(555)
    rng = world.rng
    for x, z, spin in (
        (-62, 210, 0.3),
        (-14, 330, 1.2),
        (52, 250, 0.8),
        (118, 420, 0.1),
        (-150, 430, 1.6),
        (40, 560, 0.5),
        (-70, 640, 1.0),
    ):
        _turbine(world, x, z, spin)
    for _ in range(34):
        x, z = rng.uniform(-30, 45), rng.uniform(24, 120)
        ground = float(heights(np.float32(x), np.float32(z)))
        if x - float(_track(np.float32(z))) > 3:
            world.add(
                tube((x - 0.6, ground + 0.65, z), (x + 0.6, ground + 0.65, z + 0.3), 0.7, sides=14),
                (0.40, 0.29, 0.11),
                rough=0.5,
            )
            world.add(
                tube((x - 0.62, ground + 0.65, z), (x - 0.6, ground + 0.65, z), 0.02, 0.7, 14),
                (0.36, 0.25, 0.10),
                rough=0.6,
            )
    for x in np.arange(-150, 160, 8.5):
        z = 165 + 20 * np.sin(x / 30)
        ground = float(heights(np.float32(x), np.float32(z)))
        leafy_tree(world, (x + rng.normal(0, 2), ground - 0.3, z), rng.uniform(5, 10), (0.055, 0.075, 0.022), 1300, 0.3)
    _farm(world, (26.0, 190.0))
    return Shot(
        world,
        Camera((0.0, 9.5, 0.0), 0.03, 0.95, 0.55),
        Sky(
            (0.12, 0.22, 0.50),
            (0.86, 0.70, 0.52),
            (1.2, 0.88, 0.66),
            (0.33, 0.33, 0.43),
            cover=0.0,
            soft=1.0,
            size=1.0,
            seed=175,
            glow=(0.7, 0.35, 0.12),
        ),
        Sun((-0.80, 0.28, 0.20), (3.0, 2.05, 1.1), (0, 0, 110), 115.0, 1.4),
        Film(exposure=0.82, contrast=1.1, warmth=0.01),
        Land(heights, 1.6, 1800.0, 620, 0.12),
        _sown,
        haze=((0.70, 0.63, 0.56), 0.0006),
        ambient=0.62,
    )


def _turbine(world: World, x: float, z: float, spin: float) -> None:
    foot = float(heights(np.float32(x), np.float32(z)))
    hub = np.array([x, foot + 70.0, z - 2.5])
    world.add(tube((x, foot, z), (x, foot + 70, z), 2.1, 1.2, 16), (0.62, 0.62, 0.62), Surface.GLOSS, rough=0.05)
    world.add(taper((x, foot + 68.8, z + 1.2), (3.2, 3.2, 8.5), 0.9), (0.62, 0.62, 0.62), Surface.GLOSS)
    world.add(ball(hub - step(0, 0, 1.2), (1.5, 1.5, 2.0)), (0.6, 0.6, 0.6))
    for blade in range(3):
        angle = spin + blade * 2 * np.pi / 3
        for start, end, wide, tip in ((1.2, 10, 1.7, 1.9), (10, 36, 1.9, 0.25)):
            way = np.array([np.sin(angle), np.cos(angle), 0.0])
            across = np.array([way[1], -way[0], 0.25])
            low, high = hub + way * start, hub + way * end
            world.add(
                np.array(
                    [
                        [
                            low - across * wide * 0.3,
                            low + across * wide * 0.7,
                            high + across * tip * 0.7,
                            high - across * tip * 0.3,
                        ]
                    ]
                ),
                (0.64, 0.64, 0.64),
                rough=0.03,
            )


def _farm(world: World, place: tuple[float, float]) -> None:
    x, z = place
    ground = float(heights(np.float32(x), np.float32(z))) - 0.5
    block(world, Front((x, ground, z), 0.0, 5, 2, 3.0, 3.0, wall=(0.42, 0.22, 0.15)), 9)
    world.add(taper((x + 7.5, ground + 6.4, z + 4.5), (17, 4.6, 11), 0.35), (0.20, 0.08, 0.05), rough=0.4)
    world.add(box((x + 26, ground, z + 6), (22, 6, 12)) @ turn(0.0), (0.26, 0.20, 0.15), rough=0.4)
    world.add(taper((x + 26, ground + 6, z + 6), (23, 3.4, 13), 0.4), (0.17, 0.16, 0.16), rough=0.3)
    world.add(
        tube((x - 5, ground, z + 8), (x - 5, ground + 12, z + 8), 2.2, sides=16), (0.45, 0.46, 0.46), Surface.GLOSS
    )
    world.add(ball((x - 5, ground + 12, z + 8), (2.2, 1.4, 2.2), 5, 16, 0.5), (0.42, 0.43, 0.43), Surface.GLOSS)


def _sown(spots: Spots) -> None:
    """Wheat on the left, stubble on the right of the track, other fields beyond, with tractor lines."""
    x, _, z = spots.points.T
    land = spots.land
    ears, broad = (
        at(fractal(173, 0.9), x * 44, z * 24) / (1 + spots.ahead / 60),
        at(fractal(174, 1.7), x * 1.4, z * 1.4),
    )
    wheat = np.array([0.36, 0.24, 0.07], np.float32) * (1 + 0.16 * ears + 0.14 * broad).clip(0.3, 1.8)[:, None]
    stubble = (
        np.array([0.30, 0.225, 0.105], np.float32)
        * (1 + 0.10 * ears + 0.10 * np.sin(x * 5.5) + 0.1 * broad).clip(0.4, 1.6)[:, None]
    )
    field = np.floor(x / 70 + 0.3 * np.sin(z / 90)) + 3 * np.floor(z / 95)
    tones = np.array(
        [[0.10, 0.13, 0.035], [0.33, 0.24, 0.08], [0.16, 0.16, 0.05], [0.20, 0.14, 0.09], [0.36, 0.30, 0.09]],
        np.float32,
    )
    far = tones[np.mod(field, 5).astype(np.int32)] * (1 + 0.12 * broad + 0.08 * np.sin(x * 0.9))[:, None]
    aside = x - _track(z)
    near = np.where((aside < 0)[:, None], wheat, stubble)
    colour = near + (far - near) * smooth(118, 135, z)[:, None]
    ruts = smooth(0.45, 0.25, np.abs(np.abs(aside) - 0.75))
    earth = np.array([0.20, 0.15, 0.095], np.float32) * (1 + 0.2 * broad + 0.12 * ears)[:, None]
    verge = np.array([0.10, 0.12, 0.035], np.float32) * (1 + 0.3 * ears)[:, None]
    path = verge + (earth - verge) * ruts[:, None]
    colour = colour + (path - colour) * (smooth(1.7, 1.3, np.abs(aside)) * smooth(118, 100, z))[:, None]
    spots.colour[land] = colour[land]
    spots.rough[land] = 0.12
