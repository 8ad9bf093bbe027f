"""Photoshop's image resources, in which IPTC-IIM stands (Adobe Photoshop File Formats Specification, 2019)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

IPTC_NAA = 0x0404

_SIGNATURES = frozenset({b"8BIM", b"PHUT", b"AgHg", b"DCSR", b"MeSa"})
_FIXED = 12  # signature, id, an empty name, length


def iptc_blocks(segments: Iterable[bytes]) -> Iterator[bytes]:
    """The IPTC-IIM blocks of a file's Photoshop segments, in file order; one that breaks off comes as far as it goes.

    A resource that runs past the end of its segment goes on in the next: each segment holds 64 KB at most.
    """
    pending: list[bytes] = []
    missing = 0
    for segment in segments:
        pending.append(segment)
        missing -= len(segment)
        if missing > 0:
            continue
        joined = b"".join(pending)
        pending, missing = [], 0
        for kind, begin, start, end in _resources(joined):
            if end > len(joined):
                pending, missing = [joined[begin:]], end - len(joined)
            elif kind == IPTC_NAA:
                yield joined[start:end]
    rest = b"".join(pending)
    yield from (rest[start:] for kind, _, start, _ in _resources(rest) if kind == IPTC_NAA)


def _resources(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Id, begin, and start and end of the content of each resource; the last may end beyond the data."""
    position = 0
    while position + _FIXED <= len(data) and data[position : position + 4] in _SIGNATURES:
        kind = int.from_bytes(data[position + 4 : position + 6], "big")
        name = 1 + data[position + 6]
        start = position + 6 + name + name % 2 + 4
        end = start + int.from_bytes(data[start - 4 : start], "big")
        yield kind, position, start, end
        position = end + (end - start) % 2
