"""The rule about dates that have not come yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.times import Span
from provenance.model.wall_clock import wall_time
from provenance.rules.quoting import brief, claim_evidence
from provenance.rules.rule import Cannot, Hit, rule

_FIELDS = ("EXIF DateTimeOriginal", "IPTC-IIM 2:55 DateCreated", "XMP photoshop:DateCreated")
_INNOCENT = (
    "The clock of a camera or of this computer may be wrong.",
    "Captions for events to come are sent ahead with older pictures.",
)


@rule(
    id="future-date",
    title="A date of taking lies in the future",
    severity=Severity.NOTE,
    advice="Look at this computer's clock, then ask the sender when the photo was taken.",
    doors=(Door.CHECK, Door.INSPECT, Door.AUDIT),
)
def future_date(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the dates of taking in the file (EXIF DateTimeOriginal, Date Created of IPTC-IIM and XMP) and the
    claimed date with the moment of the check. What lies more than a day ahead is told.

    No photo was taken tomorrow: such a date is wrong, and everything else that rests on it.

    It knows only this computer's clock. A day is let pass, because days without a zone are wider than a day. A claim
    that names a day without its year cannot be judged.
    """
    latest = case.now + limits.clock_slack
    ahead = [(field, value) for field, value in _stated(case) if _starts_after(value, latest)]
    for field, value in ahead[:1]:
        message = f"The file says that the photo was taken on a day that has not come yet: {brief(value)}."
        yield Hit(message, (Evidence(field, value),), _INNOCENT, Confidence.HIGH)
    when = case.claims.when if case.claims else None
    if when is not None and when.first is None:
        yield Cannot("the claim names a day without its year, so whether it has come cannot be told")
    elif when is not None and min(reading.first for reading in when.readings() if reading.first) > latest.date():
        message = f"The claim names a day that has not come yet: {brief(when.excerpt.text)}."
        yield Hit(message, (claim_evidence(case, when.excerpt.text),), _INNOCENT, Confidence.HIGH)


def _stated(case: Case) -> list[tuple[str, str]]:
    return [(fact.field, str(fact.value)) for fact in case.facts if fact.field in _FIELDS and not fact.impossible]


def _starts_after(value: str, latest: datetime) -> bool:
    moment = wall_time(value)
    return moment is not None and Span.of_days(moment.day, moment.day).start > latest
