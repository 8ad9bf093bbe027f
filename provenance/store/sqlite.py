"""Everything that is particular to SQLite: how it is opened, what it is told, and what its errors mean.

The archive uses a write-ahead log (https://www.sqlite.org/wal.html): readers and one writer work at the same time, and
what was committed survives a power cut (synchronous=FULL). Readers open the file read-only.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError, StatementError

from provenance.errors import ArchiveBusyError, ArchiveDamagedError, ArchiveError, ArchiveFullError

FILE = "archive.db"
NAME = f"SQLite {sqlite3.sqlite_version}"

BY_KEY = {"sqlite_with_rowid": False}
"""For a table of pairs: its rows lie in the order of the primary key, once."""
IDS_NEVER_REUSED = {"sqlite_autoincrement": True}
"""For a table whose ids stand in an index outside: what is forgotten must never come back as something else."""

_ALWAYS = ("PRAGMA foreign_keys=ON", "PRAGMA cache_size=-32768")
_WRITER = ("PRAGMA synchronous=FULL", "PRAGMA fullfsync=ON", "PRAGMA journal_size_limit=67108864")
_READER = ("PRAGMA query_only=ON",)
_BEGIN_WRITING = ("BEGIN IMMEDIATE",)
_BEGIN_READING = ("BEGIN", "SELECT 1 FROM sqlite_master LIMIT 1")  # the view stands still from the first read on
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


def writers(folder: Path, patience: float) -> Engine:
    """Connections that write, one transaction at a time; the file is created where there is none.

    A transaction waits up to `patience` seconds for another process to finish its own.
    """
    return _engine(lambda: _connect(folder, "mode=rwc", patience, _ALWAYS + _WRITER), _BEGIN_WRITING)


def readers(folder: Path, patience: float) -> Engine:
    """Connections that cannot write, each transaction seeing the archive as it was when it began.

    In a folder that may not be written to, SQLite cannot share its log. Where no log stands nobody else is writing,
    and the file is read as it lies.
    """

    def connect() -> sqlite3.Connection:
        query = "mode=ro" if _writable(folder) or _has_log(folder) else "mode=ro&immutable=1"
        return _connect(folder, query, patience, _ALWAYS + _READER)

    return _engine(connect, _BEGIN_READING)


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


def health(connection: Connection, tables: list[str]) -> tuple[str, ...]:
    """A sentence for every table whose structure on disk is damaged."""
    damaged = []
    for table in tables:
        rows = connection.exec_driver_sql(f'PRAGMA quick_check("{table}")').scalars().all()
        if rows != ["ok"]:
            damaged.append(f"The table {table!r} is damaged ({len(rows)} places).")
    return tuple(damaged)


@contextmanager
def translated(*, writing: bool) -> Iterator[None]:
    """What SQLite and SQLAlchemy raise within leaves as one of our errors, and a value's ValueError as itself."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if isinstance(cause, sqlite3.ProgrammingError | sqlite3.InterfaceError):
            raise
        raise _ours(cause, writing=writing) from error
    except StatementError as error:
        raise (error.orig if isinstance(error.orig, ValueError) else error) from None


def _engine(connect: Callable[[], sqlite3.Connection], begin: tuple[str, ...]) -> Engine:
    def start(connection: Connection) -> None:
        for statement in begin:
            connection.exec_driver_sql(statement)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", start)
    return engine


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
