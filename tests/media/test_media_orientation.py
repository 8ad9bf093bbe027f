"""Pictures are laid upright once, whichever part of the file says how they lie."""

from __future__ import annotations

import pytest
from builders.files import a_heic, a_jpeg, a_png, a_tiff, a_webp, an_avif
from PIL import Image, ImageOps

from provenance.media.examine import examine
from provenance.model.limits import LIMITS

CORNERS = {(0, 0): "red", (1, 0): "lime", (0, 1): "blue", (1, 1): "white"}


def a_marked_picture() -> Image.Image:
    """A wide picture with a colour in each corner."""
    image = Image.new("RGB", (192, 128), "black")
    for (right, low), colour in CORNERS.items():
        image.paste(colour, (right * 128, low * 64, right * 128 + 64, low * 64 + 64))
    return image


def corners(image: Image.Image) -> list[tuple[bool, ...]]:
    """Which channels are bright in each corner, row by row."""
    places = [(16, 16), (image.width - 16, 16), (16, image.height - 16), (image.width - 16, image.height - 16)]
    return [tuple(channel > 128 for channel in image.getpixel(place)) for place in places]


def upright(orientation: int) -> Image.Image:
    image = a_marked_picture()
    image.getexif()[0x0112] = orientation
    return ImageOps.exif_transpose(image)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("build", [a_jpeg, a_png, a_webp, a_heic, an_avif])
def test_the_orientation_is_applied_once(build, orientation):
    examined = examine(build(a_marked_picture(), orientation=orientation), LIMITS.read)
    shown = Image.frombytes("RGB", (examined.pixels.width, examined.pixels.height), examined.pixels.data)
    wanted = upright(orientation)
    assert (examined.width, examined.height) == shown.size == wanted.size
    assert corners(shown) == corners(wanted)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("compression", [None, "tiff_lzw", "jpeg"])
def test_the_orientation_of_a_tiff_is_applied_once(orientation, compression):
    tiff = a_tiff(a_marked_picture(), compression=compression, tags={274: orientation})
    examined = examine(tiff, LIMITS.read)
    shown = Image.frombytes("RGB", (examined.pixels.width, examined.pixels.height), examined.pixels.data)
    assert (examined.width, examined.height, examined.orientation) == (*upright(orientation).size, orientation)
    assert corners(shown) == corners(upright(orientation))


@pytest.mark.parametrize("orientation", [0, 9, 77])
def test_an_orientation_that_does_not_exist_changes_nothing(orientation):
    examined = examine(a_jpeg(a_marked_picture(), orientation=orientation), LIMITS.read)
    assert (examined.width, examined.height, examined.orientation) == (192, 128, 1)


def test_the_orientation_is_told_as_the_file_states_it():
    assert examine(a_jpeg(orientation=6), LIMITS.read).orientation == 6
