"""The rule that a known credit should not be dropped."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case, Testimony
from provenance.model.claims import Claims, Flag, Named, Who
from provenance.model.findings import Confidence, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.quoting import brief, claimant, witness
from provenance.rules.rule import Cannot, Hit, rule

_QUOTED = 3
_UNNAMED = {Flag.HANDOUT, Flag.POOL, Flag.STAFF}


@rule(
    id="credit-missing",
    title="The claim leaves out a credit",
    severity=Severity.NOTE,
    advice="Credit it as on record, and ask who holds the rights.",
)
def credit_missing(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks whether the claim names a photographer. It speaks only where a credited copy of the same photo is held and
    the claim names nobody or only an agency, or where the claim says that the photo comes from a wire and names no
    photographer at all.

    Dropped credits are how pictures lose their history; and a held copy that is credited tells the desk at once whom
    to pay and to ask. It is a note, never more: most genuine photos reach a desk without a credit.

    House styles that credit only the agency are normal on web pages. Handouts, pool pictures and staff pictures often
    have no named photographer, and are left alone unless a held copy names one. Without any caption there is nothing
    to be missing.
    """
    del limits
    if case.claims is None or case.claims.who.creators:
        return
    credited = _credited(case)
    if credited:
        yield _left_out(case, credited)
    elif _says_wire(case.claims):
        yield _wire_without_name(case, case.claims)


def _credited(case: Case) -> tuple[Testimony, ...]:
    """Judged testimonies that credit the same photo to more than the claim does."""
    named = case.claims is not None and case.claims.who.stated
    judged = (testimony for known in case.same_photos for testimony in known.judged)
    more = (one for one in judged if one.claims.who.creators or (one.claims.who.agencies and not named))
    return tuple(sorted(more, key=lambda one: (not one.claims.who.creators, one.strength)))


def _says_wire(claims: Claims) -> bool:
    who = claims.who
    return bool(who.agencies or who.distributors) and not who.handout_sources and not claims.flags & _UNNAMED


def _left_out(case: Case, credited: tuple[Testimony, ...]) -> Hit:
    return Hit(
        message=f"The claim leaves out the credit on record: {brief(_names(credited[0].claims.who))}.",
        evidence=(
            _credit_of_claim(case),
            *(Evidence(witness(one), _names(one.claims.who)) for one in credited[:_QUOTED]),
        ),
        innocent=("Credits are dropped in copying more often than on purpose.",),
    )


def _wire_without_name(case: Case, claims: Claims) -> Hit:
    return Hit(
        message=f"The claim names {brief(_names(claims.who))} but no photographer.",
        evidence=(_credit_of_claim(case),),
        innocent=("Many houses credit only the agency, and video stills and handouts have no photographer.",),
        confidence=Confidence.LOW,
    )


def _credit_of_claim(case: Case) -> Evidence:
    names = _names(case.claims.who) if case.claims else ""
    return Evidence(claimant(case), names or "names nobody")


def _names(who: Who) -> str:
    groups: tuple[tuple[Named, ...], ...] = (who.agencies, who.creators, who.distributors)
    return " / ".join(dict.fromkeys(named.name for group in groups for named in group))
