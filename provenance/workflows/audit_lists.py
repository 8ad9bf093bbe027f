"""Findings in the lists that archivists ask for, with what could be put right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from provenance.captions.word_diff import word_diff
from provenance.model.audit import Audited, Listed, Listing, Saying
from provenance.model.case import Held
from provenance.model.claims import Agreement, Axis, Claims, When
from provenance.model.family import Decision, Ruling, caption_id
from provenance.model.findings import Finding, Severity
from provenance.model.history import Run
from provenance.workflows.audit_cases import Judged
from provenance.workflows.audit_families import FamilyFile, Told

LISTS = {
    "killed": Listing.KILLED,
    "creator-conflict": Listing.TWO_PHOTOGRAPHERS,
    "credit-dropped": Listing.CREDIT_DROPPED,
    "credit-lost-in-renditions": Listing.CREDIT_IN_RENDITIONS,
    "mirrored": Listing.MIRRORED,
    "crop-lost-context": Listing.LOST_CONTEXT,
    "declared-synthetic": Listing.DECLARED,
    "credentials-broken": Listing.CREDENTIALS,
    "issue-date-as-photo-date": Listing.ISSUE_DATE,
    "scan-date-as-capture-date": Listing.SCAN_DATE,
    "caption-truncated": Listing.CUT,
    "damaged-encoding": Listing.ENCODING,
    "camera-shared": Listing.CAMERA,
    "name-variants": Listing.SPELLING,
    "no-credit": Listing.NO_CREDIT,
}
"""The list of each rule that has one of its own; what says that events differ is sorted by how much does."""
EVENT = {
    "seen-before-claimed-date": Axis.DATE,
    "date-conflict": Axis.DATE,
    "place-conflict": Axis.PLACE,
    "subject-conflict": Axis.SUBJECT,
}
AXES = {**EVENT, "creator-conflict": Axis.CREDIT, "credit-dropped": Axis.CREDIT}
FIELDS = {Axis.DATE: "Date Created", Axis.PLACE: "Location Shown", Axis.CREDIT: "Creator", Axis.SUBJECT: "Description"}
FAR = timedelta(days=365)
"""Two days further apart than this are two events, unless only the year differs, which is a slip of the pen."""
_QUALIFIES = {Ruling.DISMISS, Ruling.CONFIRM}


def audited(family: FamilyFile, judged: Sequence[Judged], decisions: Mapping[str, tuple[Decision, ...]]) -> Audited:
    """A family as the audit tells it. `decisions` are those about findings, by their ids."""
    listed = tuple(sorted(_listed(family, judged, decisions), key=lambda one: one.rank))
    about = (ruling for one in listed for ruling in decisions.get(one.finding.id, ()))
    rulings = {id(one): one for one in (*family.decisions, *about)}
    return Audited(
        id=family.id,
        copies=family.copies,
        sayings=tuple(_sayings(family, judged)),
        listed=listed,
        bridges=family.bridges,
        decisions=tuple(sorted(rulings.values(), key=lambda one: one.at)),
    )


def _listed(
    family: FamilyFile, judged: Sequence[Judged], decisions: Mapping[str, tuple[Decision, ...]]
) -> Iterator[Listed]:
    whole = _last(one for one in family.decisions if one.about == family.id)
    contradicting = {one.told.number for one in judged if one.told and _events(one.findings)}
    told_apart = bool(contradicting) or any(one.rule == "creator-conflict" for each in judged for one in each.findings)
    seen: set[str] = set()
    for one in judged:
        grave = _is_another_event(one)
        for finding in one.findings:
            listing = _listing(finding, grave)
            if finding.id in seen or (listing is Listing.WORDING and told_apart):
                continue
            seen.add(finding.id)
            decision = _last(decisions.get(finding.id, ())) or whole
            yield _with_value(family, one, finding, listing, decision)


def _listing(finding: Finding, grave: bool) -> Listing:
    if finding.rule in EVENT:
        return Listing.TWO_EVENTS if grave and finding.severity >= Severity.WARNING else Listing.DRIFT
    return LISTS.get(finding.rule, Listing.WORDING)


def _events(findings: Iterable[Finding]) -> set[Axis]:
    return {EVENT[one.rule] for one in findings if one.rule in EVENT and one.severity >= Severity.WARNING}


def _is_another_event(judged: Judged) -> bool:
    """Whether day, place and subject say together, or the day alone by years, that another event is told."""
    axes = _events(judged.findings)
    if len(axes) > 1 or Axis.SUBJECT in axes:
        return True
    if any(one.rule in EVENT and one.severity is Severity.ERROR for one in judged.findings):
        return True
    return Axis.DATE in axes and _years_apart(judged)


def _years_apart(judged: Judged) -> bool:
    mine = judged.case.claims.when if judged.case.claims else None
    others = (one.testimony.claims.when for one in judged.case.judged_on(Axis.DATE))
    gaps = [_far(mine, other) for other in others if mine is not None and other is not None]
    return bool(gaps) and all(gaps)


def _far(one: When, other: When) -> bool:
    here, there = one.span(), other.span()
    if here is None or there is None or here.gap(there) <= FAR:
        return False
    days = {(when.first.month, when.first.day) for when in (one, other) if when.first}
    return len(days) > 1 or one.precision is not other.precision


def _with_value(
    family: FamilyFile, judged: Judged, finding: Finding, listing: Listing, decision: Decision | None
) -> Listed:
    photo = judged.case.photo or family.best.photo
    axis = AXES.get(finding.rule)
    other = _against(judged, axis) if axis else None
    return Listed(
        finding=finding,
        listing=listing,
        photo=photo,
        file=judged.case.file,
        saying=judged.told.number if judged.told else None,
        against=_number(family, other) if other else None,
        field=FIELDS[axis] if axis else "",
        value=other.comparison.claimed if other else "",
        suggested=other.comparison.on_record if other else "",
        decision=decision if decision is not None and decision.ruling in _QUALIFIES else None,
    )


def _against(judged: Judged, axis: Axis) -> Held | None:
    """The strongest caption that says otherwise; for a credit that is left out, the strongest that gives one."""
    held = judged.case.judged_on(axis)
    telling = [one for one in held if one.comparison.verdict is Agreement.CONTRADICTS]
    stated = [one for one in held if one.comparison.on_record]
    return next(iter(telling or stated), None)


def _number(family: FamilyFile, held: Held) -> int | None:
    return next((one.number for one in family.told if one.testimony is held.testimony), None)


def _last(rulings: Iterable[Decision]) -> Decision | None:
    return max(rulings, key=lambda one: one.at, default=None)


def _sayings(family: FamilyFile, judged: Sequence[Judged]) -> Iterator[Saying]:
    of = {one.told.number: one for one in judged if one.told}
    for told in family.told:
        yield _saying(family, told, of.get(told.number))


def _saying(family: FamilyFile, told: Told, judged: Judged | None) -> Saying:
    statement, claims = told.testimony.appearance.statement, told.testimony.claims
    against = _measured_by(family, judged) if judged else None
    return Saying(
        number=told.number,
        caption_id=caption_id(statement),
        photo=told.copy.photo,
        file=told.copy.file,
        statement=statement,
        recorded=told.testimony.appearance.recorded,
        judged=told.judged,
        date=claims.when.excerpt.text if claims.when else "",
        place=_place(claims),
        credit=_credit(claims),
        against=against.number if against else None,
        verdicts=judged.verdicts if judged else (),
        words=_words(against, told) if against else (),
        confirmed=told.confirmed,
    )


def _measured_by(family: FamilyFile, judged: Judged) -> Told | None:
    """The caption that this one is shown beside: the first it contradicts, else the strongest it was held against."""
    held = judged.case.held
    first = next((one for one in held if one.comparison.verdict is Agreement.CONTRADICTS), held[0] if held else None)
    if first is None:
        return None
    return next((one for one in family.told if one.testimony is first.testimony), None)


def _words(against: Told, told: Told) -> tuple[Run, ...]:
    before, after = against.testimony.claims.text, told.testimony.claims.text
    return word_diff(before, after) if before and after and before != after else ()


def _place(claims: Claims) -> str:
    where = claims.where
    if where is None:
        return ""
    return ", ".join(dict.fromkeys(one.excerpt.text for one in where.places)) or where.country or ""


def _credit(claims: Claims) -> str:
    who = claims.who
    named = (*who.creators, *who.agencies, *who.distributors, *who.handout_sources)
    return " / ".join(dict.fromkeys(one.name for one in named))
