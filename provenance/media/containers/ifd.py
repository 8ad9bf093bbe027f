"""TIFF directories, as TIFF files and EXIF blocks have them (TIFF 6.0, section 2; BigTIFF for 64-bit offsets)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Literal

MOST_ENTRIES = 10_000
"""A camera's EXIF block has about 100 entries, a TIFF of a hundred pages 2,000."""
MOST_VALUES = 300_000
"""Values that readers would take one by one: half a second of their work."""

MOST_DIRECTORIES = 1_000
"""Pages of a TIFF; a camera's EXIF block has two directories in a row."""

_TYPE_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
_NUMBERS = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}
_POINTERS = (0x8769, 0x8825, 0xA005, 0x014A)
_ORIENTATION = 0x0112
_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Header:
    """Byte order, whether offsets have 64 bits, and where the first directory stands."""

    order: Literal["little", "big"]
    big: bool
    first: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One directory entry; its value is the bytes from `at`, `length` of them."""

    tag: int
    type: int
    count: int
    at: int
    length: int


def header(data: bytes) -> Header | None:
    """The TIFF header at the start of the data, or None where there is none."""
    order: Literal["little", "big"] = "little" if data[:2] == b"II" else "big"
    magic = int.from_bytes(data[2:4], order)
    if data[:2] not in {b"II", b"MM"} or magic not in {42, 43} or len(data) < (16 if magic == 43 else 8):
        return None
    big = magic == 43
    return Header(order, big, int.from_bytes(data[8:16] if big else data[4:8], order))


def directory(data: bytes, head: Header, offset: int) -> tuple[list[Entry], int]:
    """The entries of the directory at `offset`, and where the next one stands (0: nowhere). Reads no values."""
    count_bytes, entry_bytes = (8, 20) if head.big else (2, 12)
    count = _claimed(data, head, offset)
    start = offset + count_bytes
    fitting = min(count, MOST_ENTRIES + 1, max(0, (len(data) - start) // entry_bytes))
    entries = [_entry(data, head, start + entry_bytes * index) for index in range(fitting)]
    after = start + entry_bytes * count
    return entries, int.from_bytes(data[after : after + (8 if head.big else 4)], head.order)


def _claimed(data: bytes, head: Header, offset: int) -> int:
    """How many entries the directory at `offset` says that it has."""
    return int.from_bytes(data[offset : offset + (8 if head.big else 2)], head.order)


def _entry(data: bytes, head: Header, start: int) -> Entry:
    tag, kind = struct.unpack_from("<HH" if head.order == "little" else ">HH", data, start)
    width, inline = (8, start + 12) if head.big else (4, start + 8)
    count = int.from_bytes(data[start + 4 : start + 4 + width], head.order)
    length = count * _TYPE_BYTES.get(kind, 0)
    at = inline if length <= width else int.from_bytes(data[inline : inline + width], head.order)
    return Entry(tag, kind, count, at, length)


def numbers(data: bytes, head: Header, entry: Entry) -> tuple[int, ...]:
    """The whole numbers that an entry holds, () where it holds others or points outside."""
    code, raw = _NUMBERS.get(entry.type), data[entry.at : entry.at + entry.length]
    if code is None or not raw or len(raw) < entry.length:
        return ()
    return struct.unpack(f"{'<' if head.order == 'little' else '>'}{entry.count}{code}", raw)


def orientation(data: bytes) -> int:
    """The EXIF orientation in the first directory of an EXIF block: 1 to 8, and 1 where none is stated."""
    head = header(data)
    entries = directory(data, head, head.first)[0] if head else []
    for entry in entries:
        if head and entry.tag == _ORIENTATION and entry.count == 1:
            value = numbers(data, head, entry)
            return value[0] if value and 1 <= value[0] <= 8 else 1
    return 1


def is_modest(data: bytes, head: Header, most_bytes: int) -> bool:
    """Whether readers can take an EXIF block without working on it for minutes, however few its bytes are.

    Directories may overlap, repeat, point at one another and claim entries that are not there, so that the work is far
    larger than the block.
    """
    chain = _chain(data, head)
    return len(chain) <= MOST_DIRECTORIES and _is_bearable(data, head, chain, most_bytes)


def is_modest_first(data: bytes, head: Header, most_bytes: int) -> bool:
    """The same for a decoder, which takes the first directory alone."""
    return _is_bearable(data, head, [head.first], most_bytes)


def _is_bearable(data: bytes, head: Header, chain: list[int], most_bytes: int) -> bool:
    """Whether the directories, each counted once for every way that readers come to it, stay within the limits."""
    stack = [(offset, 0) for offset in chain]
    claimed = values = size = 0
    while stack:
        offset, depth = stack.pop()
        claimed += _claimed(data, head, offset)
        if claimed > MOST_ENTRIES:
            return False
        for entry in directory(data, head, offset)[0]:
            values += min(entry.count, 1000)
            size += min(entry.length, len(data))
            if entry.tag in _POINTERS and depth < _DEEPEST and entry.count <= 16:
                stack.extend((pointer, depth + 1) for pointer in numbers(data, head, entry))
        if values > MOST_VALUES or size > most_bytes:
            return False
    return True


def _chain(data: bytes, head: Header) -> list[int]:
    """Where the directories stand that follow one another; one more than allowed where there are too many."""
    chain: dict[int, None] = {}
    offset = head.first
    while offset and offset not in chain and len(chain) <= MOST_DIRECTORIES:
        chain[offset] = None
        offset = _following(data, head, offset)
    return list(chain)


def _following(data: bytes, head: Header, offset: int) -> int:
    """Where the directory after the one at `offset` stands, without reading its entries."""
    width, entry_bytes = (8, 20) if head.big else (2, 12)
    after = offset + width + entry_bytes * _claimed(data, head, offset)
    return int.from_bytes(data[after : after + (8 if head.big else 4)], head.order)
