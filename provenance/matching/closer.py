"""A closer look at two pictures: many more features than the archive keeps, compared by their full descriptors.

It finds the map where nothing proposed one (two pictures side by side), and mends it where few features agreed (small
crops).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from provenance.matching.geometry import Fit, fit
from provenance.matching.keypoints import Keypoints, detect
from provenance.matching.laying import applied, resized
from provenance.matching.packing import Packed
from provenance.matching.voting import count, implied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from provenance.matching.laying import Grey, Map

EDGE = 640
AWAY = 0.03
"""Shares of the longest edge from its place from which a feature stands elsewhere."""
TURNED = 0.25
"""What moved aside keeps its size and direction, about."""
FEATURES = 1200
RATIO = 0.9
"""A feature counts if its best likeness is at most so far, relative to the second best elsewhere (Lowe 2004, 7.1)."""
LIKE = 0.75
"""Least cosine of two descriptors that may show the same spot."""


def look(picture: Grey) -> Keypoints:
    """The features of a picture for a closer look."""
    return detect(resized(picture, min(EDGE, 2 * max(picture.shape))), FEATURES)


def find(this: Keypoints, known: Keypoints) -> tuple[Map, int] | None:
    """The map from the known picture to this one, mirrored or not, and how many points agree on it."""
    found = [(one, mirrored) for mirrored in (False, True) if (one := _fit(this, known, mirrored)) is not None]
    if not found:
        return None
    best, mirrored = max(found, key=lambda pair: pair[0].count)
    return (unmirrored(best.matrix, this.shape[0]) if mirrored else best.matrix), best.count


def elsewhere(this: Keypoints, known: Keypoints, matrix: Map, areas: Sequence[NDArray[np.float64]]) -> int:
    """How many features within areas of this picture that differ show what the known one has, together, elsewhere.

    Near things do, seen from another place, when they moved too far to be followed. `matrix` is the map of the rest,
    `areas` are boxes (left, top, right, bottom) in shares of this picture's longest edge.
    """
    mirrored = bool(np.linalg.det(matrix[:2, :2]) < 0)
    if mirrored:
        matrix = unmirrored(matrix, this.shape[0])
        areas = [np.array([this.shape[0] - box[2], box[1], this.shape[0] - box[0], box[3]]) for box in areas]
    here = this.mirrored() if mirrored else this
    within = np.zeros(len(here), bool)
    for box in areas:
        within |= ((here.places >= box[:2]) & (here.places <= box[2:])).all(axis=1)
    rows, columns = _pairs(here.descriptors, known.descriptors)
    places, origins = here.places[rows], known.places[columns]
    off = np.linalg.norm(applied(matrix, origins.astype(np.float64)) - places, axis=1) > AWAY
    picked = within[rows] & off
    found = fit(origins[picked], places[picked])
    if found is None:
        return 0
    change = found.matrix[:2, :2] @ np.linalg.inv(matrix[:2, :2])
    return found.count if np.abs(change - np.eye(2)).max() < TURNED else 0


def unmirrored(matrix: Map, width: float) -> Map:
    """A map onto the mirrored picture as a map onto the picture itself, which is `width` wide."""
    return np.array([[-1.0, 0, width], [0, 1, 0], [0, 0, 1]]) @ matrix


def _fit(this: Keypoints, known: Keypoints, mirrored: bool) -> Fit | None:
    here = this.mirrored() if mirrored else this
    rows, columns = _pairs(here.descriptors, known.descriptors)
    if len(rows) < 4:
        return None
    owners = np.zeros(len(known), np.intp)
    votes = count(implied(_packed(here), _packed(known), owners, rows, columns), len(here), 1)
    return fit(known.places[votes[0].there], here.places[votes[0].here]) if votes else None


def _pairs(here: NDArray[np.float32], there: NDArray[np.float32]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Features that are each other's best, and clearly better than the second best."""
    if len(here) < 2 or len(there) < 2:
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    likeness = here @ there.T
    best = likeness.argmax(axis=1)
    rows = np.arange(len(here))
    top = likeness[rows, best]
    second = np.partition(likeness, -2, axis=1)[:, -2]
    apart, apart_second = np.sqrt(np.maximum(2 - 2 * top, 0)), np.sqrt(np.maximum(2 - 2 * second, 1e-9))
    good = (top > LIKE) & ((apart < RATIO * apart_second) | (likeness.argmax(axis=0)[best] == rows))
    return rows[good], best[good]


def _packed(points: Keypoints) -> Packed:
    none = np.zeros(len(points), np.uint64)
    return Packed(none, points.places, np.log2(np.maximum(points.sizes, 1e-6)), points.angles)
