"""One captioned reference to a photo, as a document makes it."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.appearance import Statement, Waits
from provenance.model.checks import require


@dataclass(frozen=True, slots=True)
class Reference:
    """What a document says about one photo, and how that photo will be known when it is found.

    `line` is where in the document it stands, as a person counts there: the row of a spreadsheet, from 1. `beside`
    says that the name it waits for is a path from the document's own folder, and no other file of that name is meant.
    """

    waits: Waits
    statement: Statement
    line: int
    beside: bool = False

    def __post_init__(self) -> None:
        require(self.line >= 1, "lines count from 1")
