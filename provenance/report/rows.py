"""One row per axis: the claim against the record as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.model.case import Case, Held, Row
from provenance.model.claims import Agreement, Axis
from provenance.report.testimony import source_words, words_on

_NOTHING_HELD = "Nothing about it is on record here."
_ONLY_ITSELF = "Only the file itself says so here, and it cannot vouch for its own caption."
_NOTHING_CLAIMED = "The claim does not say."


def rows(case: Case) -> tuple[Row, ...]:
    """A row for every axis that the claim or the record states, in the order of the axes.

    Only judged testimonies about the same photo count. The record agrees where at least one testimony agrees and none
    contradicts, contradicts where at least one does and none agrees, and cannot tell where it says both.
    """
    made = (_row(case, axis) for axis in Axis)
    return tuple(row for row in made if row.claimed or row.on_record)


def telling(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows worth a person's time: whole captions side by side tell nothing unless they were judged."""
    return tuple(row for row in rows if row.axis is not Axis.SUBJECT or row.verdict is not Agreement.CANNOT_TELL)


def _row(case: Case, axis: Axis) -> Row:
    held = case.judged_on(axis)
    stated = tuple(one for one in held if one.comparison.claimed or one.comparison.on_record)
    if not stated:
        return _unheld(case, axis)
    agreeing, against = _with(stated, Agreement.AGREES), _with(stated, Agreement.CONTRADICTS)
    if agreeing and against:
        return _divided(axis, agreeing[0], against[0])
    decisive = agreeing or against or _with(stated, Agreement.EXPLAINABLE) or _most_said(stated)
    comparison = decisive[0].comparison
    return Row(axis, comparison.claimed, comparison.on_record, comparison.verdict, comparison.why)


def _with(held: tuple[Held, ...], verdict: Agreement) -> tuple[Held, ...]:
    return tuple(one for one in held if one.comparison.verdict is verdict)


def _most_said(held: tuple[Held, ...]) -> tuple[Held, ...]:
    """Those in which the record states something before those in which it does not."""
    return tuple(sorted(held, key=lambda one: not one.comparison.on_record))


def _divided(axis: Axis, agreeing: Held, against: Held) -> Row:
    says = "; ".join(f"{_source(one)} says {one.comparison.on_record or 'the same'}" for one in (agreeing, against))
    why = f"What is on record disagrees with itself: {says}."
    on_record = " / ".join(one.comparison.on_record for one in (agreeing, against) if one.comparison.on_record)
    return Row(axis, agreeing.comparison.claimed, on_record, Agreement.CANNOT_TELL, why)


def _source(held: Held) -> str:
    return source_words(held.testimony.appearance.statement)


def _unheld(case: Case, axis: Axis) -> Row:
    """What either side says where the two were not held against each other."""
    claimed = words_on(axis, case.claims) if case.claims else ""
    testimonies = sorted((one for known in case.same_photos for one in known.judged), key=lambda one: one.strength)
    on_record = next((words for one in testimonies if (words := words_on(axis, one.claims))), "")
    return Row(axis, claimed, on_record, Agreement.CANNOT_TELL, _why_unheld(claimed, on_record))


def _why_unheld(claimed: str, on_record: str) -> str:
    if not claimed:
        return _NOTHING_CLAIMED
    return _ONLY_ITSELF if on_record else _NOTHING_HELD
