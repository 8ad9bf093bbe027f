"""Appearances that wait for their photo, and what happens when it comes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, update

from provenance.model.appearance import Appearance, Statement, Waits
from provenance.model.archive import Outcome
from provenance.model.photo import PhotoId
from provenance.store.appearances import about, joined_with, waiting_for
from provenance.store.bringing import bring, mark, remember_waits
from provenance.store.likely import likely
from provenance.store.names import ends_with, key, name_key
from provenance.store.rows import APPEARANCE
from provenance.store.sqlite import Source
from provenance.store.versions import Kept, place, says_the_same


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
        """Whether this is the photo that was waited for. A stated hash decides alone, else any of the rest does.

        A URL counts where no file name was stated: tables may give one URL, of their logo, with all their photos.
        """
        if waits.sha256:
            return waits.sha256.strip().lower() == self.photo
        named = any(ends_with(name, one) for name in self.names for one in waits.names)
        supplied = set(waits.supplier_ids) & set(self.supplier_ids)
        return named or bool(supplied) or (not waits.names and bool(set(waits.urls) & set(self.urls)))


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
    superseded. What waits for a URL that they bring is joined with them.
    """
    current, known = 0, set(arrival.urls)
    while True:
        found = [one for one in waiting_for(connection, arrival.keys) if _is_for(connection, one, arrival)]
        current += sum(_attach(connection, photo_id, one) for one in found)
        urls = {url for one in found if one.appearance.waits for url in one.appearance.waits.urls} - known
        if not urls:
            return current
        known |= urls
        arrival = replace(arrival, urls=tuple(urls))


def attach(connection: Connection, photo_id: int, appearance: Appearance) -> bool:
    """Give a photo one appearance that waits, whatever it waits for; False where none such waits any more."""
    waits = appearance.waits
    waiting = waiting_for(connection, _keys(waits)) if waits else []
    one = next((one for one in waiting if one.appearance == appearance), None)
    if one is not None:
        _attach(connection, photo_id, one)
    return one is not None


def is_joined(source: Source, waits: Waits, statement: Statement) -> bool:
    """Whether a statement that waited for the same has its photo already, perhaps by an editor's hand."""
    return any(says_the_same(one.statement, statement) for one in joined_with(source, _keys(waits)))


def remember(connection: Connection, number: int, waits: Waits) -> None:
    """Keep by what an appearance knew its photo, although the photo is there: others may know it by the same URL."""
    remember_waits(connection, number, waits, _keys(waits))


def _is_for(connection: Connection, one: Kept, arrival: Arrival) -> bool:
    waits = one.appearance.waits
    if waits is None:
        return False
    return arrival.answers(waits) or (not waits.sha256 and likely(connection, arrival.photo, arrival.names, waits))


def _attach(connection: Connection, photo_id: int, one: Kept) -> bool:
    found = place(one.statement, about(connection, photo_id), arrived=one.id)
    connection.execute(update(APPEARANCE).where(APPEARANCE.c.id == one.id).values(photo_id=photo_id))
    if one.appearance.superseded:
        return False
    mark(connection, one.id, found)
    return found.outcome in {Outcome.ADDED, Outcome.SUPERSEDES}


def _keys(waits: Waits) -> list[int]:
    if waits.sha256:
        return [key("sha256", waits.sha256.strip().lower())]
    named = [name_key(name) for name in (*waits.names, *waits.likely_names)]
    supplied = [key("supplier", one) for one in waits.supplier_ids]
    return named + supplied + [key("url", url) for url in waits.urls]
