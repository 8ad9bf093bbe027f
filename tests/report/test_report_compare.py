"""Two compared photos in words and as an object for scripts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from builders.compared import REMOVED, a_given, a_match, a_missing, a_pair, a_pair_apart, an_unreadable_pair
from builders.files import a_scene
from jsonschema import Draft202012Validator
from PIL import Image

from provenance.model.matching import Change, ChangeKind, MatchVerdict, Relation
from provenance.model.pair import Pair
from provenance.report.compare import render_compare
from provenance.report.compare_figures import figures
from provenance.report.compare_objects import compare_object
from provenance.report.compare_places import areas, known_outline, this_outline, this_region
from provenance.report.compare_sheet import captions, heading
from provenance.report.compare_words import answer_line, made_words
from provenance.report.layout import columns

BLACK = Image.new("RGB", (320, 200))


def test_the_answer_comes_first_then_how_it_was_made_then_both_files() -> None:
    lines = render_compare(a_pair()).split("\n")
    assert lines[0] == "SAME PHOTO  Both come from one exposure."
    assert lines[1].startswith("Mirrored, cropped to 56 % (left and top removed), ")
    assert "A  in/repost.jpg  448 x 384" in lines
    assert "B  wire/b.jpg  640 x 480" in lines


def test_the_figures_and_the_changed_areas_follow_the_largest_first() -> None:
    told = " ".join(render_compare(a_pair()).split())
    assert "A shows 56 % of B, B fills the whole of A; 16 % differs, 7 % by text or graphics; confidence 98 %." in told
    assert "1 Lower left: something was removed, pasted or covered (9 %). 2 Top: graphics or text" in told


@pytest.mark.parametrize(
    ("verdict", "line"),
    [
        (MatchVerdict.SAME_SCENE, "SAME SCENE  Another frame of it, not the same photo."),
        (MatchVerdict.CANNOT_TELL, "CANNOT TELL  The same scene, or a heavily altered copy."),
    ],
)
def test_another_frame_and_doubt_are_answers_of_their_own(verdict: MatchVerdict, line: str) -> None:
    match = a_match(verdict=verdict, relations=(Relation.SAME_SCENE,), same_moment=verdict is MatchVerdict.SAME_SCENE)
    pair = a_pair(match)
    assert answer_line(pair) == line
    assert ("moment" in made_words(pair)) is (verdict is MatchVerdict.SAME_SCENE)
    assert "cropped" not in render_compare(pair)


def test_nothing_in_common_is_no_proof() -> None:
    told = render_compare(a_pair_apart())
    assert told.startswith("NOTHING IN COMMON was found.\nThat does not prove that there is nothing")
    assert "a.jpg" in told
    assert "b.jpg" in told


@pytest.mark.parametrize(
    ("little", "words"), [("A", "A shows too little"), ("B", "B shows too little"), ("AB", "A and B show too little")]
)
def test_a_flat_or_tiny_picture_is_said_to_show_too_little(little: str, words: str) -> None:
    told = render_compare(a_pair_apart(BLACK, BLACK, little))
    assert told.startswith("TOO LITTLE DETAIL")
    assert words in told


@pytest.mark.parametrize("relation", [Relation.IDENTICAL, Relation.SAME_PICTURE])
def test_the_same_picture_to_the_last_bit_is_said_so(relation: Relation) -> None:
    told = made_words(a_pair(a_match(relations=(relation,), region=None, shown=None, kept=1.0, changes=())))
    assert told.startswith("A and B ")
    assert "same" in told


def many_changes(count: int) -> tuple[Change, ...]:
    return tuple(
        Change(ChangeKind.CONTENT, (20.0 * place, 10.0, 20.0 * place + 15, 60.0), 0.02 + place / 1000)
        for place in range(count)
    )


def test_it_is_a_screen_at_most_and_everything_where_asked() -> None:
    pair = a_pair(a_match(changes=many_changes(20)), files=("x" * 300 + "/end.jpg", "b/" + "語" * 90))
    lines = render_compare(pair).split("\n")
    assert len(lines) <= 12
    assert max(map(columns, lines)) <= 80
    assert lines[-1] == "More with -v: 20 changed areas in all."
    assert "/end.jpg  448 x 384" in "\n".join(lines)
    detailed = render_compare(pair, verbose=True)
    assert all(f"{number} " in detailed for number in range(1, 21))
    assert "Points that agree: 120" in detailed


def test_what_was_not_measured_is_said_and_not_guessed() -> None:
    match = a_match(kept=None, of_this=None, region=None, shown=None, altered=None, overlaid=None, angle=None)
    pair = a_pair(replace(match, changes=(), points=None))
    assert dict(figures(match))["Part of B that A shows"] == "not measured"
    assert "%" not in render_compare(pair).split("\n")[-1].replace("confidence 98 %", "")
    assert this_region(pair) is None
    assert known_outline(pair) is None


def test_places_are_shares_of_each_picture() -> None:
    pair = a_pair()
    assert this_region(pair) == ((1, 0), (0, 0), (0, 1), (1, 1))
    assert known_outline(pair) == ((0.3, 0.2), (1, 0.2), (1, 1), (0.3, 1))
    largest = areas(pair)[0]
    assert largest.box == (REMOVED[0] / 448, REMOVED[1] / 384, REMOVED[2] / 448, REMOVED[3] / 384)
    assert [area.number for area in areas(pair)] == [1, 2]


def test_a_region_that_is_nowhere_is_not_drawn() -> None:
    nowhere = float("nan")
    broken = Change(ChangeKind.CONTENT, (0.0, 0.0, float("inf"), 5.0), 0.1)
    pair = a_pair(a_match(region=((nowhere, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)), changes=(broken,)))
    assert this_region(pair) is None
    assert areas(pair) == ()


def test_what_fills_a_whole_picture_needs_no_outline() -> None:
    inset = ((10.0, 10.0), (400.0, 10.0), (400.0, 300.0), (10.0, 300.0))
    assert this_outline(a_pair()) is None
    assert this_outline(a_pair(a_match(of_this=0.6, region=inset))) == this_region(a_pair(a_match(region=inset)))
    assert known_outline(a_pair(a_match(kept=1.0, shown=(0.0, 0.0, 1.0, 1.0)))) is None


def test_the_object_has_every_key_whatever_the_answer() -> None:
    pairs = (a_pair(), a_pair_apart(), a_pair_apart(BLACK, little="A"), an_unreadable_pair())
    objects = [compare_object(pair) for pair in pairs]
    assert len({tuple(one) for one in objects}) == 1
    summaries = [one["summary"] for one in objects]
    assert summaries == ["same-photo", "nothing-in-common", "too-little-detail", "unreadable"]
    assert [one["verdict"] for one in objects] == ["same-photo", None, None, None]
    assert [one["relation"][:1] for one in objects] == [["mirrored"], [], [], []]
    json.dumps(objects, allow_nan=False)


def test_every_object_follows_the_schema() -> None:
    schema = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "compare-1.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    unsure = a_match(verdict=MatchVerdict.CANNOT_TELL, kept=None, region=None, shown=None, altered=None, angle=None)
    for pair in (a_pair(), a_pair(unsure), a_pair_apart(), a_pair_apart(BLACK, little="A"), an_unreadable_pair()):
        told = compare_object(pair)
        validator.validate(told)
        assert set(told) == set(schema["required"]) == set(schema["properties"])
    assert not validator.is_valid({**compare_object(a_pair()), "summary": "fake"})


def test_the_object_names_both_files_and_their_problems() -> None:
    told = compare_object(an_unreadable_pair())
    assert told["this"]["readable"] is True
    assert (told["this"]["width"], told["this"]["height"]) == (640, 480)
    assert told["other"]["readable"] is False
    assert told["other"]["problems"] == ["There is no b.jpg."]


def test_a_name_that_attacks_is_shown_and_not_obeyed() -> None:
    pair = a_pair(files=("a\x1b[31m\u202egpj.jpg", "b\nSAME PHOTO.jpg"))
    for text in (render_compare(pair, True), *captions(pair)):
        assert not {"\x1b", "\u202e"} & set(text)
    assert render_compare(pair).count("\n") == render_compare(a_pair()).count("\n")


def test_the_sheet_says_what_the_terminal_says() -> None:
    told = heading(a_pair())
    assert told[0] == "SAME PHOTO: Both come from one exposure."
    assert told[1] == made_words(a_pair())
    assert len(heading(a_pair(a_match(changes=many_changes(20))))) <= 10
    assert heading(a_pair_apart())[0] == "NOTHING IN COMMON was found."


def test_a_pair_is_compared_when_both_are_pictures_and_not_otherwise() -> None:
    with pytest.raises(ValueError, match="compared"):
        Pair(a_given(a_scene()), a_missing(), a_pair().compared)
    with pytest.raises(ValueError, match="compared"):
        Pair(a_given(a_scene()), a_given(a_scene()), None)
