"""Photos going out of the tables, and pictures that no photo wraps any more."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from provenance.store.bands import keys
from provenance.store.codecs import HEX, WORDS
from provenance.store.describing import undescribe
from provenance.store.query import Query
from provenance.store.relating import unsettle
from provenance.store.rows import (
    APPEARANCE,
    APPEARANCE_DETAIL,
    APPEARANCE_TIME,
    BAND,
    FACTS,
    FINGERPRINT,
    LOCATION,
    NOTICE_PHOTO,
    PHOTO,
    PICTURE,
    PREVIEW,
    SUPPLIER,
    WAITING,
    WAITING_KEY,
)

_PICTURE_OF = Query("SELECT picture_id FROM photo WHERE id = :id")
_STILL_WRAPPED = Query("SELECT id FROM photo WHERE picture_id = :picture_id LIMIT 1")
_CODES = Query("SELECT kind, code FROM fingerprint WHERE picture_id = :picture_id", {"kind": WORDS, "code": HEX})


def forget(connection: Connection, photo: int) -> None:
    """Delete a photo, all that belongs to it, and its picture where no other photo wraps it."""
    picture = next(_PICTURE_OF.rows(connection, id=photo)).picture_id
    _forget_appearances(connection, photo)
    for table in (FACTS, SUPPLIER, LOCATION, NOTICE_PHOTO):
        connection.execute(delete(table).where(table.c.photo_id == photo))
    connection.execute(delete(PHOTO).where(PHOTO.c.id == photo))
    if picture is not None and _STILL_WRAPPED.one(connection, picture_id=picture) is None:
        _forget_picture(connection, picture)


def _forget_appearances(connection: Connection, photo: int) -> None:
    mine = select(APPEARANCE.c.id).where(APPEARANCE.c.photo_id == photo)
    for table in (APPEARANCE_TIME, APPEARANCE_DETAIL, WAITING, WAITING_KEY):
        connection.execute(delete(table).where(table.c.appearance_id.in_(mine)))
    connection.execute(update(APPEARANCE).where(APPEARANCE.c.photo_id == photo).values(superseded_by=None))
    connection.execute(delete(APPEARANCE).where(APPEARANCE.c.photo_id == photo))


def _forget_picture(connection: Connection, picture: int) -> None:
    for row in _CODES.rows(connection, picture_id=picture):
        bands = BAND.c.key.in_(keys(row.kind, row.code))
        connection.execute(delete(BAND).where(BAND.c.picture_id == picture, bands))
    undescribe(connection, picture)
    unsettle(connection, picture)
    for table in (FINGERPRINT, PREVIEW):
        connection.execute(delete(table).where(table.c.picture_id == picture))
    connection.execute(delete(PICTURE).where(PICTURE.c.id == picture))
