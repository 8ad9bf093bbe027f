"""Photos, pictures and what belongs to them, read from the tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from provenance.errors import ArchiveDamagedError
from provenance.model.archive import Location, StoredPhoto
from provenance.model.case import Searched
from provenance.model.matching import Fingerprint
from provenance.model.photo import Fact, PhotoId, PictureId, Preview
from provenance.store import convert
from provenance.store.codecs import HEX, PATH, UTC_TIME, WIDE, WORDS
from provenance.store.query import Query, Row
from provenance.store.sqlite import Source

_DIGEST = re.compile(r"[0-9a-f]{64}")

_COLUMNS = (
    "SELECT photo.id, photo.digest, photo.size, photo.format, photo.width, photo.height, photo.held_since,"
    " photo.problems, picture.digest AS picture"
)
_STORED_CODECS = {"digest": HEX, "picture": HEX, "format": WORDS, "held_since": UTC_TIME}
_PHOTOS = Query(
    f"{_COLUMNS} FROM photo LEFT JOIN picture ON picture.id = photo.picture_id WHERE photo.digest IN :digest",
    _STORED_CODECS,
)
_PHOTOS_OF = Query(
    f"{_COLUMNS} FROM picture JOIN photo ON photo.picture_id = picture.id WHERE picture.digest IN :picture",
    _STORED_CODECS,
)
"""Not sorted there: the order would lead the engine through all photos instead of to those asked for."""
_LOCATIONS = Query(
    "SELECT location.photo_id, root.path AS root, location.relative, location.size, location.mtime_ns, location.inode"
    " FROM location JOIN root ON root.id = location.root_id WHERE location.photo_id IN :photo_id ORDER BY location.id",
    {"root": PATH, "relative": PATH, "mtime_ns": WIDE, "inode": WIDE},
)
_PICTURES = Query("SELECT id, digest FROM picture WHERE id > :after ORDER BY id LIMIT :limit", {"digest": HEX})
_HELD = Query("SELECT id, digest FROM photo WHERE id > :after ORDER BY id LIMIT :limit", {"digest": HEX})
_SUPPLIED = Query(
    "SELECT photo.digest FROM supplier JOIN photo ON photo.id = supplier.photo_id"
    " WHERE supplier.supplier_id = :supplier_id ORDER BY photo.id",
    {"digest": HEX, "supplier_id": WORDS},
)
_PREFIXED = Query(
    "SELECT digest FROM photo WHERE digest BETWEEN :first AND :last ORDER BY digest LIMIT :limit",
    {"digest": HEX, "first": HEX, "last": HEX},
)
_PREVIEW = Query(
    "SELECT preview.format, preview.width, preview.height, preview.data, preview.crc32 FROM preview"
    " JOIN picture ON picture.id = preview.picture_id WHERE picture.digest IN :picture",
    {"picture": HEX, "format": WORDS},
)
_FACTS = Query(
    "SELECT facts.data FROM facts JOIN photo ON photo.id = facts.photo_id WHERE photo.digest IN :digest",
    {"digest": HEX},
)
_FINGERPRINTS = Query(
    "SELECT picture.digest AS picture, fingerprint.kind, fingerprint.code, fingerprint.library, fingerprint.version,"
    " fingerprint.quality FROM fingerprint JOIN picture ON picture.id = fingerprint.picture_id"
    " WHERE picture.digest IN :picture ORDER BY fingerprint.kind",
    {"picture": HEX, "kind": WORDS, "code": HEX, "library": WORDS, "version": WORDS},
)
_READABLE = Query("SELECT count(*) AS number FROM photo WHERE picture_id IS NOT NULL")
_NEWEST_READABLE = Query(
    "SELECT held_since FROM photo WHERE picture_id IS NOT NULL ORDER BY held_since DESC LIMIT 1",
    {"held_since": UTC_TIME},
)
_IDS = Query("SELECT digest, id FROM photo WHERE digest IN :digest", {"digest": HEX})


def photos(source: Source, ids: Sequence[PhotoId]) -> tuple[StoredPhoto, ...]:
    """Those of the photos that are held, in the order asked."""
    found = {photo.id: photo for photo in _stored(source, _PHOTOS.rows(source, digest=digests(ids)))}
    return tuple(found[one] for one in ids if one in found)


def photos_of(source: Source, pictures: Sequence[PictureId]) -> dict[PictureId, tuple[StoredPhoto, ...]]:
    """The photos of each picture, the oldest first."""
    found: dict[PictureId, list[StoredPhoto]] = {one: [] for one in pictures}
    rows = _PHOTOS_OF.rows(source, picture=digests(pictures))
    for photo in _stored(source, sorted(rows, key=lambda row: (row.held_since, row.id))):
        if photo.picture:
            found[photo.picture].append(photo)
    return {picture: tuple(photos) for picture, photos in found.items()}


def find_prefix(source: Source, prefix: str, limit: int) -> tuple[PhotoId, ...]:
    """Photos whose id begins so, in the order of their ids. Text that is not hexadecimal begins none."""
    wanted = prefix.lower()
    if not re.fullmatch(r"[0-9a-f]{0,64}", wanted):
        return ()
    rows = _PREFIXED.rows(source, first=wanted.ljust(64, "0"), last=wanted.ljust(64, "f"), limit=limit)
    return tuple(PhotoId(row.digest) for row in rows)


def supplied(source: Source, supplier_id: str) -> tuple[PhotoId, ...]:
    """Photos that carry a supplier's id, in the order in which they came."""
    return tuple(PhotoId(row.digest) for row in _SUPPLIED.rows(source, supplier_id=supplier_id))


