"""The small pictures inside a file: thumbnails in EXIF, Photoshop and XMP, previews that the container names."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from provenance.media.containers import jpeg
from provenance.media.containers.ifd import directory, header, numbers
from provenance.media.containers.layout import Block, Inner, Layout
from provenance.media.decoding import UndecodableError, decode_small
from provenance.media.formats import Format
from provenance.media.photoshop import PHOTOSHOP_THUMBNAIL, resources
from provenance.model.embedded import EmbeddedKind, EmbeddedPicture
from provenance.model.inside import BlockKind
from provenance.model.limits import ReadLimits

_OFFSET, _LENGTH = 0x0201, 0x0202
_START = b"\xff\xd8\xff"
_PHOTOSHOP_HEAD = 28  # format, width, height, bytes of a row, sizes, depth, planes
_BASE64 = re.compile(rb"xmpGImg:image(?:\s[^>]{0,200})?(?:>|=\s{0,9}[\"'])((?:[A-Za-z0-9+/=\s]|&#x[aAdD];){64,})")
_BREAKS = re.compile(rb"&#x[aAdD];|\s")
_MOST_XMP = 4


def embedded_pictures(layout: Layout, limits: ReadLimits) -> tuple[EmbeddedPicture, ...]:
    """The small pictures of a file that can be decoded, at most `limits.embedded`. Never raises, whatever the bytes."""
    found = dict.fromkeys(islice(_found(layout, limits), 2 * limits.embedded))
    decoded = (_decoded(one, limits) for one in found)
    return tuple(islice((one for one in decoded if one is not None), limits.embedded))


def _found(layout: Layout, limits: ReadLimits) -> Iterator[Inner]:
    for block in layout.of(BlockKind.EXIF):
        yield from _in_exif(block, "" if not layout.raw else layout.raw)
    segments = [(block.offset, block.data) for block in layout.of(BlockKind.PHOTOSHOP)]
    for one in resources(segments):
        part = one.content[_PHOTOSHOP_HEAD:]
        if one.kind == PHOTOSHOP_THUMBNAIL and one.stretches and part.startswith(_START):
            start, length = one.stretches[0][0], len(one.content)
            yield Inner(EmbeddedKind.PHOTOSHOP_THUMBNAIL, start, length, (part,))
    for block in layout.of(BlockKind.XMP):
        yield from _in_xmp(block)
    yield from (one for one in layout.inner if sum(map(len, one.parts)) <= _largest(one, limits))


def _largest(one: Inner, limits: ReadLimits) -> int:
    """A thumbnail of HEIF comes as the whole file, in which it is the primary picture."""
    return limits.file_bytes if one.format == Format.HEIF else limits.embedded_bytes


def _in_exif(block: Block, raw: str) -> Iterator[Inner]:
    """The thumbnail of the second directory (EXIF 3.0, 4.5.8). A raw file's previews are its container's to name."""
    head = header(block.data)
    if head is None or raw in {"DNG", "NEF", "CR2", "ARW", "raw"}:
        return
    _entries, second = directory(block.data, head, head.first)
    held = {one.tag: one for one in directory(block.data, head, second)[0]} if second else {}
    starts, lengths = (
        numbers(block.data, head, held[tag]) if tag in held and held[tag].count == 1 else ()
        for tag in (_OFFSET, _LENGTH)
    )
    for start, length in zip(starts, lengths, strict=False):
        part = block.data[start : start + length]
        if part.startswith(_START):
            yield Inner(EmbeddedKind.EXIF_THUMBNAIL, block.offset + start, len(part), (part,))


def _in_xmp(block: Block) -> Iterator[Inner]:
    """Thumbnails of xmp:Thumbnails, which are JPEGs in base64 (XMP specification part 2, 8.7)."""
    for found in islice(_BASE64.finditer(block.data), _MOST_XMP):
        try:
            part = binascii.a2b_base64(_BREAKS.sub(b"", found[1]))
        except binascii.Error:
            continue
        if part.startswith(_START):
            start = block.offset + found.start(1) if block.verbatim else block.offset
            yield Inner(EmbeddedKind.XMP_THUMBNAIL, start, len(found[1]) if block.verbatim else block.length, (part,))


def _decoded(one: Inner, limits: ReadLimits) -> EmbeddedPicture | None:
    """The picture as it lies there, reduced; None where it cannot be decoded, or would take too long."""
    format = Format(one.format)
    parts: Iterable[bytes | memoryview] = one.parts
    if format is Format.JPEG:
        walked = jpeg.lay_out(b"".join(one.parts), limits)
        parts = walked.decodable
        if walked.refusal is not None or not walked.decodable:
            return None
    try:
        width, height, pixels = decode_small(b"".join(parts), format, 1, limits)
    except UndecodableError:
        return None
    return EmbeddedPicture(one.kind, width, height, pixels, one.offset, one.length)
