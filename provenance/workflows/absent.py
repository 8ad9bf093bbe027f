"""Files that are not at their places any more: moved, missing, forgotten when asked to. Their photos stay, always.

Only files are judged that were known below a folder which was walked whole, and that the system says are not there:
whatever cannot be looked at is left alone. Nothing is judged before all was read that the run came upon, so that a
file that was moved is known by its content at its new place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice

from provenance.model.known_file import State
from provenance.model.paths import joined
from provenance.store.archive import Archive, Writer

BATCH = 500


class Absence(StrEnum):
    """What became of a file that is not at its place."""

    MOVED = "moved"
    MISSING = "missing"
    STILL_MISSING = "still-missing"
    OTHER = "other"
    """It was no photo."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A file that was known and not come upon."""

    root: str
    relative: str
    state: int


@dataclass(frozen=True, slots=True)
class Absent:
    """What became of it; `now_at` is where its photo was read in this run; `pruned`: its path was forgotten."""

    file: str
    what: Absence
    now_at: str = ""
    pruned: bool = False


def settle(
    archive: Archive, gone: Iterable[Gone], stands: Callable[[str, str], bool], now: datetime, *, prune: bool
) -> Iterator[Absent]:
    """Mark what is gone, or forget its path. `stands` tells whether something may stand at a path after all."""
    pending = iter(gone)
    while batch := list(islice(pending, BATCH)):
        lost = [one for one in batch if not stands(one.root, one.relative)]
        if lost:
            with archive.transaction() as writer:
                settled = [_settle(writer, one, now, prune=prune) for one in lost]
            yield from settled


def _settle(writer: Writer, one: Gone, now: datetime, *, prune: bool) -> Absent:
    file = joined(one.root, one.relative)
    other = writer.drop_other(one.root, one.relative) if one.state not in _PHOTOS else False
    missed = writer.miss(one.root, one.relative, now)
    if missed is None:
        return Absent(file, Absence.OTHER, pruned=other)
    newly, now_at = missed
    what = Absence.MOVED if now_at else Absence.MISSING if newly else Absence.STILL_MISSING
    return Absent(file, what, now_at, prune and writer.drop_place(one.root, one.relative))


_PHOTOS = (State.PHOTO, State.UNDECODED, State.MISSING, State.ALTERED)
