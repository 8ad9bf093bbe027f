"""The rule that a date has one weekday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from provenance.model.case import Case
from provenance.model.claims import Claims, Precision, When
from provenance.model.findings import Confidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.dates import day_words, weekday_words
from provenance.rules.quoting import claim_evidence
from provenance.rules.rule import Cannot, Hit, rule

_INNOCENT = (
    "A slip in the day, the month or the year does this, and so does an event that ran past midnight.",
    "A caption copied from last year with a new year typed in does it too: ask.",
)


@rule(
    id="weekday-mismatch",
    title="The weekday in the caption does not belong to the date beside it",
    severity=Severity.WARNING,
    advice="Ask the sender which of the two is right, and read the agency's own caption.",
)
def weekday_mismatch(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares each weekday that the claim names beside a full date with the weekday of that date. Where the figures
    can be read in two ways (04/05/2022), one fitting reading is enough.

    Genuine captions get this right: in 93 of them that name a weekday not one was wrong. A date that was changed
    afterwards keeps the old weekday.

    Confidence is medium: one slip of the keyboard is enough. Weekdays that are reckoned from the publication date
    (“on Monday”) and dates without a year are left out, and so are calendars other than the Gregorian.
    """
    del limits
    for when, days in _named_weekdays(case.claims):
        if all(day.weekday() != when.weekday for day in days):
            yield _hit(case, when, days[0])


def _named_weekdays(claims: Claims | None) -> Iterator[tuple[When, tuple[date, ...]]]:
    """Each date with a weekday beside it, and the days it can mean."""
    if claims is None:
        return
    dates = dict.fromkeys([*claims.dates, *([claims.when] if claims.when else [])])
    for when in dates:
        if when.weekday is None or when.relative:
            continue
        readings = (one for one in when.readings() if one.precision is Precision.DAY)
        days = tuple(one.first for one in readings if one.first is not None)
        if days:
            yield when, days


def _hit(case: Case, when: When, day: date) -> Hit:
    named = weekday_words(when.weekday or 0)
    return Hit(
        message=f"The claim says {named}, {day_words(day)}; that day was a {weekday_words(day.weekday())}.",
        evidence=(claim_evidence(case, when.excerpt.text),),
        innocent=_INNOCENT,
        confidence=Confidence.MEDIUM,
    )
