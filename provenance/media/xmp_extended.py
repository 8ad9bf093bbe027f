"""Extended XMP: the second packet of a JPEG, cut into segments (XMP specification part 3, 1.1.3.1)."""

from __future__ import annotations

from collections.abc import Iterable

_GUID, _HEADER = 32, 40


def assemble(segments: Iterable[bytes], most: int) -> dict[bytes, bytes]:
    """The extended packets by GUID, from segments that begin with the GUID, the full length and the offset.

    A packet longer than `most` bytes, or with a gap in it, comes as far as it goes.
    """
    pieces: dict[bytes, dict[int, bytes]] = {}
    for segment in segments:
        if len(segment) > _HEADER:
            offset = int.from_bytes(segment[_GUID + 4 : _HEADER], "big")
            pieces.setdefault(segment[:_GUID], {}).setdefault(offset, segment[_HEADER:])
    return {guid: _joined(parts, most) for guid, parts in pieces.items()}


def _joined(parts: dict[int, bytes], most: int) -> bytes:
    whole = bytearray()
    for offset, part in sorted(parts.items()):
        if offset != len(whole) or offset + len(part) > most:
            break
        whole += part
    return bytes(whole)
