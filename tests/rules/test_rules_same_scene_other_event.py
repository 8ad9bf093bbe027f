"""same-scene-other-event: other frames of the scene, against the claim."""

from __future__ import annotations

import pytest
from builders.cases import (
    a_case,
    a_claim,
    a_frame,
    a_known_photo,
    a_match,
    a_testimony,
    some_held,
)

from provenance.model.appearance import Standing
from provenance.model.findings import Confidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.matching import MatchVerdict, Relation
from provenance.rules.catalog import RULES
from provenance.rules.rule import Cannot, Hit
from provenance.rules.same_scene_other_event import same_scene_other_event

REUTERS = a_testimony(source="reuters")
AFP = a_testimony(source="afp")


def frame(*testimonies, moment: bool):
    return a_known_photo(*testimonies, seed="frame", match=a_frame(same_moment=moment), files=("wire/frame.jpg",))


def said(compared: dict[str, str], *testimonies, moment: bool, claim=True, **case) -> list[Hit | Cannot]:
    known = frame(*(testimonies or (REUTERS,)), moment=moment)
    asked = a_claim() if claim else None
    made = a_case(asked, [known, *case.pop("more", ())], beside=some_held([known], compared), **case)
    return list(same_scene_other_event.judge(made, RuleLimits()))


@pytest.mark.parametrize("axis", ["date", "place"])
def test_the_same_moment_under_another_day_or_place_is_a_warning_that_quotes_both(axis):
    (hit,) = said({axis: "contradicts"}, moment=True)
    assert (hit.severity, hit.confidence) == (Severity.WARNING, Confidence.MEDIUM)
    assert [one.source for one in hit.evidence[:2]] == ["The claim", "reuters (on record, reuters.csv row 2)"]
    assert "wire/frame.jpg" in hit.evidence[2].source
    assert hit.innocent


def test_the_message_names_what_is_on_record_and_what_is_claimed():
    (hit,) = said({"date": "contradicts"}, moment=True)
    words = "Another frame of the same moment is on record as April 7, 2022; the claim says 2 March 2023."
    assert hit.message == words


def test_the_same_landmark_in_another_place_is_a_note_of_low_confidence():
    (hit,) = said({"place": "contradicts"}, moment=False)
    assert (hit.severity, hit.confidence) == (Severity.NOTE, Confidence.LOW)
    assert "look alike" in hit.innocent[0]


def test_the_same_landmark_on_another_day_is_nothing():
    assert said({"date": "contradicts"}, moment=False) == []


@pytest.mark.parametrize("moment", [True, False])
@pytest.mark.parametrize("verdict", ["agrees", "explainable"])
def test_what_agrees_or_can_be_explained_is_nothing(moment, verdict):
    assert said({"date": verdict, "place": verdict}, moment=moment) == []


def test_where_other_frames_are_on_record_both_ways_it_is_a_note_or_nothing():
    (hit,) = said({"place": "contradicts agrees"}, REUTERS, AFP, moment=True)
    assert hit.severity is Severity.NOTE
    assert "and as claimed" in hit.message
    assert said({"place": "contradicts agrees"}, REUTERS, AFP, moment=False) == []


def test_offers_and_superseded_versions_accuse_nobody():
    offered, old = a_testimony(standing=Standing.OFFERED), a_testimony(source="afp", superseded=True)
    assert said({"date": "contradicts contradicts"}, offered, old, moment=True) == []


def test_without_a_claim_it_is_silent():
    assert said({"date": "contradicts"}, moment=True, claim=False) == []


def test_where_the_photo_itself_is_on_record_its_neighbours_are_not_asked():
    itself = a_known_photo(AFP)
    held = some_held([itself], {"date": "agrees"})
    assert said({"date": "contradicts"}, moment=True, more=[itself], held=held) == []
    held = some_held([itself], {"date": "cannot-tell"})
    assert len(said({"date": "contradicts"}, moment=True, more=[itself], held=held)) == 1


def test_where_the_two_cannot_be_held_against_each_other_it_gives_the_reason():
    (cannot,) = said({"date": "cannot-tell"}, moment=True)
    assert cannot == Cannot("another frame of the same moment is held, but its date cannot be held against the claim's")


def test_where_frame_or_altered_copy_cannot_be_told_apart_it_cannot_judge():
    match = a_match(Relation.SAME_SCENE, verdict=MatchVerdict.CANNOT_TELL)
    unsure = a_known_photo(REUTERS, match=match)
    (cannot,) = same_scene_other_event.judge(a_case(a_claim(), [unsure]), RuleLimits())
    assert "may be another frame of this scene or a heavily altered copy" in cannot.reason
    for others in ([a_known_photo(seed="same")], [frame(REUTERS, moment=False)]):
        assert list(same_scene_other_event.judge(a_case(a_claim(), [unsure, *others]), RuleLimits())) == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule is not same_scene_other_event], ids=lambda one: one.id)
@pytest.mark.parametrize("verdict", [MatchVerdict.SAME_SCENE, MatchVerdict.CANNOT_TELL])
def test_no_other_rule_says_anything_about_what_is_not_this_photo(rule, verdict):
    """A frame that was published years before, mirrored, credited otherwise: none of it is about this photo."""
    earlier = a_testimony(transmitted="2010-01-01", published="2010-01-02")
    match = a_match(Relation.MIRRORED, Relation.ALTERED, verdict=verdict, same_moment=True)
    other = a_known_photo(earlier, held_since="2010-01-01", match=match)
    beside = some_held([other], dict.fromkeys(("date", "place", "credit"), "contradicts"))
    claim = a_claim(date="2023-03-02", place="Bakhmut, Ukraine", creators="John Smith")
    with_it = a_case(claim, [other], beside=beside if verdict is MatchVerdict.SAME_SCENE else ())
    assert list(rule.judge(with_it, RuleLimits())) == list(rule.judge(a_case(claim), RuleLimits()))
