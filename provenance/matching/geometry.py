"""Do paired points agree on one change of shape? Affine maps, found by random samples and counted by their points.

RANSAC: Fischler, Bolles, Random sample consensus, 1981. Points are in shares of each picture's longest edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LOOSE = 0.012
"""How far from its place a point may lie, as a share of the longest edge: 4.6 pixels of 384."""
FLATTEST = 0.2
"""Least ratio of the two enlargements of an affine map; a picture seen from the side keeps more."""
SPREAD = 0.02
"""Least standard deviation of the agreeing points across their narrower direction, in the known picture: points on a
line fix no map."""


@dataclass(frozen=True, slots=True)
class Fit:
    """An affine map (3, 3) from the known picture to this one, and which of the pairs agree with it (n,)."""

    matrix: NDArray[np.float64]
    agreeing: NDArray[np.bool_]

    @property
    def count(self) -> int:
        """How many pairs agree."""
        return int(self.agreeing.sum())


def fit(there: NDArray[np.float32], here: NDArray[np.float32]) -> Fit | None:
    """The affine map from points (n, 2) to points (n, 2) on which most agree; None where there is none worth naming."""
    if len(there) < 4:
        return None
    cv2.setRNGSeed(7)
    matrix, mask = cv2.estimateAffine2D(
        there, here, method=cv2.RANSAC, ransacReprojThreshold=LOOSE, maxIters=1000, confidence=0.995, refineIters=10
    )
    if matrix is None or not _plausible(matrix[:, :2]):
        return None
    agreeing = _one_to_one(there, here, matrix, mask.ravel().astype(bool))
    if agreeing.sum() < 4 or _spread(there[agreeing]) < SPREAD * 0.5:
        return None
    return Fit(np.vstack([matrix, [0, 0, 1]]), agreeing)


def _plausible(linear: NDArray[np.float64]) -> bool:
    large, small = np.linalg.svd(linear, compute_uv=False)
    return bool(small > 0.05 and large < 20 and small / large > FLATTEST)


def _one_to_one(
    there: NDArray[np.float32], here: NDArray[np.float32], matrix: NDArray[np.float64], inside: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Of several pairs at one spot only one counts: a spot often has several features, one per direction."""
    keep = np.zeros(len(inside), bool)
    taken: set[tuple[int, int]] = set()
    gone: set[tuple[int, int]] = set()
    error = np.linalg.norm(there @ matrix[:, :2].T + matrix[:, 2] - here, axis=1)
    for index in np.argsort(error):
        if not inside[index]:
            continue
        first = (int(there[index, 0] * 300), int(there[index, 1] * 300))
        second = (int(here[index, 0] * 300), int(here[index, 1] * 300))
        if first not in taken and second not in gone:
            taken.add(first)
            gone.add(second)
            keep[index] = True
    return keep


def _spread(points: NDArray[np.float32]) -> float:
    return float(np.sqrt(max(np.linalg.eigvalsh(np.cov(points.T))[0], 0)))
