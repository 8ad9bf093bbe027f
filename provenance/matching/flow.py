"""Where each spot of a known picture really lies on this one: optical flow, forward and back, and the map it implies.

Lucas-Kanade in pyramids: Bouguet, Pyramidal implementation of the Lucas Kanade feature tracker, 2000.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.matching.laying import Grey, Working

STEP = 8
"""Pixels between the spots that are looked at."""
_ROUNDS = ((3, 24.0, 2.0), (2, 8.0, 1.2), (1, 4.0, 1.0))
"""For each round of refining: levels of the pyramid, the farthest a point may go, and from the map it may end."""
_WINDOW = (17, 17)
_RETURNS = 1.0
"""A point is tracked when the way back ends within so many pixels of where it began."""
_FARTHEST = 16.0
_NEIGHBOURS = 2
"""Motion is judged over the spots within this many steps: noise cancels out there, and what moved moves together."""
_LEAST_NEIGHBOURS = 8


@dataclass(frozen=True, slots=True)
class Flow:
    """For every spot of a grid (rows, columns): `tracked`, the common motion about it in pixels (..., 2), and whether
    the neighbours agree on that motion."""

    tracked: NDArray[np.bool_]
    motion: NDArray[np.float32]
    common: NDArray[np.bool_]

    @property
    def length(self) -> NDArray[np.float32]:
        """How far each spot moved, in pixels."""
        return np.asarray(np.linalg.norm(self.motion, axis=2), np.float32)


def refined(pair: Working) -> tuple[Working, int]:
    """The pair with the map that the tracked points imply, and how many points agree with it (0: none was found)."""
    here = evened(pair.this)
    count = 0
    for levels, farthest, loose in _ROUNDS:
        laid, mask = pair.laid()
        points, ends = _tracked(evened(laid), here, mask, levels, farthest)
        step, count = _step(points, ends, loose)
        if step is None:
            return pair, count
        pair = replace(pair, matrix=step @ pair.matrix)
    return pair, count


def flow(laid: Grey, this: Grey, spots: NDArray[np.bool_]) -> Flow:
    """How the spots of the grid moved between a known picture, laid on this one, and this one."""
    rows, columns = grid(this.shape)
    points = np.stack([columns.ravel(), rows.ravel()], axis=1).astype(np.float32)
    ends, returned = _there_and_back(evened(laid), evened(this), points, 2)
    motion = (ends - points).reshape(*rows.shape, 2)
    tracked = (returned < _RETURNS).reshape(rows.shape) & spots & (np.linalg.norm(motion, axis=2) < _FARTHEST)
    return Flow(tracked, *_common(motion, tracked))


def grid(shape: tuple[int, ...]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns of the spots that are looked at in a picture of (h, w)."""
    rows, columns = np.mgrid[STEP // 2 : shape[0] : STEP, STEP // 2 : shape[1] : STEP]
    return rows, columns


def evened(picture: Grey) -> Grey:
    """A picture with the same local brightness and contrast everywhere, so that filters and shadows do not move it."""
    values = picture.astype(np.float32)
    mean = cv2.GaussianBlur(values, (0, 0), 12)
    spread = np.sqrt(cv2.GaussianBlur((values - mean) ** 2, (0, 0), 12)) + 6
    return np.asarray(np.clip((values - mean) / spread * 40 + 128, 0, 255), np.uint8)


def _tracked(
    laid: Grey, here: Grey, mask: NDArray[np.bool_], levels: int, farthest: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    inside = cv2.erode(mask.astype(np.uint8), np.ones((13, 13), np.uint8))
    points = cv2.goodFeaturesToTrack(laid, 300, 0.01, 6, mask=inside, blockSize=7)
    if points is None:
        return np.zeros((0, 2), np.float32), np.zeros((0, 2), np.float32)
    points = points.reshape(-1, 2)
    ends, returned = _there_and_back(laid, here, points, levels)
    good = (returned < _RETURNS) & (np.linalg.norm(ends - points, axis=1) < farthest)
    return points[good], ends[good]


def _there_and_back(
    laid: Grey, here: Grey, points: NDArray[np.float32], levels: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Where points (n, 2) went, and how far from their beginning the way back ends (n,)."""
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 20, 0.02)
    start = points.reshape(-1, 1, 2)
    ends, seen, _ = cv2.calcOpticalFlowPyrLK(
        laid, here, start, None, winSize=(17, 17), maxLevel=levels, criteria=criteria
    )
    back, again, _ = cv2.calcOpticalFlowPyrLK(
        here, laid, ends, None, winSize=(17, 17), maxLevel=levels, criteria=criteria
    )
    away = np.linalg.norm((back - start).reshape(-1, 2), axis=1)
    lost = (seen.ravel() == 0) | (again.ravel() == 0)
    return ends.reshape(-1, 2), np.where(lost, np.inf, away)


def _step(
    points: NDArray[np.float32], ends: NDArray[np.float32], loose: float
) -> tuple[NDArray[np.float64] | None, int]:
    """A correction of the map; a homography where there are points enough to fix one, else an affine map."""
    if len(points) < 8:
        return None, len(points)
    cv2.setRNGSeed(7)
    if len(points) >= 20:
        step, inside = cv2.findHomography(points, ends, cv2.RANSAC, loose, maxIters=500, confidence=0.995)
    else:
        step, inside = cv2.estimateAffine2D(points, ends, ransacReprojThreshold=max(loose, 1.5), maxIters=500)
        step = None if step is None else np.vstack([step, [0, 0, 1]])
    count = 0 if inside is None else int(inside.sum())
    return (None, count) if step is None or count < 6 else (step, count)


def _common(motion: NDArray[np.float32], tracked: NDArray[np.bool_]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """The median motion of the tracked spots about each spot, and whether most of them share it."""
    reach = _NEIGHBOURS
    known = np.where(tracked[..., None], motion, np.nan)
    padded = np.pad(known, ((reach, reach), (reach, reach), (0, 0)), constant_values=np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (2 * reach + 1, 2 * reach + 1), axis=(0, 1))
    windows = windows.reshape(*tracked.shape, 2, -1)
    count = (~np.isnan(windows[:, :, 0])).sum(axis=2)
    enough = count >= _LEAST_NEIGHBOURS
    middle = np.zeros((*tracked.shape, 2), np.float32)
    middle[enough] = np.nanmedian(windows[enough], axis=2)
    away = np.full(tracked.shape, np.inf, np.float32)
    away[enough] = np.nanmedian(np.linalg.norm(windows[enough] - middle[enough][..., None], axis=1), axis=1)
    length = np.linalg.norm(middle, axis=2)
    return middle, enough & (away < np.maximum(0.5, 0.35 * length))
