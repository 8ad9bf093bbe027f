"""Chimneys, cooling towers and pipes over a river of sheds, with smoke in the evening light."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.houses import Front, block
from studio.land import Land
from studio.light import Sun
from studio.noise import Grid, at, fractal, smooth
from studio.plants import bare_tree
from studio.shot import Shot
from studio.sky import Sky
from studio.smoke import Plume, fume
from studio.solids import Quads, box, panel, step, tube
from studio.spots import Spots
from studio.world import Surface, World

STEAM = ((1.25, 0.98, 0.76), (0.42, 0.33, 0.36))
SOOT = ((0.46, 0.37, 0.33), (0.10, 0.085, 0.09))
PLUMES = (
    Plume((-62, 46, 250), 15, 0.34, 0.55, *STEAM, 0.97, 190, 101),
    Plume((-20, 46, 262), 15, 0.34, 0.55, *STEAM, 0.95, 190, 103),
    Plume((28, 84, 225), 3.2, 0.22, 0.95, *SOOT, 0.94, 110, 105),
    Plume((52, 70, 205), 2.6, 0.24, 1.0, *SOOT, 0.85, 90, 107),
    Plume((74, 30, 190), 3.0, 0.3, 0.8, *STEAM, 0.8, 50, 109),
)


def heights(x: Grid, z: Grid) -> Grid:
    """Waste ground with tussocks on both banks of a river."""
    bank = -6 + 6.5 * smooth(72, 84, z + 3 * at(fractal(117, 1.8), x * 1.5, z)) + 7.5 * smooth(15, 6, z + 0.25 * x)
    return np.asarray(
        bank + 0.5 * at(fractal(111, 1.7), x * 4, z * 4) + 0.22 * at(fractal(112, 1.2), x * 22, z * 22), np.float32
    )


def shot() -> Shot:
    """Low sun behind the left shoulder; everything far goes orange in the haze."""
    world = World(640)
    world.add(panel((-400, 0, 4), (800, 0, 0), (0, 0, 95)), (0.03, 0.03, 0.03), Surface.WATER, layer=0)
    for x, z in ((-62, 250), (-20, 262)):
        _tower(world, x, z)
    for x, z, tall in ((28, 225, 84), (52, 205, 70), (-104, 240, 92), (96, 250, 76)):
        _chimney(world, x, z, tall)
    _sheds(world)
    _pipes(world)
    for x, z, tall in ((-38, 86, 11), (-31, 88, 9), (36, 87, 10), (44, 86, 12), (22, 88, 8)):
        bare_tree(world, (x, 0, z), tall)
    return Shot(
        world,
        Camera((-6.0, 7.0, 0.0), 0.0, 0.86, 0.70),
        Sky(
            (0.12, 0.18, 0.36),
            (0.60, 0.42, 0.29),
            (1.0, 0.72, 0.52),
            (0.42, 0.33, 0.36),
            cover=0.45,
            soft=1.2,
            size=1.1,
            seed=113,
            glow=(0.8, 0.35, 0.1),
        ),
        Sun((-0.85, 0.26, -0.05), (2.6, 1.55, 0.75), (0, 0, 140), 150.0, 1.4),
        Film(exposure=0.98, contrast=1.14, warmth=0.02),
        Land(heights, 2.0, 600.0, 460, 0.2),
        _weathered,
        haze=((0.52, 0.38, 0.28), 0.0015),
        ambient=0.62,
        smoke=_smoke,
        water=0.0,
        shore=40.0,
        ripple=0.7,
        water_colour=(0.05, 0.035, 0.025),
    )


def _smoke(light: Grid, ahead: Grid, camera: Camera) -> Grid:
    for plume in PLUMES:
        light = fume(light, ahead, camera, plume)
    return light


def _tower(world: World, x: float, z: float) -> None:
    """A cooling tower: a hyperboloid of revolution in stacked rings."""
    share = np.linspace(0, 1, 17)
    radii = 15.5 * np.sqrt(1 + ((share - 0.72) / 0.62) ** 2)
    for low, high, start, end in zip(radii[:-1], radii[1:], share[:-1] * 50, share[1:] * 50, strict=True):
        world.add(tube((x, start + 4, z), (x, end + 4, z), low, high, 40), (0.36, 0.34, 0.32), rough=0.2)
    for angle in np.linspace(0, 2 * np.pi, 36):
        foot = np.array([x + np.cos(angle) * 25, 0, z + np.sin(angle) * 25])
        world.add(tube(foot, foot + step(0, 5, 0), 0.5, sides=4), (0.25, 0.24, 0.22))


def _chimney(world: World, x: float, z: float, tall: float) -> None:
    rings = np.linspace(0, tall, 13)
    for number, (low, high) in enumerate(pairwise(rings)):
        paint = (0.40, 0.07, 0.05) if number > 7 and number % 2 else (0.40, 0.37, 0.34)
        world.add(tube((x, low, z), (x, high, z), 3.6 - low / tall * 1.5, 3.6 - high / tall * 1.5, 18), paint)
    for height in (0.5, 0.75, 0.97):
        world.add(
            tube((x, tall * height, z), (x, tall * height + 0.8, z), 4.2 - height * 1.2, sides=18), (0.08, 0.08, 0.08)
        )


def _sheds(world: World) -> None:
    rng = world.rng
    for row, z in enumerate((118, 150, 186)):
        x = -110.0
        while x < 110:
            bays = int(rng.integers(4, 10))
            wall = np.array([[0.26, 0.14, 0.10], [0.30, 0.29, 0.27], [0.22, 0.25, 0.27], [0.30, 0.24, 0.17]])[
                rng.integers(4)
            ]
            storeys = int(rng.integers(1, 4)) + row
            block(world, Front((x, 0, z), 0, bays, storeys, 3.4, 4.0, (2.2, 2.3), 1.0, 0.2, wall), 16, sides=1)
            for saw in range(bays):
                roof = [
                    [x + saw * 3.4, storeys * 4.0 + 0.6, z],
                    [x + saw * 3.4, storeys * 4.0 + 2.6, z],
                    [x + saw * 3.4 + 3.4, storeys * 4.0 + 0.6, z],
                ]
                world.add(np.array([[*roof, roof[2]]]), wall * 0.8)
            x += bays * 3.4 + rng.uniform(1, 7)
    for x in (-86, -78, 66, 84, 101):
        world.add(tube((x, 0, 108), (x, 9, 108), 3.6, sides=20), (0.40, 0.39, 0.37), Surface.GLOSS, rough=0.3)
        world.add(tube((x, 9, 108), (x, 10.2, 108), 3.6, 0.3, 20), (0.33, 0.32, 0.3))


def _pipes(world: World) -> None:
    iron: list[Quads] = []
    for level, z in ((6.0, 96.0), (7.2, 97.0), (8.1, 96.2)):
        iron.append(tube((-120, level, z), (120, level, z), 0.5, sides=8))
    for x in np.arange(-115, 118, 9.0):
        iron += [
            tube((x, 0, 95), (x, 8.6, 95), 0.22, sides=4),
            tube((x, 0, 98), (x, 8.6, 98), 0.22, sides=4),
            box((x, 5.2, 96.5), (0.3, 0.3, 3.4)),
        ]
    world.add(np.concatenate(iron), (0.24, 0.22, 0.20), rough=0.4)
    for x in (-12.0, 4.0):
        mast = [tube((x + side * 2.0, 0, 128), (x, 44, 128), 0.16, sides=4) for side in (-1, 1)]
        for height in np.arange(3, 42, 3.2):
            reach = 2.0 * (1 - height / 44)
            mast += [
                tube((x - reach, height, 128), (x + reach * 0.9, height + 3, 128), 0.09, sides=3),
                tube((x + reach, height, 128), (x - reach * 0.9, height + 3, 128), 0.09, sides=3),
            ]
        mast += [tube((x - 6, level, 128), (x + 6, level, 128), 0.14, sides=4) for level in (31, 36, 41)]
        world.add(np.concatenate(mast), (0.14, 0.14, 0.14))
    world.add(panel((-200, 0.6, 90), (400, 0, 0), (0, 2.0, 0)), (0.30, 0.29, 0.27), rough=0.4)


def _weathered(spots: Spots) -> None:
    """Dry grass, and rust and rain marks on what was built."""
    x, y, z = spots.points.T
    tuft = at(fractal(114, 1.2), x * 12, z * 12)
    grass = np.array([0.15, 0.115, 0.05], np.float32) * (1 + 0.4 * tuft).clip(0.3, 2)[:, None]
    spots.colour[spots.land] = grass[spots.land]
    built = ~spots.land & (np.abs(spots.normal[:, 1]) < 0.5)
    stain = (1 + 0.18 * at(fractal(115, 1.5), (x + z) * 7, y * 1.2) + 0.10 * at(fractal(116, 1.3), x * 4, y * 4)).clip(
        0.4, 1.3
    )
    spots.colour[built] *= stain[built, None]
