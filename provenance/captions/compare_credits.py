"""Two credits held against each other: another person is strong evidence, another agency alone is weak."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from provenance.captions.names import same_person
from provenance.captions.silence import silent
from provenance.captions.spelling import fold
from provenance.model.claims import Agreement, Axis, Comparison, Named, Who

_RESOLD = "Agencies and archives pass on each other's pictures under their own names."
_HANDED_ON = "A handout or pool photo may carry the name of whoever sent it on."


def compare_credits(claim: Who, record: Who) -> Comparison:
    """Whether both can be the credit of one photo."""
    claimed, recorded = _words(claim), _words(record)
    quiet = silent(Axis.CREDIT, "a credit", claimed, recorded)
    if quiet is not None:
        return quiet
    both = f"the claim says “{claimed}”, the record “{recorded}”"
    verdict, why, innocent = _by_person(claim, record, both) or _by_agency(claim, record, both)
    return Comparison(Axis.CREDIT, claimed, recorded, verdict, why, innocent)


Answer = tuple[Agreement, str, tuple[str, ...]]


def _words(who: Who) -> str:
    groups = (who.creators, who.handout_sources, who.agencies, who.distributors)
    return " / ".join(named.name for group in groups for named in group)


def _by_person(claim: Who, record: Who, both: str) -> Answer | None:
    """The answer of the creators, where both sides name one."""
    if not claim.creators or not record.creators:
        return None
    answers = {same_person(one.name, other.name) for one, other in product(claim.creators, record.creators)}
    if True in answers:
        return Agreement.AGREES, f"The same photographer: {both}.", ()
    if None in answers:
        return Agreement.CANNOT_TELL, f"Whether the two names are one photographer's cannot be told: {both}.", ()
    return Agreement.CONTRADICTS, f"Two different photographers: {both}.", (_HANDED_ON,)


def _by_agency(claim: Who, record: Who, both: str) -> Answer:
    shared = _all(claim) & _all(record)
    if shared:
        only_passed_on = not (
            _names(claim.agencies, claim.handout_sources) & shared
            or _names(record.agencies, record.handout_sources) & shared
        )
        if only_passed_on:
            return Agreement.EXPLAINABLE, f"Both came through the same distributor: {both}.", (_RESOLD,)
        return Agreement.AGREES, f"The same agency: {both}.", ()
    if bool(claim.creators) != bool(record.creators):
        return (
            Agreement.CANNOT_TELL,
            f"Only one side names a photographer, and the agencies differ: {both}.",
            (_RESOLD,),
        )
    return Agreement.CANNOT_TELL, f"Another agency alone proves nothing: {both}.", (_RESOLD,)


def _all(who: Who) -> set[str]:
    return _names(who.agencies, who.distributors, who.handout_sources)


def _names(*groups: Iterable[Named]) -> set[str]:
    return {fold(named.name).removeprefix("the ") for group in groups for named in group}
