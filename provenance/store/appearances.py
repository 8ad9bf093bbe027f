"""What was said about photos: read from the tables, and brought to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, select, update

from provenance.model.appearance import Appearance, Statement, Waits
from provenance.model.archive import Outcome
from provenance.model.photo import PhotoId
from provenance.model.times import Dated
from provenance.store import convert
from provenance.store.batches import batches
from provenance.store.inserted import inserted
from provenance.store.photos import ids_of
from provenance.store.rows import APPEARANCE, APPEARANCE_TIME, WAITING, WAITING_KEY
from provenance.store.versions import Kept, Place, place

_APPEARANCES = (
    select(APPEARANCE, *(WAITING.c[name].label(f"waits_{name}") for name in ("name", "supplier_id", "url", "sha256")))
    .outerjoin(WAITING)
    .order_by(APPEARANCE.c.id)
)
_ABOUT_PHOTOS = _APPEARANCES.where(APPEARANCE.c.photo_id.in_(bindparam("photos", expanding=True)))
_UNMET = _APPEARANCES.where(APPEARANCE.c.photo_id.is_(None), APPEARANCE.c.superseded_by.is_(None))
_WAITERS = _APPEARANCES.where(
    APPEARANCE.c.photo_id.is_(None),
    APPEARANCE.c.id.in_(
        select(WAITING_KEY.c.appearance_id).where(WAITING_KEY.c.key.in_(bindparam("keys", expanding=True)))
    ),
)
_TIMES = (
    select(APPEARANCE_TIME)
    .where(APPEARANCE_TIME.c.appearance_id.in_(bindparam("ids", expanding=True)))
    .order_by(APPEARANCE_TIME.c.appearance_id, APPEARANCE_TIME.c.position)
)


def appearances(connection: Connection, photos: Sequence[PhotoId]) -> dict[PhotoId, tuple[Appearance, ...]]:
    """All that was said about each photo, in the order in which it came to the archive."""
    numbers = ids_of(connection, photos)
    found: dict[int, list[Appearance]] = defaultdict(list)
    for batch in batches(list(numbers.values())):
        for photo_id, kept in _read(connection, _ABOUT_PHOTOS, photos=batch):
            found[photo_id or 0].append(kept.appearance)
    return {photo: tuple(found[numbers[photo]]) if photo in numbers else () for photo in photos}


def waiting(connection: Connection) -> tuple[Appearance, ...]:
    """The current appearances whose photo has not come."""
    rows = _read(connection, _UNMET)
    return tuple(kept.appearance for _, kept in rows)


def about(connection: Connection, photo_id: int) -> list[Kept]:
    """All that was said about one photo."""
    return [kept for _, kept in _read(connection, _ABOUT_PHOTOS, photos=[photo_id])]


def waiting_for(connection: Connection, keys: Sequence[int]) -> list[Kept]:
    """The appearances whose photo has not come and that wait for something with one of these keys."""
    found: dict[int, Kept] = {}
    for batch in batches(keys):
        found.update((kept.id, kept) for _, kept in _read(connection, _WAITERS, keys=batch))
    return [found[one] for one in sorted(found)]


def bring(
    connection: Connection, statement: Statement, kept: Sequence[Kept], now: datetime, photo_id: int | None
) -> tuple[Outcome, int | None]:
    """Keep a statement beside what is kept about the same photo; also its number where it was not known."""
    found = place(statement, kept)
    if found.outcome is Outcome.KNOWN:
        return Outcome.KNOWN, None
    columns = {"photo_id": photo_id, "recorded": now, **convert.statement_columns(statement)}
    number = inserted(connection, APPEARANCE, columns)
    if statement.times:
        connection.execute(insert(APPEARANCE_TIME), convert.time_columns(statement, number))
    mark(connection, number, found)
    return found.outcome, number


def mark(connection: Connection, number: int, found: Place) -> None:
    """Mark the one of two appearances that is no longer current."""
    if found.other is None:
        return
    old, new = (found.other.id, number) if found.outcome is Outcome.SUPERSEDES else (number, found.other.id)
    connection.execute(update(APPEARANCE).where(APPEARANCE.c.id == old).values(superseded_by=new))


def remember_waits(connection: Connection, number: int, waits: Waits, keys: Sequence[int]) -> None:
    """Keep what an appearance waits for."""
    columns = {"name": waits.name, "supplier_id": waits.supplier_id, "url": waits.url, "sha256": waits.sha256}
    connection.execute(insert(WAITING), {"appearance_id": number, **columns})
    connection.execute(insert(WAITING_KEY), [{"key": key, "appearance_id": number} for key in sorted(set(keys))])


def _read(connection: Connection, query: Select[Any], **given: Sequence[int]) -> list[tuple[int | None, Kept]]:
    rows = connection.execute(query, given).all()
    times: dict[int, list[Dated]] = defaultdict(list)
    for batch in batches([row.id for row in rows]):
        for row in connection.execute(_TIMES, {"ids": batch}):
            times[row.appearance_id].append(convert.dated(row))
    return [(row.photo_id, Kept(row.id, convert.appearance(row, times[row.id]))) for row in rows]
