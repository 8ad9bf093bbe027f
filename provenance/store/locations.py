"""Where photos' files stand: read, found by name, and written."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from provenance.model.archive import Location
from provenance.model.photo import PhotoId
from provenance.store import convert
from provenance.store.inserted import inserted
from provenance.store.names import ends_with, name_key
from provenance.store.rows import LOCATION, PHOTO, ROOT

_PLACES = select(LOCATION, ROOT.c.path.label("root"), PHOTO.c.digest).join(ROOT).join(PHOTO)
_AT = _PLACES.where(ROOT.c.path == bindparam("root_path"), LOCATION.c.relative == bindparam("relative"))
_OF = _PLACES.where(LOCATION.c.photo_id == bindparam("photo_id"))
_NAMED = _PLACES.where(LOCATION.c.name_key == bindparam("name_key")).order_by(PHOTO.c.id)
_KNOWN_ROOT = select(ROOT.c.id).where(ROOT.c.path == bindparam("path"))
_HERE = (LOCATION.c.root_id == bindparam("here_root"), LOCATION.c.relative == bindparam("here_relative"))


def at(connection: Connection, root: str, relative: str) -> tuple[PhotoId, Location] | None:
    """The photo that was last seen at a path, and what its file was like then."""
    row = connection.execute(_AT, {"root_path": root, "relative": relative}).one_or_none()
    return (PhotoId(row.digest), convert.location(row)) if row else None


def located(connection: Connection, name: str) -> tuple[PhotoId, ...]:
    """Photos whose path ends with a name (see `store/names.py`), in the order in which they came."""
    rows = connection.execute(_NAMED, {"name_key": name_key(name)})
    found = (row.digest for row in rows if ends_with(f"{row.root}/{row.relative}", name))
    return tuple(PhotoId(digest) for digest in dict.fromkeys(found))


def paths_of(connection: Connection, photo_id: int) -> list[str]:
    """The whole paths of a photo's files."""
    rows = connection.execute(_OF, {"photo_id": photo_id})
    return [f"{row.root}/{row.relative}" for row in rows]


def put(connection: Connection, photo_id: int, location: Location, now: datetime) -> None:
    """Remember that a photo's file stands at a path, in place of what stood there before."""
    root = _root(connection, location.root)
    columns = convert.location_columns(location, photo_id, root, now)
    here = {"here_root": root, "here_relative": location.relative}
    if connection.execute(update(LOCATION).where(*_HERE), {**columns, **here}).rowcount == 0:
        connection.execute(insert(LOCATION), columns)


def _root(connection: Connection, path: str) -> int:
    known = connection.execute(_KNOWN_ROOT, {"path": path}).scalar()
    return inserted(connection, ROOT, {"path": path}) if known is None else int(known)
