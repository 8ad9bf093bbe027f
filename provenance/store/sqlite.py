"""Everything that is particular to SQLite: how it is opened, what it is told, and what its errors mean.

The archive uses a write-ahead log (https://www.sqlite.org/wal.html): readers and one writer work at the same time, and
what was committed survives a power cut (synchronous=FULL). Readers open the file read-only, and without SQLAlchemy:
importing that takes longer than all that a check asks. Writers have it, and read on the connection beneath it.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from provenance.errors import ArchiveBusyError, ArchiveDamagedError, ArchiveError, ArchiveFullError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

Cursor = sqlite3.Cursor
Source: TypeAlias = "sqlite3.Connection | Connection"
"""What can be read from: a reader's connection, or a writer's, which sees what it wrote itself."""

FILE = "archive.db"
NAME = f"SQLite {sqlite3.sqlite_version}"

BY_KEY = {"sqlite_with_rowid": False}
"""For a table of pairs: its rows lie in the order of the primary key, once."""
IDS_NEVER_REUSED = {"sqlite_autoincrement": True}
"""For a table whose ids stand in an index outside: what is forgotten must never come back as something else."""

_ALWAYS = ("PRAGMA foreign_keys=ON",)
_WRITER = (
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
    "PRAGMA journal_size_limit=67108864",
    "PRAGMA cache_size=-32768",  # a reader is faster without: it asks once, and filling a large cache takes longer
)
_READER = ("PRAGMA query_only=ON",)
_BEGIN_WRITING = "BEGIN IMMEDIATE"
_BEGIN_READING = ("BEGIN", "SELECT 1 FROM sqlite_master LIMIT 1")  # the view stands still from the first read on
_TABLES = r"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'"
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_NOT_WRITTEN = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_DIR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMMAP,
}


class Readers:
    """Connections that cannot write, for threads to share; each is used by one at a time."""

    def __init__(self, folder: Path, patience: float) -> None:
        self._folder = folder
        self._patience = patience
        self._idle: deque[sqlite3.Connection] = deque()
        self._closed = False

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees the archive as it is now, whatever others write meanwhile."""
        with ExitStack() as undo:
            connection = self._ready()
            undo.callback(connection.close)
            for statement in _BEGIN_READING:
                connection.execute(statement)
            yield connection
            connection.rollback()
            if not self._closed:
                undo.pop_all()
                self._idle.append(connection)

    def close(self) -> None:
        """Let go of the file. Connections in use are closed when they are given back."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    def _ready(self) -> sqlite3.Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        """In a folder that may not be written to, SQLite cannot share its log.

        Where no log stands nobody else is writing, and the file is read as it lies.
        """
        query = "mode=ro" if _writable(self._folder) or _has_log(self._folder) else "mode=ro&immutable=1"
        return _connect(self._folder, query, self._patience, _ALWAYS + _READER)


def writers(folder: Path, patience: float) -> Engine:
    """Connections that write, one transaction at a time; the file is created where there is none.

    A transaction waits up to `patience` seconds for another process to finish its own.
    """
    from sqlalchemy import QueuePool, create_engine, event

    def connect() -> sqlite3.Connection:
        return writer(folder, patience)

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(_BEGIN_WRITING)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", begin)
    return engine


def writer(folder: Path, patience: float) -> sqlite3.Connection:
    """A connection that writes, without SQLAlchemy and outside any transaction; the file is created if need be."""
    return _connect(folder, "mode=rwc", patience, _ALWAYS + _WRITER)


def writing(connection: Source) -> Connection:
    """A writer's connection, as it is. A reader's raises ArchiveError: nothing can be changed through it."""
    if isinstance(connection, sqlite3.Connection):
        raise ArchiveError("The archive was opened to be read, and cannot be changed.", "Nothing was changed.")
    return connection


def execute(source: Source, text: str, given: Mapping[str, Any]) -> Cursor:
    """Run a statement with named parameters, on a writer's connection within its transaction."""
    connection = source if isinstance(source, sqlite3.Connection) else source.connection.driver_connection
    return cast("sqlite3.Connection", connection).execute(text, given)


def use_log(engine: Engine, patience: float) -> None:
    """Switch a new archive to the write-ahead log, which lasts. Only one process can, the others wait for it."""
    end = time.monotonic() + patience
    while True:
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if _code(error) & 0xFF not in _BUSY or time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return
        finally:
            raw.close()


