"""What the archive remembers about one photo, for `prov show`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from provenance.model.archive import StoredPhoto
from provenance.model.case import Searched, Testimony
from provenance.model.history import Version
from provenance.report.caption_history import history_lines, history_object
from provenance.report.details import entry_lines
from provenance.report.layout import block, wrap
from provenance.report.objects import appearance_object, searched_object, strict
from provenance.report.testimony import credit_words, source_words, standing_words
from provenance.report.timeline import earliest_words, timeline
from provenance.report.wording import count, moment_words, size_words

_NOBODY = "nobody is credited in this archive"


def render_show(
    photo: StoredPhoto,
    testimonies: Sequence[Testimony],
    searched: Searched | None = None,
    history: Sequence[Version] = (),
) -> str:
    """Who took it, the earliest moment known, and every appearance in time order, in lines of at most 80 columns.

    `searched`, where given, says how large the archive is that all this is scoped to; `history` is every version of
    the caption.
    """
    lines = [f"Photo {photo.id[:12]}  {_kind(photo)}"]
    lines += wrap(f"Who took it: {'; '.join(_credits(testimonies)) or _NOBODY}.", "  ")
    lines += wrap(f"Earliest {_scope(searched)}: {earliest_words(photo.held_since, testimonies)}.", "  ")
    lines += [f"Held since {moment_words(photo.held_since)}."]
    lines += [line for one in photo.locations for line in block(f"File: {one.relative}", "  ")]
    lines += [line for one in photo.problems for line in block(f"Problem: {one.sentence} {one.hint}", "  ")]
    entries = timeline(testimonies)
    if not entries:
        return "\n".join([*lines, "", "No appearance is on record: nothing was said about it yet."])
    lines += ["", f"{count(len(entries), 'appearance')}, the earliest first"]
    lines += [line for entry in entries for line in ("", *entry_lines(entry, "  "))]
    told = history_lines(history)
    return "\n".join([*lines, *(["", "Caption history", *told] if told else [])])


def show_object(
    photo: StoredPhoto,
    testimonies: Sequence[Testimony],
    searched: Searched | None = None,
    history: Sequence[Version] = (),
) -> dict[str, Any]:
    """The same for scripts; every appearance stands alone, in time order."""
    ordered = sorted(testimonies, key=lambda one: one.earliest)
    made: dict[str, Any] = {
        "schema": 1,
        "photo": photo.id,
        "picture": photo.picture,
        "format": photo.format,
        "width": photo.width,
        "height": photo.height,
        "bytes": photo.size,
        "held_since": photo.held_since.isoformat(),
        "earliest": earliest_words(photo.held_since, testimonies),
        "credits": list(_credits(testimonies)),
        "files": [one.relative for one in photo.locations],
        "appearances": [appearance_object(one) for one in ordered],
        "history": history_object(history),
        "searched": searched_object(searched) if searched else None,
        "problems": [problem.sentence for problem in photo.problems],
    }
    checked: dict[str, Any] = strict(made)
    return checked


def _kind(photo: StoredPhoto) -> str:
    size = f"{photo.width} x {photo.height} pixels, " if photo.width else ""
    return f"{photo.format or 'unreadable'}, {size}{size_words(photo.size)}"


def _scope(searched: Searched | None) -> str:
    return f"in this archive of {count(searched.photos, 'photo')}" if searched else "in this archive"


def _credits(testimonies: Sequence[Testimony]) -> Iterator[str]:
    """Each credit once, with the strongest of those who give it."""
    told: dict[str, None] = {}
    judged = (one for one in testimonies if one.appearance.judged)
    for testimony in sorted(judged, key=lambda one: one.strength):
        words = credit_words(testimony)
        if words and words.casefold() not in told:
            told[words.casefold()] = None
            yield f"{words} ({source_words(testimony.appearance.statement)}, {standing_words(testimony)})"
