"""The rule that the file's position is not where the claim says the photo was taken."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.clues import Placed
from provenance.model.findings import Confidence, Door, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.quoting import brief, claim_evidence
from provenance.rules.rule import Cannot, Hit, rule

_INNOCENT = (
    "The caption may name where its story is filed from, and not what the picture shows.",
    "Receivers keep the last position they had, and editors can set positions by hand.",
)


@rule(
    id="gps-conflict",
    title="The file's position is not the place that is claimed",
    severity=Severity.WARNING,
    advice="Ask the sender where the photo was taken, and look at both places on a map.",
    doors=(Door.CHECK, Door.INSPECT, Door.AUDIT),
)
def gps_conflict(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the position that the file states (GPS in EXIF or XMP) with the place that the claim names, through the
    gazetteer. More than 100 km away and in another country is a warning; as far away in the same country is a note.

    Phones and some cameras write the position when they take the picture. Few people who send a picture with a false
    place think of it.

    Positions can be edited, can be the last one that a receiver had, and can be that of the desk. Where a name means
    several places, the nearest counts. Towns near borders are counted to both countries. It cannot judge a claim
    without a place, a place that the gazetteer does not know, or a position far from every town. That a file states no
    position is normal.
    """
    if case.placed is None:
        return
    reason = _cannot(case.placed)
    if reason:
        yield Cannot(reason)
        return
    placed = case.placed
    if placed.distance is not None and placed.distance <= limits.gps_near:
        return
    abroad = bool(placed.countries and placed.claimed_countries and not placed.countries & placed.claimed_countries)
    if abroad or placed.distance is not None:
        yield Hit(
            message=_message(placed),
            evidence=(claim_evidence(case, placed.claimed), *placed.fix.evidence),
            innocent=_INNOCENT,
            confidence=Confidence.MEDIUM,
            severity=Severity.WARNING if abroad else Severity.NOTE,
        )


def _cannot(placed: Placed) -> str:
    if not placed.claimed:
        return "the claim names no place to hold against the file's position"
    if placed.distance is None and not placed.claimed_countries:
        return "the gazetteer does not know the claimed place, so the file's position cannot be held against it"
    if placed.distance is None and not placed.countries:
        return "the file's position is far from every town, so its country is not known"
    return ""


def _message(placed: Placed) -> str:
    near = f" near {placed.near.name}" if placed.near else ""
    where = f"{placed.fix.latitude:.4f}, {placed.fix.longitude:.4f}"
    if placed.distance is None:
        return f"The file's position ({where}{near}) is not in the claimed country, {brief(placed.claimed)}."
    return f"The file's position ({where}{near}) is {placed.distance:,.0f} km from {brief(placed.claimed)}."