def bytes_on_disk(folder: Path) -> int:
    """The size of the archive's files, its log included."""
    sizes = 0
    for suffix in ("", "-wal", "-shm"):
        path = folder / (FILE + suffix)
        sizes += path.stat().st_size if path.exists() else 0
    return sizes


def tables(source: Source) -> frozenset[str]:
    """The names of all tables that somebody made."""
    rows = execute(source, _TABLES, {})
    return frozenset(name for (name,) in rows)


def health(source: Source, names: list[str], *, thorough: bool = False) -> tuple[str, ...]:
    """A sentence for every one of these tables whose structure on disk is damaged.

    A thorough look takes longer and sees whether the database's own indexes hold what the tables do.
    """
    damaged = []
    for table in names:
        rows = _places(source, table, thorough=thorough)
        if rows != [("ok",)]:
            damaged.append(f"The table {table!r} is damaged ({len(rows)} places).")
    return tuple(damaged)


def _places(source: Source, table: str, *, thorough: bool) -> list[tuple[str]]:
    """The damaged places of a table. A page that is not one at all stops the thorough look, and is a place too."""
    try:
        check = "integrity_check" if thorough else "quick_check"
        return execute(source, f'PRAGMA {check}("{table}")', {}).fetchall()
    except sqlite3.DatabaseError as error:
        if _code(error) & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return [("malformed",)]


def strays(source: Source) -> dict[str, int]:
    """How many entries of each table belong to one of another table that is not there (foreign keys)."""
    return dict(Counter(str(row[0]) for row in execute(source, "PRAGMA foreign_key_check", {})))


@contextmanager
def translated(*, writing: bool) -> Iterator[None]:
    """What SQLite raises within leaves as one of our errors."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.Error as error:
        raise _ours(error, writing=writing) from error


@contextmanager
def unwrapped() -> Iterator[None]:
    """What SQLAlchemy raises within leaves as SQLite raised it, and a value's ValueError as itself."""
    from sqlalchemy.exc import StatementError

    try:
        yield
    except StatementError as error:
        raise (error.orig if isinstance(error.orig, sqlite3.Error | ValueError) else error) from None


def _connect(folder: Path, query: str, patience: float, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    address = f"{(folder.absolute() / FILE).as_uri()}?{query}"
    connection = sqlite3.connect(address, timeout=patience, isolation_level=None, check_same_thread=False, uri=True)
    with ExitStack() as undo:
        undo.callback(connection.close)
        for pragma in pragmas:
            connection.execute(pragma)
        undo.pop_all()
    return connection


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _has_log(folder: Path) -> bool:
    log = folder / f"{FILE}-wal"
    return log.exists() and log.stat().st_size > 0


def _code(error: object) -> int:
    return int(getattr(error, "sqlite_errorcode", 0) or 0)


def _ours(error: object, *, writing: bool) -> ArchiveError:
    code = _code(error)
    primary = code & 0xFF
    if primary in _BUSY:
        return ArchiveBusyError(
            "Another process is writing to the archive and does not finish.",
            "Wait until it has ended, then run the command again.",
        )
    if primary == sqlite3.SQLITE_FULL or code in _NOT_WRITTEN:
        return ArchiveFullError(
            "The archive could not be written: the disk is full, or a limit was reached.",
            "Free some space and run the command again; what was acknowledged before is kept.",
        )
    if primary == sqlite3.SQLITE_READONLY or (writing and primary == sqlite3.SQLITE_CANTOPEN):
        return ArchiveFullError(
            "The archive may not be written to.",
            "Look at the permissions of its folder, and whether the disk is mounted read-only.",
        )
    return _unreadable(primary)


def _unreadable(primary: int) -> ArchiveError:
    if primary in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return ArchiveError(
            "The archive could not be read from its disk.",
            "Look at the permissions of its folder, and at the disk itself.",
        )
    if primary == sqlite3.SQLITE_CONSTRAINT:
        return ArchiveError("The archive refused an entry that contradicts what it holds.", "Nothing was changed.")
    return ArchiveDamagedError(
        "The archive's file is damaged, or is not an archive of prov.",
        "Restore it from a backup, or make a new one with prov ingest in another folder.",
    )
