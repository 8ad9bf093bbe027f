"""Renditions: the files of one library entry, told by what they are called or by a column of a table.

A pattern is a regular expression over a file's path below the folder that was named, with "/" between folders. Its
group `record` (or its first) tells the entry, its group `rendition` (or its second) the kind of the file: web, thumb.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from provenance.errors import UsageError

if TYPE_CHECKING:
    from regex import Pattern

LONGEST = 500
"""Characters of a pattern."""
MOST_SLOW = 5
"""Names, in one run, on which a pattern that is kept may take too long; each costs all of `SECONDS`."""
SECONDS = 0.2
"""For one name; a sound pattern takes some microseconds, and one that tries every way to cut a name takes years."""
ORIGINAL = "original"
"""The kind of a file whose name tells none."""
_HINT = r'For 4711.jpg and 4711_web.jpg it is "(?P<record>\d+)(?:_(?P<rendition>\w+))?\.jpg".'


class Rendition(NamedTuple):
    """Of which library entry a file is a rendition ("" for none), and of which kind."""

    record: str
    kind: str


NONE = Rendition("", "")


class TooSlowError(UsageError):
    """A pattern takes longer than `SECONDS` for one name."""


class Placing(NamedTuple):
    """A file by its number, and what is known of it: `was` is None where nobody looked."""

    number: int
    path: str
    was: Rendition | None


@dataclass(frozen=True)
class RenditionPattern:
    """A pattern that a user wrote. UsageError, in words, where it is none or tells no entry."""

    text: str

    def __post_init__(self) -> None:
        if len(self.text) > LONGEST:
            raise UsageError(f"The pattern of renditions is longer than {LONGEST} characters.", _HINT)
        if not self._compiled.groups:
            raise UsageError("The pattern of renditions has no group that tells the entry.", _HINT)

    def read(self, path: str) -> Rendition:
        """What a file's path says; NONE where the pattern does not fit it. TooSlowError where it takes too long."""
        try:
            found = self._compiled.search(path, timeout=SECONDS)
        except TimeoutError as error:
            raise TooSlowError(
                f"The pattern of renditions takes too long on {path}.",
                "Avoid repetitions within repetitions, as in (a+)+.",
            ) from error
        if found is None:
            return NONE
        named = self._compiled.groupindex
        record = found[named.get("record", 1)]
        second = named.get("rendition", 0 if "record" in named or self._compiled.groups < 2 else 2)
        return Rendition(record, (found[second] if second else None) or ORIGINAL) if record else NONE

    @cached_property
    def _compiled(self) -> Pattern[str]:
        import regex

        try:
            return regex.compile(self.text)
        except regex.error as error:
            raise UsageError(f"The pattern of renditions is no regular expression: {error}.", _HINT) from error
