"""Cases out of a family: every caption on record, held against those that are stronger, as a claim is in a check.

1. what was said is taken in order: confirmed, on record, published, in the file; of these the earliest first
2. each caption is held against those before it that stand; two blocks of one file, and two renditions of one
   library entry, are not held against each other
3. what contradicts on an axis does not stand on that axis, so that nothing later is measured by it
4. each copy is a case of its own for what its making and its fields tell; and the family as a whole is one
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from provenance.captions.compare import compare
from provenance.captions.history import Said, history
from provenance.model.audit import Copy, Role
from provenance.model.case import Case, Held, KnownPhoto
from provenance.model.claims import Agreement, Axis, Claims, Comparison
from provenance.model.findings import Finding
from provenance.model.history import Version
from provenance.model.matching import Relation
from provenance.model.photo import PhotoId
from provenance.model.renditions import ORIGINAL
from provenance.model.times import Voucher
from provenance.model.weighing import weigh
from provenance.workflows.audit_families import FamilyFile, Told

MOST_STANDING = 12
"""Different captions that stand on an axis and that a further one is held against: the strongest."""
MOST_PHOTOS = 40
"""Copies that are looked at as witnesses of when a photo was known: the oldest."""

Judge = Callable[[Case], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A case and its findings; `told` is the caption it is about, `copy` the copy; neither for the whole family."""

    case: Case
    findings: tuple[Finding, ...]
    told: Told | None = None
    copy: Copy | None = None

    @property
    def verdicts(self) -> tuple[tuple[Axis, Agreement], ...]:
        """What came of each axis on which it was held against anything."""
        weighed = ((axis, weigh(self.case.judged_on(axis))) for axis in Axis)
        return tuple((axis, one.verdict) for axis, one in weighed if one is not None)


@dataclass
class _Standing:
    """The captions that stand on one axis: each way of telling it, by each source, once."""

    told: list[Told] = field(default_factory=list)
    signs: set[object] = field(default_factory=set)

    def add(self, one: Told) -> None:
        sign = (_sign(one.testimony.claims), one.testimony.appearance.statement.source, one.copy.record)
        if sign not in self.signs and len(self.told) < MOST_STANDING:
            self.signs.add(sign)
            self.told.append(one)


def judged_family(family: FamilyFile, now: datetime, judge: Judge) -> Iterator[Judged]:
    """Every case of a family with what the rules found in it."""
    standing = {axis: _Standing() for axis in Axis}
    for told in (one for one in family.told if one.judged):
        case = _claim_case(family, told, standing, now)
        found = Judged(case, judge(case), told)
        yield found
        for axis, verdict in _stands(found):
            if verdict:
                standing[axis].add(told)
    for copy in family.copies:
        case = _copy_case(family, copy, now)
        yield Judged(case, judge(case), copy=copy)
    case = _family_case(family, now)
    yield Judged(case, judge(case))


def _stands(found: Judged) -> Iterator[tuple[Axis, bool]]:
    """On which axes a caption may be what others are measured by: those on which it contradicts nothing."""
    verdicts = dict(found.verdicts)
    for axis in Axis:
        yield axis, verdicts.get(axis) is not Agreement.CONTRADICTS


def _claim_case(family: FamilyFile, told: Told, standing: dict[Axis, _Standing], now: datetime) -> Case:
    statement = told.testimony.appearance.statement
    return Case(
        file=told.copy.file,
        photo=told.copy.photo,
        readable=True,
        now=now,
        claim=statement,
        claim_is_own=statement.voucher is Voucher.IN_FILE,
        claims=_with_credit(family, told),
        facts=family.facts[told.copy.photo],
        problems=(),
        known=_witnesses(family, told),
        held=tuple(_held(family, told, standing)),
        width=told.copy.width,
        height=told.copy.height,
        audited=True,
    )


def _with_credit(family: FamilyFile, told: Told) -> Claims:
    """Its claims; where it credits nobody, with the credit that stands elsewhere with the same photo."""
    claims = told.testimony.claims
    if claims.who.stated:
        return claims
    beside = (one.testimony.claims.who for one in family.told if one.copy.photo == told.copy.photo and one.judged)
    who = next((one for one in beside if one.stated), None)
    return replace(claims, who=who) if who is not None else claims


