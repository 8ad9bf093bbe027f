"""The rule that a copy on record keeps the credit of the one it was made from."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Door, Evidence, Severity
from provenance.model.history import Version
from provenance.model.limits import RuleLimits
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule
from provenance.rules.versions import version_evidence

_QUOTED = 3
_INNOCENT = ("The credit may stand elsewhere on the page or in the table, where it was not found.",)


@rule(
    id="credit-dropped",
    title="A later version on record leaves out the credit",
    severity=Severity.NOTE,
    advice="Put the credit back in the later versions, and ask who holds the rights.",
    doors=(Door.AUDIT,),
)
def credit_dropped(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks whether a version of the caption on record credits a photographer or an agency, and a later one on record
    credits nobody.

    An uncredited copy of a credited picture is the one that is used without asking. The archive knows better, so
    it can be put right. It is a note, never more: credits are dropped in copying more often than on purpose.

    It speaks in the audit; what a claim leaves out is said by `credit-missing`. Blocks inside one file are not held
    against each other, for each keeps its credit in a field of its own. Where no version on record credits anybody,
    the rule says that it cannot judge.
    """
    del limits
    versions = tuple(one for one in case.history if one.judged)
    credited = next((one for one in versions if one.claims.who.creators), None)
    credited = credited or next((one for one in versions if one.claims.who.stated), None)
    if len(versions) > 1 and credited is None:
        yield Cannot("no version on record credits anybody")
    elif credited is not None:
        later = tuple(one for one in versions if _dropped(credited, one))
        if later:
            yield _hit(credited, later)


def _dropped(credited: Version, version: Version) -> bool:
    statement, first = version.appearance.statement, credited.appearance.statement
    one_file = version.photo == credited.photo and statement.voucher is first.voucher
    same_file = one_file and statement.source == first.source and statement.url == first.url
    return version.moment > credited.moment and not version.claims.who.stated and not same_file


def _hit(credited: Version, later: tuple[Version, ...]) -> Hit:
    who = credited.claims.who
    names = brief(" / ".join(dict.fromkeys(one.name for one in (*who.agencies, *who.creators, *who.distributors))))
    return Hit(
        message=f"A later version leaves out the credit on record: {names}.",
        evidence=(Evidence(version_evidence(credited).source, names), *map(version_evidence, later[:_QUOTED])),
        innocent=_INNOCENT,
    )
