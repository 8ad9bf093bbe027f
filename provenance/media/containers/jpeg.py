"""JPEG: segments up to the first image's end (ITU-T T.81, annex B); EXIF, XMP and Photoshop blocks in APPn."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from provenance.media.containers.layout import (
    MOST_PARTS,
    BlockKind,
    Collector,
    Layout,
    Part,
)
from provenance.media.problems import too_many_parts
from provenance.model.limits import ReadLimits

MOST_SCANS = 100
"""Each scan of a progressive JPEG is a pass over the whole picture; encoders write about ten."""

_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")  # neither stuffing, nor restart, nor fill: what ends a scan
_SOI, _EOI, _SOS, _COM, _APP0, _APP14 = 0xD8, 0xD9, 0xDA, 0xFE, 0xE0, 0xEE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_HEADERS: tuple[tuple[int, bytes, BlockKind], ...] = (
    (0xE1, b"Exif\0", BlockKind.EXIF),
    (0xE1, b"http://ns.adobe.com/xap/1.0/\0", BlockKind.XMP),
    (0xE1, b"XMP\0://ns.adobe.com/xap/1.0/\0", BlockKind.XMP),  # so written by tools of several agencies
    (0xE1, b"http://ns.adobe.com/xmp/extension/\0", BlockKind.XMP_EXTENDED),
    (0xED, b"Photoshop 3.0\0", BlockKind.PHOTOSHOP),
)


@dataclass(slots=True)
class _Walk:
    data: bytes
    view: memoryview
    blocks: Collector
    picture: list[Part] = field(default_factory=list)
    decodable: list[Part] = field(default_factory=list)
    size: tuple[int, int] | None = None
    scans: int = 0
    segments: int = 0
    whole: bool = False


def lay_out(data: bytes, limits: ReadLimits) -> Layout:
    """Walk a JPEG up to the end of its first image; what follows (an MPO's second picture, a trailer) is not looked at.

    Takes a time in proportion to the file's size, whatever its bytes.
    """
    walk = _Walk(data, memoryview(data), Collector(limits))
    position: int | None = 2
    while position is not None:
        if walk.segments >= MOST_PARTS or walk.scans > MOST_SCANS:
            return Layout(tuple(walk.blocks.blocks), size=walk.size, refusal=too_many_parts())
        position = _step(walk, position)
    end = (b"\xff\xd9",) if walk.whole else ()
    return Layout(
        blocks=tuple(walk.blocks.blocks),
        picture=tuple(walk.picture) if walk.scans else (),
        decodable=(b"\xff\xd8", *walk.decodable, *end) if walk.scans else (),
        size=walk.size,
        whole=walk.whole,
        problems=walk.blocks.problems,
    )


def _step(walk: _Walk, position: int) -> int | None:
    """Take the segment at or after `position`; where the next one is looked for, or None at the end."""
    marker = _MARKER.search(walk.data, position)
    if marker is None:
        return None
    start, code = marker.start(), walk.data[marker.start() + 1]
    walk.segments += 1
    if code == _EOI:
        walk.whole = True
        return None
    if code in {_SOI, 0x01}:
        return start + 2
    length = int.from_bytes(walk.data[start + 2 : start + 4], "big")
    end = start + 2 + length
    if length < 2 or end > len(walk.data):
        return None
    return _take(walk, code, start, end)


def _take(walk: _Walk, code: int, start: int, end: int) -> int | None:
    if code == _COM or _APP0 <= code <= 0xEF:
        _keep_metadata(walk, code, start + 4, end)
        if code in {_APP0, _APP14}:  # JFIF and Adobe tell the decoder what its colours mean
            walk.decodable.append(walk.view[start:end])
        return end
    if code in _FRAMES and walk.size is None:
        walk.size = _frame_size(walk.data[start + 5 : start + 9])
    stop: int | None = end
    if code == _SOS:
        walk.scans += 1
        following = _MARKER.search(walk.data, end)
        stop = following.start() if following else None
    part = walk.view[start:stop]
    walk.picture.append(part)
    walk.decodable.append(part)
    return stop


def _frame_size(four: bytes) -> tuple[int, int] | None:
    height, width = int.from_bytes(four[:2], "big"), int.from_bytes(four[2:], "big")
    return (width, height) if width and height else None


def _keep_metadata(walk: _Walk, code: int, start: int, end: int) -> None:
    for wanted, header, kind in _HEADERS:
        if code == wanted and walk.data.startswith(header, start, end):
            begin = start + len(header) + (kind is BlockKind.EXIF)
            walk.blocks.add(kind, begin, end - begin, walk.data[begin:end])
