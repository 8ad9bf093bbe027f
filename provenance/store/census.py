"""How many entries there are, and whether the tables are intact."""

from __future__ import annotations

from pathlib import Path

from provenance.model.archive import ArchiveInfo
from provenance.store import sqlite, word_indexes
from provenance.store.codecs import UTC_TIME
from provenance.store.migrate import revision_of
from provenance.store.query import Query
from provenance.store.sqlite import Source

_COUNTS = {
    "photos": Query("SELECT count(*) AS number FROM photo"),
    "pictures": Query("SELECT count(*) AS number FROM picture"),
    "unreadable": Query("SELECT count(*) AS number FROM photo WHERE picture_id IS NULL"),
    "appearances": Query("SELECT count(*) AS number FROM appearance"),
    "waiting": Query("SELECT count(*) AS number FROM appearance WHERE photo_id IS NULL AND superseded_by IS NULL"),
}
_NEWEST = Query("SELECT max(held_since) AS held_since FROM photo", {"held_since": UTC_TIME})


def census(folder: Path, source: Source) -> ArchiveInfo:
    """What is in an archive. Previews, which are most of it, are not read to see whether they are intact."""
    newest = _NEWEST.one(source)
    searchable, index, behind = word_indexes.state(source, folder)
    return ArchiveInfo(
        path=str(folder),
        engine=sqlite.NAME,
        revision=revision_of(source),
        bytes=sqlite.bytes_on_disk(folder) + word_indexes.bytes_on_disk(folder),
        health=sqlite.health(source, sorted(sqlite.tables(source) - {"preview"})),
        newest=newest.held_since if newest else None,
        searchable=searchable,
        index=index,
        behind=behind,
        **{name: next(query.rows(source)).number for name, query in _COUNTS.items()},
    )
