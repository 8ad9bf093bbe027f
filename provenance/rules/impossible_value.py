"""The rule about values that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule

_QUOTED = 12
_INNOCENT = (
    "Cameras whose clock was never set write zeros, and lenses without contacts leave fields empty.",
    "Programs that copy fields from one format to another lose signs and zones.",
)


@rule(
    id="impossible-value",
    title="A field holds a value that cannot be",
    severity=Severity.NOTE,
    advice="Do not rely on these fields; ask for the camera original if they matter.",
    doors=(Door.INSPECT,),
)
def impossible_value(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Lists the fields whose values cannot be: 30 February, month 0, 95 degrees north, a position without its
    hemisphere, a fraction over nothing, a zone that no place on Earth has. They are shown as they stand, and no rule
    works with them.

    Such values come of damage, of programs that do not know the format, and of forgery by hand.

    Most of them are harmless: unset clocks, manual lenses, careless programs. A value that is possible and wrong is not
    seen here. A date that is plainly left blank is no impossible one.
    """
    del limits
    fields = {fact.field: fact for fact in reversed(case.facts) if fact.impossible}
    if not fields:
        return
    listed = list(fields.values())[::-1]
    names = brief(", ".join(fact.field for fact in listed))
    count = "One field holds a value" if len(listed) == 1 else f"{len(listed)} fields hold values"
    yield Hit(
        f"{count} that cannot be: {names}.",
        tuple(Evidence(fact.field, fact.raw) for fact in listed[:_QUOTED]),
        _INNOCENT,
        Confidence.HIGH,
    )
