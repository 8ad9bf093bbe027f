"""The rule that a handout stays one."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.claims import Claims, Flag
from provenance.model.findings import Confidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.markers import both_captions, captioned_otherwise, marked_on_record
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule

_INNOCENT = ("Web pages often credit the agency alone, and the sender may have copied the credit from one.",)


@rule(
    id="handout-dropped",
    title="On record this is a handout, and the claim does not say so",
    severity=Severity.NOTE,
    advice="Say who handed it out, and treat it as a statement of that party.",
)
def handout_dropped(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks whether the captions on record say that this photo was handed out by a party (an army, a ministry, a
    company, a family) and the claim, which credits somebody, leaves that out.

    A handout shows what its maker wants shown, and no agency's photographer stood there. Readers are told so by the
    word "handout". It is a note, never more.

    Where other captions on record do without the word, or the claim credits nobody, this rule says that it cannot
    judge. Agencies write it in many ways ("HO", "via", "provided by"), and not all of them are understood.
    """
    del limits
    on_record = marked_on_record(case, _handed_out)
    if case.claims is None or not on_record or _handed_out(case.claims):
        return
    if not case.claims.who.stated:
        yield Cannot("the claim credits nobody, so it cannot be told whether “handout” was left out")
    elif captioned_otherwise(case, _handed_out):
        yield Cannot("captions on record differ in whether this photo is a handout")
    else:
        named = next((one.claims.who.handout_sources for one in on_record if one.claims.who.handout_sources), ())
        by = f" by {brief(' / '.join(one.name for one in named))}" if named else ""
        message = f"On record this photo was handed out{by}; the claim does not say so."
        yield Hit(message, both_captions(case, on_record), _INNOCENT, Confidence.MEDIUM)


def _handed_out(claims: Claims) -> bool:
    return Flag.HANDOUT in claims.flags or bool(claims.who.handout_sources)
