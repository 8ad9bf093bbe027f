"""All that an archive holds, to be compared with another: every row of every table."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

INDEX = frozenset({"word_index", "word_change"})
"""Tables about the search index, which lies beside the file and is built anew when a backup is brought back."""


def everything(folder: Path, *, file: str = "archive.db") -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, by table, but of those about the search index; and how the tables were made."""
    with closing(sqlite3.connect(f"file:{folder / file}?mode=ro", uri=True)) as connection:
        made = connection.execute("SELECT name, type, sql FROM sqlite_schema ORDER BY type, name").fetchall()
        tables = [name for name, kind, _sql in made if kind == "table" and name not in INDEX]
        held = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
        held["sqlite_sequence"] = [row for row in held["sqlite_sequence"] if row[0] not in INDEX]
        return {**held, "the schema": made}
