"""date-conflict, place-conflict, creator-conflict: the claim against all that is on record about the same photo."""

from __future__ import annotations

import pytest
from builders.cases import a_case, a_claim, a_comparison, a_known_photo, a_match, a_testimony

from provenance.model.appearance import Standing
from provenance.model.case import Held
from provenance.model.claims import Agreement, Axis, Comparison
from provenance.model.findings import Confidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.matching import MatchVerdict
from provenance.model.times import Voucher
from provenance.rules.creator_conflict import creator_conflict
from provenance.rules.date_conflict import date_conflict
from provenance.rules.place_conflict import place_conflict
from provenance.rules.rule import Cannot, Hit
from provenance.rules.subject_conflict import subject_conflict

REUTERS = a_testimony(source="reuters")
AFP = a_testimony(source="afp", voucher=Voucher.SPREADSHEET)
PAPER = a_testimony(source="paper", standing=Standing.PUBLISHED, voucher=Voucher.ARTICLE)
IN_FILE = a_testimony(source="import", standing=Standing.IN_FILE, voucher=Voucher.IN_FILE)
IN_FILE_ON_RECORD = a_testimony(source="import", voucher=Voucher.IN_FILE)

TABLE = a_testimony(source="archive", voucher=Voucher.SPREADSHEET)

RULES = {"date": date_conflict, "place": place_conflict, "credit": creator_conflict, "subject": subject_conflict}
each_axis = pytest.mark.parametrize("axis", list(RULES))


def said(axis: str, verdicts: str, *testimonies, **match) -> list[Hit | Cannot]:
    known = [a_known_photo(*testimonies, match=a_match(**match))]
    return list(RULES[axis].judge(a_case(a_claim(), known, {axis: verdicts}), RuleLimits()))


@each_axis
def test_one_record_that_contradicts_is_a_warning_quoting_both_sides(axis):
    (hit,) = said(axis, "contradicts", REUTERS)
    assert hit.severity is Severity.WARNING
    assert [one.source for one in hit.evidence] == ["The claim", "reuters (on record, reuters.csv row 2)"]
    assert "Borodyanka" in hit.evidence[1].text
    assert hit.innocent


def test_the_message_names_what_is_claimed_and_what_is_on_record():
    assert (
        said("date", "contradicts", REUTERS)[0].message == "The claim says 2 March 2023; on record it is April 7, 2022."
    )
    assert "Bakhmut" in said("place", "contradicts", REUTERS)[0].message
    assert "John Smith" in said("credit", "contradicts", REUTERS)[0].message


@pytest.mark.parametrize("axis", ["date", "place", "credit"])
@pytest.mark.parametrize("second", [AFP, PAPER])
def test_two_independent_records_that_contradict_are_an_error(axis, second):
    (hit,) = said(axis, "contradicts contradicts", REUTERS, second)
    assert hit.severity is Severity.ERROR
    assert len(hit.evidence) == 3


def test_what_is_shown_is_a_warning_and_never_more():
    (hit,) = said("subject", "contradicts contradicts", REUTERS, PAPER)
    assert hit.severity is Severity.WARNING


@each_axis
def test_two_tables_that_somebody_typed_are_no_error(axis):
    (hit,) = said(axis, "contradicts contradicts", AFP, TABLE)
    assert hit.severity is Severity.WARNING


@each_axis
def test_fields_inside_a_file_neither_outweigh_the_record_nor_are_kept_quiet(axis):
    (hit,) = said(axis, "contradicts agrees", REUTERS, IN_FILE)
    assert (hit.severity, hit.confidence) == (Severity.WARNING, Confidence.MEDIUM)
    assert "disagrees with itself" not in hit.message
    assert hit.evidence[-1].source.startswith("import (stated in the file")
    assert said(axis, "agrees contradicts", REUTERS, IN_FILE) == []


@each_axis
@pytest.mark.parametrize("verdicts", ["agrees contradicts", "agrees agrees contradicts", "contradicts agrees"])
def test_blocks_of_one_file_that_disagree_with_each_other_accuse_nobody(axis, verdicts):
    blocks = [
        a_testimony(source="import", standing=Standing.IN_FILE, voucher=Voucher.IN_FILE, address=f"block {at}")
        for at, _ in enumerate(verdicts.split())
    ]
    assert said(axis, verdicts, *blocks) == []


@each_axis
@pytest.mark.parametrize(
    "second", [IN_FILE, IN_FILE_ON_RECORD, a_testimony(source="reuters", caption="The same source, other words")]
)
def test_the_file_itself_and_the_same_source_again_are_no_second_record(axis, second):
    (hit,) = said(axis, "contradicts contradicts", REUTERS, second)
    assert hit.severity is Severity.WARNING


@each_axis
def test_a_record_that_contradicts_itself_is_a_note(axis):
    (hit,) = said(axis, "contradicts contradicts agrees", REUTERS, AFP, PAPER)
    assert (hit.severity, hit.confidence) == (Severity.NOTE, Confidence.MEDIUM)
    assert "disagrees with itself" in hit.message
    assert any("paper" in one.source for one in hit.evidence)


@each_axis
@pytest.mark.parametrize("verdicts", ["agrees", "explainable"])
def test_what_agrees_or_can_be_explained_is_nothing(axis, verdicts):
    assert said(axis, verdicts, REUTERS) == []


@each_axis
def test_offers_and_superseded_versions_accuse_nobody(axis):
    offered = a_testimony(source="sender", standing=Standing.OFFERED, voucher=Voucher.SENDER)
    old = a_testimony(source="afp", superseded=True)
    assert said(axis, "contradicts contradicts", offered, old) == []


@each_axis
def test_another_picture_of_the_same_scene_says_nothing(axis):
    assert said(axis, "contradicts", REUTERS, verdict=MatchVerdict.CANNOT_TELL) == []


@each_axis
def test_where_nothing_can_be_told_it_gives_the_reason(axis):
    (cannot,) = said(axis, "cannot-tell cannot-tell", REUTERS, AFP)
    assert cannot.reason.startswith(f"The two {axis}s")
    assert not cannot.reason.endswith(".")


@each_axis
@pytest.mark.parametrize(("claimed", "on_record", "words"), [("", "x", "the claim"), ("x", "", "on record")])
def test_it_says_which_side_is_silent(axis, claimed, on_record, words):
    known = a_known_photo(REUTERS)
    comparison = a_comparison(Axis(axis), Agreement.CANNOT_TELL, claimed, on_record)
    case = a_case(a_claim(), [known], held=(Held(comparison, REUTERS, known),))
    (cannot,) = RULES[axis].judge(case, RuleLimits())
    assert words in cannot.reason


def test_days_are_said_as_people_say_them_and_quoted_as_they_stand():
    known = a_known_photo(REUTERS)
    reasons = ("It was issued again.",)
    comparison = Comparison(Axis.DATE, "2023-03-02", "2022-04-07", Agreement.CONTRADICTS, "They differ.", reasons)
    (hit,) = date_conflict.judge(a_case(a_claim(), [known], held=(Held(comparison, REUTERS, known),)), RuleLimits())
    assert hit.message == "The claim says 2 March 2023; on record it is 7 April 2022."
    assert hit.evidence[1].text.startswith("2022-04-07 — in “Residents")
    assert hit.innocent == reasons
