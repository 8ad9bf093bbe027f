"""The caption history of a photo: every version of what was said about it, and what changed from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from provenance.model.appearance import Appearance, Statement
from provenance.model.checks import hex_id, instances, require
from provenance.model.claims import Claims
from provenance.model.photo import PhotoId


class Dating(StrEnum):
    """What puts a version at its place in time, from what says most about when the words were written."""

    TRANSMITTED = "transmitted"
    PUBLISHED = "published"
    ISSUED = "issued"
    CAPTURED = "captured"
    NAMED = "named"
    """It states no time of its own; this is the day that its words or its date field name."""
    RECORDED = "recorded"
    CHECKED = "checked"
    """The claim of this check, which states no time of its own."""


class RunKind(StrEnum):
    """What became of some neighbouring words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    MOVED_HERE = "moved-here"
    MOVED_AWAY = "moved-away"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words with one fate. Those kept, added and moved here make the newer caption when joined."""

    kind: RunKind
    text: str

    def __post_init__(self) -> None:
        require(bool(self.text), "a run holds words")


class Change(StrEnum):
    """What a caption says otherwise than the one it is held against."""

    DATE_MOVED = "date-moved"
    DATE_ADDED = "date-added"
    DATE_DROPPED = "date-dropped"
    PLACE_MOVED = "place-moved"
    PLACE_ADDED = "place-added"
    PLACE_DROPPED = "place-dropped"
    PHOTOGRAPHER_SWAPPED = "photographer-swapped"
    PHOTOGRAPHER_ADDED = "photographer-added"
    PHOTOGRAPHER_DROPPED = "photographer-dropped"
    AGENCY_CHANGED = "agency-changed"
    AGENCY_DROPPED = "agency-dropped"
    FILE_PHOTO_ADDED = "file-photo-added"
    FILE_PHOTO_DROPPED = "file-photo-dropped"
    HANDOUT_ADDED = "handout-added"
    HANDOUT_DROPPED = "handout-dropped"
    SUBJECT_CHANGED = "subject-changed"
    NUMBER_CHANGED = "number-changed"
    TRANSLATED = "translated"
    SHORTENED = "shortened"
    LENGTHENED = "lengthened"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class NamedChange:
    """One change with the characters of both sides; "" where a side says nothing about it."""

    change: Change
    before: str = ""
    after: str = ""


class Turn(StrEnum):
    """What a version is, beside the earlier one that it is held against."""

    FIRST = "first"
    SAME_WORDS = "same-words"
    SAME_FACTS = "same-facts"
    """Shortened, translated or told in other words, and nothing that can be compared differs."""
    OTHER_FACTS = "other-facts"
    """A marker, an agency or a number is another; day, place, photographer and event are not."""
    RE_ATTRIBUTED = "re-attributed"
    """Another day, place, photographer or event."""
    CANNOT_TELL = "cannot-tell"
    """Other words, and no fact that both state."""


@dataclass(frozen=True, slots=True)
class Version:
    """One appearance of the photo or of a copy of it, as it stands in the history.

    `photo` is the known photo that it was said of; None for the claim of a check. `moment` and `dating` give its place
    in time. `against` is the position of the earlier version it is held against, None for the first; `words` shows the
    way from that one's caption to this one's. `addresses` are several where blocks of one file say the same.
    """

    appearance: Appearance
    claims: Claims
    photo: PhotoId | None
    moment: datetime
    dating: Dating
    turn: Turn
    against: int | None = None
    changes: tuple[NamedChange, ...] = ()
    words: tuple[Run, ...] = ()
    addresses: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.photo is not None:
            hex_id(self.photo, "a photo's id")
        require(self.moment.utcoffset() == timedelta(0), "a history is kept in UTC")
        require((self.turn is Turn.FIRST) == (self.against is None), "all but the first are held against another")
        instances(self.changes, NamedChange, "changes")
        instances(self.words, Run, "words")

    @property
    def is_claim(self) -> bool:
        """Whether it is the claim of the check, which the archive does not hold."""
        return self.photo is None

    @property
    def judged(self) -> bool:
        """Whether it is on record and current."""
        return not self.is_claim and self.appearance.judged

    @property
    def beside(self) -> str:
        """The address of the visible caption that it stands beside on a page; "" for every other version."""
        return beside(self.appearance.statement)

    def change(self, change: Change) -> NamedChange | None:
        """The change of a kind, None where there is none."""
        return next((one for one in self.changes if one.change is change), None)


def beside(statement: Statement) -> str:
    """The address of the visible caption that an alternative text, or a text in JSON-LD, stands beside on its page.

    "" for every other statement.
    """
    document, _, place = statement.address.rpartition(": ")
    for kind in ("alternative text of ", "JSON-LD of "):
        if document and place.startswith(kind):
            return f"{document}: {place.removeprefix(kind)}"
    return ""


RE_ATTRIBUTIONS = frozenset(
    {Change.DATE_MOVED, Change.PLACE_MOVED, Change.PHOTOGRAPHER_SWAPPED, Change.SUBJECT_CHANGED}
)
"""Changes after which a caption speaks of another day, place, photographer or event."""
