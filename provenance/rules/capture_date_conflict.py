"""The rule about the camera's clock: what the file says of its own making, against the claim."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from provenance.model.case import Case
from provenance.model.claims import When
from provenance.model.findings import Confidence, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.camera_date import TAKEN, gap, moments, says_nothing
from provenance.rules.dates import apart, day_words
from provenance.rules.quoting import claim_evidence
from provenance.rules.rule import Cannot, Hit, rule

_MAKE = "EXIF Make"
_INNOCENT = (
    "The camera's clock may never have been set, or the date be that of a scan or a re-save.",
    "The caption may date the event it reports and use an older picture of it.",
)


@rule(
    id="capture-date-conflict",
    title="The camera's own date is not the claimed one",
    severity=Severity.WARNING,
    advice="Ask the sender for the camera original, and for other frames from the same day.",
)
def capture_date_conflict(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the date that the file's EXIF gives for the exposure (DateTimeOriginal) with the claimed date. More than
    three days between the two is a warning; less is normal between taking, sending and captioning. Where the claim
    gives several dates for what is shown, as a caption and the date field beside it may, one that fits is enough.

    A camera writes this date before anyone has a story to tell. Where it was not touched since, it is among the best
    evidence that a file carries.

    It says nothing, and this rule then says that it cannot judge, where it equals the date of the last save (software
    overwrites it, as in genuine wire files), where the claim is marked as a file photo, a release or an issue date,
    where the clock was plainly never set, and where two readers of the file disagree. Scanners write the day of the
    scan. That the date is missing is normal: agencies take it out.
    """
    taken = moments(case, TAKEN)
    if not taken or case.claims is None:
        return
    when = case.claims.when
    if when is None or when.span() is None:
        yield Cannot("the claim gives no full date to hold against the camera's")
        return
    nearest = gap(case.claims, taken)
    if nearest is not None and nearest <= limits.transmission_slack:
        return
    reason = says_nothing(case, taken)
    if reason:
        yield Cannot(reason)
    else:
        yield from _hits(case, when, taken[0])


def _hits(case: Case, when: When, taken: datetime | None) -> Iterator[Hit]:
    if taken is None or when.first is None:
        return
    camera = any(fact.field == _MAKE for fact in case.facts)
    earlier, later = sorted((taken.date(), when.first))
    side = "before" if earlier == taken.date() else "after"
    distance, day = apart(earlier, later), day_words(taken.date())
    raw = next(fact.raw or str(fact.value) for fact in case.facts if fact.field == TAKEN)
    yield Hit(
        message=f"The camera dated this photo {distance} {side} the claimed day: {day}.",
        evidence=(claim_evidence(case, when.excerpt.text), Evidence(f"{TAKEN} in the file", raw)),
        innocent=_INNOCENT,
        confidence=Confidence.MEDIUM if camera else Confidence.LOW,
    )
