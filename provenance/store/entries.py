"""Looking through the entries of an archive: every row must become the value that was once kept in it.

Entries are read in groups; where one of a group is damaged, each is read by itself, so that it can be named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from zlib import crc32

from provenance.errors import ArchiveDamagedError
from provenance.model.archive import Damage, Progress
from provenance.model.photo import PhotoId, PictureId
from provenance.store import convert, kinship, photos
from provenance.store.appearances import appearances, waiting
from provenance.store.bands import keys, searchable
from provenance.store.codecs import HEX, WORDS
from provenance.store.elsewhere import written
from provenance.store.notices import notices
from provenance.store.query import Query
from provenance.store.sqlite import Source

_PAGE = 200
_BACKUP = "Restore the archive from a backup; or forget the photo, and ingest it again."
_WHOLE = "Restore the archive from a backup."

_SUMS = Query(
    "SELECT picture.id, picture.digest, preview.crc32, preview.data FROM picture"
    " LEFT JOIN preview ON preview.picture_id = picture.id WHERE picture.id > :after ORDER BY picture.id LIMIT :limit",
    {"digest": HEX},
)
_PRINTS = Query(
    "SELECT picture_id, kind, code, library, version, quality FROM fingerprint WHERE picture_id IN :picture_id",
    {"kind": WORDS, "code": HEX, "library": WORDS, "version": WORDS},
)
_BANDS = Query("SELECT count(*) AS number FROM band WHERE picture_id = :picture_id AND key IN :key")
_ALL_BANDS = Query("SELECT count(*) AS number FROM band")
_FAMILIES = Query(
    "SELECT family_id, count(*) AS members, sum(is_best) AS best, sum(picture_id = family_id) AS eldest FROM kin"
    " GROUP BY family_id"
)
_COUNTED = {
    "photos": Query("SELECT count(*) AS number FROM photo"),
    "pictures": Query("SELECT count(*) AS number FROM picture"),
}


def inspect(source: Source) -> Iterator[Progress | Damage]:
    """Every photo with its facts and captions, every preview by its sum, all notices, families and decisions."""
    yield from _photos(source)
    yield from _pictures(source)
    yield from _kin(source)
    readings: dict[str, Callable[[Source], object]] = {
        "notices": notices,
        "decisions": kinship.every_decision,
        "captions that wait for their photo": waiting,
        "backups and exports": written,
    }
    for what, read in readings.items():
        if not _reads(partial(read, source)):
            yield Damage("entry", f"Among the {what}, an entry is damaged.", _WHOLE)


def unsummed(source: Source, after: int, limit: int) -> tuple[int, list[PictureId]]:
    """Pictures behind a number whose previews have no sum, of so many looked at; and the number of the last (0: none).

    They were kept by older versions of the program; whether they are whole only opening them tells.
    """
    rows = list(_SUMS.rows(source, after=after, limit=limit))
    return (rows[-1].id if rows else 0), [PictureId(row.digest) for row in rows if row.data and row.crc32 is None]


def _photos(source: Source) -> Iterator[Progress | Damage]:
    total, after, done = _count(source, "photos"), 0, 0
    while page := photos.photos_after(source, after, _PAGE):
        ids = [photo for _, photo in page]
        if not _reads(partial(_read_photos, source, ids)):
            for one in ids:
                if not _reads(partial(_read_photos, source, [one])):
                    sentence = f"What is kept of the photo {one[:12]} is damaged: its facts, places or captions."
                    yield Damage("entry", sentence, _BACKUP, (one,))
        after, done = page[-1][0], done + len(page)
        yield Progress("Reading entries", done, total)


def _read_photos(source: Source, ids: Sequence[PhotoId]) -> None:
    photos.photos(source, ids)
    appearances(source, ids)
    for one in ids:
        photos.facts(source, one)


def _pictures(source: Source) -> Iterator[Progress | Damage]:
    """Previews by their sums, fingerprints, and whether pictures are found by these."""
    total, after, done, bands = _count(source, "pictures"), 0, 0, 0
    while page := list(_SUMS.rows(source, after=after, limit=_PAGE)):
        for row in page:
            if not isinstance(row.data, bytes) or (row.crc32 is not None and crc32(row.data) != row.crc32):
                yield damaged_preview(source, PictureId(row.digest))
        for row in page:
            try:
                entered = _bands(source, row.id)
            except (ArchiveDamagedError, ValueError):
                entered = None
            if entered is None:
                yield _unfindable(source, PictureId(row.digest))
            bands += entered or 0
        after, done = page[-1].id, done + len(page)
        yield Progress("Reading previews", done, total)
    if bands < next(_ALL_BANDS.rows(source)).number:
        yield Damage("fingerprints", "There are fingerprints of pictures that are not held.", _WHOLE)


def _bands(source: Source, picture: int) -> int | None:
    """By how many entries a picture is found; None where it should be found by more."""
    found = 0
    for row in _PRINTS.rows(source, picture_id=[picture]):
        one = convert.fingerprint(row)
        wanted = set(keys(one.kind, one.code)) if searchable(one) else set()
        held = sum(part.number for part in _BANDS.rows(source, picture_id=picture, key=sorted(wanted)))
        if held != len(wanted):
            return None
        found += held
    return found


def _kin(source: Source) -> Iterator[Progress | Damage]:
    """Families have several pictures, one of which is the best, and go by one of them; matches can be read."""
    for row in _FAMILIES.rows(source):
        if row.members < 2 or row.best != 1 or row.eldest != 1:
            yield Damage("family", "A family of copies is not whole.", _WHOLE)
    total, after, done = _count(source, "pictures"), 0, 0
    while page := photos.pictures_after(source, after, _PAGE):
        if not _reads(partial(kinship.edges, source, [one for _, one in page])):
            yield Damage("match", "A match between two pictures is damaged.", _WHOLE)
        after, done = page[-1][0], done + len(page)
        yield Progress("Reading matches", done, total)


def damaged_preview(source: Source, picture: PictureId) -> Damage:
    """A preview that is lost or damaged, by the photos that it was made of."""
    held = photos.photos_of(source, [picture])[picture]
    named = ", ".join(photo.id[:12] for photo in held)
    sentence = f"The preview of the photo {named} is lost or damaged."
    return Damage("preview", sentence, _BACKUP, tuple(photo.id for photo in held))


def _unfindable(source: Source, picture: PictureId) -> Damage:
    held = photos.photos_of(source, [picture])[picture]
    named = ", ".join(photo.id[:12] for photo in held)
    sentence = f"The fingerprints of the photo {named} are damaged, so that copies of it are not found."
    return Damage("fingerprints", sentence, _BACKUP, tuple(photo.id for photo in held))


def _count(source: Source, what: str) -> int:
    return int(next(_COUNTED[what].rows(source)).number)


def _reads(read: Callable[[], object]) -> bool:
    try:
        read()
    except (ArchiveDamagedError, ValueError):
        return False
    return True
