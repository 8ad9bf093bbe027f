"""Fingerprints, candidates and matches: which known picture is this made from, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from provenance.model.checks import hex_id, instances, require, share
from provenance.model.photo import PictureId


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


class MatchVerdict(StrEnum):
    """Whether a known picture is the one this was made from."""

    SAME_PHOTO = "same-photo"
    SAME_SCENE = "same-scene"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known picture that may be the one, and what the step that proposed it measured.

    `step` names the rung of the ladder (bytes, picture, pdq, phash, features). `orientation` is how the known picture
    has to be laid to look like this one. `distance` counts differing bits. `transform` maps points of the known
    preview to this picture (3 x 3 row by row, pixels), None where the step measured no geometry.
    """

    picture: PictureId
    step: str
    orientation: Orientation = Orientation.UPRIGHT
    distance: int | None = None
    transform: tuple[float, ...] | None = None

    def __post_init__(self) -> None:
        hex_id(self.picture, "a picture's id")
        require(self.transform is None or len(self.transform) == 9, "a transform is 3 x 3")


@dataclass(frozen=True, slots=True)
class Match:
    """A known picture, how this one was made from it, and the measured evidence.

    `kept` is the share of the known picture's area that this one shows, `of_this` the share of this one that the known
    picture fills, `region` its outline here in pixels (four corners), `altered` the share of the common area whose
    content differs; each None where it was not measured.
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

    def __post_init__(self) -> None:
        hex_id(self.picture, "a picture's id")
        instances(self.relations, Relation, "relations")
        for value, name in ((self.confidence, "confidence"), (self.kept, "kept"), (self.of_this, "of_this")):
            share(value, name)
        share(self.altered, "altered")
        require(self.region is None or len(self.region) == 4, "a region has four corners")


@dataclass(frozen=True, slots=True)
class Near:
    """A known picture whose code lies close to one of the codes asked for: the best of them, by its position there."""

    picture: PictureId
    query: int
    distance: int
