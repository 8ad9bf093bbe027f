"""The measured part of relating two pictures: needs OpenCV, and is imported when there is something to measure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from provenance.matching import closer
from provenance.matching.changes import Area, changes
from provenance.matching.evidence import Evidence, gather
from provenance.matching.extent import Extent, extent
from provenance.matching.flow import refined
from provenance.matching.judging import Tally, tally, verdict
from provenance.matching.laying import WORKING_EDGE, Working, full_frame, orientation_of, working
from provenance.matching.lettering import letters
from provenance.matching.relations import relations
from provenance.matching.tone import other_colours, recoloured
from provenance.model.matching import Candidate, Change, ChangeKind, Match, MatchVerdict, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.matching.laying import Map
    from provenance.matching.relate import Side
    from provenance.model.limits import MatchLimits


LARGER = 1.3
"""So many times larger the second look at a part has to be to show more than the first."""
LOOKED_INTO = 0.03
"""Share of the common part with other content from which it is looked for elsewhere."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One way to lay the known picture on this one, and what it shows."""

    pair: Working
    evidence: Evidence
    extent: Extent
    areas: tuple[Area, ...]
    tally: Tally
    verdict: tuple[MatchVerdict, bool] | None
    points: int


def measured(this: Side, known: Side, candidate: Candidate, limits: MatchLimits) -> Match | None:
    """The match of two different pictures; None where nothing speaks for it."""
    found = best(this, known, candidate, limits)
    if found is None or found.verdict is None:
        return _unmeasured(known, candidate, found, limits)
    return described(this, known, candidate, found, limits)


def best(this: Side, known: Side, candidate: Candidate, limits: MatchLimits) -> Measured | None:
    """Of the maps that were proposed the one that more agrees with; the first that makes the same photo is enough."""
    found: list[Measured] = []
    for matrix, points in _maps(this, known, candidate, limits):
        one = measure(this, known, matrix, points, limits)
        if one is None:
            continue
        if one.verdict and one.verdict[0] is MatchVerdict.SAME_PHOTO:
            return one
        found.append(one)
        if one.tally.agreement < limits.promising and candidate.transform is not None:
            break  # many features and few spots agree: the frame of a screen, a sign, a pattern
    return max(found, key=lambda one: (one.verdict is not None, one.tally.same + one.tally.moved), default=None)


def measure(this: Side, known: Side, matrix: Map, points: int, limits: MatchLimits) -> Measured | None:
    """Lay the known picture so, and look; None where it does not lie on this one at all.

    What fills only a part of this picture is looked at again, larger: small motion is not seen in a cell of a collage.
    """
    found = _look(this, known, matrix, points, limits, WORKING_EDGE)
    if found is None or found.verdict is None or found.verdict[0] is not MatchVerdict.SAME_PHOTO:
        return found
    larger = round(WORKING_EDGE / max(float(np.ptp(found.extent.region, axis=0).max()), 0.25))
    if min(larger, max(this.grey.shape)) < LARGER * max(found.pair.this.shape):
        return found
    again = _look(this, known, found.pair.map(), points, limits, larger)
    moved = again is not None and again.verdict is not None and again.verdict[0] is MatchVerdict.SAME_SCENE
    return again if moved else found


def _look(this: Side, known: Side, matrix: Map, points: int, limits: MatchLimits, most: int) -> Measured | None:
    try:
        pair, _tracked = refined(working(this.grey, known.grey, matrix, most))
        if not _sane(pair):
            return None
        evidence = gather(pair)
        common = extent(pair, evidence, known.shape)
    except (cv2.error, np.linalg.LinAlgError):  # a map that folds the picture up: nothing can be laid by it
        return None
    if common is None:
        return None
    areas = changes(pair, evidence, common)
    seen = tally(pair, evidence, common, areas)
    if seen.drawn:
        seen = _designed(seen, this, known, pair, common, limits)
    elif seen.changed >= LOOKED_INTO:
        boxes = [(np.array(area.box) + 0.5) / max(pair.this.shape) for area in areas if not area.graphic]
        seen = replace(seen, displaced=closer.elsewhere(this.points, known.points, pair.map(), boxes))
    return Measured(pair, evidence, common, areas, seen, verdict(seen, common, points, limits), points)


