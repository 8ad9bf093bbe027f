"""Local features to bytes and back: 15 bytes each, all words first, then all signatures, then all places.

A place is two whole numbers of 12 bits, in shares of the longest edge; a size one of 64 steps of an eighth of an
octave; an angle one of 64 steps of 5.6 degrees. Both stand above the word's 20 bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from provenance.model.matching import WORD_BITS, Features

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.matching.keypoints import Keypoints
    from provenance.matching.words import Words

_STEPS = 64
_PER_OCTAVE = 8
_SMALLEST = -9.0
"""Base-2 logarithm of the smallest size, as a share of the longest edge: below one pixel of 384."""
_GRID = 4095


@dataclass(frozen=True, slots=True)
class Packed:
    """Features of one or several pictures: signatures (n,), places (n, 2), log2 sizes (n,), angles in degrees (n,)."""

    signatures: NDArray[np.uint64]
    places: NDArray[np.float32]
    sizes: NDArray[np.float32]
    angles: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.signatures)


def pack(points: Keypoints, words: Words) -> Features:
    """The features of a picture as the archive keeps them."""
    sizes = np.log2(np.maximum(points.sizes, 1e-6)) - _SMALLEST
    size = np.clip(np.round(sizes * _PER_OCTAVE), 0, _STEPS - 1).astype(np.uint32)
    angle = np.round(points.angles * _STEPS / 360).astype(np.uint32) % _STEPS
    head = words.nearest(points.descriptors) | angle << WORD_BITS | size << (WORD_BITS + 6)
    place = np.clip(np.round(points.places * _GRID), 0, _GRID).astype(np.uint32)
    both = (place[:, 0] | place[:, 1] << 12).astype("<u4").view(np.uint8).reshape(-1, 4)[:, :3]
    signatures = words.signatures(points.descriptors).astype("<u8")
    return Features(words.version, head.astype("<u4").tobytes() + signatures.tobytes() + both.tobytes())


def unpack(many: Sequence[Features]) -> Packed:
    """The features of several pictures, one after the other."""
    heads = np.frombuffer(b"".join(one.data[: 4 * len(one)] for one in many), "<u4")
    signatures = np.frombuffer(b"".join(one.data[4 * len(one) : 12 * len(one)] for one in many), "<u8")
    threes = np.frombuffer(b"".join(one.data[12 * len(one) :] for one in many), np.uint8).reshape(-1, 3)
    wide = threes.astype(np.uint32)
    place = wide[:, 0] | wide[:, 1] << 8 | wide[:, 2] << 16
    places = np.asarray(np.stack([place & _GRID, place >> 12], axis=1) / _GRID, np.float32)
    size = np.asarray((heads >> (WORD_BITS + 6)) / _PER_OCTAVE + _SMALLEST, np.float32)
    angle = (heads >> WORD_BITS & _STEPS - 1).astype(np.float32) * np.float32(360 / _STEPS)
    return Packed(signatures, places, size, angle)
