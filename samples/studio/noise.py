"""Fractal noise that tiles, and ways to look it up."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.float32]

SIDE = 1024


@cache
def fractal(seed: int, slope: float = 1.4) -> Grid:
    """White noise whose spectrum falls as 1 / frequency ** slope: SIDE x SIDE, tileable, mean 0, deviation 1."""
    rng = np.random.default_rng(seed)
    spectrum = np.fft.rfft2(rng.standard_normal((SIDE, SIDE), dtype=np.float32)) * _fall(slope)
    field = np.fft.irfft2(spectrum)
    return np.asarray((field - field.mean()) / field.std(), dtype=np.float32)


@cache
def _fall(slope: float) -> Grid:
    frequency = np.hypot(np.fft.fftfreq(SIDE)[:, None], np.fft.rfftfreq(SIDE)[None, :])
    frequency[0, 0] = np.inf
    return np.asarray(frequency**-slope, dtype=np.float32)


@cache
def relief(seed: int, slope: float = 1.0) -> Grid:
    """The slopes of a rough surface towards the upper left, as light from there would show them; deviation 1."""
    surface = fractal(seed, slope)
    slopes = surface - np.roll(surface, (1, 1), (0, 1))
    return np.asarray(slopes / slopes.std(), dtype=np.float32)


def at(field: Grid, u: Grid, v: Grid) -> Grid:
    """A field at fractional positions, in its own cells, blended between neighbours and repeated for ever."""
    left, top = np.floor(u), np.floor(v)
    across, down = u - left, v - top
    i, j = left.astype(np.int32), top.astype(np.int32)
    mask = np.int32(SIDE - 1)
    i0, i1, j0, j1 = i & mask, (i + 1) & mask, (j & mask) * SIDE, ((j + 1) & mask) * SIDE
    flat = field.reshape(-1)
    upper, lower = flat.take(j0 + i0), flat.take(j1 + i0)
    upper += (flat.take(j0 + i1) - upper) * across
    lower += (flat.take(j1 + i1) - lower) * across
    upper += (lower - upper) * down
    return upper


def nearest(field: Grid, u: Grid, v: Grid) -> Grid:
    """A field at whole positions: quicker than `at`, and coarser."""
    mask = np.int32(SIDE - 1)
    return field.reshape(-1).take((v.astype(np.int32) & mask) * SIDE + (u.astype(np.int32) & mask))


def smooth(low: float, high: float, value: Grid) -> Grid:
    """0 below `low`, 1 above `high`, and an even rise between them."""
    share = np.clip((value - low) / (high - low), 0, 1)
    return share * share * (3 - 2 * share)
