"""Local features: those of a mirrored picture, how many, from where, and that the same picture always has the same."""

from __future__ import annotations

import io

import numpy as np
import pytest
from builders.memory import the_words
from builders.pictures import a_blank, to_pixels
from builders.reposts import a_sample, as_jpeg, rotated, slide
from PIL import Image, ImageOps

from provenance.matching.features import extract, grey, signed, wanted
from provenance.matching.keypoints import CANDIDATES, Keypoints, detect
from provenance.matching.packing import unpack
from provenance.model.limits import LIMITS


def features_of(image: Image.Image) -> Keypoints:
    return wanted(to_pixels(image), LIMITS.match)


def alike(one: Keypoints, other: Keypoints) -> float:
    """The share of features that stand at the same place, alike in size, angle and descriptor, in the other."""
    apart = np.linalg.norm(one.places[:, None] - other.places[None], axis=2)
    turned = np.abs((one.angles[:, None] - other.angles[None] + 180) % 360 - 180)
    sized = np.abs(np.log2(one.sizes[:, None] / other.sizes[None]))
    near = (apart < 0.004) & (turned < 10) & (sized < 0.2) & (one.descriptors @ other.descriptors.T > 0.9)
    return float(near.any(axis=1).mean())


@pytest.mark.parametrize("scene", ["harbour", "snow_park"])
def test_mirrored_features_are_the_features_of_the_mirrored_picture(scene: str) -> None:
    image = a_sample(scene)
    every = CANDIDATES
    plain, of_mirrored = (detect(grey(to_pixels(one), 384), every) for one in (image, ImageOps.mirror(image)))
    assert alike(plain.mirrored(), of_mirrored) > 0.85
    assert alike(plain, of_mirrored) < 0.1


def test_places_count_from_the_edge_so_that_mirroring_moves_none() -> None:
    image = a_sample("harbour")
    plain, of_mirrored = (detect(grey(to_pixels(one), 384), 300) for one in (image, ImageOps.mirror(image)))
    apart = plain.mirrored().places[:, None] - of_mirrored.places[None]
    nearest = apart[np.arange(len(apart)), np.linalg.norm(apart, axis=2).argmin(axis=1)]
    assert np.abs(np.median(nearest, axis=0)).max() * 384 < 0.1


def test_mirrored_twice_is_as_before() -> None:
    points = features_of(a_sample("market", 600))
    twice = points.mirrored().mirrored()
    np.testing.assert_allclose(twice.places, points.places, atol=1e-6)
    np.testing.assert_allclose(twice.angles % 360, points.angles % 360, atol=1e-3)
    np.testing.assert_array_equal(twice.descriptors, points.descriptors)


def test_a_picture_keeps_and_asks_as_many_features_as_the_limits_say() -> None:
    pixels = to_pixels(a_sample("square"))
    assert len(extract(pixels, the_words(), LIMITS.match)) == LIMITS.match.features_kept
    assert len(wanted(pixels, LIMITS.match)) == LIMITS.match.features_asked


def test_features_come_from_all_over_the_picture_although_one_half_is_full_of_print() -> None:
    page = Image.new("RGB", (1200, 800))
    page.paste(a_sample("valley").crop((0, 0, 600, 800)), (0, 0))
    page.paste(slide("A statement", 12).resize((600, 800)), (600, 0))
    left = (features_of(page).places[:, 0] < 0.5).mean()
    assert 0.3 < left < 0.7


@pytest.mark.parametrize("shade", [0, 128, 255])
def test_a_blank_picture_has_no_features(shade: int) -> None:
    assert len(extract(a_blank(shade), the_words(), LIMITS.match)) == 0
    assert len(wanted(a_blank(shade), LIMITS.match).mirrored()) == 0


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (20000, 40), (2, 2), (32, 32)])
def test_no_shape_of_picture_is_too_strange(size: tuple[int, int]) -> None:
    pixels = to_pixels(a_sample("harbour").resize(size))
    features = extract(pixels, the_words(), LIMITS.match)
    places = unpack([features]).places
    assert ((places >= 0) & (places <= 1)).all()


def test_the_same_picture_always_has_the_same_features() -> None:
    pixels = to_pixels(a_sample("works"))
    assert extract(pixels, the_words(), LIMITS.match) == extract(pixels, the_words(), LIMITS.match)


def test_a_small_picture_is_enlarged_to_twice_its_size_and_no_further() -> None:
    assert grey(to_pixels(a_sample("works").resize((90, 60))), 384).shape == (120, 180)
    assert grey(to_pixels(a_sample("works")), 384).shape == (256, 384)


def test_a_copy_shares_many_words_and_signatures_with_its_original_and_another_photo_few() -> None:
    words, image = the_words(), a_sample("old_town")
    with Image.open(io.BytesIO(as_jpeg(rotated(image, 3).resize((700, 460)), 60))) as copy:
        of_copy = features_of(copy.convert("RGB"))
    held = [extract(to_pixels(a_sample(scene)), words, LIMITS.match) for scene in ("old_town", "market")]
    probes = set(words.probes(of_copy.descriptors, LIMITS.match.probes).ravel().tolist())
    shared, by_chance = (len(one.words & probes) / len(one.words) for one in held)
    assert shared > 0.4
    assert by_chance < shared / 3
    asked = signed(of_copy, words).signatures
    apart = [np.bitwise_count(asked[:, None] ^ unpack([one]).signatures) for one in held]
    assert (apart[0].min(axis=0) <= LIMITS.match.signature_bits).mean() > 0.6
    assert (apart[1] <= LIMITS.match.signature_bits).mean() < 0.005
