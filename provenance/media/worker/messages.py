"""What a worker answers with, as bytes: numbers, texts and blobs, each counted and bounded before it is read.

Little-endian: `PRVW`, five counts (numbers, texts, bytes of all texts, blobs, bytes of all blobs), then the numbers (64
bits each, signed), the texts' lengths in characters and the blobs' lengths in bytes (32 bits each), all texts as one
run of UTF-8, all blobs. Whatever the bytes are, reading them gives a message or raises ValueError, in time and memory
that grow with their length alone.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

from provenance.model.checks import require

HEAD: Final = struct.Struct("<4s5I")
_MAGIC: Final = b"PRVW"
_UTF8_BYTES: Final = 4


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most of everything that one message may hold."""

    numbers: int
    texts: int
    characters: int
    blobs: int
    blob_bytes: int


@dataclass(frozen=True, slots=True)
class Message:
    """Numbers of 64 bits, texts, and bytes."""

    numbers: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    blobs: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What a message announces of itself."""

    numbers: int
    texts: int
    text_bytes: int
    blobs: int
    blob_bytes: int

    @property
    def rest(self) -> int:
        """Bytes that follow."""
        return 8 * self.numbers + 4 * self.texts + 4 * self.blobs + self.text_bytes + self.blob_bytes


def pack(message: Message) -> list[bytes]:
    """A message as bytes, in parts. Halves of characters, which UTF-8 has no bytes for, become question marks."""
    text = "".join(message.texts).encode("utf-8", "replace")
    head = HEAD.pack(
        _MAGIC, len(message.numbers), len(message.texts), len(text), len(message.blobs), sum(map(len, message.blobs))
    )
    tables = struct.pack(
        f"<{len(message.numbers)}q{len(message.texts)}I{len(message.blobs)}I",
        *message.numbers,
        *map(len, message.texts),
        *map(len, message.blobs),
    )
    return [head + tables + text, *message.blobs]


def unpack_head(data: bytes, bounds: Bounds) -> Head:
    """The announcement, `HEAD.size` bytes. ValueError where it is none, or announces more than there may be."""
    require(len(data) == HEAD.size, "an announcement of another length")
    magic, numbers, texts, text_bytes, blobs, blob_bytes = HEAD.unpack(data)
    require(magic == _MAGIC, "no announcement")
    require(numbers <= bounds.numbers and texts <= bounds.texts and blobs <= bounds.blobs, "too many parts")
    require(text_bytes <= _UTF8_BYTES * bounds.characters and blob_bytes <= bounds.blob_bytes, "too many bytes")
    return Head(numbers, texts, text_bytes, blobs, blob_bytes)


def unpack(head: Head, data: bytes | bytearray, bounds: Bounds) -> Message:
    """The message that follows an announcement. ValueError where the two do not fit each other."""
    require(len(data) == head.rest, "a message of another length")
    view = memoryview(data)
    numbers = struct.unpack_from(f"<{head.numbers}q", view)
    texts = struct.unpack_from(f"<{head.texts}I", view, 8 * head.numbers)
    blobs = struct.unpack_from(f"<{head.blobs}I", view, 8 * head.numbers + 4 * head.texts)
    start = 8 * head.numbers + 4 * head.texts + 4 * head.blobs
    return Message(
        numbers,
        _texts(bytes(view[start : start + head.text_bytes]), texts, bounds),
        _blobs(view[start + head.text_bytes :], blobs),
    )


def _texts(data: bytes, lengths: tuple[int, ...], bounds: Bounds) -> tuple[str, ...]:
    text = data.decode("utf-8")  # UnicodeDecodeError is a ValueError
    require(len(text) <= bounds.characters and sum(lengths) == len(text), "texts of other lengths")
    parts, at = [], 0
    for length in lengths:
        parts.append(text[at : at + length])
        at += length
    return tuple(parts)


def _blobs(data: memoryview, lengths: tuple[int, ...]) -> tuple[bytes, ...]:
    require(sum(lengths) == len(data), "blobs of other lengths")
    parts, at = [], 0
    for length in lengths:
        parts.append(bytes(data[at : at + length]))
        at += length
    return tuple(parts)
