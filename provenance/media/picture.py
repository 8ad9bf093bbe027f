"""Identity: a Photo is its bytes, a Picture its undecoded image data."""

from __future__ import annotations

import hashlib

from provenance.media.containers.layout import Layout
from provenance.media.containers.walk import lay_out
from provenance.media.formats import Format
from provenance.model.limits import LIMITS, ReadLimits
from provenance.model.photo import PhotoId, PictureId


def photo_id(data: bytes) -> PhotoId:
    """SHA-256 of the bytes."""
    return PhotoId(hashlib.sha256(data).hexdigest())


def picture_id(data: bytes, format: Format, limits: ReadLimits = LIMITS.read) -> PictureId:
    """SHA-256 of the undecoded image data, whatever metadata is wrapped around it.

    JPEG: the segments of the first image except APPn and COM, scans included. PNG: header, palette, transparency and
    compressed data, however they are cut into chunks. WebP: VP8, VP8L, ALPH and ANMF chunks. GIF: everything except
    comments, plain text and application extensions. TIFF: geometry, compression and strips or tiles of the first
    directory. HEIF and AVIF: the data of all items that are not metadata, and the property boxes. Where a file is too
    odd to tell the two apart, all its bytes.
    """
    return identify(data, lay_out(data, format, limits))


def identify(data: bytes, layout: Layout) -> PictureId:
    """The id of a picture whose container has been walked."""
    digest = hashlib.sha256()
    for part in layout.picture or (data,):
        digest.update(part)
    return PictureId(digest.hexdigest())