def pictures_after(source: Source, after: int, limit: int) -> list[tuple[int, PictureId]]:
    """Pictures with their numbers, in order, behind a number."""
    return [(row.id, PictureId(row.digest)) for row in _PICTURES.rows(source, after=after, limit=limit)]


def photos_after(source: Source, after: int, limit: int) -> list[tuple[int, PhotoId]]:
    """Photos with their numbers, in order, behind a number."""
    return [(row.id, PhotoId(row.digest)) for row in _HELD.rows(source, after=after, limit=limit)]


def preview(source: Source, picture: PictureId) -> Preview | None:
    """A picture's preview; None where none is held, and where it is damaged, which `archive check` tells."""
    row = _PREVIEW.one(source, picture=digests([picture]))
    try:
        return convert.preview(row) if row else None
    except ArchiveDamagedError:
        return None


def facts(source: Source, photo: PhotoId) -> tuple[Fact, ...]:
    """A photo's facts; none for a photo that is not held."""
    row = _FACTS.one(source, digest=digests([photo]))
    return convert.facts(row.data) if row else ()


def fingerprints(source: Source, pictures: Sequence[PictureId]) -> dict[PictureId, tuple[Fingerprint, ...]]:
    """The fingerprints of each picture, by kind."""
    found: dict[PictureId, list[Fingerprint]] = {one: [] for one in pictures}
    for row in _FINGERPRINTS.rows(source, picture=digests(pictures)):
        found[PictureId(row.picture)].append(convert.fingerprint(row))
    return {picture: tuple(prints) for picture, prints in found.items()}


def searched(source: Source) -> Searched:
    """How many readable photos there are, and when the newest of them came."""
    count = next(_READABLE.rows(source)).number
    newest = _NEWEST_READABLE.one(source)
    return Searched(count, newest.held_since if newest else None)


def ids_of(source: Source, photos: Sequence[PhotoId]) -> dict[PhotoId, int]:
    """The archive's own numbers of those photos that it holds."""
    return {PhotoId(row.digest): row.id for row in _IDS.rows(source, digest=digests(photos))}


def digests(ids: Iterable[str]) -> list[str]:
    """Those that are ids at all, once each: what is no hash is the hash of nothing that is held."""
    return [one for one in dict.fromkeys(ids) if _DIGEST.fullmatch(one)]


def _stored(source: Source, rows: Iterable[Row]) -> list[StoredPhoto]:
    found = list(rows)
    places: dict[int, list[Location]] = defaultdict(list)
    for row in _LOCATIONS.rows(source, photo_id=[row.id for row in found]):
        places[row.photo_id].append(convert.location(row))
    return [convert.stored_photo(row, places[row.id]) for row in found]
