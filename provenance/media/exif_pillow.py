"""EXIF as Pillow reads it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from provenance.media.exif_names import BULK, Directory
from provenance.media.exif_tags import Number, Ratio, Tag
from provenance.media.silence import silent_logger
from provenance.media.text import decoded

READER = "pillow"


def read_tags(block: bytes) -> Iterator[Tag]:
    """The tags of an EXIF block that begins with its TIFF header, maker notes left out, directory by directory.

    May raise anything, as Pillow does on damaged blocks.
    """
    from PIL import ExifTags, Image

    exif = Image.Exif()
    with _silence():
        exif.load(block)
        main = _tags(Directory.MAIN, exif)
    yield from main
    for directory, pointer in (
        (Directory.EXIF, ExifTags.IFD.Exif),
        (Directory.GPS, ExifTags.IFD.GPSInfo),
        (Directory.THUMBNAIL, ExifTags.IFD.IFD1),
    ):
        with _silence():
            tags = _tags(directory, exif.get_ifd(pointer))
        yield from tags


@contextmanager
def _silence() -> Iterator[None]:
    with warnings.catch_warnings(), silent_logger("PIL"):
        warnings.simplefilter("ignore")  # Pillow warns of damage, and goes on
        yield


def _tags(directory: Directory, found: Mapping[int, Any]) -> list[Tag]:
    wanted = [number for number in found if number not in BULK or directory is Directory.GPS]
    return [Tag(directory, number, _value(found[number])) for number in wanted]


def _value(value: Any) -> str | bytes | tuple[Number, ...]:
    if isinstance(value, str):
        return _recoded(value)
    if isinstance(value, bytes):
        return value
    if isinstance(value, (tuple, list)):
        return tuple(_number(one) for one in value)
    return (_number(value),)


def _number(one: Any) -> Number:
    if isinstance(one, (int, float)):
        return one
    return Ratio(int(one.numerator), int(one.denominator))


def _recoded(text: str) -> str:
    """Pillow takes every text for Latin-1; EXIF 3.0 allows UTF-8, and Windows writes its own quotes."""
    try:
        return decoded(text.encode("latin-1"))
    except UnicodeEncodeError:
        return text
