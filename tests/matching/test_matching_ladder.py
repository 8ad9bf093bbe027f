"""The ladder: what each step recognises, that none proposes what it cannot know, and when the dear one is left out."""

from __future__ import annotations

from copy import deepcopy

import numpy as np
import pytest
from builders.files import with_segments
from builders.memory import Memory, a_query, a_side, found, recognised, the_samples
from builders.pictures import a_blank, a_picture
from builders.reposts import SCENES, a_sample, as_jpeg, cropped, screenshot
from PIL import Image, ImageFilter, ImageOps

from provenance.matching.ladder import (
    by_bytes,
    by_features,
    by_pdq,
    by_phash,
    by_picture,
    search,
    too_little_detail,
)
from provenance.matching.laying import applied
from provenance.matching.pixels import laid, to_image
from provenance.matching.relate import relate
from provenance.model.limits import LIMITS
from provenance.model.matching import Candidate, MatchVerdict, Orientation, Relation
from provenance.model.photo import PictureId

HALF = (0.25, 0.10, 0.95, 0.82)


def a_photo(seed: int, quality: int = 92) -> bytes:
    return as_jpeg(to_image(a_picture(seed)), quality)


def under_other_metadata(data: bytes) -> bytes:
    return with_segments(data, [(0xFE, b"a comment that nobody reads")])


def soft(seed: int) -> Image.Image:
    """Large soft shapes: too little for PDQ, enough to be compared."""
    return to_image(a_picture(seed)).filter(ImageFilter.GaussianBlur(30))


@pytest.fixture(scope="module")
def seven() -> Memory:
    held = Memory()
    for seed in range(1, 8):
        held.remember(str(seed), a_photo(seed))
    return held


@pytest.fixture
def memory(seven: Memory) -> Memory:
    """Seven pictures, and room for more."""
    return deepcopy(seven)


def named(memory: Memory, candidates: tuple[Candidate, ...]) -> list[tuple[str, str]]:
    return [(memory.named[one.picture], one.step) for one in candidates]


def only(memory: Memory, name: str) -> PictureId:
    return next(picture for picture, one in memory.named.items() if one == name)


def test_by_bytes_knows_the_very_same_file_and_no_other(memory: Memory) -> None:
    assert by_bytes(a_query(a_photo(2)), memory, LIMITS.match) == (Candidate(only(memory, "2"), "bytes", distance=0),)
    assert by_bytes(a_query(under_other_metadata(a_photo(2))), memory, LIMITS.match) == ()
    assert by_bytes(a_query(a_photo(2, quality=60)), memory, LIMITS.match) == ()


def test_by_picture_knows_the_same_image_data_under_other_metadata(memory: Memory) -> None:
    query = a_query(under_other_metadata(a_photo(3)))
    assert by_picture(query, memory, LIMITS.match) == (Candidate(only(memory, "3"), "picture", distance=0),)
    assert by_picture(a_query(a_photo(3, quality=60)), memory, LIMITS.match) == ()
    match = found(under_other_metadata(a_photo(3)), memory)["3"]
    assert (match.verdict, match.relations) == (MatchVerdict.SAME_PHOTO, (Relation.SAME_PICTURE,))
    assert (match.kept, match.of_this, match.altered, match.confidence) == (1.0, 1.0, 0.0, 1.0)


@pytest.mark.parametrize("orientation", list(Orientation))
def test_by_pdq_knows_a_copy_however_it_lies(memory: Memory, orientation: Orientation) -> None:
    image = laid(to_image(a_picture(4)), orientation).resize(
        (336, 224) if orientation.quarter_turns % 2 == 0 else (224, 336)
    )
    (one,) = by_pdq(a_query(as_jpeg(image, 50)), memory, LIMITS.match)
    assert (one.picture, one.step, one.orientation) == (only(memory, "4"), "pdq", orientation)
    assert one.distance is not None
    assert one.distance <= LIMITS.match.pdq_bits
    match = relate(a_side(as_jpeg(image, 50)), memory.sides[one.picture], one, LIMITS.match)
    assert match is not None
    assert (match.verdict, match.orientation) == (MatchVerdict.SAME_PHOTO, orientation)
    assert (Relation.MIRRORED in match.relations) == orientation.mirrored
    assert (Relation.ROTATED in match.relations) == (orientation.quarter_turns != 0)
    assert {Relation.RECOMPRESSED, Relation.RESIZED} <= set(match.relations)
    assert not {Relation.STRETCHED, Relation.RETONED, Relation.CROPPED, Relation.ALTERED} & set(match.relations)


def test_by_pdq_knows_no_parts_and_no_strangers(memory: Memory) -> None:
    assert by_pdq(a_query(as_jpeg(cropped(to_image(a_picture(4)), HALF))), memory, LIMITS.match) == ()
    for seed in range(50, 55):
        assert by_pdq(a_query(a_photo(seed)), memory, LIMITS.match) == ()


