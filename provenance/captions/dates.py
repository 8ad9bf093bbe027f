"""Dates in a text: explicit patterns to closed intervals of calendar days. Nothing is guessed.

The main date is chosen so: dates of what is shown come before datelines, those before release and issue dates, and
background dates ("since 2014") never count. Among equals a date that the text labels as the photo's ("Picture date:",
"In this ... photo") comes first, then the more exact one, then the one that stands first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from provenance.captions.bare_years import bare_years
from provenance.captions.date_draft import Draft, day_of
from provenance.captions.date_roles import Reading, in_context
from provenance.captions.numeric_dates import numeric_dates
from provenance.captions.relative_days import relative_dates
from provenance.captions.worded_dates import worded_dates
from provenance.model.claims import DateRole, Excerpt, Precision, When

_JOINT = re.compile(r"[ ]?(?:-|–|—|to|until|through|and|bis|au|al|до|по)[ ]?")
_ROLES = (DateRole.SHOWN, DateRole.DATELINE, DateRole.RELEASED, DateRole.ISSUED)
_EXACTNESS = (
    Precision.DAY, Precision.INTERVAL, Precision.MONTH, Precision.DAY_NO_YEAR, Precision.YEAR, Precision.DECADE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dates:
    """All dates of a text in the order they stand there, the main one, and whether the text labels that one."""

    found: tuple[When, ...] = ()
    main: When | None = None
    labelled: bool = False


def find_dates(text: str, published: date | None = None) -> Dates:
    """Every date that a text states. Relative days count only where the day of publication is given."""
    readings = [in_context(text, draft) for draft in _joined(text, _drafts(text, published))]
    whens = tuple(_when(text, reading, published) for reading in readings)
    ranked = [at for at, reading in enumerate(readings) if reading.role in _ROLES]
    if not ranked:
        return Dates(whens)
    best = min(ranked, key=lambda at: _rank(readings[at]))
    return Dates(whens, whens[best], readings[best].labelled)


def _rank(reading: Reading) -> tuple[int, bool, bool, int, int]:
    draft = reading.draft
    exactness = _EXACTNESS.index(draft.precision)
    return _ROLES.index(reading.role), not reading.labelled, draft.relative, exactness, draft.start


def _drafts(text: str, published: date | None) -> list[Draft]:
    """What the patterns find, the more explicit pattern winning where two read the same characters."""
    taken = bytearray(len(text))
    drafts: list[Draft] = []
    finders: list[Iterable[Draft]] = [numeric_dates(text), worded_dates(text), bare_years(text)]
    if published is not None:
        finders.append(relative_dates(text, published))
    for finder in finders:
        for draft in finder:
            if not any(taken[draft.start : draft.end]):
                taken[draft.start : draft.end] = b"\1" * (draft.end - draft.start)
                drafts.append(draft)
    return sorted(drafts, key=lambda draft: draft.start)


def _joined(text: str, drafts: list[Draft]) -> list[Draft]:
    """Two neighbouring dates with a dash or "to" between them are one interval."""
    joined: list[Draft] = []
    for draft in drafts:
        interval = _interval(text, joined[-1], draft) if joined else None
        if interval is None:
            joined.append(draft)
        else:
            joined[-1] = interval
    return joined


def _interval(text: str, one: Draft, other: Draft) -> Draft | None:
    joint = _JOINT.fullmatch(text, one.end, other.start) if other.start - one.end < 12 else None
    if joint is None or len(other.readings) != 1 or one.relative or other.relative:
        return None
    if "and" in joint[0] and not text[max(0, one.start - 8) : one.start].lower().endswith("between "):
        return None
    first = one.first if len(one.readings) == 1 else _same_year(one, other)
    last = other.readings[0][1]
    if first is None or not first < last:
        return None
    return Draft(one.start, other.end, Precision.INTERVAL, ((first, last),), background=one.background)


def _same_year(one: Draft, other: Draft) -> date | None:
    """The day without a year in "March 3 to April 2, 2013"."""
    return day_of(other.first.year, one.month, one.day) if one.precision is Precision.DAY_NO_YEAR else None


def _when(text: str, reading: Reading, published: date | None) -> When:
    draft = reading.draft
    excerpt = Excerpt(text[reading.start : draft.end], reading.start, draft.end)
    days = _possible(draft, reading.weekday, published)
    if not days:
        return When(
            draft.precision, excerpt, month=draft.month, day=draft.day, role=reading.role, weekday=reading.weekday
        )
    whens = [
        When(
            draft.precision, excerpt, first, last, role=reading.role, weekday=reading.weekday, relative=draft.relative
        )
        for first, last in days
    ]  # fmt: skip
    if len(whens) == 1:
        return whens[0]
    first_reading = whens[0]
    return When(
        draft.precision, excerpt, first_reading.first, first_reading.last, role=reading.role, weekday=reading.weekday,
        relative=draft.relative, alternatives=tuple(whens[1:]),
    )  # fmt: skip


def _possible(draft: Draft, weekday: int | None, published: date | None) -> list[tuple[date, date]]:
    """The readings that are left: none lies after publication, and those on the named weekday come first."""
    days = list(draft.readings)
    if len(days) > 1 and published is not None:
        latest = published + timedelta(days=1) if published < date.max else published
        days = [reading for reading in days if reading[0] <= latest] or days
    if weekday is not None:
        days.sort(key=lambda reading: reading[0].weekday() != weekday)
    return days
