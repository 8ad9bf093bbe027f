"""A panel block with its middle section gone, a hill of rubble in the gap, and rescue workers on it."""

from __future__ import annotations

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.houses import Front, block
from studio.land import Land
from studio.light import Sun
from studio.noise import Grid, at, fractal, smooth
from studio.people import Clothes, stand
from studio.plants import bare_tree
from studio.shot import Shot
from studio.sky import Sky
from studio.smoke import Plume, fume
from studio.solids import panel, tube
from studio.spots import Spots
from studio.vehicles import excavator, fire_engine
from studio.world import Surface, World

from scenes.panel_block import LEFT, RIGHT, balconies, half
from scenes.rubble import heights, level, rubble


def shot() -> Shot:
    """The hero of the samples."""
    world = World(2204)
    for front, gap in ((LEFT, "right"), (RIGHT, "left")):
        half(world, front, gap)
    rubble(world)
    balconies(world)
    _rescuers(world)
    excavator(world, (11.5, level(11.5, 36) - 0.1, 36), 2.45)
    fire_engine(world, (-12.0, level(-12.0, 28.5), 28.5), 0.42)
    _surroundings(world)
    return Shot(
        world,
        Camera((0.4, 2.6, 3.0), 0.0, 1.12, 0.735),
        Sky(
            (0.20, 0.34, 0.62),
            (0.66, 0.72, 0.80),
            (0.98, 0.96, 0.93),
            (0.46, 0.48, 0.53),
            cover=-0.5,
            soft=1.5,
            size=1.3,
            seed=31,
        ),
        Sun((-0.62, 0.62, -0.55), (2.2, 1.98, 1.65), (0, 0, 36), 56.0, 2.2),
        Film(exposure=0.88, saturation=0.92, warmth=0.015, contrast=1.12),
        Land(heights, 1.5, 200.0, 640, 0.10),
        _dirt,
        haze=((0.62, 0.66, 0.72), 0.0013),
        ambient=0.72,
        smoke=_smoulder,
    )


def _smoulder(light: Grid, ahead: Grid, camera: Camera) -> Grid:
    """What still burns somewhere under the rubble and behind it."""
    far = Plume((-1.0, 3.0, 58), 2.2, 0.26, 0.42, (0.50, 0.49, 0.49), (0.20, 0.20, 0.21), 0.8, 34, 211)
    near = Plume((3.4, 4.5, 45), 0.7, 0.3, 0.5, (0.62, 0.62, 0.62), (0.40, 0.40, 0.41), 0.5, 9, 213)
    return fume(fume(light, ahead, camera, far), ahead, camera, near)


def _rescuers(world: World) -> None:
    """Firefighters in dark coats with bright bands, and technical crews in orange."""
    service = Clothes((0.035, 0.045, 0.075), (0.03, 0.04, 0.065), (0.75, 0.75, 0.35), (0.62, 0.06, 0.04))
    crew = Clothes((0.50, 0.13, 0.025), (0.05, 0.07, 0.12), (0.7, 0.7, 0.65), (0.78, 0.76, 0.7))
    chief = Clothes((0.05, 0.09, 0.2), (0.04, 0.05, 0.08), (0.75, 0.75, 0.6), (0.75, 0.58, 0.06))
    crowd = (
        (-2.6, 19.0, 0.5, "walk", service), (3.2, 21.5, -2.4, "bend", crew), (4.3, 22.2, 2.2, "bend", service),
        (-5.6, 25.5, 1.2, "stand", chief), (-4.7, 26.0, -1.4, "stand", service), (0.4, 33.0, 2.9, "bend", crew),
        (2.2, 35.5, 0.4, "walk", service), (-2.2, 37.5, 0.9, "bend", service), (5.5, 38.5, -0.8, "raise", crew),
        (-0.6, 41.5, 0.3, "walk", crew), (7.4, 31.0, -1.0, "stand", chief), (-8.6, 29.8, 0.8, "walk", crew),
        (3.6, 43.5, 2.0, "bend", service), (-8.0, 22.5, 1.5, "stand", service), (8.5, 25.0, -0.5, "walk", crew),
    )  # fmt: skip
    for x, z, facing, pose, clothes in crowd:
        stand(world, (x, level(x, z) - 0.03, z), facing, clothes, pose)


