"""What the rules about dropped markers share: a word on record that the claim does not repeat."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from provenance.model.case import Case, Testimony
from provenance.model.claims import Claims
from provenance.model.findings import Evidence
from provenance.rules.quoting import claimant, witness

_QUOTED = 3

Marked = Callable[[Claims], bool]


def marked_on_record(case: Case, marked: Marked) -> tuple[Testimony, ...]:
    """The judged testimonies about the same photo that carry the marker, the strongest first."""
    judged = (testimony for known in case.same_photos for testimony in known.judged)
    return tuple(sorted((one for one in judged if marked(one.claims)), key=lambda one: one.strength))


def captioned_otherwise(case: Case, marked: Marked) -> bool:
    """Whether another judged caption of the same photo does without the marker."""
    judged = (testimony for known in case.same_photos for testimony in known.judged)
    return any(one.claims.text and not marked(one.claims) for one in judged)


def both_captions(case: Case, on_record: tuple[Testimony, ...]) -> tuple[Evidence, ...]:
    """The claim's caption and those that carry the marker."""
    return (Evidence(claimant(case), _caption(case)), *_quoted(on_record))


def _caption(case: Case) -> str:
    return (case.claims.text if case.claims else "") or "says nothing of it"


def _quoted(on_record: tuple[Testimony, ...]) -> Iterator[Evidence]:
    return (Evidence(witness(one), one.claims.text or one.appearance.statement.credit) for one in on_record[:_QUOTED])
