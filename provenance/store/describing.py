"""Local features going into the tables, and out of them. What changes is noted for the search indexes to follow."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert

from provenance.model.matching import Features
from provenance.model.photo import PictureId
from provenance.store.codecs import HEX
from provenance.store.features import NONE, parts, vocabulary
from provenance.store.inserted import inserted
from provenance.store.query import Query
from provenance.store.rows import DESCRIBED, FEATURE_PART, VOCABULARY, WORD_CHANGE

_PICTURE = Query("SELECT id FROM picture WHERE digest = :digest", {"digest": HEX})
_VOCABULARY_OF = Query(
    "SELECT vocabulary_id FROM described"
    " WHERE vocabulary_id IN (SELECT id FROM vocabulary) AND picture_id = :picture_id"
)


def describe_new(connection: Connection, picture: int, features: Features | None) -> None:
    """Keep the features of a picture that is new, or that it has none."""
    version = NONE if features is None else features.version
    vocabulary_id = vocabulary(connection, version) or inserted(connection, VOCABULARY, {"version": version})
    connection.execute(insert(DESCRIBED), {"vocabulary_id": vocabulary_id, "picture_id": picture})
    if features is None:
        return
    pieces = [
        {"picture_id": picture, "part": number, "data": piece} for number, piece in enumerate(parts(features.data))
    ]
    connection.execute(insert(FEATURE_PART), pieces)
    connection.execute(insert(WORD_CHANGE), {"picture_id": picture})


def describe(connection: Connection, picture: int, features: Features) -> bool:
    """Keep features in place of those of another version; True where they are new."""
    known = _VOCABULARY_OF.one(connection, picture_id=picture)
    if known and known.vocabulary_id == vocabulary(connection, features.version):
        return False
    undescribe(connection, picture)
    describe_new(connection, picture, features)
    return True


def undescribe(connection: Connection, picture: int) -> None:
    """Forget a picture's features."""
    known = _VOCABULARY_OF.one(connection, picture_id=picture)
    if known is None:
        return
    at = (DESCRIBED.c.vocabulary_id == known.vocabulary_id, DESCRIBED.c.picture_id == picture)
    connection.execute(delete(DESCRIBED).where(*at))
    connection.execute(delete(FEATURE_PART).where(FEATURE_PART.c.picture_id == picture))
    connection.execute(insert(WORD_CHANGE), {"picture_id": picture})


def number_of(connection: Connection, picture: PictureId) -> int:
    """A picture's number. LookupError where it is not held."""
    known = _PICTURE.one(connection, digest=picture)
    if known is None:
        raise LookupError(f"the archive holds no picture {picture}")
    return int(known.id)
