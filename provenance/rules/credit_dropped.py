"""The rule that every copy on record keeps the credit."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case, Held
from provenance.model.claims import Axis
from provenance.model.findings import Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.quoting import brief, claim_evidence, witness
from provenance.rules.rule import Cannot, Hit, rule

_QUOTED = 3
_INNOCENT = ("The credit may stand elsewhere on the page or in the table, where it was not found.",)


@rule(
    id="credit-dropped",
    title="A copy on record has no credit, and another has",
    severity=Severity.NOTE,
    advice="Put the credit back, and ask who holds the rights.",
    doors=(Door.AUDIT,),
)
def credit_dropped(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks whether what is said of a photo on record credits nobody, while a photographer or an agency is credited for
    another copy of it.

    An uncredited copy of a credited picture is the one that is used without asking. The archive knows better, so
    it can be put right. It is a note, never more: credits are dropped in copying more often than on purpose.

    Blocks inside one file, and documents about one photo, are not held against each other, for each keeps its credit
    in a field of its own; nor are the renditions of one library entry. Where no copy credits anybody, `no-credit` says
    so.
    """
    del limits
    if not case.audited or case.claims is None or case.claims.who.stated:
        return
    held = case.judged_on(Axis.CREDIT)
    credited = tuple(one for one in held if one.comparison.on_record)
    credited = tuple(one for one in credited if one.testimony.claims.who.creators) or credited
    if credited:
        yield _hit(case, credited)
    elif held:
        yield Cannot("no copy on record credits anybody")


def _hit(case: Case, credited: tuple[Held, ...]) -> Hit:
    names = brief(credited[0].comparison.on_record)
    return Hit(
        message=f"This copy has no credit; another on record credits {names}.",
        evidence=(
            claim_evidence(case, "no credit"),
            *(Evidence(witness(one.testimony), one.comparison.on_record) for one in credited[:_QUOTED]),
        ),
        innocent=_INNOCENT,
    )
