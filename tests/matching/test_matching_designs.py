"""Pictures from one template are told apart, even where their letters are too small to read; copies are recognised."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders.designs import a_chart, a_flag, a_table
from builders.memory import Memory, a_known_side, a_side, found, set_against
from builders.reposts import a_sample, as_jpeg, retoned, screenshot
from PIL import Image, ImageOps

from provenance.matching.relate import relate
from provenance.model.limits import LIMITS
from provenance.model.matching import Candidate, Match, MatchVerdict, Orientation

ITALY, IRELAND = ("#009246", "#ffffff", "#ce2b37"), ("#169b62", "#ffffff", "#ff883e")
AUSTRIA, TWO_REDS = ("#ed2939", "#ffffff", "#ed2939"), ("#cd2a3e", "#ffffff", "#436f4d")

Made = Callable[[int], Image.Image]
Changed = Callable[[Image.Image], Image.Image]


def smaller(image: Image.Image, by: float) -> Image.Image:
    return image.resize((round(image.width / by), round(image.height / by)), Image.Resampling.BOX)


def framed_alike(this: Image.Image, known: Image.Image) -> Match | None:
    """What a picture is told to be of another one whose fingerprint is like its own."""
    side = a_known_side(as_jpeg(known, 92))
    candidate = Candidate(side.picture, "pdq", Orientation((False, 0)), 12)
    return relate(a_side(as_jpeg(this)), side, candidate, LIMITS.match)


@pytest.mark.parametrize("by", [1, 2, 3, 4, 6])
@pytest.mark.parametrize("made", [a_table, a_chart])
def test_other_entries_in_the_same_template_are_another_picture_at_any_size(made: Made, by: float) -> None:
    for known in range(1, 5):
        assert framed_alike(smaller(made(0), by), made(known)) is None


@pytest.mark.parametrize("made", [a_table, a_chart])
def test_other_entries_in_a_screenshot_are_another_picture(made: Made) -> None:
    shot = screenshot(made(0))[0]
    assert [set_against(shot, made(known)) for known in range(1, 4)] == [None] * 3


@pytest.mark.parametrize("by", [1, 2, 3])
@pytest.mark.parametrize("made", [a_table, a_chart])
def test_the_same_table_or_chart_is_the_same(made: Made, by: float) -> None:
    match = framed_alike(smaller(made(0), by), made(0))
    assert match is not None
    assert match.verdict is MatchVerdict.SAME_PHOTO


def test_of_many_tables_only_the_right_one_is_named() -> None:
    memory = Memory()
    for number in range(5):
        memory.remember(str(number), as_jpeg(a_table(number), 92))
    assert list(found(as_jpeg(smaller(a_table(3), 2)), memory)) == ["3"]
    assert found(as_jpeg(smaller(a_table(9), 3)), memory) == {}


def test_letters_too_small_to_be_seen_make_no_match() -> None:
    match = framed_alike(smaller(a_table(0), 14), a_table(1))
    assert match is None or match.verdict is not MatchVerdict.SAME_PHOTO


@pytest.mark.parametrize(
    ("one", "other"),
    [(ITALY, IRELAND), (AUSTRIA, TWO_REDS), (ITALY, AUSTRIA), (("#000000", "#fae042", "#ed2939"), ITALY)],
)
def test_flags_of_other_colours_are_other_flags(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert framed_alike(a_flag(*one), a_flag(*other)) is None
    assert framed_alike(a_flag(*other), a_flag(*one)) is None


def test_the_same_flag_is_the_same() -> None:
    match = framed_alike(smaller(a_flag(*ITALY), 2), a_flag(*ITALY))
    assert match is not None
    assert match.verdict is MatchVerdict.SAME_PHOTO


@pytest.mark.parametrize("made", [ImageOps.grayscale, retoned])
def test_a_grey_or_retoned_copy_of_a_photo_is_the_same_photo(made: Changed) -> None:
    photo = a_sample("harbour", 900)
    match = framed_alike(made(photo).convert("RGB"), photo)
    assert match is not None
    assert match.verdict is MatchVerdict.SAME_PHOTO


def test_a_retoned_chart_is_the_same_chart() -> None:
    match = framed_alike(retoned(a_chart(0)), a_chart(0))
    assert match is not None
    assert match.verdict is MatchVerdict.SAME_PHOTO
