"""The camera: held level, as architecture is photographed, its horizon moved up or down on the film instead."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from studio.noise import Grid
from studio.solids import Point, turn

NEAR = 0.25
"""Nothing nearer than this is photographed, in metres."""


@dataclass(frozen=True)
class Camera:
    """Where it stands, where it looks (radians from straight ahead to the right), and its angle of view.

    `horizon` is the height of the horizon on the film, 0 at the top and 1 at the bottom. `up` is -1 for the camera
    under the water that sees what is reflected there.
    """

    eye: Point
    heading: float = 0.0
    view: float = 0.9
    horizon: float = 0.5
    width: int = 1600
    height: int = 1067
    up: int = 1

    @property
    def focal(self) -> float:
        """The focal length in pixels."""
        return float(self.width / 2 / np.tan(self.view / 2))

    def mirrored(self, level: float, scale: float) -> Camera:
        """The camera that sees this one's reflections on water at a level, on a smaller film."""
        x, y, z = self.eye
        width, height = round(self.width * scale), round(self.height * scale)
        return replace(self, eye=(x, 2 * level - y, z), up=-self.up, width=width, height=height)

    def seen(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """World points as the camera has them: right, up, ahead."""
        return (points - np.asarray(self.eye)) @ turn(self.heading)

    def film(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Points before the camera (right, up, ahead) to pixels (across, down)."""
        ahead = points[..., 2]
        across = self.width / 2 + self.focal * points[..., 0] / ahead
        down = self.height * self.horizon - self.up * self.focal * points[..., 1] / ahead
        return np.stack([across, down], axis=-1)

    def rays(self, across: Grid, down: Grid) -> tuple[Grid, Grid, Grid]:
        """The world directions of pixels, one metre ahead each."""
        right = ((across + 0.5 - self.width / 2) / self.focal).astype(np.float32)
        rise = ((self.height * self.horizon - down - 0.5) * self.up / self.focal).astype(np.float32)
        cos, sin = np.float32(np.cos(self.heading)), np.float32(np.sin(self.heading))
        return right * cos + sin, rise, cos - right * sin
