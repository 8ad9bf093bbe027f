"""Where photos' files stand, going into the tables."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, update

from provenance.model.archive import Location
from provenance.store import convert
from provenance.store.codecs import PATH
from provenance.store.inserted import inserted
from provenance.store.query import Query
from provenance.store.rows import LOCATION, ROOT

_KNOWN_ROOT = Query("SELECT id FROM root WHERE path = :path", {"path": PATH})
_HERE = (LOCATION.c.root_id == bindparam("here_root"), LOCATION.c.relative == bindparam("here_relative"))


def put(connection: Connection, photo_id: int, location: Location, now: datetime) -> None:
    """Remember that a photo's file stands at a path, in place of what stood there before."""
    root = _root(connection, location.root)
    columns = convert.location_columns(location, photo_id, root, now)
    here = {"here_root": root, "here_relative": location.relative}
    if connection.execute(update(LOCATION).where(*_HERE), {**columns, **here}).rowcount == 0:
        connection.execute(insert(LOCATION), columns)


def _root(connection: Connection, path: str) -> int:
    known = _KNOWN_ROOT.one(connection, path=path)
    return int(known.id) if known else inserted(connection, ROOT, {"path": path})
