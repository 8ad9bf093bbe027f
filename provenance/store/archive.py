"""The archive: a folder that remembers photos and what was said about them. The door to the rest of this package.

Opening asks which revision the tables have, and nothing else. `create_or_open` brings an older archive up to date;
`open` never changes one: it refuses an older archive and says what to do. Reading imports no SQLAlchemy (nor SQLModel,
nor pydantic), which would take longer than the answer; writing does, when it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from provenance.errors import ArchiveError, ArchiveFullError, ArchiveNotFoundError, ArchiveTooNewError
from provenance.model.archive import ArchiveInfo, Damage, Progress
from provenance.model.upkeep import Backup
from provenance.store import sqlite
from provenance.store.census import census
from provenance.store.following import Follower
from provenance.store.local_disk import refuse_network
from provenance.store.migrate import HEAD, REVISIONS, program_of, revision_of, upgrade
from provenance.store.reader import Reader
from provenance.store.transaction import snapshot, transaction
from provenance.store.writer import Writer

if TYPE_CHECKING:
    from sqlalchemy import Engine

__all__ = ["Archive", "Reader", "Writer"]

PATIENCE = 60.0
"""Seconds that a transaction waits for another process to finish its own."""


class Archive:
    """An open archive. Use it in a `with`, or close it; threads may share it."""

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        self.folder = folder
        self._patience = patience

    @staticmethod
    def create_or_open(folder: Path, patience: float = PATIENCE) -> Archive:
        """Open an archive; make it where there is none, bring it up to date where it is older.

        Raises ArchiveTooNewError, ArchiveDamagedError, ArchiveFullError where it may not be written, and ArchiveError
        on a network drive.
        """
        refuse_network(folder)
        _make(folder)
        with ExitStack() as undo:
            archive = undo.enter_context(Archive(folder, patience))
            if archive._revision() != HEAD:
                archive._upgrade()
            undo.pop_all()
        return archive

    @staticmethod
    def open(folder: Path, patience: float = PATIENCE, *, renew: bool = False) -> Archive:
        """Open an archive that is there; `renew` brings it up to date where it is older.

        Raises ArchiveNotFoundError, ArchiveTooNewError, ArchiveDamagedError, and ArchiveError where it is older than
        this program or lies on a network drive.
        """
        refuse_network(folder)
        with ExitStack() as undo:
            archive = undo.enter_context(Archive(folder, patience))
            revision = archive._revision()
            if not revision:
                hint = "Bring photos in first: prov ingest FOLDER"
                raise ArchiveNotFoundError(f"There is no archive in {folder} yet.", hint)
            if revision != HEAD and renew:
                archive._upgrade()
            elif revision != HEAD:
                hint = "Any prov ingest brings it up to date; nothing is lost."
                raise ArchiveError("This archive was made by an older version of prov.", hint)
            undo.pop_all()
        return archive

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """One consistent view, whatever is written meanwhile. Nothing can be changed through it."""
        with snapshot(self._readers) as connection:
            yield Reader(connection, self.folder)

    @contextmanager
    def transaction(self) -> Iterator[Writer]:
        """Everything done through the writer is kept, durably, when the block ends; nothing of it if it raises.

        Raises ArchiveBusyError, ArchiveFullError, ArchiveDamagedError.
        """
        with transaction(self._writers) as connection:
            yield Writer(connection, self.folder)

    def catch_up(self) -> bool:
        """Let the search index follow what changed; False where it cannot, now or at all. Then `info` says why.

        What it has not followed is found all the same.
        """
        return self._follower.catch_up()

    def rebuild(self, version: str) -> Iterator[Progress]:
        """Build the search index of a version anew, beside the one in use, which it replaces at the end.

        Stopped at any moment it goes on from there the next time. Raises ArchiveBusyError where another process is
        building it, ArchiveIndexError where it cannot be written.
        """
        with self.reading() as reader:
            number = reader.vocabulary(version)
        for done, total in self._follower.build(number) if number else ():
            yield Progress("Building the search index", done, total)

    def erase(self) -> Iterator[Progress]:
        """Leave nothing of what was forgotten in the archive's own files (`store/erasing.py`).

        Stopped at any moment it is done again the next time. Raises ArchiveBusyError where another process is in the
        way, ArchiveFullError where there is no space for it, ArchiveIndexError where the index cannot be written.
        """
        from provenance.store import erasing

        yield from self._follower.renew()
        yield Progress("Clearing free space", 0, 1)
        with sqlite.translated(writing=True):
            erasing.clear(self.folder, self._patience)
        with transaction(self._writers) as connection:
            erasing.done(connection)
        yield Progress("Clearing free space", 1, 1)

    def inspect(self, version: str) -> Iterator[Progress | Damage]:
        """Look through the tables and the search index; previews and their pixels are not looked at."""
        from provenance.store.inspection import inspect

        with snapshot(self._readers) as connection:
            yield from inspect(self.folder, connection, version)

    def back_up(self, target: Path, tell: Callable[[Progress], None], *, replace: bool = False) -> Backup:
        """Write everything into one file, as it is now, whatever is written meanwhile. See `store/backup.py`.

        Raises UsageError where the file must not stand there, ArchiveFullError, ArchiveDamagedError.
        """
        from provenance.store.backup import back_up

        with snapshot(self._readers) as connection:
            return back_up(self.folder, connection, target, tell, replace=replace)

    @staticmethod
    def restore(backup: Path, folder: Path, tell: Callable[[Progress], None]) -> Archive:
        """Bring a backup back into a new or empty folder, bring it up to date, and open it; its index is to be built.

        Raises UsageError, ArchiveTooNewError, ArchiveFullError, ArchiveDamagedError.
        """
        from provenance.store.backup import restore

        refuse_network(folder)
        restore(backup, folder, tell)
        return Archive.open(folder, renew=True)

    def info(self) -> ArchiveInfo:
        """What is in it, how large it is and whether its tables are intact (previews are not read for that)."""
        with snapshot(self._readers) as connection:
            return census(self.folder, connection)

    def close(self) -> None:
        """Let go of the files. It may be used again; then it opens them again."""
        readers = self.__dict__.pop("_readers", None)
        if readers is not None:
            readers.close()
        writers = self.__dict__.pop("_writers", None)
        if writers is not None:
            writers.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @cached_property
    def _follower(self) -> Follower:
        return Follower(self.folder, lambda: snapshot(self._readers), lambda: transaction(self._writers))

    @cached_property
    def _readers(self) -> sqlite.Readers:
        return sqlite.Readers(self.folder, self._patience)

    @cached_property
    def _writers(self) -> Engine:
        return sqlite.writers(self.folder, self._patience)

    def _revision(self) -> str:
        """The revision of the tables, "" where there are none. ArchiveTooNewError where this program knows it not."""
        if not _exists(self.folder):
            return ""
        with snapshot(self._readers) as connection:
            revision, program = revision_of(connection), program_of(connection)
        if revision and revision not in REVISIONS:
            raise ArchiveTooNewError(
                f"This archive was last changed by a newer prov{program and ' (' + program + ')'}.",
                "Update prov and run the command again.",
            )
        return revision

    def _upgrade(self) -> None:
        with sqlite.translated(writing=True), sqlite.unwrapped():
            sqlite.use_log(self._writers, self._patience)
        with transaction(self._writers) as connection:
            upgrade(connection)


def _exists(folder: Path) -> bool:
    try:
        return (folder / sqlite.FILE).is_file()
    except OSError as error:
        raise ArchiveError(
            f"The archive's folder cannot be looked into: {folder}", "Look at its permissions."
        ) from error


def _make(folder: Path) -> None:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileExistsError as error:
        raise ArchiveError(f"The archive is to be a folder, and this is a file: {folder}", "Choose another.") from error
    except OSError as error:
        raise ArchiveFullError(
            f"The archive's folder cannot be made: {folder}", "Look at its permissions, and at the space on its disk."
        ) from error
