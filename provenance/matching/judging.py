"""The same photo, another frame of the scene, or not to be told: what the spots say together.

Copies agree spot by spot and nothing in them moves, however they were made. In another frame something moved together
(a face, a car, or, from another place, near things against far ones), or hardly anything agrees. A picture with which
only a few features agree, and nothing else, is not named at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from provenance.matching.evidence import WINDOW
from provenance.matching.flow import grid
from provenance.matching.grain import grain_gap
from provenance.matching.lettering import lettering
from provenance.model.matching import MatchVerdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.matching.changes import Area
    from provenance.matching.evidence import Evidence
    from provenance.matching.extent import Extent
    from provenance.matching.laying import Grey, Working
    from provenance.model.limits import MatchLimits

DRAWN = 0.34
"""Share of the pixels in four shades of 128 from which a picture is drawn: slides, charts, screens .5 to .9, printed
pages .36 to .42, the text around a photo in a screenshot .6, photographs .05 to .28 (one in fifty more)."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Spots within the common part: how many show the same, something else, and something that moved.

    `laid_over` counts those of something else that text or graphics cover; `drawn` is true where what agrees is itself
    text or graphics, over which nothing is laid: there it is simply something else. `together` is how many of the moved
    ones lie side by side, `compared` how many spots there are at all, `grain_gap` see grain.py, `changed` the share of
    the common part in which content (not graphics) was removed, pasted or covered, `recoloured` see tone.py (only asked
    of what is drawn), `displaced` how many features of what differs stand elsewhere in the known picture (closer.py).
    `telling`, `unlike` and `coarse_only` see lettering.py; `blurred` is true where what is drawn shows little of the
    letters that the known picture has, `other_colours` where other colours stand in the same few shapes.
    """

    same: int
    other: int
    laid_over: int
    moved: int
    together: int
    compared: int
    grain_gap: float
    changed: float
    drawn: bool
    recoloured: bool = False
    displaced: int = 0
    telling: int = 0
    unlike: float = 0.0
    coarse_only: float = 0.0
    blurred: bool = False
    other_colours: bool = False

    @property
    def recognised(self) -> float:
        """Share of what is compared that shows the same, moved or not; nothing is excused."""
        return (self.same + self.moved) / max(1, self.same + self.other + self.moved)

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
    fine = lettering(pair, evidence, common)
    return Tally(
        same=int(same.sum()),
        other=int(other.sum()),
        laid_over=int((other & over).sum()),
        moved=int((evidence.moved & common).sum()),
        together=_largest(evidence.moved & common),
        compared=int(common.sum()),
        grain_gap=grain_gap(pair, evidence, common),
        changed=sum(area.share for area in areas if not area.graphic),
        drawn=_drawn(evidence.laid, (evidence.same | evidence.moved) & common),
        telling=fine.telling,
        unlike=fine.unlike,
        coarse_only=fine.coarse_only,
    )


def verdict(seen: Tally, extent: Extent, points: int, limits: MatchLimits) -> tuple[MatchVerdict, bool] | None:
    """The verdict, and whether content that moved was found in both; None where nothing worth naming agrees.

    `points` counts the features that agree on the map.
    """
    if seen.same + seen.moved < limits.agreeing_spots or not _enough_in_common(seen, extent, limits):
        return None
    if seen.drawn:
        return (MatchVerdict.SAME_PHOTO, False) if _all_drawn_alike(seen, extent, limits) else None
    well_known = seen.recognised >= limits.naming_recognised
    if _in_motion(seen, limits):
        still = seen.agreement >= limits.still_share and seen.motion <= limits.still_motion
        return (MatchVerdict.SAME_SCENE, still) if well_known and _one_place(seen, points, limits) else None
    if seen.agreement >= limits.agreeing_share and _part_agrees(seen, extent, limits):
        return (MatchVerdict.SAME_PHOTO if _one_exposure(seen, limits) else MatchVerdict.CANNOT_TELL), False
    if points >= limits.naming_points and seen.agreement >= limits.naming_share and well_known:
        return MatchVerdict.CANNOT_TELL, False
    return None


def _enough_in_common(seen: Tally, extent: Extent, limits: MatchLimits) -> bool:
    """A logo, a caption or a poster that two photos have in common is a small part of each, or all that agrees."""
    perfect = seen.same >= limits.perfect * (seen.same + seen.other + seen.moved)
    least = limits.common_shares_perfect if perfect else limits.common_shares
    return extent.kept + extent.of_this >= least and seen.recognised >= limits.recognised


def _part_agrees(seen: Tally, extent: Extent, limits: MatchLimits) -> bool:
    """A part cut out and set into another picture has to agree nearly everywhere."""
    partly = max(extent.kept, extent.of_this) < limits.partly
    return not partly or seen.same >= limits.partly_agreeing * (seen.same + seen.other + seen.moved)


def _all_drawn_alike(seen: Tally, extent: Extent, limits: MatchLimits) -> bool:
    """Slides, charts and screens are made from templates: only where nothing differs is one a copy of the other.

    Nothing differs to the letters; where those are too small to be seen, or where there are none and the colours are
    others, it cannot be known.
    """
    alike = seen.same >= limits.drawn_agreement * (seen.same + seen.other + seen.moved)
    if not alike or seen.changed or seen.recoloured or max(extent.kept, extent.of_this) < limits.whole:
        return False
    return seen.unlike <= limits.drawn_unlike and not seen.blurred and not seen.other_colours


def _in_motion(seen: Tally, limits: MatchLimits) -> bool:
    """Whether neighbouring spots moved together; of a clear copy, where nothing else differs, fewer are needed."""
    least = limits.motion_clear if seen.agreement >= limits.clear_agreement else limits.motion
    return seen.motion > least and seen.together >= limits.moving_spots


def _one_place(seen: Tally, points: int, limits: MatchLimits) -> bool:
    """Whether more agrees than large shapes, as they do in two flags in the wind and two pages of one paper."""
    return points >= limits.scene_points or seen.coarse_only <= limits.scene_unlike


def _one_exposure(seen: Tally, limits: MatchLimits) -> bool:
    """Whether nothing speaks for two exposures: enough is shown to tell, no more differs than people paste or remove,
    what differs is nowhere else in the known picture, and the grain of the rest is the same."""
    enough = seen.same >= limits.telling_share * seen.compared and seen.coarse_only <= limits.copy_unlike
    if not enough or seen.changed > limits.changed or seen.displaced > limits.displaced:
        return False
    return not (seen.changed and seen.grain_gap > limits.grain_gap)


def _largest(spots: np.ndarray) -> int:
    count, _labels, stats, _middles = cv2.connectedComponentsWithStats(spots.astype(np.uint8), connectivity=8)
    return int(stats[1:, cv2.CC_STAT_AREA].max()) if count > 1 else 0


def _drawn(laid: Grey, spots: np.ndarray) -> bool:
    """Whether what is recognised is text and graphics: few shades make up most of it."""
    if not spots.any():
        return False
    area = cv2.resize(spots.astype(np.uint8), (laid.shape[1], laid.shape[0]), interpolation=cv2.INTER_NEAREST) > 0
    shades = np.bincount(laid[area] // 2, minlength=128)
    return bool(np.sort(shades)[-4:].sum() > DRAWN * shades.sum())
