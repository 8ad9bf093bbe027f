"""Pictures as arrays, laid in one of the eight orientations."""

from __future__ import annotations

from PIL import Image

from provenance.model.matching import Orientation
from provenance.model.photo import Pixels

_CLOCKWISE = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}


def to_image(pixels: Pixels) -> Image.Image:
    """A Pillow picture of the same RGB pixels. Nothing is decoded."""
    return Image.frombytes("RGB", (pixels.width, pixels.height), pixels.data)


def laid(image: Image.Image, orientation: Orientation) -> Image.Image:
    """The picture mirrored left to right where the orientation says so, then turned clockwise by its quarter turns."""
    if orientation.mirrored:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if orientation.quarter_turns:
        image = image.transpose(_CLOCKWISE[orientation.quarter_turns])
    return image
