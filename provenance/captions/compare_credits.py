"""Two credits held against each other: another person is strong evidence, another agency alone is weak.

Agencies, libraries and publishers pass on each other's pictures under their own names, so another one of them is
explainable; only two wires that do not carry each other's pictures, or a wire's own photographer against a source that
employs none of its, cannot both be right.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from provenance.captions.names import FIELD_LENGTH, same_person
from provenance.captions.silence import silent
from provenance.captions.spelling import fold
from provenance.model.claims import Agreement, Axis, Comparison, Flag, Named, Trade, Who

_RESOLD = "Agencies and archives pass on each other's pictures under their own names."
_HANDED_ON = "A handout or pool photo may carry the name of whoever sent it on."
_SHARED_OUT = frozenset({Flag.HANDOUT, Flag.POOL})

Answer = tuple[Agreement, str, tuple[str, ...]]


def compare_credits(claim: Who, record: Who, flags: frozenset[Flag] = frozenset()) -> Comparison:
    """Whether both can be the credit of one photo. `flags` are those that either side sets."""
    claimed, recorded = _words(claim), _words(record)
    quiet = silent(Axis.CREDIT, "a credit", claimed, recorded)
    if quiet is not None:
        return quiet
    both = f"the claim says “{claimed}”, the record “{recorded}”"
    verdict, why, innocent = _by_person(claim, record, both) or _by_agency(claim, record, flags, both)
    return Comparison(Axis.CREDIT, claimed, recorded, verdict, why, innocent)


def _words(who: Who) -> str:
    groups = (who.creators, who.handout_sources, who.agencies, who.distributors)
    return " / ".join(named.name for group in groups for named in group)


def _by_person(claim: Who, record: Who, both: str) -> Answer | None:
    """The answer of the creators, where both sides name one and it can be told whether they are the same."""
    answers = {same_person(one.name, other.name) for one, other in product(claim.creators, record.creators)}
    if True in answers:
        return Agreement.AGREES, f"The same photographer: {both}.", ()
    if answers == {False}:
        return Agreement.CONTRADICTS, f"Two different photographers: {both}.", (_HANDED_ON,)
    if answers and not _shared(_all(claim), _all(record)):
        return Agreement.CANNOT_TELL, f"Whether the two names are one photographer's cannot be told: {both}.", ()
    return None


def _by_agency(claim: Who, record: Who, flags: frozenset[Flag], both: str) -> Answer:
    if not _all(claim) or not _all(record):
        return (
            Agreement.EXPLAINABLE,
            f"One side names the photographer, the other whom the photo came from: {both}.",
            (_RESOLD,),
        )
    if _shared(_all(claim), _all(record)):
        return _common(claim, record, both)
    if _cannot_both_be(claim, record) and not flags & _SHARED_OUT:
        return (
            Agreement.CONTRADICTS,
            f"Two agencies that do not pass on each other's pictures: {both}.",
            (_HANDED_ON, _RESOLD),
        )
    unknown = {named.trade for named in (*_all(claim), *_all(record))} == {None}
    verdict = Agreement.CANNOT_TELL if unknown else Agreement.EXPLAINABLE
    return verdict, f"Another agency alone proves nothing: {both}.", (_RESOLD,)


def _common(claim: Who, record: Who, both: str) -> Answer:
    """The answer where both name the same agency somewhere."""
    handed = claim.handout_sources or record.handout_sources
    if handed and not (_shared(handed, _all(claim)) and _shared(handed, _all(record))):
        return Agreement.EXPLAINABLE, f"One side leaves out who handed the photo out: {both}.", (_HANDED_ON,)
    if _shared(_origins(claim), _all(record)) or _shared(_all(claim), _origins(record)):
        return Agreement.AGREES, f"The same agency: {both}.", ()
    return Agreement.EXPLAINABLE, f"Both came through the same distributor: {both}.", (_RESOLD,)


def _cannot_both_be(claim: Who, record: Who) -> bool:
    """Whether it cannot come from both: neither is known to pass on what the other's photographers take."""
    one, other = _origins(claim) or claim.distributors, _origins(record) or record.distributors
    if any(left.name in right.carries or right.name in left.carries for left, right in product(one, other)):
        return False
    ours, theirs = {named.trade for named in one}, {named.trade for named in other}
    if ours == theirs == {Trade.WIRE}:
        return True
    own_work = (ours == {Trade.WIRE} and theirs == {Trade.SOURCE} and claim.creators and not record.creators) or (
        theirs == {Trade.WIRE} and ours == {Trade.SOURCE} and record.creators and not claim.creators
    )
    return bool(own_work)


def _origins(who: Who) -> tuple[Named, ...]:
    return (*who.agencies, *who.handout_sources)


def _all(who: Who) -> tuple[Named, ...]:
    return (*who.agencies, *who.distributors, *who.handout_sources)


def _shared(one: Iterable[Named], other: Iterable[Named]) -> bool:
    """Whether one agency stands on both sides, spelled out or as a field of 32 characters holds it."""
    return any(_same(left.name, right.name) for left, right in product(one, tuple(other)))


def _same(one: str, other: str) -> bool:
    left, right = fold(one).removeprefix("the "), fold(other).removeprefix("the ")
    if left == right:
        return True
    short, whole = sorted((left, right), key=len)
    return FIELD_LENGTH - 8 <= len(short) <= FIELD_LENGTH and whole.startswith(short)
