"""JPEG: segments up to the first image's end (ITU-T T.81, annex B), the blocks in APPn and COM, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from provenance.media.containers import mpf
from provenance.media.containers.layout import (
    MOST_PARTS,
    Collector,
    Inner,
    Layout,
    Part,
)
from provenance.media.problems import too_many_parts
from provenance.model.inside import BlockKind
from provenance.model.limits import ReadLimits

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
_ICC, _ICC_HEADER = b"ICC_PROFILE\0", 14  # with a number and a count
_JUMBF, _JUMBF_HEADER, _REPEATED = b"JP", 8, 8  # ISO 19566-5: instance, sequence; each further part repeats a box head
_CREDENTIALS = b"jumdc2pa"
_NAME = re.compile(rb"[ -~]{2,40}")


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
    end: int = 0
    scattered: dict[tuple[BlockKind, bytes], list[tuple[int, int]]] = field(default_factory=dict)
    inner: list[Inner] = field(default_factory=list)


def lay_out(data: bytes, limits: ReadLimits) -> Layout:
    """Walk a JPEG up to the end of its first image; what follows (an MPO's second picture, a trailer) is only told.

    Takes a time in proportion to the file's size, whatever its bytes.
    """
    walk = _Walk(data, memoryview(data), Collector(limits))
    position: int | None = 2
    while position is not None:
        if walk.segments >= MOST_PARTS or walk.scans > limits.scans:
            _tell_scattered(walk)
            told = walk.blocks
            return Layout(told.in_order, size=walk.size, problems=told.problems, refusal=too_many_parts())
        position = _step(walk, position)
    _tell_scattered(walk)
    if walk.whole:
        _follow(walk)
    end = (b"\xff\xd9",) if walk.whole else ()
    return Layout(
        blocks=walk.blocks.in_order,
        picture=tuple(walk.picture) if walk.scans else (),
        decodable=(b"\xff\xd8", *walk.decodable, *end) if walk.scans else (),
        size=walk.size,
        whole=walk.whole,
        problems=walk.blocks.problems,
        inner=tuple(walk.inner),
    )


def announced(data: bytes) -> tuple[int, int] | None:
    """Width and height of a JPEG that is no raw data: baseline, extended or progressive; None for all others."""
    position = 2
    for _ in range(200):
        code, length = data[position + 1 : position + 2], int.from_bytes(data[position + 2 : position + 4], "big")
        if data[position : position + 1] != b"\xff" or length < 2:
            return None
        if code in {b"\xc0", b"\xc1", b"\xc2"}:
            return _frame_size(data[position + 5 : position + 9])
        if code == b"\xff":
            position += 1
            continue
        position += 2 + length
    return None


def _step(walk: _Walk, position: int) -> int | None:
    """Take the segment at or after `position`; where the next one is looked for, or None at the end."""
    marker = _MARKER.search(walk.data, position)
    if marker is None:
        return None
    start, code = marker.start(), walk.data[marker.start() + 1]
    walk.segments += 1
    if start > position and walk.data[position:start].strip(b"\xff"):
        walk.blocks.scatter(BlockKind.GAP, [(position, start)], "")
    if code == _EOI:
        walk.whole, walk.end = True, start + 2
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
        _keep(walk, code, start + 4, end)
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


def _keep(walk: _Walk, code: int, start: int, end: int) -> None:
    """Keep a segment for its reader, or tell that it is there."""
    for wanted, header, kind in _HEADERS:
        if code == wanted and walk.data.startswith(header, start, end):
            begin = start + len(header) + (kind is BlockKind.EXIF)
            walk.blocks.add(kind, begin, end - begin, walk.data[begin:end], f"APP{code - _APP0}")
            return
    if code == _COM:
        walk.blocks.scatter(BlockKind.COMMENT, [(start, end)], "COM")
    elif code == 0xE2 and walk.data.startswith(_ICC, start, end):
        walk.scattered.setdefault((BlockKind.ICC, b""), []).append((start + _ICC_HEADER, end))
    elif code == 0xE2 and walk.data.startswith(mpf.MARK, start, end):
        walk.blocks.add(BlockKind.MPF, start + 4, end - start - 4, walk.data[start + 4 : end], "APP2")
    elif code == 0xEB and walk.data.startswith(_JUMBF, start, end) and end - start > _JUMBF_HEADER:
        _keep_boxes(walk, start, end)
    else:
        walk.blocks.scatter(BlockKind.OTHER, [(start, end)], _label(walk.data, code, start, end))


def _keep_boxes(walk: _Walk, start: int, end: int) -> None:
    """One part of a JUMBF box: content credentials, or another's. Parts of one box carry one instance number."""
    instance, begin = walk.data[start + 2 : start + 4], start + _JUMBF_HEADER
    for kind in (BlockKind.C2PA, BlockKind.OTHER):
        if (kind, instance) in walk.scattered:
            walk.scattered[kind, instance].append((min(begin + _REPEATED, end), end))
            return
    kind = BlockKind.C2PA if _CREDENTIALS in walk.data[begin : begin + 48] else BlockKind.OTHER
    walk.scattered[kind, instance] = [(begin, end)]


def _tell_scattered(walk: _Walk) -> None:
    for (kind, _instance), stretches in walk.scattered.items():
        walk.blocks.scatter(kind, stretches, "APP2" if kind is BlockKind.ICC else "APP11")


def _label(data: bytes, code: int, start: int, end: int) -> str:
    """ "APP14 Adobe": the segment, and what it calls itself."""
    found = _NAME.match(data, start, end)
    return f"APP{code - _APP0} {found[0].decode('ascii').strip()}" if found else f"APP{code - _APP0}"


def _follow(walk: _Walk) -> None:
    """Tell the further pictures that an MPF index names, and every other stretch behind the first picture's end."""
    pictures = [one for block in walk.blocks.blocks if block.kind is BlockKind.MPF for one in mpf.pictures(block)]
    for one in pictures:
        end = min(one.start + one.length, len(walk.data))
        if one.start >= walk.end and end > one.start:
            walk.blocks.scatter(BlockKind.PICTURE, [(one.start, end)], one.label)
            if one.preview:
                walk.inner.append(one.inner(walk.view))
    for start, end in _uncovered(walk):
        walk.blocks.trail(walk.data, start, end)


def _uncovered(walk: _Walk) -> Iterator[tuple[int, int]]:
    """The stretches behind the first picture's end that no further picture covers."""
    position = walk.end
    covered = sorted(one.stretches[0] for one in walk.blocks.blocks if one.kind is BlockKind.PICTURE)
    for start, end in [*covered, (len(walk.data), len(walk.data))]:
        if start > position:
            yield position, start
        position = max(position, end)
