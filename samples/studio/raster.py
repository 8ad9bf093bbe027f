"""Faces to pixels: which face is seen where, and how far away. Far faces are painted first, near ones over them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from studio.camera import NEAR, Camera
from studio.noise import Grid
from studio.solids import Quads

Ids = NDArray[np.int32]


@dataclass(frozen=True)
class Seen:
    """What the camera sees: for each pixel a face (-1 for sky), and for these pixels where the face lies.

    `where` are the indices of the pixels with a face, `face` theirs, `ahead` its distance along the view.
    """

    where: NDArray[np.intp]
    face: Ids
    ahead: Grid


def normals(quads: Quads) -> NDArray[np.float64]:
    """The unit normal of each face, by its diagonals, whichever way round it runs."""
    cross = np.cross(quads[:, 2] - quads[:, 0], quads[:, 3] - quads[:, 1])
    return cross / np.maximum(np.linalg.norm(cross, axis=1, keepdims=True), 1e-12)


def look(quads: Quads, layers: NDArray[np.float32], nearer: NDArray[np.float32], camera: Camera) -> Seen:
    """Paint all faces as the camera sees them, and work out the distance of each pixel from its face's plane.

    Faces of a lower layer come first; within one, those that are farther, `nearer` metres being taken off.
    """
    view = camera.seen(quads)
    kept = np.flatnonzero((view[..., 2] > NEAR).any(axis=1))
    distance = np.linalg.norm(view[kept].mean(axis=1), axis=1) - nearer[kept]
    order = kept[np.lexsort((-distance, layers[kept]))]
    ids = _paint(_outlines(view[order], camera), order, camera.width, camera.height)
    where = np.flatnonzero(ids >= 0)
    face = ids.reshape(-1)[where]
    return Seen(where, face, _distance(view, face, where, camera))


def _outlines(view: Quads, camera: Camera) -> list[list[float]]:
    """Each face as a flat list of film coordinates; [] for faces off the film."""
    whole = (view[..., 2] > NEAR).all(axis=1)
    film = camera.film(np.where(whole[:, None, None], view, 1.0))
    outlines = film.reshape(len(view), 8).tolist()
    low, high = film.min(axis=1), film.max(axis=1)
    on_film = (high > 0).all(axis=1) & (low < [camera.width, camera.height]).all(axis=1)
    for index in np.flatnonzero(~(on_film & whole)):
        outlines[index] = [] if whole[index] else _clipped(view[index], camera)
    return outlines


def _clipped(corners: NDArray[np.float64], camera: Camera) -> list[float]:
    kept: list[NDArray[np.float64]] = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if start[2] > NEAR:
            kept.append(start)
        if (start[2] > NEAR) != (end[2] > NEAR):
            kept.append(start + (end - start) * (NEAR * 1.01 - start[2]) / (end[2] - start[2]))
    film = camera.film(np.array(kept)).clip(-1e5, 1e5)
    return [float(value) for value in film.reshape(-1)]


def _paint(outlines: list[list[float]], names: NDArray[np.intp], width: int, height: int) -> Ids:
    film = Image.new("I", (width, height), -1)
    draw = ImageDraw.Draw(film)
    for outline, name in zip(outlines, names.tolist(), strict=True):
        if outline:
            draw.polygon(outline, fill=name)
    return np.asarray(film, dtype=np.int32)


def _distance(view: Quads, face: Ids, where: NDArray[np.intp], camera: Camera) -> Grid:
    """1 / distance is linear over the film for a plane; kept within the face's own range at its grazing edges."""
    normal = normals(view)
    depth = (normal * view.mean(axis=1)).sum(axis=1)
    depth[np.abs(depth) < 1e-9] = 1e-9
    plane = (normal / depth[:, None]).astype(np.float32)
    near, far = (edge(view[..., 2], axis=1).astype(np.float32) for edge in (np.min, np.max))
    right = (where % camera.width + np.float32(0.5) - camera.width / 2) / camera.focal
    rise = (camera.height * camera.horizon - where // camera.width - np.float32(0.5)) * camera.up / camera.focal
    inverse = plane[face, 0] * right + plane[face, 1] * rise + plane[face, 2]
    ahead = 1 / np.maximum(inverse, 1e-5)
    return np.clip(ahead, np.maximum(near, NEAR)[face], np.maximum(far, NEAR)[face]).astype(np.float32)


def plan(quads: Quads, axes: NDArray[np.float64], reach: float, size: int) -> Grid:
    """A map of depths as seen from endlessly far away along `axes[2]`, the nearest (lowest) depth winning.

    `axes` are the map's directions across, down and away as rows; the map covers -reach..reach around the origin
    both ways, in `size` cells. Where nothing stands the depth is infinite.
    """
    flat = quads @ axes.T
    kept = np.flatnonzero((np.abs(flat[..., :2]).min(axis=1) < reach).all(axis=1))
    order = kept[np.argsort(-flat[kept, :, 2].mean(axis=1))]
    cells = (flat[order, :, :2] / reach + 1) * size / 2
    ids = _paint(cells.reshape(-1, 8).tolist(), order, size, size)
    return _plan_depth(flat, ids, reach, size)


def _plan_depth(flat: Quads, ids: Ids, reach: float, size: int) -> Grid:
    normal = normals(flat)
    steep = np.where(np.abs(normal[:, 2]) < 0.02, 0.02, normal[:, 2])
    slope = (-normal[:, :2] / steep[:, None]).astype(np.float32)
    level = flat.mean(axis=1)
    rest = (level[:, 2] - (slope * level[:, :2]).sum(axis=1)).astype(np.float32)
    near, far = flat[..., 2].min(axis=1).astype(np.float32), flat[..., 2].max(axis=1).astype(np.float32)
    centres = ((np.arange(size, dtype=np.float32) + 0.5) * 2 / size - 1) * reach
    depth = np.full((size, size), np.inf, dtype=np.float32)
    down, across = np.nonzero(ids >= 0)
    face = ids[down, across]
    found = slope[face, 0] * centres[across] + slope[face, 1] * centres[down] + rest[face]
    depth[down, across] = np.clip(found, near[face], far[face])
    return depth
