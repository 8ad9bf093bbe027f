"""Laying a known picture on this one: coordinates, working sizes, warping.

A map is a 3 x 3 matrix from places of the known picture to places of this one, both in shares of the longest edge of
their picture: it holds whatever size the pictures are looked at in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from provenance.model.matching import Orientation

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]
    Map = NDArray[np.float64]

WORKING_EDGE = 512
"""Both pictures are compared at this many pixels along this one's longest edge, at most."""
SMALLEST_EDGE = 256
"""A small crop of a small preview is compared at this many, although the preview has to be enlarged for it."""


@dataclass(frozen=True, slots=True)
class Working:
    """Both pictures at sizes at which they compare: `this` (h, w), `known` reduced until the map hardly scales it.

    `matrix` maps pixels of `known` to pixels of `this`.
    """

    this: Grey
    known: Grey
    matrix: Map

    def map(self) -> Map:
        """The same map in shares of the longest edges."""
        matrix: Map = np.linalg.inv(to_pixels(self.this.shape)) @ self.matrix @ to_pixels(self.known.shape)
        scaled: Map = matrix / matrix[2, 2]
        return scaled

    def laid(self) -> tuple[Grey, NDArray[np.bool_]]:
        """The known picture as it lies on this one (h, w), and where it lies."""
        size = (self.this.shape[1], self.this.shape[0])
        picture = cv2.warpPerspective(
            self.known, self.matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        whole = np.full(self.known.shape, 255, np.uint8)
        mask = cv2.warpPerspective(whole, self.matrix, size, flags=cv2.INTER_NEAREST)
        return np.asarray(picture, np.uint8), np.asarray(mask) > 0


def working(this: Grey, known: Grey, matrix: Map, most: int = WORKING_EDGE) -> Working:
    """Bring both pictures, in grey, to their working sizes: `most` pixels along this one's longest edge, or fewer."""
    enlargement = float(np.sqrt(abs(np.linalg.det(matrix[:2, :2]))))
    edge = min(most, max(this.shape))
    if enlargement * edge > max(known.shape):
        edge = max(min(edge, SMALLEST_EDGE), int(max(known.shape) / enlargement))
    first = resized(this, edge)
    second = resized(known, min(max(known.shape), max(16, round(enlargement * max(first.shape)))))
    pixels = to_pixels(first.shape) @ matrix @ np.linalg.inv(to_pixels(second.shape))
    return Working(first, second, pixels)


def resized(picture: Grey, edge: int) -> Grey:
    """A picture whose longest edge has so many pixels; no edge gets shorter than 8."""
    height, width = picture.shape[:2]
    scale = edge / max(height, width)
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    return picture if size == (width, height) else np.asarray(cv2.resize(picture, size, interpolation=how), np.uint8)


def to_pixels(shape: tuple[int, ...]) -> Map:
    """From shares of the longest edge to pixels as OpenCV counts them, from the middle of the first."""
    longest = max(shape[:2])
    return np.array([[longest, 0, -0.5], [0, longest, -0.5], [0, 0, 1.0]])


def full_frame(this: tuple[int, int], known: tuple[int, int], orientation: Orientation) -> Map:
    """The map that lays the whole known picture, oriented so, on the whole of this one. Sizes are (width, height)."""
    corners = np.array([[0, 0], [1, 0], [0, 1]], np.float64)
    laid = corners.copy()
    if orientation.mirrored:
        laid[:, 0] = 1 - laid[:, 0]
    for _ in range(orientation.quarter_turns):
        laid = np.stack([1 - laid[:, 1], laid[:, 0]], axis=1)
    there, here = np.array(known) / max(known), np.array(this) / max(this)
    matrix = cv2.getAffineTransform((corners * there).astype(np.float32), (laid * here).astype(np.float32))
    return np.vstack([matrix, [0, 0, 1]])


def orientation_of(matrix: Map) -> tuple[Orientation, float]:
    """The orientation nearest to a map, and the degrees clockwise that are left, -45 to 45."""
    linear = at_middle(matrix)
    mirrored = bool(np.linalg.det(linear) < 0)
    if mirrored:
        linear = linear @ np.diag([-1.0, 1.0])
    left, _sizes, right = np.linalg.svd(linear)
    turn = left @ right
    angle = float(np.degrees(np.arctan2(turn[1, 0], turn[0, 0])))
    quarters = round(angle / 90)
    return Orientation((mirrored, quarters % 4)), angle - 90 * quarters


def at_middle(matrix: Map) -> NDArray[np.float64]:
    """The linear part (2, 2) of a map about the known picture's middle."""
    ends = applied(matrix, np.array([[0.5, 0.4], [0.51, 0.4], [0.5, 0.41]]))
    return np.stack([ends[1] - ends[0], ends[2] - ends[0]], axis=1) / 0.01


def applied(matrix: Map, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points (n, 2) through a map."""
    full = np.concatenate([points, np.ones((len(points), 1))], axis=1) @ matrix.T
    moved: NDArray[np.float64] = full[:, :2] / full[:, 2:]
    return moved


def corners(shape: tuple[float, float]) -> NDArray[np.float64]:
    """The corners (4, 2) of a picture of (width, height) in shares of its longest edge, clockwise from upper left."""
    width, height = shape[0] / max(shape), shape[1] / max(shape)
    return np.array([[0, 0], [width, 0], [width, height], [0, height]])
