"""Looking through an archive for damage: the tables, their entries, the features, the search index."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

from provenance.errors import ArchiveIndexError
from provenance.model.archive import Damage, Progress
from provenance.store import entries, sqlite, word_indexes
from provenance.store.alike import MOST_COMPARED
from provenance.store.erasing import erasing
from provenance.store.features import described, described_after, holed, vocabulary
from provenance.store.query import Row
from provenance.store.sqlite import Source
from provenance.store.word_files import files_of, is_whole

TABLES = "tables"
REINDEX = "Build it anew: prov archive reindex"
_BACKUP = "Restore the archive from a backup, or ingest the photos again into a new one."
_EVERYTHING = 1 << 62


def inspect(folder: Path, source: Source, version: str) -> Iterator[Progress | Damage]:
    """Everything; previews are held against their sums and not opened.

    Where tables are damaged, what they say is not looked at.
    """
    broken = yield from _tables(source)
    if broken:
        return
    yield from entries.inspect(source)
    if erasing(source):
        yield Damage("erasing", "Something that was forgotten may still stand in free space.", "prov forget --finish")
    vocabulary_id = vocabulary(source, version)
    if not vocabulary_id:
        return
    lost = len(holed(source, vocabulary_id))
    if lost:
        yield Damage("features", f"The local features of {lost:,} pictures are lost.", _BACKUP)
    yield from _index(folder, source, vocabulary_id)


def _tables(source: Source) -> Generator[Progress | Damage, None, bool]:
    """Whether the structure of a table or index is damaged, or an entry belongs to another that is not there."""
    tables = sorted(sqlite.tables(source))
    broken = False
    for done, table in enumerate(tables, 1):
        for sentence in sqlite.health(source, [table], thorough=True):
            broken = True
            yield Damage(TABLES, sentence, _BACKUP)
        yield Progress("Looking at the tables", done, len(tables))
    if broken:
        return True
    for table, number in sqlite.strays(source).items():
        broken = True
        sentence = f"{number:,} entries of the table {table!r} belong to something that is lost."
        yield Damage(TABLES, sentence, _BACKUP)
    return broken


def _index(folder: Path, source: Source, vocabulary_id: int) -> Iterator[Progress | Damage]:
    total = described(source, vocabulary_id)
    row = word_indexes.complete(source, vocabulary_id)
    if row is None:
        if total:
            sentence = f"There is no search index for {total:,} pictures yet."
            yield Damage("index-missing", sentence, REINDEX, only_told=total <= MOST_COMPARED)
        return
    try:
        broken = yield from _files(folder / row.folder)
        if not broken:
            yield from _documents(folder, source, row)
    except (ArchiveIndexError, OSError):
        yield Damage("index-damaged", "The search index is missing, damaged, or older than the archive.", REINDEX)


def _files(folder: Path) -> Generator[Progress | Damage, None, bool]:
    """Whether every file ends with a footer that fits it."""
    files = files_of(folder)
    broken = False
    for done, path in enumerate(files, 1):
        yield Progress("Looking at the search index", done, len(files))
        if not is_whole(path):
            broken = True
            yield Damage("index-damaged", f"A file of the search index is damaged: {path.name}", REINDEX)
    return broken


def _documents(folder: Path, source: Source, row: Row) -> Iterator[Progress | Damage]:
    """Whether it holds the pictures that it should, apart from those that it has yet to follow."""
    index = word_indexes.opened(folder, row)
    waiting = {picture for _, picture in word_indexes.changes(source, row.applied, _EVERYTHING)}
    expected = set(described_after(source, row.vocabulary_id, 0, _EVERYTHING)) - waiting
    found: set[int] = set()
    twice = 0
    for block in index.numbers():
        twice += len(block) - len(set(block)) + len(found.intersection(block))
        found.update(block)
        yield Progress("Looking at what it holds", len(found), len(expected))
    missing, extra = len(expected - found), len(found - expected - waiting) + twice
    if missing:
        yield Damage("index-incomplete", f"{missing:,} pictures are missing from the search index.", REINDEX)
    if extra:
        yield Damage("index-too-much", f"The search index holds {extra:,} entries that it should not.", REINDEX)
    if len(waiting) > len(expected):
        sentence = f"The search index has yet to follow {len(waiting):,} pictures."
        yield Damage("index-behind", sentence, REINDEX, only_told=len(waiting) <= MOST_COMPARED)
