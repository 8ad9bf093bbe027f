"""Visual words: descriptors of local features as numbers that a text engine can look up, and as short signatures.

A descriptor is quantised twice: to the nearest of 1,024 coarse centres, and its remainder to the nearest of 1,024 fine
ones; the two numbers together are its word, one of a million (Jegou, Douze, Schmid: Product quantization for nearest
neighbor search, 2011). Its signature is 64 signs of a projection in which features of the same spot lie close and all
others far apart (a linear discriminant, then turned so that the signs lose least: Gong, Lazebnik: Iterative
quantization, 2011). `tools/make_words.py` makes the file from photographs.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CENTRES = 1024
BITS = 64
COARSE_STEPS = 512.0
"""Coarse centres are kept as whole numbers of 0 to 255, in steps of 1/512: no value of a descriptor lies above .5."""
FINE_STEPS = 400.0
"""Fine centres are kept as whole numbers of -127 to 127, in steps of 1/400."""

_SHAPES = {"coarse": (CENTRES, 128), "fine": (CENTRES, 128), "projection": (128, BITS), "thresholds": (BITS,)}


@dataclass(frozen=True, slots=True)
class Words:
    """A vocabulary: `version` names it, centres are (1024, 128), the projection is (128, 64), its thresholds (64,)."""

    version: str
    coarse: NDArray[np.float32]
    fine: NDArray[np.float32]
    projection: NDArray[np.float32]
    thresholds: NDArray[np.float32]

    @staticmethod
    def from_bytes(data: bytes) -> Words:
        """Read a vocabulary file. ValueError where it is none."""
        try:
            with np.load(BytesIO(data), allow_pickle=False) as file:
                kept = {name: file[name] for name in ("version", *_SHAPES)}
        except (OSError, EOFError, KeyError, TypeError, BadZipFile, zlib.error) as error:
            raise ValueError("The vocabulary of visual words is damaged.") from error
        if any(kept[name].shape != shape for name, shape in _SHAPES.items()):
            raise ValueError("The vocabulary of visual words has another size than it should.")
        return Words(
            version=str(kept["version"]),
            coarse=kept["coarse"].astype(np.float32) / COARSE_STEPS,
            fine=kept["fine"].astype(np.float32) / FINE_STEPS,
            projection=kept["projection"].astype(np.float32),
            thresholds=kept["thresholds"].astype(np.float32),
        )

    def signatures(self, descriptors: NDArray[np.float32]) -> NDArray[np.uint64]:
        """The signatures (n,) of descriptors (n, 128)."""
        signs = descriptors @ self.projection > self.thresholds
        return np.packbits(signs, axis=1).view("<u8").reshape(-1).astype(np.uint64)

    def nearest(self, descriptors: NDArray[np.float32]) -> NDArray[np.uint32]:
        """The word (n,) of each descriptor (n, 128)."""
        first = _closeness(descriptors, self.coarse).argmax(axis=1)
        second = _closeness(descriptors - self.coarse[first], self.fine).argmax(axis=1)
        words: NDArray[np.uint32] = (first * CENTRES + second).astype(np.uint32)
        return words

    def probes(self, descriptors: NDArray[np.float32], most: int, coarse: int = 2) -> NDArray[np.uint32]:
        """The `most` nearest words (n, most) of each descriptor, among those of its `coarse` nearest coarse centres."""
        if not len(descriptors):
            return np.zeros((0, most), np.uint32)
        near = np.argpartition(-_closeness(descriptors, self.coarse), coarse - 1, axis=1)[:, :coarse]
        words, gaps = [], []
        for column in near.T:
            rest = descriptors - self.coarse[column]
            gap = np.square(rest).sum(axis=1, keepdims=True) / 2 - _closeness(rest, self.fine)
            fine = np.argpartition(gap, most - 1, axis=1)[:, :most]
            words.append(column[:, None] * CENTRES + fine)
            gaps.append(np.take_along_axis(gap, fine, axis=1))
        every, gap = np.concatenate(words, axis=1), np.concatenate(gaps, axis=1)
        best = np.argpartition(gap, most - 1, axis=1)[:, :most]
        return np.take_along_axis(every, best, axis=1).astype(np.uint32)


def _closeness(points: NDArray[np.float32], centres: NDArray[np.float32]) -> NDArray[np.float32]:
    """For every point (n, d) and centre (k, d) a number (n, k) that is the larger the nearer they lie."""
    nearer: NDArray[np.float32] = points @ centres.T - np.square(centres).sum(axis=1) / 2
    return nearer
