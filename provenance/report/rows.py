"""One row per axis: the claim against the record as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.model.appearance import Standing
from provenance.model.case import Case, Held, Row, Testimony
from provenance.model.claims import Agreement, Axis
from provenance.model.weighing import Weighed, weigh
from provenance.report.testimony import source_words, standing_words, words_on

_NOTHING_HELD = "Nothing about it is on record here."
_ONLY_ITSELF = "Only the file itself says so here, and it cannot vouch for its own caption."
_NOTHING_CLAIMED = "The claim does not say."
_FIELD_ERRORS = {
    Axis.DATE: "most likely a re-save or the day of transmission",
    Axis.PLACE: "most likely the place of the desk, or a machine's tag",
    Axis.CREDIT: "fields are cut short and filled by every hand",
    Axis.SUBJECT: "an older caption may have been left there",
}
_OUTWEIGHED = {True: "but that is only stated in the file", False: "but its page contradicts itself"}
_SAID_BY = 2
"""How many of each side are named where the record disagrees with itself."""


def rows(case: Case) -> tuple[Row, ...]:
    """A row for every axis that the claim or the record states, in the order of the axes.

    Only judged testimonies about the same photo count, weighed as `model/weighing.py` says. Where those of equal weight
    disagree among themselves, the row says who says what and cannot tell.
    """
    made = (_row(case, axis) for axis in Axis)
    return tuple(row for row in made if row.claimed or row.on_record)


def telling(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows worth a person's time: whole captions side by side tell nothing unless they were judged."""
    return tuple(row for row in rows if row.axis is not Axis.SUBJECT or row.verdict is not Agreement.CANNOT_TELL)


def _row(case: Case, axis: Axis) -> Row:
    stated = tuple(one for one in case.judged_on(axis) if one.comparison.claimed or one.comparison.on_record)
    weighed = weigh(stated)
    if weighed is None:
        return _unheld(case, axis)
    if weighed.divided:
        return _divided(axis, weighed)
    first = _most_said(weighed.telling)
    comparison = first.comparison
    return Row(
        axis,
        comparison.claimed,
        comparison.on_record,
        weighed.verdict,
        f"{comparison.why}{_opposed(weighed)}",
        _innocent(weighed.telling),
        _standing(first.testimony) if comparison.on_record else "",
    )


def _most_said(held: tuple[Held, ...]) -> Held:
    """The strongest of those in which the record states something; else of all."""
    return next((one for one in held if one.comparison.on_record), held[0])


def _innocent(held: tuple[Held, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for one in held for words in one.comparison.innocent))


def _opposed(weighed: Weighed) -> str:
    """Who says the opposite and does not outweigh it, as a sentence of its own."""
    if not weighed.opposed:
        return ""
    if weighed.verdict is Agreement.CONTRADICTS:
        return f" {_source(weighed.opposed[0])} agrees with the claim, {_OUTWEIGHED[_in_file(weighed.opposed[0])]}."
    if not _in_file(weighed.opposed[0]):
        return f" {_source(weighed.opposed[0])} also says otherwise, {_OUTWEIGHED[False]}."
    comparison = weighed.opposed[0].comparison
    says = f"A field of {_source(weighed.opposed[0])} says “{comparison.on_record}”"
    return f" {says}: {_FIELD_ERRORS[comparison.axis]}."


def _in_file(held: Held) -> bool:
    return held.testimony.appearance.statement.standing is Standing.IN_FILE


def _divided(axis: Axis, weighed: Weighed) -> Row:
    sides = weighed.telling, weighed.opposed
    says = "; ".join(_says(one) for side in sides for one in side[:_SAID_BY])
    counted = f"{_count(weighed.telling)} as claimed, {_count(weighed.opposed)} otherwise"
    first = tuple(_most_said(side).comparison for side in sides)
    on_record = " / ".join(dict.fromkeys(one.on_record for one in first if one.on_record))
    why = f"What is on record disagrees with itself: {says} ({counted})."
    return Row(axis, first[0].claimed, on_record, Agreement.CANNOT_TELL, why, _innocent(weighed.opposed), divided=True)


def _count(held: tuple[Held, ...]) -> int:
    return len({one.testimony.appearance.statement.source for one in held})


def _says(held: Held) -> str:
    return f"{_source(held)} says {held.comparison.on_record or 'the same'}"


def _source(held: Held) -> str:
    return source_words(held.testimony.appearance.statement)


def _standing(testimony: Testimony) -> str:
    return f"{source_words(testimony.appearance.statement)}, {standing_words(testimony)}"


def _unheld(case: Case, axis: Axis) -> Row:
    """What either side says where the two were not held against each other."""
    claimed = words_on(axis, case.claims) if case.claims else ""
    testimonies = sorted((one for known in case.same_photos for one in known.judged), key=lambda one: one.strength)
    said = next(((words, one) for one in testimonies if (words := words_on(axis, one.claims))), None)
    on_record, source = (said[0], _standing(said[1])) if said else ("", "")
    return Row(axis, claimed, on_record, Agreement.CANNOT_TELL, _why_unheld(claimed, on_record), (), source)


def _why_unheld(claimed: str, on_record: str) -> str:
    if not claimed:
        return _NOTHING_CLAIMED
    return _ONLY_ITSELF if on_record else _NOTHING_HELD
