"""One new row, and the number it was given."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, insert


def inserted(connection: Connection, table: Table, columns: dict[str, Any]) -> int:
    """Insert one row into a table with an integer primary key; returns that key."""
    key = connection.execute(insert(table), columns).inserted_primary_key
    return int(key[0]) if key else 0
