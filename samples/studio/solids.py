"""Solids as quadrilaterals: arrays of shape (faces, 4, 3), in metres, x to the right, y up, z away."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Quads = NDArray[np.float64]
Point = Sequence[float]

_CORNERS = np.array([[x, y, z] for z in (-0.5, 0.5) for y in (-0.5, 0.5) for x in (-0.5, 0.5)])
_SIDES = np.array([[0, 1, 3, 2], [4, 5, 7, 6], [0, 1, 5, 4], [2, 3, 7, 6], [0, 2, 6, 4], [1, 3, 7, 5]])


def step(right: float, up: float, ahead: float) -> NDArray[np.float64]:
    """A step from one point to another, in metres."""
    return np.array([right, up, ahead], dtype=np.float64)


def turn(yaw: float) -> NDArray[np.float64]:
    """The matrix that turns points about the vertical, in radians."""
    cos, sin = np.cos(yaw), np.sin(yaw)
    return np.array([[cos, 0, sin], [0, 1, 0], [-sin, 0, cos]])


def box(base: Point, size: Point, yaw: float = 0.0) -> Quads:
    """A box that stands with the middle of its floor at `base`."""
    corners = (_CORNERS * np.asarray(size)) @ turn(yaw).T + np.asarray(base) + [0, size[1] / 2, 0]
    return corners[_SIDES]


def taper(base: Point, size: Point, top: float, yaw: float = 0.0, shift: float = 0.0) -> Quads:
    """A box whose upper face is smaller by the factor `top` and moved along its length by `shift` metres."""
    corners = _CORNERS * np.asarray(size)
    upper = corners[:, 1] > 0
    corners[upper] *= [top, 1, top]
    corners[upper, 0] += shift
    return (corners @ turn(yaw).T + np.asarray(base) + [0, size[1] / 2, 0])[_SIDES]


def chunks(centres: Quads, sizes: Quads, rng: np.random.Generator, wear: float = 0.25) -> Quads:
    """Broken blocks: boxes turned at random, with their corners knocked about by `wear` of their size."""
    count = len(centres)
    corners = _CORNERS[None] * (1 + rng.normal(0, wear, (count, 8, 3))) * sizes[:, None]
    turns = np.linalg.qr(rng.normal(size=(count, 3, 3)))[0]
    return (np.einsum("nij,nkj->nki", turns, corners) + centres[:, None])[:, _SIDES].reshape(-1, 4, 3)


def panel(corner: Point, across: Point, up: Point) -> Quads:
    """One flat face from a corner and its two edges."""
    start, first, second = np.asarray(corner, float), np.asarray(across, float), np.asarray(up, float)
    return np.array([[start, start + first, start + first + second, start + second]])


def tube(start: Point, end: Point, radius: float, tip: float | None = None, sides: int = 6) -> Quads:
    """A round bar from one point to another, `tip` being the radius where it ends."""
    first, last = np.asarray(start, float), np.asarray(end, float)
    axis = (last - first) / max(float(np.linalg.norm(last - first)), 1e-9)
    aside = np.cross(axis, [0.0, 0.0, 1.0] if abs(axis[2]) < 0.9 else [1.0, 0.0, 0.0])
    aside /= np.linalg.norm(aside)
    angles = np.linspace(0, 2 * np.pi, sides + 1)[:, None]
    ring = np.cos(angles) * aside + np.sin(angles) * np.cross(axis, aside)
    low, high = first + ring * radius, last + ring * (radius if tip is None else tip)
    return np.stack([low[:-1], low[1:], high[1:], high[:-1]], axis=1)


def ball(centre: Point, radii: Point, rings: int = 5, sides: int = 8, low: float = 0.0) -> Quads:
    """An ellipsoid, or with `low` above 0 the dome that is left when that share is cut off below."""
    fall, round_ = np.linspace(0, np.pi * (1 - low), rings + 1), np.linspace(0, 2 * np.pi, sides + 1)
    grid = np.stack(
        [
            np.sin(fall)[:, None] * np.cos(round_),
            np.cos(fall)[:, None] * np.ones_like(round_),
            np.sin(fall)[:, None] * np.sin(round_),
        ],
        axis=-1,
    )
    grid = grid * np.asarray(radii) + np.asarray(centre)
    return np.stack([grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1]], axis=2).reshape(-1, 4, 3)


def wheel(centre: Point, radius: float, width: float, yaw: float = 0.0) -> Quads:
    """A wheel whose axle lies across the direction `yaw`: tread and outer discs."""
    half = turn(yaw) @ np.array([0, 0, width / 2])
    middle = np.asarray(centre, float)
    tread = tube(middle - half, middle + half, radius, sides=12)
    discs = [tube(middle + side * half, middle + side * half * 1.02, radius, 0.01, 12) for side in (-1, 1)]
    return np.concatenate([tread, *discs])


def moved(quads: Quads, place: Point, yaw: float = 0.0) -> Quads:
    """Quads turned about the vertical and set down at a place."""
    return quads @ turn(yaw).T + np.asarray(place)


def split(quads: Quads, longest: float) -> Quads:
    """The same faces cut into pieces with edges of at most `longest` metres, so that far and near sort well."""
    pieces = []
    for quad in quads:
        across = max(np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[2] - quad[3]))
        up = max(np.linalg.norm(quad[3] - quad[0]), np.linalg.norm(quad[2] - quad[1]))
        u = np.linspace(0, 1, max(1, int(np.ceil(across / longest))) + 1)[:, None, None]
        v = np.linspace(0, 1, max(1, int(np.ceil(up / longest))) + 1)[None, :, None]
        grid = (quad[0] * (1 - u) + quad[1] * u) * (1 - v) + (quad[3] * (1 - u) + quad[2] * u) * v
        pieces.append(np.stack([grid[:-1, :-1], grid[1:, :-1], grid[1:, 1:], grid[:-1, 1:]], axis=2).reshape(-1, 4, 3))
    return np.concatenate(pieces)


def lettering(text: str, corner: Point, across: Point, tall: float) -> Quads:
    """Words in block letters: `corner` is where they start below, `across` the direction they run in."""
    font = ImageFont.load_default_imagefont()
    left, top, right, bottom = (round(edge) for edge in font.getbbox(text))
    plate = Image.new("1", (right, bottom))
    ImageDraw.Draw(plate).text((-left, -top), text, 1, font)
    dots = np.asarray(plate)
    dots = dots[np.flatnonzero(dots.any(axis=1)).min() : np.flatnonzero(dots.any(axis=1)).max() + 1]
    size = tall / len(dots)
    way = np.asarray(across, float) / np.linalg.norm(across) * size
    rows, columns = np.nonzero(dots)
    return np.concatenate(
        [
            panel(
                np.asarray(corner) + way * column + step(0, size * (len(dots) - 1 - row), 0),
                way * 1.04,
                (0, size * 1.04, 0),
            )
            for row, column in zip(rows, columns, strict=True)
        ]
    )
