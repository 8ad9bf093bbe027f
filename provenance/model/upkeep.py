"""What keeping an archive well leaves behind: tombstones of what was forgotten, and copies written elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from provenance.model.checks import hex_id, require
from provenance.model.photo import PhotoId


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A photo that was forgotten: when, by whom and why. `pdq` is the one code kept where it is blocked, else ""."""

    photo: PhotoId
    at: datetime
    by: str
    reason: str
    pdq: str = ""

    def __post_init__(self) -> None:
        hex_id(self.photo, "a photo's id")
        require(not self.pdq or len(self.pdq) == 64, "a PDQ code has 256 bits")
        require(self.at.utcoffset() == timedelta(0), "the archive's clock is UTC")
        require(bool(self.reason.strip()), "who forgets a photo says why")

    @property
    def blocked(self) -> bool:
        """Whether copies of the picture are recognised, too."""
        return bool(self.pdq)


@dataclass(frozen=True, slots=True)
class Written:
    """A file outside the archive that holds what the archive held then: `kind` is backup or export."""

    kind: str
    path: str
    at: datetime

    def __post_init__(self) -> None:
        require(bool(self.kind) and bool(self.path), "a file stands somewhere")
        require(self.at.utcoffset() == timedelta(0), "the archive's clock is UTC")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was written and compared with the archive: its bytes and the SHA-256 of them, what it holds."""

    path: str
    bytes: int
    sha256: str
    photos: int
    rows: int


@dataclass(frozen=True, slots=True)
class Remapped:
    """A root that became another folder: how many files of photos are kept under it, and how many stand there."""

    old: str
    new: str
    files: int
    standing: int
