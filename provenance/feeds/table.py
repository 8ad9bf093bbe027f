"""Rows of cells from the text of a CSV or TSV file, as spreadsheet programs write them (RFC 4180 and its dialects)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from provenance.feeds.columns import recognise, sufficient
from provenance.model.limits import LIMITS

_DELIMITERS = (",", ";", "\t", "|")
_HEAD_LINES = 200
_HEAD_ROWS = 30
_HEADING_ROWS = 10
"""Exports may carry a title or two above their headings; they are looked for in this many rows."""
_REPAIRS = 100
"""After so many rows with a quotation mark that is never closed the file is no table, and each costs a search."""
_SEARCHED = 4
"""How many times over a file is read in search of such marks: made to harm, each would cost a whole reading."""
_LONGEST_CELL = 131_072
_SWALLOWED_LINES = 1000
"""A row of more lines is not searched for others within it: it is reported as it stands."""
_SEPARATOR_LINE = re.compile(r'"?sep=(?P<delimiter>[^\r\n"])"?\s*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `number` counts from 1 as the spreadsheet shows them, empty rows and headings included.

    `lines` is how many lines of the file it takes up. A row that could not be read has no `cells` and says why in
    `fault`: "unclosed" (a quotation mark, or one cell of more than 131,072 characters) or "abandoned" (the same for
    the hundredth time, or the search took too long: nothing below it was read) or "too-many" (more rows than are
    read).
    """

    number: int
    cells: tuple[str, ...]
    lines: int = 1
    fault: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells) and not self.fault


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is laid out: its delimiter, the row of its headings (None where none is understood), the columns."""

    delimiter: str
    headings: Row | None
    columns: dict[str, int]


def lines_of(text: str) -> tuple[list[str], str]:
    """The lines of a file with their ends, and the delimiter that Excel's "sep=;" line names, which is left out."""
    lines = list(io.StringIO(text, newline=""))
    named = _SEPARATOR_LINE.fullmatch(lines[0]) if lines else None
    return (lines[1:], named["delimiter"]) if named else (lines, "")


def read_rows(lines: Sequence[str], delimiter: str, width: int = 0) -> Iterator[Row]:
    """Every row, cells without surrounding blanks. A quotation mark that never closes costs its own row alone.

    `width` is the number of headings, 0 where it is not known yet. It tells a cell of several lines from a quotation
    mark that closes by chance some rows further down.
    """
    position = number = searched = 0
    for repair in range(_REPAIRS):
        done = 0
        reader = csv.reader(islice(lines, position, None), delimiter=delimiter, skipinitialspace=True)
        while (row := _next_row(reader, number + 1, done)) is not None:
            number += 1
            if number > LIMITS.read.table_rows:
                yield Row(number, (), fault="too-many")
                return
            taken = lines[position + done : position + reader.line_num]
            if row.fault or _ill_formed(taken, delimiter) or _swallowed(row, taken, delimiter, width):
                break
            done = reader.line_num
            yield row
        else:
            return
        searched += reader.line_num - done
        given_up = repair + 1 == _REPAIRS or searched > _SEARCHED * len(lines) + _SWALLOWED_LINES
        yield Row(number, (), fault="abandoned" if given_up else "unclosed")
        if given_up:
            return
        position += done + 1


def layout_of(lines: Sequence[str], named: str = "") -> Layout:
    """The layout that recognises the most headings, and of equal ones that whose rows are the most alike."""
    head = lines[:_HEAD_LINES]
    attempts = [_attempt(head, delimiter) for delimiter in ((named,) if named else _DELIMITERS)]
    return max(attempts, key=lambda attempt: attempt[0])[1]


def _next_row(reader: Iterator[list[str]], number: int, done: int) -> Row | None:
    try:
        cells = next(reader)
    except StopIteration:
        return None
    except csv.Error:
        return Row(number, (), fault="unclosed")
    if any(len(cell) > _LONGEST_CELL for cell in cells):  # libraries raise the csv module's own limit for everybody
        return Row(number, (), fault="unclosed")
    cells = cells[: LIMITS.read.table_columns]
    return Row(number, tuple(cell.strip() for cell in cells), reader.line_num - done)  # type: ignore[attr-defined]


def _ill_formed(taken: Sequence[str], delimiter: str) -> bool:
    """Whether a row of several lines breaks the rules for quotation marks, so that one of them opens by mistake."""
    try:
        return len(taken) > 1 and not list(csv.reader(taken, delimiter=delimiter, skipinitialspace=True, strict=True))
    except csv.Error:
        return True


def _swallowed(row: Row, taken: Sequence[str], delimiter: str, width: int) -> bool:
    """Whether a row of the wrong width took in a line that is a row of the right width by itself."""
    if not 1 < len(taken) <= _SWALLOWED_LINES or width < 2 or len(row.cells) == width:
        return False
    return any(len(next(csv.reader([line], delimiter=delimiter), ())) == width for line in taken[1:])


def _attempt(head: Sequence[str], delimiter: str) -> tuple[tuple[bool, int, float, int], Layout]:
    rows = [row for row in islice(read_rows(head, delimiter), _HEAD_ROWS) if not row.empty]
    for index, row in enumerate(rows[:_HEADING_ROWS]):
        columns = recognise(row.cells)
        if sufficient(columns):
            return (True, len(columns), *_alike(row, rows[index:])), Layout(delimiter, row, columns)
    first = rows[0] if rows else Row(1, ())
    columns = recognise(first.cells)
    return (False, len(columns), *_alike(first, rows)), Layout(delimiter, None, columns)


def _alike(headings: Row, rows: Sequence[Row]) -> tuple[float, int]:
    """The share of rows as wide as the headings, and that width."""
    width = len(headings.cells)
    return sum(len(row.cells) == width for row in rows) / max(len(rows), 1), width
