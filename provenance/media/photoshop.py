"""Photoshop's image resources, in which IPTC-IIM stands (Adobe Photoshop File Formats Specification, 2019)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

IPTC_NAA = 0x0404
PHOTOSHOP_THUMBNAIL = 0x040C

_SIGNATURES = frozenset({b"8BIM", b"PHUT", b"AgHg", b"DCSR", b"MeSa"})
_FIXED = 12  # signature, id, an empty name, length
_NAMES = {
    0x03ED: "ResolutionInfo",
    0x0404: "IPTC-NAA",
    0x0409: "Photoshop4Thumbnail",
    0x040A: "CopyrightFlag",
    0x040B: "URL",
    0x040C: "PhotoshopThumbnail",
    0x040F: "ICC_Profile",
    0x0422: "EXIFInfo",
    0x0423: "EXIFInfo2",
    0x0424: "XMP",
    0x0425: "IPTCDigest",
}

Segment = tuple[int, bytes]
"""Where a segment's first resource begins in the file, and its bytes from there on."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource: its id, its content as far as it goes, and the stretches (start, end) where that stands."""

    kind: int
    content: bytes
    stretches: tuple[tuple[int, int], ...]

    @property
    def name(self) -> str:
        """Its id, with ExifTool's name where it has one."""
        return f"Photoshop 0x{self.kind:04x} {_NAMES.get(self.kind, '')}".rstrip()


def iptc_blocks(segments: Iterable[bytes]) -> Iterator[bytes]:
    """The IPTC-IIM blocks of a file's Photoshop segments, in file order; broken ones come as far as they go."""
    found = resources((0, segment) for segment in segments)
    return (resource.content for resource in found if resource.kind == IPTC_NAA)


def resources(segments: Iterable[Segment]) -> Iterator[Resource]:
    """The resources of a file's Photoshop segments, in file order; one that breaks off comes as far as it goes.

    A resource that runs past the end of its segment goes on in the next: each segment holds 64 KB at most.
    """
    pending: list[Segment] = []
    missing = 0
    for place, segment in segments:
        pending.append((place, segment))
        missing -= len(segment)
        if missing > 0:
            continue
        joined, held = _joined(pending), pending
        pending, missing = [], 0
        for kind, begin, start, end in _places(joined):
            if end > len(joined):
                pending, missing = (
                    [(at, joined[a:b]) for at, a, b in _spread(held, begin, len(joined))],
                    end - len(joined),
                )
            else:
                yield _resource(kind, joined, held, start, end)
    rest = _joined(pending)
    for kind, _begin, start, _end in _places(rest):
        yield _resource(kind, rest, pending, start, len(rest))


def _joined(segments: list[Segment]) -> bytes:
    return b"".join(segment for _place, segment in segments)


def _resource(kind: int, joined: bytes, segments: list[Segment], start: int, end: int) -> Resource:
    stretches = tuple((at, at + b - a) for at, a, b in _spread(segments, start, end))
    return Resource(kind, joined[start:end], stretches)


def _spread(segments: list[Segment], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Where a stretch of the joined segments stands: place in the file, start and end among the joined bytes."""
    before = 0
    for place, segment in segments:
        first, last = max(start, before), min(end, before + len(segment))
        if first < last:
            yield place + first - before, first, last
        before += len(segment)


def _places(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Id, begin, and start and end of the content of each resource; the last may end beyond the data."""
    position = 0
    while position + _FIXED <= len(data) and data[position : position + 4] in _SIGNATURES:
        kind = int.from_bytes(data[position + 4 : position + 6], "big")
        name = 1 + data[position + 6]
        start = position + 6 + name + name % 2 + 4
        end = start + int.from_bytes(data[start - 4 : start], "big")
        yield kind, position, start, end
        position = end + (end - start) % 2
