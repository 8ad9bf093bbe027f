"""How much of each picture the two have in common: the visible part of the known picture, and where it stands here.

Where the frame cuts the known picture off, geometry tells. In a screenshot or a collage something else stands where the
known picture would go on: lines of spots are peeled off there, from the outside, while nothing in them agrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from provenance.matching.flow import STEP
from provenance.matching.laying import applied, corners, to_pixels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.matching.evidence import Evidence
    from provenance.matching.laying import Working

AGREEING_COUNTS = 3
"""A spot that agrees weighs so many that differ when lines are peeled off: by chance one in ten agrees."""
LEAST_GAINED = 12
SEARCHED = 20
"""Pixels about a peeled side within which the exact edge is looked for: windows blur it by half their width."""
LINE_AGREES = 0.6
"""Correlation of two lines of pixels from which they show the same."""
EDGE = 0.025
"""How far, as a share of this picture's longest edge, the known picture's edge may lie from the frame's to be its."""
LEAST_LEFT = 3
"""So many lines are left in any case."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The common part. `box` is (left, top, right, bottom) in working pixels of this picture, within which it lies.

    `kept`, `of_this`, `region` (in shares of this picture's longest edge) and `shown` as in Match. `inset`: something
    else stands around it; `peeled`: at which sides (left, top, right, bottom) it ends before the known picture does.
    """

    box: tuple[float, float, float, float]
    kept: float
    of_this: float
    region: NDArray[np.float64]
    shown: tuple[float, float, float, float]
    inset: bool
    peeled: tuple[bool, bool, bool, bool]

    def holds(self, rows: NDArray[np.intp], columns: NDArray[np.intp], window: int = 0) -> NDArray[np.bool_]:
        """Which spots lie within the box; with a window, those about which it hangs over no side that was peeled."""
        left, top, right, bottom = self.box
        margin = [window / 2 if side else 0.0 for side in self.peeled]
        across = (columns >= left + margin[0]) & (columns <= right - margin[2])
        return across & (rows >= top + margin[1]) & (rows <= bottom - margin[3])


def extent(pair: Working, evidence: Evidence, known_shape: tuple[int, int]) -> Extent | None:
    """Measure it; None where nothing is left. `known_shape` is the known picture's (width, height) in any unit."""
    height, width = pair.this.shape
    quad = applied(pair.matrix, applied(to_pixels(pair.known.shape), corners(known_shape)))
    frame = np.array([[-0.5, -0.5], [width - 0.5, height - 0.5]])
    low, high = np.maximum(quad.min(axis=0), frame[0]), np.minimum(quad.max(axis=0), frame[1])
    if (high - low < 4).any():
        return None
    whole = (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
    box = _sharpened(pair, evidence, whole, _peeled(evidence, quad, whole, frame))
    common = _clipped(quad, box)
    if common is None:
        return None
    off = [one != other for one, other in zip(box, whole, strict=True)]
    return _measured(pair, quad, box, common, known_shape, (off[0], off[1], off[2], off[3]))


def _peeled(
    evidence: Evidence, quad: NDArray[np.float64], box: tuple[float, float, float, float], frame: NDArray[np.float64]
) -> tuple[float, float, float, float]:
    """The box without the lines at its sides in which nothing agrees, where the known picture does not end anyway."""
    near = EDGE * float((frame[1] - frame[0]).max())
    same, other = evidence.same | evidence.moved, evidence.different & evidence.inside
    sides = list(box)
    for axis in (1, 0, 1, 0):
        across = slice(*_lines(sides[1 - axis], sides[3 - axis]))
        lines = slice(*_lines(sides[axis], sides[2 + axis]))
        picked = (across, lines) if axis == 0 else (lines, across)
        agree, differ = same[picked].sum(axis=axis), other[picked].sum(axis=axis)
        if not _ends(quad[:, axis].min(), frame[0, axis], near):
            sides[axis] += _peel(agree, differ, quad[:, axis].min() > frame[0, axis]) * STEP
        if not _ends(quad[:, axis].max(), frame[1, axis], near):
            sides[2 + axis] -= _peel(agree[::-1], differ[::-1], quad[:, axis].max() < frame[1, axis]) * STEP
    return (sides[0], sides[1], sides[2], sides[3])


def _sharpened(
    pair: Working, evidence: Evidence, whole: tuple[float, ...], box: tuple[float, ...]
) -> tuple[float, float, float, float]:
    """The sides that were peeled, moved to the pixel where the two pictures begin to agree along the side."""
    sides = list(box)
    for side in range(4):
        if box[side] != whole[side]:
            axis, outwards = side % 2, -1 if side < 2 else 1
            across = slice(max(0, int(sides[1 - axis])), max(1, int(sides[3 - axis])))
            here, there = (np.moveaxis(one, 1 - axis, 0)[:, across] for one in (pair.this, evidence.laid))
            sides[side] = _edge(here, there, round(sides[side]), outwards)
    return (sides[0], sides[1], sides[2], sides[3])


def _edge(here: NDArray[np.uint8], there: NDArray[np.uint8], about: int, outwards: int) -> float:
    """The outermost of the lines (n, pixels) near one from which three in a row agree; that one where none do."""
    lines = np.arange(about + outwards * SEARCHED, about - outwards * SEARCHED, -outwards)
    lines = lines[(lines >= 0) & (lines < len(here))]
    if len(lines) < 3:
        return float(about)
    one, other = here[lines].astype(np.float32), there[lines].astype(np.float32)
    one, other = one - one.mean(axis=1, keepdims=True), other - other.mean(axis=1, keepdims=True)
    together = (one * other).mean(axis=1) / np.sqrt((one * one).mean(axis=1) * (other * other).mean(axis=1) + 4)
    agree = together > LINE_AGREES
    runs = np.flatnonzero(agree[:-2] & agree[1:-1] & agree[2:])
    return float(lines[runs[0]]) if len(runs) else float(about)


def _lines(low: float, high: float) -> tuple[int, int]:
    return max(0, round(low / STEP)), max(1, round(high / STEP))


def _ends(edge: float, frame: float, near: float) -> bool:
    """Whether the known picture ends at the frame: what differs there was laid over it, not cut off."""
    return abs(edge - frame) < near


def _peel(agree: NDArray[np.intp], differ: NDArray[np.intp], ends_here: bool) -> int:
    """How many lines from the outside show something else: so many that most is gained by leaving them off.

    Where the known picture ends within this one anyway, a line or two at its edge are no crop.
    """
    if len(agree) <= LEAST_LEFT:
        return 0
    gained = np.cumsum(differ - AGREEING_COUNTS * agree)
    lines = int(np.argmax(gained)) + 1
    if gained[lines - 1] < LEAST_GAINED or lines > len(agree) - LEAST_LEFT or (ends_here and lines < LEAST_LEFT):
        return 0
    return lines


def _clipped(quad: NDArray[np.float64], box: tuple[float, float, float, float]) -> NDArray[np.float64] | None:
    left, top, right, bottom = box
    frame = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)
    area, common = cv2.intersectConvexConvex(quad.astype(np.float32), frame)
    return None if area < 16 or common is None else common.reshape(-1, 2).astype(np.float64)


