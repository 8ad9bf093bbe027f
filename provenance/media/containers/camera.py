"""Cameras' raw files that are TIFF inside: DNG, NEF, CR2, ARW. Their metadata, and the previews that they carry.

Sources: the DNG specification 1.7 (Adobe); for the others, which nobody has published, the tags that ExifTool names
(https://exiftool.org/TagNames). Written after these descriptions and tested on files of our own making.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from provenance.media.containers import jpeg
from provenance.media.containers.ifd import Entry, Header, directory, numbers
from provenance.media.containers.layout import Layout, Part
from provenance.media.containers.previews import Found, with_best
from provenance.media.formats import Raw
from provenance.model.limits import ReadLimits

_SUBFILE, _COMPRESSION, _MAKE, _SUB_DIRECTORIES, _DNG_VERSION = 254, 259, 271, 330, 0xC612
_STRIPS, _TILES, _JPEG = (273, 279), (324, 325), (513, 514)
_JPEG_COMPRESSIONS = frozenset({6, 7})
_MOST_DIRECTORIES = 64
_MAKERS = {b"NIKON": Raw.NEF, b"SONY": Raw.ARW}


@dataclass(frozen=True, slots=True)
class _Directory:
    entries: dict[int, Entry]


def raw_format(data: bytes, head: Header, entries: dict[int, Entry]) -> Raw | None:
    """Which camera's raw file a TIFF is by its first directory; None for a picture."""
    if _DNG_VERSION in entries:
        return Raw.DNG
    if data[8:10] == b"CR":
        return Raw.CR2
    subfile = numbers(data, head, entries[_SUBFILE]) if _SUBFILE in entries else (0,)
    if not (subfile and subfile[0] & 1 and _SUB_DIRECTORIES in entries):
        return None
    make = entries.get(_MAKE)
    said = data[make.at : make.at + min(make.length, 32)].upper() if make else b""
    return next((raw for name, raw in _MAKERS.items() if said.startswith(name)), Raw.OTHER)


def with_preview(walked: Layout, data: bytes, head: Header, raw: Raw, limits: ReadLimits) -> Layout:
    """The same file with its largest preview to be decoded, and the raw data as its identity."""
    found = list(_directories(data, head, limits))
    named = (_preview(data, head, held) for held in found)
    previews = [one for one in named if one is not None and jpeg.announced(one.within(data, limits))]
    picture = _raw_data(data, head, found, {one.start for one in previews})
    return with_best(replace(walked, picture=picture, raw=raw.value), data, previews, limits)


def _directories(data: bytes, head: Header, limits: ReadLimits) -> Iterator[_Directory]:
    """Every directory of the file, each once: those in a row, and those below them."""
    stack, seen = [(head.first, 0)], {0}
    while stack and len(seen) <= _MOST_DIRECTORIES:
        offset, depth = stack.pop(0)
        if offset in seen or depth > limits.nesting:
            continue
        seen.add(offset)
        entries, following = directory(data, head, offset)
        held = {one.tag: one for one in entries}
        yield _Directory(held)
        stack.append((following, depth))
        below = held.get(_SUB_DIRECTORIES)
        if below is not None and below.count <= _MOST_DIRECTORIES:
            stack.extend((one, depth + 1) for one in numbers(data, head, below))


def _preview(data: bytes, head: Header, held: _Directory) -> Found | None:
    """The JPEG that a directory points at."""
    places = [_JPEG]
    compression = _first(data, head, held, _COMPRESSION)
    if compression in _JPEG_COMPRESSIONS:
        places.append(_STRIPS)
    for offsets, lengths in places:
        starts, sizes = (_all(data, head, held, tag) for tag in (offsets, lengths))
        if len(starts) == len(sizes) == 1:
            return Found(starts[0], sizes[0])
    return None


def _raw_data(data: bytes, head: Header, found: list[_Directory], previews: set[int]) -> tuple[Part, ...]:
    """The strips or tiles of the directory that holds most bytes and is no preview; () where there is none."""
    view, best, most = memoryview(data), [], 0
    for held in found:
        for offsets, lengths in (_STRIPS, _TILES):
            places = list(zip(_all(data, head, held, offsets), _all(data, head, held, lengths), strict=False))
            size = sum(length for _start, length in places)
            if most < size <= len(data) and not previews.intersection(start for start, _length in places):
                best, most = places, size
    return tuple(view[start : start + length] for start, length in best)


def _first(data: bytes, head: Header, held: _Directory, tag: int) -> int | None:
    return next(iter(_all(data, head, held, tag)), None)


def _all(data: bytes, head: Header, held: _Directory, tag: int) -> tuple[int, ...]:
    return numbers(data, head, held.entries[tag]) if tag in held.entries else ()
