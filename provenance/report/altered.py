"""Whether this photo was altered, judged against all the copies held and not against one of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from provenance.model.appearance import Standing
from provenance.model.case import Case, KnownPhoto
from provenance.model.matching import ChangeKind, Match, Relation
from provenance.report.areas import Box, box_around

_KINDS = {Relation.ALTERED: ChangeKind.CONTENT, Relation.OVERLAID: ChangeKind.OVERLAID}
_CLEAR = 0.98  # a known photo that fills this much of a picture covers all of it


def altered_from(case: Case) -> KnownPhoto | None:
    """The copy held that shows that this photo was altered; None where it was not, or where that cannot be said.

    Only areas in which something was removed, pasted or covered count, never a caption or a logo laid over the photo.
    """
    differing = (known for known in case.same_photos if not changed_itself(known, case.same_photos, Relation.ALTERED))
    altered = (known for known in differing if Relation.ALTERED in known.match.relations)
    return min(altered, key=_strength, default=None)


def changed_itself(known: KnownPhoto, copies: Sequence[KnownPhoto], relation: Relation) -> bool:
    """Whether it is the known copy that was altered or overlaid, and not the photo that is checked.

    That is so where another copy agrees with the checked photo in the areas in question, is at least as well vouched
    for as the one that differs, and was here no later. `relation` is ALTERED or OVERLAID.
    """
    if relation not in known.match.relations:
        return False
    areas = tuple(change.box for change in known.match.changes if change.kind is _KINDS[relation])
    agreeing = (other for other in copies if relation not in other.match.relations)
    return any(_strength(other) <= _strength(known) and _covers(other.match, areas) for other in agreeing)


def _strength(known: KnownPhoto) -> tuple[int, datetime]:
    """The best standing of those who vouch for a copy, then how long it has been here. Offers come last."""
    standings = tuple(Standing)
    vouching = (standings.index(one.appearance.statement.standing) for one in known.judged)
    silent = len(standings) if known.only_offered else standings.index(Standing.OFFERED)
    return min(vouching, default=silent), known.held_since


def _covers(match: Match, areas: tuple[Box, ...]) -> bool:
    """Whether a known photo fills the parts of this picture that are in question: all of it where none is named."""
    if match.region is None or (match.of_this or 0.0) >= _CLEAR:
        return True
    around = box_around(match.region)
    if around is None or not areas:
        return False
    return all(_within(area, around) for area in areas)


def _within(inner: Box, outer: Box) -> bool:
    starts = outer[0] <= inner[0] and outer[1] <= inner[1]
    return starts and inner[2] <= outer[2] and inner[3] <= outer[3]
