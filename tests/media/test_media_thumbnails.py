"""Small pictures are found wherever cameras and editors put them, decoded within limits, and never make a file fail."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from builders.containers import (
    Blob,
    Short,
    a_cr3,
    a_directory_file,
    a_dng,
    a_raw_scene,
    a_small_jpeg,
    an_arw,
    an_exif_with_thumbnail,
    an_mpf_file,
    with_exif,
)
from builders.embedded import (
    SCENE,
    a_heic_with_thumbnail,
    a_jpeg_with_exif_thumbnail,
    a_jpeg_with_mpf_preview,
    a_jpeg_with_photoshop_thumbnail,
    a_jpeg_with_xmp_thumbnail,
    some_pixels,
)
from builders.files import a_jpeg, a_scene, truncated
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.media.inside import look_inside
from provenance.media.worker.insides import take_inside, tell_inside
from provenance.media.worker.taking import Taking
from provenance.model.embedded import EmbeddedKind
from provenance.model.inside import Inside
from provenance.model.limits import LIMITS

READ = LIMITS.read
FILES = {
    EmbeddedKind.EXIF_THUMBNAIL: a_jpeg_with_exif_thumbnail(SCENE, SCENE),
    EmbeddedKind.PHOTOSHOP_THUMBNAIL: a_jpeg_with_photoshop_thumbnail(SCENE),
    EmbeddedKind.XMP_THUMBNAIL: a_jpeg_with_xmp_thumbnail(SCENE),
    EmbeddedKind.MPF_PREVIEW: a_jpeg_with_mpf_preview(SCENE),
    EmbeddedKind.HEIF_THUMBNAIL: a_heic_with_thumbnail(SCENE),
}


def inside(data, limits=READ):
    return look_inside(data, limits, pictures=True)


def values(pixels):
    return np.frombuffer(pixels.data, np.uint8).reshape(pixels.height, pixels.width, 3).astype(float)


@pytest.mark.parametrize("kind", FILES)
def test_a_small_picture_is_found_and_decoded(kind):
    found = inside(FILES[kind])
    (one,) = found.embedded
    assert one.kind is kind
    expected = values(some_pixels(SCENE.resize((one.width, one.height))))
    assert np.abs(values(one.pixels) - expected).mean() < 12
    assert (found.beside.width, found.beside.height) == (320, 240)


@pytest.mark.parametrize("kind", FILES)
def test_its_place_is_told_with_the_blocks(kind):
    found = inside(FILES[kind])
    (one,) = found.embedded
    assert (one.offset, one.length) in {(block.offset, block.length) for block in found.blocks}
    if kind in {EmbeddedKind.EXIF_THUMBNAIL, EmbeddedKind.MPF_PREVIEW}:
        assert FILES[kind][one.offset :].startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize(("build", "most"), [(a_cr3, 2), (an_arw, 1), (a_dng, 0)])
def test_the_further_previews_of_a_raw_file_are_small_pictures(build, most):
    found = inside(build(a_raw_scene()))
    assert [one.kind for one in found.embedded] == [EmbeddedKind.RAW_PREVIEW] * most


def test_nothing_is_decoded_where_nobody_asked():
    found = look_inside(FILES[EmbeddedKind.EXIF_THUMBNAIL], READ)
    assert (found.embedded, found.beside) == ((), None)
    assert inside(a_jpeg(SCENE)).beside is None  # nothing is there to compare it with


def test_a_larger_picture_than_a_thumbnail_comes_reduced():
    (one,) = inside(an_mpf_file(a_jpeg(SCENE), [(0x010002, a_small_jpeg(SCENE, 1600, 1200))])).embedded
    assert (one.width, one.height, one.pixels.width) == (1600, 1200, READ.embedded_edge)


def test_further_pictures_that_are_no_previews_are_not_compared():
    assert inside(an_mpf_file(a_jpeg(SCENE), [(0x020002, a_small_jpeg(SCENE, 320, 240))])).embedded == ()


def test_not_more_than_allowed_are_decoded():
    small = a_small_jpeg(SCENE, 64, 48)
    others = [(0x010001, a_small_jpeg(SCENE, 64, 48, 30 + number)) for number in range(20)]
    assert len(inside(an_mpf_file(a_jpeg(SCENE), others)).embedded) == READ.embedded
    strict = replace(READ, embedded_bytes=len(small) - 1)
    assert inside(an_mpf_file(a_jpeg(SCENE), [(0x010001, small)]), strict).embedded == ()


@pytest.mark.parametrize(
    "thumbnail",
    [b"", b"\xff\xd8\xff", b"no picture at all", a_small_jpeg(SCENE, 160, 120)[:900], b"\xff\xd8\xff\xda\0\2" * 150],
    ids=["empty", "begun", "text", "cut off", "many scans"],
)
def test_a_broken_thumbnail_is_left_out(thumbnail):
    found = inside(with_exif(a_jpeg(SCENE), an_exif_with_thumbnail(thumbnail)))
    assert found.embedded == ()
    assert found.blocks


def test_an_enormous_thumbnail_is_not_decoded():
    small = bytearray(a_small_jpeg(SCENE, 160, 120))
    at = small.index(b"\xff\xc0")
    small[at + 5 : at + 9] = b"\xff\xdc\xff\xdc"
    assert inside(with_exif(a_jpeg(SCENE), an_exif_with_thumbnail(bytes(small)))).embedded == ()


def test_a_thumbnail_that_is_said_to_end_beyond_the_block_comes_as_far_as_it_goes_or_not_at_all():
    block = a_directory_file([{271: "Maker"}, {513: Blob(a_small_jpeg(SCENE, 64, 48)), 514: 0x7FFFFFFF}])
    assert len(inside(with_exif(a_jpeg(SCENE), block)).embedded) <= 1


def test_the_directory_of_the_thumbnail_may_be_the_first_one_again():
    block = bytearray(a_directory_file([{271: "Maker", 274: Short(1)}]))
    block[-4 - 6 - 0 : -6] = block[-10:-6]
    assert inside(with_exif(a_jpeg(SCENE), bytes(block))).embedded == ()


def test_what_is_told_is_what_is_taken():
    for data in FILES.values():
        found = inside(data)
        taking = Taking(tell_inside(found))
        assert taking.number(0, 2) == 0
        assert take_inside(taking, READ) == found


def test_a_message_that_lies_is_not_taken():
    message = tell_inside(inside(FILES[EmbeddedKind.EXIF_THUMBNAIL]))
    for at in range(1, len(message.numbers)):
        lying = replace(message, numbers=(*message.numbers[:at], -7, *message.numbers[at + 1 :]))
        taking = Taking(lying)
        taking.number(0, 2)
        with pytest.raises(ValueError):  # noqa: PT011 - any of the checks may be the one
            take_inside(taking, READ)


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=8, deadline=None)
@given(share=st.floats(0.01, 1), place=st.floats(0, 1), byte=st.integers(0, 255))
def test_whatever_the_bytes_are_nothing_is_raised(kind, share, place, byte):
    broken = bytearray(FILES[kind])
    broken[int(place * (len(broken) - 1))] = byte
    for data in (truncated(FILES[kind], share), bytes(broken)):
        assert isinstance(inside(data), Inside)


def test_a_thumbnail_is_not_turned_and_the_picture_is():
    found = inside(a_jpeg_with_exif_thumbnail(a_scene(3, 480, 640), SCENE, orientation=6))
    assert found.orientation == 6
    assert (found.embedded[0].pixels.width, found.beside.width) == (160, 320)
