"""Previews come back as the pixels they were made from, or not at all."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from builders.files import a_jpeg, a_png, a_scene, truncated
from PIL import Image

from provenance.media.examine import examine
from provenance.media.previews import open_preview
from provenance.model.limits import LIMITS
from provenance.model.photo import Preview

READ = LIMITS.read


def kept(format: str, data: bytes, width: int = 320, height: int = 240) -> Preview:
    return Preview(format, width, height, data)


def test_a_preview_shows_what_was_examined():
    examined = examine(a_jpeg(width=1600, height=1200, orientation=6), READ)
    pixels = open_preview(examined.preview, READ)
    assert (pixels.width, pixels.height) == (480, 640)
    seen = Image.frombytes("RGB", (600, 800), examined.pixels.data).resize((480, 640), Image.Resampling.HAMMING)
    differences = [abs(one - other) for one, other in zip(pixels.data, seen.tobytes(), strict=True)]
    assert sum(differences) / len(differences) < 5


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_the_three_formats_of_previews_are_opened(format):
    buffer = io.BytesIO()
    a_scene(width=320, height=240).save(buffer, format)
    pixels = open_preview(kept(format, buffer.getvalue()), READ)
    assert Image.frombytes("RGB", (320, 240), pixels.data).getpixel((5, 5)) != (0, 0, 0)


@pytest.mark.parametrize(
    "preview",
    [
        kept("JPEG", b"\xff\xd8\xff nothing"),
        kept("JPEG", truncated(a_jpeg(width=320, height=240))),
        kept("JPEG", a_png(width=320, height=240)),
        kept("PNG", a_jpeg(width=320, height=240)),
        kept("JPEG", a_jpeg(width=320, height=200)),
    ],
)
def test_a_damaged_preview_is_a_value_error(preview):
    with pytest.raises(ValueError, match=r"\."):
        open_preview(preview, READ)


def test_a_preview_is_bounded_like_any_picture():
    with pytest.raises(ValueError, match="million pixels"):
        open_preview(kept("JPEG", a_jpeg(width=320, height=240)), replace(READ, pixels=1000))
