"""The rule that somebody took every photo."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.quoting import known_name
from provenance.rules.rule import Cannot, Hit, rule

_QUOTED = 3


@rule(
    id="no-credit",
    title="Nobody is credited for this photo",
    severity=Severity.NOTE,
    advice="Look for its source, and do not use it before you know who holds the rights.",
    doors=(Door.AUDIT,),
)
def no_credit(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks whether anything that is on record about a photo and its copies, fields of the files among it, credits a
    photographer, an agency or whoever handed it out.

    A photo without any credit cannot be paid for, asked about or defended. It is a note: most libraries hold many.

    Names that were not recognised as a credit are overlooked. What senders offered counts for nothing. A photo about
    which nothing at all is on record has no credit either.
    """
    del limits
    if not case.audited or case.claim is not None or not case.known or case.held:
        return
    if not any(known.testimonies for known in case.known):
        yield Cannot("nothing is on record about this photo")
        return
    judged = (testimony for known in case.known for testimony in known.judged)
    if not any(one.claims.who.stated for one in judged):
        evidence = tuple(Evidence(known_name(known), "no credit") for known in case.known[:_QUOTED])
        yield Hit("Nothing on record says who took this photo.", evidence)
