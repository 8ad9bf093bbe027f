"""Kept previews back to pixels."""

from __future__ import annotations

from provenance.media.decoding import opened, shield
from provenance.model.limits import ReadLimits
from provenance.model.photo import Pixels, Preview


def open_preview(preview: Preview, limits: ReadLimits) -> Pixels:
    """The pixels of a preview: upright RGB, as large as the preview says. Raises ValueError if it is damaged."""
    with shield(limits):
        image = opened(preview.data, (preview.format,), limits).convert("RGB")
        pixels = Pixels(image.width, image.height, image.tobytes())
    if (pixels.width, pixels.height) != (preview.width, preview.height):
        raise ValueError("A preview has another size than the one it was kept with.")
    return pixels
