"""Captions, pairs of captions and pages with the truth about them, in the two thirds to develop on and the rest."""

from __future__ import annotations

import json
from calendar import monthrange
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.data import SHARED

CAPTIONS = SHARED / "captions" / "captions.jsonl"
PAIRS = SHARED / "captions" / "pairs.jsonl"
ARTICLES = SHARED / "articles"
Interval = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the data: rows as they stand in the files, and pages by name."""

    captions: tuple[dict[str, Any], ...]
    pairs: tuple[dict[str, Any], ...]
    pages: tuple[Path, ...]


def lacking() -> list[str]:
    """What of it is not there."""
    return [f"{path.name} ({path.parent})" for path in (CAPTIONS, PAIRS, ARTICLES) if not path.exists()]


def parts() -> tuple[Part, Part]:
    """The first two thirds in the order of the files, for developing on, and the last third, which nobody looks at."""
    captions, pairs = _rows(CAPTIONS), _rows(PAIRS)
    pages = tuple(sorted(ARTICLES.glob("*.html")))
    cuts = [2 * len(rows) // 3 + (len(rows) % 3 == 1) for rows in (captions, pairs, pages)]
    known = Part(captions[: cuts[0]], pairs[: cuts[1]], pages[: cuts[2]])
    return known, Part(captions[cuts[0] :], pairs[cuts[1] :], pages[cuts[2] :])


def captions_of(pages: tuple[Path, ...]) -> list[tuple[Path, str]]:
    """The captions known of these pages; they are present on them, and not all that are."""
    by_name = {page.name: page for page in pages}
    rows = _rows(ARTICLES / "captions.jsonl")
    return [(by_name[row["file"]], row["caption"]) for row in rows if row["file"] in by_name]


def true_date(truth: dict[str, Any]) -> Interval | None:
    """The first and the last day that a caption states, as ISO 8601 writes them; --12-29 twice where no year is."""
    written = truth.get("date")
    if not written:
        return None
    if written.startswith("--"):
        return written, written
    if "/" in written:
        first, last = written.split("/")
        return _days(first)[0], _days(last)[1]
    return _days(written)


def _days(written: str) -> Interval:
    if len(written) == 3:
        return f"{written}0-01-01", f"{written}9-12-31"
    if len(written) == 4:
        return f"{written}-01-01", f"{written}-12-31"
    if len(written) == 7:
        year, month = map(int, written.split("-"))
        return f"{written}-01", f"{written}-{monthrange(year, month)[1]:02}"
    return written[:10], written[:10]


def _rows(path: Path) -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
