"""What two captions say they show, held against each other.

Only hard evidence contradicts: two named persons in one part, two counts of the same thing, two named events of one
kind, two kinds of disaster that did the damage, where neither caption mentions what the other says. Everything else
that differs cannot be told: a paraphrase shares as few words with its original as a false caption does.
"""

from __future__ import annotations

from collections.abc import Callable

from provenance.captions.likeness import related, say_the_same
from provenance.captions.names import same_person
from provenance.captions.subject_counts import Count
from provenance.captions.subject_facts import Shown, shown
from provenance.captions.subject_persons import Person, latin, mentions, sound_alike
from provenance.model.claims import Agreement, Axis, Claims, Comparison

_QUOTED = 60
_SILENT = "One of the captions does not say what is shown."
_UNCLEAR = "Whether both describe the same is left to the reader: nothing in them contradicts for certain."
_LATER = "Counts grow while a story is told, and crowds are estimated."
_BOTH = "Both may stand in one picture, and each caption names the one who matters to its readers."
_ILLUSTRATES = "A picture of one event may illustrate a story about another."
_ESTIMATED = 2
"""By how much estimates and tolls of the same thing differ from hour to hour and source to source."""
_CLOSE = 0.5
"""Share of the shorter caption's words that both have where they tell of the same doing."""


def compare_subjects(claim: Claims, record: Claims) -> Comparison:
    """Whether both can be said of one photo."""
    if not claim.text.strip() or not record.text.strip():
        return _answer(claim, record, Agreement.CANNOT_TELL, _SILENT)
    ours, theirs = shown(claim), shown(record)
    checks: tuple[Callable[[Shown, Shown], Comparison | None], ...] = (_persons, _openings, _counts, _events, _causes)
    found = [one for check in checks if (one := check(ours, theirs)) is not None]
    for verdict in (Agreement.CONTRADICTS, Agreement.EXPLAINABLE):
        for one in found:
            if one.verdict is verdict:
                return one
    if say_the_same(ours.text, theirs.text):
        return _answer(claim, record, Agreement.AGREES, "Both captions say the same in nearly the same words.")
    return _answer(claim, record, Agreement.CANNOT_TELL, _UNCLEAR)


def _persons(ours: Shown, theirs: Shown) -> Comparison | None:
    for one in ours.persons:
        others = [other for other in theirs.persons if other.role == one.role]
        if len(others) != 1 or sum(mine.role == one.role for mine in ours.persons) != 1:
            continue
        if _two_people(one, others[0], ours, theirs) and _one_part(one, others[0], ours, theirs):
            why = f"Two different people as {one.role}: {_said(one.name, others[0].name)}."
            return Comparison(Axis.SUBJECT, one.name, others[0].name, Agreement.CONTRADICTS, why, (_BOTH,))
    return None


def _one_part(one: Person, other: Person, ours: Shown, theirs: Shown) -> bool:
    """Whether only one of two persons can have been meant: the same office, or the same doing."""
    if one.of and other.of and one.of != other.of:
        return False
    if one.holds_office and one.of == other.of:
        return True
    return related(ours.text, theirs.text, 0.3 if one.holds_office else _CLOSE)


def _openings(ours: Shown, theirs: Shown) -> Comparison | None:
    one, other = ours.first, theirs.first
    if one is None or other is None or one.doing != other.doing or not _two_people(one, other, ours, theirs):
        return None
    if not related(_after(ours, one), _after(theirs, other), _CLOSE):
        return None
    why = f"Two different names for the one who {one.doing}: {_said(one.name, other.name)}."
    return Comparison(Axis.SUBJECT, one.name, other.name, Agreement.CONTRADICTS, why, (_BOTH,))


def _after(side: Shown, person: Person) -> str:
    return side.text[person.excerpt.end :]


def _two_people(one: Person, other: Person, ours: Shown, theirs: Shown) -> bool:
    if same_person(one.name, other.name) is not False or sound_alike(one.name, other.name):
        return False
    return not mentions(latin(theirs.text), one.name) and not mentions(latin(ours.text), other.name)


def _counts(ours: Shown, theirs: Shown) -> Comparison | None:
    found = None
    for kind in dict.fromkeys(count.kind for count in ours.counts):
        mine = _only(ours.counts, kind)
        other = _only(theirs.counts, kind)
        if mine is None or other is None or mine.meets(other) or not related(ours.text, theirs.text, 0.3):
            continue
        answer = _counted(mine, other)
        if answer.verdict is Agreement.CONTRADICTS:
            return answer
        found = found or answer
    return found


def _only(counts: tuple[Count, ...], kind: str) -> Count | None:
    """The one count of a kind; None where there is none or where they differ."""
    found = [count for count in counts if count.kind == kind]
    return found[0] if len({(count.low, count.high) for count in found}) == 1 else None


def _counted(one: Count, other: Count) -> Comparison:
    estimate = one.toll or other.toll or (one.rounded and other.rounded)
    verdict = Agreement.EXPLAINABLE if estimate and one.apart(other) <= _ESTIMATED else Agreement.CONTRADICTS
    said = _said(one.excerpt.text, other.excerpt.text)
    why = f"Different counts of the same: {said}."
    return Comparison(Axis.SUBJECT, one.excerpt.text, other.excerpt.text, verdict, why, (_LATER,))


def _events(ours: Shown, theirs: Shown) -> Comparison | None:
    for one in ours.events:
        others = [other for other in theirs.events if other.group == one.group]
        mine = [each for each in ours.events if each.group == one.group]
        if not others or any(each.may_be(other) for each in mine for other in others):
            continue
        if _told_of(theirs, one.names) or _told_of(ours, others[0].names):
            continue
        claimed, recorded = one.excerpt.text.strip(), others[0].excerpt.text.strip()
        why = f"Two different events: {_said(claimed, recorded)}."
        return Comparison(Axis.SUBJECT, claimed, recorded, Agreement.CONTRADICTS, why, (_ILLUSTRATES,))
    return None


def _told_of(side: Shown, names: frozenset[str]) -> bool:
    text = latin(side.text)
    return any(mentions(text, name) for name in names)


def _causes(ours: Shown, theirs: Shown) -> Comparison | None:
    if ours.cause is None or theirs.cause is None or ours.cause[0] == theirs.cause[0]:
        return None
    if not related(ours.text, theirs.text, 0.3):
        return None
    claimed, recorded = ours.cause[1].text, theirs.cause[1].text
    why = f"Two different disasters: {_said(claimed, recorded)}."
    return Comparison(Axis.SUBJECT, claimed, recorded, Agreement.CONTRADICTS, why, (_ILLUSTRATES,))


def _said(claimed: str, recorded: str) -> str:
    return f"the claim says “{claimed}”, the record “{recorded}”"


def _answer(claim: Claims, record: Claims, verdict: Agreement, why: str) -> Comparison:
    return Comparison(Axis.SUBJECT, _brief(claim.text), _brief(record.text), verdict, why)


def _brief(text: str) -> str:
    """The characters that stand for a caption as a whole: its beginning, up to the end of a word."""
    words = text.strip()
    if len(words) <= _QUOTED:
        return words
    return words[:_QUOTED].rsplit(maxsplit=1)[0]
