"""Relating: a copy is the same photo however it was made, and the words and figures say how."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from builders.memory import a_known_side, a_side, recognised, related
from builders.reposts import (
    DARK,
    SCENES,
    Shares,
    a_sample,
    as_jpeg,
    bordered,
    captioned,
    collage,
    cropped,
    letterboxed,
    noisy,
    overlap,
    retoned,
    rotated,
    screenshot,
    shown_of_cell,
    stretched,
    tiny,
    with_logo,
    with_part_of,
    with_words_across,
    without_part,
)
from PIL import Image, ImageOps

from provenance.matching.relate import relate
from provenance.model.limits import LIMITS
from provenance.model.matching import Candidate, ChangeKind, Match, MatchVerdict, Orientation, Relation

Made = Callable[[Image.Image], Image.Image]
R = Relation
HALF, THIRD = (0.25, 0.10, 0.95, 0.82), (0.10, 0.20, 0.60, 0.80)

REPOSTS: dict[str, tuple[str, Made, set[Relation]]] = {
    "resized": ("harbour", lambda i: i.resize((900, 600)), {R.RESIZED}),
    "tiny": ("square", tiny, {R.RESIZED}),
    "noisy": ("old_town", noisy, set()),
    "re-toned": ("works", retoned, {R.RETONED}),
    "mirrored": ("market", ImageOps.mirror, {R.MIRRORED}),
    "turned by 3 degrees": ("stadium", lambda i: rotated(i, 3), {R.ROTATED, R.CROPPED}),
    "stretched": ("valley", stretched, {R.STRETCHED, R.RESIZED}),
    "cropped to a half": ("snow_park", lambda i: cropped(i, HALF), {R.CROPPED}),
    "mirrored and cropped": ("containers", lambda i: ImageOps.mirror(cropped(i, HALF)), {R.MIRRORED, R.CROPPED}),
    "bordered": ("harbour", bordered, {R.BORDERED}),
    "captioned": ("market", captioned, {R.INSET}),
    "in a screenshot": ("square", lambda i: screenshot(i)[0], {R.INSET, R.RESIZED}),
    "in a collage of two": ("flood", lambda i: collage([i, a_sample("works")])[0], {R.CROPPED, R.INSET}),
    "words across": ("old_town", with_words_across, {R.OVERLAID}),
    "logo": ("snow_park", lambda i: with_logo(i)[0], {R.OVERLAID}),
    "a part pasted": ("harbour", lambda i: with_part_of(i, a_sample("flood"), (0.3, 0.4, 0.6, 0.8))[0], {R.ALTERED}),
    "a part removed": ("square", lambda i: without_part(i, (0.3, 0.5, 0.6, 0.8))[0], {R.ALTERED}),
}


@cache
def told(repost: str) -> dict[str, Match]:
    scene, made, _words = REPOSTS[repost]
    return recognised(made(a_sample(scene)))


def match_of(repost: str) -> Match:
    scene = REPOSTS[repost][0]
    assert scene in told(repost), f"{repost}: {scene} is not found"
    return told(repost)[scene]


@pytest.mark.parametrize("repost", list(REPOSTS))
def test_a_repost_is_the_same_photo(repost: str) -> None:
    match = match_of(repost)
    assert match.verdict is MatchVerdict.SAME_PHOTO
    assert match.confidence > 0.9
    assert not match.same_moment


@pytest.mark.parametrize("repost", list(REPOSTS))
def test_the_words_say_how_it_was_made_and_nothing_else(repost: str) -> None:
    assert set(match_of(repost).relations) - {R.RECOMPRESSED} == REPOSTS[repost][2]


@pytest.mark.parametrize("repost", list(REPOSTS))
def test_mirrored_is_said_when_it_is_true_and_only_then(repost: str) -> None:
    true = R.MIRRORED in REPOSTS[repost][2]
    assert (R.MIRRORED in match_of(repost).relations) == true
    assert match_of(repost).orientation.mirrored == true


WITH_ANOTHER = {"in a collage of two": {"works"}, "a part pasted": {"flood"}}


@pytest.mark.parametrize("repost", list(REPOSTS))
def test_no_other_photo_is_named_unless_it_is_in_the_picture(repost: str) -> None:
    assert set(told(repost)) - {REPOSTS[repost][0]} <= WITH_ANOTHER.get(repost, set())


@pytest.mark.parametrize("repost", ["resized", "tiny", "noisy", "re-toned", "mirrored", "stretched"])
def test_the_whole_photo_is_shown_and_nothing_else(repost: str) -> None:
    match = match_of(repost)
    assert match.kept == pytest.approx(1, abs=0.02)
    assert match.of_this == pytest.approx(1, abs=0.02)
    assert match.shown == pytest.approx((0, 0, 1, 1), abs=0.02)
    assert match.angle == pytest.approx(0, abs=0.3)
    assert (match.altered, match.overlaid, match.changes) == (0, 0, ())


SPANS: dict[str, Shares] = {
    "third": THIRD,
    "a strip": (0.0, 0.45, 1.0, 0.85),
    "sixth": (0.40, 0.35, 0.80, 0.75),
}


@pytest.mark.parametrize("span", list(SPANS))
def test_crops_tell_what_they_keep_and_which_sides_are_gone(span: str) -> None:
    scene = "harbour" if span in ("third", "a strip", "sixth") else "square"
    left, top, right, bottom = SPANS[span]
    match = related(cropped(a_sample(scene), SPANS[span]), scene)
    assert match is not None
    assert match.verdict is MatchVerdict.SAME_PHOTO
    assert match.kept == pytest.approx((right - left) * (bottom - top), abs=0.02)
    assert match.of_this == pytest.approx(1, abs=0.02)
    assert match.shown == pytest.approx(SPANS[span], abs=0.02)
    assert R.CROPPED in match.relations


def test_the_region_of_a_mirrored_crop_begins_at_the_known_photos_upper_left() -> None:
    image = ImageOps.mirror(cropped(a_sample("containers"), HALF))
    match = match_of("mirrored and cropped")
    right, bottom = image.size
    assert match.region is not None
    for corner, true in zip(match.region, [(right, 0), (0, 0), (0, bottom), (right, bottom)], strict=True):
        assert corner == pytest.approx(true, abs=0.02 * right)
    assert match.shown == pytest.approx(HALF, abs=0.02)


@pytest.mark.parametrize(("mirrored", "quarters"), [(False, 1), (True, 3)])
def test_a_crop_is_recognised_however_it_lies(mirrored: bool, quarters: int) -> None:
    image = cropped(a_sample("market"), HALF)
    image = (ImageOps.mirror(image) if mirrored else image).rotate(-90 * quarters, expand=True)
    match = related(image, "market")
    assert match is not None
    assert match.verdict is MatchVerdict.SAME_PHOTO
    assert match.orientation is Orientation((mirrored, quarters))
    assert match.shown == pytest.approx(HALF, abs=0.02)


@pytest.mark.parametrize("degrees", [-8.0, 1.5])
def test_the_angle_is_told_clockwise(degrees: float) -> None:
    match = related(rotated(a_sample("harbour"), degrees), "harbour")
    assert match is not None
    assert match.angle == pytest.approx(degrees, abs=0.2)
    assert R.ROTATED in match.relations
    assert match.altered == 0


BORDERS: dict[str, tuple[Made, float]] = {
    "white": (lambda i: bordered(i, 0.06), 1 / (1.12 * 1.18)),
    "black": (lambda i: bordered(i, 0.06, "black"), 1 / (1.12 * 1.18)),
    "letterbox": (letterboxed, 2 / 3),
}


@pytest.mark.parametrize(("scene", "border"), [("flood", "white"), ("old_town", "black"), ("market", "letterbox")])
def test_a_plain_border_is_no_crop_and_changes_nothing(scene: str, border: str) -> None:
    made, filled = BORDERS[border]
    match = related(made(a_sample(scene)), scene)
    assert match is not None
    assert set(match.relations) & {R.BORDERED, R.INSET, R.CROPPED, R.ALTERED, R.OVERLAID} == {R.BORDERED}
    assert match.kept == pytest.approx(1, abs=0.03)
    assert match.of_this == pytest.approx(filled, abs=0.03)
    assert match.changes == ()


def box_around(match: Match) -> tuple[float, ...]:
    assert match.region is not None
    across, down = zip(*match.region, strict=True)
    return min(across), min(down), max(across), max(down)


@pytest.mark.parametrize(("scene", "skin"), [("old_town", "light"), ("harbour", "dark"), ("square", "dark")])
def test_a_screenshot_tells_where_the_photo_stands_and_how_much_of_it(scene: str, skin: str) -> None:
    part = (0.1, 0.1, 0.9, 0.9) if skin == "dark" else (0.0, 0.0, 1.0, 1.0)
    made = cropped(a_sample(scene), part)
    image, box = screenshot(made, DARK) if skin == "dark" else screenshot(made)
    match = related(image, scene)
    assert match is not None
    assert match.verdict is MatchVerdict.SAME_PHOTO
    assert R.INSET in match.relations
    assert not {R.ALTERED, R.OVERLAID, R.RETONED} & set(match.relations)
    assert overlap(box_around(match), box) > 0.93
    assert match.of_this == pytest.approx((box[3] - box[1]) / image.height, abs=0.02)
    assert match.kept == pytest.approx((part[2] - part[0]) * (part[3] - part[1]), abs=0.05)
    assert match.shown == pytest.approx(part, abs=0.05)


@pytest.mark.parametrize("scenes", [("harbour", "night_street"), ("market", "snow_park", "valley", "borodyanka")])
def test_every_photo_of_a_collage_is_found_in_its_own_cell(scenes: tuple[str, ...]) -> None:
    image, boxes = collage([a_sample(scene) for scene in scenes])
    found = recognised(image)
    assert set(found) == set(scenes)
    for scene, box in zip(scenes, boxes, strict=True):
        match = found[scene]
        assert match.verdict is MatchVerdict.SAME_PHOTO, scene
        assert overlap(box_around(match), box) > 0.93, scene
        assert match.kept == pytest.approx(shown_of_cell(a_sample(scene), box), abs=0.05), scene
        assert match.of_this == pytest.approx(
            (box[2] - box[0]) * (box[3] - box[1]) / (image.width * image.height), abs=0.02
        )
        assert R.INSET in match.relations
        assert not {R.ALTERED, R.OVERLAID, R.RETONED, R.MIRRORED} & set(match.relations), scene


def test_words_over_a_photo_are_told_from_changes_of_its_content_and_where_they_stand() -> None:
    match = match_of("words across")
    assert {change.kind for change in match.changes} == {ChangeKind.OVERLAID}
    assert match.overlaid == match.altered
    assert match.overlaid is not None
    assert 0.03 < match.overlaid < 0.25
    for change in match.changes:
        middle = (change.box[1] + change.box[3]) / 2 / 800
        assert middle == pytest.approx(0.55, abs=0.1)
    _image, box = with_logo(a_sample("snow_park"))
    (logo,) = match_of("logo").changes
    assert logo.kind is ChangeKind.OVERLAID
    assert overlap(logo.box, box) > 0.4


PLACES: tuple[Shares, ...] = ((0.30, 0.40, 0.60, 0.80), (0.55, 0.35, 0.85, 0.65), (0.10, 0.45, 0.35, 0.75))


def changed(image: Image.Image, box: tuple[int, ...], scene: str) -> bool:
    """Whether the change is told: one area of content that lies where it is, on a photo that is still the same."""
    match = related(image, scene)
    if match is None or match.verdict is not MatchVerdict.SAME_PHOTO:
        return False
    return any(one.kind is ChangeKind.CONTENT and overlap(one.box, box) > 0.3 for one in match.changes)


def test_four_of_five_pasted_parts_are_told_with_their_place() -> None:
    found = {
        scene: changed(*with_part_of(a_sample(scene), a_sample(other), PLACES[number % 3]), scene)
        for number, (scene, other) in enumerate(zip(SCENES[1:11:2], SCENES[2:12:2], strict=True))
    }
    assert sum(found.values()) >= 0.8 * len(found), found


def test_four_of_five_removed_parts_are_told_with_their_place() -> None:
    found = {
        scene: changed(*without_part(a_sample(scene), PLACES[number % 3]), scene)
        for number, scene in enumerate(SCENES[1:11:2])
    }
    assert sum(found.values()) >= 0.8 * len(found), found


@pytest.mark.parametrize("scene", SCENES[::4])
def test_a_plain_copy_is_not_called_changed(scene: str) -> None:
    match = related(a_sample(scene).resize((1000, 667)), scene, quality=30)
    assert match is not None
    assert match.verdict is MatchVerdict.SAME_PHOTO
    assert set(match.relations) == {R.RECOMPRESSED, R.RESIZED}
    assert match.changes == ()


def test_another_photo_is_not_related() -> None:
    told = {(one, other): related(a_sample(one), other) for one, other in zip(SCENES[::3], SCENES[1::3], strict=True)}
    assert [pair for pair, match in told.items() if match is not None] == []


@pytest.mark.parametrize(
    "transform",
    [
        (0.224, -0.007, -0.041, 0.057, 0.101, 0.496, 0, 0, 1),
        (0.074, 0.001, 0.376, -0.008, 0.055, 0.57, 0, 0, 1),
        (0.02, 0, 0.4, 0, 1, 0, 0, 0, 1),
        (1, 0, -0.97, 0, 1, -0.6, 0, 0, 1),
        (3, 2, -1, -2, 3, 0, 0, 0, 1),
    ],
)
def test_a_map_that_leaves_almost_nothing_in_common_is_answered(transform: tuple[float, ...]) -> None:
    """What features propose may be a sliver at the frame's edge, or a spot: no match, and nothing that breaks."""
    this, known = a_side(as_jpeg(a_sample("harbour", 500))), a_known_side(as_jpeg(a_sample("works", 500)))
    proposed = Candidate(known.picture, "features", transform=transform, points=40)
    assert relate(this, known, proposed, LIMITS.match) is None
