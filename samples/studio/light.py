"""Where sunlight and skylight reach: a shadow map, and a map of what stands above each place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.land import Land
from studio.noise import Grid
from studio.raster import plan
from studio.solids import Quads

SHADOW_CELLS = 1500
SHELTER_CELLS = 512


@dataclass(frozen=True)
class Sun:
    """The direction towards the sun, its light, and the circle (middle, reach in metres) that shadows are kept for."""

    towards: tuple[float, float, float] = (-0.5, 0.6, -0.4)
    light: tuple[float, float, float] = (2.4, 2.2, 1.9)
    middle: tuple[float, float, float] = (0.0, 0.0, 30.0)
    reach: float = 60.0
    softness: float = 1.6

    @property
    def direction(self) -> NDArray[np.float64]:
        """The unit vector towards the sun."""
        vector = np.asarray(self.towards, float)
        return vector / np.linalg.norm(vector)


class Shadows:
    """Which places the sun reaches."""

    def __init__(self, sun: Sun, quads: Quads) -> None:
        away = -sun.direction
        across = np.cross([0.0, 1.0, 0.0], away)
        across /= np.linalg.norm(across)
        self._axes = np.stack([across, np.cross(away, across), away])
        self._sun = sun
        self._depth = plan(quads - sun.middle, self._axes, sun.reach, SHADOW_CELLS)

    def lit(self, points: Grid, rng: np.random.Generator) -> Grid:
        """The share of sunlight that arrives at points, with soft edges: four looks, each a little aside."""
        axes = self._axes.astype(np.float32)
        near = points - np.asarray(self._sun.middle, np.float32)
        scale = SHADOW_CELLS / 2 / self._sun.reach
        across, down = (near @ axes[0] + self._sun.reach) * scale, (near @ axes[1] + self._sun.reach) * scale
        depth = near @ axes[2] - np.float32(0.06 + 0.0016 * self._sun.reach)
        shake = rng.random(len(points), dtype=np.float32) * 6.28
        aside, below = np.cos(shake) * self._sun.softness, np.sin(shake) * self._sun.softness
        total = np.zeros(len(points), np.float32)
        for turn_x, turn_y in ((aside, below), (-below, aside), (-aside, -below), (below, -aside)):
            total += depth <= self._at(across + turn_x, down + turn_y)
        return total / 4

    def _at(self, across: Grid, down: Grid) -> Grid:
        inside = (across >= 0) & (across < SHADOW_CELLS) & (down >= 0) & (down < SHADOW_CELLS)
        cell = np.where(inside, down.astype(np.int32) * SHADOW_CELLS + across.astype(np.int32), 0)
        return np.where(inside, self._depth.reshape(-1)[cell], np.float32(np.inf))


class Shelter:
    """How open to the sky places are: less so the more stands around and above them."""

    def __init__(self, sun: Sun, quads: Quads, land: Land | None) -> None:
        self._middle, self._reach = sun.middle, sun.reach
        axes = np.array([[1.0, 0, 0], [0, 0, 1.0], [0, -1.0, 0]])
        large = np.abs(quads[:, 2] - quads[:, 0]).max(axis=1) > 0.3
        depth = plan(quads[large] - sun.middle, axes, sun.reach, SHELTER_CELLS)
        tops = np.where(np.isfinite(depth), -depth + np.float32(sun.middle[1]), np.float32(-1e3))
        centres = ((np.arange(SHELTER_CELLS, dtype=np.float32) + 0.5) * 2 / SHELTER_CELLS - 1) * sun.reach
        x, z = np.meshgrid(centres + sun.middle[0], centres + sun.middle[2])
        ground = land.heights(x.astype(np.float32), z.astype(np.float32)) if land else np.float32(0)
        tops = np.minimum(np.maximum(tops, ground), ground + 12)
        cell = 2 * sun.reach / SHELTER_CELLS
        self._layers = [(blurred(tops, max(1, round(metres / cell))), metres) for metres in (0.5, 2.0, 6.0)]

    def open_sky(self, points: Grid) -> Grid:
        """From about 0.3 in a corner to 1 on open ground."""
        scale = SHELTER_CELLS / 2 / self._reach
        across = ((points[:, 0] - self._middle[0] + self._reach) * scale).clip(0, SHELTER_CELLS - 1).astype(np.int32)
        down = ((points[:, 2] - self._middle[2] + self._reach) * scale).clip(0, SHELTER_CELLS - 1).astype(np.int32)
        openness = np.ones(len(points), np.float32)
        for tops, metres in self._layers:
            above = tops.reshape(-1)[down * SHELTER_CELLS + across] - points[:, 1]
            openness *= 1 - 0.42 * np.clip(above / (1.4 * metres), 0, 1)
        return openness


def blurred(field: Grid, radius: int) -> Grid:
    """A field with each cell the mean of a square about it, twice over, the edges repeated."""
    for axis in (0, 1, 0, 1):
        padded = np.pad(field, [(radius + 1, radius) if axis == one else (0, 0) for one in (0, 1)], mode="edge")
        total = np.cumsum(padded, axis=axis, dtype=np.float64)
        window = 2 * radius + 1
        ends = np.take(total, np.arange(window, total.shape[axis]), axis=axis)
        field = ((ends - np.take(total, np.arange(total.shape[axis] - window), axis=axis)) / window).astype(np.float32)
    return field
