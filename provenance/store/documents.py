"""Ids of documents, suppliers and cameras that photos carry, written to the tables and read from them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert

from provenance.model.documents import DocumentId, DocumentKind
from provenance.model.photo import PhotoId
from provenance.store.codecs import HEX, WORDS
from provenance.store.query import Query
from provenance.store.rows import DOCUMENT
from provenance.store.sqlite import Source

_TEXTS = {"digest": HEX, "kind": WORDS, "document": WORDS}
_PICTURES = Query(
    "SELECT count(DISTINCT photo.picture_id) AS number FROM document JOIN photo ON photo.id = document.photo_id"
    " WHERE document.kind = :kind AND document.document = :document",
    _TEXTS,
)
_DOCUMENTED = Query(
    "SELECT photo.digest FROM document JOIN photo ON photo.id = document.photo_id"
    " WHERE document.kind = :kind AND document.document = :document ORDER BY photo.id",
    _TEXTS,
)
_OF_PHOTO = Query(
    "SELECT document.kind, document.document FROM document JOIN photo ON photo.id = document.photo_id"
    " WHERE photo.digest = :digest ORDER BY document.kind, document.document",
    _TEXTS,
)
_SHARED = Query(
    "SELECT document.document, photo.digest FROM document JOIN photo ON photo.id = document.photo_id"
    " WHERE document.kind = :kind AND document.document IN (SELECT document FROM document WHERE kind = :kind"
    " GROUP BY document HAVING count(*) > 1) ORDER BY document.document, photo.id",
    _TEXTS,
)


def keep(connection: Connection, photo: int, ids: Sequence[DocumentId]) -> None:
    """Keep a photo's ids; it has none yet."""
    rows = [{"kind": one.kind.value, "document": one.id, "photo_id": photo} for one in dict.fromkeys(ids)]
    if rows:
        connection.execute(insert(DOCUMENT), rows)


def documented(source: Source, kind: DocumentKind, id: str, most: int | None) -> tuple[PhotoId, ...]:
    """Photos that carry an id, in the order in which they came; none where more than `most` pictures share it."""
    asked = {"kind": kind.value, "document": id.strip().casefold()}
    if most is not None and next(_PICTURES.rows(source, **asked)).number > most:
        return ()
    return tuple(PhotoId(row.digest) for row in _DOCUMENTED.rows(source, **asked))


def of_photo(source: Source, photo: PhotoId) -> tuple[DocumentId, ...]:
    """The ids that a photo carries."""
    return tuple(DocumentId(DocumentKind(row.kind), row.document) for row in _OF_PHOTO.rows(source, digest=photo))


def camera_serials(source: Source) -> dict[str, tuple[PhotoId, ...]]:
    """The photos of each camera that took more than one that is held."""
    found: dict[str, list[PhotoId]] = {}
    for row in _SHARED.rows(source, kind=DocumentKind.CAMERA.value):
        found.setdefault(row.document, []).append(PhotoId(row.digest))
    return {camera: tuple(photos) for camera, photos in found.items()}
