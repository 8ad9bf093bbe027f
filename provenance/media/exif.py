"""One EXIF block, read by two readers who are kept apart: neither sees everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from provenance.media import exif_exifread, exif_pillow
from provenance.media.containers.ifd import header, is_modest
from provenance.media.exif_tags import Tag
from provenance.media.exif_values import add_tags
from provenance.media.problems import too_much_metadata, unreadable
from provenance.media.reading import Reading, Readings, run_reader
from provenance.model.limits import ReadLimits

_READERS = ((exif_exifread.READER, exif_exifread.read_tags), (exif_pillow.READER, exif_pillow.read_tags))


def read_exif(data: bytes, limits: ReadLimits, block: int = 0) -> Reading:
    """The facts that both readers find in an EXIF block, which begins with its TIFF header. Never raises."""
    head = header(data)
    if head is None:
        return (), (unreadable("EXIF"),)
    if not is_modest(data, head, len(data) + limits.metadata_bytes):
        return (), (too_much_metadata(),)
    readers = _READERS[1:] if head.big else _READERS  # exifread would take 64-bit directories for others
    readings = [run_reader(name, block, "EXIF", partial(_read, tags, data, limits)) for name, tags in readers]
    facts = tuple(fact for found, _ in readings for fact in found)
    problems = dict.fromkeys(problem for _, troubles in readings for problem in troubles)
    return facts, tuple(problems)


def _read(read_tags: Callable[[bytes], Iterator[Tag]], data: bytes, limits: ReadLimits, readings: Readings) -> None:
    tags: list[Tag] = []
    try:
        for tag in read_tags(data):
            tags.append(tag)  # one by one: what came before an error is kept
    finally:
        add_tags(tags, readings, limits)
