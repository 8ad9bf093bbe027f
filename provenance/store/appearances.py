"""What was said about photos, read from the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from provenance.model.appearance import Appearance
from provenance.model.photo import PhotoId
from provenance.model.times import Dated
from provenance.store import convert
from provenance.store.codecs import UTC_TIME, WORDS
from provenance.store.details import NONE, details
from provenance.store.photos import ids_of
from provenance.store.query import Query, Row
from provenance.store.sqlite import Source
from provenance.store.versions import Kept

_SAID = (
    "SELECT appearance.id, appearance.photo_id, appearance.superseded_by, appearance.recorded, appearance.standing,"
    " appearance.voucher, appearance.source, appearance.address, appearance.external_id, appearance.version,"
    " appearance.caption, appearance.headline, appearance.creator, appearance.credit, appearance.date,"
    " appearance.place, appearance.publisher, appearance.url, waiting.name AS waits_name,"
    " waiting.supplier_id AS waits_supplier_id, waiting.url AS waits_url, waiting.sha256 AS waits_sha256"
    " FROM appearance LEFT JOIN waiting ON waiting.appearance_id = appearance.id"
)
_WAITS = ("waits_name", "waits_supplier_id", "waits_url", "waits_sha256")
_TEXTS = ("standing", "voucher", *convert.KEYS, *convert.TEXTS, *_WAITS)
_CODECS = {"recorded": UTC_TIME, **dict.fromkeys(_TEXTS, WORDS)}
_ABOUT = Query(f"{_SAID} WHERE appearance.photo_id IN :photo_id ORDER BY appearance.id", _CODECS)
_UNMET = Query(
    f"{_SAID} WHERE appearance.photo_id IS NULL AND appearance.superseded_by IS NULL ORDER BY appearance.id", _CODECS
)
_AWAITED = "SELECT waiting_key.appearance_id FROM waiting_key WHERE waiting_key.key IN :key"
_WAITERS = Query(
    f"{_SAID} WHERE appearance.photo_id IS NULL AND appearance.id IN ({_AWAITED}) ORDER BY appearance.id", _CODECS
)
_MET = Query(
    f"{_SAID} WHERE appearance.photo_id IS NOT NULL AND appearance.id IN ({_AWAITED}) ORDER BY appearance.id", _CODECS
)
_TIMES = Query(
    'SELECT appearance_id, kind, voucher, start, "end", field, raw FROM appearance_time'
    " WHERE appearance_id IN :appearance_id ORDER BY appearance_id, position",
    {"start": UTC_TIME, "end": UTC_TIME, **dict.fromkeys(("kind", "voucher", "field", "raw"), WORDS)},
)


def appearances(source: Source, photos: Sequence[PhotoId]) -> dict[PhotoId, tuple[Appearance, ...]]:
    """All that was said about each photo, in the order in which it came to the archive."""
    numbers = ids_of(source, photos)
    found: dict[int, list[Appearance]] = defaultdict(list)
    for photo_id, kept in _read(source, _ABOUT.rows(source, photo_id=list(numbers.values()))):
        found[photo_id or 0].append(kept.appearance)
    return {photo: tuple(found[numbers[photo]]) if photo in numbers else () for photo in photos}


def waiting(source: Source) -> tuple[Appearance, ...]:
    """The current appearances whose photo has not come."""
    return tuple(kept.appearance for _, kept in _read(source, _UNMET.rows(source)))


def about(source: Source, photo_id: int) -> list[Kept]:
    """All that was said about one photo."""
    return [kept for _, kept in _read(source, _ABOUT.rows(source, photo_id=[photo_id]))]


def waiting_for(source: Source, keys: Sequence[int]) -> list[Kept]:
    """The appearances whose photo has not come and that wait for something with one of these keys."""
    found = {kept.id: kept for _, kept in _read(source, _WAITERS.rows(source, key=keys))}
    return [found[one] for one in sorted(found)]


def joined_with(source: Source, keys: Sequence[int]) -> list[Kept]:
    """The appearances that waited for something with one of these keys and have their photo."""
    return [kept for _, kept in _read(source, _MET.rows(source, key=keys))]


def _read(source: Source, rows: Iterable[Row]) -> list[tuple[int | None, Kept]]:
    found = list(rows)
    times: dict[int, list[Dated]] = defaultdict(list)
    numbers = [row.id for row in found]
    for row in _TIMES.rows(source, appearance_id=numbers):
        times[row.appearance_id].append(convert.dated(row))
    more = details(source, numbers)
    return [
        (row.photo_id, Kept(row.id, convert.appearance(row, times[row.id], more.get(row.id, NONE)))) for row in found
    ]