def _designed(seen: Tally, this: Side, known: Side, pair: Working, common: Extent, limits: MatchLimits) -> Tally:
    """What is asked only of what is drawn: the colours, and whether letters are shown that could tell."""
    at = (this.pixels, known.pixels, pair.map(), common.region)
    few = seen.telling < limits.drawn_telling
    return replace(
        seen,
        recoloured=recoloured(*at),
        blurred=few and letters(known.grey) >= 2 * limits.drawn_telling,
        other_colours=few and other_colours(*at),
    )


def described(this: Side, known: Side, candidate: Candidate, found: Measured, limits: MatchLimits) -> Match:
    """What was measured, in the words of the house."""
    assert found.verdict is not None  # noqa: S101 - the caller asked for it
    answer, same_moment = found.verdict
    matrix = found.pair.map()
    orientation, angle = orientation_of(matrix)
    changed = tuple(_change(area, found, this) for area in found.areas)
    same = answer is MatchVerdict.SAME_PHOTO
    return Match(
        picture=known.picture,
        verdict=answer,
        relations=relations(this, known, found, limits) if same else _otherwise(answer),
        confidence=_confidence(found),
        step=candidate.step,
        distance=candidate.distance,
        orientation=orientation,
        kept=round(found.extent.kept, 4),
        of_this=round(found.extent.of_this, 4),
        region=_in_pixels(found.extent.region, this),
        altered=round(min(1.0, sum(one.share for one in changed)), 4) if same else None,
        overlaid=round(min(1.0, sum(c.share for c in changed if c.kind is ChangeKind.OVERLAID)), 4) if same else None,
        shown=found.extent.shown,
        angle=round(angle, 2),
        changes=changed if same else (),
        same_moment=same_moment,
        points=found.points,
    )


def _maps(this: Side, known: Side, candidate: Candidate, limits: MatchLimits) -> Iterator[tuple[Map, int]]:
    """The map the candidate came with, where enough points stand behind it; then one from a closer look."""
    if candidate.transform is not None and (candidate.points or 0) >= limits.sure_points:
        yield np.reshape(candidate.transform, (3, 3)), candidate.points or 0
    elif candidate.step != "features":
        yield full_frame(this.shape, known.shape, candidate.orientation), 0
    found = closer.find(this.points, known.points)
    if found is not None and found[1] >= limits.least_points:
        yield found


def _sane(pair: Working) -> bool:
    """Refining may run away where there is little to hold on to."""
    linear = pair.matrix[:2, :2] / pair.matrix[2, 2]
    sizes = np.linalg.svd(linear, compute_uv=False)
    return bool(np.isfinite(pair.matrix).all() and sizes[1] > 0.02 and sizes[0] < 50 and sizes[1] / sizes[0] > 0.1)


def _unmeasured(known: Side, candidate: Candidate, found: Measured | None, limits: MatchLimits) -> Match | None:
    """A fingerprint that agrees is worth a word where the little that the pixels show agrees too."""
    if candidate.step == "features" or found is None or found.tally.drawn:
        return None
    few = found.tally.same < limits.agreeing_spots
    if not few or found.tally.same < limits.least_spots or found.tally.agreement < limits.agreeing_share:
        return None
    return Match(
        picture=known.picture,
        verdict=MatchVerdict.CANNOT_TELL,
        relations=(),
        confidence=0.5,
        step=candidate.step,
        distance=candidate.distance,
        orientation=candidate.orientation,
    )


def _otherwise(answer: MatchVerdict) -> tuple[Relation, ...]:
    return (Relation.SAME_SCENE,) if answer is MatchVerdict.SAME_SCENE else ()


def _confidence(found: Measured) -> float:
    """From .5 to .99: how much agrees, and how many spots there were to agree."""
    enough = min(1.0, found.tally.same / 150)
    sure = min(1.0, found.tally.agreement + 0.05) * float(np.sqrt(enough))
    return round(0.5 + 0.49 * sure, 3)


def _change(area: Area, found: Measured, this: Side) -> Change:
    kind = ChangeKind.OVERLAID if area.graphic else ChangeKind.CONTENT
    scale = max(this.width, this.height) / max(found.pair.this.shape)
    left, top, right, bottom = (max(0.0, edge * scale) for edge in area.box)
    return Change(kind, (left, top, min(right, this.width), min(bottom, this.height)), min(1.0, area.share))


def _in_pixels(region: np.ndarray, this: Side) -> tuple[tuple[float, float], ...]:
    longest = max(this.width, this.height)
    return tuple(
        (
            round(float(np.clip(x * longest, 0, this.width)), 1),
            round(float(np.clip(y * longest, 0, this.height)), 1),
        )
        for x, y in region
    )
