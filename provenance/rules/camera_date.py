"""The camera's own date in the file: what it is, and when it means nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from provenance.model.case import Case
from provenance.model.claims import Claims, DateRole, Flag
from provenance.model.times import Span

TAKEN = "EXIF DateTimeOriginal"
_SAVED = "EXIF ModifyDate"
_REUSED = {Flag.FILE_PHOTO, Flag.ISSUE_DATE, Flag.RELEASED_ON}
_FIRST_DIGITAL_YEAR = 1995


def moments(case: Case, field: str) -> tuple[datetime | None, ...]:
    """What the field holds, by the clock on the wall and to the second, each reading once; None for what is no date.

    Readers differ in whether they add fractions and the zone, and the zone moves a date by less than it is held to.
    """
    return tuple(dict.fromkeys(_moment(str(fact.value)) for fact in case.facts if fact.field == field))


def gap(claims: Claims, taken: tuple[datetime | None, ...]) -> timedelta | None:
    """The least time between the camera's dates and the days that the claim may show; None where either is missing."""
    days = [_span(moment) for moment in taken if moment is not None]
    return min((day.gap(span) for day in days for span in _shown(claims)), default=None)


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


def says_nothing(case: Case, taken: tuple[datetime | None, ...]) -> str:
    """Why the camera's date means nothing here, "" where it does."""
    if _reused(case.claims):
        return "the claim is marked as a file photo or a release, so the camera's date may rightly be another"
    if len(taken) > 1:
        return "two readings of the camera's date in the file disagree"
    if any(moment is None or _unset(moment, case) for moment in taken):
        return "the camera's clock was plainly not set"
    if set(taken) & set(moments(case, _SAVED)):
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
