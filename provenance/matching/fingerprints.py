"""Pixels to fingerprints: PDQ in all eight orientations at once, and pHash where PDQ is not to be trusted.

PDQ: https://github.com/facebook/ThreatExchange/tree/main/pdq (256 bits, a quality from 0 to 100).
pHash: the imagehash package (64 bits). Its SciPy costs a quarter of a second to import, so it is imported on use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pdqhash
from PIL import Image

from provenance.matching.pixels import laid, to_image
from provenance.model.matching import Fingerprint, Orientation
from provenance.model.photo import Pixels

if TYPE_CHECKING:
    from numpy.typing import NDArray

HASHED_EDGE = 512
"""Both are computed from at most this many pixels along the longest edge, as the authors of PDQ do."""

_DIHEDRAL = (
    Orientation.UPRIGHT,
    Orientation.TURNED_270,
    Orientation.TURNED_180,
    Orientation.TURNED_90,
    Orientation.MIRRORED_180,
    Orientation.MIRRORED,
    Orientation.MIRRORED_270,
    Orientation.MIRRORED_90,
)
"""The order in which pdqhash.compute_dihedral answers, in our words (measured: a test lays a picture in all ways)."""


@dataclass(frozen=True, slots=True)
class PdqCodes:
    """PDQ of one picture in all eight orientations, as hexadecimal codes, with its quality from 0 to 100."""

    codes: Mapping[Orientation, str]
    quality: int


def fingerprint(pixels: Pixels) -> tuple[Fingerprint, ...]:
    """All fingerprints that the archive keeps of a picture: PDQ with its quality, and pHash."""
    small = _small(pixels)
    found = _pdq(small)
    return (
        Fingerprint("pdq", found.codes[Orientation.UPRIGHT], "pdqhash", _version_of("pdqhash"), found.quality),
        Fingerprint("phash", _phash(small), "imagehash", _version_of("imagehash")),
    )


def pdq(pixels: Pixels) -> PdqCodes:
    """PDQ of a picture as it lies, and of the other seven ways to lay it, from one pass over the pixels."""
    return _pdq(_small(pixels))


def _pdq(small: Image.Image) -> PdqCodes:
    codes, quality = pdqhash.compute_dihedral(np.asarray(small))
    laid_codes = {orientation: _hex(code) for orientation, code in zip(_DIHEDRAL, codes, strict=True)}
    return PdqCodes(laid_codes, max(0, min(100, int(quality))))


def phash(pixels: Pixels) -> str:
    """The pHash of a picture: 64 bits as 16 hexadecimal digits."""
    return _phash(_small(pixels))


def phash_all(pixels: Pixels) -> Mapping[Orientation, str]:
    """The pHash of a picture laid in each of the eight ways."""
    small = _small(pixels)
    return {orientation: _phash(laid(small, orientation)) for orientation in Orientation}


def _small(pixels: Pixels) -> Image.Image:
    image = to_image(pixels)
    image.thumbnail((HASHED_EDGE, HASHED_EDGE), Image.Resampling.BILINEAR)
    return image


def _phash(image: Image.Image) -> str:
    import imagehash

    return _hex(np.asarray(imagehash.phash(image).hash).reshape(-1))


def _hex(bits: NDArray[np.generic]) -> str:
    return np.packbits(bits.astype(np.uint8)).tobytes().hex()


@cache
def _version_of(distribution: str) -> str:
    from importlib.metadata import version

    return version(distribution)
