"""Canon's CR3: boxes with TIFF blocks, and JPEG previews.

Nobody has published the format; after the description by Laurent Clevy (https://github.com/lclevy/canon_cr3).
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.media.containers.boxes import Box, boxes, number
from provenance.media.containers.ifd import header
from provenance.media.containers.layout import Collector, Layout, Part
from provenance.media.containers.previews import Found, with_best
from provenance.media.formats import Raw
from provenance.media.problems import too_many_parts
from provenance.model.inside import BlockKind
from provenance.model.limits import ReadLimits

MOST_BOXES = 1_000

_CANON = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
_PREVIEW = bytes.fromhex("eaf42b5e1c984b88b9fbb7dc406e4d16")
_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_EXIF_POINTER, _GPS_POINTER = 0x8769, 0x8825
_JPEG = b"\xff\xd8\xff"
_HEAD = 64
"""Bytes of a box in which its JPEG begins: its size, its version and the picture's width and height stand before."""
_TO_TABLES = (b"mdia", b"minf", b"stbl")


def lay_out(data: bytes, limits: ReadLimits) -> Layout:
    """Walk a CR3."""
    outer = list(boxes(data, 0, len(data)))
    if len(outer) > MOST_BOXES:
        return Layout(raw=Raw.CR3.value, refusal=too_many_parts())
    blocks = Collector(limits)
    found: list[Found] = []
    for box in outer:
        if box.kind == b"uuid" and data[box.start : box.start + 16] == _XMP:
            start, end = box.start + 16, min(box.end, len(data))
            blocks.add(BlockKind.XMP, start, end - start, data[start:end], "uuid")
        elif box.kind == b"uuid" and data[box.start : box.start + 16] == _PREVIEW:
            found += _jpegs(data, box.start + 24, box.end)
        elif box.kind == b"moov":
            found += _movie(data, box, blocks)
    blocks.trail(data, min(outer[-1].end, len(data)) if outer else 0)
    walked = Layout(
        blocks=blocks.in_order,
        picture=_raw_data(data, outer),
        whole=bool(outer) and all(box.end <= len(data) for box in outer),
        problems=blocks.problems,
        raw=Raw.CR3.value,
    )
    return with_best(walked, data, found, limits)


def _movie(data: bytes, movie: Box, blocks: Collector) -> Iterator[Found]:
    for box in _within(data, movie.start, movie.end):
        if box.kind == b"uuid" and data[box.start : box.start + 16] == _CANON:
            _keep(blocks, data, box)
            yield from _jpegs(data, box.start + 16, box.end)
        elif box.kind == b"trak":
            yield from _track(data, box)


def _keep(blocks: Collector, data: bytes, canon: Box) -> None:
    """CMT1 is the first directory of EXIF, CMT2 its second, CMT4 that of the position; CMT3 are maker notes."""
    pointers = {b"CMT1": 0, b"CMT2": _EXIF_POINTER, b"CMT4": _GPS_POINTER}
    for box in _within(data, canon.start + 16, canon.end):
        content, label = data[box.start : box.end], box.kind.decode("latin-1")
        if box.kind in pointers and header(content) is not None:
            blocks.add(BlockKind.EXIF, box.start, len(content), _pointed(content, pointers[box.kind]), label)
        elif box.kind not in {b"THMB", b"free"}:
            blocks.scatter(BlockKind.OTHER, [(box.start, box.end)] if content else [], label)


def _pointed(block: bytes, pointer: int) -> bytes:
    """The block with a first directory put behind it that points at what it begins with: so readers know what it is.

    Offsets of all values stay as they are in the file.
    """
    head = header(block)
    if not pointer or head is None or head.big:
        return block
    whole = {"little": b"II*\0", "big": b"MM\0*"}[head.order] + len(block).to_bytes(4, head.order) + block[8:]
    entry = b"".join(
        value.to_bytes(width, head.order) for value, width in ((1, 2), (pointer, 2), (4, 2), (1, 4), (head.first, 4))
    )
    return whole + entry + bytes(4)


def _jpegs(data: bytes, start: int, end: int) -> Iterator[Found]:
    for box in _within(data, start, end):
        if box.kind in {b"THMB", b"PRVW"}:
            at = data.find(_JPEG, box.start, box.start + _HEAD)
            if at >= 0:
                yield Found(at, min(box.end, len(data)) - at)


def _track(data: bytes, track: Box) -> Iterator[Found]:
    """The first sample of a track, where it is a JPEG: the preview in full size."""
    held = track
    for name in _TO_TABLES:
        inner = next((box for box in _within(data, held.start, held.end) if box.kind == name), None)
        if inner is None:
            return
        held = inner
    tables = {box.kind: box for box in _within(data, held.start, held.end)}
    if b"stsz" not in tables:
        return
    sizes, wide = tables[b"stsz"].start, b"co64" in tables
    places = tables.get(b"co64") or tables.get(b"stco")
    size = number(data, sizes + 4, 4) or number(data, sizes + 12, 4)
    start = number(data, places.start + 8, 8 if wide else 4) if places else 0
    if data.startswith(_JPEG, start):
        yield Found(start, size)


def _raw_data(data: bytes, outer: list[Box]) -> tuple[Part, ...]:
    view = memoryview(data)
    return tuple(view[box.start : min(box.end, len(data))] for box in outer if box.kind == b"mdat")


def _within(data: bytes, start: int, end: int) -> list[Box]:
    """The boxes in a stretch, not more than there are in any honest file, and none beyond it."""
    stop = min(end, len(data))
    found: list[Box] = []
    for box in boxes(data, start, stop):
        if len(found) >= MOST_BOXES or box.end > stop:
            break
        found.append(box)
    return found
