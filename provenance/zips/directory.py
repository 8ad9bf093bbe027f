"""The list of contents of a ZIP, read within limits (PKWARE APPNOTE.TXT 6.3, 4.3.12 to 4.3.16)."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from itertools import pairwise

from provenance.errors import UnreadableFileError
from provenance.files import FoundFile, open_regular
from provenance.model.limits import ReadLimits
from provenance.zips.member import REMAKE

_END = b"PK\x05\x06"
_LOCATOR = b"PK\x06\x07"
_LONGEST_COMMENT = 65_535


def listed(found: FoundFile, limits: ReadLimits) -> list[zipfile.ZipInfo]:
    """The entries of a ZIP. UnreadableFileError where it is damaged, lists too much, or was made to fill a disk."""
    shown = found.display
    with open_regular(str(found.path), shown) as file:
        size = _directory_size(file, found.size)
        if size is None:
            raise UnreadableFileError(f"{shown} is no whole ZIP.", REMAKE, kind="zip-damaged")
        if size > limits.zip_directory_bytes:
            raise _too_many(shown, limits)
        try:
            with zipfile.ZipFile(file) as archive:
                infos = archive.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error, OverflowError) as error:
            raise UnreadableFileError(f"{shown} is no whole ZIP.", REMAKE, kind="zip-damaged") from error
    if len(infos) > limits.zip_members:
        raise _too_many(shown, limits)
    if sum(info.file_size for info in infos) > limits.zip_bytes or _overlap(infos):
        sentence = (
            f"{shown} unpacks to far more than it holds, as archives do that are made to fill a disk. It was left."
        )
        raise UnreadableFileError(sentence, "Ask the sender what it is.", kind="zip-bomb")
    return infos


def _directory_size(file: io.FileIO, size: int) -> int | None:
    """How large the list of contents says that it is (4.3.16, 4.3.14); None where there is no end record."""
    start = max(0, size - _LONGEST_COMMENT - 22 - 20)
    file.seek(start)
    tail = file.read(size - start)
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + 22:
        return None
    length, comment = struct.unpack_from("<I4xH", tail, end + 12)
    if end + 22 + comment != len(tail):
        return None
    if length != 0xFFFFFFFF:
        return int(length)
    if end < 20 or tail[end - 20 : end - 16] != _LOCATOR:
        return None
    file.seek(min(struct.unpack_from("<Q", tail, end - 12)[0], size))
    record = file.read(56)
    return int(struct.unpack_from("<Q", record, 40)[0]) if len(record) == 56 else None


def _overlap(infos: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether files share their bytes, which lets a small ZIP hold any amount."""
    places = sorted((info.header_offset, info.compress_size) for info in infos)
    return any(first + size > second for (first, size), (second, _) in pairwise(places))


def _too_many(shown: str, limits: ReadLimits) -> UnreadableFileError:
    sentence = f"{shown} lists more than {limits.zip_members:,} files, the most that is read."
    return UnreadableFileError(sentence, "Pack fewer into one.", kind="zip-too-many")
