"""IPTC-IIM, read by our own reader (IPTC Information Interchange Model 4.2).

Character sets: the one that 1:90 declares; else UTF-8 where all texts of the block are valid UTF-8; else Windows-1252,
and the block says that this was a guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from provenance.media.dates import iso_day, iso_moment, iso_offset, iso_time
from provenance.media.iim_names import BULK, DATES, NUMBERS, RECORDS, TIMES, field_name
from provenance.media.reading import Reading, Readings, run_reader
from provenance.media.text import clipped, windows_1252
from provenance.model.inside import FileField
from provenance.model.limits import ReadLimits

READER = "own"
MOST_DATASETS = 10_000

_MARK = 0x1C
_EXTENDED = 0x8000
_CODED_CHARACTER_SET = (1, 90)
_CHARSETS = {
    b"\x1b%G": "utf-8",
    b"\x1b.A": "iso-8859-1",
    b"\x1b-A": "iso-8859-1",
    b"\x1b.B": "iso-8859-2",
    b"\x1b-B": "iso-8859-2",
}
_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TIME = re.compile(r"(\d{2}):?(\d{2}):?(\d{2})([+-]\d{2}:?\d{2}|Z)?")


class _Dataset(NamedTuple):
    """A dataset: record and number, its content, and where that begins in the block."""

    key: tuple[int, int]
    content: bytes
    offset: int


def read_iim(data: bytes, limits: ReadLimits, block: int = 0) -> Reading:
    """The facts of one IPTC-IIM block: a field may repeat, then each has its own fact. Never raises."""
    return run_reader(READER, block, "IPTC", partial(_read, data, limits))


def iim_places(data: bytes) -> Iterator[FileField]:
    """Where the content of every dataset of a block stands, those that nobody reads among them."""
    found = _datasets(data, Readings(READER, 0))
    return (FileField(field_name(*one.key), one.offset, len(one.content)) for one in found)


def _read(data: bytes, limits: ReadLimits, readings: Readings) -> None:
    datasets = [one for one in _datasets(data, readings) if one.key[0] in RECORDS and one.key not in BULK]
    decode = _decoder(datasets, readings)
    for one in datasets:
        if one.key in NUMBERS:
            number, raw = int.from_bytes(one.content[:4], "big"), one.content[:4].hex()
            readings.add(field_name(*one.key), number, raw, one.offset, len(one.content))
            continue
        text = clipped(decode(one.content).rstrip("\0"), limits.text_characters)
        if text.strip():
            _add_text(one, text, readings)


def _add_text(dataset: _Dataset, raw: str, readings: Readings) -> None:
    key, name = dataset.key, field_name(*dataset.key)
    value: str | None = raw.strip()
    if key in DATES:
        value = _date(raw)
    elif key in TIMES:
        value = _time(raw)
    elif key == _CODED_CHARACTER_SET:
        value = _CHARSETS.get(raw.encode("latin-1", "replace"), raw).upper()
    readings.add(name, value, raw, dataset.offset, len(dataset.content))


def _datasets(data: bytes, readings: Readings) -> Iterator[_Dataset]:
    """Each dataset, up to the first that cannot be."""
    position = 0
    for _ in range(MOST_DATASETS):
        if position + 5 > len(data) or data[position] != _MARK:
            break
        key, length = (data[position + 1], data[position + 2]), int.from_bytes(data[position + 3 : position + 5], "big")
        start = position + 5
        if length & _EXTENDED:
            width = length & ~_EXTENDED
            length, start = int.from_bytes(data[start : start + min(width, 8)], "big"), start + width
        if start + length > len(data):
            break
        position = start + length
        yield _Dataset(key, data[start:position], start)
    if data[position:].strip(b"\0 "):
        readings.trouble(
            "unreadable-metadata",
            "The IPTC data breaks off or is damaged, so that its last fields could not be read.",
            "The fields before that are shown; the photo itself is not affected.",
        )


def _decoder(datasets: list[_Dataset], readings: Readings) -> Callable[[bytes], str]:
    declared = next((one.content for one in datasets if one.key == _CODED_CHARACTER_SET), b"")
    charset = _CHARSETS.get(declared.strip())
    if charset and charset != "utf-8":
        return lambda content: content.decode(charset, "replace")
    texts = [one.content for one in datasets if one.key not in NUMBERS]
    if all(_is_utf_8(text) for text in texts):
        return lambda content: content.decode("utf-8", "replace")
    readings.trouble(
        "charset-guessed",
        "The IPTC texts do not say rightly how their letters are written; Western European letters were assumed.",
        "Check names and places with accents.",
    )
    return windows_1252


def _is_utf_8(text: bytes) -> bool:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _date(raw: str) -> str | None:
    found = _DATE.fullmatch(raw.strip())
    return iso_day(*found.groups()) if found else iso_moment(raw)


def _time(raw: str) -> str | None:
    found = _TIME.fullmatch(raw.strip())
    if found is None:
        return None
    hour, minute, second, zone = found.groups()
    clock, offset = iso_time(hour, minute, second), iso_offset(zone) if zone else ""
    return None if clock is None or offset is None else clock + offset
