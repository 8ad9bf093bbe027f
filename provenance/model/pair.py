"""Two photos set against each other, without an archive."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.checks import instances, require
from provenance.model.matching import Compared, Match
from provenance.model.photo import Examination, PhotoId, Problem


@dataclass(frozen=True, slots=True)
class Given:
    """One of the two: its name for people, who it is, what reading it gave.

    A file that could not be opened has neither `photo` nor `examination`, and `problems` says why. `shows_little` says
    that it shows too little (a black frame, a blank page, a stamp) for finding nothing to mean anything.
    """

    file: str
    photo: PhotoId | None
    examination: Examination | None
    problems: tuple[Problem, ...] = ()
    shows_little: bool = False

    def __post_init__(self) -> None:
        instances(self.problems, Problem, "problems")
        require(self.readable or bool(self.problems), "an unreadable file says why")

    @property
    def readable(self) -> bool:
        """Whether it holds a picture."""
        return self.examination is not None and self.examination.readable

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height of the upright picture at full size, in pixels; None where there is no picture."""
        seen = self.examination
        return (seen.width, seen.height) if seen is not None and seen.width and seen.height else None


@dataclass(frozen=True, slots=True)
class Pair:
    """Both, and the one laid on the other. `compared` is None where a file holds no picture.

    The match in `compared` says how `this` was made from `other`.
    """

    this: Given
    other: Given
    compared: Compared | None

    def __post_init__(self) -> None:
        require(self.readable == (self.compared is not None), "two pictures are compared, and nothing else is")

    @property
    def readable(self) -> bool:
        """Whether both files hold pictures."""
        return self.this.readable and self.other.readable

    @property
    def match(self) -> Match | None:
        """What was found in common; None where nothing was."""
        return self.compared.match if self.compared else None

    @property
    def showing_little(self) -> tuple[Given, ...]:
        """Those of the two that show too little to be compared."""
        return tuple(given for given in (self.this, self.other) if given.shows_little)
