"""Other exposures are not the same photo: a moment later, a step aside, another photo in the same app."""

from __future__ import annotations

from functools import cache

import pytest
from builders.memory import related, set_against
from builders.reposts import (
    BOAT,
    CARS,
    CROWD,
    DARK,
    LIGHT,
    WORDS,
    Figure,
    Skin,
    a_frame,
    a_sample,
    a_viewpoint,
    collage,
    cropped,
    screenshot,
)
from PIL import Image, ImageOps

from provenance.model.matching import Match, MatchVerdict, Relation

OTHER_WORDS = "Nobody talks about it. A reader sent us this picture this morning and asks where it was taken"


@cache
def a_moment_later(scene: str, figure: Figure, moved: tuple[int, int]) -> Match | None:
    return set_against(a_frame(scene, figure, moved, 1), a_frame(scene, figure))


MOMENTS = [
    ("harbour", CROWD, (6, 0)),
    ("works", BOAT, (14, 5)),
    ("market", CARS, (20, 0)),
]


@pytest.mark.parametrize(("scene", "figure", "moved"), MOMENTS)
def test_a_frame_in_which_something_moved_is_the_same_scene_at_the_same_moment(
    scene: str, figure: Figure, moved: tuple[int, int]
) -> None:
    match = a_moment_later(scene, figure, moved)
    assert match is not None
    assert (match.verdict, match.relations) == (MatchVerdict.SAME_SCENE, (Relation.SAME_SCENE,))
    assert match.same_moment


def test_another_frame_is_not_called_altered_cropped_or_anything_else_that_copies_are() -> None:
    match = a_moment_later(*MOMENTS[0])
    assert match is not None
    assert (match.altered, match.overlaid, match.changes) == (None, None, ())


def test_a_cropped_mirrored_second_frame_is_still_another_frame() -> None:
    later = ImageOps.mirror(cropped(a_frame("harbour", CROWD, (14, 5), 1), (0.1, 0.15, 0.85, 0.95)))
    match = set_against(later, a_frame("harbour", CROWD))
    assert match is not None
    assert match.verdict is MatchVerdict.SAME_SCENE


def test_copies_of_one_frame_are_the_same_photo_all_the_same() -> None:
    frame = a_frame("harbour", CROWD)
    match = set_against(cropped(frame, (0.1, 0.15, 0.85, 0.95)).resize((640, 460)), frame)
    assert match is not None
    assert match.verdict is MatchVerdict.SAME_PHOTO


IN_A_COLLAGE = {"collage of four": (1080, 800), "small collage": (900, 660)}


@pytest.mark.parametrize("size", list(IN_A_COLLAGE.values()), ids=list(IN_A_COLLAGE))
def test_in_a_cell_of_a_collage_another_frame_is_told_from_a_copy(size: tuple[int, int]) -> None:
    """Small motion is not seen where the whole collage is made small for comparing."""
    rest = [a_sample(one) for one in ("flood", "square", "valley")]
    frame, later = a_frame("harbour", CROWD), a_frame("harbour", CROWD, (4, 0), 1)
    other, same = (set_against(collage([one, *rest], size)[0], frame) for one in (later, frame))
    assert other is not None
    assert other.verdict is not MatchVerdict.SAME_PHOTO
    assert same is not None
    assert same.verdict is MatchVerdict.SAME_PHOTO


VIEWS = [
    ("valley", "harbour", 10),
    ("works", "market", 16),
    ("old_town", "square", 16),
]


@pytest.mark.parametrize(("far", "near", "step"), VIEWS)
def test_from_another_place_it_is_not_the_same_photo(far: str, near: str, step: int) -> None:
    match = set_against(a_viewpoint(far, near, step, 1), a_viewpoint(far, near))
    assert match is None or match.verdict is not MatchVerdict.SAME_PHOTO


PAIRS = [("market", "old_town", LIGHT), ("borodyanka", "valley", DARK)]


@pytest.mark.parametrize(("one", "other", "skin"), PAIRS)
def test_different_photos_in_the_same_app_are_not_the_same(one: str, other: str, skin: Skin) -> None:
    match = set_against(screenshot(a_sample(one), skin)[0], screenshot(a_sample(other), skin, OTHER_WORDS)[0])
    assert match is None or match.verdict is not MatchVerdict.SAME_PHOTO


@pytest.mark.parametrize(("one", "other", "skin"), PAIRS)
def test_different_photos_under_the_very_same_words_are_not_the_same(one: str, other: str, skin: Skin) -> None:
    match = set_against(screenshot(a_sample(one), skin, WORDS)[0], screenshot(a_sample(other), skin, WORDS)[0])
    assert match is None or match.verdict is not MatchVerdict.SAME_PHOTO


def test_the_same_screenshot_saved_again_is_the_same() -> None:
    image = screenshot(a_sample("market"), DARK)[0]
    match = set_against(image.resize((540, 1110), Image.Resampling.LANCZOS), image)
    assert match is not None
    assert match.verdict is MatchVerdict.SAME_PHOTO
    assert not {Relation.ALTERED, Relation.OVERLAID, Relation.INSET, Relation.CROPPED} & set(match.relations)


def test_a_scene_that_only_looks_alike_is_not_related() -> None:
    """Rows of windows and a crowd, in both."""
    assert related(cropped(a_sample("old_town"), (0.0, 0.4, 1.0, 1.0)), "square") is None
