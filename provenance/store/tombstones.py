"""What was forgotten, and why; and whether a photo that comes is one of those."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.model.photo import PhotoId
from provenance.model.upkeep import Tombstone
from provenance.store.codecs import HEX, UTC_TIME, WORDS
from provenance.store.intact import intact
from provenance.store.query import Query, Row
from provenance.store.sqlite import Source

if TYPE_CHECKING:
    from sqlalchemy import Connection

_COLUMNS = "SELECT digest, at, by, reason, pdq FROM tombstone"
_CODECS = {"digest": HEX, "at": UTC_TIME, "by": WORDS, "reason": WORDS, "pdq": HEX}
_ALL = Query(f"{_COLUMNS} ORDER BY at, id", _CODECS)
_ONE = Query(f"{_COLUMNS} WHERE digest = :digest", _CODECS)
_BLOCKED = Query(f"{_COLUMNS} WHERE pdq IS NOT NULL ORDER BY at, id", _CODECS)
_ANY = Query("SELECT id FROM tombstone LIMIT 1")


def every(source: Source) -> tuple[Tombstone, ...]:
    """All of them, the oldest first."""
    return tuple(_tombstone(row) for row in _ALL.rows(source))


def any_forgotten(source: Source) -> bool:
    """Whether anything was ever forgotten."""
    return _ANY.one(source) is not None


def recognise(source: Source, photo: PhotoId, codes: Sequence[str], within: int) -> Tombstone | None:
    """The tombstone of a photo, or of one that is blocked and lies within so many bits of one of these PDQ codes."""
    row = _ONE.one(source, digest=photo)
    if row:
        return _tombstone(row)
    asked = [int(code, 16) for code in codes]
    for blocked in map(_tombstone, _BLOCKED.rows(source)):
        if any((int(blocked.pdq, 16) ^ code).bit_count() <= within for code in asked):
            return blocked
    return None


def bury(connection: Connection, tombstone: Tombstone) -> None:
    """Keep a tombstone, in place of an older one of the same photo."""
    from sqlalchemy import insert

    from provenance.store.rows import TOMBSTONE

    lift(connection, tombstone.photo)
    said = {"at": tombstone.at, "by": tombstone.by, "reason": tombstone.reason, "pdq": tombstone.pdq or None}
    connection.execute(insert(TOMBSTONE), {"digest": tombstone.photo, **said})


def lift(connection: Connection, photo: PhotoId) -> bool:
    """Remove a tombstone, so that the photo may come again; False where there is none."""
    from sqlalchemy import delete

    from provenance.store.rows import TOMBSTONE

    return connection.execute(delete(TOMBSTONE).where(TOMBSTONE.c.digest == photo)).rowcount > 0


@intact()
def _tombstone(row: Row) -> Tombstone:
    return Tombstone(PhotoId(row.digest), row.at, row.by, row.reason, row.pdq or "")
