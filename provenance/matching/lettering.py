"""Does the finest structure agree? What tells pictures from one template apart: letters, figures, marks.

Rules, stripes, bars, boxes and the lines of a page lie alike in all pictures from one template, and small text looks
like any other text in its lines. What differs stands where edges end, bend and cross: the mixed derivative of the grey
values shows that, and shows nothing of straight edges along the frame. In copies, however they were made, it agrees as
long as there is any of it; in other entries of the same form it is unrelated, even where letters are too small to read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from provenance.matching.evidence import WINDOW, correlated
from provenance.matching.flow import grid
from provenance.matching.laying import WORKING_EDGE, resized

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.matching.evidence import Evidence
    from provenance.matching.laying import Grey, Working

    Spots = NDArray[np.bool_]

SHOWS = 1.2
"""Standard deviation of the mixed derivative (grey values per square pixel) from which a window shows letters."""
NOISE_TIMES = (2.0, 1.2)
"""So many times that of places which are flat in the known picture is more than noise: of one picture, of both."""
UNLIKE = 0.4
"""Correlation below which a window shows other letters: copies .6 to 1, other entries -.4 to .3."""
FLOOR = 0.3
"""Variance of the mixed derivative that counts as noise."""

LEAST_SPOTS = 20
"""Spots below which a share of them says nothing, and is 0."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """`telling` spots show fine structure in one of the two; of these `unlike`, a share, do not agree in it.

    `coarse_only` is the share of those that show it in both, and agree in all that is coarse, but not in it.
    """

    telling: int
    unlike: float
    coarse_only: float


def lettering(pair: Working, evidence: Evidence, common: Spots) -> Lettering:
    """Compare the fine structure at the spots (rows, columns) of the common part."""
    here, there = (_fine(one) for one in (pair.this, evidence.laid))
    near, strong, strong_there = (one[grid(pair.this.shape)] for one in correlated(here, there, WINDOW, floor=FLOOR))
    plain = common & (strong_there < SHOWS / 3)
    noise = float(np.percentile(strong[plain], 75)) if plain.sum() > 20 else 0.0
    telling = common & ((strong_there > SHOWS) | (strong > max(SHOWS, NOISE_TIMES[0] * noise)))
    both = telling & evidence.same & (strong_there > SHOWS) & (strong > max(SHOWS / 2, NOISE_TIMES[1] * noise))
    unlike = near < UNLIKE
    return Lettering(int(telling.sum()), _share(unlike, telling), _share(unlike, both))


def letters(picture: Grey) -> int:
    """At how many spots a picture (h, w) shows fine structure by itself, as large as two are compared at most."""
    fine = _fine(resized(picture, min(WORKING_EDGE, max(picture.shape))))
    strong = correlated(fine, fine, WINDOW, floor=FLOOR)[1][grid(fine.shape)]
    return int((strong > SHOWS).sum())


def _fine(picture: Grey) -> NDArray[np.float32]:
    soft = cv2.GaussianBlur(picture.astype(np.float32), (0, 0), 0.7)
    return np.asarray(cv2.Sobel(soft, cv2.CV_32F, 1, 1, ksize=3) / 4, np.float32)


def _share(which: Spots, of: Spots) -> float:
    count = int(of.sum())
    return float((which & of).sum()) / count if count >= LEAST_SPOTS else 0.0
