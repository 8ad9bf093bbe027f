"""Dates in a text: explicit patterns to closed intervals of calendar days. Nothing is guessed.

The main date is chosen so: dates of what is shown come before datelines, those before release and issue dates, and
background dates ("since 2014") never count. Among equals a date that the text labels as the photo's ("Picture date:",
"In this ... photo") comes first, then the more exact one, then the one that stands first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from provenance.captions.bare_years import any_years, bare_years
from provenance.captions.date_bounds import bounded
from provenance.captions.date_draft import Draft, day_of, plain
from provenance.captions.date_roles import Reading, in_context, in_field
from provenance.captions.decades import decades
from provenance.captions.event_years import event_years
from provenance.captions.feast_days import feast_days
from provenance.captions.numeric_dates import numeric_dates
from provenance.captions.relative_days import relative_dates
from provenance.captions.worded_dates import worded_dates
from provenance.model.claims import DateRole, Excerpt, Precision, When

_JOINT = re.compile(r"[ ]?(?:-|–|—|/|to|until|till|through|and|bis|und|au|al|a|até|tot|do|до|по)[ ]?")
_BETWEEN = ("between ", "zwischen ")
_ROLES = (DateRole.SHOWN, DateRole.DATELINE, DateRole.RELEASED, DateRole.ISSUED)
_EXACTNESS = (
    Precision.DAY, Precision.INTERVAL, Precision.MONTH, Precision.DAY_NO_YEAR, Precision.YEAR, Precision.DECADE,
)  # fmt: skip
_MOST = 200
"""A text with more dates than this is no caption; the first ones are read."""


@dataclass(frozen=True, slots=True)
class Dates:
    """All dates of a text in the order they stand there, the main one, and whether the text labels that one."""

    found: tuple[When, ...] = ()
    main: When | None = None
    labelled: bool = False


def find_dates(text: str, published: date | None = None) -> Dates:
    """Every date that a text states. Relative days count only where the day of publication is given."""
    bare = plain(text)
    readings = [in_context(bare, draft) for draft in _explicit(bare)]
    if published is not None:
        taken = _taken(len(bare), ((reading.start, reading.end) for reading in readings))
        told = _untaken(relative_dates(bare, published), taken)
        readings = sorted((*readings, *(in_context(bare, draft) for draft in told)), key=lambda reading: reading.start)
    return _dates(text, readings, published)


def read_date_field(text: str, published: date | None = None) -> Dates:
    """The dates of a field that is for the date of the photo: every one is that of the photo or of its release."""
    bare = plain(text)
    drafts = [bounded(bare, draft, published) for draft in _explicit(bare, in_a_field=True)]
    return _dates(text, [in_field(bare, draft) for draft in drafts], published)


def _dates(text: str, readings: list[Reading], published: date | None) -> Dates:
    whens = tuple(_when(text, reading, published) for reading in readings)
    ranked = [at for at, reading in enumerate(readings) if reading.role in _ROLES]
    if not ranked:
        return Dates(whens)
    best = min(ranked, key=lambda at: _rank(readings[at]))
    return Dates(whens, whens[best], readings[best].labelled)


def _rank(reading: Reading) -> tuple[int, bool, int, int]:
    """Dates that the text labels, then days, then what is less exact; release and issue dates last."""
    draft = reading.draft
    role = _ROLES.index(reading.role)
    if reading.role is DateRole.DATELINE and draft.precision is Precision.DAY:
        role = _ROLES.index(DateRole.SHOWN)
    exactness = _EXACTNESS.index(draft.precision) * 2 + (reading.role is DateRole.DATELINE)
    return role, not reading.labelled, exactness + len(_EXACTNESS) * 2 * draft.relative, draft.start


def _explicit(text: str, *, in_a_field: bool = False) -> list[Draft]:
    """What the patterns find, the more explicit pattern winning where two read the same characters."""
    taken = bytearray(len(text))
    drafts: list[Draft] = []
    finders: list[Callable[[str], Iterator[Draft]]] = [
        numeric_dates, worded_dates, feast_days, decades, event_years, bare_years,
    ]  # fmt: skip
    if in_a_field:
        finders.append(any_years)
    for finder in finders:
        drafts += _untaken(finder(text), taken)
    return _joined(text, sorted(drafts, key=lambda draft: draft.start)[:_MOST])


def _untaken(found: Iterable[Draft], taken: bytearray) -> list[Draft]:
    drafts: list[Draft] = []
    for draft in islice(found, _MOST):
        if not any(taken[draft.start : draft.end]):
            taken[draft.start : draft.end] = b"\1" * (draft.end - draft.start)
            drafts.append(draft)
    return drafts


def _taken(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    taken = bytearray(length)
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    return taken


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
    if joint[0].strip() in {"and", "und"} and not text[max(0, one.start - 9) : one.start].lower().endswith(_BETWEEN):
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
    excerpt = Excerpt(text[reading.start : reading.end], reading.start, reading.end)
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
