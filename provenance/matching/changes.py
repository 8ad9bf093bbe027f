"""Where the content differs within the common part: what was removed, pasted or covered, and what was laid over it.

Compared more coarsely than for the verdict, so that noise and blocks of compression are no changes. Text and graphics
are told from other content by their flat colours: photographs have none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from provenance.matching.evidence import correlated
from provenance.matching.flow import STEP, grid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.matching.evidence import Evidence
    from provenance.matching.extent import Extent
    from provenance.matching.laying import Grey, Working

BLUR = 2.0
WINDOW = 21
SHOWS = 5.0
"""Standard deviation of grey values, after the blur, from which a window shows something."""
NOISE_TIMES = 2.5
"""So many times the unrest of places that are flat in the known picture is no content."""
DIFFERENT = 0.35
TONE_STEP = 32.0
"""Grey values by which a flat place may depart from the overall change of tone."""
SMALLEST = 0.012
"""Share of the common part below which an area is not reported."""
MARGIN = 3
"""Working pixels at a side of the common part that show some of what lies beyond."""
LEAST_WINDOW = 0.3
"""Share of a window that must lie in the common part."""
SHARP = 140.0
"""Change of grey values per pixel that 2 % of an area's pixels reach where text or graphics were laid over it: drawn
edges are sharper than photographed ones (pasted photographs 45 to 150, letters 170 to 255, retouched parts 5 to 30)."""
ONE_COLOUR = 0.35
"""Share of an area's pixels in one shade from which it is a sign or a bar, where its edges are sharp by half."""


@dataclass(frozen=True, slots=True)
class Area:
    """A connected area that differs: its box in working pixels, its share of the common part, whether it is graphics.

    `spots` (rows, columns) marks it on the grid.
    """

    box: tuple[float, float, float, float]
    share: float
    graphic: bool
    spots: NDArray[np.bool_]


def changes(pair: Working, evidence: Evidence, extent: Extent) -> tuple[Area, ...]:
    """The areas that differ, largest first."""
    rows, columns = grid(pair.this.shape)
    within = _within(pair, extent)
    known = cv2.blur(within.astype(np.float32), (WINDOW, WINDOW))[rows, columns]
    common = extent.holds(rows, columns) & evidence.covered & (known > LEAST_WINDOW)
    total = int(common.sum())
    if total < 30:
        return ()
    here, there = (_blurred(one, within) for one in (pair.this, evidence.laid))
    differing = _differing(here, there, (rows, columns), common, evidence, within)
    count, labels = cv2.connectedComponents(_solid(differing, common).astype(np.uint8), connectivity=8)
    found = [_area(labels == label, total, pair.this, evidence.laid, (rows, columns)) for label in range(1, count)]
    large = [one for one in found if one.share >= SMALLEST]
    return tuple(sorted(large, key=lambda one: -one.share))


def _within(pair: Working, extent: Extent) -> NDArray[np.bool_]:
    """The pixels (h, w) of the common part, without those at its sides that show some of what lies beyond."""
    height, width = pair.this.shape
    y, x = np.mgrid[:height, :width]
    left, top, right, bottom = extent.box
    box = (x >= left) & (x <= right) & (y >= top) & (y <= bottom)
    both = np.pad((box & pair.laid()[1]).astype(np.uint8), 1, mode="edge")
    inner: NDArray[np.bool_] = cv2.erode(both, np.ones((2 * MARGIN + 1, 2 * MARGIN + 1), np.uint8))[1:-1, 1:-1] > 0
    return inner


def _blurred(picture: Grey, within: NDArray[np.bool_]) -> NDArray[np.float32]:
    """A picture (h, w) without noise, in which what lies outside the common part is as its nearest places in it."""
    weights = cv2.GaussianBlur(within.astype(np.float32), (0, 0), BLUR)
    values = cv2.GaussianBlur(np.where(within, picture, 0).astype(np.float32), (0, 0), BLUR)
    return np.where(weights > 0.01, values / np.maximum(weights, 0.01), 0).astype(np.float32)


def _differing(
    here: NDArray[np.float32],
    there: NDArray[np.float32],
    at: tuple[NDArray[np.intp], NDArray[np.intp]],
    common: NDArray[np.bool_],
    evidence: Evidence,
    within: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    correlation, spread_here, spread_there = (one[at] for one in correlated(here, there, WINDOW, within=within))
    plain = common & (spread_there < SHOWS / 2)
    unrest = float(np.median(spread_here[plain])) if plain.sum() >= 20 else 0.0
    least = max(SHOWS, NOISE_TIMES * min(unrest, 4.0))
    shows = (spread_here > least) | (spread_there > least)
    other = common & shows & (correlation < DIFFERENT) & ~evidence.moved
    toned = _departing(here[at], there[at], common, evidence.same) & ~shows
    return other | toned


def _departing(
    here: NDArray[np.float32], there: NDArray[np.float32], common: NDArray[np.bool_], same: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Flat places whose tone does not follow from that of the rest: tone, and shade towards edges, are fitted first."""
    fit = common & same
    if fit.sum() < 60:
        return np.zeros_like(common)
    rows, columns = np.mgrid[-1 : 1 : here.shape[0] * 1j, -1 : 1 : here.shape[1] * 1j]
    shade = rows**2 + columns**2
    terms = np.stack([np.ones_like(there), there, there * columns, there * rows, there * shade, there * there], axis=-1)
    weights = np.linalg.lstsq(terms[fit], here[fit], rcond=None)[0]
    away = np.abs(here - terms @ weights)
    spread = float(np.median(away[fit]))
    departing: NDArray[np.bool_] = common & (away > max(TONE_STEP, 5 * spread))
    return departing


def _solid(differing: NDArray[np.bool_], common: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Without single spots and threads, with small holes closed: windows that only touch a change count half."""
    kernel = np.ones((3, 3), np.uint8)
    closed = cv2.morphologyEx(differing.astype(np.uint8), cv2.MORPH_CLOSE, kernel)
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    solid: NDArray[np.bool_] = (np.asarray(opened) > 0) & common
    return solid


def _area(
    spots: NDArray[np.bool_], total: int, this: Grey, laid: Grey, at: tuple[NDArray[np.intp], NDArray[np.intp]]
) -> Area:
    y, x = at[0][spots], at[1][spots]
    half = STEP / 2
    box = (float(x.min() - half), float(y.min() - half), float(x.max() + half), float(y.max() + half))
    over = _graphic(spots, this) and not _graphic(spots, laid)  # text in place of text is laid over nothing
    return Area(box, float(spots.sum()) / total, over, spots)


def _graphic(spots: NDArray[np.bool_], this: Grey) -> bool:
    """Whether an area of the grid shows text or graphics, by how sharp its edges are."""
    size = (this.shape[1], this.shape[0])
    area = cv2.resize(spots.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
    values = this.astype(np.float32)
    steps = np.hypot(cv2.Sobel(values, cv2.CV_32F, 1, 0), cv2.Sobel(values, cv2.CV_32F, 0, 1))[area] / 4
    sharp = float(np.percentile(steps, 98))
    shades = np.convolve(np.bincount(this[area], minlength=256), np.ones(7), "same").max() / max(1, area.sum())
    return bool(sharp > SHARP or (sharp > SHARP / 2 and shades > ONE_COLOUR))
