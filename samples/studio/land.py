"""Land: a height for every place, photographed column by column, as old flight simulators did it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.camera import Camera
from studio.noise import Grid

Heights = Callable[[Grid, Grid], Grid]
"""(x, z) in metres to the height there."""


@dataclass(frozen=True)
class Land:
    """Heights between two distances from the camera, their colours come from the scene's own `weather`."""

    heights: Heights
    near: float
    far: float
    steps: int = 420
    slope_step: float = 0.15


def survey(land: Land, camera: Camera, water: float | None, shore: float) -> tuple[NDArray[np.intp], Grid]:
    """The pixels that show land, and how far ahead it lies there.

    A pixel's ray meets the land at the first distance where the land rises over it. In a reflection there is none
    under water and none nearer than the shore.
    """
    across = np.arange(camera.width, dtype=np.float32)
    ahead = np.geomspace(land.near, land.far, land.steps, dtype=np.float32)[:, None]
    side_x, _, side_z = camera.rays(across, np.float32(0))
    x, z = camera.eye[0] + side_x * ahead, camera.eye[2] + side_z * ahead
    height = land.heights(x, z)
    if water is not None and camera.up < 0:
        height = np.where((height < water) | (ahead < shore), np.float32(-1e6), height)
    rise = np.maximum.accumulate((height - camera.eye[1]) / ahead, axis=0)
    wanted = (camera.height * camera.horizon - np.arange(camera.height) - 0.5) * camera.up / camera.focal
    step = np.stack([np.searchsorted(rise[:, column], wanted) for column in range(camera.width)], axis=1)
    return _met(step, rise, ahead[:, 0], wanted.astype(np.float32))


def _met(step: NDArray[np.intp], rise: Grid, ahead: Grid, wanted: Grid) -> tuple[NDArray[np.intp], Grid]:
    last = len(ahead)
    where = np.flatnonzero(step.reshape(-1) < last)
    after = step.reshape(-1)[where]
    before = np.maximum(after - 1, 0)
    row, column = where // step.shape[1], where % step.shape[1]
    low, high = rise[before, column], rise[after, column]
    share = np.clip((wanted[row] - low) / np.maximum(high - low, 1e-6), 0, 1)
    return where, (ahead[before] + share * (ahead[after] - ahead[before])).astype(np.float32)


def slopes(land: Land, x: Grid, z: Grid, ahead: Grid) -> NDArray[np.float32]:
    """The unit normals of the land at places, over a step that grows with the distance: (places, 3)."""
    step = (land.slope_step * (1 + ahead / 90)).astype(np.float32)
    here = land.heights(x, z)
    east, north = land.heights(x + step, z) - here, land.heights(x, z + step) - here
    normal = np.stack([-east / step, np.ones_like(east), -north / step], axis=1)
    return np.asarray(normal / np.linalg.norm(normal, axis=1, keepdims=True), dtype=np.float32)
