"""One file in a ZIP, read in place within limits."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from provenance.errors import UnreadableFileError
from provenance.files import open_regular
from provenance.media.worker.handed import Handed, hand_over
from provenance.model.limits import ReadLimits

REMAKE = "Ask for it again, or pack it anew."
_LOCAL = struct.Struct("<4s5H3I2H")
_CHUNK = 1024 * 1024
_HEAD = 32


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a ZIP. `root` is the ZIP's absolute path and `relative` the path within it.

    `mtime_ns` and `inode` are the ZIP's: while they stay, so does all that is in it. `offset` is where it begins in
    the ZIP, `packed` its bytes there.
    """

    root: str
    relative: str
    size: int
    mtime_ns: int
    inode: int
    shown: str
    raw_name: bytes
    offset: int
    packed: int
    method: int
    crc: int

    @property
    def display(self) -> str:
        """The path for people, raw."""
        return f"{self.shown}/{self.relative}"

    def read(self, limits: ReadLimits) -> bytes:
        """The whole content. Raises UnreadableFileError; its kind says why."""
        return self._read(limits.file_bytes, limits)

    def hand_over(self, limits: ReadLimits) -> Handed:
        """The whole content as an open file for a worker. Raises UnreadableFileError; its kind says why."""
        return hand_over([self.read(limits)])

    def read_document(self, limits: ReadLimits) -> bytes:
        """The same for a document, which is held to be smaller."""
        return self._read(limits.document_bytes, limits)

    def head(self) -> bytes:
        """Its first bytes; none where it cannot be read."""
        try:
            with open_regular(self.root, self.display) as file:
                return _content(file, self, _HEAD)
        except (UnreadableFileError, OSError, zlib.error, struct.error):
            return b""

    def _read(self, most: int, limits: ReadLimits) -> bytes:
        _bounded(self, most, limits)
        try:
            with open_regular(self.root, self.display) as file:
                data = _content(file, self, self.size + 1)
        except (OSError, zlib.error, struct.error) as error:
            raise damaged(self.display) from error
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise damaged(self.display)
        return data


def _bounded(member: Member, most: int, limits: ReadLimits) -> None:
    if member.size > most:
        sentence = f"{member.display} is larger than {most // (1024 * 1024)} MB, the most that is read."
        raise UnreadableFileError(sentence, "Check whether it is a photo, and export it smaller.", kind="too-large")
    if member.size > limits.zip_ratio_from and member.size > limits.zip_ratio * max(member.packed, 1):
        sentence = f"{member.display} unpacks to more than {limits.zip_ratio} times its size, and was not unpacked."
        raise UnreadableFileError(sentence, "Ask the sender what it is.", kind="zip-bomb")
    if not member.size:
        raise UnreadableFileError(f"{member.display} is empty.", REMAKE, kind="empty")


def _content(file: io.FileIO, member: Member, most: int) -> bytes:
    """At most so many bytes of a member. The header before it must name the same file as the list of contents does."""
    file.seek(member.offset)
    fields = _LOCAL.unpack(file.read(_LOCAL.size))
    name = file.read(fields[9])
    if fields[0] != b"PK\x03\x04" or fields[3] != member.method or name != member.raw_name:
        raise damaged(member.display)
    file.seek(fields[10], 1)
    if member.method == zipfile.ZIP_STORED:
        return _all(file, min(member.packed, most))
    return _inflated(file, member.packed, most)


def _inflated(file: io.FileIO, packed: int, most: int) -> bytes:
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    parts: list[bytes] = []
    left, size = packed, 0
    while size < most and not unpacking.eof and (left or unpacking.unconsumed_tail):
        chunk = unpacking.unconsumed_tail or file.read(min(left, _CHUNK))
        left -= 0 if unpacking.unconsumed_tail else len(chunk)
        if not chunk:
            break
        parts.append(unpacking.decompress(chunk, most - size))
        size += len(parts[-1])
    return b"".join(parts)


def _all(file: io.FileIO, size: int) -> bytes:
    parts: list[bytes] = []
    while size and (part := file.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def damaged(shown: str) -> UnreadableFileError:
    return UnreadableFileError(f"{shown} is damaged and cannot be unpacked.", REMAKE, kind="zip-damaged")
