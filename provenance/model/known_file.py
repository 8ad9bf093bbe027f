"""What the archive knows of files that were found before, so that one that has not changed is not read again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import NamedTuple, TypeAlias

from provenance.model.archive import Location
from provenance.model.checks import instances, require
from provenance.model.photo import PhotoId, Problem


class State(IntEnum):
    """What is known of a file. Those below `UNDECODED` need nothing while the file stays as it is."""

    PHOTO = 0
    DOCUMENT = 1
    """It may carry captions, and was read."""
    SIDECAR = 2
    """A document that was read with the photo beside it."""
    ZIP = 3
    """All that it holds was read without a problem."""
    PASSED = 4
    """By its first bytes no photo."""
    LACKING = 5
    """A document with problems, or with captions that wait for their photo."""
    UNDECODED = 10
    """Its bytes are held as a photo, but nobody could decode them."""
    MISSING = 11
    """It was not at its place any more."""
    ALTERED = 12
    """Its content was found to be another, though its size and time were not."""
    UNREAD = 13
    """Its bytes could not be had at all."""


def stamp_of(size: int, mtime_ns: int, inode: int) -> int:
    """One number for what tells whether a file has changed. Signed, 64 bits.

    Two versions of Python may make different ones, which is no harm: files are then looked at once more.
    """
    return hash((size, mtime_ns, inode))


class KnownFile(NamedTuple):
    """A file below some folder, as it was when it was last looked at. `path` is below that folder, in system bytes.

    `origin` is a number for whom it came from and which program read it (`Reader.origin`); None where nobody knows, and
    so is `stamp`.
    """

    path: bytes
    stamp: int | None
    origin: int | None
    state: int


KnownRow: TypeAlias = tuple[bytes, int | None, int | None, int]
"""The same as it lies in the archive, where thousands are asked for and all but a few are thrown away."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A photo's file at its place. `altered` is the hash that was found there in place of the photo's; "" for none."""

    photo: PhotoId
    location: Location
    origin: int | None
    readable: bool
    problems: tuple[Problem, ...]
    missing: datetime | None
    altered: str


@dataclass(frozen=True, slots=True)
class OtherFile:
    """A file that is no photo, or that could not be read at all, and what became of it.

    `digest` is the SHA-256 of its content, "" where it was not read whole; `kind` is a document's. `holds` counts the
    photos in a ZIP and the captions of a document, `waiting` those of them that waited for their photos. `since` is
    when it was first looked at, `tried` when last.
    """

    location: Location
    state: State
    origin: int | None
    digest: str = ""
    kind: str = ""
    holds: int = 0
    waiting: int = 0
    problems: tuple[Problem, ...] = ()
    since: datetime | None = None
    tried: datetime | None = None

    def __post_init__(self) -> None:
        instances(self.problems, Problem, "problems")
        require(self.state is not State.UNREAD or bool(self.problems), "a file that could not be read says why")
