"""Photos, pictures and what belongs to them, read from the tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Select, bindparam, func, select

from provenance.model.archive import Location, StoredPhoto
from provenance.model.case import Searched
from provenance.model.matching import Fingerprint
from provenance.model.photo import Fact, PhotoId, PictureId, Preview
from provenance.store import convert
from provenance.store.batches import batches
from provenance.store.rows import FACTS, FINGERPRINT, LOCATION, PHOTO, PICTURE, PREVIEW, ROOT

_DIGEST = re.compile(r"[0-9a-f]{64}")
_PHOTOS = select(PHOTO, PICTURE.c.digest.label("picture")).outerjoin(PICTURE)
_LOCATIONS = (
    select(LOCATION, ROOT.c.path.label("root"))
    .join(ROOT)
    .where(LOCATION.c.photo_id.in_(bindparam("photos", expanding=True)))
    .order_by(LOCATION.c.id)
)


def photos(connection: Connection, ids: Sequence[PhotoId]) -> tuple[StoredPhoto, ...]:
    """Those of the photos that are held, in the order asked."""
    found = {}
    for batch in batches(digests(ids)):
        found.update({photo.id: photo for photo in _stored(connection, _PHOTOS.where(PHOTO.c.digest.in_(batch)))})
    return tuple(found[one] for one in ids if one in found)


def photos_of(connection: Connection, pictures: Sequence[PictureId]) -> dict[PictureId, tuple[StoredPhoto, ...]]:
    """The photos of each picture, the oldest first."""
    found: dict[PictureId, list[StoredPhoto]] = {one: [] for one in pictures}
    for batch in batches(digests(pictures)):
        query = _PHOTOS.where(PICTURE.c.digest.in_(batch)).order_by(PHOTO.c.held_since, PHOTO.c.id)
        for photo in _stored(connection, query):
            if photo.picture:
                found[photo.picture].append(photo)
    return {picture: tuple(photos) for picture, photos in found.items()}


def find_prefix(connection: Connection, prefix: str, limit: int) -> tuple[PhotoId, ...]:
    """Photos whose id begins so, in the order of their ids. Text that is not hexadecimal begins none."""
    wanted = prefix.lower()
    if not re.fullmatch(r"[0-9a-f]{0,64}", wanted):
        return ()
    between = PHOTO.c.digest.between(wanted.ljust(64, "0"), wanted.ljust(64, "f"))
    query = select(PHOTO.c.digest).where(between).order_by(PHOTO.c.digest).limit(limit)
    return tuple(PhotoId(one) for one in connection.execute(query).scalars())


def preview(connection: Connection, picture: PictureId) -> Preview | None:
    """A picture's preview."""
    query = select(PREVIEW).join(PICTURE).where(PICTURE.c.digest.in_(digests([picture])))
    row = connection.execute(query).one_or_none()
    return convert.preview(row) if row else None


def facts(connection: Connection, photo: PhotoId) -> tuple[Fact, ...]:
    """A photo's facts; none for a photo that is not held."""
    query = select(FACTS.c.data).join(PHOTO).where(PHOTO.c.digest.in_(digests([photo])))
    data = connection.execute(query).scalar()
    return convert.facts(data) if data else ()


def fingerprints(connection: Connection, pictures: Sequence[PictureId]) -> dict[PictureId, tuple[Fingerprint, ...]]:
    """The fingerprints of each picture, by kind."""
    found: dict[PictureId, list[Fingerprint]] = {one: [] for one in pictures}
    for batch in batches(digests(pictures)):
        query = select(FINGERPRINT, PICTURE.c.digest).join(PICTURE).where(PICTURE.c.digest.in_(batch))
        for row in connection.execute(query.order_by(FINGERPRINT.c.kind)):
            found[PictureId(row.digest)].append(convert.fingerprint(row))
    return {picture: tuple(prints) for picture, prints in found.items()}


def searched(connection: Connection) -> Searched:
    """How many readable photos there are, and when the newest of them came."""
    readable = PHOTO.c.picture_id.is_not(None)
    count = connection.execute(select(func.count()).select_from(PHOTO).where(readable)).scalar_one()
    newest = select(PHOTO.c.held_since).where(readable).order_by(PHOTO.c.held_since.desc()).limit(1)
    return Searched(count, connection.execute(newest).scalar())


def ids_of(connection: Connection, photos: Sequence[PhotoId]) -> dict[PhotoId, int]:
    """The archive's own numbers of those photos that it holds."""
    found: dict[PhotoId, int] = {}
    for batch in batches(digests(photos)):
        rows = connection.execute(select(PHOTO.c.digest, PHOTO.c.id).where(PHOTO.c.digest.in_(batch)))
        found.update((PhotoId(row.digest), row.id) for row in rows)
    return found


def digests(ids: Iterable[str]) -> list[str]:
    """Those that are ids at all, once each: what is no hash is the hash of nothing that is held."""
    return [one for one in dict.fromkeys(ids) if _DIGEST.fullmatch(one)]


def _stored(connection: Connection, query: Select[tuple[object, ...]]) -> list[StoredPhoto]:
    rows = connection.execute(query).all()
    places: dict[int, list[Location]] = defaultdict(list)
    for batch in batches([row.id for row in rows]):
        for row in connection.execute(_LOCATIONS, {"photos": batch}):
            places[row.photo_id].append(convert.location(row))
    return [convert.stored_photo(row, places[row.id]) for row in rows]
