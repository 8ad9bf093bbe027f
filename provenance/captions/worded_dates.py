"""Dates with a month in words: April 7, 2022; 7th of April 2022; March 3-5, 2013; 7 de abril de 2022; April 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.captions.date_draft import Days, Draft, day_exists, day_of, month_days
from provenance.captions.months import MONTHS, Form, MonthName, slipped_month
from provenance.captions.spelling import fold
from provenance.model.claims import Precision

_WORD = re.compile(r"[^\W\d_]{3,14}")
_BEFORE = 34
_DASH = r"[ ]?(?:-|–|—|to|bis|au|al|and|und|et|y|e|и|та)[ ]?"
_DAY_BEFORE = re.compile(
    rf"(?:(?<![0-9])(?P<from>[0-3]?[0-9])(?:st|nd|rd|th|\.)?{_DASH})?"
    r"(?<![0-9])(?P<day>[0-3]?[0-9])(?:st|nd|rd|th|er|º|°|ª|\.)?,?[ \u00a0]{0,2}(?:of |de |del |d['’]|-|/)?[ \u00a0]?$"
)
_DAY_AFTER = re.compile(
    r"\.?,?[ \u00a0-]{0,2}(?:the )?(?P<from>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]|[:.,][0-9]|%| ?[ap]\.?m\b)"
    rf"(?:{_DASH}(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]|[:.][0-9]))?"
)
_YEAR_AFTER = re.compile(
    r"(?:\.?,?|\.?-|/)[ \u00a0]{0,3}(?:of |de |del |d['’]|in )?(?P<year>1[89][0-9]{2}|20[0-9]{2})(?![0-9]|[,.][0-9])"
)
_COUNTED = re.compile(
    r"[ ](?:people|persons?|men|women|children|students|troops|soldiers|protesters|demonstrators|migrants|refugees|"
    r"fans|cases|deaths|victims|homes|houses|vehicles|feet|meters|metres|miles|km|acres|dollars|euros|tons|tonnes)\b"
)


def worded_dates(text: str) -> Iterator[Draft]:
    """Every date whose month is a word, with or without day and year."""
    for found in _WORD.finditer(text):
        name = MONTHS.get(fold(found[0])) or _slip_at(text, found)
        if name is None or (name.capital and not found[0][0].isupper() and not _digits_around(text, found)):
            continue
        draft = _around(text, found, name)
        if draft is not None:
            yield draft


def _digits_around(text: str, word: re.Match[str]) -> bool:
    return _DAY_BEFORE.search(text[max(0, word.start() - _BEFORE) : word.start()]) is not None and (
        _YEAR_AFTER.match(text, word.end()) is not None
    )


def _slip_at(text: str, word: re.Match[str]) -> MonthName | None:
    return slipped_month(word[0]) if _YEAR_AFTER.match(text, word.end()) else None


def _around(text: str, word: re.Match[str], name: MonthName) -> Draft | None:
    before = _day_before(text, word.start())
    year = _year_at(text, word.end())
    if before is not None and (year or name.form is not Form.BOUND):
        first, last, start = before
        return _days(start, year[1] if year else word.end(), name.month, (first, last), year[0] if year else None)
    if name.form is Form.ENGLISH:
        after = _DAY_AFTER.match(text, word.end())
        if after and not _COUNTED.match(text, after.end()):
            return _month_day(text, word, after, name.month)
    plain = year and name.form is not Form.BOUND and not (name.small and word[0][0].isupper())
    if year and plain:
        return Draft(word.start(), year[1], Precision.MONTH, (month_days(year[0], name.month),))
    return None


def _month_day(text: str, word: re.Match[str], after: re.Match[str], month: int) -> Draft | None:
    year = _year_at(text, after.end())
    first = int(after["from"])
    last = int(after["day"] or first)
    end = year[1] if year else after.end()
    return _days(word.start(), end, month, (first, last), year[0] if year else None)


def _day_before(text: str, start: int) -> tuple[int, int, int] | None:
    """The days that stand before a month's name: first, last, and where they start."""
    window = max(0, start - _BEFORE)
    found = _DAY_BEFORE.search(text[window:start])
    if found is None:
        return None
    begins = window + (found.start("from") if found["from"] else found.start("day"))
    if begins and (
        text[begins - 1].isdigit() or (text[begins - 1] in ".,:/$€£-–" and text[begins - 2 : begins - 1].isdigit())
    ):
        return None
    if found["from"] and int(found["from"]) < int(found["day"]):
        return int(found["from"]), int(found["day"]), begins
    return int(found["day"]), int(found["day"]), window + found.start("day")


def _year_at(text: str, at: int) -> tuple[int, int] | None:
    found = _YEAR_AFTER.match(text, at)
    if found is None or _COUNTED.match(text, found.end()):
        return None
    return int(found["year"]), found.end()


def _days(start: int, end: int, month: int, days: tuple[int, int], year: int | None) -> Draft | None:
    first, last = days
    if year is None:
        return Draft(start, end, Precision.DAY_NO_YEAR, (), month, first) if day_exists(month, first) else None
    one, other = day_of(year, month, first), day_of(year, month, last)
    if one is None or other is None or other < one:
        return None
    reading: Days = (one, other)
    return Draft(start, end, Precision.DAY if one == other else Precision.INTERVAL, (reading,), month, first)
