"""Photos and pictures going into the tables."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, update

from provenance.model.archive import NewPhoto, Pictured
from provenance.store import convert, documents
from provenance.store.codecs import HEX
from provenance.store.describing import describe, describe_new
from provenance.store.indexing import enter
from provenance.store.inserted import inserted
from provenance.store.query import Query
from provenance.store.rows import DOCUMENT, FACTS, FINGERPRINT, PHOTO, PICTURE, PREVIEW, SUPPLIER, UNRELATED

_KNOWN_PHOTO = Query("SELECT id, picture_id FROM photo WHERE digest = :digest", {"digest": HEX})
_KNOWN_PICTURE = Query("SELECT id FROM picture WHERE digest = :digest", {"digest": HEX})


def add_photo(connection: Connection, photo: NewPhoto, now: datetime) -> tuple[int, bool]:
    """Keep a photo; its number, and whether it is new. One that was unreadable and no longer is gets completed."""
    known = _KNOWN_PHOTO.one(connection, digest=photo.id)
    if known and (known.picture_id is not None or photo.pictured is None):
        return int(known.id), False
    picture = _picture(connection, photo.pictured) if photo.pictured else None
    columns = convert.photo_columns(photo, picture)
    if known:
        connection.execute(update(PHOTO).where(PHOTO.c.id == known.id).values(columns))
        connection.execute(delete(FACTS).where(FACTS.c.photo_id == known.id))
        connection.execute(delete(SUPPLIER).where(SUPPLIER.c.photo_id == known.id))
        connection.execute(delete(DOCUMENT).where(DOCUMENT.c.photo_id == known.id))
        photo_id = known.id
    else:
        photo_id = inserted(connection, PHOTO, {**columns, "held_since": now})
    if photo.facts:
        connection.execute(insert(FACTS), {"photo_id": photo_id, "data": convert.facts_data(photo.facts)})
    supplied = [{"supplier_id": one, "photo_id": photo_id} for one in dict.fromkeys(photo.supplier_ids)]
    if supplied:
        connection.execute(insert(SUPPLIER), supplied)
    documents.keep(connection, photo_id, photo.document_ids)
    return photo_id, known is None


def _picture(connection: Connection, pictured: Pictured) -> int:
    """The number of a picture. What belongs to it is kept once, however many photos wrap it; features may change."""
    known = _KNOWN_PICTURE.one(connection, digest=pictured.id)
    if known:
        if pictured.features is not None:
            describe(connection, known.id, pictured.features)
        return int(known.id)
    size = {"width": pictured.width, "height": pictured.height}
    picture = inserted(connection, PICTURE, {"digest": pictured.id, **size})
    connection.execute(insert(PREVIEW), convert.preview_columns(pictured.preview, picture))
    describe_new(connection, picture, pictured.features)
    connection.execute(insert(UNRELATED), {"picture_id": picture})
    prints = list({one.kind: one for one in reversed(pictured.fingerprints)}.values())
    if prints:
        connection.execute(insert(FINGERPRINT), [convert.fingerprint_columns(one, picture) for one in prints])
        enter(connection, picture, prints)
    return picture
