"""The column of a table that names the library entry of each file."""

from __future__ import annotations

from provenance.errors import UsageError
from provenance.feeds.encoding import decode
from provenance.feeds.table import layout_of, lines_of, read_rows


def record_names(data: bytes, name: str, column: str) -> list[tuple[str, str]]:
    """Each file that a table names, with its entry, in the order of the rows; rows that lack either are left out.

    UsageError where the table has no column of that heading, or none that names files.
    """
    lines, named = lines_of(decode(data))
    layout = layout_of(lines, named)
    if layout.headings is None or "photo" not in layout.columns:
        raise UsageError(f"{name} is no table with a column for file names, so no entry can be read from it.")
    headings = [cell.strip().casefold() for cell in layout.headings.cells]
    if column.strip().casefold() not in headings:
        there = ", ".join(cell for cell in layout.headings.cells if cell)[:300]
        raise UsageError(f'{name} has no column "{column}".', f"Its headings are: {there}")
    at, photo = headings.index(column.strip().casefold()), layout.columns["photo"]
    first = layout.headings.number
    rows = [row.cells for row in read_rows(lines, layout.delimiter, len(headings)) if row.number > first]
    cut = [cells for cells in rows if len(cells) > max(at, photo)]
    return [(cells[photo].replace("\\", "/"), cells[at]) for cells in cut if cells[photo] and cells[at]]
