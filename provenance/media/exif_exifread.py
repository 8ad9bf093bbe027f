"""EXIF as the exifread package reads it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from provenance.media.exif_names import Directory
from provenance.media.exif_tags import Number, Ratio, Tag
from provenance.media.silence import silent_logger
from provenance.media.text import decoded

READER = "exifread"

_DIRECTORIES = {
    "Image": Directory.MAIN,
    "EXIF": Directory.EXIF,
    "GPS": Directory.GPS,
    "Interoperability": Directory.INTEROPERABILITY,
    "Thumbnail": Directory.THUMBNAIL,
}
_UNDEFINED = 7


def read_tags(block: bytes) -> Iterator[Tag]:
    """The tags of an EXIF block that begins with its TIFF header, maker notes left out.

    May raise anything: the package trusts what it reads.
    """
    import exifread

    with silent_logger("exifread"):
        found = exifread.process_file(io.BytesIO(block), details=False, extract_thumbnail=False)
    for key, tag in found.items():
        directory = _DIRECTORIES.get(key.partition(" ")[0])
        if directory is not None and tag.field_offset + tag.field_length <= len(block):
            # beyond the end of the block the package reads zeros
            yield Tag(directory, tag.tag, _value(tag), tag.field_offset, tag.field_length)


def _value(tag: Any) -> str | bytes | tuple[Number, ...]:
    values = tag.values
    if isinstance(values, (str, bytes)):  # bytes where a text is not UTF-8
        return values if isinstance(values, str) else decoded(values)
    if tag.field_type == _UNDEFINED:
        return bytes(values)
    return tuple(_number(one) for one in values)


def _number(one: Any) -> Number:
    if isinstance(one, tuple):  # floating-point values come wrapped one by one
        return float(one[0])
    if isinstance(one, int):
        return one
    return Ratio(one.num, one.den)
