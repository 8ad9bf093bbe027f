"""By what the photos of the archive are known: their signs, and which photos have a sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.model.appearance import Waits
from provenance.model.notice import Notice, Signs
from provenance.model.photo import PhotoId
from provenance.store import convert
from provenance.store.codecs import HEX, WORDS
from provenance.store.likely import announced
from provenance.store.locations import located
from provenance.store.names import ends_with, key, name_key
from provenance.store.photos import photos, supplied
from provenance.store.query import Query
from provenance.store.sqlite import Source

_OWN_IDS = Query(
    "SELECT supplier.supplier_id FROM supplier JOIN photo ON photo.id = supplier.photo_id WHERE photo.digest = :digest",
    {"digest": HEX, "supplier_id": WORDS},
)
_SAID_IDS = Query(
    "SELECT DISTINCT appearance.external_id FROM appearance JOIN photo ON photo.id = appearance.photo_id"
    " WHERE photo.digest = :digest AND appearance.voucher <> 'in-file'",
    {"digest": HEX, "external_id": WORDS},
)
_PARENTS = Query(
    "SELECT appearance_detail.text FROM appearance_detail"
    " JOIN appearance ON appearance.id = appearance_detail.appearance_id"
    " JOIN photo ON photo.id = appearance.photo_id"
    " WHERE photo.digest = :digest AND appearance_detail.field = 'derived_from'",
    {"digest": HEX, "text": WORDS},
)
_AWAITED_AS = Query(
    "SELECT waiting.name, waiting.supplier_id, waiting.url, waiting.sha256 FROM waiting"
    " JOIN appearance ON appearance.id = waiting.appearance_id JOIN photo ON photo.id = appearance.photo_id"
    " WHERE photo.digest = :digest",
    {"digest": HEX, **dict.fromkeys(("name", "supplier_id", "url", "sha256"), WORDS)},
)
_BY_SAID_ID = Query(
    "SELECT DISTINCT photo.digest FROM appearance JOIN photo ON photo.id = appearance.photo_id"
    " WHERE appearance.external_id IN :external_id",
    {"digest": HEX, "external_id": WORDS},
)
_BY_PARENT = Query(
    "SELECT DISTINCT photo.digest FROM appearance_detail"
    " JOIN appearance ON appearance.id = appearance_detail.appearance_id"
    " JOIN photo ON photo.id = appearance.photo_id"
    " WHERE appearance_detail.field = 'derived_from' AND appearance_detail.text IN :text",
    {"digest": HEX, "text": WORDS},
)
_BY_AWAITED = Query(
    "SELECT photo.digest, waiting.name, waiting.supplier_id, waiting.url, waiting.sha256 FROM waiting_key"
    " JOIN waiting ON waiting.appearance_id = waiting_key.appearance_id"
    " JOIN appearance ON appearance.id = waiting_key.appearance_id JOIN photo ON photo.id = appearance.photo_id"
    " WHERE waiting_key.key IN :key",
    {"digest": HEX, **dict.fromkeys(("name", "supplier_id", "url", "sha256"), WORDS)},
)


def known_by(source: Source, photo: PhotoId) -> Signs:
    """Everything by which a photo is known: digests, file names, its suppliers' ids, what it was made from, URLs."""
    stored = next(iter(photos(source, [photo])), None)
    if stored is None:
        return Signs(photo=photo)
    waited = [convert.waits(row) for row in _AWAITED_AS.rows(source, digest=photo)]
    ids = [row.supplier_id for row in _OWN_IDS.rows(source, digest=photo)]
    ids += [row.external_id for row in _SAID_IDS.rows(source, digest=photo)]
    ids += [row.text for row in _PARENTS.rows(source, digest=photo)]
    names = (location.relative for location in stored.locations)
    return Signs(
        names=_distinct((*names, *(name for one in waited for name in one.names))),
        ids=_distinct((*ids, *(text for one in waited for text in one.supplier_ids))),
        urls=_distinct(tuple(url for one in waited for url in one.urls)),
        photo=photo,
        picture=stored.picture or "",
    )


def named_by(source: Source, notice: Notice) -> dict[str, tuple[PhotoId, ...]]:
    """The photos held that each sign of a notice names; signs that name none are left out."""
    found = {name: _called(source, name) for name in notice.names}
    found.update({text: _with_id(source, text) for text in notice.ids})
    found.update({url: _at(source, url) for url in notice.urls})
    return {sign: photos for sign, photos in found.items() if photos}


def _called(source: Source, name: str) -> tuple[PhotoId, ...]:
    awaited = (
        PhotoId(row.digest)
        for row in _BY_AWAITED.rows(source, key=[name_key(name)])
        if any(ends_with(one, name) or ends_with(name, one) for one in convert.waits(row).names)
    )
    return _photos((*located(source, name), *awaited))


def _with_id(source: Source, text: str) -> tuple[PhotoId, ...]:
    spellings = list(dict.fromkeys((text, text.upper(), text.lower())))
    own = (photo for spelling in spellings for photo in supplied(source, spelling))
    said = (PhotoId(row.digest) for row in _BY_SAID_ID.rows(source, external_id=spellings))
    made = (PhotoId(row.digest) for row in _BY_PARENT.rows(source, text=spellings))
    return _photos((*own, *said, *made, *_awaited(source, spellings)))


def _awaited(source: Source, spellings: Sequence[str]) -> Iterator[PhotoId]:
    for row in _BY_AWAITED.rows(source, key=[key("supplier", spelling) for spelling in spellings]):
        if set(spellings) & set(convert.waits(row).supplier_ids):
            yield PhotoId(row.digest)


def _at(source: Source, url: str) -> tuple[PhotoId, ...]:
    return announced(source, Waits(url=url))


def _photos(found: Sequence[PhotoId]) -> tuple[PhotoId, ...]:
    return tuple(dict.fromkeys(found))


def _distinct(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
