"""What all testimonies about one axis come to: who decides, and who says the opposite.

What stands on record and what was published decides before what the held files say of themselves: fields inside files
are rewritten by every program that saves them. The blocks of one file are one witness: where they disagree with each
other, most of them count, and an even split is explained by a re-save. A caption on a page and the hidden text beside
it are one witness as well: a page that contradicts itself vouches for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from provenance.model.appearance import Standing
from provenance.model.case import Held
from provenance.model.checks import require
from provenance.model.claims import Agreement
from provenance.model.history import beside
from provenance.model.times import Voucher

_STRONG = frozenset({Standing.RECORD, Standing.PUBLISHED})
_ORDER = (Agreement.AGREES, Agreement.CONTRADICTS, Agreement.EXPLAINABLE, Agreement.CANNOT_TELL)
_OPPOSITE = {Agreement.AGREES: Agreement.CONTRADICTS, Agreement.CONTRADICTS: Agreement.AGREES}


@dataclass(frozen=True, slots=True)
class Weighed:
    """The verdict of all testimonies together.

    `telling` are the comparisons that speak for it, the strongest first; where witnesses of equal weight `divided`
    the record, those that agree. `opposed` are those that say the opposite.
    """

    verdict: Agreement
    telling: tuple[Held, ...]
    opposed: tuple[Held, ...] = ()
    divided: bool = False

    def __post_init__(self) -> None:
        require(bool(self.telling), "something was weighed")


@dataclass(frozen=True)
class _Witness:
    """Comparisons that one document or one file gives, and what they come to."""

    members: tuple[Held, ...]

    @cached_property
    def strong(self) -> bool:
        return self.members[0].testimony.appearance.statement.standing in _STRONG

    @cached_property
    def verdict(self) -> Agreement:
        said = [one.comparison.verdict for one in self.members]
        agreeing, against = said.count(Agreement.AGREES), said.count(Agreement.CONTRADICTS)
        if agreeing and against and self.strong:
            return Agreement.CANNOT_TELL
        if agreeing and against:
            return Agreement.AGREES if agreeing > against else Agreement.EXPLAINABLE
        return next(verdict for verdict in _ORDER if verdict in said)

    def saying(self, verdict: Agreement) -> tuple[Held, ...]:
        return tuple(one for one in self.members if one.comparison.verdict is verdict)


def weigh(held: Iterable[Held]) -> Weighed | None:
    """The comparisons about one axis, the strongest first, weighed against each other; None where there are none."""
    witnesses = _witnesses(held)
    if not witnesses:
        return None
    strong, weak = ([one for one in _deciding(witnesses) if one.strong is side] for side in (True, False))
    verdicts = {one.verdict for one in strong}, {one.verdict for one in weak}
    if verdicts == ({Agreement.EXPLAINABLE}, {Agreement.AGREES}):
        return _decided(witnesses, weak)
    if strong or weak:
        return _decided(witnesses, strong or weak)
    agreeing, against = _sides(witnesses, Agreement.AGREES)
    if agreeing and against:
        return Weighed(Agreement.CANNOT_TELL, agreeing, against, divided=True)
    return Weighed(Agreement.CANNOT_TELL, tuple(one for witness in witnesses for one in witness.members))


def _deciding(witnesses: Iterable[_Witness]) -> Iterator[_Witness]:
    return (one for one in witnesses if one.verdict is not Agreement.CANNOT_TELL)


def _witnesses(held: Iterable[Held]) -> tuple[_Witness, ...]:
    groups: dict[object, list[Held]] = {}
    for one in held:
        statement = one.testimony.appearance.statement
        witness: object = id(one)
        if statement.voucher is Voucher.IN_FILE:
            witness = (one.known.photo, statement.source)
        elif statement.voucher is Voucher.ARTICLE:
            witness = (one.known.photo, statement.source, statement.url, beside(statement) or statement.address)
        groups.setdefault(witness, []).append(one)
    return tuple(_Witness(tuple(group)) for group in groups.values())


def _decided(witnesses: tuple[_Witness, ...], decided: list[_Witness]) -> Weighed:
    verdicts = {one.verdict for one in decided}
    if {Agreement.AGREES, Agreement.CONTRADICTS} <= verdicts:
        agreeing, against = _sides(decided, Agreement.AGREES)
        return Weighed(Agreement.CANNOT_TELL, agreeing, against, divided=True)
    order = (Agreement.AGREES, Agreement.CONTRADICTS, Agreement.EXPLAINABLE)
    verdict = next(one for one in order if one in verdicts)
    telling, opposed = _sides(witnesses, verdict)
    if not telling:  # the blocks of one file are divided, and that explains it
        telling = tuple(held for one in decided if one.verdict is verdict for held in one.members)
    return Weighed(verdict, telling, opposed)


def _sides(witnesses: Iterable[_Witness], verdict: Agreement) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """The comparisons that say so, and those that say the opposite."""
    every = tuple(witnesses)
    opposite = _OPPOSITE.get(verdict, Agreement.CONTRADICTS)
    said = tuple(held for one in every for held in one.saying(verdict))
    return said, tuple(held for one in every for held in one.saying(opposite))
