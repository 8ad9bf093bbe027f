"""A file taken apart: every block with its place and its hash, and every field that a block's own directory lists."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from provenance.media.containers.layout import Block, Layout, stated_orientation
from provenance.media.containers.walk import lay_out
from provenance.media.decoding import UndecodableError, decode_small
from provenance.media.exif_places import exif_places
from provenance.media.formats import Format, sniff
from provenance.media.iim import iim_places
from provenance.media.metadata import MOST_BLOCKS
from provenance.media.photoshop import IPTC_NAA, Resource, resources
from provenance.media.text import clipped, decoded
from provenance.media.thumbnails import embedded_pictures
from provenance.model.embedded import EmbeddedPicture
from provenance.model.inside import BlockKind, FileBlock, FileField, Inside
from provenance.model.limits import ReadLimits
from provenance.model.photo import Pixels

MOST_FIELDS = 10_000
"""Fields listed of all blocks together; genuine files have some hundreds."""
LONGEST_COMMENT = 2_000
"""Characters of a comment that are shown."""

_NUMBERED = frozenset({BlockKind.EXIF, BlockKind.XMP})


def look_inside(data: bytes, limits: ReadLimits, *, pictures: bool = False) -> Inside:
    """What stands where in a file; nothing for what is no photo. Whatever the bytes are, nothing is raised.

    With `pictures`, the small pictures in it are decoded, and the picture itself as small as they are.
    """
    format = sniff(data)
    if format is None:
        return Inside()
    layout = lay_out(data, format, limits)
    turn = stated_orientation(layout)
    blocks = file_blocks(data, layout, limits)
    embedded = embedded_pictures(layout, limits) if pictures else ()
    beside = _beside(data, format, layout, turn, limits) if embedded else None
    return Inside((*blocks, *_in_blocks(data, embedded, blocks)), embedded, beside, turn)


def _beside(data: bytes, format: Format, layout: Layout, turn: int, limits: ReadLimits) -> Pixels | None:
    """The picture itself, upright and small; None where it is not decoded."""
    width, height = layout.size or (0, 0)
    if layout.refusal or width * height > limits.pixels:
        return None
    kind = Format.JPEG if layout.raw else format
    try:
        return decode_small(b"".join(layout.decodable) or data, kind, turn, limits)[2]
    except UndecodableError:
        return None


def _in_blocks(
    data: bytes, embedded: tuple[EmbeddedPicture, ...], blocks: tuple[FileBlock, ...]
) -> Iterator[FileBlock]:
    """The small pictures inside other blocks as blocks of their own."""
    told = {one.offset for one in blocks if one.kind is BlockKind.PICTURE}
    for one in embedded:
        if one.offset not in told:
            digest = _hash(data, [(one.offset, one.offset + one.length)])
            yield FileBlock(BlockKind.PICTURE, one.kind.value, one.offset, one.length, digest)


def file_blocks(data: bytes, layout: Layout, limits: ReadLimits) -> tuple[FileBlock, ...]:
    """The blocks in the order in which they begin, as far as the file goes; IPTC-IIM inside a Photoshop block is told
    as one of its own."""
    counted: Counter[BlockKind] = Counter({BlockKind.IIM: len(list(layout.of(BlockKind.IIM)))})
    bare, left, made = 0, MOST_FIELDS, []
    iptc = _iptc(layout)
    for block in layout.blocks:
        if block.offset >= len(data):
            continue
        number = None
        if block.kind in _NUMBERED:
            number, counted[block.kind] = counted[block.kind], counted[block.kind] + 1
        elif block.kind is BlockKind.IIM:
            number, bare = bare, bare + 1
        told = _block(data, layout, block, number, limits, left)
        made.append(told)
        left -= len(told.fields)
    for number, resource in enumerate(iptc, start=counted[BlockKind.IIM]):
        told = _iim(data, resource, number, left)
        made.append(told)
        left -= len(told.fields)
    return tuple(sorted(made, key=lambda one: (one.offset, -one.length)))


def _block(data: bytes, layout: Layout, block: Block, number: int | None, limits: ReadLimits, left: int) -> FileBlock:
    held = [(start, min(end, len(data))) for start, end in block.stretches if start < len(data)]
    return FileBlock(
        kind=block.kind,
        label=block.label,
        offset=block.offset,
        length=sum(end - start for start, end in held),
        sha256=_hash(data, held),
        number=_main_packet(layout, block) if block.kind is BlockKind.XMP_EXTENDED else _read(number),
        verbatim=block.verbatim,
        stretches=tuple(held) if block.extents else (),
        fields=tuple(islice(_fields(block, limits), max(0, left))),
        text=_comment(data, block),
    )


def _read(number: int | None) -> int | None:
    """The number that a block's facts carry; None for one that is beyond those that are read."""
    return number if number is not None and number < MOST_BLOCKS else None


def _fields(block: Block, limits: ReadLimits) -> Iterator[FileField]:
    if block.kind is BlockKind.EXIF:
        yield from exif_places(block.data, limits)
    elif block.kind is BlockKind.IIM:
        yield from iim_places(block.data)
    elif block.kind is BlockKind.PHOTOSHOP:
        for one in resources([(0, block.data)]):
            for start, end in one.stretches:
                yield FileField(one.name, start, end - start)


def _iptc(layout: Layout) -> list[Resource]:
    segments = [(block.offset, block.data) for block in layout.of(BlockKind.PHOTOSHOP)]
    return [one for one in resources(segments) if one.kind == IPTC_NAA and one.stretches]


def _iim(data: bytes, resource: Resource, number: int, left: int) -> FileBlock:
    stretches = resource.stretches
    return FileBlock(
        kind=BlockKind.IIM,
        label="Photoshop 0x0404",
        offset=stretches[0][0],
        length=sum(end - start for start, end in stretches),
        sha256=_hash(data, stretches),
        number=_read(number),
        verbatim=len(stretches) == 1,
        stretches=stretches if len(stretches) > 1 else (),
        fields=tuple(islice(iim_places(resource.content), max(0, left))),
    )


def _main_packet(layout: Layout, block: Block) -> int | None:
    """The number of the XMP packet that names an extended one by its GUID."""
    packets = (one.data for one in layout.of(BlockKind.XMP))
    return next((number for number, packet in enumerate(packets) if block.data[:32] in packet), None)


def _comment(data: bytes, block: Block) -> str:
    if block.kind is not BlockKind.COMMENT:
        return ""
    content = data[block.offset : block.offset + min(block.length, 4 * LONGEST_COMMENT)]
    return clipped(decoded(content).strip("\0 \r\n"), LONGEST_COMMENT)


def _hash(data: bytes, stretches: Iterable[tuple[int, int]]) -> str:
    view, digest = memoryview(data), hashlib.sha256()
    for start, end in stretches:
        digest.update(view[start:end])
    return digest.hexdigest()
