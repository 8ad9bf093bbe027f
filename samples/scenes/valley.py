"""A mountain valley with a lake, fir woods, meadows and snow, under layered clouds."""

from __future__ import annotations

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.land import Land
from studio.light import Sun
from studio.noise import Grid, at, fractal, smooth
from studio.plants import conifer
from studio.shot import Shot
from studio.sky import Sky
from studio.solids import box, panel
from studio.spots import Spots
from studio.world import Surface, World

LAKE = 0.0


def heights(x: Grid, z: Grid) -> Grid:
    """A lake basin, foothills at its sides, and a range that closes the valley."""
    far = smooth(700, 4200, z)
    aside = np.abs(x - 120 * np.sin(z / 700)) / (380 + 0.16 * z)
    ridge = at(fractal(91, 2.1), x * 0.05 + 300, z * 0.05 + 40)
    crag = 1 - 1.6 * np.abs(at(fractal(92, 1.9), x * 0.11, z * 0.11))
    fine = at(fractal(93, 2.0), x * 0.16, z * 0.16)
    walls = 460 * smooth(0.35, 2.1, aside) * (1 + 0.35 * ridge)
    range_ = far * (760 + 200 * ridge + 230 * crag)
    rough = (walls + range_) * 0.09 * fine + 2.5 * at(fractal(94, 1.9), x * 0.9, z * 0.9) * smooth(100, 400, z)
    shore = (
        -14
        + 26 * smooth(0.25, 0.8, aside)
        + 20 * smooth(1500, 2100, z)
        + 24 * smooth(150, 55, z + 0.18 * x + 16 * at(fractal(98, 1.9), x * 0.8, z * 0.8))
    )
    return np.asarray(shore + walls + range_ + rough, np.float32)


def shot() -> Shot:
    """Evening light from the left."""
    world = World(19)
    world.add(panel((-4000, LAKE, 20), (8000, 0, 0), (0, 0, 4000)), (0.02, 0.05, 0.06), Surface.WATER, layer=0)
    _wood(world)
    _farms(world)
    return Shot(
        world,
        Camera((0.0, 27.0, 0.0), 0.0, 0.98, 0.55),
        Sky(
            (0.12, 0.25, 0.55),
            (0.80, 0.72, 0.66),
            (1.3, 1.12, 0.95),
            (0.38, 0.40, 0.48),
            cover=0.5,
            soft=0.9,
            size=1.3,
            seed=95,
            glow=(0.5, 0.3, 0.12),
        ),
        Sun((-0.78, 0.40, 0.10), (3.0, 2.35, 1.55), (0, 0, 90), 100.0, 2.0),
        Film(exposure=0.86, contrast=1.1, saturation=1.05, warmth=0.01),
        Land(heights, 12.0, 9000.0, 620, 0.7),
        _cover,
        haze=((0.58, 0.62, 0.72), 0.00011),
        ambient=0.6,
        water=LAKE,
        ripple=0.5,
        shore=240.0,
        water_colour=(0.012, 0.03, 0.032),
    )


def _wood(world: World) -> None:
    rng = world.rng
    for _ in range(150):
        z = rng.uniform(32, 150)
        x = rng.choice([-1, 1]) * rng.uniform(0.14, 0.60) * z
        ground = float(heights(np.float32(x), np.float32(z)))
        if ground > LAKE + 0.6 and abs(x / z + 0.08) > 0.17:
            conifer(world, (x, ground - 0.3, z), rng.uniform(6, 13), (0.022, 0.045, 0.018), 420)


def _farms(world: World) -> None:
    rng = world.rng
    for _ in range(26):
        z = rng.uniform(480, 1500)
        x = rng.uniform(-0.5, 0.5) * z
        ground = float(heights(np.float32(x), np.float32(z)))
        if LAKE + 2 < ground < 60:
            world.add(box((x, ground - 2, z), (12, 8, 9), rng.uniform(0, 3)), (0.5, 0.47, 0.42))
            world.add(box((x, ground + 6, z), (13.5, 2.4, 6), rng.uniform(0, 3)), (0.2, 0.09, 0.06))


def _cover(spots: Spots) -> None:
    """Meadow on the flat, wood on the slopes, rock where it is steep, snow above the tree line."""
    land = spots.land
    x, y, z = spots.points.T
    steep = 1 - spots.normal[:, 1]
    patch, fleck = at(fractal(96, 1.6), x * 0.5, z * 0.5), at(fractal(97, 0.9), x * 1.7, z * 1.7)
    meadow = np.array([0.085, 0.10, 0.032], np.float32) * (1 + 0.25 * patch + 0.12 * fleck).clip(0.4, 1.7)[:, None]
    wood = np.array([0.022, 0.042, 0.02], np.float32) * (1 + 0.5 * fleck).clip(0.3, 2)[:, None]
    rock = np.array([0.21, 0.195, 0.18], np.float32) * (1 + 0.25 * fleck + 0.2 * patch).clip(0.4, 1.8)[:, None]
    snow = np.array([0.86, 0.87, 0.90], np.float32)
    colour = _blend(meadow, wood, smooth(-0.25, 0.15, patch + 3.0 * steep + y / 260 - 0.35))
    colour = _blend(colour, rock, smooth(0.0, 0.5, y / 620 + 0.9 * steep + 0.16 * patch - 0.92))
    colour = _blend(
        colour, np.broadcast_to(snow, colour.shape), smooth(0.0, 0.4, y / 800 - 0.75 * steep + 0.2 * patch - 0.72)
    )
    shore = smooth(1.6, 0.2, y)
    colour = _blend(colour, np.broadcast_to(np.float32([0.2, 0.18, 0.14]), colour.shape), shore * 0.8)
    spots.colour[land] = colour[land]
    spots.rough[land] = 0.12


def _blend(first: Grid, second: Grid, share: Grid) -> Grid:
    return first + (second - first) * share[:, None]
