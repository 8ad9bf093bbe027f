"""The words on a sheet of two compared photos."""

from __future__ import annotations

from provenance.model.pair import Given, Pair
from provenance.report.compare_figures import measured_words
from provenance.report.compare_places import areas, known_outline, this_outline
from provenance.report.compare_words import answer_line, made_words
from provenance.report.layout import shorten_path

_MOST_NAME, _MOST_AREAS = 44, 6


def heading(pair: Pair) -> tuple[str, ...]:
    """The lines above the pictures: the answer first, then how A was made from B, the figures, the changed areas."""
    lines = [answer_line(pair).replace("  ", ": "), made_words(pair)]
    if pair.match is not None:
        lines.append(measured_words(pair.match))
    found = areas(pair)
    lines += [f"{area.number}  {area.words}" for area in found[:_MOST_AREAS]]
    if len(found) > _MOST_AREAS:
        lines.append(f"and {len(found) - _MOST_AREAS} more, numbered in the picture.")
    return tuple(line for line in lines if line)


def captions(pair: Pair) -> tuple[str, str, str, str]:
    """What stands under A, B, B laid on A, and the difference."""
    return (
        _named("A", pair.this, ": outlined is what B fills" if this_outline(pair) else ""),
        _named("B", pair.other, ": outlined is what A shows of it" if known_outline(pair) else ""),
        "B laid on A",
        "What differs: only changed content lights up",
    )


def _named(letter: str, given: Given, outlined: str) -> str:
    size = f", {given.size[0]} x {given.size[1]}" if given.size else ""
    return f"{letter}  {shorten_path(given.file, _MOST_NAME)}{size}{outlined}"
