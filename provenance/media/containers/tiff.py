"""TIFF: the first directory's geometry and its strips or tiles (TIFF 6.0); metadata in tags of the same directory."""

from __future__ import annotations

from provenance.media.containers import camera
from provenance.media.containers.ifd import Entry, Header, directory, header, is_modest, is_modest_first, numbers
from provenance.media.containers.layout import (
    MOST_PARTS,
    Block,
    Collector,
    Layout,
    Part,
)
from provenance.media.problems import too_many_parts, too_much_metadata
from provenance.model.inside import BlockKind
from provenance.model.limits import ReadLimits

_WIDTH, _HEIGHT = 256, 257
_DATA_TAGS = ((273, 279), (324, 325))
_GEOMETRY = frozenset(
    {256, 257, 258, 259, 262, 266, 277, 278, 284, 292, 317, 320, 322, 323, 332, 338, 339, 347, 512, 530, 532}
)
_METADATA = {700: BlockKind.XMP, 33723: BlockKind.IIM, 34377: BlockKind.PHOTOSHOP}
_SILENT = {34675: BlockKind.ICC, 52545: BlockKind.C2PA}


def lay_out(data: bytes, limits: ReadLimits) -> Layout:
    """Walk the first directory of a TIFF. The whole file is its EXIF block, for that is how readers see it."""
    head = header(data)
    entries = {one.tag: one for one in directory(data, head, head.first)[0]} if head else {}
    if head is None or not entries:
        return Layout()
    bearable = len(data) + limits.metadata_bytes
    modest = is_modest(data, head, bearable)
    blocks = _metadata(data, entries, limits)
    exif = (Block(BlockKind.EXIF, 0, len(data), data, "TIFF"),) if modest else ()
    strips = _strips(data, head, entries)
    walked = Layout(
        blocks=(*exif, *blocks.in_order),
        picture=_picture(data, entries, strips),
        size=_size(data, head, entries),
        whole=bool(strips) and all(at + length <= len(data) for at, length in strips),
        problems=blocks.problems if modest else (too_much_metadata(),),
        refusal=None if is_modest_first(data, head, bearable) else too_many_parts(),
    )
    raw = camera.raw_format(data, head, entries)
    return camera.with_preview(walked, data, head, raw, limits) if raw is not None else walked


def _metadata(data: bytes, entries: dict[int, Entry], limits: ReadLimits) -> Collector:
    blocks = Collector(limits)
    for tag, kind in _METADATA.items():
        if tag in entries:
            at, length = entries[tag].at, entries[tag].length
            blocks.add(kind, at, length, data[at : at + length], f"tag {tag}")
    for tag, kind in _SILENT.items():
        if tag in entries:
            blocks.scatter(kind, [(entries[tag].at, entries[tag].at + entries[tag].length)], f"tag {tag}")
    return blocks


def _size(data: bytes, head: Header, entries: dict[int, Entry]) -> tuple[int, int] | None:
    width, height = (numbers(data, head, entries[tag]) if tag in entries else () for tag in (_WIDTH, _HEIGHT))
    return (width[0], height[0]) if len(width) == len(height) == 1 else None


def _strips(data: bytes, head: Header, entries: dict[int, Entry]) -> list[tuple[int, int]]:
    """Offset and length of each strip or tile; none where they are too many, or together longer than the file."""
    for offsets, lengths in _DATA_TAGS:
        if offsets in entries and lengths in entries and entries[offsets].count <= MOST_PARTS:
            starts, sizes = (numbers(data, head, entries[tag]) for tag in (offsets, lengths))
            if len(starts) == len(sizes) and sum(sizes) <= len(data):
                return list(zip(starts, sizes, strict=True))
    return []


def _picture(data: bytes, entries: dict[int, Entry], strips: list[tuple[int, int]]) -> tuple[Part, ...]:
    if not strips:
        return ()
    view = memoryview(data)
    parts: list[Part] = []
    for tag in sorted(_GEOMETRY & entries.keys()):
        at, length = entries[tag].at, entries[tag].length
        parts += [tag.to_bytes(2, "big"), view[at : at + length]]
    return (*parts, *(view[at : at + length] for at, length in strips))
