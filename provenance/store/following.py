"""The search indexes following the tables.

Whoever changes features notes it in `word_change`, in the same transaction. An index takes what it has not yet seen in
batches: documents are deleted and added anew, the engine commits, and only then is it noted how far the index has come.
A kill at any moment repeats at most one batch, which changes nothing. A note is removed when every index has seen it.
The engine's lock lets one process at a time change an index; others leave their changes for it.

An index is built beside the one in use, in steps of its own, and takes its place when it is complete.
"""

from __future__ import annotations

import secrets
import shutil
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import ArchiveBusyError, ArchiveIndexError
from provenance.model.archive import Progress
from provenance.store import word_indexes
from provenance.store.features import described, described_after, described_up_to, newest_vocabulary, numbered
from provenance.store.query import Row
from provenance.store.sqlite import Source

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from provenance.store.words import WordWriter

BATCH = 100_000
"""Pictures between two commits: half a minute's work at most. Small commits make many files, all to be searched."""
_AT_ONCE = 1000


@dataclass(frozen=True)
class Follower:
    """What changes the indexes of one archive, which lie in its folder."""

    folder: Path
    snapshot: Callable[[], AbstractContextManager[Source]]
    transaction: Callable[[], AbstractContextManager[Connection]]

    def catch_up(self) -> bool:
        """See Archive.catch_up."""
        with self.snapshot() as source:
            vocabulary_id, _ = newest_vocabulary(source)
            build = vocabulary_id and word_indexes.complete(source, vocabulary_id) is None
            last = word_indexes.last_change(source)
            behind = [one for one in word_indexes.every(source) if one.reached is None and one.applied < last]
        work: list[Callable[[], object]] = [partial(self._follow, row) for row in behind]
        if build:
            work.append(lambda: deque(self.build(vocabulary_id), maxlen=0))
        done = [_possible(one) for one in work]
        return all(done)

    def renew(self) -> Iterator[Progress]:
        """Build every index anew from the tables, so that nothing is left of what these do not hold any more."""
        with self.snapshot() as source:
            vocabularies = sorted({row.vocabulary_id for row in word_indexes.every(source)})
        for one in vocabularies:
            self._begin(one)
            for done, total in self.build(one):
                yield Progress("Building the search index", done, total)
        self._sweep()

    def build(self, vocabulary_id: int) -> Iterator[tuple[int, int]]:
        """See Archive.rebuild."""
        from provenance.store.words import WordWriter

        self._sweep()
        row = self._unfinished(vocabulary_id) or self._begin(vocabulary_id)
        with WordWriter(self.folder / row.folder) as writer:
            yield from self._fill(row, writer)
            self._apply(row.id, writer)
            writer.settle()
            self._finish(row.id, vocabulary_id)
        self._sweep()

    def _follow(self, row: Row) -> None:
        from provenance.store.words import WordWriter

        word_indexes.intact(self.folder, row)
        with WordWriter(self.folder / row.folder) as writer:
            self._apply(row.id, writer)
            writer.settle()

    def _apply(self, index: int, writer: WordWriter) -> None:
        """Let an index follow all changes that there are."""
        while True:
            with self.snapshot() as source:
                row = word_indexes.by_id(source, index)
                changes = word_indexes.changes(source, row.applied, BATCH) if row else []
                if row is None or not changes:
                    return
                pictures = list(dict.fromkeys(picture for _, picture in changes))
                _put(source, row.vocabulary_id, pictures, writer)
            writer.commit()
            self._note(index, applied=changes[-1][0], stamp=writer.stamp)

    def _fill(self, row: Row, writer: WordWriter) -> Iterator[tuple[int, int]]:
        """Put all pictures in, from where the index has come."""
        reached = row.reached
        with self.snapshot() as source:
            done = described_up_to(source, row.vocabulary_id, reached)
        while True:
            with self.snapshot() as source:
                total = described(source, row.vocabulary_id)
                pictures = described_after(source, row.vocabulary_id, reached, BATCH)
                if not pictures:
                    return
                _put(source, row.vocabulary_id, pictures, writer)
            writer.commit()
            reached, done = pictures[-1], done + len(pictures)
            self._note(row.id, reached=reached, stamp=writer.stamp)
            yield done, total

    def _unfinished(self, vocabulary_id: int) -> Row | None:
        """The index whose building was stopped, if it can be gone on with."""
        with self.snapshot() as source:
            row = word_indexes.unfinished(source, vocabulary_id)
        try:
            if row is not None and row.stamp:
                word_indexes.intact(self.folder, row)
        except ArchiveIndexError:
            return None
        return row

    def _begin(self, vocabulary_id: int) -> Row:
        from sqlalchemy import delete

        from provenance.store.inserted import inserted
        from provenance.store.rows import WORD_INDEX

        with self.transaction() as connection:
            unfinished = WORD_INDEX.c.reached.is_not(None)
            connection.execute(delete(WORD_INDEX).where(WORD_INDEX.c.vocabulary_id == vocabulary_id, unfinished))
            folder = f"{word_indexes.PREFIX}{secrets.token_hex(4)}"
            applied = word_indexes.last_change(connection)
            begun = {"folder": folder, "applied": applied, "stamp": 0, "reached": 0}
            number = inserted(connection, WORD_INDEX, {"vocabulary_id": vocabulary_id, **begun})
            return Row(id=number, vocabulary_id=vocabulary_id, **begun)

    def _note(self, index: int, **columns: int) -> None:
        """Note how far an index has come, and forget the changes that all indexes have followed."""
        from sqlalchemy import update

        from provenance.store.rows import WORD_INDEX

        with self.transaction() as connection:
            connection.execute(update(WORD_INDEX).where(WORD_INDEX.c.id == index).values(columns))
            _prune(connection)

    def _finish(self, index: int, vocabulary_id: int) -> None:
        """Let an index take the place of all others of its vocabulary, and of those whose vocabulary is out of use."""
        from sqlalchemy import delete, or_, select, update

        from provenance.store.rows import DESCRIBED, WORD_INDEX

        with self.transaction() as connection:
            used = select(DESCRIBED.c.vocabulary_id).where(DESCRIBED.c.vocabulary_id == WORD_INDEX.c.vocabulary_id)
            old = or_(WORD_INDEX.c.vocabulary_id == vocabulary_id, ~used.exists())
            connection.execute(delete(WORD_INDEX).where(WORD_INDEX.c.id != index, old))
            connection.execute(update(WORD_INDEX).where(WORD_INDEX.c.id == index).values(reached=None))
            _prune(connection)

    def _sweep(self) -> None:
        """Remove the folders of indexes that are no longer known. One that is made is known before."""
        found = list(self.folder.glob(word_indexes.PATTERN))
        with self.snapshot() as source:
            known = {row.folder for row in word_indexes.every(source)}
        for path in found:
            if path.name not in known:
                shutil.rmtree(path, ignore_errors=True)  # where another process has it open, the next time


def _possible(work: Callable[[], object]) -> bool:
    """Do it, unless another process does or the index is unusable: then it waits for a better time."""
    try:
        work()
    except (ArchiveBusyError, ArchiveIndexError):
        return False
    return True


def _put(source: Source, vocabulary_id: int, pictures: list[int], writer: WordWriter) -> None:
    for start in range(0, len(pictures), _AT_ONCE):
        some = pictures[start : start + _AT_ONCE]
        known = numbered(source, vocabulary_id, some)
        for number in some:
            if number in known:
                writer.add(number, known[number].words)
            else:
                writer.delete(number)


def _prune(connection: Connection) -> None:
    from sqlalchemy import delete, func, select

    from provenance.store.rows import WORD_CHANGE, WORD_INDEX

    seen = select(func.min(WORD_INDEX.c.applied)).scalar_subquery()
    connection.execute(delete(WORD_CHANGE).where(WORD_CHANGE.c.id <= seen))
