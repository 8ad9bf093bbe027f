"""What few statements carry besides their columns: instructions, dateline, what they were made from.

Most statements have none of it, so it lies in rows of its own: one text each, in the order in which they stood.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from provenance.model.appearance import Statement
from provenance.store.codecs import WORDS
from provenance.store.query import Query
from provenance.store.sqlite import Source

if TYPE_CHECKING:
    from sqlalchemy import Connection

Details = Mapping[str, Sequence[str]]
"""Texts by the name of their field."""

NONE: Details = {}
_DETAILS = Query(
    "SELECT appearance_id, field, text FROM appearance_detail WHERE appearance_id IN :appearance_id"
    " ORDER BY appearance_id, field, position",
    {"field": WORDS, "text": WORDS},
)


def of_statement(one: Statement) -> dict[str, Sequence[str]]:
    """What a statement carries besides its columns."""
    single = {"instructions": one.instructions, "dateline": one.dateline}
    found: dict[str, Sequence[str]] = {name: (text,) for name, text in single.items() if text}
    return {**found, "derived_from": one.derived_from} if one.derived_from else found


def keep(connection: Connection, appearance_id: int, details: Details) -> None:
    """Keep the details of an appearance."""
    rows = [
        {"appearance_id": appearance_id, "field": field, "position": position, "text": text}
        for field, texts in details.items()
        for position, text in enumerate(texts)
    ]
    if rows:
        from sqlalchemy import insert

        from provenance.store.rows import APPEARANCE_DETAIL

        connection.execute(insert(APPEARANCE_DETAIL), rows)


def details(source: Source, appearance_ids: Iterable[int]) -> dict[int, dict[str, list[str]]]:
    """The details of those appearances that have any."""
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _DETAILS.rows(source, appearance_id=list(appearance_ids)):
        found[row.appearance_id][row.field].append(row.text)
    return found
