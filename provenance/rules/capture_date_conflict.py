"""The rule about the camera's clock: what the file says of its own making, against the claim."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from provenance.model.case import Case
from provenance.model.claims import Claims, DateRole, Flag, When
from provenance.model.findings import Confidence, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.times import Span
from provenance.rules.dates import apart, day_words
from provenance.rules.quoting import claim_evidence
from provenance.rules.rule import Cannot, Hit, rule

_TAKEN, _SAVED, _MAKE = "EXIF DateTimeOriginal", "EXIF ModifyDate", "EXIF Make"
_REUSED = {Flag.FILE_PHOTO, Flag.ISSUE_DATE, Flag.RELEASED_ON}
_FIRST_DIGITAL_YEAR = 1995
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
    taken = _moments(case, _TAKEN)
    if not taken or case.claims is None:
        return
    when = case.claims.when
    if when is None or when.span() is None:
        yield Cannot("the claim gives no full date to hold against the camera's")
        return
    gaps = [_span(moment).gap(shown) for moment in taken if moment is not None for shown in _shown(case.claims)]
    if gaps and min(gaps) <= limits.transmission_slack:
        return
    reason = _says_nothing(case, taken)
    if reason:
        yield Cannot(reason)
    else:
        yield from _hits(case, when, taken[0])


def _moments(case: Case, field: str) -> tuple[datetime | None, ...]:
    """What the field holds, by the clock on the wall and to the second, each reading once; None for what is no date.

    Readers differ in whether they add fractions and the zone, and the zone moves a date by less than it is held to.
    """
    return tuple(dict.fromkeys(_moment(str(fact.value)) for fact in case.facts if fact.field == field))


def _moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None, microsecond=0)
    except ValueError:
        return None


def _shown(claims: Claims) -> tuple[Span, ...]:
    """Every day that the claim may say it shows: its main date, others of that kind, and their other readings."""
    dates = (claims.when, *(when for when in claims.dates if when.role is DateRole.SHOWN))
    spans = (reading.span() for when in dates if when is not None for reading in when.readings())
    return tuple(span for span in spans if span is not None)


def _span(moment: datetime) -> Span:
    return Span.of_days(moment.date(), moment.date())


def _says_nothing(case: Case, taken: tuple[datetime | None, ...]) -> str:
    """Why the camera's date means nothing here, "" where it does."""
    if _reused(case.claims):
        return "the claim is marked as a file photo or a release, so the camera's date may rightly be another"
    if len(taken) > 1:
        return "two readings of the camera's date in the file disagree"
    if any(moment is None or _unset(moment, case) for moment in taken):
        return "the camera's clock was plainly not set"
    if set(taken) & set(_moments(case, _SAVED)):
        return "the camera's date equals the date of the last save, so software may have overwritten it"
    return ""


def _reused(claims: Claims | None) -> bool:
    if claims is None or claims.when is None:
        return False
    return bool(claims.flags & _REUSED) or claims.when.role in {DateRole.ISSUED, DateRole.RELEASED}


def _unset(moment: datetime, case: Case) -> bool:
    """A year before digital cameras, the future, or the first hour of a year, where a reset clock starts."""
    starts = (moment.month, moment.day, moment.hour) == (1, 1, 0)
    return moment.year < _FIRST_DIGITAL_YEAR or starts or _span(moment).start > case.now


def _hits(case: Case, when: When, taken: datetime | None) -> Iterator[Hit]:
    if taken is None or when.first is None:
        return
    camera = any(fact.field == _MAKE for fact in case.facts)
    earlier, later = sorted((taken.date(), when.first))
    side = "before" if earlier == taken.date() else "after"
    distance, day = apart(earlier, later), day_words(taken.date())
    raw = next(fact.raw or str(fact.value) for fact in case.facts if fact.field == _TAKEN)
    yield Hit(
        message=f"The camera dated this photo {distance} {side} the claimed day: {day}.",
        evidence=(claim_evidence(case, when.excerpt.text), Evidence(f"{_TAKEN} in the file", raw)),
        innocent=_INNOCENT,
        confidence=Confidence.MEDIUM if camera else Confidence.LOW,
    )