def _held(family: FamilyFile, told: Told, standing: dict[Axis, _Standing]) -> Iterator[Held]:
    made: dict[int, tuple[Comparison, ...]] = {}
    for axis in Axis:
        for other in standing[axis].told:
            if not _apart(told, other):
                continue
            if other.number not in made:
                made[other.number] = compare(told.testimony.claims, other.testimony.claims)
            comparison = next(one for one in made[other.number] if one.axis is axis)
            yield Held(comparison, other.testimony, _known(family, told, other))


def _apart(one: Told, other: Told) -> bool:
    """Whether two captions are two witnesses: not two blocks of a file, nor two renditions of one library entry."""
    here, there = one.testimony.appearance.statement, other.testimony.appearance.statement
    if one.copy.photo == other.copy.photo:
        in_file = here.voucher is Voucher.IN_FILE and there.voucher is Voucher.IN_FILE
        one_page = here.voucher is Voucher.ARTICLE and (here.source, here.url) == (there.source, there.url)
        return not in_file and not (one_page and there.voucher is Voucher.ARTICLE)
    return not one.copy.record or one.copy.record != other.copy.record


def _known(family: FamilyFile, told: Told, other: Told) -> KnownPhoto:
    """The copy that the other caption stands with; where this one only holds it, the match says so."""
    known = family.known[other.copy.photo]
    match = family.edges.get((told.copy.picture, other.copy.picture))
    return replace(known, match=match) if match is not None and Relation.INSET in match.relations else known


def _witnesses(family: FamilyFile, told: Told) -> tuple[KnownPhoto, ...]:
    """Every copy with what was said about it, but for this caption and what stands in the same file beside it."""
    known = sorted(family.known.values(), key=lambda one: one.held_since)[:MOST_PHOTOS]
    guests = {one.photo for one in family.copies if one.role is Role.GUEST}
    return tuple(_without(one, told) for one in known if one.photo not in guests)


def _without(known: KnownPhoto, told: Told) -> KnownPhoto:
    if known.photo != told.copy.photo:
        return known
    own = told.testimony.appearance.statement.voucher is Voucher.IN_FILE
    others = tuple(
        one
        for one in known.testimonies
        if one is not told.testimony and not (own and one.appearance.statement.voucher is Voucher.IN_FILE)
    )
    return replace(known, testimonies=others)


def _copy_case(family: FamilyFile, copy: Copy, now: datetime) -> Case:
    """A copy beside the best one: how it was made, and what its fields say."""
    best = family.known[family.best.photo]
    beside = (replace(best, match=copy.match),) if copy.match is not None and copy.role is not Role.BEST else ()
    return Case(
        file=copy.file,
        photo=copy.photo,
        readable=True,
        now=now,
        claim=None,
        claim_is_own=False,
        claims=None,
        facts=family.facts[copy.photo],
        problems=(),
        known=beside,
        held=(),
        width=copy.width,
        height=copy.height,
        audited=True,
    )


def _family_case(family: FamilyFile, now: datetime) -> Case:
    """All of it together: the history of the caption, and what suppliers took back."""
    best = family.best
    return Case(
        file=best.file,
        photo=best.photo,
        readable=True,
        now=now,
        claim=None,
        claim_is_own=False,
        claims=None,
        facts=(),
        problems=(),
        known=tuple(family.known[one.photo] for one in family.copies if one.role is not Role.GUEST),
        held=(),
        history=_history(_one_of_each_entry(family)),
        notices=family.notices,
        audited=True,
    )


def _one_of_each_entry(family: FamilyFile) -> list[Told]:
    """What was said but of photos that only hold this one; of the renditions of an entry only what one of them says."""
    copies = sorted(family.copies, key=lambda one: (one.rendition != ORIGINAL, -one.width * one.height))
    speaking: dict[str, PhotoId] = {}
    for one in copies:
        speaking.setdefault(one.record or one.photo, one.photo)
    allowed = set(speaking.values())
    return [one for one in family.told if one.copy.role is not Role.GUEST and one.copy.photo in allowed]


def _history(told: Sequence[Told]) -> tuple[Version, ...]:
    if len(told) < 2:
        return ()
    return history([Said(one.testimony.appearance, one.testimony.claims, one.copy.photo) for one in told])


def _sign(claims: Claims) -> object:
    """What a caption claims, so that the same words are looked at once."""
    when, where, who = claims.when, claims.where, claims.who
    names = tuple(one.name for one in (*who.creators, *who.agencies, *who.distributors, *who.handout_sources))
    days = (when.first, when.last, when.month, when.day, when.role) if when else None
    places = (where.names, where.country) if where else None
    return claims.text, days, places, names, claims.flags
