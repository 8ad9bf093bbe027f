"""Dates written in digits: 2022-04-07, 2022:04:07, 24-06-2014, 04/05/2022, 7/4/22, 7.4.2022, 2022年4月7日, 20220407."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from provenance.captions.date_draft import Days, Draft, day_exists, day_of, month_days, two_digit_years, year_days
from provenance.model.claims import Precision

_APART = r"(?<![0-9.,/$€£-])"
_YEAR_FIRST = re.compile(
    rf"{_APART}([12][0-9]{{3}})([-/:]|\.[ ]?)([01]?[0-9])\2([0-3]?[0-9])(?![0-9])"
    r"(?:[T ][0-2][0-9]:[0-5][0-9][0-9:.]{0,16}Z?)?"
)
_YEAR_LAST = re.compile(
    rf"{_APART}(?<![\w])(?:(?P<from>[0-3]?[0-9])\.?[ ]?[-–/][ ]?)?"
    r"(?P<one>[0-3]?[0-9])[ ]?(?P<mark>[-/.])[ ]?(?P<other>[0-3]?[0-9])[ ]?(?P=mark)[ ]?(?P<year>[12][0-9]{3})"
    r"(?![0-9]|[-/.][0-9])"
)
_SHORT_YEAR = re.compile(
    rf"{_APART}(?<![\w#:])(?P<one>[0-3]?[0-9])(?P<mark>[/.-])(?P<other>[0-3]?[0-9])(?P=mark)(?P<year>[0-9]{{2}})"
    r"(?![\w%°]|[-/.,:][0-9])"
)
_YEAR_MONTH = re.compile(rf"{_APART}(?<!\w)([12][0-9]{{3}})-(0[1-9]|1[0-2])(?![0-9]|[-/.][0-9])")
_MONTH_YEAR = re.compile(rf"{_APART}(?<!\w)(0[1-9]|1[0-2])[/.](1[89][0-9]{{2}}|20[0-9]{{2}})(?![0-9]|[-/.][0-9])")
_EIGHT_DIGITS = re.compile(
    r"(?<![\w.,/#$€£:+=&-])(1[89][0-9]{2}|20[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])(?![\w%/+=&-]|[.,:][0-9])"
)
_NUMBERED = re.compile(r"(?:\b(?:no|nr|id|ref|number|case|code|item|job|tel|phone)[.:]?|#|№)[ ]?$", re.IGNORECASE)
_EAST_ASIAN = re.compile(r"(?:([12][0-9]{3}) ?[年년] ?)?([0-9]{1,2}) ?[月월] ?([0-9]{1,2}) ?[日일号號]")
_EAST_ASIAN_MONTH = re.compile(r"([12][0-9]{3}) ?[年년] ?([0-9]{1,2}) ?[月월]")
_EAST_ASIAN_YEAR = re.compile(r"(?<![0-9])(1[89][0-9]{2}|20[0-9]{2}) ?[年년](?!代|대)")
_VIETNAMESE = re.compile(r"\b([0-3]?[0-9]) (?:tháng|thg) ([01]?[0-9])(?:, ?| năm |/)([12][0-9]{3})\b", re.IGNORECASE)
_VIETNAMESE_MONTH = re.compile(r"\b(?:tháng|thg) ([01]?[0-9])(?:, ?| năm |/)([12][0-9]{3})\b", re.IGNORECASE)


def numeric_dates(text: str) -> Iterator[Draft]:
    """Every date in digits. Where day and month could be either, both readings are kept, the day-first one first."""
    for found in _YEAR_FIRST.finditer(text):
        yield from _day(found, [day_of(int(found[1]), int(found[3]), int(found[4]))])
    yield from _east_asian(text)
    yield from _vietnamese(text)
    for found in _YEAR_LAST.finditer(text):
        yield from _day_or_days(found)
    for found in _SHORT_YEAR.finditer(text):
        if found["mark"] != "-" or len(found["one"]) == len(found["other"]) == 2:  # 3-1-10 is a score
            years = two_digit_years(int(found["year"]))
            yield from _day(found, [day for year in years for day in _either_way(found, year)])
    for found in _EIGHT_DIGITS.finditer(text):
        if not _NUMBERED.search(text[max(0, found.start() - 10) : found.start()]):
            yield from _day(found, [day_of(int(found[1]), int(found[2]), int(found[3]))])
    for pattern, year, month in ((_YEAR_MONTH, 1, 2), (_MONTH_YEAR, 2, 1)):
        for found in pattern.finditer(text):
            yield Draft(found.start(), found.end(), Precision.MONTH, (month_days(int(found[year]), int(found[month])),))


def _day_or_days(found: re.Match[str]) -> Iterator[Draft]:
    """A day, or the days of 28.-30.04.2022."""
    year, first = int(found["year"]), int(found["from"] or 0)
    if 0 < first < int(found["one"]):
        one, last = (day_of(year, int(found["other"]), day) for day in (first, int(found["one"])))
        if one is not None and last is not None:
            yield Draft(found.start(), found.end(), Precision.INTERVAL, ((one, last),))
            return
    readings = _either_way(found, year)
    yield from _day(found, readings, found.start("one"))


def _either_way(found: re.Match[str], year: int) -> list[date | None]:
    one, other = int(found["one"]), int(found["other"])
    day_first = day_of(year, other, one)
    if found["mark"] == "." or one == other:  # with dots the day stands first wherever people write dates so
        return [day_first]
    return [day_first, day_of(year, one, other)]


def _day(found: re.Match[str], days: list[date | None], start: int | None = None) -> Iterator[Draft]:
    readings = tuple((day, day) for day in days if day is not None)
    if readings:
        yield Draft(found.start() if start is None else start, found.end(), Precision.DAY, readings)


def _east_asian(text: str) -> Iterator[Draft]:
    for found in _EAST_ASIAN.finditer(text):
        month, day = int(found[2]), int(found[3])
        if found[1]:
            yield from _day(found, [day_of(int(found[1]), month, day)])
        elif day_exists(month, day):
            yield Draft(found.start(), found.end(), Precision.DAY_NO_YEAR, (), month, day)
    for found in _EAST_ASIAN_MONTH.finditer(text):
        yield from _month(found, int(found[1]), int(found[2]))
    for found in _EAST_ASIAN_YEAR.finditer(text):
        days: Days = year_days(int(found[1]))
        yield Draft(found.start(), found.end(), Precision.YEAR, (days,))


def _vietnamese(text: str) -> Iterator[Draft]:
    for found in _VIETNAMESE.finditer(text):
        yield from _day(found, [day_of(int(found[3]), int(found[2]), int(found[1]))])
    for found in _VIETNAMESE_MONTH.finditer(text):
        yield from _month(found, int(found[2]), int(found[1]))


def _month(found: re.Match[str], year: int, month: int) -> Iterator[Draft]:
    if day_of(year, month, 1):
        yield Draft(found.start(), found.end(), Precision.MONTH, (month_days(year, month),))
