"""The same photo, another frame of the scene, or not to be told: what the spots say together.

Copies agree spot by spot and nothing in them moves, however they were made. In another frame something moved together
(a face, a car, or, from another place, near things against far ones), or hardly anything agrees. A picture with which
only a few features agree, and nothing else, is not named at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from provenance.matching.evidence import WINDOW
from provenance.matching.flow import grid
from provenance.model.matching import MatchVerdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.matching.changes import Area
    from provenance.matching.evidence import Evidence
    from provenance.matching.extent import Extent
    from provenance.matching.laying import Grey, Working
    from provenance.model.limits import MatchLimits

DRAWN = 170.0
"""Change of grey values per pixel that 1 % of the pixels of drawn pictures (slides, charts, screens) reaches."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Spots within the common part: how many show the same, something else, and something that moved.

    `laid_over` counts those of something else that text or graphics cover; `drawn` is true where what agrees is itself
    text or graphics, over which nothing is laid: there it is simply something else.
    """

    same: int
    other: int
    laid_over: int
    moved: int
    drawn: bool

    @property
    def agreement(self) -> float:
        """Share of the spots that show the same, of those that could."""
        other = self.other if self.drawn else self.other - self.laid_over
        return self.same / max(1, self.same + other + self.moved)

    @property
    def motion(self) -> float:
        """Share of what is recognised that moved."""
        return self.moved / max(1, self.same + self.moved)


def tally(pair: Working, evidence: Evidence, extent: Extent, areas: Sequence[Area]) -> Tally:
    """Count the spots."""
    common = extent.holds(*grid(pair.this.shape), WINDOW) & evidence.inside
    other = evidence.different & common
    over = np.zeros_like(common)
    for area in areas:
        if area.graphic:
            over |= area.spots
    same = evidence.same & common
    return Tally(
        same=int(same.sum()),
        other=int(other.sum()),
        laid_over=int((other & over).sum()),
        moved=int((evidence.moved & common).sum()),
        drawn=_drawn(evidence.laid, same, grid(pair.this.shape)),
    )


def verdict(seen: Tally, extent: Extent, points: int, limits: MatchLimits) -> tuple[MatchVerdict, bool] | None:
    """The verdict, and whether content that moved was found in both; None where nothing worth naming agrees.

    `points` counts the features that agree on the map.
    """
    if seen.same + seen.moved < limits.agreeing_spots:
        return None
    if seen.motion > limits.motion and seen.moved >= limits.moving_spots:
        return MatchVerdict.SAME_SCENE, seen.agreement >= limits.still_share
    if seen.agreement >= limits.agreeing_share and extent.kept + extent.of_this >= limits.common_shares:
        return MatchVerdict.SAME_PHOTO, False
    if points >= limits.naming_points and seen.agreement >= limits.naming_share:
        return MatchVerdict.CANNOT_TELL, False
    return None


def _drawn(laid: Grey, same: np.ndarray, at: tuple[np.ndarray, np.ndarray]) -> bool:
    import cv2

    if not same.any():
        return False
    values = laid.astype(np.float32)
    steps = np.hypot(cv2.Sobel(values, cv2.CV_32F, 1, 0), cv2.Sobel(values, cv2.CV_32F, 0, 1)) / 4
    size = (laid.shape[1], laid.shape[0])
    area = cv2.resize(same.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
    return float(np.percentile(steps[area], 99)) > DRAWN
