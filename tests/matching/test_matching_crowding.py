"""Crowds: a family of copies, or a frame that many screenshots share, does not hide the photo that is looked for."""

from __future__ import annotations

import pytest
from builders.memory import Memory, found
from builders.reposts import DARK, WORDS, a_sample, as_jpeg, collage, cropped, screenshot

from provenance.model.matching import MatchVerdict

COPIES = 40


@pytest.fixture(scope="module")
def crowd() -> Memory:
    """Forty copies of one photo, and one of another."""
    held = Memory()
    for number in range(COPIES):
        part = cropped(a_sample("harbour", 300), (0.0, 0.0, 1.0 - 0.004 * number, 1.0 - 0.002 * number))
        held.remember(f"copy {number}", as_jpeg(part, 90 - number))
    held.remember("the other", as_jpeg(a_sample("night_street", 600)))
    return held


def test_another_photo_is_found_in_a_collage_with_one_that_is_held_forty_times(crowd: Memory) -> None:
    image, _boxes = collage([a_sample("harbour"), a_sample("night_street")])
    matches = found(as_jpeg(image), crowd)
    assert "the other" in matches
    assert matches["the other"].verdict is MatchVerdict.SAME_PHOTO


def test_the_photo_in_a_screenshot_is_found_among_others_of_the_same_app() -> None:
    held = Memory()
    for number in range(7):
        left = 0.02 * number
        part = cropped(a_sample("square", 600), (left, 0.0, left + 0.5, 0.5))
        words = " ".join(WORDS.split()[number : number + 9])
        held.remember(f"screenshot {number}", as_jpeg(screenshot(part, DARK, words)[0].resize((360, 740))))
    held.remember("the photo", as_jpeg(a_sample("market", 900)))
    matches = found(as_jpeg(screenshot(a_sample("market"), DARK)[0]), held)
    assert matches["the photo"].verdict is MatchVerdict.SAME_PHOTO
    wrong = {name: match.verdict for name, match in matches.items() if name != "the photo"}
    assert MatchVerdict.SAME_PHOTO not in wrong.values(), wrong
