"""What was said about the photos of a family: a row for each appearance, with what it disagrees with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from provenance.model.appearance import Standing
from provenance.model.audit import Audited, Saying
from provenance.model.claims import Agreement, Axis
from provenance.model.family import Ruling
from provenance.report.audit_commands import commands
from provenance.report.audit_decisions import decision_words
from provenance.report.testimony import source_words, standing_name, stated_time
from provenance.report.word_runs import all_new, run_content
from provenance.report.wording import dated_words, day_words, plain_day

_MARKS = {
    Agreement.AGREES: ("=", "agrees with", "ok"),
    Agreement.EXPLAINABLE: ("≈", "explainable beside", "look"),
    Agreement.CONTRADICTS: ("≠", "contradicts", "hold"),
    Agreement.CANNOT_TELL: ("?", "cannot tell beside", "plain"),
}
_COLUMNS = ((Axis.DATE, "Date"), (Axis.PLACE, "Place"), (Axis.CREDIT, "Credit"))


def matrix_content(family: Audited, numbers: Mapping[str, int], archive: str) -> list[dict[str, Any]]:
    """A row for each saying, the strongest first. `numbers` are those of the photos on the page."""
    return [_row(one, numbers, archive) for one in family.sayings]


def marker(verdict: Agreement | None) -> dict[str, str] | None:
    """A verdict as a sign, words that go on with a number, and a tone, so that colour alone never says it."""
    if verdict is None:
        return None
    sign, word, tone = _MARKS[verdict]
    return {"sign": sign, "word": word, "tone": tone}


def _row(one: Saying, numbers: Mapping[str, int], archive: str) -> dict[str, Any]:
    statement = one.statement
    times = stated_time(statement)
    differs = bool(one.words) and not all_new(one.words)
    return {
        "number": one.number,
        "id": one.caption_id,
        "who": source_words(statement),
        "standing": _standing(one),
        "time": dated_words(times) if times else f"recorded {day_words(one.recorded.date())}",
        "file": one.file,
        "photo": numbers.get(one.photo),
        "against": one.against,
        "judged": one.judged,
        "cells": [_cell(one, axis, label) for axis, label in _COLUMNS],
        "subject": _telling(one.verdict(Axis.SUBJECT)),
        "caption": statement.caption or statement.headline,
        "words": [run_content(run) for run in one.words] if differs else [],
        "confirmed": decision_words(one.confirmed) if one.confirmed else "",
        "commands": commands(one.caption_id, (Ruling.CONFIRM,), archive) if one.judged and not one.confirmed else (),
    }


def _cell(one: Saying, axis: Axis, label: str) -> dict[str, Any]:
    value = {Axis.DATE: one.date, Axis.PLACE: one.place, Axis.CREDIT: one.credit}[axis]
    verdict = one.verdict(axis)
    return {"label": label, "value": _plain(value), "mark": marker(verdict) if value else _telling(verdict)}


def _telling(verdict: Agreement | None) -> dict[str, str] | None:
    """The mark of a verdict where nothing is stated: that it cannot be told goes without saying there."""
    return None if verdict is Agreement.CANNOT_TELL else marker(verdict)


def _plain(value: str) -> str:
    """The words, or 7 April 2022, 13:42 where they are nothing but a date or a moment of ISO 8601."""
    try:
        moment = datetime.fromisoformat(value) if value[10:11] == "T" else None
    except ValueError:
        return value
    return f"{day_words(moment.date())}, {moment:%H:%M} {moment:%Z}".strip() if moment else plain_day(value)


def _standing(one: Saying) -> str:
    words = standing_name(one.statement.standing)
    if one.judged or one.statement.standing is Standing.OFFERED:
        return words
    return f"{words}, superseded by a newer version"
