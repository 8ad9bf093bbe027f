"""Votes and fits: right pairs of features fall together, wrong ones scatter, and nothing is found where nothing is."""

from __future__ import annotations

import numpy as np
import pytest
from builders.memory import the_words
from builders.pictures import a_blank, to_pixels
from builders.reposts import SCENES, a_sample, cropped
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.matching.features import extract, signed, wanted
from provenance.matching.geometry import fit
from provenance.matching.laying import applied, full_frame, orientation_of
from provenance.matching.packing import unpack
from provenance.matching.voting import vote
from provenance.model.limits import LIMITS
from provenance.model.matching import Orientation


def scattered(count: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).uniform(0, 1, (count, 2)).astype(np.float32)


def a_map(turn: float, size: float, across: float, down: float, stretch: float = 1.0) -> np.ndarray:
    angle = np.radians(turn)
    linear = size * np.array([[np.cos(angle) * stretch, -np.sin(angle)], [np.sin(angle) * stretch, np.cos(angle)]])
    return np.vstack([np.column_stack([linear, [across, down]]), [0, 0, 1]])


@given(st.floats(-180, 180), st.floats(0.3, 3), st.floats(-1, 1), st.floats(-1, 1), st.integers(0, 99))
@settings(max_examples=25, deadline=None)
def test_a_map_is_found_among_as_many_wrong_pairs(turn: float, size: float, x: float, y: float, seed: int) -> None:
    truth = a_map(turn, size, x, y, 1.1)
    there = scattered(60, seed)
    here = applied(truth, there.astype(np.float64)).astype(np.float32)
    here[30:] = scattered(30, seed + 1000) * 3
    found = fit(there, here)
    assert found is not None
    assert found.agreeing[:30].sum() >= 26
    assert found.count <= 40
    assert np.abs(applied(found.matrix, there[:30].astype(np.float64)) - here[:30]).max() < 0.02


@pytest.mark.parametrize("count", [0, 1, 3])
def test_too_few_points_fix_no_map(count: int) -> None:
    assert fit(scattered(count, 1), scattered(count, 2)) is None


def test_points_on_a_line_or_on_one_spot_fix_no_map() -> None:
    line = np.column_stack([np.linspace(0, 1, 20), np.full(20, 0.5)]).astype(np.float32)
    assert fit(line, line) is None
    spot = np.full((20, 2), 0.5, np.float32)
    assert fit(spot, spot) is None


def test_many_pairs_at_one_spot_count_once() -> None:
    there = np.repeat(scattered(10, 3), 5, axis=0)
    found = fit(there, there)
    assert found is not None
    assert found.count == 10


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("shape", [(600, 400), (400, 600)])
def test_a_full_frame_map_lies_as_its_orientation_says(orientation: Orientation, shape: tuple[int, int]) -> None:
    this = shape if orientation.quarter_turns % 2 == 0 else shape[::-1]
    told, angle = orientation_of(full_frame(this, shape, orientation))
    assert told is orientation
    assert angle == pytest.approx(0, abs=1e-6)


def test_the_photo_a_crop_was_made_from_has_by_far_the_most_votes() -> None:
    words = the_words()
    known = [extract(to_pixels(a_sample(scene)), words, LIMITS.match) for scene in SCENES]
    owners = np.repeat(np.arange(len(known)), [len(one) for one in known])
    crop = signed(wanted(to_pixels(cropped(a_sample("valley"), (0.3, 0.3, 0.8, 0.9))), LIMITS.match), words)
    first, second = vote(crop, unpack(known), owners, LIMITS.match.signature_bits, 2)
    assert SCENES[first.owner] == "valley"
    assert first.votes > 3 * second.votes
    assert (owners[first.there] == first.owner).all()
    assert len(first.here) == len(first.there) >= first.votes


def test_a_picture_without_features_votes_for_nothing() -> None:
    words, owners = the_words(), np.zeros(0, np.intp)
    blank = signed(wanted(a_blank(), LIMITS.match), words)
    assert vote(blank, unpack([]), owners, LIMITS.match.signature_bits, 5) == ()
    known = extract(to_pixels(a_sample("works")), words, LIMITS.match)
    assert vote(blank, unpack([known]), np.zeros(len(known), np.intp), LIMITS.match.signature_bits, 5) == ()
