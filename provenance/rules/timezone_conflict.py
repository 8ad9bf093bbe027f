"""The rule that the camera's clock ran by a zone that the claimed country does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Severity
from provenance.model.limits import RuleLimits
from provenance.model.zones import offset_words
from provenance.rules.quoting import brief, claim_evidence
from provenance.rules.rule import Cannot, Hit, rule

_INNOCENT = (
    "Photographers who travel leave their cameras on the time at home, or on UTC.",
    "Programs write the zone of the computer that saved the file.",
)
_SUMMER = timedelta(hours=1)


@rule(
    id="timezone-conflict",
    title="The camera's clock ran by a time that the claimed country does not have",
    severity=Severity.NOTE,
    advice="Ask the photographer which time the camera was set to.",
    doors=(Door.CHECK, Door.INSPECT, Door.AUDIT),
)
def timezone_conflict(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares how far the camera's clock stood from UTC with the clocks of the claimed country on that day. The
    distance is stated in EXIF (OffsetTimeOriginal), or follows from the satellites' time, or from a date in IPTC or
    XMP that is the same moment in UTC.

    Where it fits, it supports the claimed country; where it does not, it is a reason to ask. It is hard to think of
    for someone who moves an old picture to a new place.

    It is never more than a note: cameras travel with the time at home. An hour too much or too little is let pass,
    for not every camera is set to summer time. All zones of a country count. It cannot judge a claim that names no
    country.
    """
    del limits
    if case.zoned is None:
        return
    clock, expected = case.zoned.clock, case.zoned.expected
    if not expected:
        yield Cannot("the claim names no country whose clocks the camera's could be held against")
        return
    if any(abs(clock.offset - offset) <= _SUMMER for offset in expected):
        return
    here, there = offset_words(clock.offset), " or ".join(map(offset_words, sorted(expected)[:3]))
    yield Hit(
        message=f"The camera's clock stood at {here} from UTC; {brief(case.zoned.claimed)} has {there}.",
        evidence=(claim_evidence(case, case.zoned.claimed), *clock.evidence),
        innocent=_INNOCENT,
        confidence=Confidence.LOW,
    )
