"""What walking a container gives: its metadata blocks, the undecoded image data, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from provenance.media.problems import too_much_metadata
from provenance.model.limits import ReadLimits
from provenance.model.photo import Problem

MOST_PARTS = 100_000
"""The most segments, chunks, strips or boxes that are walked in one file; the largest genuine ones have a third."""

Part = bytes | memoryview
"""A stretch of image data: of the file itself without copying it, or a label that sets two stretches apart."""


class BlockKind(StrEnum):
    """What a metadata block holds, as its readers want it."""

    EXIF = "EXIF"
    XMP = "XMP"
    XMP_EXTENDED = "XMP-extended"
    PHOTOSHOP = "Photoshop"
    IIM = "IPTC-IIM"


@dataclass(frozen=True, slots=True)
class Block:
    """One metadata block: where it stands in the file, in bytes, and what its reader gets.

    `data` begins where the block's own format begins: EXIF with its TIFF header, XMP with its packet, Photoshop with
    its first resource. It differs from the file's bytes only where the container compresses them.
    """

    kind: BlockKind
    offset: int
    length: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Layout:
    """A container, walked.

    `picture` is the undecoded image data in order, empty where it could not be told apart from the rest.
    `decodable` is a file of the same picture without any metadata, empty where the file itself goes to the decoder.
    `size` is the width and height that the header announces, before any rotation. `whole` says that the container's
    own end was reached. `refusal` is a reason not to hand the file to a decoder at all.
    """

    blocks: tuple[Block, ...] = ()
    picture: tuple[Part, ...] = ()
    decodable: tuple[Part, ...] = ()
    size: tuple[int, int] | None = None
    whole: bool = False
    problems: tuple[Problem, ...] = ()
    refusal: Problem | None = None

    def of(self, *kinds: BlockKind) -> Iterable[Block]:
        """The blocks of some kinds, in file order."""
        return (block for block in self.blocks if block.kind in kinds)


@dataclass(slots=True)
class Collector:
    """Gathers metadata blocks while a container is walked, up to `limits.metadata_bytes` in all."""

    limits: ReadLimits
    blocks: list[Block] = field(default_factory=list)
    room: int = field(init=False)
    overflowed: bool = False

    def __post_init__(self) -> None:
        self.room = self.limits.metadata_bytes

    def add(self, kind: BlockKind, offset: int, length: int, data: bytes) -> None:
        """Keep a block, unless there is no room left for it."""
        if len(data) > self.room or len(self.blocks) >= MOST_PARTS:
            self.overflowed = True
            return
        self.room -= len(data)
        self.blocks.append(Block(kind, offset, length, data))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What there is to say about the blocks as a whole."""
        return (too_much_metadata(),) if self.overflowed else ()
