"""Two compared photos as a person at a terminal sees them: the answer, how the one was made, then the figures."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.pair import Given, Pair
from provenance.report.compare_figures import figures, measured_words
from provenance.report.compare_places import areas
from provenance.report.compare_words import answer_line, made_words, problem_words
from provenance.report.layout import COLUMNS, at_most, block, shorten_path, wrap
from provenance.report.wording import count

_MOST_LINES = 12


def render_compare(pair: Pair, verbose: bool = False) -> str:
    """The answer: at most 12 lines of 80 columns, or everything where `verbose`. Both files must be readable."""
    head = list(_head(pair))
    body = _details(pair) if verbose else _body(pair, _MOST_LINES - len(head))
    return "\n".join([*head, *body])


def _head(pair: Pair) -> Iterator[str]:
    yield answer_line(pair)
    if words := made_words(pair):
        yield from at_most(wrap(words), 3)
    yield _name("A", pair.this)
    yield _name("B", pair.other)


def _name(letter: str, given: Given) -> str:
    size = f"  {given.size[0]} x {given.size[1]}" if given.size else ""
    return f"{letter}  {shorten_path(given.file, COLUMNS - 3 - len(size))}{size}"


def _body(pair: Pair, room: int) -> list[str]:
    if pair.match is None:
        return []
    lines = at_most(wrap(measured_words(pair.match)), 2)
    found = [line for area in areas(pair) for line in wrap(f"{area.number}  {area.words}", "   ")]
    room -= len(lines)
    if len(found) <= room:
        return lines + found
    return [*lines, *found[: room - 1], f"More with -v: {count(len(areas(pair)), 'changed area')} in all."]


def _details(pair: Pair) -> Iterator[str]:
    sections = (
        ("Measured", [f"{label}: {figure}" for label, figure in figures(pair.match)] if pair.match else []),
        ("Changed areas, by their place in A", [f"{area.number}  {area.words}" for area in areas(pair)]),
        ("Problems", problem_words(pair)),
    )
    for title, told in sections:
        if told:
            yield from ("", title)
            yield from (line for words in told for line in block(words, "  "))
