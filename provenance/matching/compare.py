"""Two pictures laid on each other: how the first was made from the second, and where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from provenance.matching.flow import STEP
from provenance.matching.laying import to_pixels
from provenance.matching.measuring import best, described
from provenance.matching.relate import Side, relate
from provenance.model.matching import Candidate, Compared, Orientation
from provenance.model.photo import Pixels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.matching.laying import Map
    from provenance.matching.measuring import Measured
    from provenance.model.limits import MatchLimits

GLOW = 2.0
"""Blur, in pixels, before two pictures are subtracted: compression and rounding of a pixel light nothing up."""


def compare(this: Side, other: Side, limits: MatchLimits) -> Compared:
    """Lay the second picture on the first and look. The three pictures that come back are as large as the first's."""
    if this.picture == other.picture:
        alone = relate(this, other, Candidate(other.picture, "picture", Orientation.UPRIGHT, 0), limits)
        black = Pixels(this.pixels.width, this.pixels.height, bytes(len(this.pixels.data)))
        return Compared(alone, this.pixels, this.pixels, black)
    candidate = Candidate(other.picture, "features")
    found = best(this, other, candidate, limits)
    if found is None or found.verdict is None:
        return Compared(None, this.pixels, other.pixels, None)
    match = described(this, other, candidate, found, limits)
    matrix = found.pair.map()
    laid, mask = _laid(this.pixels, other.pixels, matrix)
    shown = _difference(_array(this.pixels), laid, mask, found)
    return Compared(match, this.pixels, _pixels(laid), _pixels(shown))


def _laid(this: Pixels, other: Pixels, matrix: Map) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """The other picture in colour as it lies on this one, black elsewhere, and where it lies."""
    pixels = to_pixels((this.height, this.width)) @ matrix @ np.linalg.inv(to_pixels((other.height, other.width)))
    size = (this.width, this.height)
    colour = _array(other)
    scale = float(np.sqrt(abs(np.linalg.det(pixels[:2, :2] / pixels[2, 2]))))
    if scale < 0.7:  # reduced first, for warping skips pixels
        small = cv2.resize(colour, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        pixels = pixels @ np.diag([colour.shape[1] / small.shape[1], colour.shape[0] / small.shape[0], 1.0])
        colour = np.asarray(small, np.uint8)
    laid = cv2.warpPerspective(colour, pixels, size, flags=cv2.INTER_LINEAR)
    mask = cv2.warpPerspective(np.full(colour.shape[:2], 255, np.uint8), pixels, size, flags=cv2.INTER_NEAREST)
    return np.asarray(laid, np.uint8), np.asarray(mask) > 0


def _difference(
    this: NDArray[np.uint8], laid: NDArray[np.uint8], mask: NDArray[np.bool_], found: Measured
) -> NDArray[np.uint8]:
    """What differs, bright on a dim copy of this picture: the areas whose content changed, and nothing else."""
    height, width = mask.shape
    spots = np.zeros_like(found.evidence.covered)
    for area in found.areas:
        spots |= area.spots
    scale = STEP * max(width, height) / max(found.pair.this.shape)
    area_mask = cv2.resize(spots.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    area_mask = cv2.GaussianBlur(area_mask, (0, 0), max(1.0, scale / 2))
    changed = np.clip(area_mask * 1.6, 0, 1) * mask
    here, there = (cv2.GaussianBlur(one, (0, 0), GLOW).astype(np.float32) for one in (this, laid))
    apart = np.clip(np.abs(here - there).max(axis=2) / 64, 0.35, 1) * changed
    dim = cv2.cvtColor(this, cv2.COLOR_RGB2GRAY).astype(np.float32)[..., None] * 0.25 + 8
    light = np.array([255.0, 196.0, 40.0])
    shown = dim * (1 - apart[..., None]) + light * apart[..., None]
    return np.asarray(np.clip(shown, 0, 255), np.uint8)


def _array(pixels: Pixels) -> NDArray[np.uint8]:
    return np.frombuffer(pixels.data, np.uint8).reshape(pixels.height, pixels.width, 3)


def _pixels(colour: NDArray[np.uint8]) -> Pixels:
    return Pixels(colour.shape[1], colour.shape[0], np.ascontiguousarray(colour).tobytes())
