"""Boxes side by side, as HEIF, AVIF and CR3 are made of them (ISO/IEC 14496-12, 4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.media.containers.layout import MOST_PARTS


@dataclass(frozen=True, slots=True)
class Box:
    kind: bytes
    start: int  # of the content, in bytes from the start of the file
    end: int


def boxes(data: bytes, position: int, end: int) -> Iterator[Box]:
    """The boxes side by side from `position`; the last may claim to end beyond the data."""
    count = 0
    while position + 8 <= end and count <= MOST_PARTS:
        count += 1
        size, kind, start = number(data, position, 4), data[position + 4 : position + 8], position + 8
        if size == 1:
            size, start = number(data, position + 8, 8), position + 16
        stop = end if size == 0 else position + size
        if stop < start:
            return
        yield Box(kind, start, stop)
        position = stop


def number(data: bytes, at: int, width: int) -> int:
    return int.from_bytes(data[at : at + width], "big")
