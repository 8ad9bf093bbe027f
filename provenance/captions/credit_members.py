"""What a credit is made of: persons, agencies, other organisations, flags and noise, from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What one member of a credit is. A run is a name of which it is not yet said whose it is."""

    RUN = "run"
    PERSON = "person"
    ORGANISATION = "organisation"
    AGENCY = "agency"
    FLAG = "flag"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Member:
    """Tokens `start` to `end` of a credit. `name` is an agency's canonical name or a flag.

    `via` says that it stands behind "via", `listed` that it goes on with a list ("Jo Doe and Al Roe").
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    via: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """A credit: its members from left to right, and the tokens it takes up."""

    members: tuple[Member, ...]
    start: int
    end: int

    @property
    def names_agency(self) -> bool:
        """Whether an agency that we know stands in it."""
        return any(member.kind is Kind.AGENCY for member in self.members)

    @property
    def says_something(self) -> bool:
        """Whether it names anybody or sets a flag."""
        return any(member.kind is not Kind.NOISE for member in self.members)
