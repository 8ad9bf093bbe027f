"""A captions file as desks export it, CSV or TSV, to captioned references: one for each row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.errors import DocumentError
from provenance.feeds.columns import IDENTIFYING, SAYING
from provenance.feeds.dates import read_date
from provenance.feeds.encoding import decode
from provenance.feeds.reference import Reference
from provenance.feeds.table import Layout, Row, layout_of, lines_of, read_rows
from provenance.model.appearance import Standing, Statement, Waits
from provenance.model.photo import Problem
from provenance.model.times import Dated, TimeKind, Voucher

_HINT = "Name one column file, path, url, sha256 or id, and another one caption, credit, byline, date or place."
_DATE_HINT = "Write it as 2022-04-07, or as 2022-04-07T06:20Z with its time."
_WORDS = (*SAYING, "published", "sent")
_TIMES = {"published": TimeKind.PUBLISHED, "sent": TimeKind.TRANSMITTED}
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|tiff?|heic|avif)(?:$|[?#])", re.IGNORECASE)
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a captions file holds. `columns` tells which heading was taken for which field.

    `problems` names every row that could not be used, or not wholly, so that none is lost in silence.
    """

    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    columns: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Origin:
    name: str
    source: str
    standing: Standing


def read_spreadsheet(data: bytes, name: str, source: str, standing: Standing) -> Sheet:
    """The references of a captions file called `name`, which `source` handed over with this standing.

    Encoding, delimiter and columns are recognised. A file name is kept with its folders, with "/" between them.
    Raises DocumentError where no column says which photo is meant, or none says anything about it.
    """
    lines, named = lines_of(decode(data))
    layout = layout_of(lines, named)
    if layout.headings is None:
        raise _not_understood(name, layout, lines)
    origin = _Origin(name, source, standing)
    results = list(_read_rows(lines, layout.delimiter, layout.headings, layout.columns, origin))
    return Sheet(
        tuple(result for result in results if isinstance(result, Reference)),
        tuple(result for result in results if isinstance(result, Problem)),
        {field: layout.headings.cells[position] for field, position in layout.columns.items()},
    )


def _not_understood(name: str, layout: Layout, lines: list[str]) -> DocumentError:
    first = next((row for row in read_rows(lines[:1000], layout.delimiter) if not row.empty), None)
    if first is None:
        return DocumentError(f"{name} is empty: it holds no captions.", _HINT)
    lacking = "that says which photo is meant"
    if any(field in layout.columns for field in IDENTIFYING):
        lacking = "with a caption, a credit, a date or a place"
    found = ", ".join(cell for cell in first.cells if cell)
    found = found if len(found) <= 300 else found[:300] + "..."
    return DocumentError(f"{name} has no column {lacking}. Its headings are: {found}.", _HINT)


def _read_rows(
    lines: list[str], delimiter: str, headings: Row, columns: dict[str, int], origin: _Origin
) -> Iterator[Reference | Problem]:
    for row in read_rows(lines, delimiter, len(headings.cells)):
        if row.number != headings.number and not row.empty:
            yield from _read_row(row, headings, columns, origin)


def _read_row(row: Row, headings: Row, columns: dict[str, int], origin: _Origin) -> Iterator[Reference | Problem]:
    where = f"Row {row.number} of {origin.name}"
    unusable = _unusable(row, headings, where)
    if unusable:
        yield unusable
        return
    yield from _defects(row, headings, where)
    cells = {field: _cell(row, position) for field, position in columns.items()}
    waits = _waits(cells)
    if cells.get("sha256") and not (waits and waits.sha256):
        yield Problem("row-sha256", f"{where}: its SHA-256 is not 64 hexadecimal digits, and was left out.")
    if waits is None:
        yield Problem("row-without-photo", f"{where} does not say which photo it is about.", "Fill in the file name.")
    elif not any(cells.get(field) for field in _WORDS):
        yield Problem("row-without-words", f"{where} names a photo and says nothing about it.")
    else:
        for field in _TIMES:
            if cells.get(field) and read_date(cells[field]) is None:
                yield Problem("row-date", f'{where}: "{cells[field][:80]}" is not understood as a date.', _DATE_HINT)
        yield Reference(waits, _statement(cells, row, origin), row.number)


