"""The files outside the archive that hold what it holds: remembered, so that they can be named when it matters."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.model.upkeep import Written
from provenance.store.codecs import PATH, UTC_TIME, WORDS
from provenance.store.query import Query
from provenance.store.sqlite import Source

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ALL = Query("SELECT kind, path, at FROM written ORDER BY at, id", {"kind": WORDS, "path": PATH, "at": UTC_TIME})


def written(source: Source) -> tuple[Written, ...]:
    """All of them, the oldest first."""
    return tuple(Written(row.kind, row.path, row.at) for row in _ALL.rows(source))


def remember(connection: Connection, kind: str, path: Path, now: datetime) -> None:
    """Remember a file, in place of what was written to the same path before."""
    from sqlalchemy import delete, insert

    from provenance.store.rows import WRITTEN

    place = str(path.absolute())
    connection.execute(delete(WRITTEN).where(WRITTEN.c.path == place))
    connection.execute(insert(WRITTEN), {"kind": kind, "path": place, "at": now})
