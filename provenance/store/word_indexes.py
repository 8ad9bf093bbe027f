"""The search indexes as the tables know them: where each stands, and how far it has followed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from provenance.errors import ArchiveIndexError
from provenance.model.archive import IndexState
from provenance.store.codecs import WORDS
from provenance.store.features import described, newest_vocabulary
from provenance.store.query import Query, Row
from provenance.store.sqlite import Source
from provenance.store.word_files import stamp_of, unusable
from provenance.store.words import LAYOUT, WordSearch

PATTERN = "words-*"
PREFIX = f"words-{LAYOUT}-"
"""How the folders of this program's indexes begin."""

_COLUMNS = "SELECT id, vocabulary_id, folder, applied, stamp, reached FROM word_index"
_COMPLETE = Query(
    f"{_COLUMNS} WHERE vocabulary_id = :vocabulary_id AND reached IS NULL ORDER BY id DESC LIMIT 1", {"folder": WORDS}
)
_UNFINISHED = Query(
    f"{_COLUMNS} WHERE vocabulary_id = :vocabulary_id AND reached IS NOT NULL ORDER BY id DESC LIMIT 1",
    {"folder": WORDS},
)
_ONE = Query(f"{_COLUMNS} WHERE id = :id", {"folder": WORDS})
_ALL = Query(f"{_COLUMNS} ORDER BY id", {"folder": WORDS})
_CHANGES = Query("SELECT id, picture_id FROM word_change WHERE id > :applied ORDER BY id LIMIT :limit")
_LAST = Query("SELECT coalesce(max(id), 0) AS number FROM word_change")
_BEHIND = Query("SELECT count(DISTINCT picture_id) AS number FROM word_change WHERE id > :applied")


def complete(source: Source, vocabulary_id: int) -> Row | None:
    """The index that is searched for the words of a vocabulary."""
    return _COMPLETE.one(source, vocabulary_id=vocabulary_id)


def unfinished(source: Source, vocabulary_id: int) -> Row | None:
    """The index that is being built for a vocabulary, or whose building was stopped."""
    return _UNFINISHED.one(source, vocabulary_id=vocabulary_id)


def by_id(source: Source, number: int) -> Row | None:
    """An index; None where another has taken its place."""
    return _ONE.one(source, id=number)


def every(source: Source) -> list[Row]:
    """All of them, the oldest first."""
    return list(_ALL.rows(source))


def changes(source: Source, applied: int, limit: int) -> list[tuple[int, int]]:
    """The changes behind one, and the numbers of the pictures that they are about."""
    return [(change, picture) for change, picture in _CHANGES.tuples(source, applied=applied, limit=limit)]


def last_change(source: Source) -> int:
    """The last change that some index has yet to follow; 0 where all have followed."""
    return int(next(_LAST.rows(source)).number)


def opened(folder: Path, row: Row) -> WordSearch:
    """The index of a row, to be searched. ArchiveIndexError where it is missing, of another layout or older."""
    intact(folder, row)
    return WordSearch(folder / row.folder)


def intact(folder: Path, row: Row) -> None:
    """Raise ArchiveIndexError where an index is missing, of another layout, or older than the tables say."""
    if not row.folder.startswith(PREFIX) or "/" in row.folder or stamp_of(folder / row.folder) < row.stamp:
        raise unusable()


def state(source: Source, folder: Path) -> tuple[int, IndexState, int]:
    """How many pictures can be found by their features, how their index is, and how many it has yet to follow."""
    vocabulary_id, _ = newest_vocabulary(source)
    searchable = described(source, vocabulary_id) if vocabulary_id else 0
    row = complete(source, vocabulary_id)
    if row is None:
        building = unfinished(source, vocabulary_id) is not None
        missing = IndexState.BUILDING if building else IndexState.MISSING
        return searchable, missing if searchable else IndexState.EMPTY, searchable
    behind = int(next(_BEHIND.rows(source, applied=row.applied)).number)
    try:
        intact(folder, row)
    except ArchiveIndexError:
        return searchable, IndexState.DAMAGED, behind
    return searchable, IndexState.BEHIND if behind else IndexState.READY, behind


def bytes_on_disk(folder: Path) -> int:
    """The size of all indexes' files."""
    return sum(_size(path) for index in _folders(folder) for path in index.iterdir())


def _folders(folder: Path) -> Iterable[Path]:
    return (path for path in folder.glob(PATTERN) if path.is_dir())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # the engine removes files that it no longer needs
        return 0
