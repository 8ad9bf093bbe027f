"""Statements going into the tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, update

from provenance.model.appearance import Statement, Waits
from provenance.model.archive import Outcome
from provenance.store import convert, details
from provenance.store.inserted import inserted
from provenance.store.rows import APPEARANCE, APPEARANCE_TIME, WAITING, WAITING_KEY
from provenance.store.versions import Kept, Place, place


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
    details.keep(connection, number, details.of_statement(statement))
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
    columns = convert.waits_columns(waits)
    connection.execute(insert(WAITING), {"appearance_id": number, **columns})
    connection.execute(insert(WAITING_KEY), [{"key": key, "appearance_id": number} for key in sorted(set(keys))])
