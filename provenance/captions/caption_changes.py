"""What one caption says otherwise than an earlier one, named; and whether it tells the same or something else.

Shortened, translated and reworded captions keep the facts. Another day, place, photographer or event makes a caption
speak of something else, whatever words it shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from provenance.captions.compare import compare
from provenance.captions.languages import language
from provenance.captions.numbers_told import numbers_changed
from provenance.captions.word_diff import tokens, word_diff
from provenance.model.claims import Agreement, Axis, Claims, Comparison, Flag, Named
from provenance.model.history import RE_ATTRIBUTIONS, Change, NamedChange, Run, RunKind, Turn

_OTHER_FACTS = frozenset(
    {
        Change.FILE_PHOTO_DROPPED,
        Change.FILE_PHOTO_ADDED,
        Change.HANDOUT_DROPPED,
        Change.HANDOUT_ADDED,
        Change.AGENCY_CHANGED,
        Change.NUMBER_CHANGED,
    }
)
_SHORTER = 0.85
"""Share of the words by which a caption must be shorter or longer to be called so."""
_TAKEN_OVER = 0.8
"""Share of the shorter caption's words that stand in the longer one."""
_FIT = frozenset({Agreement.AGREES, Agreement.EXPLAINABLE})


@dataclass(frozen=True, slots=True)
class Told:
    """What a caption is beside an earlier one."""

    turn: Turn
    changes: tuple[NamedChange, ...]
    words: tuple[Run, ...]


def told(before: Claims, after: Claims, carried: Claims | None = None) -> Told:
    """What the newer of two captions says otherwise, with the words that changed.

    `carried` is what the older one says together with the facts of those it was made from, where it leaves some out:
    a day that was dropped and comes back as another one has moved.
    """
    words = word_diff(before.text, after.text)
    compared = {one.axis: one for one in compare(after, before)}
    for older in compare(after, carried) if carried else ():
        if older.verdict is not Agreement.CANNOT_TELL and compared[older.axis].verdict is Agreement.CANNOT_TELL:
            compared[older.axis] = older
    facts = (*_facts(before, after, compared), *_subject(before, after, compared, words))
    form = tuple(_form(before.text, after.text))
    if not form:  # fields beside the words may be silent where other fields are not; only another fact is a change
        facts = tuple(one for one in facts if one.before and one.after)
    return Told(_turn(before, after, compared, facts, form), (*facts, *form), words)


def carry(claims: Claims, older: Claims) -> Claims:
    """Claims with what they leave unsaid taken from an older version."""
    who = replace(claims.who, creators=older.who.creators) if not claims.who.creators else claims.who
    return replace(claims, when=claims.when or older.when, where=claims.where or older.where, who=who)


def alike(one: Claims, other: Claims) -> int:
    """On how many axes two captions agree."""
    return sum(comparison.verdict is Agreement.AGREES for comparison in compare(one, other))


def _facts(before: Claims, after: Claims, compared: dict[Axis, Comparison]) -> Iterator[NamedChange]:
    yield from _stated(compared[Axis.DATE], _DATE, before.when is None)
    yield from _stated(compared[Axis.PLACE], _PLACE, before.where is None)
    yield from _credit(before, after, compared[Axis.CREDIT])
    yield from _marker(Flag.FILE_PHOTO in before.flags, Flag.FILE_PHOTO in after.flags, _FILE_PHOTO)
    yield from _marker(_handed_out(before), _handed_out(after), _HANDOUT)


_DATE = (Change.DATE_MOVED, Change.DATE_ADDED, Change.DATE_DROPPED)
_PLACE = (Change.PLACE_MOVED, Change.PLACE_ADDED, Change.PLACE_DROPPED)
_FILE_PHOTO = (Change.FILE_PHOTO_DROPPED, Change.FILE_PHOTO_ADDED)
_HANDOUT = (Change.HANDOUT_DROPPED, Change.HANDOUT_ADDED)


def _stated(comparison: Comparison, names: tuple[Change, Change, Change], carried: bool) -> Iterator[NamedChange]:
    """A fact that moved, was added or was dropped; `carried` says that the older caption itself left it out."""
    moved, added, dropped = names
    before, after = comparison.on_record, comparison.claimed
    if comparison.verdict is Agreement.CONTRADICTS:
        yield NamedChange(moved, before, after)
    elif after and (not before or carried):
        yield NamedChange(added, "", after)
    elif before and not after:
        yield NamedChange(dropped, before, "")


