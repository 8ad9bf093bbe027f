"""HEIF and AVIF: items in boxes (ISO/IEC 14496-12 for boxes, 23008-12 for items)."""

from __future__ import annotations

from dataclasses import dataclass, field

from provenance.media.containers.boxes import Box, boxes, number
from provenance.media.containers.layout import (
    MOST_EXTENTS,
    MOST_PARTS,
    Collector,
    Inner,
    Layout,
    Part,
)
from provenance.media.problems import too_many_parts
from provenance.model.embedded import EmbeddedKind
from provenance.model.inside import BlockKind
from provenance.model.limits import ReadLimits

MOST_ITEMS = 10_000
"""A phone's picture has about 50 items (tiles), the largest tiled ones some thousands."""

_NO_PICTURE = frozenset({b"Exif", b"mime", b"uri "})
_XMP_TYPE = b"application/rdf+xml"
_KNOWN = frozenset({b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip"})
_CREDENTIALS = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_MOST_THUMBNAILS = 4
_IN_FILE, _IN_IDAT = 0, 1


@dataclass(slots=True)
class _Item:
    kind: bytes = b""
    content_type: bytes = b""
    extents: list[tuple[int, int]] = field(default_factory=list)


class _OddBoxesError(Exception):
    """The boxes say something that is not followed; the file is then known by all its bytes."""


def lay_out(data: bytes, limits: ReadLimits) -> Layout:
    """Walk the boxes and items of a HEIF or AVIF file."""
    outer = list(boxes(data, 0, len(data)))
    whole = bool(outer) and all(box.end <= len(data) for box in outer)
    if len(outer) > MOST_ITEMS:
        return Layout(refusal=too_many_parts())
    blocks = Collector(limits)
    _tell_outer(blocks, data, outer)
    meta = next((box for box in outer if box.kind == b"meta"), None)
    if meta is None:
        return Layout(blocks.in_order, whole=whole, problems=blocks.problems)
    inner = {box.kind: box for box in boxes(data, meta.start + 4, min(meta.end, len(data)))}
    properties = _properties(data, inner)
    try:
        items = _items(data, inner)
    except _OddBoxesError:
        return Layout(blocks.in_order, size=_size(data, properties), whole=whole, problems=blocks.problems)
    _metadata(blocks, data, items)
    _tell_profiles(blocks, data, properties)
    thumbnails = _thumbnails(data, inner, items)
    for number_of, item in items.items():
        if number_of in thumbnails:
            blocks.scatter(BlockKind.PICTURE, item.extents, "thumbnail")
    return Layout(
        blocks=blocks.in_order,
        picture=_picture(data, items, properties),
        size=_size(data, properties),
        whole=whole and all(end <= len(data) for item in items.values() for _, end in item.extents),
        problems=blocks.problems,
        inner=tuple(_inner(data, inner, number_of, items[number_of]) for number_of in thumbnails),
    )


def _tell_outer(blocks: Collector, data: bytes, outer: list[Box]) -> None:
    """Content credentials, boxes that hold neither items nor picture, and what follows the last box."""
    for box in outer:
        if box.kind == b"uuid" and data[box.start : box.start + 16] == _CREDENTIALS:
            blocks.scatter(BlockKind.C2PA, [(box.start + 16, min(box.end, len(data)))], "uuid")
        elif box.kind not in _KNOWN:
            name = box.kind.decode("latin-1")
            stop = min(box.end, len(data))
            blocks.scatter(BlockKind.OTHER, [(box.start, stop)] if stop > box.start else [], name)
    blocks.trail(data, min(outer[-1].end, len(data)) if outer else 0)


def _tell_profiles(blocks: Collector, data: bytes, properties: Box | None) -> None:
    for box in boxes(data, properties.start, min(properties.end, len(data))) if properties else ():
        if box.kind == b"colr" and data[box.start : box.start + 4] in {b"prof", b"rICC"}:
            blocks.scatter(BlockKind.ICC, [(box.start + 4, box.end)], "colr")


def _thumbnails(data: bytes, inner: dict[bytes, Box], items: dict[int, _Item]) -> list[int]:
    """The items that are said to be thumbnails of others (iref, 14496-12, 8.11.12)."""
    if b"iref" not in inner:
        return []
    start, width = inner[b"iref"].start, 2 if data[inner[b"iref"].start : inner[b"iref"].start + 1] == b"\0" else 4
    said = (box for box in boxes(data, start + 4, min(inner[b"iref"].end, len(data))) if box.kind == b"thmb")
    numbers = dict.fromkeys(number(data, box.start, width) for box in said)
    return [one for one in numbers if one in items and items[one].extents][:_MOST_THUMBNAILS]


def _inner(data: bytes, inner: dict[bytes, Box], item: int, held: _Item) -> Inner:
    """A thumbnail as a file of its own: the same file, in which the thumbnail is the primary item.

    The reference that makes it a thumbnail becomes one that decoders do not know, for they leave thumbnails out.
    """
    view = memoryview(data)
    parts: list[Part] = []
    primary, references = inner.get(b"pitm"), inner[b"iref"]
    changes = [(box.start - 4, b"skip") for box in boxes(data, references.start + 4, min(references.end, len(data)))]
    if primary is not None:
        width = 2 if data[primary.start : primary.start + 1] == b"\0" else 4
        changes.append((primary.start + 4, item.to_bytes(width, "big")))
    position = 0
    for at, new in sorted(changes):
        parts += [view[position:at], new]
        position = at + len(new)
    start, length = held.extents[0][0], sum(end - begin for begin, end in held.extents)
    return Inner(EmbeddedKind.HEIF_THUMBNAIL, start, length, (*parts, view[position:]), "HEIF")


def _items(data: bytes, inner: dict[bytes, Box]) -> dict[int, _Item]:
    if b"iinf" not in inner or b"iloc" not in inner:
        raise _OddBoxesError
    items: dict[int, _Item] = {}
    _read_names(data, inner[b"iinf"], items)
    _read_places(data, inner, items)
    if sum(end - start for item in items.values() for start, end in item.extents) > len(data):
        raise _OddBoxesError
    return items


def _read_names(data: bytes, iinf: Box, items: dict[int, _Item]) -> None:
    start = iinf.start + (6 if data[iinf.start : iinf.start + 1] == b"\0" else 8)
    for box in boxes(data, start, min(iinf.end, len(data))):
        version = number(data, box.start, 1)
        if box.kind != b"infe" or version not in {2, 3}:
            continue
        if len(items) >= MOST_ITEMS:
            raise _OddBoxesError
        width = 2 if version == 2 else 4
        names = box.start + 4 + width + 2
        texts = data[names + 4 : box.end].split(b"\0", 2)
        content_type = texts[1] if len(texts) > 1 else b""
        items[number(data, box.start + 4, width)] = _Item(data[names : names + 4], content_type)


def _read_places(data: bytes, inner: dict[bytes, Box], items: dict[int, _Item]) -> None:
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


def _origin(inner: dict[bytes, Box], method: int) -> int:
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
        value = number(self.data, self.position, width)
        self.position += width
        return value


def _properties(data: bytes, inner: dict[bytes, Box]) -> Box | None:
    if b"iprp" not in inner:
        return None
    within = boxes(data, inner[b"iprp"].start, min(inner[b"iprp"].end, len(data)))
    return next((box for box in within if box.kind == b"ipco"), None)


def _size(data: bytes, properties: Box | None) -> tuple[int, int] | None:
    """The largest picture that the properties speak of: an item of a grid is smaller than the grid."""
    if properties is None:
        return None
    extents = [
        (number(data, box.start + 4, 4), number(data, box.start + 8, 4))
        for box in boxes(data, properties.start, min(properties.end, len(data)))
        if box.kind == b"ispe"
    ]
    return max(extents, key=lambda size: size[0] * size[1], default=None)


def _metadata(blocks: Collector, data: bytes, items: dict[int, _Item]) -> None:
    for item in items.values():
        if item.kind not in _NO_PICTURE or not item.extents:
            continue
        start, length = item.extents[0][0], sum(end - start for start, end in item.extents)
        several = tuple(item.extents[:MOST_EXTENTS]) if len(item.extents) > 1 else ()
        label = f"item {item.kind.decode('latin-1')}"
        if item.kind == b"mime" and item.content_type == _XMP_TYPE:
            content = _content(data, item)
            blocks.add(BlockKind.XMP, start, length, content, label, verbatim=not several, extents=several)
        elif item.kind == b"Exif":
            content = _content(data, item)
            skipped = 4 + number(content, 0, 4)  # four bytes say how far behind them the TIFF header stands
            if skipped < len(content):
                at, left = (start, length) if several else (start + skipped, length - skipped)
                blocks.add(BlockKind.EXIF, at, left, content[skipped:], label, verbatim=not several, extents=several)
        else:
            blocks.scatter(BlockKind.OTHER, item.extents, label)


def _content(data: bytes, item: _Item) -> bytes:
    return b"".join(data[begin:end] for begin, end in item.extents)


def _picture(data: bytes, items: dict[int, _Item], properties: Box | None) -> tuple[Part, ...]:
    view = memoryview(data)
    parts: list[Part] = []
    for key, item in sorted(items.items()):
        if item.kind not in _NO_PICTURE and item.extents:
            parts.append(item.kind + key.to_bytes(4, "big"))
            parts.extend(view[start:end] for start, end in item.extents)
    if not parts or properties is None:
        return ()
    return (view[properties.start : properties.end], *parts)
