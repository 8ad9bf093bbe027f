"""What goes into the archive and what comes out of it, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from provenance.model.checks import hex_id, instances, require
from provenance.model.documents import DocumentId
from provenance.model.matching import Features, Fingerprint
from provenance.model.photo import Fact, PhotoId, PictureId, Preview, Problem


@dataclass(frozen=True, slots=True)
class Location:
    """Where a photo's file stands: a root folder and the path below it, and what told us that it has not changed.

    Paths are text as Python's file system functions give it (undecodable bytes as surrogates). `mtime_ns` is in
    nanoseconds since 1970, `inode` is 0 where the platform has none.
    """

    root: str
    relative: str
    size: int
    mtime_ns: int
    inode: int

    def __post_init__(self) -> None:
        require(bool(self.relative), "a location has a path")
        require(self.size >= 0, "a file's size is not negative")

    def is_like(self, other: Location) -> bool:
        """Whether a file has not changed between the two, wherever it is said to stand."""
        return (self.size, self.mtime_ns, self.inode) == (other.size, other.mtime_ns, other.inode)


@dataclass(frozen=True, slots=True)
class Pictured:
    """What is kept once per Picture: its id, upright size in pixels, preview, fingerprints and local features."""

    id: PictureId
    width: int
    height: int
    preview: Preview
    fingerprints: tuple[Fingerprint, ...]
    features: Features | None = None

    def __post_init__(self) -> None:
        hex_id(self.id, "a picture's id")
        require(self.width > 0 and self.height > 0, "a picture has at least one pixel")
        instances(self.fingerprints, Fingerprint, "fingerprints")


@dataclass(frozen=True, slots=True)
class NewPhoto:
    """A photo on its way into the archive. `pictured` is None for a file that could not be decoded.

    `supplier_ids` are those that its fields carry, as they stand there; captions that name one find the photo by it.
    `document_ids` link it with other photos that were made from the same document.
    """

    id: PhotoId
    size: int
    format: str
    pictured: Pictured | None
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    supplier_ids: tuple[str, ...] = ()
    document_ids: tuple[DocumentId, ...] = ()

    def __post_init__(self) -> None:
        hex_id(self.id, "a photo's id")
        instances(self.supplier_ids, str, "supplier ids")
        instances(self.document_ids, DocumentId, "document ids")
        instances(self.facts, Fact, "facts")
        instances(self.problems, Problem, "problems")
        require(self.pictured is not None or bool(self.problems), "an unreadable photo says why")


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A photo as the archive knows it. `held_since` is the archive's own clock at first ingest.

    `width` and `height` are 0 and `picture` is None for a photo that could not be decoded.
    """

    id: PhotoId
    picture: PictureId | None
    size: int
    format: str
    width: int
    height: int
    held_since: datetime
    problems: tuple[Problem, ...]
    locations: tuple[Location, ...]

    def __post_init__(self) -> None:
        hex_id(self.id, "a photo's id")
        require(self.held_since.utcoffset() == timedelta(0), "the archive's clock is UTC")


class Outcome(StrEnum):
    """What became of a statement that was brought to the archive."""

    ADDED = "added"
    KNOWN = "known"
    SUPERSEDES = "supersedes"
    OLDER = "older"


class IndexState(StrEnum):
    """How the search index is."""

    EMPTY = "empty"
    """There is nothing to be found by it."""
    READY = "ready"
    BEHIND = "behind"
    """Some pictures wait to be put in; they are found all the same."""
    BUILDING = "building"
    MISSING = "missing"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that `prov archive check` found: a stable `kind`, a sentence for people, a hint what to do.

    `photos` are those that it is about, where that can be told. What is `only_told` is no damage of the archive: an
    original that was moved away, an index that has yet to follow what is found without it.
    """

    kind: str
    sentence: str
    hint: str
    photos: tuple[PhotoId, ...] = ()
    only_told: bool = False

    def __post_init__(self) -> None:
        require(bool(self.kind) and bool(self.sentence) and bool(self.hint), "damage is named, and what to do about it")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work has come: what is being done, to how many of how many."""

    what: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ArchiveInfo:
    """What `prov archive info` tells. `bytes` is the size on disk, `health` what is wrong (empty when nothing is).

    `searchable` counts the pictures that can be found by their local features, `behind` those of them that `index` has
    yet to follow.
    """

    path: str
    engine: str
    revision: str
    photos: int
    pictures: int
    unreadable: int
    appearances: int
    waiting: int
    newest: datetime | None
    bytes: int
    health: tuple[str, ...]
    searchable: int = 0
    index: IndexState = IndexState.EMPTY
    behind: int = 0
