"""Cameras' raw files: read by their metadata, shown and compared by the largest preview in them."""

from __future__ import annotations

import numpy as np
import pytest
from builders.containers import a_cr2, a_cr3, a_directory_file, a_dng, a_nef, a_raf, a_raw_scene, an_arw
from builders.files import a_jpeg, a_tiff, truncated
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.media.examine import examine, read_facts
from provenance.media.inside import look_inside
from provenance.model.inside import BlockKind
from provenance.model.limits import LIMITS

READ = LIMITS.read
SCENE = a_raw_scene()
INSIDE_TIFF = ("DNG", "NEF", "CR2", "ARW")
BUILDERS = {"DNG": a_dng, "NEF": a_nef, "CR2": a_cr2, "CR3": a_cr3, "ARW": an_arw, "RAF": a_raf}
FILES = {name: build(SCENE) for name, build in BUILDERS.items()}


def grey(pixels):
    return np.frombuffer(pixels.data, np.uint8).reshape(pixels.height, pixels.width, 3).mean(axis=2)


@pytest.mark.parametrize("format", BUILDERS)
def test_a_raw_file_is_shown_by_its_largest_preview(format):
    examined = examine(FILES[format], READ)
    assert (examined.format, examined.readable, examined.problems) == (format, True, ())
    assert (examined.width, examined.height) == (1200, 800)
    shown = examine(a_jpeg(SCENE, quality=85), READ).pixels
    assert np.abs(grey(examined.pixels) - grey(shown)).mean() < 2


@pytest.mark.parametrize("format", INSIDE_TIFF)
def test_a_raw_file_lies_as_its_first_directory_says(format):
    examined = examine(BUILDERS[format](SCENE, t274=6), READ)
    assert (examined.width, examined.height, examined.orientation) == (800, 1200, 6)


def test_what_a_cr3_says_of_itself_is_read_out_of_its_boxes():
    facts = {fact.field: fact.value for fact in read_facts(a_cr3(SCENE, "2023:05:06 07:08:09", 8), READ)[1]}
    assert facts["EXIF Make"] == "Canon"
    assert facts["EXIF DateTimeOriginal"] == "2023-05-06T07:08:09"
    assert facts["EXIF GPSDateStamp"] == "2022-04-07"
    assert examine(a_cr3(SCENE, orientation=8), READ).height == 1200


def test_what_a_raf_says_of_itself_stands_in_its_jpeg():
    data = a_raf(SCENE, taken="2022:04:07 10:00:00")
    (exif,) = (block for block in look_inside(data, READ).blocks if block.kind is BlockKind.EXIF)
    taken = next(field for field in exif.fields if field.name == "EXIF DateTimeOriginal")
    assert data[exif.offset + taken.offset :].startswith(b"2022:04:07 10:00:00")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(
            (FILES[name], BUILDERS[name](SCENE, t270="A street after the rain"))
            for name in ("DNG", "NEF", "CR2", "ARW")
        ),
        (FILES["CR3"], a_cr3(SCENE, "2022:04:08 10:00:00")),
        (FILES["RAF"], a_raf(SCENE, description="A street after the rain")),
    ],
    ids=[*INSIDE_TIFF, "CR3", "RAF"],
)
def test_a_caption_written_into_a_raw_file_keeps_its_picture(one, other):
    assert one != other
    assert examine(one, READ).picture == examine(other, READ).picture


def test_a_raw_file_of_an_unknown_camera_is_read_too():
    data = a_nef(SCENE, t271="PENTAX")
    assert examine(data, READ).format == "raw"
    assert examine(data, READ).readable


def test_a_raw_file_without_its_preview_is_told_and_its_facts_are_kept():
    data = a_directory_file([{254: 1, 271: "SONY", 272: "ILCE-9", 330: [{254: 0}]}])
    examined = examine(data, READ)
    assert (examined.format, examined.readable) == ("ARW", False)
    assert [problem.kind for problem in examined.problems] == ["raw-without-preview"]
    assert any(fact.value == "ILCE-9" for fact in examined.facts)


def test_a_picture_with_further_pages_is_no_raw_file():
    assert examine(a_tiff(width=64, height=48), READ).format == "TIFF"


def test_directories_that_point_at_one_another_end():
    data = bytearray(a_directory_file([{254: 1, 271: "SONY", 330: (8, 8, 8)}, {254: 1}]))
    first = int.from_bytes(data[4:8], "little")
    data[-4:] = first.to_bytes(4, "little")
    assert not examine(bytes(data), READ).readable


@pytest.mark.parametrize("format", BUILDERS)
@settings(max_examples=6, deadline=None)
@given(share=st.floats(0, 1), at=st.integers(0, 2_000), byte=st.integers(0, 255))
def test_no_raw_file_raises(format, share, at, byte):
    broken = bytearray(FILES[format])
    broken[at] = byte
    for data in (truncated(FILES[format], share), bytes(broken)):
        examined = examine(data, READ)
        assert examined.readable or examined.problems
        assert look_inside(data, READ) is not None
