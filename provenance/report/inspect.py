"""The facts of one file, for `prov inspect`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from provenance.model.photo import Fact, PhotoId, Problem
from provenance.report.layout import block, shorten, wrap
from provenance.report.objects import fact_object, strict
from provenance.report.wording import count

_MOST_NAME = 36
_MOST_VALUE = 600


def render_facts(file: str, photo: PhotoId | None, facts: Sequence[Fact], problems: Sequence[Problem]) -> str:
    """A table of the facts in lines of at most 80 columns, and what was wrong with the file.

    Values that two readers give alike stand once, with both readers named. Very long values are cut; the object for
    scripts holds them whole.
    """
    lines = [shorten(file, 80)]
    lines += [f"Photo {photo[:12]}"] if photo else []
    lines += [line for one in problems for line in wrap(f"Problem: {one.sentence} {one.hint}", "  ")]
    if not facts:
        return "\n".join([*lines, "No metadata in this file. That is normal: agencies and platforms take it out."])
    return "\n".join([*lines, f"{count(len(facts), 'field')}", "", *_table(facts)])


def inspect_object(
    file: str, photo: PhotoId | None, facts: Sequence[Fact], problems: Sequence[Problem]
) -> dict[str, Any]:
    """The object that `prov inspect --json` prints for one file."""
    made: dict[str, Any] = {
        "file": file,
        "photo": photo,
        "facts": [fact_object(fact) for fact in facts],
        "problems": [problem.sentence for problem in problems],
    }
    checked: dict[str, Any] = strict(made)
    return checked


def _table(facts: Sequence[Fact]) -> list[str]:
    readers: dict[tuple[str, int, str], list[str]] = {}
    for fact in facts:
        readers.setdefault((fact.field, fact.block, str(fact.value)), []).append(fact.reader)
    lines: list[str] = []
    for (field, number, value), named in readers.items():
        lines += _fact(f"{field} #{number}" if number else field, value, ", ".join(dict.fromkeys(named)))
    return lines


def _fact(name: str, value: str, readers: str) -> list[str]:
    """The name, its value beside it or below, and who read it."""
    name, width = shorten(name, 70), _MOST_NAME
    first, *rest = block(f"{shorten(value, _MOST_VALUE)} [{readers}]", " " * (width + 2))
    if len(name) > width:
        return [name, first, *rest]
    return [name + first[len(name) :], *rest]
