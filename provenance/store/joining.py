"""Appearances that wait for their photo, and what happens when it comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, update

from provenance.model.appearance import Statement, Waits
from provenance.model.archive import Outcome
from provenance.model.photo import PhotoId
from provenance.store.appearances import about, waiting_for
from provenance.store.bringing import bring, mark, remember_waits
from provenance.store.names import ends_with, key, name_key
from provenance.store.rows import APPEARANCE
from provenance.store.versions import place


@dataclass(frozen=True, slots=True)
class Arrival:
    """A photo and everything by which somebody may have announced it."""

    photo: PhotoId
    names: tuple[str, ...]
    supplier_ids: tuple[str, ...]
    urls: tuple[str, ...]

    @property
    def keys(self) -> list[int]:
        """Under which keys those that wait for it are found."""
        names = {name_key(name) for name in self.names}
        others = [key("supplier", one) for one in self.supplier_ids] + [key("url", one) for one in self.urls]
        return [*names, *others, key("sha256", self.photo)]

    def answers(self, waits: Waits) -> bool:
        """Whether this is the photo that was waited for. A stated hash decides alone, else any of the rest does."""
        if waits.sha256:
            return waits.sha256.strip().lower() == self.photo
        signs = ((waits.supplier_id, self.supplier_ids), (waits.url, self.urls))
        named = any(ends_with(name, waits.name) for name in self.names)
        return named or any(sign and sign in signs_of_this for sign, signs_of_this in signs)


def wait(connection: Connection, waits: Waits, statement: Statement, now: datetime) -> Outcome:
    """Keep a statement about a photo that has not come."""
    keys = _keys(waits)
    kept = [one for one in waiting_for(connection, keys) if one.appearance.waits == waits]
    outcome, number = bring(connection, statement, kept, now, None)
    if number is not None:
        remember_waits(connection, number, waits, keys)
    return outcome


def join(connection: Connection, photo_id: int, arrival: Arrival) -> int:
    """Give a photo the appearances that waited for it, in the order in which they came; returns how many are current.

    They meet what was said about it already as if they had been there first: what is equal to it, or older, is marked
    superseded.
    """
    current = 0
    for one in waiting_for(connection, arrival.keys):
        if one.appearance.waits is None or not arrival.answers(one.appearance.waits):
            continue
        found = place(one.statement, about(connection, photo_id), arrived=one.id)
        connection.execute(update(APPEARANCE).where(APPEARANCE.c.id == one.id).values(photo_id=photo_id))
        if not one.appearance.superseded:
            mark(connection, one.id, found)
            current += found.outcome in {Outcome.ADDED, Outcome.SUPERSEDES}
    return current


def _keys(waits: Waits) -> list[int]:
    if waits.sha256:
        return [key("sha256", waits.sha256.strip().lower())]
    named = [name_key(waits.name)] if waits.name else []
    supplied = [key("supplier", waits.supplier_id)] if waits.supplier_id else []
    return named + supplied + ([key("url", waits.url)] if waits.url else [])
