"""What stands where inside a file: its blocks, their fields, and the pictures among them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provenance.model.checks import hex_id, instances, require
from provenance.model.embedded import EmbeddedPicture
from provenance.model.photo import Pixels

Stretch = tuple[int, int]
"""Start and end in the file, in bytes; the end is the first byte that no longer belongs to it."""


class BlockKind(StrEnum):
    """What a block holds. Readers take the first five; the others are told and, but for C2PA, not looked into."""

    EXIF = "EXIF"
    XMP = "XMP"
    XMP_EXTENDED = "XMP-extended"
    PHOTOSHOP = "Photoshop"
    IIM = "IPTC-IIM"
    ICC = "ICC"
    COMMENT = "comment"
    MPF = "MPF"
    C2PA = "C2PA"
    OTHER = "other"
    PICTURE = "picture"
    """A further picture: an MPF picture after the first, a thumbnail, a raw file's preview."""
    GAP = "gap"
    """Bytes between two parts of the container that belong to neither."""
    TRAILER = "trailer"
    """Bytes behind the container's end."""


@dataclass(frozen=True, slots=True)
class FileField:
    """A field of a block as the block's own directory lists it, whether or not anybody reads its value.

    `offset` and `length` are of its raw bytes, in bytes from the block's beginning.
    """

    name: str
    offset: int
    length: int

    def __post_init__(self) -> None:
        require(bool(self.name) and self.offset >= 0 and self.length >= 0, "a field has a name and a place")


@dataclass(frozen=True, slots=True)
class FileBlock:
    """One block of a file: where it stands, and the SHA-256 of its bytes there, in hexadecimal digits.

    `label` is what the container calls it ("APP1", "iTXt"), `number` the one that its facts carry, None for a block
    that nobody reads. `verbatim` says that its content stands there byte by byte, so that the places of its fields
    can be counted from `offset`; otherwise it is compressed or in several `stretches`. `text` is what a comment says.
    """

    kind: BlockKind
    label: str
    offset: int
    length: int
    sha256: str
    number: int | None = None
    verbatim: bool = True
    stretches: tuple[Stretch, ...] = ()
    fields: tuple[FileField, ...] = ()
    text: str = ""

    def __post_init__(self) -> None:
        hex_id(self.sha256, "the hash of a block")
        require(self.offset >= 0 and self.length >= 0, "a block stands somewhere")
        instances(self.fields, FileField, "fields")


@dataclass(frozen=True, slots=True)
class Inside:
    """A file, taken apart: its blocks in the order in which they begin, and the small pictures found among them.

    `beside` is the picture itself, upright and as small as they are, for comparing them; None where it was not asked
    for, cannot be decoded, or has nothing to be compared with. `orientation` is the one that the file states, 1 to 8.
    """

    blocks: tuple[FileBlock, ...] = ()
    embedded: tuple[EmbeddedPicture, ...] = ()
    beside: Pixels | None = None
    orientation: int = 1

    def __post_init__(self) -> None:
        instances(self.blocks, FileBlock, "blocks")
        instances(self.embedded, EmbeddedPicture, "embedded pictures")
