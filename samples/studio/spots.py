"""Spots: what is known of each pixel that shows something, and what light and water do to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.camera import Camera
from studio.noise import Grid, at, fractal, nearest, relief
from studio.world import Surface


@dataclass
class Spots:
    """Everything known about the pixels that show something: arrays as long as there are such pixels."""

    where: NDArray[np.intp]
    points: Grid
    normal: Grid
    colour: Grid
    surface: Grid
    rough: Grid
    ahead: Grid
    land: NDArray[np.bool_]


@dataclass(frozen=True)
class Lamp:
    """A light that shines all round: where, how brightly in which colour, and at how many metres it has halved."""

    place: tuple[float, float, float]
    light: tuple[float, float, float]
    half: float = 4.0


def drown(spots: Spots, camera: Camera, rise: Grid, level: float) -> None:
    """Turn what lies under water into the surface of the water above it."""
    sunk = np.flatnonzero((spots.points[:, 1] < level - 0.002) & (spots.surface != Surface.WATER) & (rise < 0))
    ahead = (np.float32(level - camera.eye[1]) / rise[sunk]).astype(np.float32)
    eye = np.asarray(camera.eye, np.float32)
    spots.points[sunk] = eye + (spots.points[sunk] - eye) * (ahead / spots.ahead[sunk])[:, None]
    spots.ahead[sunk], spots.surface[sunk], spots.land[sunk] = ahead, Surface.WATER, False
    spots.normal[sunk] = [0.0, 1.0, 0.0]


def textured(spots: Spots) -> tuple[Grid, Grid]:
    """The colours of spots with the grain of their surface, and how its bumps change the light on them."""
    flat = np.abs(spots.normal[:, 1]) > 0.6
    side = ~flat & (np.abs(spots.normal[:, 0]) > np.abs(spots.normal[:, 2]))
    u = np.where(side, spots.points[:, 2], spots.points[:, 0])
    v = np.where(flat, spots.points[:, 2], spots.points[:, 1])
    near = 1 / (1 + spots.ahead / 45)
    fine = at(relief(3), u * 34, v * 34) * near
    grain = nearest(fractal(4, 1.0), u * 23 + 7, v * 23)
    broad = at(fractal(5, 1.3), u * 4.3, v * 4.3 + 31)
    tone = 1 + spots.rough * (0.55 * grain * near + 0.75 * broad)
    bumps = np.where(spots.surface == Surface.GLOSS, 0.25, 1.0).astype(np.float32) * spots.rough * fine
    return spots.colour * np.clip(tone, 0.25, 2)[:, None], bumps


def lamplight(lamp: Lamp, spots: Spots) -> Grid:
    """The light of one lamp on spots."""
    towards = np.asarray(lamp.place, np.float32) - spots.points
    square = (towards * towards).sum(axis=1)
    facing = np.maximum((towards * spots.normal).sum(axis=1) / np.sqrt(square + 1e-6), 0.0) + 0.06
    return (facing / (1 + square / lamp.half**2))[:, None] * np.asarray(lamp.light, np.float32)


def ripples(points: Grid, ahead: Grid) -> tuple[Grid, Grid]:
    calm = 1 / (1 + ahead / 60)
    small = at(relief(8, 1.6), points[:, 0] * 26, points[:, 2] * 40) * 0.5
    large = at(relief(9, 1.8), points[:, 0] * 7, points[:, 2] * 15)
    return (small + large) * calm, (small * 0.8 + large * 0.6) * calm
