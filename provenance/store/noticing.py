"""Notices going into the tables."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from provenance.model.archive import Outcome
from provenance.model.notice import Notice, Way
from provenance.model.photo import PhotoId
from provenance.store.codecs import HEX, WORDS
from provenance.store.inserted import inserted
from provenance.store.notices import WRONG, sign_key, signs_of
from provenance.store.query import Query
from provenance.store.rows import NOTICE, NOTICE_PHOTO, NOTICE_SIGN

_KNOWN = Query("SELECT id FROM notice WHERE digest = :digest", {"digest": HEX})
_LINK = Query("SELECT way FROM notice_photo WHERE notice_id = :notice_id AND photo_id = :photo_id", {"way": WORDS})
_PICTURE = Query(
    "SELECT picture.digest FROM photo JOIN picture ON picture.id = photo.picture_id WHERE photo.id = :id",
    {"digest": HEX},
)
_SIGNS = Query("SELECT kind, text FROM notice_sign WHERE notice_id = :notice_id", {"kind": WORDS, "text": WORDS})
_TEXTS = ("source", "address", "publisher", "headline", "text", "corrected", "external_id", "version")


def keep(connection: Connection, notice: Notice, now: datetime) -> Outcome:
    """Keep a notice, unless it is on record."""
    if _KNOWN.one(connection, digest=notice.digest):
        return Outcome.KNOWN
    texts = {name: getattr(notice, name) for name in _TEXTS}
    texts.update(kind=notice.kind.value, voucher=notice.voucher.value, field="", raw="")
    times: dict[str, object] = {"issued_start": None, "issued_end": None}
    if notice.issued:
        times = {"issued_start": notice.issued.span.start, "issued_end": notice.issued.span.end}
        texts.update(field=notice.issued.field, raw=notice.issued.raw)
    number = inserted(connection, NOTICE, {"digest": notice.digest, "recorded": now, **texts, **times})
    _sign(connection, number, list(signs_of(notice)))
    return Outcome.ADDED


def concern(connection: Connection, notice: Notice, photo_id: int, photo: PhotoId, way: Way) -> bool:
    """Keep that a notice on record is about a photo; False where that was known.

    The digests of the photo and of its picture become signs, so that it is known again after it was forgotten.
    """
    found = _KNOWN.one(connection, digest=notice.digest)
    if found is None:
        raise LookupError(f"the notice {notice.id} is not on record")
    if _LINK.one(connection, notice_id=found.id, photo_id=photo_id):
        return False
    connection.execute(insert(NOTICE_PHOTO), {"notice_id": found.id, "photo_id": photo_id, "way": way.value})
    picture = _PICTURE.one(connection, id=photo_id)
    digests = [("photo", str(photo)), *([("picture", picture.digest)] if picture else [])]
    kept = {(row.kind, row.text) for row in _SIGNS.rows(connection, notice_id=found.id)}
    _sign(connection, found.id, [sign for sign in digests if sign not in kept])
    return True


def drop(connection: Connection, digest: str) -> bool:
    """Delete a notice; False where it is not on record."""
    found = _KNOWN.one(connection, digest=digest)
    if found is None:
        return False
    for table in (NOTICE_SIGN, NOTICE_PHOTO):
        connection.execute(delete(table).where(table.c.notice_id == found.id))
    connection.execute(delete(NOTICE).where(NOTICE.c.id == found.id))
    return True


def _sign(connection: Connection, notice_id: int, signs: list[tuple[str, str]]) -> None:
    taken = func.coalesce(func.max(NOTICE_SIGN.c.position), -1)
    last = connection.execute(select(taken).where(NOTICE_SIGN.c.notice_id == notice_id)).scalar_one()
    rows = [
        {"notice_id": notice_id, "position": position, "kind": kind, "text": text, "key": _key(kind, text)}
        for position, (kind, text) in enumerate(signs, last + 1)
    ]
    if rows:
        connection.execute(insert(NOTICE_SIGN), rows)


def _key(kind: str, text: str) -> int:
    return 0 if kind == WRONG else sign_key(kind, text)
