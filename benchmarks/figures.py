"""A measured figure beside its aim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, the aim ("at least .98"), the value in words, whether it was reached, and a remark.

    `reached` is None where there is no aim or too little was asked to say.
    """

    what: str
    aim: str
    value: str
    reached: bool | None
    note: str = ""

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        """A row of a table."""
        return self.what, self.aim, self.value, {True: "yes", False: "**no**", None: ""}[self.reached], self.note


HEADS = ("what", "aim", "measured", "reached", "")


def at_least(what: str, aim: float, hits: int, of: int, note: str = "") -> Figure:
    """A share that should not be smaller."""
    if not of:
        return Figure(what, f"at least {aim:g}", "-", None, note or "not asked")
    counted = f"{hits:,} of {of:,}"
    return Figure(what, f"at least {aim:g}", f"{hits / of:.3f}", hits >= aim * of, f"{counted}; {note}".rstrip("; "))


def at_most(what: str, aim: float, hits: int, of: int, note: str = "") -> Figure:
    """A share that should not be larger."""
    if not of:
        return Figure(what, f"at most {aim:g}", "-", None, note or "not asked")
    counted = f"{hits:,} of {of:,}"
    return Figure(what, f"at most {aim:g}", f"{hits / of:.3f}", hits <= aim * of, f"{counted}; {note}".rstrip("; "))


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def shown(figures: list[Figure]) -> str:
    """The same for a terminal."""
    return "\n".join(
        f"{one.value:>12}  (aim {one.aim or '-':>14}) {'NO ' if one.reached is False else '   '} {one.what}"
        f"{'  [' + one.note + ']' if one.note else ''}"
        for one in figures
    )
