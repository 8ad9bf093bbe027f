"""Dates with a month in words: April 7, 2022; 7th of April 2022; March 3-5, 2013; 7 de abril de 2022; April 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from provenance.captions.date_draft import Days, Draft, day_exists, day_of, month_days, two_digit_years
from provenance.captions.months import MONTHS, Form, MonthName, slipped_month
from provenance.captions.spelling import fold
from provenance.model.claims import Precision

_WORD = re.compile(r"[^\W\d_]{3,14}")
_BEFORE = 40
_DASH = r"[ ]?(?:-|–|—|/|&|to|bis|tot|till|au|al|a|até|and|und|et|en|og|och|y|e|i|и|та|і|do|по|до)[ ]?"
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|ª|\.|-го|-е)?"
_DAY_BEFORE = re.compile(
    rf"(?:(?<![0-9])(?P<from>[0-3]?[0-9]){_ORDINAL}{_DASH})?"
    rf"(?<![0-9])(?P<day>[0-3]?[0-9]){_ORDINAL},?[ ]{{0,2}}(?:of |de |del |d['’]|-|/)?[ ]?$"
)
_NO_DAY = r"(?![0-9]|[:.][0-9]|%| ?[ap]\.?m\b|,(?!(?:1[89]|20)[0-9]{2}(?![0-9]))[0-9])"
_DAY_AFTER = re.compile(
    rf"\.?,?[ -]{{0,2}}(?:the )?(?P<from>[0-3]?[0-9])(?:st|nd|rd|th)?{_NO_DAY}"
    r"(?:[ ]?(?:-|–|—|/|&|to|and|through|until|till)[ ]?(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]|[:.][0-9]))?"
)
_YEAR_AFTER = re.compile(
    r"(?:\.?[ ]?,|\.?-|\.|/|’|')?[ ]{0,3}(?:of |de |del |d['’]|in |\()?(?P<year>1[89][0-9]{2}|20[0-9]{2})(?![0-9]|"
    r"[,.][0-9])"
)
_SHORT_YEAR = re.compile(r"\.?,?[ -]?(?P<mark>['’])?(?P<year>[0-9]{2})(?=[ ]?(?:[,.;:)\]](?![0-9])|$|[\n(|]))")
_YEAR_BEFORE = re.compile(r"(?P<year>1[89][0-9]{2}|20[0-9]{2})(?:\.|,)?(?: m\.| gada| g\.| թ[.․]| ж\.)?[ -]{1,2}$")
_OTHER_MONTH = re.compile(
    r"\.?[ ]?(?:-|–|—|/|to|through|until|till|and|bis|und|à|au|et|al|a|y|e|tot|en|do|i|до|по|и|і)[ ]?"
    r"(?P<month>[^\W\d_]{3,14})\.?,?[ ](?:of |de |del |d['’])?(?P<year>1[89][0-9]{2}|20[0-9]{2})(?![0-9]|[,.][0-9])"
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
    found = _day_first(text, word, name) or _year_first(text, word, name)
    if found is None and name.form is Form.ENGLISH:
        found = _month_first(text, word, name)
    return found or _month_alone(text, word, name)


def _day_first(text: str, word: re.Match[str], name: MonthName) -> Draft | None:
    """7 April 2022; 7 April; and 2022. gada 7. aprīlis."""
    before = _day_before(text, word.start())
    if before is None:
        return None
    first, last, start = before
    year = _year_at(text, word.end()) or _short_year_at(text, word.end())
    if year is not None:
        return _days(start, year[1], name.months, (first, last), year[0])
    earlier = _year_before(text, start) if _is_foreign(word, name) else None
    if earlier is not None:
        return _days(earlier[1], word.end(), name.months, (first, last), (earlier[0],))
    return None if name.form is Form.BOUND else _days(start, word.end(), name.months, (first, last), ())


def _year_first(text: str, word: re.Match[str], name: MonthName) -> Draft | None:
    """2022. április 7.; 2022 m. balandžio 7 d.; 2022 April 7."""
    after = _DAY_AFTER.match(text, word.end())
    year = _year_before(text, word.start()) if after else None
    if after is None or year is None or _year_at(text, after.end()) or _COUNTED.match(text, after.end()):
        return None
    if not _is_foreign(word, name) and not _stands_apart(text, year[1]):
        return None
    first = int(after["from"])
    return _days(year[1], after.end(), name.months, (first, int(after["day"] or first)), (year[0],))


def _month_first(text: str, word: re.Match[str], name: MonthName) -> Draft | None:
    """April 7, 2022; April 7; April 7-9, 2022."""
    after = _DAY_AFTER.match(text, word.end())
    if after is None or _COUNTED.match(text, after.end()):
        return None
    year = _year_at(text, after.end()) or _short_year_at(text, after.end(), marked=True)
    first = int(after["from"])
    days = (first, int(after["day"] or first))
    return _days(word.start(), year[1] if year else after.end(), name.months, days, year[0] if year else ())


def _month_alone(text: str, word: re.Match[str], name: MonthName) -> Draft | None:
    """April 2022; March to May 2022."""
    if name.form is Form.BOUND or (name.small and word[0][0].isupper()):
        return None
    other = _OTHER_MONTH.match(text, word.end())
    until = MONTHS.get(fold(other["month"])) if other else None
    if other is not None and until is not None and until.form is not Form.BOUND and until.months[0] > name.months[0]:
        year = int(other["year"])
        reading = (date(year, name.months[0], 1), month_days(year, until.months[0])[1])
        return Draft(word.start(), other.end(), Precision.INTERVAL, (reading,))
    dated = _year_at(text, word.end())
    if dated is not None:
        return _months(word.start(), dated[1], dated[0][0], name)
    earlier = _year_before(text, word.start())
    if earlier is None or not (_is_foreign(word, name) or _stands_apart(text, earlier[1])):
        return None
    return _months(earlier[1], word.end(), earlier[0], name)


def _months(start: int, end: int, year: int, name: MonthName) -> Draft:
    return Draft(start, end, Precision.MONTH, tuple(month_days(year, month) for month in name.months))


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
    if found["from"] and 0 < int(found["from"]) < int(found["day"]):
        return int(found["from"]), int(found["day"]), begins
    return int(found["day"]), int(found["day"]), window + found.start("day")


def _year_at(text: str, at: int) -> tuple[tuple[int, ...], int] | None:
    found = _YEAR_AFTER.match(text, at)
    if found is None or _COUNTED.match(text, found.end()):
        return None
    return (int(found["year"]),), found.end()


def _short_year_at(text: str, at: int, *, marked: bool = False) -> tuple[tuple[int, ...], int] | None:
    """A year of two digits that ends its phrase; after a day only where an apostrophe marks it (April 7, '22)."""
    found = _SHORT_YEAR.match(text, at)
    if found is None or (marked and not found["mark"]):
        return None
    return two_digit_years(int(found["year"])), found.end()


def _year_before(text: str, start: int) -> tuple[int, int] | None:
    window = max(0, start - 14)
    found = _YEAR_BEFORE.search(text[window:start])
    if found is None or text[window + found.start() - 1 : window + found.start()].isalnum():
        return None
    return int(found["year"]), window + found.start()


def _is_foreign(word: re.Match[str], name: MonthName) -> bool:
    """Whether it is no English month; other languages share some names and write them small."""
    return name.form is not Form.ENGLISH or word[0][0].islower()


def _stands_apart(text: str, at: int) -> bool:
    return (
        not text[:at].strip()
        if at < 3
        else text[at - 2 : at].strip(" ") in {"", "-", "–", "—", "(", ":", "|", ".", ";"}
    )


def _days(start: int, end: int, months: tuple[int, ...], days: tuple[int, int], years: tuple[int, ...]) -> Draft | None:
    first, last = days
    if not years:
        month = months[0]
        return Draft(start, end, Precision.DAY_NO_YEAR, (), month, first) if day_exists(month, first) else None
    readings: list[Days] = []
    for year in years:
        for month in months:
            one, other = day_of(year, month, first), day_of(year, month, last)
            if one is not None and other is not None and one <= other:
                readings.append((one, other))
    if not readings:
        return None
    precision = Precision.DAY if first == last else Precision.INTERVAL
    return Draft(start, end, precision, tuple(readings), months[0], first)
