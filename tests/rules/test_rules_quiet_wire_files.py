"""Genuine wire files contradict themselves all the time: none of that interrupts a check, and false labels are found.

What is promised: of 150 such files, checked with their own claim, a shortened or a translated caption, or with another
copy held, at most one in a hundred gets a warning; of re-posts with a false label 92 % are contradicted.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders.wire import STORIES, STYLES, Story, Wire, a_checked, a_sent_claim, wire_files

from provenance.model.appearance import Statement
from provenance.model.case import Case
from provenance.model.claims import Agreement
from provenance.model.findings import Severity
from provenance.model.limits import RuleLimits
from provenance.report.rows import rows
from provenance.rules.judge import judge

FILES = tuple(wire_files())

TRUE: dict[str, Callable[[Wire], Statement]] = {
    "own caption": lambda wire: a_sent_claim(wire.caption),
    "shortened": lambda wire: a_sent_claim(f"{wire.story.what} in {wire.story.town}, {wire.story.country}"),
    "shortened with its year": lambda wire: a_sent_claim(
        f"{wire.story.what}, {wire.story.town}, {wire.story.day.year}"
    ),
    "translated": lambda wire: a_sent_claim(wire.story.other),
    "fields": lambda wire: a_sent_claim(
        wire.story.what, date=wire.story.day.isoformat(), place=wire.story.town, credit=wire.story.name
    ),
}
FALSE: dict[str, Callable[[Story], str]] = {
    "another year": lambda s: f"{s.what} in {s.town}, {s.country}, {s.day.day} March {s.day.year + 2}",
    "another country": lambda s: f"{s.what} in Nairobi, Kenya, {s.british}",
    "another photographer": lambda s: f"{s.what}, {s.british}. (AP Photo/Hank Pinder)",
    "all of it": lambda s: f"Chaos in Manila, Philippines, this {s.long.split()[0]} {s.day.year + 4}. Jo Adair/AFP",
}


def alarms(case: Case) -> list[str]:
    found, _ = judge(case, RuleLimits())
    return [f"{one.rule}: {one.message}" for one in found if one.severity >= Severity.WARNING]


def contradicted(case: Case) -> bool:
    return any(row.verdict is Agreement.CONTRADICTS for row in rows(case)) or bool(alarms(case))


def few(loud: list[str], of: int, share: float) -> None:
    assert len(loud) <= share * of, f"{len(loud)} of {of}:\n" + "\n".join(loud)


@pytest.mark.parametrize("held", [{}, {"another": True}, {"record": True}], ids=["alone", "another copy", "feed"])
@pytest.mark.parametrize("kind", list(TRUE))
def test_true_claims_about_odd_files_are_quiet(kind, held):
    checked = [(wire, a_checked(wire, TRUE[kind](wire), **held)) for wire in FILES]
    few(
        [f"{wire.name}, {wire.story.town}: {said}" for wire, case in checked for said in alarms(case)], len(FILES), 0.01
    )


@pytest.mark.parametrize("held", [{"another": True}, {"record": True}], ids=["another copy", "feed"])
def test_odd_files_checked_with_their_own_fields_are_quiet(held):
    checked = [(wire, a_checked(wire, block, own=True, **held)) for wire in FILES for block in wire.blocks[:1]]
    few(
        [f"{wire.name}, {wire.story.town}: {said}" for wire, case in checked for said in alarms(case)], len(FILES), 0.01
    )


@pytest.mark.parametrize("kind", list(FALSE))
def test_false_labels_are_contradicted(kind):
    plain = [Wire("plain", story, style(story), ()) for story in STORIES for style in STYLES]
    missed = [
        f"{wire.caption}: {wire.story.town}"
        for wire in plain
        if not contradicted(a_checked(wire, a_sent_claim(FALSE[kind](wire.story)), record=True))
    ]
    few(missed, len(plain), 0.08)
