"""Copying a whole database into another file, and making sure that it arrived: SQLite's online backup.

https://www.sqlite.org/backup.html. The source is read within one transaction, so the copy is of one moment, however
much others write meanwhile. What was copied is then compared row by row; only the search index, which lies beside the
file and is derived from it, is left out.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from provenance.errors import ArchiveDamagedError
from provenance.model.archive import Progress
from provenance.store import sqlite

Tell = Callable[[Progress], None]

DERIVED = ("word_change", "word_index")
"""Tables about the search index, which is not copied: it is built anew from the rest."""
_PAGES = 4096
_ROWS = 500
_CHUNK = 1 << 20


def copy(source: sqlite3.Connection, target: Path, tell: Tell) -> None:
    """Copy what a connection sees within its transaction into a new file that only its owner may read."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))

    def progress(status: int, left: int, total: int) -> None:
        tell(Progress("Copying", total - left, total))

    with closing(_opened(target)) as copied:
        source.backup(copied, pages=_PAGES, progress=progress, sleep=0.05)
    with closing(_opened(target)) as copied:
        copied.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
        for table in DERIVED:
            if table in sqlite.tables(copied):
                copied.execute(f"DELETE FROM {table}")  # noqa: S608 - a constant of ours


def compare(source: sqlite3.Connection, target: Path, tell: Tell) -> int:
    """How many rows both have. ArchiveDamagedError where one differs, or where the copy's structure is damaged."""
    rows = 0
    with closing(_opened(target, "ro")) as copied:
        names = sorted(sqlite.tables(source))
        if sqlite.tables(copied) != frozenset(names):
            raise _differs()
        for done, table in enumerate(names, 1):
            if table not in DERIVED:
                rows += _compare_table(source, copied, table)
            tell(Progress("Comparing", done, len(names)))
        if copied.execute("PRAGMA integrity_check").fetchall() != [("ok",)] or _strays(copied):
            raise _differs()
    return rows


def seal(target: Path) -> tuple[int, str]:
    """Make sure that a file is on its disk; its bytes and their SHA-256."""
    digest = hashlib.sha256()
    with target.open("rb") as file:
        os.fsync(file.fileno())
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
        return file.tell(), digest.hexdigest()


def seal_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on its disk, where the platform lets a folder be opened."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove(target: Path) -> None:
    """Remove an unfinished copy and what SQLite may have left beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)


def _compare_table(source: sqlite3.Connection, copied: sqlite3.Connection, table: str) -> int:
    text = f'SELECT * FROM "{table}"'  # noqa: S608 - a table that this program made
    mine, theirs = source.execute(text), copied.execute(text)
    rows = 0
    chunks = zip_longest(iter(lambda: mine.fetchmany(_ROWS), []), iter(lambda: theirs.fetchmany(_ROWS), []))
    for one, other in chunks:
        if one != other:
            raise _differs()
        rows += len(one)
    return rows


def _strays(copied: sqlite3.Connection) -> bool:
    return copied.execute("PRAGMA foreign_key_check").fetchone() is not None


def _differs() -> ArchiveDamagedError:
    return ArchiveDamagedError(
        "What was copied is not what stands in the archive, so it was not kept.",
        "Look for damage with prov archive check, and at the disk that was written to.",
    )


def _opened(file: Path, mode: str = "rw") -> sqlite3.Connection:
    """A file that nobody else uses. Foreign keys are looked at once, in the end."""
    address = f"{file.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, isolation_level=None, uri=True)
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("PRAGMA synchronous=OFF")  # it is made sure of once, at the end
    return connection
