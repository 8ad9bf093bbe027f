"""Dates written in digits: 2022-04-07, 2022:04:07, 24-06-2014, 04/05/2022, 7.4.2022, 2022年4月7日; 20220407 alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from provenance.captions.date_draft import Draft, day_of, month_days
from provenance.model.claims import Precision

_YEAR_FIRST = re.compile(
    r"(?<![0-9.,/$€£-])([12][0-9]{3})([-/.:])([01]?[0-9])\2([0-3]?[0-9])(?![0-9])"
    r"(?:[T ][0-2][0-9]:[0-5][0-9][0-9:.]{0,16}Z?)?"
)
_YEAR_LAST = re.compile(
    r"(?<![0-9.,/$€£-])([0-3]?[0-9])([-/.])[ ]?([0-3]?[0-9])\2[ ]?([12][0-9]{3})(?![0-9]|[-/.][0-9])"
)
_YEAR_MONTH = re.compile(r"(?<![0-9.,/$€£-])([12][0-9]{3})-(0[1-9]|1[0-2])(?![0-9]|[-/.][0-9])")
_EIGHT_DIGITS = re.compile(r"\s{0,9}(?:(1[89][0-9]{2}|20[0-9]{2})([01][0-9])([0-3][0-9]))\s{0,9}\Z")
_EAST_ASIAN = re.compile(r"([12][0-9]{3})[年년] ?([0-9]{1,2})[月월] ?([0-9]{1,2})[日일]")


def numeric_dates(text: str) -> Iterator[Draft]:
    """Every date in digits. Where day and month could be either, both readings are kept, the day-first one first."""
    for pattern, order in ((_YEAR_FIRST, (1, 3, 4)), (_EAST_ASIAN, (1, 2, 3))):
        for found in pattern.finditer(text):
            year, month, day = (int(found[group]) for group in order)
            yield from _draft(found, [day_of(year, month, day)])
    alone = _EIGHT_DIGITS.match(text)  # as IPTC-IIM writes a date, in a field of its own
    if alone is not None:
        yield from _draft(alone, [day_of(int(alone[1]), int(alone[2]), int(alone[3]))])
    for found in _YEAR_LAST.finditer(text):
        yield from _draft(found, _either_way(int(found[4]), int(found[1]), int(found[3]), dots=found[2] == "."))
    for found in _YEAR_MONTH.finditer(text):
        days = month_days(int(found[1]), int(found[2]))
        yield Draft(found.start(), found.end(), Precision.MONTH, (days,))


def _either_way(year: int, one: int, other: int, dots: bool) -> list[date | None]:
    day_first = day_of(year, other, one)
    if dots or one == other:  # with dots the day stands first wherever people write dates so
        return [day_first]
    return [day_first, day_of(year, one, other)]


def _draft(found: re.Match[str], days: list[date | None]) -> Iterator[Draft]:
    readings = tuple((day, day) for day in days if day is not None)
    if readings:
        yield Draft(found.start(), found.end(), Precision.DAY, readings)
