"""Dates and times as metadata writes them, to ISO 8601. Nothing is guessed: what does not exist stays as it stood."""

from __future__ import annotations

import re
from datetime import date, time

_DATE = r"(?P<year>\d{4})[:\-/.](?P<month>\d{2})[:\-/.](?P<day>\d{2})"
_TIME = r"(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?P<fraction>\.\d{1,9})?)?"
_ZONE = r"(?P<zone>Z|[+-]\d{2}:?\d{2})?"
_MOMENT = re.compile(rf"{_DATE}(?:[ T]{_TIME}\s?{_ZONE})?")
_PARTIAL = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?")
_OFFSET = re.compile(_ZONE[:-1])
_UNKNOWN = re.compile(r"[\s:\-/.]*")
_WIDEST_OFFSET = 14 * 60
_LONGEST = 64


def iso_moment(text: str) -> str | None:
    """A date with or without its time in ISO 8601 ("2022-04-07T10:00:00"), None for one that does not exist."""
    found = _MOMENT.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    day = _day(found["year"], found["month"], found["day"])
    if day is None or found["hour"] is None:
        return day
    clock = _clock(found["hour"], found["minute"], found["second"])
    zone = "" if found["zone"] is None else iso_offset(found["zone"])
    if clock is None or zone is None:
        return None
    return f"{day}T{clock}{found['fraction'] or ''}{zone}"


def iso_partial(text: str) -> str | None:
    """As `iso_moment`, and also a year or a month alone ("2022", "2022-04"), as XMP allows."""
    found = _PARTIAL.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return iso_moment(text)
    return text.strip() if _day(found["year"], found["month"] or "01", "01") else None


def iso_offset(text: str) -> str | None:
    """An offset from UTC ("+02:00"), None for one that no place on Earth has: they are whole quarters of an hour."""
    offset = text.strip() if len(text) <= _LONGEST else ""
    if offset == "Z":
        return "+00:00"
    if not _OFFSET.fullmatch(offset):
        return None
    hours, minutes = int(offset[1:3]), int(offset[-2:])
    if minutes % 15 or minutes > 59 or hours * 60 + minutes > _WIDEST_OFFSET:
        return None
    return f"{offset[:3]}:{offset[-2:]}"


def iso_time(hour: str, minute: str, second: str) -> str | None:
    """A time of day ("10:10:01"), None for one that does not exist."""
    return _clock(hour, minute, second)


def iso_day(year: str, month: str, day: str) -> str | None:
    """A day; where month or day are "00", unknown, the month or the year alone."""
    if month == "00":
        return year if day == "00" and year != "0000" else None
    if day == "00":
        return f"{year}-{month}" if _day(year, month, "01") else None
    return _day(year, month, day)


def is_unknown(text: str) -> bool:
    """Whether a date is left blank, as EXIF writes an unknown one (":" may stay between the blanks)."""
    return _UNKNOWN.fullmatch(text.replace("\0", " ")) is not None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _clock(hour: str, minute: str, second: str | None) -> str | None:
    try:
        exact = time(int(hour), int(minute), int(second or "0"))
        return exact.isoformat("minutes" if second is None else "seconds")
    except ValueError:
        return None
