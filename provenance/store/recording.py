"""Which files are renditions of one library entry, going into the tables."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, insert, update

from provenance.model.renditions import Rendition
from provenance.store.names import name_key
from provenance.store.renditions import patterns
from provenance.store.rows import LOCATION, RECORD_NAME, RENDITION_PATTERN


def set_pattern(connection: Connection, folder: str, pattern: str) -> bool:
    """Keep the pattern for the files below a folder; False where it was kept already."""
    if (folder, pattern) in patterns(connection):
        return False
    connection.execute(delete(RENDITION_PATTERN).where(RENDITION_PATTERN.c.folder == folder))
    connection.execute(insert(RENDITION_PATTERN), {"folder": folder, "pattern": pattern})
    return True


def remap(connection: Connection, old: str, new: str) -> None:
    """Let the pattern of a folder hold for another one, unless that has its own."""
    kept = dict(patterns(connection))
    if old in kept:
        connection.execute(delete(RENDITION_PATTERN).where(RENDITION_PATTERN.c.folder == old))
        set_pattern(connection, new, kept.get(new, kept[old]))


def set_names(connection: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Keep to which entries files belong, by their names; a newer word replaces an older one."""
    kept = [{"name_key": name_key(name), "name": name, "record": record} for name, record in dict(pairs).items()]
    if kept:
        connection.execute(
            delete(RECORD_NAME).where(RECORD_NAME.c.name == bindparam("old")), [{"old": one["name"]} for one in kept]
        )
        connection.execute(insert(RECORD_NAME), kept)


def put(connection: Connection, told: Iterable[tuple[int, Rendition]]) -> None:
    """Keep what files are, by their numbers."""
    rows = [{"here": number, "record": one.record, "rendition": one.kind} for number, one in told]
    if rows:
        connection.execute(update(LOCATION).where(LOCATION.c.id == bindparam("here")), rows)
