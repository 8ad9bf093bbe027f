"""What walking a container gives: its metadata blocks, the undecoded image data, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from provenance.media.containers.ifd import orientation
from provenance.media.formats import content_words
from provenance.media.problems import too_many_blocks, too_much_metadata
from provenance.model.embedded import EmbeddedKind
from provenance.model.inside import BlockKind
from provenance.model.limits import ReadLimits
from provenance.model.photo import Problem

MOST_PARTS = 100_000
"""The most segments, chunks, strips or boxes that are walked in one file; the largest genuine ones have a third."""

MOST_EXTENTS = 256
"""The most stretches of one block: 16 MB in segments of 64 KB."""

Part = bytes | memoryview
"""A stretch of image data: of the file itself without copying it, or a label that sets two stretches apart."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block: where it stands in the file, in bytes, and what its reader gets.

    `data` begins where the block's own format begins: EXIF with its TIFF header, XMP with its packet, Photoshop with
    its first resource; it is empty for kinds that have no reader. `verbatim` says that it is exactly the file's bytes
    from `offset` on; otherwise the container compresses or scatters them. `extents` are the stretches (start, end) of
    a block that stands in several. `label` is what the container calls it ("APP1", "iTXt").
    """

    kind: BlockKind
    offset: int
    length: int
    data: bytes = b""
    label: str = ""
    verbatim: bool = True
    extents: tuple[tuple[int, int], ...] = ()

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """Start and end of all its bytes in the file."""
        return self.extents or ((self.offset, self.offset + self.length),)


@dataclass(frozen=True, slots=True)
class Inner:
    """A picture inside the file that its container names: a file of its own in `parts`, as `format` (Pillow's name)."""

    kind: EmbeddedKind
    offset: int
    length: int
    parts: tuple[Part, ...]
    format: str = "JPEG"


@dataclass(frozen=True, slots=True)
class Layout:
    """A container, walked.

    `picture` is the undecoded image data in order, empty where it could not be told apart from the rest.
    `decodable` is a file of the same picture without any metadata, empty where the file itself goes to the decoder.
    It is a JPEG where `raw` is set: the file's preview.
    `size` is the width and height that the header announces, before any rotation. `whole` says that the container's
    own end was reached. `refusal` is a reason not to hand the file to a decoder at all. `inner` are pictures that the
    container itself names; those inside metadata blocks are found by `media.thumbnails`. `raw` names the camera's raw
    format ("NEF"), "" for all others.
    """

    blocks: tuple[Block, ...] = ()
    picture: tuple[Part, ...] = ()
    decodable: tuple[Part, ...] = ()
    size: tuple[int, int] | None = None
    whole: bool = False
    problems: tuple[Problem, ...] = ()
    refusal: Problem | None = None
    raw: str = ""
    inner: tuple[Inner, ...] = ()

    def of(self, *kinds: BlockKind) -> Iterable[Block]:
        """The blocks of some kinds, in file order."""
        return (block for block in self.blocks if block.kind in kinds)


def stated_orientation(layout: Layout) -> int:
    """The orientation that the first EXIF block states, 1 to 8."""
    first = next(iter(layout.of(BlockKind.EXIF)), None)
    return orientation(first.data) if first else 1


@dataclass(slots=True)
class Collector:
    """Gathers blocks while a container is walked: so many of each kind, and so much metadata in all."""

    limits: ReadLimits
    blocks: list[Block] = field(default_factory=list)
    told: list[Problem] = field(default_factory=list)
    room: int = field(init=False)
    overflowed: bool = False
    seen: Counter[BlockKind] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.room = self.limits.metadata_bytes

    def add(
        self,
        kind: BlockKind,
        offset: int,
        length: int,
        data: bytes = b"",
        label: str = "",
        *,
        verbatim: bool = True,
        extents: tuple[tuple[int, int], ...] = (),
    ) -> None:
        """Keep a block, unless there are too many of its kind or there is no room left for what it holds."""
        self.seen[kind] += 1
        if self.seen[kind] > self.limits.segments:
            return
        if len(data) > self.room:
            self.overflowed = True
            return
        self.room -= len(data)
        self.blocks.append(Block(kind, offset, length, data, label, verbatim, extents))

    def scatter(self, kind: BlockKind, extents: Iterable[tuple[int, int]], label: str) -> None:
        """Tell a block that has no reader and stands in one or several stretches."""
        stretches = tuple(extents)[:MOST_EXTENTS]
        if stretches:
            length = sum(end - start for start, end in stretches)
            several = stretches if len(stretches) > 1 else ()
            self.add(kind, stretches[0][0], length, label=label, verbatim=not several, extents=several)

    def trail(self, data: bytes, start: int, end: int | None = None) -> None:
        """Tell what stands behind the container's end, if anything does."""
        stop = len(data) if end is None else end
        if start < stop:
            words = content_words(data[start : min(start + 1024, stop)], empty=not data[start:stop].strip(b"\0"))
            self.scatter(BlockKind.TRAILER, [(start, stop)], words)

    def tell(self, problem: Problem | None) -> None:
        """Add a problem, once."""
        if problem is not None and problem not in self.told:
            self.told.append(problem)

    @property
    def in_order(self) -> tuple[Block, ...]:
        """The blocks as they stand in the file."""
        return tuple(sorted(self.blocks, key=lambda block: block.offset))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What there is to say about the blocks as a whole."""
        most = self.limits.segments
        crowds = [too_many_blocks(kind.value, count, most) for kind, count in self.seen.items() if count > most]
        large = (too_much_metadata(),) if self.overflowed else ()
        return (*crowds, *large, *self.told)
