"""Where every field of an EXIF block stands, by our own walk through its directories: readers pass over many."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.media.containers.ifd import MOST_ENTRIES, Entry, Header, directory, header, numbers
from provenance.media.exif_names import Directory, field_name
from provenance.model.inside import FileField
from provenance.model.limits import ReadLimits

_BELOW = {0x8769: Directory.EXIF, 0x8825: Directory.GPS, 0xA005: Directory.INTEROPERABILITY}
_SUB_DIRECTORIES = 0x014A
_MOST_BELOW = 64
_Stop = tuple[int, Directory, str, int]
"""A directory that is still to be read: where it stands, what it is, what its fields' names begin with, how deep."""


def exif_places(data: bytes, limits: ReadLimits) -> Iterator[FileField]:
    """The fields of all directories, each once, at most `MOST_ENTRIES` in all; values outside are left out."""
    head = header(data)
    if head is None:
        return
    stops: list[_Stop] = [(head.first, Directory.MAIN, "", 0)]
    seen, left = {0}, MOST_ENTRIES
    while stops and left > 0:
        offset, kind, prefix, depth = stops.pop(0)
        if offset in seen or depth > limits.nesting:
            continue
        seen.add(offset)
        entries, following = directory(data, head, offset)
        entries = entries[:left]
        left -= len(entries) + 1
        for entry in entries:
            if entry.length and entry.at + entry.length <= len(data):
                yield FileField(prefix + field_name(kind, entry.tag), entry.at, entry.length)
        below = (stop for entry in entries for stop in _below(data, head, entry, prefix, depth))
        stops += [*below, *_beside(following, kind, prefix, depth)]


def _below(data: bytes, head: Header, entry: Entry, prefix: str, depth: int) -> Iterator[_Stop]:
    if entry.tag in _BELOW:
        yield from ((offset, _BELOW[entry.tag], prefix, depth + 1) for offset in numbers(data, head, entry)[:1])
    elif entry.tag == _SUB_DIRECTORIES and entry.count <= _MOST_BELOW:
        for index, offset in enumerate(numbers(data, head, entry)):
            yield offset, Directory.MAIN, f"{prefix}SubIFD{index} ", depth + 1


def _beside(following: int, kind: Directory, prefix: str, depth: int) -> Iterator[_Stop]:
    """The directory behind this one: the thumbnail's behind the first, one more picture's behind that."""
    if kind is Directory.MAIN and not prefix:
        yield following, Directory.THUMBNAIL, "", depth
    elif kind is Directory.THUMBNAIL:
        yield following, kind, f"next {prefix}" if len(prefix) < 40 else prefix, depth
