"""Local features of a picture before they are packed: SIFT on a small grey copy, with square-rooted descriptors.

SIFT: Lowe, Distinctive image features from scale-invariant keypoints, 2004. RootSIFT: Arandjelovic, Zisserman, Three
things everyone should know to improve object retrieval, 2012. Lengths are shares of the picture's longest edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


CONTRAST = 0.015
"""Least contrast of a keypoint: below OpenCV's .04 so that fog, snow and smooth walls have features too."""
CANDIDATES = 2500
"""The most keypoints looked at in one picture; noise and fine print yield many thousands."""

_CELLS, _DIRECTIONS = 4, 8
_MIRRORED = np.arange(_CELLS * _CELLS * _DIRECTIONS).reshape(_CELLS, _CELLS, _DIRECTIONS)[::-1][
    :, :, (-np.arange(8)) % 8
]
"""Where each value of a descriptor lies in that of the mirrored picture: cells change sides, directions their sense."""

_OFFSET = np.float32(0.25)
"""OpenCV counts from the middle of the first pixel, and its first octave, twice as fine, lies a quarter aside."""

cv2.setNumThreads(1)


def _floats(values: object) -> NDArray[np.float32]:
    return np.asarray(values, np.float32)


@dataclass(frozen=True, slots=True)
class Keypoints:
    """Features of one picture: places (n, 2), sizes (n,) and angles in degrees (n,), descriptors (n, 128).

    `shape` is the picture's (width, height); lengths are shares of the longest edge.
    """

    places: NDArray[np.float32]
    sizes: NDArray[np.float32]
    angles: NDArray[np.float32]
    descriptors: NDArray[np.float32]
    shape: tuple[float, float]

    def __len__(self) -> int:
        return len(self.sizes)

    def mirrored(self) -> Keypoints:
        """The features of the picture mirrored left to right, without looking at a pixel."""
        places = self.places * _floats([-1, 1]) + _floats([self.shape[0], 0])
        descriptors = self.descriptors[:, _MIRRORED.ravel()]
        return Keypoints(places, self.sizes, (180 - self.angles) % 360, descriptors, self.shape)


def detect(grey: NDArray[np.uint8], most: int) -> Keypoints:
    """The best features of a grey picture (h, w), taken evenly from all over it."""
    sift = cv2.SIFT.create(nfeatures=CANDIDATES, contrastThreshold=CONTRAST)
    found: Sequence[cv2.KeyPoint] = _choose(sift.detect(grey, None), most)
    height, width = grey.shape
    longest = max(height, width)
    shape = (width / longest, height / longest)
    if not found:
        none = np.zeros(0, np.float32)
        return Keypoints(none.reshape(0, 2), none, none, none.reshape(0, 128), shape)
    found, raw = sift.compute(grey, found)
    rooted = np.sqrt(raw / np.maximum(raw.sum(axis=1, keepdims=True), 1e-9)).astype(np.float32)
    places = (_floats([one.pt for one in found]) + _OFFSET) / np.float32(longest)
    sizes = _floats([one.size for one in found]) / np.float32(longest)
    return Keypoints(places, sizes, _floats([one.angle for one in found]), rooted, shape)


CELLS_ACROSS = 12
"""The longest edge is cut into so many cells, and every cell gives its best feature before any gives its second:
otherwise a line of text or a fence takes them all and a crop elsewhere finds none (combined attacks: .92 to 1)."""
SIZE_COUNTS = 0.7
"""Features rank by contrast times size to this power: coarse ones are still there when a small crop is enlarged."""


def _choose(found: Sequence[cv2.KeyPoint], most: int) -> list[cv2.KeyPoint]:
    if not found:
        return []
    places = _floats([one.pt for one in found])
    worth = _floats([one.response * one.size**SIZE_COUNTS for one in found])
    cells = (places / (max(float(places.max()), 1.0) / CELLS_ACROSS + 1e-6)).astype(int)
    cell = cells[:, 0] * (CELLS_ACROSS + 1) + cells[:, 1]
    by_cell = np.lexsort((-worth, cell))
    firsts = np.flatnonzero(np.append(True, np.diff(cell[by_cell])))
    counts = np.diff(np.append(firsts, len(found)))
    rank = np.empty(len(found), int)
    rank[by_cell] = np.arange(len(found)) - np.repeat(firsts, counts)
    return [found[index] for index in np.lexsort((-worth, rank))[:most]]
