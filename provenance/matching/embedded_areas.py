"""Where two pictures that lie on one another show other content, tolerant of tone, sharpness and small shifts."""

from __future__ import annotations

from itertools import product

import cv2
import numpy as np
import numpy.typing as npt

from provenance.model.limits import MatchLimits

Grey = npt.NDArray[np.float32]
Box = tuple[float, float, float, float]

_SLACK = 2
"""Pixels by which the two may be shifted against one another: thumbnails are cut a little differently."""
_FLAT = 4.0
"""Spread of grey of 255 below which an area shows nothing."""
_DETAIL = 9.0
"""Spread from which an area shows something that can be missing elsewhere."""
_BLACK, _DARK, _WHITE, _BRIGHT = 25.0, 90.0, 230.0, 165.0
_STEPS = 60
_LEAST_EDGE = 48


def differing(one: Grey, other: Grey, limits: MatchLimits) -> tuple[Box, ...]:
    """Boxes (left, top, right, bottom, in shares) in which two grey pictures of one size show other content."""
    if min(one.shape) < _LEAST_EDGE:
        return ()
    first, second = (cv2.GaussianBlur(grey, (0, 0), 1.0) for grey in (one, other))
    second = _shifted(second, first)
    cell = max(9, round(max(one.shape) * limits.embedded_cell)) | 1
    alike, apart = _local(first, _toned(second, first), cell)
    unlike = (alike < limits.embedded_area_alike) & (apart > limits.embedded_area_apart)
    unlike &= _showing(first, second, cell) & ~_clipped(first, second, cell) & ~_clipped(second, first, cell)
    return _boxes(unlike, cell, limits)


def _shifted(grey: Grey, onto: Grey) -> Grey:
    """The picture laid more exactly on the other, by a shift, a scale and a shear; as it was where that fails."""
    warp = np.eye(2, 3, dtype=np.float32)
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, _STEPS, 1e-4)
    try:
        score, warp = cv2.findTransformECC(onto, grey, warp, cv2.MOTION_AFFINE, criteria, None, 5)
    except cv2.error:  # no way to lay them better was found
        return grey
    if (
        not np.isfinite(score)
        or np.abs(warp - np.eye(2, 3)).max(initial=0, where=np.array([[1, 1, 0]] * 2, bool)) > 0.08
    ):
        return grey
    size = grey.shape[::-1]
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    moved: Grey = cv2.warpAffine(grey, warp, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return moved


def _toned(grey: Grey, like: Grey) -> Grey:
    """The picture in the other's tones: each grey becomes the middle of those that stand in its place there."""
    levels = np.clip(grey / 8, 0, 31).astype(np.int32).ravel()
    values = like.ravel()
    known = [(level * 8 + 4, float(np.median(values[levels == level]))) for level in np.unique(levels)]
    tones = np.interp(grey.ravel(), *np.array(known, np.float32).T)
    return tones.reshape(grey.shape).astype(np.float32)


def _local(first: Grey, second: Grey, cell: int) -> tuple[Grey, Grey]:
    """For each pixel's surroundings the best likeness over small shifts, and the difference in grey at that shift."""
    alike, apart = np.full(first.shape, -1, np.float32), np.full(first.shape, 255, np.float32)
    for down, across in product(range(-_SLACK, _SLACK + 1), repeat=2):
        moved = np.roll(second, (down, across), (0, 1))
        alike = np.maximum(alike, _correlation(first, moved, cell))
        apart = np.minimum(apart, _mean(np.abs(first - moved), cell))
    return alike, apart


def _correlation(first: Grey, second: Grey, cell: int) -> Grey:
    """Local correlation; 1 where both are flat, 0 where one is."""
    one, other = _mean(first, cell), _mean(second, cell)
    spread_one, spread_other = _spread(first, cell), _spread(second, cell)
    together = _mean(first * second, cell) - one * other
    both_flat = (spread_one < _FLAT) & (spread_other < _FLAT)
    found = together / np.maximum(spread_one * spread_other, _FLAT * _FLAT)
    return np.where(both_flat, 1, found).astype(np.float32)


def _showing(first: Grey, second: Grey, cell: int) -> npt.NDArray[np.bool_]:
    """Where at least one of the two shows something."""
    shown: npt.NDArray[np.bool_] = np.maximum(_spread(first, cell), _spread(second, cell)) >= _DETAIL
    return shown


def _clipped(flat: Grey, other: Grey, cell: int) -> npt.NDArray[np.bool_]:
    """Where one is black and the other dark, or one white and the other bright: contrast alone does that."""
    one, two, spread = _mean(flat, cell), _mean(other, cell), _spread(flat, cell)
    dark, bright = (one < _BLACK) & (two < _DARK), (one > _WHITE) & (two > _BRIGHT)
    clipped: npt.NDArray[np.bool_] = (spread < _DETAIL) & (dark | bright)
    return clipped


def _spread(grey: Grey, cell: int) -> Grey:
    mean = _mean(grey, cell)
    return np.sqrt(np.maximum(_mean(grey * grey, cell) - mean * mean, 0))


def _mean(grey: Grey, cell: int) -> Grey:
    mean: Grey = cv2.blur(grey, (cell, cell))
    return mean


def _boxes(unlike: npt.NDArray[np.bool_], cell: int, limits: MatchLimits) -> tuple[Box, ...]:
    """The boxes around areas that are large enough, the largest first; nothing along the edge."""
    mask = unlike.astype(np.uint8)
    margin = cell // 2
    mask[:margin], mask[-margin:], mask[:, :margin], mask[:, -margin:] = 0, 0, 0, 0
    count, _labels, figures, _centres = cv2.connectedComponentsWithStats(mask)
    height, width = unlike.shape
    found = sorted((figures[n] for n in range(1, count)), key=lambda row: -int(row[cv2.CC_STAT_AREA]))
    large = [row for row in found if row[cv2.CC_STAT_AREA] >= limits.embedded_area_least * height * width]
    boxes = [(int(x), int(y), int(x + w), int(y + h)) for x, y, w, h, _area in large]
    return tuple((x / width, y / height, right / width, low / height) for x, y, right, low in _merged(boxes, cell // 2))


def _merged(boxes: list[tuple[int, int, int, int]], gap: int) -> list[tuple[int, int, int, int]]:
    """The boxes, those that touch or nearly touch one another as one."""
    merged: list[tuple[int, int, int, int]] = []
    for box in boxes:
        near = [one for one in merged if _near(one, box, gap)]
        left, top, right, bottom = zip(box, *near, strict=True)
        merged = [one for one in merged if one not in near]
        merged.append((min(left), min(top), max(right), max(bottom)))
    return merged


def _near(one: tuple[int, int, int, int], other: tuple[int, int, int, int], gap: int) -> bool:
    across = one[0] <= other[2] + gap and other[0] <= one[2] + gap
    return across and one[1] <= other[3] + gap and other[1] <= one[3] + gap
