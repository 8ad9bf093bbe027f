"""Any of Pillow's picture modes to plain 8-bit RGB: transparent pictures on white, deep ones scaled and not clipped."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_WHITE = (255, 255, 255)
_SIXTEEN_BITS = 65535.0


def eight_bit(image: Image.Image) -> Image.Image:
    """The same picture in a mode of 8-bit channels that can be scaled down: L, RGB, RGBA, CMYK or YCbCr.

    Raises ValueError for values that are no numbers, and whatever Pillow raises.
    """
    if image.mode.startswith("I;16"):
        return _scaled(image.convert("I"), 0.0, _SIXTEEN_BITS)
    if image.mode in {"I", "F"}:
        return _scaled(image, *_range(image))
    if image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    if image.mode == "LAB":
        return _from_lab(image)
    return image if image.mode in {"L", "RGB", "CMYK", "YCbCr"} else image.convert("RGB")


def plain(image: Image.Image) -> Image.Image:
    """RGB of what `eight_bit` gave, what is transparent laid on white."""
    from PIL import Image

    if image.mode == "RGBA":
        ground = Image.new("RGB", image.size, _WHITE)
        ground.paste(image, mask=image.getchannel("A"))
        return ground
    return image if image.mode == "RGB" else image.convert("RGB")


def _range(image: Image.Image) -> tuple[float, float]:
    """Black and white of a picture whose numbers may mean anything: 0 to 1, 255 or 65535, else what occurs in it."""
    extrema = image.getextrema()
    low, high = float(extrema[0]), float(extrema[1])  # type: ignore[arg-type]  # one band: two numbers
    if not math.isfinite(low) or not math.isfinite(high):
        raise ValueError("numbers that are not finite")
    scale = next((most for most in (1.0, 255.0, _SIXTEEN_BITS) if high <= most), high)
    if low < 0:
        return low, high
    return 0.0, scale if image.mode == "F" or high > _SIXTEEN_BITS else _SIXTEEN_BITS


def _scaled(image: Image.Image, low: float, high: float) -> Image.Image:
    factor = 255.0 / max(high - low, 1e-12)
    return image.point(lambda value: value * factor + (0.5 - low * factor)).convert("L")


def _from_lab(image: Image.Image) -> Image.Image:
    from PIL import ImageCms

    lab, rgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    return ImageCms.profileToProfile(image, lab, rgb, outputMode="RGB") or image
