"""Fingerprints: the same picture laid differently has the code that its orientation announces."""

from __future__ import annotations

import pytest
from builders.pictures import a_blank, a_picture, reencoded, to_pixels

from provenance.matching.fingerprints import fingerprint, pdq, phash, phash_all
from provenance.matching.pixels import laid, to_image
from provenance.model.matching import Orientation
from provenance.model.photo import Pixels


def bits_apart(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def upright(pixels: Pixels) -> str:
    return pdq(pixels).codes[Orientation.UPRIGHT]


@pytest.mark.parametrize("orientation", list(Orientation))
def test_the_code_of_an_orientation_is_that_of_the_picture_laid_so(orientation: Orientation) -> None:
    picture = a_picture(3)
    turned = to_pixels(laid(to_image(picture), orientation))
    announced = pdq(picture)
    own = pdq(turned).codes[Orientation.UPRIGHT]
    distances = {one: bits_apart(code, own) for one, code in announced.codes.items()}
    assert min(distances, key=distances.__getitem__) is orientation
    assert distances[orientation] <= 31


@pytest.mark.parametrize("orientation", list(Orientation))
def test_the_inverse_lays_a_picture_back(orientation: Orientation) -> None:
    image = to_image(a_picture(4))
    assert laid(laid(image, orientation), orientation.inverse).tobytes() == image.tobytes()


def test_a_fingerprint_names_its_library_version_and_quality_and_keeps_leading_zeros() -> None:
    found = {one.kind: one for one in fingerprint(a_picture())}
    assert set(found) == {"pdq", "phash"}
    assert len(found["pdq"].code) == 64
    assert len(found["phash"].code) == 16
    assert found["pdq"].library == "pdqhash"
    assert found["phash"].library == "imagehash"
    assert all(one.version[0].isdigit() for one in found.values())
    assert found["pdq"].quality is not None
    assert found["pdq"].quality >= 50
    assert fingerprint(a_blank())[0].quality == 0


def test_copies_stay_near_and_other_pictures_stay_far() -> None:
    one, other = a_picture(5), a_picture(6)
    copy = reencoded(one, quality=30, scale=0.5)
    for kind in (upright, phash):
        assert bits_apart(kind(one), kind(copy)) < bits_apart(kind(one), kind(other))
    assert bits_apart(upright(one), upright(copy)) <= 31
    assert bits_apart(upright(one), upright(other)) > 60


def test_phash_of_all_orientations_begins_with_the_upright_one() -> None:
    picture = a_picture(7)
    assert bits_apart(phash_all(picture)[Orientation.UPRIGHT], phash(picture)) <= 4
    mirrored = to_pixels(laid(to_image(picture), Orientation.MIRRORED))
    assert bits_apart(phash_all(picture)[Orientation.MIRRORED], phash(mirrored)) <= 4
