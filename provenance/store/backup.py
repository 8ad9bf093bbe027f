"""The whole archive in one file, and back.

The file is an SQLite database with every table of the archive; the search index is derived from them and is built anew
when the file is brought back. It is written beside its place under another name, compared row by row with the archive,
and takes its name only then: a name stands for a whole backup, or nothing stands there.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from provenance.errors import ArchiveDamagedError, ArchiveError, ArchiveFullError, ArchiveTooNewError, UsageError
from provenance.model.photo import PhotoId
from provenance.model.upkeep import Backup
from provenance.store import sqlite
from provenance.store.codecs import HEX
from provenance.store.copying import Tell, compare, copy, remove, seal, seal_folder
from provenance.store.migrate import REVISIONS, revision_of
from provenance.store.query import Query
from provenance.store.sqlite import Source

UNFINISHED = "archive.db.restoring"
"""What a restored archive is called until it is whole."""

_MAGIC = b"SQLite format 3\0"
_HELD = Query("SELECT digest FROM photo WHERE digest IN :digest", {"digest": HEX})
_PHOTOS = Query("SELECT count(*) AS number FROM photo")


def back_up(folder: Path, source: Source, target: Path, tell: Tell, *, replace: bool) -> Backup:
    """Write everything that a reader's transaction sees into a file.

    Raises UsageError where the file must not stand there, ArchiveFullError where it cannot be written, and
    ArchiveDamagedError where it is not what the archive holds.
    """
    _allow(folder, target, replace=replace)
    reader = _reader(source)
    unfinished = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.tmp")
    try:
        with _written(target):
            copy(reader, unfinished, tell)
            rows = compare(reader, unfinished, tell)
            size, sha256 = seal(unfinished)
            _put(unfinished, target, replace=replace)
            seal_folder(target.absolute().parent)
    finally:
        remove(unfinished)
    return Backup(str(target.absolute()), size, sha256, next(_PHOTOS.rows(source)).number, rows)


def restore(backup: Path, folder: Path, tell: Tell) -> None:
    """Bring a backup back into a folder that is new or empty. The archive is then to be opened, and its index built.

    Raises UsageError where the file is no backup or the folder holds something, ArchiveTooNewError, ArchiveFullError
    and ArchiveDamagedError.
    """
    with closing(_opened_backup(backup)) as source:
        _known(source, backup)
        _empty(folder)
        unfinished = folder / UNFINISHED
        try:
            with _written(folder):
                folder.parent.mkdir(parents=True, exist_ok=True)
                folder.mkdir(mode=0o700, exist_ok=True)
                remove(unfinished)
                copy(source, unfinished, tell)
                compare(source, unfinished, tell)
                _log(unfinished)
                seal(unfinished)
                unfinished.rename(folder / sqlite.FILE)
                seal_folder(folder)
        finally:
            remove(unfinished)


def holds(file: Path, photos: Sequence[PhotoId]) -> bool | None:
    """Whether a backup or an export holds one of these photos; None where that cannot be told."""
    try:
        if _is_database(file):
            with closing(_opened_backup(file)) as source, sqlite.translated(writing=False):
                return next(_HELD.rows(source, digest=list(photos)), None) is not None
        data = file.read_bytes()
    except (OSError, ArchiveError):
        return None
    return True if any(photo[:12].encode() in data for photo in photos) else None


def _allow(folder: Path, target: Path, *, replace: bool) -> None:
    """Refuse a place where a backup would do harm or would be of no use."""
    place = target.absolute()
    if not place.parent.is_dir():
        raise UsageError(f"There is no folder {place.parent}.", "Make it first, or choose another.")
    if place.parent.resolve().is_relative_to(folder.resolve()):
        raise UsageError(
            "A backup within the archive's own folder would be lost with it.", "Choose another disk, or another folder."
        )
    if not os.path.lexists(place):
        return
    if not _is_database(place):
        raise UsageError(f"{target} exists and is no backup, so it was left alone.", "Give a name that is free.")
    if not replace:
        raise UsageError(f"{target} exists already, and was left alone.", "Give another name, or add --force.")


def _put(unfinished: Path, target: Path, *, replace: bool) -> None:
    """Give a file its name. Where nothing may be replaced, nothing is, even if it came a moment ago."""
    if replace:
        unfinished.replace(target)
        return
    try:
        os.link(unfinished, target)
    except FileExistsError as error:
        raise UsageError(f"{target} exists already, and was left alone.", "Give another name.") from error
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise UsageError(f"{target} exists already, and was left alone.", "Give another name.") from None
        unfinished.rename(target)


def _opened_backup(backup: Path) -> sqlite3.Connection:
    if not _is_database(backup):
        raise UsageError(f"{backup} is no backup of an archive.", "Name a file that prov archive backup wrote.")
    log = backup.with_name(f"{backup.name}-wal")
    query = "mode=ro" if log.exists() else "mode=ro&immutable=1"
    return sqlite3.connect(f"{backup.absolute().as_uri()}?{query}", isolation_level=None, uri=True)


def _known(source: sqlite3.Connection, backup: Path) -> None:
    """Refuse what is not an archive that this program can open."""
    with sqlite.translated(writing=False):
        source.execute("BEGIN")
        revision = revision_of(source)
    if not revision:
        raise UsageError(f"{backup} holds no archive.", "Name a file that prov archive backup wrote.")
    if revision not in REVISIONS:
        raise ArchiveTooNewError(
            "This backup was made by a newer prov.", "Update prov and run the command again; nothing was changed."
        )


def _empty(folder: Path) -> None:
    """Refuse a folder in which anything stands, apart from what an unfinished restore left."""
    try:
        found = [one for one in os.listdir(folder) if not one.startswith(UNFINISHED)]
    except FileNotFoundError:
        return
    except OSError as error:
        raise UsageError(f"{folder} cannot be used for an archive.", "Name a folder that is new or empty.") from error
    if found:
        raise UsageError(
            f"There is something in {folder} already, and it was left alone.",
            "A backup is brought back into a new or empty folder: prov archive restore FILE --archive DIR",
        )


def _log(file: Path) -> None:
    """Switch a restored file to the write-ahead log, as archives are kept."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")


def _is_database(path: Path) -> bool:
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return False
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def _reader(source: Source) -> sqlite3.Connection:
    if not isinstance(source, sqlite3.Connection):
        raise ArchiveError("A backup is made from a reader's view.", "Nothing was changed.")
    return source


@contextmanager
def _written(target: Path) -> Iterator[None]:
    """What goes wrong with the file that is being written is said of it, and not of the archive."""
    full = f"{target} could not be written: the disk is full, may not be written to, or a limit was reached."
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise ArchiveDamagedError(
                "What was to be copied is damaged, so the copy was not kept.", "Look closer: prov archive check"
            ) from error
        raise ArchiveFullError(full, "Choose another place, or free some space; the archive is unchanged.") from error
    except OSError as error:
        raise ArchiveFullError(full, "Choose another place, or free some space; the archive is unchanged.") from error
