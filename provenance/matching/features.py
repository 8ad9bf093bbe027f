"""Pixels to the local features that the archive keeps, and to those that are looked for in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from provenance.matching.keypoints import Keypoints, detect
from provenance.matching.packing import Packed, pack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.matching.words import Words
    from provenance.model.limits import MatchLimits
    from provenance.model.matching import Features
    from provenance.model.photo import Pixels


def extract(pixels: Pixels, words: Words, limits: MatchLimits) -> Features:
    """The local features of a picture as the archive keeps them. Pixels are upright RGB of any size."""
    return pack(detect(grey(pixels, limits.feature_edge), limits.features_kept), words)


def wanted(pixels: Pixels, limits: MatchLimits) -> Keypoints:
    """The local features of a picture that is looked for."""
    return detect(grey(pixels, limits.feature_edge), limits.features_asked)


def signed(points: Keypoints, words: Words) -> Packed:
    """The same features with the signatures that known ones are compared by."""
    sizes = np.log2(np.maximum(points.sizes, 1e-6))
    return Packed(words.signatures(points.descriptors), points.places, sizes, points.angles)


def grey(pixels: Pixels, edge: int) -> NDArray[np.uint8]:
    """A picture in grey (h, w), its longest edge brought to `edge` pixels; it is enlarged to twice its size at most."""
    colour = np.frombuffer(pixels.data, np.uint8).reshape(pixels.height, pixels.width, 3)
    scale = min(edge / max(pixels.width, pixels.height), 2.0)
    size = (max(1, round(pixels.width * scale)), max(1, round(pixels.height * scale)))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    small = cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.resize(small, size, interpolation=how), dtype=np.uint8)
