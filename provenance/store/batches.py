"""Long lists are asked for in pieces: a statement holds a limited number of values, memory a limited number of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

SIZE = 900
"""Values in one statement: below the 999 of old SQLite builds."""


def batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in order, at most SIZE at a time."""
    for start in range(0, len(values), SIZE):
        yield values[start : start + SIZE]
