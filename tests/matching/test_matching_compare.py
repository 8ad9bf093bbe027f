"""Comparing: two pictures laid on each other, and only changed content lights up."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from builders.memory import a_side
from builders.reposts import (
    Box,
    a_sample,
    as_jpeg,
    as_png,
    bordered,
    cropped,
    retoned,
    slide,
    with_part_of,
    with_words_across,
    without_part,
)
from PIL import Image, ImageOps

from provenance.matching.compare import compare
from provenance.matching.relate import Side
from provenance.model.limits import LIMITS
from provenance.model.matching import Compared, MatchVerdict, Relation
from provenance.model.photo import Pixels

PLACE = (0.30, 0.40, 0.60, 0.80)


@cache
def original() -> Side:
    return a_side(as_jpeg(a_sample("harbour"), 92))


def laid(image: Image.Image, quality: int = 85) -> Compared:
    return compare(a_side(as_jpeg(image, quality)), original(), LIMITS.match)


def array(pixels: Pixels) -> np.ndarray:
    return np.frombuffer(pixels.data, np.uint8).reshape(pixels.height, pixels.width, 3).astype(int)


def lit(pixels: Pixels) -> np.ndarray:
    """Where the difference glows: it is yellow, and all else is grey."""
    colour = array(pixels)
    return np.asarray(colour[..., 0] - colour[..., 2] > 30)


def part(box: Box, image: Image.Image, pixels: Pixels, grown: float = 0.0) -> tuple[slice, slice]:
    """A box of a full-size picture in the pixels it was compared in, grown by some share of the width."""
    scale, more = pixels.width / image.width, grown * pixels.width
    left, top, right, bottom = (edge * scale for edge in box)
    rows = slice(max(0, round(top - more)), round(bottom + more))
    return rows, slice(max(0, round(left - more)), round(right + more))


MADE = {
    "cropped": cropped(a_sample("harbour"), (0.25, 0.1, 0.95, 0.82)),
    "bordered": bordered(a_sample("harbour")),
    "mirrored and upended": ImageOps.mirror(a_sample("harbour")).transpose(Image.Transpose.ROTATE_90),
}


@pytest.mark.parametrize("made", list(MADE))
def test_all_three_pictures_are_as_large_as_the_first_and_the_second_lies_on_it(made: str) -> None:
    found = laid(MADE[made])
    assert found.match is not None
    assert found.difference is not None
    assert found.match.verdict is MatchVerdict.SAME_PHOTO
    shape = (found.this.width, found.this.height)
    assert (found.known.width, found.known.height) == (found.difference.width, found.difference.height) == shape
    assert shape[0] / shape[1] == pytest.approx(MADE[made].width / MADE[made].height, rel=0.01)
    there = array(found.known).any(axis=2)
    assert there.mean() == pytest.approx(found.match.of_this, abs=0.03)
    apart = np.abs(array(found.this) - array(found.known)).mean(axis=2)
    assert float(np.median(apart[there])) < 6
    assert not lit(found.difference).any()


def test_nothing_lights_up_on_a_copy() -> None:
    found = laid(a_sample("harbour").resize((900, 600)), 30)
    assert found.difference is not None
    assert not lit(found.difference).any()


def test_nothing_lights_up_where_only_the_tone_changed() -> None:
    found = laid(retoned(a_sample("harbour")))
    assert found.match is not None
    assert found.difference is not None
    assert Relation.RETONED in found.match.relations
    assert not lit(found.difference).any()


@pytest.mark.parametrize("how", ["pasted", "removed"])
def test_only_the_changed_part_lights_up(how: str) -> None:
    before = a_sample("harbour")
    image, box = with_part_of(before, a_sample("flood"), PLACE) if how == "pasted" else without_part(before, PLACE)
    found = laid(image)
    assert found.difference is not None
    glow = lit(found.difference)
    assert glow[part(box, image, found.difference)].mean() > 0.3
    glow[part(box, image, found.difference, 0.04)] = False
    assert glow.sum() == 0


def test_words_laid_over_a_photo_light_up() -> None:
    found = laid(with_words_across(a_sample("harbour")))
    assert found.difference is not None
    rows = lit(found.difference).any(axis=1)
    height = found.difference.height
    assert rows[round(0.5 * height) : round(0.6 * height)].all()
    assert not rows[: round(0.4 * height)].any()
    assert not rows[round(0.75 * height) :].any()


def test_where_nothing_is_in_common_there_is_no_match_and_both_come_back_as_they_are() -> None:
    this, other = (a_side(as_jpeg(a_sample(scene, 600))) for scene in ("market", "valley"))
    found = compare(this, other, LIMITS.match)
    assert (found.match, found.difference) == (None, None)
    assert (found.this, found.known) == (this.pixels, other.pixels)


def test_the_same_file_twice_is_identical_and_the_difference_is_black() -> None:
    found = compare(original(), original(), LIMITS.match)
    assert found.match is not None
    assert found.match.relations == (Relation.IDENTICAL,)
    assert found.this == found.known == original().pixels
    assert found.difference is not None
    assert not any(found.difference.data)


def test_the_same_pixels_in_another_format_are_no_change() -> None:
    with_loss = original()
    without = a_side(as_png(Image.frombytes("RGB", with_loss.shape, with_loss.pixels.data)))
    found = compare(without, with_loss, LIMITS.match)
    assert found.match is not None
    assert found.match.verdict is MatchVerdict.SAME_PHOTO
    assert (found.match.kept, found.match.changes) == (pytest.approx(1, abs=0.01), ())


STRANGE = {
    "one pixel": Image.new("RGB", (1, 1), "red"),
    "black": Image.new("RGB", (600, 400)),
    "a line": a_sample("harbour").resize((1, 3000)),
    "a ribbon": a_sample("harbour").resize((4000, 8)),
    "a stamp": a_sample("harbour").resize((32, 32)),
    "a page": slide("Minutes of the meeting"),
}


@pytest.mark.parametrize(("one", "other"), list(pairwise([*STRANGE, "one pixel"])))
def test_strange_pictures_have_nothing_in_common_and_nothing_breaks(one: str, other: str) -> None:
    this, that = a_side(as_png(STRANGE[one])), a_side(as_png(STRANGE[other]))
    assert compare(this, that, LIMITS.match).match is None
    if one != "a stamp":  # 32 pixels across, and yet made from it
        assert compare(this, original(), LIMITS.match).match is None
        assert compare(original(), this, LIMITS.match).match is None
