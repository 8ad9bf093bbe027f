"""Smoke and steam: a plume that widens, bends and breaks up, lit from one side, behind what stands nearer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from studio.camera import Camera
from studio.noise import Grid, at, fractal, smooth


@dataclass(frozen=True)
class Plume:
    """Where it rises, how wide it starts, and how it grows and drifts to the right per metre of height."""

    source: tuple[float, float, float]
    width: float
    spread: float = 0.25
    drift: float = 0.4
    bright: tuple[float, float, float] = (0.9, 0.88, 0.86)
    dark: tuple[float, float, float] = (0.35, 0.35, 0.38)
    thick: float = 1.0
    tall: float = 60.0
    seed: int = 61


def fume(light: Grid, ahead: Grid, camera: Camera, plume: Plume) -> Grid:
    """The light on the film with a plume in it."""
    place = camera.seen(np.array([plume.source]))[0]
    base_x, base_y = camera.film(place)
    metre = camera.focal / place[2]
    down, across = np.mgrid[0 : camera.height, 0 : camera.width].astype(np.float32)
    up = (base_y - down) / metre
    aside = (across - base_x) / metre
    rise = np.maximum(up, 0)
    scale = np.float32(34 / (plume.width + plume.spread * 20))
    bend = at(fractal(plume.seed, 1.8), up * scale * 0.5, aside * scale * 0.3) * (0.25 * plume.width + 0.16 * rise)
    width = plume.width + plume.spread * rise
    offset = (aside - plume.drift * rise**1.12 - bend) / width
    field = at(fractal(plume.seed + 1, 1.5), aside * scale + up * 0.3 * scale, up * scale)
    lit = at(fractal(plume.seed + 1, 1.5), aside * scale + up * 0.3 * scale - 5, up * scale + 7)
    body = 1 - offset * offset + 0.42 * field
    fading = smooth(-0.5 * plume.width, 0.6 * plume.width, up) * smooth(plume.tall, plume.tall * 0.35, up)
    cover = (smooth(0.1, 1.0, body) * fading * plume.thick * (ahead > place[2]))[..., None].clip(0, 1)
    shade = np.clip(0.5 + 0.34 * (field - lit) - 0.32 * offset, 0, 1)[..., None]
    colour = np.asarray(plume.dark, np.float32) * (1 - shade) + np.asarray(plume.bright, np.float32) * shade
    return light * (1 - cover) + colour * cover
