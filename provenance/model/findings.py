"""Findings and abstentions: what a rule found, and what it could not judge."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from provenance.model.checks import instances, require


class Severity(IntEnum):
    """How much it matters. Not how sure we are."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word that people and scripts see."""
        return self.name.lower()

    @staticmethod
    def of(word: str) -> Severity:
        """The severity named by a word; ValueError for any other."""
        try:
            return Severity[word.upper()]
        except KeyError:
            raise ValueError(f"severity is error, warning or note, not {word!r}") from None


class Confidence(StrEnum):
    """How sure we are."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Door(StrEnum):
    """Where a rule speaks."""

    CHECK = "check"
    INSPECT = "inspect"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation: who or which field says it, and the words."""

    source: str
    text: str

    def __post_init__(self) -> None:
        require(bool(self.source), "evidence names its source")


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's hit, with quoted evidence. `id` is `F-` and ten hexadecimal digits of its stable content."""

    id: str
    rule: str
    title: str
    severity: Severity
    confidence: Confidence
    message: str
    advice: str
    innocent: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require(self.id.startswith("F-") and len(self.id) == 12, "a finding's id is F- and ten digits")
        require(bool(self.message), "a finding says what it found")
        instances(self.evidence, Evidence, "evidence")
        require(bool(self.evidence), "a finding quotes its evidence")


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Something in the file that supports the claim, in a sentence, with the fields that say so."""

    axis: str
    message: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require(bool(self.axis) and bool(self.message), "a corroboration says what it supports")
        instances(self.evidence, Evidence, "evidence")
        require(bool(self.evidence), "a corroboration quotes its evidence")


@dataclass(frozen=True, slots=True)
class Abstention:
    """What a rule could not judge, and why."""

    rule: str
    reason: str

    def __post_init__(self) -> None:
        require(bool(self.reason), "an abstention says why")
