"""Machine-like dates in documents, read strictly: what is not one of these forms is not a date here.

ISO 8601 (https://www.w3.org/TR/NOTE-datetime and the compact form), RFC 2822 section 3.3, ECMAScript's
`Date.prototype.toString`, EXIF's `YYYY:MM:DD HH:MM:SS`, days in figures, and English months in words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache

from provenance.model.times import EASTERNMOST, WESTERNMOST, Span

_EARLIEST = 1826
"""The year of the oldest surviving photograph; 0001-01-01 and its kind are empty fields of some system."""
_LONGEST = 80
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_ZONE = r"(?P<zone>z|utc|gmt|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)"
_CLOCK = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<part>\d{1,9}))?)?"
    rf"(?:\s*(?P<half>[ap])\.?m\.?)?(?:\s*{_ZONE})?"
)
_COMPACT_CLOCK = rf"(?P<hour>\d{{2}})(?P<minute>\d{{2}})(?P<second>\d{{2}})(?:[.,](?P<part>\d{{1,9}}))?{_ZONE}?"
_COMMENT = re.compile(r"\s*\([^()]*\)$")  # "(UTC)", "(Central European Time)" after a zone
_FORMS = (
    r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?",
    rf"(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?:(?:\s*t\s*|\s+){_CLOCK})?",
    rf"(?P<year>\d{{4}})(?P<sep>[/.:])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?:\s+{_CLOCK})?",
    rf"(?P<year>\d{{4}})(?P<month>\d{{2}})(?P<day>\d{{2}})(?:t?{_COMPACT_CLOCK})?",
    rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>\d{{4}})(?:,?\s+{_CLOCK})?",
    rf"(?P<one>\d{{1,2}})(?P<sep>[/-])(?P<two>\d{{1,2}})(?P=sep)(?P<year>\d{{4}})(?:,?\s+{_CLOCK})?",
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})(?:,?\s+{_CLOCK})?",
    rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?:,?\s+{_CLOCK})?",
    rf"{_MONTH},?\s+(?P<year>\d{{4}})",
)


def read_date(text: str) -> Span | None:
    """The time that a machine-like date states, or None where the text is not one.

    What has no zone may stand anywhere on Earth, so it is wider. Days such as 04/05/2022, which some write day first
    and some month first, become the interval that covers both readings.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    text = _COMMENT.sub("", text)
    for form in _compiled():
        found = form.fullmatch(text)
        if found:
            return _span(found.groupdict())
    return None


@cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    """Compiling takes longer than starting the program, so it waits for the first date."""
    return tuple(re.compile(form, re.IGNORECASE | re.ASCII) for form in _FORMS)


def _span(parts: dict[str, str | None]) -> Span | None:
    days = _days(parts)
    if not days or days[0].year < _EARLIEST:
        return None
    try:
        if parts.get("hour") is None:
            return Span.of_days(days[0], days[-1], _zone(parts.get("zone")))
        clock = _clock(parts)
        return _moments(datetime.combine(days[0], clock), datetime.combine(days[-1], clock), _zone(parts.get("zone")))
    except (ValueError, OverflowError):  # 25 o'clock, a zone of 99 hours, the calendar's last day
        return None


def _days(parts: dict[str, str | None]) -> list[date]:
    """The first and the last day that may be meant, in order; the same one twice or none."""
    year = int(parts["year"] or 0)
    if parts.get("one"):
        one, two = int(parts["one"] or 0), int(parts["two"] or 0)
        return sorted(day for day in (_day(year, two, one), _day(year, one, two)) if day)
    month = _month(parts)
    if parts.get("day"):
        day = _day(year, month or 0, int(parts["day"] or 0))
        return [day] if day else []
    if not 0 < year < 9999 or not (month is None or 1 <= month <= 12):
        return []
    last = monthrange(year, month or 12)[1]
    return [date(year, month or 1, 1), date(year, month or 12, last)]


def _month(parts: dict[str, str | None]) -> int | None:
    if parts.get("word"):
        return 1 + _MONTHS.index((parts["word"] or "")[:3].lower())
    return int(parts["month"] or 0) if parts.get("month") else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(parts: dict[str, str | None]) -> time:
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    if parts.get("half"):
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if parts["half"] in {"p", "P"} else 0)
    return time(hour, minute, second, int((parts.get("part") or "0").ljust(6, "0")[:6]))


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    figures = re.sub(r"[^\d+-]", "", text)
    if not figures:
        return UTC
    hours, minutes = (figures[1:-2], figures[-2:]) if len(figures) > 3 else (figures[1:], "0")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if int(minutes) % 15 or int(minutes) > 45 or offset > timedelta(hours=14):  # no zone on Earth
        raise ValueError(text)
    return timezone(-offset if figures[0] == "-" else offset)


def _moments(first: datetime, last: datetime, zone: timezone | None) -> Span:
    start, end = first.replace(tzinfo=zone or EASTERNMOST), last.replace(tzinfo=zone or WESTERNMOST)
    return Span(start.astimezone(UTC), end.astimezone(UTC))
