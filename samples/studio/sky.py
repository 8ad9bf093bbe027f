"""The sky: a gradient, clouds in perspective, and a glow about the sun."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from studio.noise import Grid, at, fractal, smooth

Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Sky:
    """Colours in linear light. `cover` runs from about 1.5 (few clouds) to -1.5 (overcast); `size` of clouds in km."""

    top: Colour
    low: Colour
    bright: Colour = (1.0, 0.98, 0.95)
    dark: Colour = (0.42, 0.45, 0.5)
    cover: float = 0.3
    soft: float = 0.9
    size: float = 1.0
    seed: int = 7
    glow: Colour = (0.0, 0.0, 0.0)


def paint(sky: Sky, x: Grid, y: Grid, z: Grid, sun: tuple[float, float, float]) -> Grid:
    """The light that comes from directions (of any length): shape of x, and 3."""
    length = np.sqrt(x * x + y * y + z * z)
    rise = np.maximum(y / length, 0)
    height = (1 - np.exp(-3.2 * rise))[..., None]
    colour = np.asarray(sky.low) * (1 - height) + np.asarray(sky.top) * height
    towards = np.maximum((x * sun[0] + y * sun[1] + z * sun[2]) / length, 0)[..., None]
    colour = colour + np.asarray(sky.glow) * (0.5 * towards**6 + 0.6 * towards**60)
    density, lit = _clouds(sky, x / length, rise, z / length, sun)
    cloud = np.asarray(sky.dark) + (np.asarray(sky.bright) - np.asarray(sky.dark)) * lit[..., None]
    cloud = cloud + np.asarray(sky.glow) * 0.5 * towards**8
    veil = (density * smooth(0.0, 0.10, rise))[..., None]
    return np.asarray(colour * (1 - veil) + cloud * veil, dtype=np.float32)


def _clouds(sky: Sky, x: Grid, rise: Grid, z: Grid, sun: tuple[float, float, float]) -> tuple[Grid, Grid]:
    """How dense the clouds are in each direction, and how brightly the sun meets them."""
    scale = 170 / sky.size / (rise + 0.12)
    u, v = (x * scale).astype(np.float32), (z * scale).astype(np.float32)
    field, detail = fractal(sky.seed, 1.75), fractal(sky.seed + 1, 1.2)
    bend = at(fractal(sky.seed + 2, 1.9), u * 0.7, v * 0.7) * 9
    here = at(field, u + bend, v - bend) + 0.13 * at(detail, u * 2.3, v * 2.3)
    there = at(field, u + bend + 14 * sun[0], v - bend + 14 * sun[2])
    lit = np.clip(0.62 + 0.55 * (here - there) - 0.16 * np.maximum(here - sky.cover, 0), 0, 1)
    return smooth(sky.cover, sky.cover + sky.soft, here), lit
