"""Pixels to the bytes of a picture file, for pages and sheets."""

from __future__ import annotations

import io
from typing import Any, Final

from provenance.model.photo import Pixels, Preview

_QUALITY: Final = 85
"""Text and edges of changed areas stay clean; at 80 a difference picture shows the blocks of its own encoding."""


def encode(pixels: Pixels, format: str = "JPEG") -> Preview:
    """Encode a picture as JPEG, WEBP or PNG, without metadata. The same pixels give the same bytes.

    Raises ValueError for another format, and for a picture with an edge longer than the format can hold (JPEG 65,500
    pixels, WEBP 16,383).
    """
    from PIL import Image

    image = Image.frombytes("RGB", (pixels.width, pixels.height), pixels.data)
    buffer = io.BytesIO()
    try:
        image.save(buffer, format, **_options(format))
    except (KeyError, OSError, ValueError) as error:  # an unknown format, an edge too long
        raise ValueError(f"A picture of {pixels.width} x {pixels.height} cannot be written as {format}.") from error
    return Preview(format, pixels.width, pixels.height, buffer.getvalue())


def _options(format: str) -> dict[str, Any]:
    return {} if format == "PNG" else {"quality": _QUALITY}
