"""The one commit of the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from provenance.store.sqlite import Readers, Source, translated, unwrapped

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """Everything written within is kept, durably, when the block ends; nothing of it if it raises."""
    with translated(writing=True), unwrapped(), engine.connect() as connection:
        connection.begin()
        yield connection
        connection.commit()


@contextmanager
def snapshot(readers: Readers) -> Iterator[Source]:
    """Everything read within is as it was at one moment, whatever others write meanwhile."""
    with translated(writing=False), readers.snapshot() as connection:
        yield connection
