"""How much of each picture the two have in common: the visible part of the known picture, and where it stands here.

Where the frame cuts the known picture off, geometry tells. In a screenshot or a collage something else stands where the
known picture would go on: lines of spots are peeled off there, from the outside, while nothing in them agrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from provenance.matching.flow import STEP, grid
from provenance.matching.laying import applied, corners, to_pixels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.matching.evidence import Evidence
    from provenance.matching.laying import Working

AGREEING_COUNTS = 3
"""A spot that agrees weighs so many that differ when lines are peeled off: by chance one in ten agrees."""
LEAST_GAINED = 12
SEARCHED = 32
"""Pixels about a side within which the exact edge is looked for: windows blur it by half their width."""
FINE = 3.0
"""Pixels: what changes more slowly than this along a line (skies, floors) is alike in many pictures."""
LINE_AGREES = 0.3
"""Correlation of the fine detail of two lines of pixels from which they show the same."""
PLAIN_LINE = 1.5
"""Grey values of fine detail below which a line shows none, and only its tone is compared."""
OTHER_TONE = 24.0
"""Grey values by which a plain line departs from the tone of the known picture where it shows something else."""
LEAST_ALONG = 8
"""Pixels that a line must have for its likeness to mean anything."""
LEAST_LINES = 4
"""So many lines that differ move a side from which others were peeled."""
LEAST_PEELED = 10
"""So many move one from which none were: the known picture may well end there."""
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
    """The sides within this picture, moved to the pixel where along a line the two pictures cease to agree."""
    here, there = pair.this.astype(np.float32), evidence.laid.astype(np.float32)
    away = np.abs(here - _toned(here, there, evidence))
    fine = [one - cv2.GaussianBlur(one, (0, 0), FINE) for one in (here, there)]
    frame = (0.0, 0.0, float(pair.this.shape[1] - 1), float(pair.this.shape[0] - 1))
    sides = list(box)
    for side in (1, 3, 0, 2):
        if abs(whole[side] - frame[side]) <= EDGE * max(pair.this.shape) and box[side] == whole[side]:
            continue
        axis = side % 2
        across = slice(max(0, round(sides[1 - axis])), max(0, round(sides[3 - axis])))
        if len(range(*across.indices(pair.this.shape[axis]))) < LEAST_ALONG:
            continue
        one, other, tone = (np.moveaxis(each, 1 - axis, 0)[:, across] for each in (*fine, away))
        least = LEAST_LINES if box[side] != whole[side] else LEAST_PEELED
        sides[side] = _edge(_likeness(one, other, tone), sides[side], whole[side], side < 2, least)
    return (sides[0], sides[1], sides[2], sides[3])


def _toned(here: NDArray[np.float32], there: NDArray[np.float32], evidence: Evidence) -> NDArray[np.float32]:
    """The known picture in the tone of this one, as the places that show the same tell it."""
    at = grid(here.shape)
    fit = evidence.same
    if fit.sum() < LEAST_GAINED:
        return there
    slope, offset = np.polyfit(there[at][fit], here[at][fit], 1)
    return np.asarray(slope * there + offset, np.float32)


def _likeness(here: NDArray[np.float32], there: NDArray[np.float32], away: NDArray[np.float32]) -> NDArray[np.float64]:
    """For each line of pixels (n, along): above 0 where both show the same, below where they do not, from -1 to 0.5."""
    strong, strong_there = (here * here).mean(axis=1), (there * there).mean(axis=1)
    together = (here * there).mean(axis=1) / np.sqrt((strong + 1) * (strong_there + 1))
    plain = np.maximum(strong, strong_there) < PLAIN_LINE**2
    toned = np.where(np.median(away, axis=1) > OTHER_TONE, -0.5, 0.02)
    return np.where(plain, toned, np.clip(together - LINE_AGREES, -0.5, 0.5))


def _edge(likeness: NDArray[np.float64], about: float, whole: float, first: bool, least: int) -> float:
    """The line near one, and not beyond the known picture's own edge, up to which most is alike from within.

    It stays at that edge unless `least` lines differ before it.
    """
    last = len(likeness) - 1
    start = int(np.clip(round(about) + (SEARCHED if first else -SEARCHED), 0, last))
    end = int(np.clip(round(about) + (-SEARCHED if first else SEARCHED), 0, last))
    end = max(end, round(whole)) if first else min(end, round(whole))
    step = -1 if first else 1
    lines = np.arange(start, end + step, step)
    if len(lines) < 3:
        return about
    gained = np.cumsum(likeness[np.clip(lines, 0, last)])
    best = int(np.argmax(gained))
    if gained[best] - gained[-1] < least * 0.5:
        return whole if abs(lines[-1] - whole) <= 1 else float(lines[-1])
    return float(lines[best])


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
