"""The rule that a dateline is not what the picture shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from provenance.model.case import Case
from provenance.model.claims import Claims, DateRole, Place, Where
from provenance.model.findings import Confidence, Door, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.quoting import brief, claim_evidence
from provenance.rules.rule import Cannot, Hit, rule

_INNOCENT_PLACE = ("Datelines name the place that the story or the sending desk is in; the caption's own words count.",)
_INNOCENT_DAY = ("The dateline may give the day of transmission or of the story, or one of the two carry a slip.",)


@rule(
    id="dateline-mismatch",
    title="The dateline is not the place or the day that the caption gives",
    severity=Severity.NOTE,
    advice="Go by the place and the day in the caption's own sentence.",
    doors=(Door.INSPECT, Door.AUDIT),
)
def dateline_mismatch(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the dateline that a caption opens with ("LONDON - AUGUST 20:") with the place and the day that the
    caption itself gives: another country, or a day more than three days away.

    Datelines are copied from the caption before, and then give away that another picture's caption was reused. A
    wrong day beside a right one is worth a question before it is printed.

    Genuine captions do this: the dateline is often that of the bureau. So it is a note, and it does not interrupt a
    check. Days of datelines are compared without their year. A place whose country is not known cannot be judged.
    """
    if case.claims is None:
        return
    yield from _place(case, case.claims.where)
    yield from _day(case, case.claims, limits.transmission_slack.days)


def _place(case: Case, where: Where | None) -> Iterator[Hit | Cannot]:
    if where is None or not where.dateline:
        return
    filed = frozenset(place.country for place in where.dateline if place.country)
    shown = where.countries or frozenset({where.country} if where.country else ())
    if not filed or not shown:
        yield Cannot("the country of the dateline or of the place shown is not known")
    elif not filed & shown:
        line, words = _words(where.dateline), _words(where.places) or where.country or ""
        message = f"The dateline says {brief(line)}; the caption itself says {brief(words)}."
        yield Hit(message, (claim_evidence(case, line),), _INNOCENT_PLACE, Confidence.MEDIUM)


def _words(places: tuple[Place, ...]) -> str:
    return ", ".join(place.excerpt.text for place in places)


def _day(case: Case, claims: Claims, slack: int) -> Iterator[Hit]:
    line = next((when for when in claims.dates if when.role is DateRole.DATELINE), None)
    shown = claims.when
    if line is None or shown is None or shown.first is None or shown.last is None:
        return
    month, day = (line.first.month, line.first.day) if line.first else (line.month or 0, line.day or 0)
    gap = min(_days_apart(month, day, one.month, one.day) for one in (shown.first, shown.last))
    if shown.first == shown.last and gap > slack:
        message = f"The dateline says {brief(line.excerpt.text)}; the caption itself says {brief(shown.excerpt.text)}."
        yield Hit(message, (claim_evidence(case, line.excerpt.text),), _INNOCENT_DAY, Confidence.MEDIUM)


def _days_apart(month: int, day: int, other_month: int, other_day: int) -> int:
    """Days between two days of the year, to within one, over New Year where that is shorter."""
    gap = abs(_of_year(month, day) - _of_year(other_month, other_day))
    return min(gap, 366 - gap)


def _of_year(month: int, day: int) -> int:
    return date(2020, month, day).timetuple().tm_yday
