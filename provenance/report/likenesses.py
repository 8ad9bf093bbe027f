"""The known photos of a check as a page shows them: the copies of this photo, then other frames of the scene."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from provenance.model.case import KnownPhoto, Verdict
from provenance.report.answer import best_known, picture_size
from provenance.report.copies import best_copy, parts, where
from provenance.report.making import changes_in_words
from provenance.report.previews import known_preview, picture_content
from provenance.report.timeline import Entry, earliest_words, timeline
from provenance.report.wording import relation_words, shares_in_words

_MOST_PICTURES = 12
"""Previews on one page beside the two large ones; each weighs up to 200 kB."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A known photo with its heading and the place in this picture where it lies."""

    known: KnownPhoto
    heading: str
    place: str


def known_content(verdict: Verdict) -> dict[str, Any]:
    """`histories`: every known photo that is this one, the best copy first; `frames`: those that only may be."""
    case = verdict.case
    same = list(_same(verdict))
    others = [_Shown(known, "Photo", "") for known in case.known if not known.same_photo]
    pictured = [one.known for one in (*same, *others) if one.known is not best_known(verdict)][:_MOST_PICTURES]
    return {
        "histories": [_content(one, verdict, one.known in pictured) for one in same],
        "frames": [_content(one, verdict, one.known in pictured) for one in others],
    }


def _same(verdict: Verdict) -> Iterator[_Shown]:
    found = parts(verdict.case)
    best = best_copy(verdict.case)
    for number, part in enumerate(found, 1):
        for known in part.copies:
            numbered = f"{number}. {part.place.capitalize()}".rstrip(". ") + ": photo"
            heading = numbered if len(found) > 1 else "Best copy held: photo" if known is best else "Photo"
            yield _Shown(known, heading, where(known, verdict.case))


def _content(shown: _Shown, verdict: Verdict, pictured: bool) -> dict[str, Any]:
    known = shown.known
    size = picture_size(verdict)
    return {
        "heading": shown.heading,
        "photo": known.photo,
        "summary": _summary(shown, verdict),
        "changes": changes_in_words(known.match, size) if known.same_photo else [],
        "picture": picture_content(known_preview(verdict, known)) if pictured else None,
        "entries": [_entry(entry) for entry in timeline(known.testimonies)],
    }


def _summary(shown: _Shown, verdict: Verdict) -> str:
    known = shown.known
    earliest = f"Earliest: {earliest_words(known.held_since, known.testimonies)}." if known.same_photo else ""
    measured = shares_in_words(known.match) if known.same_photo else ""
    size = f"{known.width} x {known.height} pixels." if known.width else ""
    files = f"Files: {', '.join(known.files)}." if known.files else ""
    words = (earliest, relation_words(known.match, picture_size(verdict)), measured, size, files)
    return " ".join(one for one in words if one)


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "style": " ".join(_styles(entry)),
        "when": entry.when,
        "who": entry.who,
        "caption": entry.statement.caption,
        "details": entry.details,
    }


def _styles(entry: Entry) -> Iterator[str]:
    if entry.offered:
        yield "offered"
    if entry.testimony.appearance.superseded:
        yield "superseded"
