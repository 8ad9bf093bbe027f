"""Leaving nothing of what was forgotten in the archive's own files.

SQLite leaves what was deleted in free pages, in the free space of pages and in its log, until something else is written
there; the search index keeps the words of a deleted picture until its files are merged. What is forgotten is therefore
deleted with `secure_delete`, the search index is built anew, the whole file is written anew from what is left (VACUUM)
and the log is emptied. Until all that is done, a mark stands in the tables, and `archive check` tells.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import ArchiveBusyError
from provenance.store import sqlite
from provenance.store.codecs import WORDS
from provenance.store.query import Query
from provenance.store.sqlite import Source

if TYPE_CHECKING:
    from sqlalchemy import Connection

MARK = "erasing"
_MARKED = Query("SELECT value FROM meta WHERE key = 'erasing'", {"value": WORDS})
_PAUSE = 0.1


def erasing(source: Source) -> bool:
    """Whether something that was forgotten may still stand in free space."""
    return _MARKED.one(source) is not None


def overwrite(connection: Connection) -> None:
    """Overwrite what is deleted from now on."""
    connection.exec_driver_sql("PRAGMA secure_delete=ON")


def mark(connection: Connection) -> None:
    """Mark that free space is to be cleared."""
    from sqlalchemy import insert

    from provenance.store.rows import META

    if not erasing(connection):
        connection.execute(insert(META), {"key": MARK, "value": "1"})


def done(connection: Connection) -> None:
    """Remove the mark."""
    from sqlalchemy import delete

    from provenance.store.rows import META

    connection.execute(delete(META).where(META.c.key == MARK))


def clear(folder: Path, patience: float) -> None:
    """Write the file anew from what is left, and empty the log. ArchiveBusyError where others keep it from that."""
    with closing(sqlite.writer(folder, patience)) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("VACUUM")
        _empty_log(connection, patience)


def _empty_log(connection: sqlite3.Connection, patience: float) -> None:
    end = time.monotonic() + patience
    while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        if time.monotonic() > end:
            raise ArchiveBusyError(
                "What was forgotten is gone, but may still stand in the archive's log, which another process uses.",
                "When that has ended: prov forget --finish",
            )
        time.sleep(_PAUSE)