def _measured(
    pair: Working,
    quad: NDArray[np.float64],
    box: tuple[float, float, float, float],
    common: NDArray[np.float64],
    known_shape: tuple[int, int],
    peeled: tuple[bool, bool, bool, bool],
) -> Extent:
    to_shares = np.linalg.inv(to_pixels(pair.known.shape)) @ np.linalg.inv(pair.matrix)
    there = applied(to_shares, common)
    size = np.array(known_shape, np.float64) / max(known_shape)
    there = np.clip(there, 0, size)
    kept = _area(there) / float(size[0] * size[1])
    height, width = pair.this.shape
    shown = np.concatenate([there.min(axis=0) / size, there.max(axis=0) / size])
    to_frame = np.asarray(np.linalg.inv(to_pixels(pair.this.shape)), np.float64)
    region = applied(to_frame, _four_corners(pair, quad, common, known_shape))
    of_this = _area(common) / (width * height)
    left, top, right, bottom = (min(1.0, max(0.0, float(one))) for one in shown)
    inset = not _fills(box, quad, (width, height))
    return Extent(box, min(1.0, kept), min(1.0, of_this), region, (left, top, right, bottom), inset, peeled)


def _four_corners(
    pair: Working, quad: NDArray[np.float64], common: NDArray[np.float64], known_shape: tuple[int, int]
) -> NDArray[np.float64]:
    """The outline (4, 2) of the common part, in the order of the known picture's corners, in working pixels."""
    four = common
    if len(common) != 4:
        hull = cv2.approxPolyDP(common.astype(np.float32), 0.02 * cv2.arcLength(common.astype(np.float32), True), True)
        four = hull.reshape(-1, 2).astype(np.float64)
    if len(four) != 4:
        four = cv2.boxPoints(cv2.minAreaRect(common.astype(np.float32))).astype(np.float64)
    there = applied(np.linalg.inv(to_pixels(pair.known.shape)) @ np.linalg.inv(pair.matrix), four)
    middle = there.mean(axis=0)
    order = np.argsort(np.arctan2(there[:, 1] - middle[1], there[:, 0] - middle[0]))
    first = int(np.argmin(there[order].sum(axis=1)))
    return four[np.roll(order, -first)]


def _fills(box: tuple[float, float, float, float], quad: NDArray[np.float64], size: tuple[int, int]) -> bool:
    """Whether the common part reaches the frame on all sides: nothing else stands around it."""
    near = EDGE * max(size)
    low = np.maximum(quad.min(axis=0), box[:2])
    high = np.minimum(quad.max(axis=0), box[2:])
    return bool((low < near).all() and high[0] > size[0] - near and high[1] > size[1] - near)


def _area(polygon: NDArray[np.float64]) -> float:
    x, y = polygon[:, 0], polygon[:, 1]
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)
