"""Photos going out of the tables, with what was decided and found of them; and their pictures."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from sqlalchemy import Connection, delete, or_, select, union, update

from provenance.model.archive import StoredPhoto
from provenance.model.family import family_id
from provenance.store.bands import keys
from provenance.store.codecs import HEX, PATH, WORDS
from provenance.store.describing import undescribe
from provenance.store.query import Query
from provenance.store.relating import unsettle
from provenance.store.rows import (
    APPEARANCE,
    APPEARANCE_DETAIL,
    APPEARANCE_TIME,
    AUDIT,
    BAND,
    DECISION,
    DOCUMENT,
    FACTS,
    FINGERPRINT,
    LOCATION,
    NOTICE_PHOTO,
    OTHER_FILE,
    PHOTO,
    PICTURE,
    PREVIEW,
    ROOT,
    SUPPLIER,
    WAITING,
    WAITING_KEY,
)

_AUDITS = Query("SELECT id, data FROM audit")
_NOTES = Query("SELECT about, note FROM decision WHERE note <> ''", {"about": WORDS, "note": WORDS})
_FINDING = re.compile(r"F-[0-9a-f]{10}")
_PICTURE_OF = Query("SELECT picture_id FROM photo WHERE id = :id")
_PLACES = Query("SELECT root_id, relative FROM location WHERE photo_id = :photo_id", {"relative": PATH})
_STILL_WRAPPED = Query("SELECT id FROM photo WHERE picture_id = :picture_id LIMIT 1")
_CODES = Query("SELECT kind, code FROM fingerprint WHERE picture_id = :picture_id", {"kind": WORDS, "code": HEX})


def forget(connection: Connection, photo: int) -> None:
    """Delete a photo, all that belongs to it, and its picture where no other photo wraps it."""
    picture = next(_PICTURE_OF.rows(connection, id=photo)).picture_id
    _forget_appearances(connection, photo)
    _forget_beside(connection, photo)
    for table in (FACTS, SUPPLIER, DOCUMENT, LOCATION, NOTICE_PHOTO):
        connection.execute(delete(table).where(table.c.photo_id == photo))
    connection.execute(delete(PHOTO).where(PHOTO.c.id == photo))
    used = union(select(LOCATION.c.root_id), select(OTHER_FILE.c.root_id))
    connection.execute(delete(ROOT).where(ROOT.c.id.not_in(used)))
    if picture is not None and _STILL_WRAPPED.one(connection, picture_id=picture) is None:
        _forget_picture(connection, picture)


def forget_words(connection: Connection, photo: StoredPhoto) -> None:
    """Delete what was decided about a photo that is held, and the audits in which it stands."""
    signs = [photo.id, *([photo.picture] if photo.picture else [])]
    about = {family_id(photo.id)}
    for row in _AUDITS.rows(connection):
        found = _mentions(row.data, signs)
        if found is not None:
            about |= found
            connection.execute(delete(AUDIT).where(AUDIT.c.id == row.id))
    spoken = [photo.id[:12], *(PurePath(one.relative).name for one in photo.locations)]
    about |= {row.about for row in _NOTES.rows(connection) if any(one in row.note for one in spoken)}
    for one in sorted(about):
        connection.execute(delete(DECISION).where(DECISION.c.about == one))
    if photo.picture:
        named = or_(DECISION.c.one == photo.picture, DECISION.c.other == photo.picture)
        connection.execute(delete(DECISION).where(named))


def _mentions(data: bytes, signs: Sequence[str]) -> set[str] | None:
    """The findings about a photo in a kept audit that mentions it; None where it does not. What is unreadable may."""
    try:
        text = zlib.decompress(data)
        said = json.loads(text)
    except (zlib.error, ValueError):
        return set()
    short = [sign[:12] for sign in signs]
    if not any(one.encode() in text for one in short):
        return None
    return set(_findings(said, short))


def _findings(said: object, signs: Sequence[str]) -> Iterator[str]:
    """The ids of findings in every record that has one of these signs among its own values."""
    if isinstance(said, dict):
        if any(isinstance(one, str) and sign in one for one in said.values() for sign in signs):
            yield from _FINDING.findall(json.dumps(said))
            return
        said = list(said.values())
    if isinstance(said, list):
        for one in said:
            yield from _findings(one, signs)


def _forget_beside(connection: Connection, photo: int) -> None:
    """Delete what is known of files that bear the photo's own name with another ending."""
    for row in _PLACES.rows(connection, photo_id=photo):
        stem = str(PurePath(row.relative).with_suffix(""))
        within = OTHER_FILE.c.relative.between(f"{stem}.", f"{stem}/")
        connection.execute(delete(OTHER_FILE).where(OTHER_FILE.c.root_id == row.root_id, within))


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
