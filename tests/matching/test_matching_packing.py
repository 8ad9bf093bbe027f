"""Packing: what the archive keeps of features comes back within the steps it is kept in."""

from __future__ import annotations

import numpy as np
import pytest
from builders.memory import the_words
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.matching.keypoints import Keypoints
from provenance.matching.packing import pack, unpack
from provenance.model.matching import FEATURE_BYTES, Features

PLACE = 0.5 / 4095
OCTAVES = 1 / 16
DEGREES = 360 / 128


def descriptors(count: int, seed: int = 1) -> np.ndarray:
    """Square roots of shares, as RootSIFT's are."""
    raw = np.random.default_rng(seed).exponential(1.0, (count, 128)).astype(np.float32)
    return np.sqrt(raw / raw.sum(axis=1, keepdims=True)).astype(np.float32)


share = st.floats(0, 1, width=32)
feature = st.tuples(share, share, st.floats(-9, -1.125, width=32), st.floats(0, 359.9375, width=32))


@st.composite
def points(draw: st.DrawFn) -> Keypoints:
    drawn = np.array(draw(st.lists(feature, max_size=40)), np.float32).reshape(-1, 4)
    kinds = descriptors(len(drawn), draw(st.integers(0, 9)))
    return Keypoints(drawn[:, :2], np.exp2(drawn[:, 2]), drawn[:, 3], kinds, (1.0, 0.67))


def assert_kept(kept: Features, given: Keypoints) -> None:
    found = unpack([kept])
    assert len(found) == len(kept) == len(given)
    assert len(kept.data) == FEATURE_BYTES * len(given)
    assert np.abs(found.places - given.places).max(initial=0) <= PLACE + 1e-6
    assert np.abs(found.sizes - np.log2(given.sizes)).max(initial=0) <= OCTAVES + 1e-5
    assert np.abs((found.angles - given.angles + 180) % 360 - 180).max(initial=0) <= DEGREES + 1e-3
    np.testing.assert_array_equal(found.signatures, the_words().signatures(given.descriptors))
    assert kept.words == set(the_words().nearest(given.descriptors).tolist())


@given(points())
@settings(max_examples=60, deadline=None)
def test_features_come_back_within_the_steps_they_are_kept_in(given_points: Keypoints) -> None:
    assert_kept(pack(given_points, the_words()), given_points)


@given(st.lists(points(), max_size=4))
@settings(max_examples=20, deadline=None)
def test_several_pictures_come_back_one_after_the_other(several: list[Keypoints]) -> None:
    kept = [pack(one, the_words()) for one in several]
    together = unpack(kept)
    alone = [unpack([one]) for one in kept]
    assert len(together) == sum(map(len, several))
    if several:
        np.testing.assert_array_equal(together.places, np.concatenate([one.places for one in alone]))
        np.testing.assert_array_equal(together.signatures, np.concatenate([one.signatures for one in alone]))


@pytest.mark.parametrize("beyond", [-0.01, 1.01, 7.0])
def test_what_lies_beyond_the_picture_is_kept_at_its_edge(beyond: float) -> None:
    place, one = np.full((1, 2), beyond, np.float32), np.ones(1, np.float32)
    kept = pack(Keypoints(place, one, one * 0, descriptors(1), (1.0, 1.0)), the_words())
    assert unpack([kept]).places.tolist() == [[float(beyond > 0)] * 2]


def test_sizes_out_of_range_are_kept_as_the_smallest_and_the_largest() -> None:
    sizes = np.float32([0.0, 1e-9, 50.0])
    kept = pack(Keypoints(np.zeros((3, 2), np.float32), sizes, sizes * 0, descriptors(3), (1.0, 1.0)), the_words())
    assert unpack([kept]).sizes.tolist() == [-9.0, -9.0, -9 + 63 / 8]


def test_features_name_the_vocabulary_they_were_made_with() -> None:
    none = np.zeros(0, np.float32)
    kept = pack(Keypoints(none.reshape(0, 2), none, none, none.reshape(0, 128), (1.0, 1.0)), the_words())
    assert (kept.version, kept.data, kept.words) == (the_words().version, b"", frozenset())
