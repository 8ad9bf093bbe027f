"""Two dates held against each other: closed intervals of days, with what wire practice makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import IntEnum
from itertools import product

from provenance.captions.silence import silent
from provenance.model.claims import Agreement, Axis, Claims, Comparison, DateRole, Precision, When

SLACK_DAYS = 3
"""Captions, transmission and in-file dates of genuine wire files lie up to 3 days apart."""

_TRANSMITTED = "One of the two may be the day of transmission, or the day in another time zone."
_REISSUED = "A file photo that was issued again carries the later date."
_RELEASED_LATER = "A photo is often released days or years after it was taken."
_WRONG_YEAR = "A slip of the keyboard in the year or month; look at the weekday if one is named."
_RECEIVED = frozenset({DateRole.RELEASED, DateRole.ISSUED})
_WITNESS = _RECEIVED | {DateRole.SHOWN}


class _Fit(IntEnum):
    """How well two readings fit, the best first."""

    SAME = 0
    CLOSE = 1
    BOUNDED = 2
    UNKNOWN = 3
    APART = 4


def compare_dates(claim: Claims, record: Claims) -> Comparison:
    """The main dates of both sides; the other dates of each only ever soften a contradiction."""
    claimed, recorded = _words(claim.when), _words(record.when)
    quiet = silent(Axis.DATE, "a date", claimed, recorded)
    if quiet is not None or claim.when is None or record.when is None:
        return quiet or Comparison(Axis.DATE, claimed, recorded, Agreement.CANNOT_TELL, "No date can be compared.")
    fit = _best(claim.when, record.when)
    if fit is _Fit.APART:
        return _apart(claim, record, claimed, recorded)
    verdict, why, innocent = _fitting(fit, claimed, recorded)
    return Comparison(Axis.DATE, claimed, recorded, verdict, why, innocent)


def _words(when: When | None) -> str:
    if when is None:
        return ""
    if when.relative and when.first is not None and when.last is not None:
        days = (
            when.first.isoformat()
            if when.first == when.last
            else f"{when.first.isoformat()} to {when.last.isoformat()}"
        )
        return f"{when.excerpt.text} ({days})"
    return when.excerpt.text


def _fitting(fit: _Fit, claimed: str, recorded: str) -> tuple[Agreement, str, tuple[str, ...]]:
    both = f"the claim says “{claimed}”, the record “{recorded}”"
    if fit is _Fit.SAME:
        return Agreement.AGREES, f"The dates fit: {both}.", ()
    if fit is _Fit.CLOSE:
        return Agreement.EXPLAINABLE, f"The dates lie within {SLACK_DAYS} days: {both}.", (_TRANSMITTED,)
    if fit is _Fit.BOUNDED:
        return (
            Agreement.EXPLAINABLE,
            f"A date of release or issue may come long after the photo: {both}.",
            (_RELEASED_LATER,),
        )
    return Agreement.CANNOT_TELL, f"One date has no year and nothing else to compare: {both}.", ()


def _best(one: When, other: When) -> _Fit:
    """The best fit among all readings of the two (04/05/2022 may be either day)."""
    return min(_fit(left, right) for left, right in product(one.readings(), other.readings()))


def _fit(one: When, other: When) -> _Fit:
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return _fit_without_year(one, other)
    gap = _gap(one, other)
    if gap == 0:
        return _Fit.SAME
    if gap <= SLACK_DAYS and Precision.DAY in {one.precision, other.precision}:  # two months are never off by days
        return _Fit.CLOSE
    if one.role in _RECEIVED and other.role in _RECEIVED:
        return _Fit.BOUNDED
    for received, shown in ((one, other), (other, one)):
        if (
            received.role in _RECEIVED
            and shown.last is not None
            and received.first is not None
            and shown.last < received.first
        ):
            return _Fit.BOUNDED
    return _Fit.APART


def _gap(one: When, other: When) -> int:
    """Days between two dates that have a year, 0 where they overlap."""
    first = max(one.first or date.min, other.first or date.min)
    last = min(one.last or date.max, other.last or date.max)
    return max(0, (first - last).days)


def _fit_without_year(one: When, other: When) -> _Fit:
    """A day without a year fits where any year makes it fit; against whole years it says nothing."""
    dated = next((when for when in (one, other) if when.first is not None), None)
    if dated is None:
        return _around_year(one, other)
    bare = other if dated is one else one
    if dated.first is None or dated.last is None or dated.precision in {Precision.YEAR, Precision.DECADE}:
        return _Fit.UNKNOWN
    gap = min(
        (_days_off(day, dated.first, dated.last) for day in _days_in(bare, dated.first, dated.last)), default=None
    )
    return _graded(gap)


def _graded(gap: int | None) -> _Fit:
    if gap is None:
        return _Fit.UNKNOWN
    return _Fit.SAME if gap == 0 else _Fit.CLOSE if gap <= SLACK_DAYS else _Fit.APART


def _around_year(one: When, other: When) -> _Fit:
    leap = date(2020, other.month or 1, other.day or 1)
    return _graded(min(_days_off(day, leap, leap) for day in _days_in(one, leap, leap)))


def _days_in(bare: When, first: date, last: date) -> Iterator[date]:
    for year in range(max(1, first.year - 1), min(9999, last.year + 1) + 1):
        try:
            yield date(year, bare.month or 1, bare.day or 1)
        except ValueError:  # 29 February
            continue


def _days_off(day: date, first: date, last: date) -> int:
    return max(0, (first - day).days, (day - last).days)


def _apart(claim: Claims, record: Claims, claimed: str, recorded: str) -> Comparison:
    both = f"the claim says “{claimed}”, the record “{recorded}”"
    other = next(_other_witness(claim, record), None)
    if other is not None:
        why = f"The dates differ ({both}), but the same statement also names “{other.excerpt.text}”, which fits."
        return Comparison(Axis.DATE, claimed, recorded, Agreement.EXPLAINABLE, why, (_REISSUED, _TRANSMITTED))
    if _relative_and_near(claim.when, record.when):
        why = f"A day named without a date was counted from the publication; {both}."
        return Comparison(Axis.DATE, claimed, recorded, Agreement.EXPLAINABLE, why, (_TRANSMITTED,))
    why = f"The dates cannot both be right: {both}."
    return Comparison(Axis.DATE, claimed, recorded, Agreement.CONTRADICTS, why, (_REISSUED, _WRONG_YEAR))


def _other_witness(claim: Claims, record: Claims) -> Iterator[When]:
    """Dates beside the main one that fit the other side to the day: the issue date, or a second field."""
    for side, against in ((claim, record), (record, claim)):
        for when in side.dates:
            if when is not side.when and when.role in _WITNESS and _same_day(when, against.when):
                yield when


def _same_day(one: When, other: When | None) -> bool:
    if other is None or one.precision is not Precision.DAY or other.precision is not Precision.DAY:
        return False
    return _gap(one, other) <= SLACK_DAYS


def _relative_and_near(one: When | None, other: When | None) -> bool:
    """Whether a day counted from a publication is off by less than the time a caption is reused unchanged."""
    if one is None or other is None or not (one.relative or other.relative):
        return False
    return timedelta(days=_gap(one, other)) <= timedelta(days=14)
