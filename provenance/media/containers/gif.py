"""GIF: screen, frames and extensions (https://www.w3.org/Graphics/GIF/spec-gif89a.txt)."""

from __future__ import annotations

from provenance.media.containers.layout import Collector, Layout, Part
from provenance.media.problems import too_many_parts
from provenance.model.inside import BlockKind
from provenance.model.limits import ReadLimits

MOST_SUB_BLOCKS = 2_000_000
"""256 MB of full sub-blocks are half as many."""

_EXTENSION, _FRAME, _TRAILER = 0x21, 0x2C, 0x3B
_GRAPHIC_CONTROL, _APPLICATION, _COMMENT = 0xF9, 0xFF, 0xFE
_XMP = b"\x0bXMP DataXMP"
_CREDENTIALS = b"\x0bC2PA_GIF"
_XMP_TRAILER = b"\1\xff\xfe\xfd"  # then on down to zero: wherever a reader takes a length from the packet, it ends here


def lay_out(data: bytes, limits: ReadLimits) -> Layout:
    """Walk a GIF. Comments, plain text and application extensions do not count as part of the picture."""
    view, blocks = memoryview(data), Collector(limits)
    size = (int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little"))
    position = 13 + _table(data, 10)
    picture: list[Part] = [view[6:position]]
    budget, whole = MOST_SUB_BLOCKS, False
    while position < len(data) and not whole:
        start, kind = position, data[position]
        if kind == _TRAILER:
            whole = True
            continue
        if kind not in {_EXTENSION, _FRAME}:
            break
        position, budget = _sub_blocks(data, _content(data, start), budget)
        if budget <= 0:
            return Layout(blocks.in_order, size=size, problems=blocks.problems, refusal=too_many_parts())
        if kind == _FRAME or data[start + 1 : start + 2] == bytes([_GRAPHIC_CONTROL]):
            picture.append(view[start:position])
        else:
            _keep(blocks, data, start, position)
    if whole:
        blocks.trail(data, position + 1)
    return Layout(blocks.in_order, tuple(picture), size=size, whole=whole, problems=blocks.problems)


def _keep(blocks: Collector, data: bytes, start: int, end: int) -> None:
    """Keep an extension for its reader, or tell that it is there."""
    kind = data[start + 1 : start + 2]
    if kind == bytes([_APPLICATION]) and data.startswith(_XMP, start + 2):
        packet = data[start + 14 : end].partition(_XMP_TRAILER)[0]
        blocks.add(BlockKind.XMP, start + 14, len(packet), packet, "XMP DataXMP")
    elif kind == bytes([_APPLICATION]):
        told = BlockKind.C2PA if data.startswith(_CREDENTIALS, start + 2) else BlockKind.OTHER
        name = data[start + 3 : start + 14].decode("latin-1").strip("\0 ")
        blocks.scatter(told, [(start + 2, end)], name if name.isprintable() else "")
    elif end > start + 2:
        told = BlockKind.COMMENT if kind == bytes([_COMMENT]) else BlockKind.OTHER
        blocks.scatter(told, [(start + 2, end)], "")


def _table(data: bytes, flags_at: int) -> int:
    """The length of the colour table that a packed field announces, in bytes."""
    flags = data[flags_at] if flags_at < len(data) else 0
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _content(data: bytes, start: int) -> int:
    """Where the sub-blocks of an extension or a frame begin."""
    if data[start] == _EXTENSION:
        return start + 2
    return start + 10 + _table(data, start + 9) + 1


def _sub_blocks(data: bytes, position: int, budget: int) -> tuple[int, int]:
    """Where a chain of sub-blocks ends, and what is left of the budget."""
    end = len(data)
    while position < end and budget > 0:
        budget -= 1
        length = data[position]
        position += length + 1
        if not length:
            break
    return min(position, end), budget
