"""Counts that changed from one caption to the next while the words around them stayed: "12 people", "50 people"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from provenance.model.claims import Claims
from provenance.model.history import Run, RunKind

_NUMBER = re.compile(r"\W{0,3}(\d{1,3}(?:[.,\u202f ]\d{3}){1,4}|\d{1,9}|[^\W\d_]{2,9})\W{0,3}")
_COUNTED = re.compile(r"\W{0,3}([^\W\d_]{2,40})")
_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_UNITS = frozenset({"am", "pm", "th", "st", "nd", "rd", "mm", "cm", "km", "uhr"})
_MOST = 3


def numbers_changed(before: Claims, after: Claims, words: Sequence[Run]) -> tuple[tuple[str, str], ...]:
    """Each count of the earlier caption with the one that stands in its place, and the word that both count."""
    dates = {digits for claims in (before, after) for when in claims.dates for digits in _digits(when.excerpt.text)}
    return tuple((old, new) for old, new in _replaced(words) if not set(_digits(f"{old} {new}")) & dates)[:_MOST]


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _replaced(words: Sequence[Run]) -> Iterator[tuple[str, str]]:
    for gone, come, kept in zip(words, words[1:], words[2:], strict=False):
        if (gone.kind, come.kind, kept.kind) != (RunKind.REMOVED, RunKind.ADDED, RunKind.KEPT):
            continue
        old, new, counted = _value(gone.text), _value(come.text), _COUNTED.match(kept.text)
        if old is None or new is None or old == new or counted is None or counted[1].casefold() in _UNITS:
            continue
        yield f"{gone.text.strip()} {counted[1]}", f"{come.text.strip()} {counted[1]}"


def _value(text: str) -> int | None:
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    word = found[1].casefold()
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    return _WORDS.index(word) + 1 if word in _WORDS else None
