"""Photos that the ids in their fields link, whatever their pictures look like."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.model.archive import StoredPhoto
from provenance.model.documents import DocumentId, DocumentKind, Linked
from provenance.model.photo import PictureId
from provenance.store.archive import Reader


def linked_pictures(reader: Reader, ids: Iterable[DocumentId], most: int) -> dict[PictureId, Linked]:
    """Pictures of photos that carry one of these ids, each with the first photo and id that link it.

    An id that more than `most` pictures share comes from a template or a batch and links none; nor does a camera's.
    """
    found: dict[PictureId, Linked] = {}
    for one in ids:
        for photo in reader.documented(one.kind, one.id, most) if one.kind is not DocumentKind.CAMERA else ():
            stored = reader.photo(photo)
            if stored is not None and stored.picture is not None:
                found.setdefault(stored.picture, Linked(one, photo, file_of(stored)))
    return found


def file_of(stored: StoredPhoto) -> str:
    """Where a photo lies, or the beginning of its id where nobody knows."""
    return stored.locations[0].relative if stored.locations else stored.id[:12]
