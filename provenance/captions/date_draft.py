"""A date as it was just found in a text, before anyone asks what it is the date of."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from provenance.model.claims import Precision

FIRST_YEAR, LAST_YEAR = 1800, 2099
Days = tuple[date, date]
_PIVOT = 40
_PLAIN = {
    **{ord(space): " " for space in "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u200b\u202f\u3000\u200e\u200f\u061c"},
    **{ord(hyphen): "-" for hyphen in "\u2010\u2011\u2212\ufe63\uff0d"},
    **{zero + digit: str(digit) for zero in (0x0660, 0x06F0, 0x0966, 0xFF10) for digit in range(10)},
    0xFF0F: "/",
    0xFF0E: ".",
    0xFF1A: ":",
    0x060C: ",",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """Characters `start` to `end` of a text read as a date.

    `readings` are the calendar days it may mean, the first is the likeliest; empty for a day without a year, which has
    `month` and `day`. `background` and `settled` say that the words which it was found by already tell that it is not,
    or that it is, the date of what is shown.
    """

    start: int
    end: int
    precision: Precision
    readings: tuple[Days, ...] = ()
    month: int = 0
    day: int = 0
    relative: bool = False
    background: bool = False
    settled: bool = False

    @property
    def first(self) -> date:
        """The first day of the likeliest reading."""
        return self.readings[0][0]


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day or the year is out of photography's range."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def month_days(year: int, month: int) -> Days:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_days(first: int, last: int | None = None) -> Days:
    """The first and last day of a year, or of years up to and including `last`."""
    return date(first, 1, 1), date(first if last is None else last, 12, 31)


def day_exists(month: int, day: int) -> bool:
    """Whether some year has such a day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2024, month)[1]


def two_digit_years(short: int) -> tuple[int, ...]:
    """The years that two digits may mean, the likelier first: press photos are rarely a lifetime old."""
    later, earlier = 2000 + short, 1900 + short
    return (later, earlier) if short < _PIVOT else (earlier,)


def plain(text: str) -> str:
    """The text with spaces, hyphens and digits in their plain forms; every character stays where it is."""
    return text if text.isascii() else text.translate(_PLAIN)