def test_by_phash_is_asked_only_where_pdq_is_not_to_be_trusted(memory: Memory) -> None:
    memory.remember("soft", as_jpeg(soft(9)))
    query = a_query(as_jpeg(soft(9), 60))
    assert query.pdq.quality < LIMITS.match.pdq_quality
    assert not too_little_detail(query, LIMITS.match)
    assert by_pdq(query, memory, LIMITS.match) == ()
    assert named(memory, by_phash(query, memory, LIMITS.match)) == [("soft", "phash")]
    assert by_phash(a_query(a_photo(4, quality=60)), memory, LIMITS.match) == ()


def test_by_features_knows_a_part_and_where_it_lies() -> None:
    memory, part = the_samples(), cropped(a_sample("harbour"), HALF)
    (one, *_rest) = by_features(a_query(as_jpeg(part)), memory, LIMITS.match)
    assert (memory.named[one.picture], one.step, one.orientation) == ("harbour", "features", Orientation.UPRIGHT)
    assert one.points is not None
    assert one.points >= LIMITS.match.sure_points
    assert one.transform is not None
    rows = [one.transform[start : start + 3] for start in (0, 3, 6)]
    there = [(HALF[0], HALF[1] * 2 / 3), (HALF[2], HALF[3] * 2 / 3)]
    here = applied(np.array(rows), np.array(there))
    assert here.ravel().tolist() == pytest.approx([0, 0, 1, part.height / part.width], abs=0.02)


def test_by_features_knows_mirrored_parts() -> None:
    memory = the_samples()
    query = a_query(as_jpeg(ImageOps.mirror(cropped(a_sample("works"), HALF))))
    (one, *_rest) = by_features(query, memory, LIMITS.match)
    assert (memory.named[one.picture], one.orientation) == ("works", Orientation.MIRRORED)


def test_by_features_needs_words_and_something_to_see(memory: Memory) -> None:
    part = as_jpeg(cropped(a_sample("harbour"), HALF))
    assert by_features(a_query(part, words=None), the_samples(), LIMITS.match) == ()
    memory.remember("black", as_jpeg(to_image(a_blank(0))))
    assert by_features(a_query(as_jpeg(to_image(a_blank(3)))), memory, LIMITS.match) == ()


def test_every_copy_is_proposed_once_by_the_first_step_that_knew_it(memory: Memory) -> None:
    memory.remember("copy", a_photo(2, quality=50))
    memory.remember("tagged", under_other_metadata(a_photo(5)))
    assert named(memory, search(a_query(a_photo(2)), memory, LIMITS.match))[:2] == [("2", "bytes"), ("copy", "pdq")]
    candidates = search(a_query(a_photo(2)), memory, LIMITS.match)
    assert len({one.picture for one in candidates}) == len(candidates)


def asked_for_features(memory: Memory, data: bytes, *, thorough: bool = False) -> bool:
    memory.asked_for_features = 0
    search(a_query(data, thorough=thorough), memory, LIMITS.match)
    return memory.asked_for_features > 0


def test_the_dear_step_is_left_out_where_the_very_picture_is_on_record(memory: Memory) -> None:
    memory.remember("on record", a_photo(20), vouched=True)
    assert not asked_for_features(memory, a_photo(20))
    assert not asked_for_features(memory, under_other_metadata(a_photo(20)))


def test_the_dear_step_is_taken_where_nobody_vouched_or_it_is_only_a_copy_or_all_is_wanted(memory: Memory) -> None:
    memory.remember("on record", a_photo(20), vouched=True)
    assert asked_for_features(memory, a_photo(2))
    assert asked_for_features(memory, a_photo(20, quality=60))
    assert asked_for_features(memory, a_photo(20), thorough=True)
    assert asked_for_features(memory, a_photo(60))


def test_an_unknown_photo_matches_nothing(memory: Memory) -> None:
    for seed in (50, 51):
        assert found(a_photo(seed), memory) == {}
    for scene in SCENES[::6]:
        assert found(as_jpeg(a_sample(scene)), memory) == {}


def test_a_screenshot_of_something_unknown_matches_nothing() -> None:
    assert recognised(screenshot(to_image(a_picture(70, 900, 600)))[0]) == {}


def test_a_candidate_whose_pixels_disagree_is_not_named(memory: Memory) -> None:
    this, known = a_side(a_photo(40)), memory.sides[only(memory, "1")]
    assert relate(this, known, Candidate(known.picture, "pdq", distance=30), LIMITS.match) is None


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_blank_picture_shows_too_little_to_be_searched_for(memory: Memory, grey: int) -> None:
    for shade in (1, 254):
        memory.remember(f"blank {shade}", as_jpeg(to_image(a_blank(shade))))
    query = a_query(as_jpeg(to_image(a_blank(grey))))
    assert too_little_detail(query, LIMITS.match)
    assert search(query, memory, LIMITS.match) == ()
    assert not too_little_detail(a_query(a_photo(1)), LIMITS.match)
