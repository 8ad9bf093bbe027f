"""Pictures as pixels, for matching: textured scenes that differ, and what re-posting does to them."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from provenance.matching.pixels import to_image
from provenance.model.photo import Pixels


def a_picture(seed: int = 1, width: int = 480, height: int = 320) -> Pixels:
    """A scene with enough going on: sky, ground and some forty shapes, never two alike for different seeds."""
    draw_from = np.random.default_rng(seed)
    image = Image.new("RGB", (width, height), tuple(int(one) for one in draw_from.integers(90, 220, 3)))
    pen = ImageDraw.Draw(image)
    horizon = int(height * draw_from.uniform(0.3, 0.7))
    pen.rectangle((0, horizon, width, height), fill=tuple(int(one) for one in draw_from.integers(20, 140, 3)))
    for _ in range(40):
        x, y = draw_from.integers(0, width), draw_from.integers(0, height)
        w, h = draw_from.integers(8, width // 4), draw_from.integers(8, height // 3)
        colour = tuple(int(one) for one in draw_from.integers(0, 255, 3))
        shape = pen.ellipse if draw_from.random() < 0.5 else pen.rectangle
        shape((int(x), int(y), int(x + w), int(y + h)), fill=colour)
    return to_pixels(image.filter(ImageFilter.GaussianBlur(1)))


def a_blank(grey: int = 0, width: int = 480, height: int = 320) -> Pixels:
    """One flat surface."""
    return to_pixels(Image.new("RGB", (width, height), (grey, grey, grey)))


def to_pixels(image: Image.Image) -> Pixels:
    """A Pillow picture as pixels."""
    return Pixels(image.width, image.height, image.convert("RGB").tobytes())


def reencoded(pixels: Pixels, quality: int = 40, scale: float = 1.0) -> Pixels:
    """Saved as a JPEG of that quality, after resizing."""
    image = to_image(pixels)
    if scale != 1.0:
        image = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS)
    held = io.BytesIO()
    image.save(held, "JPEG", quality=quality)
    return to_pixels(Image.open(held))
