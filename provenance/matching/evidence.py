"""What each spot says once a known picture lies on this one: the same, different, moved, or nothing to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from provenance.matching.flow import flow, grid

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from provenance.matching.laying import Grey, Working

    Spots = NDArray[np.bool_]

WINDOW = 17
"""Edge of the window, in working pixels, within which two pictures are correlated."""
SAME = 0.7
"""Correlation from which a window shows the same; that of re-encoded copies lies near 1."""
DIFFERENT = 0.4
"""Correlation below which a window shows something else; other content lies near 0."""
TEXTURED = 4.0
"""Standard deviation of grey values in a window below which it shows nothing that could be compared."""
MOVED = 1.0
"""Pixels from which a common motion of neighbouring spots counts: in copies, however they were made, it stays below."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """For every spot of the grid (rows, columns), which are `STEP` pixels apart in this picture as compared.

    `covered`: the known picture lies there; `inside`: with its whole window; `textured`: one of the two shows
    something; `same`, `different`, `moved`: what the window says; `still`: it shows the same and did not move.
    `texture_here`, `texture_there`: standard deviations of grey values. `correlation`: -1 to 1.
    """

    covered: Spots
    inside: Spots
    textured: Spots
    same: Spots
    different: Spots
    moved: Spots
    still: Spots
    texture_here: NDArray[np.float32]
    texture_there: NDArray[np.float32]
    correlation: NDArray[np.float32]
    laid: Grey


def gather(pair: Working) -> Evidence:
    """Look at every spot."""
    laid, mask = pair.laid()
    rows, columns = grid(pair.this.shape)
    here, there = _smoothed(pair.this), _smoothed(laid)
    correlation, spread_here, spread_there = correlated(here, there, WINDOW)
    at = (rows, columns)
    covered, inside = mask[at], _whole_windows(mask)[at]
    near, texture_here, texture_there = correlation[at], spread_here[at], spread_there[at]
    textured = _textured(texture_here, texture_there, covered)
    both = np.minimum(texture_here, texture_there) > 0.75 * TEXTURED
    motion = flow(laid, pair.this, inside & textured & both)
    moved = _moved(pair.this, there, motion.motion, motion.common, near, at) & inside & textured
    still = motion.common & (motion.length < 0.6) & (near > 0.6) & inside
    same, different = textured & (near > SAME), textured & (near < DIFFERENT) & ~moved
    return Evidence(covered, inside, textured, same, different, moved, still, texture_here, texture_there, near, laid)


def _textured(here: NDArray[np.float32], there: NDArray[np.float32], covered: Spots) -> Spots:
    """Where one of the two shows something; what is no more than the noise of places that are flat in the known
    picture shows nothing."""
    plain = covered & (there < TEXTURED / 2)
    noise = float(np.percentile(here[plain], 25)) if plain.sum() >= 20 else 0.0
    shows = (there > max(TEXTURED, min(noise, 2 * TEXTURED))) | (here > max(TEXTURED, 1.4 * noise))
    textured: Spots = shows & covered
    return textured


def correlated(
    one: NDArray[np.float32],
    other: NDArray[np.float32],
    window: int,
    floor: float = 3.0,
    within: Spots | None = None,
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Correlation (h, w) of two pictures in a window about each pixel, and the standard deviation of each there.

    `floor` is the variance of noise: windows with less count as uncorrelated. Of a window only the pixels `within`
    (h, w) count, where that is given.
    """
    mean_of = _mean_within(np.ones(one.shape, np.bool_) if within is None else within, window)
    mean, mean_other = mean_of(one), mean_of(other)
    variance = np.maximum(mean_of(one * one) - mean * mean, 0)
    variance_other = np.maximum(mean_of(other * other) - mean_other * mean_other, 0)
    together = mean_of(one * other) - mean * mean_other
    scale = np.sqrt((variance + floor) * (variance_other + floor))
    correlation = np.asarray(together / scale, np.float32)
    return correlation, np.asarray(np.sqrt(variance), np.float32), np.asarray(np.sqrt(variance_other), np.float32)


def _mean_within(within: Spots, window: int) -> Callable[[NDArray[np.float32]], NDArray[np.float32]]:
    """The mean in a window about each pixel, over the pixels that count."""
    if within.all():
        return lambda values: np.asarray(cv2.blur(values, (window, window)), np.float32)
    weights = within.astype(np.float32)
    share = np.maximum(cv2.blur(weights, (window, window)), 1e-3)
    return lambda values: np.asarray(cv2.blur(values * weights, (window, window)) / share, np.float32)


def _moved(
    this: Grey,
    there: NDArray[np.float32],
    motion: NDArray[np.float32],
    common: Spots,
    near: NDArray[np.float32],
    at: tuple[NDArray[np.intp], NDArray[np.intp]],
) -> Spots:
    """Where following the motion makes this picture agree with the known one, which it did not, or less, in place."""
    far: Spots = common & (np.linalg.norm(motion, axis=2) > MOVED)
    if not far.any():
        return far
    height, width = this.shape
    field = cv2.resize(np.where(common[..., None], motion, 0).astype(np.float32), (width, height))
    row, column = np.mgrid[:height, :width].astype(np.float32)
    x, y = column + field[..., 0], row + field[..., 1]
    followed = cv2.remap(this, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    nearer = correlated(_smoothed(np.asarray(followed, np.uint8)), there, WINDOW)[0][at]
    moved: Spots = far & (nearer > 0.75) & (1 - nearer < 0.6 * (1 - near))
    return moved


def _smoothed(picture: Grey) -> NDArray[np.float32]:
    return np.asarray(cv2.GaussianBlur(picture.astype(np.float32), (0, 0), 1.0), np.float32)


def _whole_windows(mask: Spots) -> Spots:
    framed = mask.astype(np.uint8)
    framed[[0, -1], :] = 0
    framed[:, [0, -1]] = 0
    return np.asarray(cv2.erode(framed, np.ones((WINDOW, WINDOW), np.uint8))) > 0
