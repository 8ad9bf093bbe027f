"""What two captions say they show, held against each other.

Only hard evidence contradicts: two named persons in one role, two exact counts of the same thing, two named events of
one kind, where neither caption mentions what the other says. Everything else that differs cannot be told: a paraphrase
shares as few words with its original as a false caption does.
"""

from __future__ import annotations

import re

from provenance.captions.languages import language
from provenance.captions.names import same_person
from provenance.captions.spelling import fold, words_of
from provenance.captions.subject_facts import MOST_CHARACTERS, Shown, hidden, shown
from provenance.model.claims import Agreement, Axis, Claims, Comparison

_ALIKE = 0.8
_TAKEN_OVER = 0.9
"""Shares of the words of both, and of the shorter one, from which two captions say the same."""
_FEWEST = 4
_NAME_OR_NUMBER = re.compile(r"\b(?:[A-ZÀ-Þ][^\W\d_]{2,40}|\d{1,9})")
_WORD = re.compile(r"[^\W\d_]{3,40}")
_LEFT_OUT = words_of(
    "the and for with from his her their its that this was were are has had have after before during while photo",
    "photograph picture image shows show showing file reuters afp getty images",
)
_QUOTED = 60
_SILENT = "One of the captions does not say what is shown."
_UNCLEAR = "Whether both describe the same is left to the reader: nothing in them contradicts for certain."
_COUNTS = "Counts of people differ between the hour of a picture and the day after."
_PERSONS = "Several people in the same office may stand in one picture."


def compare_subjects(claim: Claims, record: Claims) -> Comparison:
    """Whether both can be said of one photo."""
    if not claim.text.strip() or not record.text.strip():
        return _answer(claim, record, Agreement.CANNOT_TELL, _SILENT)
    ours, theirs = shown(claim), shown(record)
    for found in (
        _persons(ours, theirs, claim, record),
        _counts(ours, theirs, claim, record),
        _events(ours, theirs, claim, record),
    ):
        if found is not None:
            return found
    if _say_the_same(hidden(claim), hidden(record)):
        return _answer(claim, record, Agreement.AGREES, "Both captions say the same in nearly the same words.")
    return _answer(claim, record, Agreement.CANNOT_TELL, _UNCLEAR)


def _persons(ours: Shown, theirs: Shown, claim: Claims, record: Claims) -> Comparison | None:
    for role, name in ours.persons:
        others = [other for known, other in theirs.persons if known == role]
        mine = [other for known, other in ours.persons if known == role]
        if len(others) != 1 or len(mine) != 1 or same_person(name, others[0]) is not False:
            continue
        if _mentions(record.text, name) or _mentions(claim.text, others[0]):
            continue
        why = f"Two different people as {role}: the claim says “{name}”, the record “{others[0]}”."
        return Comparison(Axis.SUBJECT, name, others[0], Agreement.CONTRADICTS, why, (_PERSONS,))
    return None


def _counts(ours: Shown, theirs: Shown, claim: Claims, record: Claims) -> Comparison | None:
    for counted, number, words in ours.counts:
        mine = {each for kind, each, _words in ours.counts if kind == counted}
        others = {each: said for kind, each, said in theirs.counts if kind == counted}
        if len(mine) != 1 or len(others) != 1 or number in others or not _related(claim.text, record.text):
            continue
        (said,) = others.values()
        why = f"Different counts of the same: the claim says “{words}”, the record “{said}”."
        return Comparison(Axis.SUBJECT, words, said, Agreement.CONTRADICTS, why, (_COUNTS,))
    return None


def _events(ours: Shown, theirs: Shown, claim: Claims, record: Claims) -> Comparison | None:
    for kind, name in ours.events:
        mine = {fold(other) for known, other in ours.events if known == kind}
        others = {fold(other): other for known, other in theirs.events if known == kind}
        if len(mine) != 1 or len(others) != 1 or fold(name) in others:
            continue
        (other,) = others.values()
        if _mentions(record.text, name) or _mentions(claim.text, other) or _overlap(name, other):
            continue
        why = f"Two different events: the claim says “{_named(kind, name)}”, the record “{_named(kind, other)}”."
        return Comparison(Axis.SUBJECT, _named(kind, name), _named(kind, other), Agreement.CONTRADICTS, why, ())
    return None


def _named(kind: str, name: str) -> str:
    before = kind in {"Typhoon", "Hurricane", "Tropical Storm", "Tropical Cyclone", "Cyclone", "Storm", "Operation"}
    return f"{kind} {name}" if before or kind.endswith(" of") else f"{name} {kind}"


def _overlap(one: str, other: str) -> bool:
    return bool(set(fold(one).split()) & set(fold(other).split()))


def _mentions(text: str, name: str) -> bool:
    """Whether the last word of a name stands anywhere in a text."""
    words = fold(name).split()
    return bool(words) and re.search(rf"\b{re.escape(words[-1])}\b", fold(text[:MOST_CHARACTERS])) is not None


def _related(one: str, other: str) -> bool:
    """Whether two captions share enough words for their counts to be of the same thing."""
    ours, theirs = _content(one), _content(other)
    return len(ours & theirs) >= max(2, 0.3 * min(len(ours), len(theirs)))


def _say_the_same(one: str, other: str) -> bool:
    first, second = language(one), language(other)
    if first is not None and second is not None and first != second:
        return False
    ours, theirs = _content(one), _content(other)
    shorter = min(len(ours), len(theirs))
    if shorter < _FEWEST:
        return bool(ours) and ours == theirs
    shared = len(ours & theirs)
    if shared >= _ALIKE * len(ours | theirs):
        return True
    longer, rest = (one, theirs) if len(ours) > len(theirs) else (other, ours)
    return shared >= _TAKEN_OVER * shorter and not _adds_names(longer, rest)


def _adds_names(longer: str, shorter: frozenset[str]) -> bool:
    """Whether a caption names somebody or something, or gives a number, that a shorter one leaves out."""
    for found in _NAME_OR_NUMBER.finditer(longer[:MOST_CHARACTERS]):
        begins = longer[: found.start()].rstrip()[-1:] in {"", ".", "!", "?", ":", "\x00"}
        if fold(found[0]) not in shorter and not begins:
            return True
    return False


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(fold(text[:MOST_CHARACTERS])) if word not in _LEFT_OUT)


def _answer(claim: Claims, record: Claims, verdict: Agreement, why: str) -> Comparison:
    return Comparison(Axis.SUBJECT, _brief(claim.text), _brief(record.text), verdict, why)


def _brief(text: str) -> str:
    """The characters that stand for a caption as a whole: its beginning, up to the end of a word."""
    words = text.strip()
    if len(words) <= _QUOTED:
        return words
    return words[:_QUOTED].rsplit(maxsplit=1)[0]