def _surroundings(world: World) -> None:
    """Bare trees, and the next block of the estate behind."""
    for x, z, tall in (
        (-20.5, 35, 11),
        (-15.5, 37, 9),
        (16.5, 33, 11),
        (19.5, 31, 12),
        (4, 74, 13),
        (-4, 78, 14),
        (9, 82, 12),
        (-9, 80, 13),
    ):
        bare_tree(world, (x, 0, z), tall, forks=6 if z < 60 else 5)
    block(world, Front((-30, 0, 110), -0.05, 18, 5, wall=(0.40, 0.36, 0.30)), 12)
    world.add(panel((-12, 0.02, 110), (30, 0, 0), (0, 3, 0)), (0.1, 0.11, 0.08), layer=0)
    for x in (-19.0, 21.0):
        world.add(tube((x, 0, 27), (x, 9, 27), 0.12, 0.08, 8), (0.25, 0.25, 0.25), Surface.GLOSS)


def _dirt(spots: Spots) -> None:
    """What the land is covered with, then what fire and dust have left on everything."""
    x, y, z = spots.points.T
    _ground(spots, x, y, z)
    wall = ~spots.land & (np.abs(spots.normal[:, 1]) < 0.4) & (z > 37) & (z < 60)
    stain = at(fractal(24, 1.6), x * 7, y * 3.5) + 0.5 * at(fractal(25, 1.2), x * 26, y * 5)
    near = np.exp(-np.abs(np.abs(x - 2.2) - 8) / 6.0)
    soot = np.maximum(
        0.9 * smooth(0.2, 1.9, stain + 2.3 * near - 0.75), _tongues(x, y, stain) * smooth(0.02, 0.3, near)
    )
    joint = (np.abs(np.mod(y + 0.04, 2.8)) < 0.07) | (np.mod(np.where(x < 2, x + 42.0, x - 10.0), 3.2) < 0.06)
    spots.colour[wall] *= ((1 - 0.86 * soot) * np.where(joint, 0.72, 1.0))[wall, None]
    paint = spots.surface == Surface.GLOSS
    grime = smooth(-0.6, 1.6, stain - 0.25 * y)[:, None]
    spots.colour[paint] = (spots.colour * (0.9 - 0.35 * grime) + 0.045 * grime)[paint]
    dusty = ~spots.land & (z > 8) & (spots.normal[:, 1] > 0.5)
    spots.colour[dusty] = spots.colour[dusty] * 0.7 + np.array([0.10, 0.094, 0.085], np.float32)


def _tongues(x: Grid, y: Grid, stain: Grid) -> Grid:
    """Soot above windows that burnt: about every third, wider and fainter the higher it licked."""
    bay, storey = np.where(x < 2, x + 42.0, x - 10.0) / 3.2, (y - 2.25) / 2.8
    burnt = np.sin(np.floor(bay) * 12.9 + np.floor(storey) * 78.2) > 0.1
    aside, up = np.abs(np.mod(bay, 1) - 0.5), np.mod(storey, 1)
    return np.where(burnt, smooth(0.30, 0.05, aside - 0.12 * up + 0.06 * stain) * (1 - 0.8 * up), 0)


def _ground(spots: Spots, x: Grid, y: Grid, z: Grid) -> None:
    """Mud and dust; puddles where the yard is lowest; the ruts of heavy wheels."""
    mud, dust = np.array([0.115, 0.095, 0.075], np.float32), np.array([0.30, 0.28, 0.255], np.float32)
    patches = at(fractal(23, 1.5), x * 6, z * 6)
    rut = smooth(0.55, 0.2, np.abs(np.abs(x + 0.55 * z - 9.5 + 0.7 * patches) - 1.0)) * smooth(30, 18, z)
    pale = (smooth(0.25, 2.2, y) * 0.8 + 0.35 * smooth(-0.2, 1.2, patches) - 0.35 * rut).clip(0, 1)[:, None]
    ground = spots.land
    spots.colour[ground] = (mud * (1 - pale) + dust * pale)[ground]
    spots.rough[ground] = 0.42
    hollow = at(fractal(26, 1.5), x * 7 + 60, z * 11)
    wet = ground & (z < 29) & (y < 0.6) & (hollow + 0.6 * rut > 0.75)
    damp = (ground & (z < 29))[:, None] * smooth(0.1, 0.75, hollow + 0.6 * rut)[:, None]
    spots.colour *= 1 - 0.5 * damp
    spots.colour[wet], spots.surface[wet], spots.rough[wet] = 0.03, Surface.GLASS, 0.03
    spots.normal[wet] = [0.0, 1.0, 0.0]