def _credit(before: Claims, after: Claims, comparison: Comparison) -> Iterator[NamedChange]:
    old, new = _names(before.who.creators), _names(after.who.creators)
    if comparison.verdict is Agreement.CONTRADICTS and (old or new):
        both = (old, new) if old and new else (comparison.on_record, new or comparison.claimed)
        yield NamedChange(Change.PHOTOGRAPHER_SWAPPED, *both)
        return
    if old and not new:
        yield NamedChange(Change.PHOTOGRAPHER_DROPPED, old, "")
    elif new and not old:
        yield NamedChange(Change.PHOTOGRAPHER_ADDED, "", new)
    yield from _agency(before, after, comparison)


def _agency(before: Claims, after: Claims, comparison: Comparison) -> Iterator[NamedChange]:
    old = _names((*before.who.agencies, *before.who.distributors))
    new = _names((*after.who.agencies, *after.who.distributors))
    shared = set(old.casefold().split(" / ")) & set(new.casefold().split(" / "))
    if old and new and not shared and comparison.verdict not in _FIT:
        yield NamedChange(Change.AGENCY_CHANGED, old, new)
    elif old and not new:
        yield NamedChange(Change.AGENCY_DROPPED, old, "")


def _names(group: tuple[Named, ...]) -> str:
    return " / ".join(dict.fromkeys(named.name for named in group))


def _handed_out(claims: Claims) -> bool:
    return Flag.HANDOUT in claims.flags or bool(claims.who.handout_sources)


def _marker(before: bool, after: bool, changes: tuple[Change, Change]) -> Iterator[NamedChange]:
    if before and not after:
        yield NamedChange(changes[0])
    elif after and not before:
        yield NamedChange(changes[1])


def _subject(
    before: Claims, after: Claims, compared: dict[Axis, Comparison], words: tuple[Run, ...]
) -> Iterator[NamedChange]:
    numbers = numbers_changed(before, after, words)
    yield from (NamedChange(Change.NUMBER_CHANGED, old, new) for old, new in numbers)
    subject = compared[Axis.SUBJECT]
    if subject.verdict is not Agreement.CONTRADICTS:
        return
    counted = all(any(letter.isdigit() for letter in side) for side in (subject.on_record, subject.claimed))
    if not counted:
        yield NamedChange(Change.SUBJECT_CHANGED, subject.on_record, subject.claimed)
    elif not numbers:
        yield NamedChange(Change.NUMBER_CHANGED, subject.on_record, subject.claimed)


def _form(before: str, after: str) -> Iterator[NamedChange]:
    """How the words changed, whatever they say."""
    old, new = tokens(before), tokens(after)
    if old == new:
        return
    tongues = language(before), language(after)
    shorter, longer = sorted((set(old), set(new)), key=len)
    taken_over = bool(shorter) and len(shorter & longer) >= _TAKEN_OVER * len(shorter)
    if all(tongues) and tongues[0] != tongues[1] and not taken_over:
        yield NamedChange(Change.TRANSLATED, *(tongue or "" for tongue in tongues))
    elif taken_over and len(new) <= _SHORTER * len(old):
        yield NamedChange(Change.SHORTENED)
    elif taken_over and len(old) <= _SHORTER * len(new):
        yield NamedChange(Change.LENGTHENED)
    else:
        yield NamedChange(Change.REWORDED)


def _turn(
    before: Claims,
    after: Claims,
    compared: dict[Axis, Comparison],
    facts: tuple[NamedChange, ...],
    form: tuple[NamedChange, ...],
) -> Turn:
    named = {one.change for one in facts}
    if named & RE_ATTRIBUTIONS:
        return Turn.RE_ATTRIBUTED
    if named & _OTHER_FACTS:
        return Turn.OTHER_FACTS
    if not form:
        return Turn.SAME_WORDS
    fits = any(one.verdict in _FIT for one in compared.values())
    taken_over = form[0].change in {Change.SHORTENED, Change.LENGTHENED}
    return Turn.SAME_FACTS if fits or taken_over or _nearly(before, after) else Turn.CANNOT_TELL


def _nearly(before: Claims, after: Claims) -> bool:
    """Whether few words differ, as where a slip was put right."""
    old, new = tokens(before.text), tokens(after.text)
    kept = sum(len(tokens(run.text)) for run in word_diff(before.text, after.text) if run.kind is RunKind.KEPT)
    return 2 * kept >= 1.7 * max(len(old), len(new), 1)
