"""Where foreign metadata readers run, and where what they say is gathered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from provenance.media.problems import unreadable
from provenance.model.photo import Fact, Problem

MOST_FACTS = 60_000
"""The most facts of one block: more than the largest XMP packet that is parsed can hold elements."""
MOST_PROBLEMS = 20
"""The most problems of one block; a file that is broken everywhere does not get better by a longer list."""

Reading = tuple[tuple[Fact, ...], tuple[Problem, ...]]


@dataclass(slots=True)
class Readings:
    """The facts and problems of one block, as one reader finds them."""

    reader: str
    block: int
    facts: list[Fact] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(
        self,
        name: str,
        value: str | int | float | None,
        raw: str,
        offset: int | None = None,
        length: int | None = None,
    ) -> None:
        """Add a fact, while there is room; `offset` and `length` are of its raw bytes in the block.

        None for a value that cannot be: the fact then holds the raw text and is marked, and the problem is added.
        """
        if value is None:
            self._impossible(name)
        if len(self.facts) < MOST_FACTS:
            shown = raw.strip() if value is None else value
            self.facts.append(Fact(name, shown, raw, self.reader, self.block, value is None, offset, length))

    def trouble(self, kind: str, sentence: str, hint: str = "") -> None:
        """Add a problem, once, while there is room."""
        problem = Problem(kind, sentence, hint)
        if problem not in self.problems and len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)

    def _impossible(self, name: str) -> None:
        self.trouble(
            "impossible-value",
            f"The field {name} holds an impossible or incomplete value, which is shown as it stands.",
        )


def run_reader(reader: str, block: int, name: str, read: Callable[[Readings], None]) -> Reading:
    """Run a metadata reader on one block; `name` is what people call the block.

    Whatever a reader raises on bytes that nobody foresaw ends here, and what it had read before is kept.
    """
    readings = Readings(reader, block)
    try:
        read(readings)
    except ImportError:  # a module that is missing is no fault of the file
        raise
    except Exception:  # noqa: BLE001 - the one catch-all around metadata readers: no list of their errors was ever whole
        readings.problems.append(unreadable(name))
    return tuple(readings.facts), tuple(readings.problems)
