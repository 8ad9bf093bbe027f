"""Photo, Picture, facts: what a file is and what it says about itself."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import NewType

from provenance.model.checks import hex_id, instances, require
from provenance.model.isolation import Isolation

PhotoId = NewType("PhotoId", str)
"""SHA-256 of a file's bytes, 64 lower-case hexadecimal digits."""

PictureId = NewType("PictureId", str)
"""SHA-256 of the undecoded image data, whatever metadata is wrapped around it; 64 hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value read from a file, with the field it stands in and its raw text.

    `field` is the block and the ExifTool name ("EXIF DateTimeOriginal", "IPTC-IIM 2:55 DateCreated",
    "XMP photoshop:DateCreated"); `value` is normalised (ISO 8601, signed degrees), `raw` is what stood there.
    `reader` says who read it (exifread, pillow, own), `block` counts blocks of the same kind in one file from 0.
    `impossible` marks a value that cannot be (30 February, 95 degrees north): then `value` is what stood there.
    `offset` and `length` are where its raw bytes stand in that block, in bytes from the block's own beginning; None
    where the reader does not tell, and for facts that come back from an archive.
    """

    field: str
    value: str | int | float
    raw: str
    reader: str
    block: int = 0
    impossible: bool = False
    offset: int | None = dataclasses.field(default=None, compare=False)
    length: int | None = dataclasses.field(default=None, compare=False)

    def __post_init__(self) -> None:
        require(bool(self.field) and bool(self.reader), "a fact needs its field and its reader")
        require(self.value == self.value, "a fact is never NaN")
        require(self.block >= 0, "blocks count from 0")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was wrong with a file: a stable `kind`, a sentence for people, a hint what to do."""

    kind: str
    sentence: str
    hint: str = ""

    def __post_init__(self) -> None:
        require(bool(self.kind) and bool(self.sentence), "a problem needs a kind and a sentence")


@dataclass(frozen=True, slots=True)
class Pixels:
    """An upright picture: 8-bit RGB, row by row from the top left, `width * height * 3` bytes."""

    width: int
    height: int
    data: bytes

    def __post_init__(self) -> None:
        require(self.width > 0 and self.height > 0, "a picture has at least one pixel")
        require(len(self.data) == self.width * self.height * 3, "pixels must be width x height x 3 bytes")


@dataclass(frozen=True, slots=True)
class Preview:
    """The re-encoded upright picture, kept for looking, aligning and extracting features again; never evidence."""

    format: str
    width: int
    height: int
    data: bytes

    def __post_init__(self) -> None:
        require(self.format in {"JPEG", "WEBP", "PNG"}, f"a preview cannot be {self.format}")
        require(self.width > 0 and self.height > 0 and bool(self.data), "a preview is not empty")


@dataclass(frozen=True, slots=True)
class Examination:
    """What reading one file gave.

    `width` and `height` are those of the upright picture at full size, in pixels. A file that cannot be decoded has
    neither `pixels` nor `preview` nor `picture`, and at least one problem; facts may have been read all the same.
    `isolation` says how well the reading was kept apart.
    """

    format: str
    width: int
    height: int
    orientation: int
    picture: PictureId | None
    pixels: Pixels | None
    preview: Preview | None
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    isolation: Isolation = Isolation.NONE

    def __post_init__(self) -> None:
        instances(self.facts, Fact, "facts")
        instances(self.problems, Problem, "problems")
        if self.picture is not None:
            hex_id(self.picture, "a picture's id")
        require(self.readable or bool(self.problems), "an unreadable file says why")
        require(
            (self.pixels is None) == (self.preview is None) == (self.picture is None),
            "decoded whole or not at all",
        )

    @property
    def readable(self) -> bool:
        """Whether a picture could be decoded."""
        return self.pixels is not None
