"""HEIF and AVIF: items in boxes (ISO/IEC 14496-12 for boxes, 23008-12 for items)."""

from __future__ import annotations

from collections.abc import Iterator
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

MOST_ITEMS = 10_000
"""A phone's picture has about 50 items (tiles), the largest tiled ones some thousands."""

_NO_PICTURE = frozenset({b"Exif", b"mime", b"uri "})
_XMP_TYPE = b"application/rdf+xml"
_IN_FILE, _IN_IDAT = 0, 1


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    start: int  # of the content, in bytes from the start of the file
    end: int


@dataclass(slots=True)
class _Item:
    kind: bytes = b""
    content_type: bytes = b""
    extents: list[tuple[int, int]] = field(default_factory=list)


class _OddBoxesError(Exception):
    """The boxes say something that is not followed; the file is then known by all its bytes."""


def lay_out(data: bytes, limits: ReadLimits) -> Layout:
    """Walk the boxes and items of a HEIF or AVIF file."""
    boxes = list(_boxes(data, 0, len(data)))
    whole = bool(boxes) and all(box.end <= len(data) for box in boxes)
    if len(boxes) > MOST_ITEMS:
        return Layout(refusal=too_many_parts())
    meta = next((box for box in boxes if box.kind == b"meta"), None)
    if meta is None:
        return Layout(whole=whole)
    inner = {box.kind: box for box in _boxes(data, meta.start + 4, min(meta.end, len(data)))}
    properties = _properties(data, inner)
    try:
        items = _items(data, inner)
    except _OddBoxesError:
        return Layout(size=_size(data, properties), whole=whole)
    blocks = _metadata(data, items, limits)
    return Layout(
        blocks=tuple(blocks.blocks),
        picture=_picture(data, items, properties),
        size=_size(data, properties),
        whole=whole and all(end <= len(data) for item in items.values() for _, end in item.extents),
        problems=blocks.problems,
    )


def _boxes(data: bytes, position: int, end: int) -> Iterator[_Box]:
    """The boxes side by side from `position`; the last may claim to end beyond the data."""
    count = 0
    while position + 8 <= end and count <= MOST_PARTS:
        count += 1
        size, kind, start = _number(data, position, 4), data[position + 4 : position + 8], position + 8
        if size == 1:
            size, start = _number(data, position + 8, 8), position + 16
        stop = end if size == 0 else position + size
        if stop < start:
            return
        yield _Box(kind, start, stop)
        position = stop


def _number(data: bytes, at: int, width: int) -> int:
    return int.from_bytes(data[at : at + width], "big")


def _items(data: bytes, inner: dict[bytes, _Box]) -> dict[int, _Item]:
    if b"iinf" not in inner or b"iloc" not in inner:
        raise _OddBoxesError
    items: dict[int, _Item] = {}
    _read_names(data, inner[b"iinf"], items)
    _read_places(data, inner, items)
    if sum(end - start for item in items.values() for start, end in item.extents) > len(data):
        raise _OddBoxesError
    return items


def _read_names(data: bytes, iinf: _Box, items: dict[int, _Item]) -> None:
    start = iinf.start + (6 if data[iinf.start : iinf.start + 1] == b"\0" else 8)
    for box in _boxes(data, start, min(iinf.end, len(data))):
        version = _number(data, box.start, 1)
        if box.kind != b"infe" or version not in {2, 3}:
            continue
        if len(items) >= MOST_ITEMS:
            raise _OddBoxesError
        width = 2 if version == 2 else 4
        names = box.start + 4 + width + 2
        texts = data[names + 4 : box.end].split(b"\0", 2)
        content_type = texts[1] if len(texts) > 1 else b""
        items[_number(data, box.start + 4, width)] = _Item(data[names : names + 4], content_type)


def _read_places(data: bytes, inner: dict[bytes, _Box], items: dict[int, _Item]) -> None:
    """Read `iloc`: where the extents of each item stand."""
    reader = _Reader(data, inner[b"iloc"].start, min(inner[b"iloc"].end, len(data)))
    version = reader.take(1)
    reader.take(3)
    sizes = reader.take(2)
    offset_size, length_size, base_size, index_size = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    id_size = 4 if version == 2 else 2
    extents = 0
    for _ in range(min(reader.take(id_size), MOST_ITEMS)):
        item = items.get(reader.take(id_size), _Item())
        method = reader.take(2) & 15 if version in {1, 2} else _IN_FILE
        reader.take(2)
        base = reader.take(base_size) + _origin(inner, method)
        for _ in range(reader.take(2)):
            if version in {1, 2}:
                reader.take(index_size)
            start, length = base + reader.take(offset_size), reader.take(length_size)
            extents += 1
            if length == 0 or extents > MOST_PARTS:  # no length means "up to the end of the file"
                raise _OddBoxesError
            item.extents.append((start, start + length))


def _origin(inner: dict[bytes, _Box], method: int) -> int:
    if method == _IN_FILE:
        return 0
    if method == _IN_IDAT and b"idat" in inner:
        return inner[b"idat"].start
    raise _OddBoxesError


@dataclass(slots=True)
class _Reader:
    data: bytes
    position: int
    end: int

    def take(self, width: int) -> int:
        if self.position + width > self.end:
            raise _OddBoxesError
        value = _number(self.data, self.position, width)
        self.position += width
        return value


def _properties(data: bytes, inner: dict[bytes, _Box]) -> _Box | None:
    if b"iprp" not in inner:
        return None
    within = _boxes(data, inner[b"iprp"].start, min(inner[b"iprp"].end, len(data)))
    return next((box for box in within if box.kind == b"ipco"), None)


def _size(data: bytes, properties: _Box | None) -> tuple[int, int] | None:
    """The largest picture that the properties speak of: an item of a grid is smaller than the grid."""
    if properties is None:
        return None
    extents = [
        (_number(data, box.start + 4, 4), _number(data, box.start + 8, 4))
        for box in _boxes(data, properties.start, min(properties.end, len(data)))
        if box.kind == b"ispe"
    ]
    return max(extents, key=lambda size: size[0] * size[1], default=None)


def _metadata(data: bytes, items: dict[int, _Item], limits: ReadLimits) -> Collector:
    blocks = Collector(limits)
    for item in items.values():
        is_xmp = item.kind == b"mime" and item.content_type == _XMP_TYPE
        if not item.extents or not (is_xmp or item.kind == b"Exif"):
            continue
        start, length = item.extents[0][0], sum(end - start for start, end in item.extents)
        content = b"".join(data[begin:end] for begin, end in item.extents)
        if is_xmp:
            blocks.add(BlockKind.XMP, start, length, content)
            continue
        skipped = 4 + _number(content, 0, 4)  # four bytes say how far behind them the TIFF header stands
        if skipped < len(content):
            blocks.add(BlockKind.EXIF, start + skipped, length - skipped, content[skipped:])
    return blocks


def _picture(data: bytes, items: dict[int, _Item], properties: _Box | None) -> tuple[Part, ...]:
    view = memoryview(data)
    parts: list[Part] = []
    for number, item in sorted(items.items()):
        if item.kind not in _NO_PICTURE and item.extents:
            parts.append(item.kind + number.to_bytes(4, "big"))
            parts.extend(view[start:end] for start, end in item.extents)
    if not parts or properties is None:
        return ()
    return (view[properties.start : properties.end], *parts)
