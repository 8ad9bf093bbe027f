"""WebP: chunks of a RIFF file (RFC 9649, section 2.7)."""

from __future__ import annotations

from provenance.media.containers.layout import (
    MOST_PARTS,
    Collector,
    Layout,
    Part,
)
from provenance.media.problems import too_many_parts
from provenance.model.inside import BlockKind
from provenance.model.limits import ReadLimits

_SILENT = {b"ICCP": BlockKind.ICC, b"C2PA": BlockKind.C2PA}
_HEADS = frozenset({b"VP8X", b"ANIM"})
_PICTURE = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANMF"})


def lay_out(data: bytes, limits: ReadLimits) -> Layout:
    """Walk a WebP. Its VP8X header tells which metadata there is, so it does not count as part of the picture."""
    view, blocks = memoryview(data), Collector(limits)
    picture: list[Part] = []
    riff_end = 8 + int.from_bytes(data[4:8], "little")
    size: tuple[int, int] | None = None
    position, chunks = 12, 0
    while position + 8 <= min(riff_end, len(data)):
        kind = data[position : position + 4]
        start, length = position + 8, int.from_bytes(data[position + 4 : position + 8], "little")
        chunks += 1
        if chunks > MOST_PARTS:
            return Layout(blocks.in_order, size=size, problems=blocks.problems, refusal=too_many_parts())
        content = view[start : start + length]
        size = size or _size(kind, bytes(content[:10]))
        if kind in _PICTURE:
            picture += [kind + length.to_bytes(4, "little"), content]
        elif kind not in _HEADS:
            _keep(blocks, kind, start, bytes(content))
        position = start + length + length % 2
    blocks.trail(data, riff_end)
    return Layout(
        blocks=blocks.in_order,
        picture=tuple(picture),
        size=size,
        whole=bool(picture) and max(riff_end - 1, position - 1) <= len(data),
        problems=blocks.problems,
    )


def _keep(blocks: Collector, kind: bytes, start: int, content: bytes) -> None:
    """Keep a chunk for its reader, or tell that it is there."""
    label = kind.decode("latin-1").strip()
    if kind == b"EXIF":
        skipped = len(content) - len(content.removeprefix(b"Exif\0\0"))
        blocks.add(BlockKind.EXIF, start + skipped, len(content) - skipped, content[skipped:], label)
    elif kind == b"XMP ":
        blocks.add(BlockKind.XMP, start, len(content), content, label)
    else:
        blocks.scatter(_SILENT.get(kind, BlockKind.OTHER), [(start, start + len(content))], label)


def _size(kind: bytes, head: bytes) -> tuple[int, int] | None:
    if len(head) < 10:
        return None
    if kind == b"VP8X":
        return 1 + int.from_bytes(head[4:7], "little"), 1 + int.from_bytes(head[7:10], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        return int.from_bytes(head[6:8], "little") & 0x3FFF, int.from_bytes(head[8:10], "little") & 0x3FFF
    return None
