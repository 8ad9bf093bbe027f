"""Fingerprints, candidates and matches: which known picture is this made from, and how."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import Enum, StrEnum

from provenance.model.checks import hex_id, instances, require, share
from provenance.model.photo import PictureId, Pixels


class Orientation(Enum):
    """The eight ways a rectangle can lie. The value is (mirrored left to right first, then quarter turns clockwise)."""

    UPRIGHT = (False, 0)
    TURNED_90 = (False, 1)
    TURNED_180 = (False, 2)
    TURNED_270 = (False, 3)
    MIRRORED = (True, 0)
    MIRRORED_90 = (True, 1)
    MIRRORED_180 = (True, 2)
    MIRRORED_270 = (True, 3)

    @property
    def mirrored(self) -> bool:
        """Whether left and right are exchanged."""
        return self.value[0]

    @property
    def quarter_turns(self) -> int:
        """Quarter turns clockwise, 0 to 3."""
        return self.value[1]

    @property
    def inverse(self) -> Orientation:
        """The orientation that undoes this one. A mirrored one undoes itself."""
        return self if self.mirrored else Orientation((False, -self.quarter_turns % 4))


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What matching compares. `kind` is "pdq" or "phash", `code` hexadecimal with its leading zeros.

    `quality` is PDQ's own (0 to 100; None where the kind has none). Library and version are kept because another
    decoder or library moves bits.
    """

    kind: str
    code: str
    library: str
    version: str
    quality: int | None = None

    def __post_init__(self) -> None:
        digits = {"pdq": 64, "phash": 16}.get(self.kind)
        require(digits is not None, f"there is no fingerprint called {self.kind!r}")
        hex_id(self.code, f"a {self.kind} code", digits or 0)
        require(self.quality is None or 0 <= self.quality <= 100, "quality lies between 0 and 100")
        require(bool(self.library and self.version), "a fingerprint names its library and version")


FEATURE_BYTES = 15
"""One local feature: visual word, angle and scale in 4 bytes, a signature of 64 bits, and its place in 3 bytes."""
WORD_BITS = 20
"""A visual word is a number below 2 to the power of this; it stands in the lowest bits of a feature's first 4 bytes."""


@dataclass(frozen=True, slots=True)
class Features:
    """The local features of a picture, packed by `matching/packing.py`: all first 4 bytes, then all signatures, then
    all places, little-endian.

    `version` names the vocabulary and the layout; features of different versions are never compared.
    """

    version: str
    data: bytes

    def __post_init__(self) -> None:
        require(bool(self.version), "features name their vocabulary")
        require(len(self.data) % FEATURE_BYTES == 0, "features are whole")

    def __len__(self) -> int:
        return len(self.data) // FEATURE_BYTES

    @property
    def words(self) -> frozenset[int]:
        """The visual words that the picture shows, each once."""
        heads = struct.unpack_from(f"<{len(self)}I", self.data)
        return frozenset(head & (1 << WORD_BITS) - 1 for head in heads)


class Relation(StrEnum):
    """How a picture was made from another."""

    IDENTICAL = "identical"
    SAME_PICTURE = "same-picture"
    RECOMPRESSED = "recompressed"
    RESIZED = "resized"
    CROPPED = "cropped"
    MIRRORED = "mirrored"
    ROTATED = "rotated"
    STRETCHED = "stretched"
    BORDERED = "bordered"
    INSET = "inset"
    OVERLAID = "overlaid"
    RETONED = "retoned"
    ALTERED = "altered"
    SAME_SCENE = "same-scene"


DOCUMENT = "document"
"""The step that proposes pictures by an id in their fields; alone it is a hint and never joins a family."""


class MatchVerdict(StrEnum):
    """Whether a known picture is the one this was made from."""

    SAME_PHOTO = "same-photo"
    SAME_SCENE = "same-scene"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known picture that may be the one, and what the step that proposed it measured.

    `step` names the rung of the ladder (bytes, picture, pdq, phash, features; document where only fields link them).
    `orientation` is how the known picture has to be laid to look like this one. `distance` counts differing bits.
    `transform` maps points of the known preview to this picture (3 x 3 row by row, pixels), None where the step
    measured no geometry. `points` counts the local features that agree with that geometry.
    """

    picture: PictureId
    step: str
    orientation: Orientation = Orientation.UPRIGHT
    distance: int | None = None
    transform: tuple[float, ...] | None = None
    points: int | None = None

    def __post_init__(self) -> None:
        hex_id(self.picture, "a picture's id")
        require(self.transform is None or len(self.transform) == 9, "a transform is 3 x 3")


class ChangeKind(StrEnum):
    """What kind of difference an area shows."""

    OVERLAID = "overlaid"
    """Text or graphics were laid over the picture."""
    CONTENT = "content"
    """Something was removed, pasted or covered."""


@dataclass(frozen=True, slots=True)
class Change:
    """An area of this picture whose content differs from the known one.

    `box` is (left, top, right, bottom) in pixels of this picture, `share` its part of the common area, 0 to 1.
    """

    kind: ChangeKind
    box: tuple[float, float, float, float]
    share: float

    def __post_init__(self) -> None:
        share(self.share, "a change's share")
        require(self.box[0] <= self.box[2] and self.box[1] <= self.box[3], "a box is not inside out")


@dataclass(frozen=True, slots=True)
class Match:
    """A known picture, how this one was made from it, and the measured evidence.

    `kept` is the share of the known picture's area that this one shows, `of_this` the share of this one that the known
    picture fills, `region` its outline here in pixels (four corners of the known picture's visible part, in the order
    upper left, upper right, lower right, lower left of the known picture), `shown` the box around that part in the
    known picture as it lies upright (left, top, right, bottom; 0 to 1), `angle` the degrees clockwise by which the
    known picture was turned after `orientation`. `altered` is the share of the common area whose content differs,
    `overlaid` how much of the common area text and graphics cover, `changes` where. `same_moment` says that content
    which moved between two frames was found in both. `points` counts the local features that agree. Each is None (or
    empty) where it was not measured.
    """

    picture: PictureId
    verdict: MatchVerdict
    relations: tuple[Relation, ...]
    confidence: float
    step: str
    distance: int | None = None
    orientation: Orientation = Orientation.UPRIGHT
    kept: float | None = None
    of_this: float | None = None
    region: tuple[tuple[float, float], ...] | None = None
    altered: float | None = None
    overlaid: float | None = None
    shown: tuple[float, float, float, float] | None = None
    angle: float | None = None
    changes: tuple[Change, ...] = ()
    same_moment: bool = False
    points: int | None = None

    def __post_init__(self) -> None:
        hex_id(self.picture, "a picture's id")
        instances(self.relations, Relation, "relations")
        instances(self.changes, Change, "changes")
        for name in ("confidence", "kept", "of_this", "altered", "overlaid"):
            share(getattr(self, name), name)
        for edge in self.shown or ():
            share(edge, "an edge of what is shown")
        require(self.region is None or len(self.region) == 4, "a region has four corners")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two pictures laid on each other.

    `match` says how the first was made from the second; None where nothing in common was found. `this` is the first
    picture, `known` the second laid on it, `difference` what differs (only changed content lights up); all three have
    the same size. Where there is no match `known` is the second picture as it is, and `difference` is None.
    """

    match: Match | None
    this: Pixels
    known: Pixels
    difference: Pixels | None


@dataclass(frozen=True, slots=True)
class Near:
    """A known picture whose code lies close to one of the codes asked for: the best of them, by its position there."""

    picture: PictureId
    query: int
    distance: int
