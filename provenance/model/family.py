"""Families: pictures that descend from one exposure, and the verified matches that say so."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from provenance.model.appearance import Statement
from provenance.model.checks import hex_id, instances, require
from provenance.model.matching import Match, MatchVerdict, Relation
from provenance.model.photo import PhotoId, PictureId

DERIVED = frozenset({Relation.CROPPED, Relation.INSET, Relation.OVERLAID, Relation.ALTERED, Relation.BORDERED})
"""What is done to a picture, and is not done to the one it was made from."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A verified match between two pictures of the archive: how `one` was made from the picture that `match` names."""

    one: PictureId
    match: Match

    def __post_init__(self) -> None:
        hex_id(self.one, "a picture's id")
        require(self.one != self.match.picture, "no picture is matched with itself")

    @property
    def other(self) -> PictureId:
        """The picture that the first was held against."""
        return self.match.picture

    @property
    def same_photo(self) -> bool:
        """Whether both show one exposure."""
        return self.match.verdict is MatchVerdict.SAME_PHOTO

    @property
    def holds(self) -> bool:
        """Whether the first holds the other within something else: a screenshot, a collage."""
        return Relation.INSET in self.match.relations


@dataclass(frozen=True, slots=True)
class Member:
    """A picture as a family knows it: its upright size in pixels, and its oldest photo with the archive's clock."""

    picture: PictureId
    width: int
    height: int
    photo: PhotoId
    held_since: datetime

    def __post_init__(self) -> None:
        hex_id(self.picture, "a picture's id")
        hex_id(self.photo, "a photo's id")
        require(self.held_since.utcoffset() == timedelta(0), "the archive's clock is UTC")


class Ruling(StrEnum):
    """What an editor may decide."""

    SAME_PHOTO = "same-photo"
    SAME_SCENE = "same-scene"
    NOT_SAME = "not-same"
    DISMISS = "dismiss"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a match (`M-`), a family (`P-`), a finding (`F-`) or a caption (`C-`), when, and why.

    `about` is that id; `pictures` are the two that a ruling about a match names, empty otherwise. A confirmed caption
    is the record that others are held against.
    """

    about: str
    ruling: Ruling
    by: str
    at: datetime
    note: str = ""
    pictures: tuple[PictureId, ...] = ()

    def __post_init__(self) -> None:
        require(self.about[:2] in {"M-", "P-", "F-", "C-"}, "a decision is about a match, family, finding or caption")
        require(self.at.utcoffset() == timedelta(0), "decisions are dated in UTC")
        require(len(self.pictures) in {0, 2}, "a match has two pictures")
        instances(self.pictures, str, "pictures")


@dataclass(frozen=True, slots=True)
class Family:
    """Pictures of one exposure. `best` is the copy that shows most; `members` are the oldest first.

    `guests` hold this photo beside others (collages, screenshots of several) and are of no family for it. `bridges` are
    matches with pictures of other families that are too few to join them: possibly one family.
    """

    id: str
    best: PictureId
    members: tuple[PictureId, ...]
    guests: tuple[PictureId, ...] = ()
    bridges: tuple[Edge, ...] = ()

    def __post_init__(self) -> None:
        require(self.id.startswith("P-") and len(self.id) == 12, "a family's id is P- and ten digits")
        require(self.best in self.members, "the best copy is a member")
        instances(self.bridges, Edge, "bridges")


def family_id(oldest: PhotoId) -> str:
    """A family's id: that of its oldest photo, so that it stays when copies come and go."""
    return f"P-{hashlib.sha256(f'family {oldest}'.encode()).hexdigest()[:10]}"


def caption_id(statement: Statement) -> str:
    """The id of what a document says, whatever photo it stands with: the same words of the same source have one id."""
    said = (
        *(statement.source, statement.external_id, statement.caption, statement.headline),
        *(statement.creator, statement.credit, statement.date, statement.place),
    )
    return f"C-{hashlib.sha256(json.dumps(said).encode()).hexdigest()[:10]}"


def match_id(one: PictureId, other: PictureId) -> str:
    """A match's id: the same whichever of the two was held against the other."""
    first, second = sorted((one, other))
    return f"M-{hashlib.sha256(f'match {first} {second}'.encode()).hexdigest()[:10]}"
