"""Smoke and steam: a plume that widens, bends and breaks up, lit from one side, behind what stands nearer."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from studio.camera import Camera
from studio.film import resized
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
    """The light on the film with a plume in it, drawn at half the film's size: smoke is soft."""
    place = camera.seen(np.array([plume.source]))[0]
    half = replace(camera, width=camera.width // 2, height=camera.height // 2)
    base_x, base_y = half.film(place)
    metre = half.focal / place[2]
    down, across = np.mgrid[0 : half.height, 0 : half.width].astype(np.float32)
    cover, shade = _body(plume, ((base_y - down) * camera.up / metre).astype(np.float32), (across - base_x) / metre)
    colour = np.asarray(plume.dark) * (1 - shade[..., None]) + np.asarray(plume.bright) * shade[..., None]
    whole = resized(np.dstack([colour.astype(np.float32), cover]), camera.width, camera.height)
    share = whole[..., 3:] * (ahead > place[2])[..., None]
    return np.asarray(light + (whole[..., :3] - light) * share, np.float32)


def _body(plume: Plume, up: Grid, aside: Grid) -> tuple[Grid, Grid]:
    """How much of what is behind it a plume covers, and how brightly it is lit, by metres up and aside."""
    rise, across = np.maximum(up, 0), aside.astype(np.float32)
    scale = np.float32(30 / (plume.width + plume.spread * 25))
    bend = at(fractal(plume.seed, 1.7), up * scale * 0.5, across * scale * 0.3).clip(-1.5, 1.5)
    width = plume.width + plume.spread * rise
    offset = (across - plume.drift * rise**1.1 - bend * (0.2 * plume.width + 0.12 * rise)) / width
    u, v = across * scale + up * 0.3 * scale, up * scale
    puffs = fractal(plume.seed + 1, 1.4)
    field, lit = at(puffs, u, v).clip(-1.2, 1.6), at(puffs, u - 5, v + 7)
    body = 1 - offset * offset + 0.42 * field
    fading = smooth(-0.5 * plume.width, 0.6 * plume.width, up) * smooth(plume.tall, plume.tall * 0.35, up)
    shade = np.clip(0.5 + 0.34 * (field - lit) - 0.32 * offset, 0, 1)
    return (smooth(0.05, 0.9, body) * fading * plume.thick).clip(0, 1).astype(np.float32), shade.astype(np.float32)
