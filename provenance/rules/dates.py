"""Dates in the words of people, and distances between days."""

from __future__ import annotations

from datetime import date

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_words(day: date) -> str:
    """7 April 2022."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def plain_day(words: str) -> str:
    """The words, or 7 April 2022 where they are nothing but 2022-04-07."""
    try:
        return day_words(date.fromisoformat(words)) if len(words) == len("2022-04-07") else words
    except ValueError:
        return words


def weekday_words(weekday: int) -> str:
    """The name of a weekday, Monday being 0."""
    return _WEEKDAYS[weekday]


def apart(earlier: date, later: date) -> str:
    """How long lies between two days, in the largest unit that is still exact enough: "9 years", "12 days"."""
    days = max((later - earlier).days, 1)
    if days < 60:
        return _count(days, "day")
    months = (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
    return _count(months, "month") if months < 24 else _count(months // 12, "year")


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
