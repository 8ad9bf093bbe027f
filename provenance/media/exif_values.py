"""EXIF tags to facts: values are checked and put into one shape, and never guessed (EXIF 3.0, CIPA DC-008)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from provenance.media.dates import is_unknown, iso_moment, iso_offset
from provenance.media.exif_names import BULK, Directory
from provenance.media.exif_tags import Number, Ratio, Tag
from provenance.media.gps import GPS_PLACES, position, time_of_day
from provenance.media.reading import Readings
from provenance.media.text import clipped, decoded, of_user_comment, of_windows
from provenance.model.limits import ReadLimits

MOST_NUMBERS = 64
"""Longer rows of numbers are tables for machines."""
SHORT_TEXT = 2_000
"""Characters of a text that is no caption; longer ones are cut."""

_DATES = {0x0132: 0x9010, 0x9003: 0x9011, 0x9004: 0x9012}
_OFFSETS = frozenset(_DATES.values())
_GPS_DATE, _GPS_TIME = 0x1D, 0x07
_CAPTIONS = frozenset({0x010E, 0x9286, 0x9C9C})
_WINDOWS_TEXTS = frozenset(range(0x9C9B, 0x9CA0))
_USER_COMMENT = 0x9286
_LENS_INFO = 0xA432  # 0/0 means "unknown" there
_Value = str | int | float


def add_tags(tags: Iterable[Tag], readings: Readings, limits: ReadLimits) -> None:
    """Add a fact for each tag that says something to people, and a problem for each value that cannot be."""
    known = {(tag.directory, tag.number): tag for tag in tags}
    for tag in known.values():
        if tag.number in BULK and tag.directory is not Directory.GPS:
            continue
        raw = _raw(tag, limits)
        if not raw.strip():
            continue
        readings.add(tag.field, _value(tag, raw, known), raw, tag.offset, tag.length)


def _raw(tag: Tag, limits: ReadLimits) -> str:
    """What stands in the file, as text; "" for what is not for people."""
    most = limits.text_characters if tag.number in _CAPTIONS else SHORT_TEXT
    value = tag.value
    if tag.directory is not Directory.GPS and tag.number in _WINDOWS_TEXTS:
        return clipped(of_windows(_bytes(value)), most)
    if tag.number == _USER_COMMENT:
        return clipped(of_user_comment(_bytes(value)), most)
    if isinstance(value, bytes):
        return clipped(_printable(value), most)
    if isinstance(value, str):
        return clipped(value.split("\0", 1)[0], most)
    return " ".join(str(one) for one in value) if len(value) <= MOST_NUMBERS else ""


def _bytes(value: str | bytes | tuple[Number, ...]) -> bytes:
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "replace")
    return bytes(one & 0xFF for one in value if isinstance(one, int))


def _printable(value: bytes) -> str:
    """Bytes of no declared kind: text where they are text, numbers where they are few."""
    text = decoded(value.rstrip(b"\0"))
    if text.isprintable():
        return text
    return " ".join(str(one) for one in value) if len(value) <= MOST_NUMBERS else ""


def _value(tag: Tag, raw: str, known: Mapping[tuple[Directory, int], Tag]) -> _Value | None:
    """The checked value, None where there cannot be such a value."""
    if tag.directory is Directory.GPS:
        return _gps_value(tag, raw, known)
    if tag.number in _DATES:
        return _moment(tag, raw, known)
    if tag.number in _OFFSETS:
        return raw if is_unknown(raw) else iso_offset(raw)
    return _plain(tag, raw)


def _plain(tag: Tag, raw: str) -> _Value | None:
    if not isinstance(tag.value, tuple):
        return raw.strip()
    if tag.number == _LENS_INFO:
        return " ".join(_shown(one) for one in tag.value)
    numbers = [one.number if isinstance(one, Ratio) else one for one in tag.value]
    finite = [one for one in numbers if one is not None and math.isfinite(one)]
    if len(finite) < len(numbers):
        return None
    return (
        finite[0] if len(finite) == 1 else raw if _all_whole(tag.value) else " ".join(f"{one:.10g}" for one in finite)
    )


def _all_whole(values: tuple[Number, ...]) -> bool:
    return all(isinstance(one, int) for one in values)


def _shown(one: Number) -> str:
    number = one.number if isinstance(one, Ratio) else one
    return str(one) if number is None else f"{number:.10g}"


def _moment(tag: Tag, raw: str, known: Mapping[tuple[Directory, int], Tag]) -> str | None:
    """A date and time, with its zone where the file states one in the tag made for it."""
    if is_unknown(raw):
        return raw
    moment = iso_moment(raw)
    offset = known.get((Directory.EXIF, _DATES[tag.number]))
    if (
        moment is None
        or offset is None
        or tag.directory is Directory.THUMBNAIL
        or len(moment) != len("2022-04-07T10:00:00")
    ):
        return moment
    zone = iso_offset(offset.value.split("\0", 1)[0]) if isinstance(offset.value, str) else None
    return moment + (zone or "")


def _gps_value(tag: Tag, raw: str, known: Mapping[tuple[Directory, int], Tag]) -> _Value | None:
    if tag.number in GPS_PLACES:
        reference = known.get((Directory.GPS, GPS_PLACES[tag.number]))
        return position(tag, reference)
    if tag.number == _GPS_DATE:
        return raw if is_unknown(raw) else iso_moment(raw)
    if tag.number == _GPS_TIME:
        return time_of_day(tag.value)
    return _plain(tag, raw)