def _unusable(row: Row, headings: Row, where: str) -> Problem | None:
    if row.number < headings.number:
        return Problem("row-above-headings", f"{where} stands above the headings and was not read.")
    if row.fault == "too-many":
        most = f"The table has more than {row.number - 1:,} rows; {where} and all below it were not read."
        return Problem("too-many-rows", most, "Cut it into several files.")
    if row.fault:
        rest = " Nothing below it was read." if row.fault == "abandoned" else ""
        hint = "Export the file again, with quotation marks doubled inside cells."
        return Problem("row-damaged", f"{where} has a quotation mark that is never closed.{rest}", hint)
    if any(row.cells[len(headings.cells) :]):
        lines = f" It runs over {row.lines} lines of the file." if row.lines > 1 else ""
        sentence = f"{where} has {len(row.cells)} cells under {len(headings.cells)} headings and was not read.{lines}"
        return Problem("row-too-long", sentence, "Put captions that hold the separator in quotation marks.")
    return None


def _defects(row: Row, headings: Row, where: str) -> Iterator[Problem]:
    if len(row.cells) < len(headings.cells):
        sentence = f"{where} has {len(row.cells)} cells under {len(headings.cells)} headings; the rest counts as empty."
        yield Problem("row-too-short", sentence)
    if any("\0" in cell for cell in row.cells):
        yield Problem("row-zeros", f"{where} holds zero bytes, which were left out.", "Export the file again.")


def _cell(row: Row, position: int) -> str:
    return row.cells[position].replace("\0", "").strip() if position < len(row.cells) else ""


def _waits(cells: dict[str, str]) -> Waits | None:
    photo = cells.get("photo", "")
    page = cells.get("url", "")
    shown = page if _PICTURE.search(page) else ""
    address = photo if _ADDRESS.match(photo) else cells.get("image_url") or shown
    name = "" if _ADDRESS.match(photo) else photo.replace("\\", "/").removeprefix("./")
    sha256 = cells.get("sha256", "").lower()
    sha256 = sha256 if _SHA256.fullmatch(sha256) else ""
    supplier_id = cells.get("id", "")
    if not (name or supplier_id or address or sha256):
        return Waits(name=page) if page else None  # a page shows several photos, so that its URL finds none of them
    return Waits(name, supplier_id, address, sha256)


def _statement(cells: dict[str, str], row: Row, origin: _Origin) -> Statement:
    return Statement(
        source=origin.source,
        standing=origin.standing,
        voucher=Voucher.SPREADSHEET,
        address=f"{origin.name} row {row.number}",
        caption=cells.get("caption", ""),
        headline=cells.get("headline", ""),
        creator=cells.get("creator", ""),
        credit=cells.get("credit", ""),
        date=cells.get("date", ""),
        place=_place(cells),
        publisher=cells.get("publisher", ""),
        url=cells.get("url") or cells.get("image_url", ""),
        external_id=cells.get("id", ""),
        version=cells.get("version", ""),
        times=tuple(_times(cells, origin.name)),
    )


def _place(cells: dict[str, str]) -> str:
    """The place from the narrowest to the widest name; what a wider column merely repeats is left out."""
    place = ""
    for field in ("place", "sublocation", "city", "state", "country"):
        part = cells.get(field, "")
        if part and part.casefold() not in place.casefold():
            place = f"{place}, {part}" if place else part
    return place


def _times(cells: dict[str, str], name: str) -> Iterator[Dated]:
    for field, kind in _TIMES.items():
        span = read_date(cells.get(field, ""))
        if span:
            yield Dated(kind, span, Voucher.SPREADSHEET, f"{name} {field}", cells[field])
