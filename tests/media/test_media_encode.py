"""Pixels become picture files that show the same."""

from __future__ import annotations

import pytest
from builders.files import a_scene

from provenance.media.encode import encode
from provenance.media.previews import open_preview
from provenance.model.limits import LIMITS
from provenance.model.photo import Pixels


def pixels(width: int = 320, height: int = 240) -> Pixels:
    return Pixels(width, height, a_scene(width=width, height=height).tobytes())


@pytest.mark.parametrize(("format", "most"), [("PNG", 0.0), ("JPEG", 6.0), ("WEBP", 8.0)])
def test_what_was_encoded_is_seen_again(format: str, most: float) -> None:
    given = pixels()
    encoded = encode(given, format)
    assert (encoded.format, encoded.width, encoded.height) == (format, 320, 240)
    seen = open_preview(encoded, LIMITS.read)
    differences = [abs(one - other) for one, other in zip(seen.data, given.data, strict=True)]
    assert sum(differences) / len(differences) <= most


def test_the_same_pixels_give_the_same_bytes() -> None:
    assert encode(pixels()).data == encode(pixels()).data


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1024, 1), (1, 1024)])
def test_thin_pictures_are_encoded_too(width: int, height: int) -> None:
    assert encode(Pixels(width, height, bytes(width * height * 3))).data


def test_what_a_format_cannot_hold_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="20000 x 1 cannot be written as WEBP"):
        encode(Pixels(20000, 1, bytes(60000)), "WEBP")
    with pytest.raises(ValueError, match="TARGA"):
        encode(pixels(), "TARGA")
