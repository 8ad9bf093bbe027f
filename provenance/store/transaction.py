"""The one commit of the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from provenance.store.sqlite import translated


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """Everything written within is kept, durably, when the block ends; nothing of it if it raises."""
    with translated(writing=True), engine.connect() as connection:
        connection.begin()
        yield connection
        connection.commit()


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """Everything read within is as it was at one moment, whatever others write meanwhile."""
    with translated(writing=False), engine.connect() as connection, connection.begin():
        yield connection
        connection.rollback()
