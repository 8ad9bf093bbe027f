"""Where files stand, going into the tables: photos' files and others; what went missing, and what is forgotten."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from provenance.model.archive import Location
from provenance.model.known_file import OtherFile
from provenance.store import convert, locations
from provenance.store.codecs import PATH, UTC_TIME
from provenance.store.inserted import inserted
from provenance.store.other_files import origin as known_origin
from provenance.store.query import Query
from provenance.store.rows import LOCATION, ORIGIN, OTHER_FILE, ROOT

_KNOWN_ROOT = Query("SELECT id FROM root WHERE path = :path", {"path": PATH})
_HERE = {
    table: (table.c.root_id == bindparam("here_root"), table.c.relative == bindparam("here_relative"))
    for table in (LOCATION, OTHER_FILE)
}
_FIRST = Query(
    "SELECT since FROM other_file WHERE root_id = :root_id AND relative = :relative",
    {"relative": PATH, "since": UTC_TIME},
)
_LOCATION_ID = Query(
    "SELECT id, missing FROM location WHERE root_id = :root_id AND relative = :relative",
    {"relative": PATH, "missing": UTC_TIME},
)


def put(connection: Connection, photo_id: int, location: Location, now: datetime, origin: int | None) -> None:
    """Remember that a photo's file stands at a path, in place of what stood there before."""
    root, relative = _home(connection, location, "location")
    columns = convert.location_columns(location, photo_id, root, now)
    said = {"relative": relative, "origin_id": origin, "missing": None, "altered": None, "altered_seen": None}
    _write(connection, LOCATION, {**columns, **said})
    drop_other(connection, location.root, location.relative)


def note(connection: Connection, file: OtherFile, now: datetime) -> None:
    """Remember what became of a file that is no photo, in place of what was known of it."""
    root, relative = _home(connection, file.location, "other_file")
    before = _FIRST.one(connection, root_id=root, relative=relative)
    columns = convert.other_file_columns(file, root, before.since if before else now, now)
    _write(connection, OTHER_FILE, {**columns, "relative": relative})


def drop_other(connection: Connection, root: str, relative: str) -> bool:
    """Forget a file that is no photo; False where it was not known."""
    return _drop(connection, OTHER_FILE, "other_file", root, relative)


def drop(connection: Connection, root: str, relative: str) -> bool:
    """Forget the place of a photo's file, never the photo; False where it was not known."""
    return _drop(connection, LOCATION, "location", root, relative)


def miss(connection: Connection, root: str, relative: str, now: datetime) -> tuple[bool, str] | None:
    """Mark that a photo's file is not at its place any more: whether that is new, and where its photo was read since.

    None where no photo was known there.
    """
    home = locations.home_of(connection, root, relative, "location")
    row = _LOCATION_ID.one(connection, root_id=home[0], relative=home[1]) if home else None
    if row is None:
        return None
    if row.missing is None:
        connection.execute(update(LOCATION).where(LOCATION.c.id == row.id).values(missing=now))
    return row.missing is None, locations.moved_to(connection, row.id, now)


def alter(connection: Connection, root: str, relative: str, digest: str, now: datetime) -> None:
    """Keep that another content was found at a place though its size and time say otherwise; "" that it is well."""
    home = locations.home_of(connection, root, relative, "location")
    if home:
        here = (LOCATION.c.root_id == home[0], LOCATION.c.relative == home[1])
        found = {"altered": digest or None, "altered_seen": now if digest else None}
        connection.execute(update(LOCATION).where(*here).values(**found))


def remap(connection: Connection, old: str, new: str) -> None:
    """Let a root be another folder. Where that one is a root, too, its own files stay, and others join them."""
    here, there = root_number(connection, old), _KNOWN_ROOT.one(connection, path=new)
    if there is None:
        connection.execute(update(ROOT).where(ROOT.c.id == here).values(path=new))
        return
    for table in (LOCATION, OTHER_FILE):
        known = select(table.c.relative).where(table.c.root_id == there.id)
        connection.execute(delete(table).where(table.c.root_id == here, table.c.relative.in_(known)))
        connection.execute(update(table).where(table.c.root_id == here).values(root_id=there.id))
    connection.execute(delete(ROOT).where(ROOT.c.id == here))


def origin(connection: Connection, source: str, standing: str, program: str) -> int:
    """The number for who handed files over, with which standing, to which program."""
    known = known_origin(connection, source, standing, program)
    return known or inserted(connection, ORIGIN, {"source": source, "standing": standing, "program": program})


def root_number(connection: Connection, path: str) -> int:
    """The number of a root, which is made where there is none."""
    known = _KNOWN_ROOT.one(connection, path=path)
    return int(known.id) if known else inserted(connection, ROOT, {"path": path})


def _home(connection: Connection, location: Location, table: str) -> tuple[int, str]:
    known = locations.home_of(connection, location.root, location.relative, table)
    return known or (root_number(connection, location.root), location.relative)


def _write(connection: Connection, table: Table, columns: convert.Columns) -> None:
    here = {"here_root": columns["root_id"], "here_relative": columns["relative"]}
    if connection.execute(update(table).where(*_HERE[table]), {**columns, **here}).rowcount == 0:
        connection.execute(insert(table), columns)


def _drop(connection: Connection, table: Table, name: str, root: str, relative: str) -> bool:
    home = locations.home_of(connection, root, relative, name)
    if home is None:
        return False
    connection.execute(delete(table).where(table.c.root_id == home[0], table.c.relative == home[1]))
    return True
