"""What a rule is: a function from a case to hits and abstentions, with the words that belong to it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from provenance.model.case import Case
from provenance.model.checks import require
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found, in a sentence, and the quotations that show it.

    `innocent` holds the harmless explanations that are known. `severity` stands where the rule's manual says that the
    severity depends on the case; None means the rule's own.
    """

    message: str
    evidence: tuple[Evidence, ...]
    innocent: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Cannot:
    """Why a rule could not judge."""

    reason: str


Judgement = Callable[[Case, RuleLimits], Iterable[Hit | Cannot]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the catalogue lists it. `manual` is its function's docstring: what, why, known limits."""

    id: str
    title: str
    severity: Severity
    advice: str
    doors: tuple[Door, ...]
    manual: str
    judge: Judgement

    def __post_init__(self) -> None:
        require(bool(self.title) and bool(self.advice), f"{self.id} needs a title and advice")
        require(len(self.manual.split("\n\n")) == 3, f"the manual of {self.id} has three paragraphs: what, why, limits")
        require(bool(self.doors), f"{self.id} speaks at no door")


def rule(
    *,
    id: str,
    title: str,
    severity: Severity,
    advice: str,
    doors: tuple[Door, ...] = (Door.CHECK,),
) -> Callable[[Judgement], Rule]:
    """Make a Rule of a function. ValueError unless id, function and module carry one name and the manual is whole."""

    def register(judgement: Judgement) -> Rule:
        name, module = judgement.__name__, judgement.__module__.rpartition(".")[2]
        require(id.replace("-", "_") == name == module, f"{id}, {name} and {module} must be one name")
        manual = inspect.cleandoc(judgement.__doc__ or "")
        return Rule(id, title, severity, advice, doors, manual, judgement)

    return register
