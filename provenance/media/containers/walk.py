"""One door to all containers."""

from __future__ import annotations

from provenance.media.containers import bmff, cr3, gif, jpeg, png, raf, tiff, webp
from provenance.media.containers.layout import Layout
from provenance.media.formats import Format
from provenance.model.limits import ReadLimits

_WALKS = {
    Format.JPEG: jpeg.lay_out,
    Format.PNG: png.lay_out,
    Format.WEBP: webp.lay_out,
    Format.GIF: gif.lay_out,
    Format.TIFF: tiff.lay_out,
    Format.HEIF: bmff.lay_out,
    Format.AVIF: bmff.lay_out,
    Format.CR3: cr3.lay_out,
    Format.RAF: raf.lay_out,
}


def lay_out(data: bytes, format: Format, limits: ReadLimits) -> Layout:
    """Walk a file of a known format. Never raises, whatever the bytes; decodes nothing."""
    return _WALKS[format](data, limits)
