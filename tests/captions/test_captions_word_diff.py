"""The way from one caption to another, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.captions.word_diff import tokens, word_diff
from provenance.model.history import RunKind

NEWER = {RunKind.KEPT, RunKind.ADDED, RunKind.MOVED_HERE}
WORDS = st.lists(
    st.sampled_from(["Kyiv", "in", "the", "rain", ",", "12", "1,200", "men", "ñandú", "東", "京", "—", " "])
)


def marked(before: str, after: str) -> list[tuple[str, str]]:
    return [(run.kind.value, run.text.strip()) for run in word_diff(before, after)]


def test_words_that_came_and_went_are_marked():
    assert marked("A fire in Lviv, 3 May 2021.", "A fire in Odesa, 9 May 2022.") == [
        ("kept", "A fire in"),
        ("removed", "Lviv, 3 May 2021"),
        ("added", "Odesa, 9 May 2022"),
        ("kept", "."),
    ]


def test_words_that_only_moved_are_told_from_those_that_changed():
    runs = marked("In Kharkiv on Tuesday, men dig.", "On Tuesday, men dig in Kharkiv.")
    assert ("moved-away", "In Kharkiv") in runs
    assert ("moved-here", "in Kharkiv") in runs
    assert not [kind for kind, _ in runs if kind in {"added", "removed"}]


def test_capitals_and_accents_are_no_change():
    assert {kind for kind, _ in marked("BOGOTÁ: Men DIG", "Bogota: men dig")} == {"kept"}


def test_one_word_between_two_changes_is_no_island():
    kinds = [kind for kind, _ in marked("March 4, 2013", "August 9, 2022")]
    assert kinds == ["removed", "added"]


@pytest.mark.parametrize(("before", "after"), [("", ""), ("", "Men dig"), ("Men dig", ""), (" \n ", "x"), ("x", " ")])
def test_empty_captions_have_a_way_too(before, after):
    assert "".join(run.text for run in word_diff(before, after) if run.kind in NEWER) == after


def test_numbers_words_and_characters_are_the_units():
    assert tokens("1,200 men-at-arms in O'Higgins: 東京。") == ("1,200", "men-at-arms", "in", "o'higgins", "東", "京")


def test_long_captions_are_compared_in_no_time_and_lose_nothing():
    before, after = "word " * 20_000 + "end", "other word " * 9_000 + "end"
    runs = word_diff(before, after)
    assert "".join(run.text for run in runs if run.kind in NEWER) == after


@given(WORDS, WORDS)
@settings(max_examples=120, deadline=None)
def test_what_is_kept_and_came_is_the_newer_caption_and_nothing_is_lost_of_the_older(before, after):
    old, new = " ".join(before), " ".join(after)
    runs = word_diff(old, new)
    assert "".join(run.text for run in runs if run.kind in NEWER) == new
    gone = [run for run in runs if run.kind in {RunKind.KEPT, RunKind.REMOVED, RunKind.MOVED_AWAY}]
    assert tokens(" ".join(run.text for run in gone)) == tokens(old)


@given(st.text(max_size=80))
@settings(max_examples=80, deadline=None)
def test_nothing_changes_from_a_caption_to_itself(text):
    assert {run.kind for run in word_diff(text, text)} <= {RunKind.KEPT}
