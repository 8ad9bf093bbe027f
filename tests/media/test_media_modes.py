"""Every kind of pixel becomes plain RGB: nothing clipped, nothing transparent, nothing inverted."""

from __future__ import annotations

import io

import numpy as np
import pytest
from builders.files import a_scene
from PIL import Image

from provenance.media.examine import examine
from provenance.model.limits import LIMITS


def decoded(image: Image.Image, format: str, **options) -> Image.Image:
    buffer = io.BytesIO()
    image.save(buffer, format, **options)
    examined = examine(buffer.getvalue(), LIMITS.read)
    assert examined.readable, examined.problems
    return Image.frombytes("RGB", (examined.pixels.width, examined.pixels.height), examined.pixels.data)


def mean_difference(one: Image.Image, other: Image.Image) -> float:
    return float(np.abs(np.asarray(one, dtype=int) - np.asarray(other.convert("RGB"), dtype=int)).mean())


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK", "RGB", "YCbCr"])
def test_a_scene_in_any_mode_looks_like_itself(mode):
    scene = a_scene(width=160, height=120).convert(mode)
    assert mean_difference(decoded(scene, "TIFF"), scene) < 4


def test_a_cmyk_jpeg_is_not_a_negative():
    scene = a_scene(width=160, height=120)
    assert mean_difference(decoded(scene.convert("CMYK"), "JPEG", quality=95), scene) < 6


def test_lab_becomes_its_colours():
    shown = decoded(Image.new("LAB", (40, 40), (136, 208, 195)), "TIFF")  # L 53, a 80, b 67: red
    red, green, blue = shown.getpixel((20, 20))
    assert red > 200
    assert max(green, blue) < 60


@pytest.mark.parametrize("format", ["PNG", "TIFF"])
def test_sixteen_bits_are_scaled_and_not_clipped(format):
    ramp = np.linspace(0, 65535, 256).astype(np.uint16)[None, :].repeat(16, 0)
    shown = np.asarray(decoded(Image.fromarray(ramp), format))[8, :, 0]
    assert np.abs(shown.astype(int) - np.arange(256)).max() <= 1


@pytest.mark.parametrize("white", [1.0, 255.0])
def test_floating_point_pictures_are_scaled(white):
    ramp = np.linspace(0, white, 256).astype(np.float32)[None, :].repeat(16, 0)
    shown = np.asarray(decoded(Image.fromarray(ramp), "TIFF"))[8, :, 0]
    assert np.abs(shown.astype(int) - np.arange(256)).max() <= 1


def test_pictures_of_no_numbers_are_damaged():
    buffer = io.BytesIO()
    Image.fromarray(np.full((16, 16), np.nan, dtype=np.float32)).save(buffer, "TIFF")
    assert examine(buffer.getvalue(), LIMITS.read).problems[0].kind == "damaged"


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_transparent_is_laid_on_white(format, mode):
    image = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 32, 64))
    shown = decoded(image.convert(mode), format, **({"lossless": True} if format == "WEBP" else {}))
    assert shown.getpixel((8, 32)) == (0, 0, 0)
    assert shown.getpixel((56, 32)) == (255, 255, 255)


@pytest.mark.parametrize("format", ["PNG", "GIF"])
def test_a_transparent_palette_colour_is_white(format):
    image = Image.new("P", (64, 64), 0)
    image.putpalette([200, 0, 0, 0, 0, 200])
    image.paste(1, (0, 0, 32, 64))
    shown = decoded(image, format, transparency=0)
    assert shown.getpixel((8, 32)) == (0, 0, 200)
    assert shown.getpixel((56, 32)) == (255, 255, 255)
