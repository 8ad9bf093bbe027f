"""How the tone of the common part was changed: brightness, contrast, colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.matching.laying import Map
    from provenance.model.limits import MatchLimits
    from provenance.model.photo import Pixels

EDGE = 128
SAME_ORDER = 0.75
"""Correlation of ranks, in each channel, from which colours are the same but for their tone."""
FLAT = 8.0
"""Standard deviation, of 255, below which a channel shows nothing that could be compared."""
OTHER_COLOUR = 32.0
"""Difference of a channel, of 255, from which a colour is another one; compression stays below it within areas."""
OTHER_SHARE = 0.05
"""Share of the places in another colour from which it is more than blurred edges."""
SHADE = 16
"""Width of a shade in which ranks are tied."""


def retoned(this: Pixels, known: Pixels, matrix: Map, region: NDArray[np.float64], limits: MatchLimits) -> bool:
    """Whether the common part is notably brighter, darker, harder, softer, more or less colourful.

    `region` (4, 2) is its outline in shares of this picture's longest edge.
    """
    pair = _common(this, known, matrix, region)
    if pair is None:
        return False
    one, other = pair
    contrast = (one.mean(axis=1).std() + 1) / (other.mean(axis=1).std() + 1)
    colour = (np.ptp(one, axis=1).mean() + 1) / (np.ptp(other, axis=1).mean() + 1)
    tint = np.abs((one.mean(axis=0) - one.mean()) - (other.mean(axis=0) - other.mean())).max()
    steps = abs(float(one.mean() - other.mean())) > limits.tone_step or float(tint) > limits.tone_step
    return steps or any(max(ratio, 1 / ratio) > limits.tone_ratio for ratio in (float(contrast), float(colour)))


def recoloured(this: Pixels, known: Pixels, matrix: Map, region: NDArray[np.float64]) -> bool:
    """Whether other colours stand in the same shapes, as in two flags: what is light in one channel is dark in the
    other. A change of tone, however strong, keeps the order; grey keeps most of it.
    """
    pair = _common(this, known, matrix, region)
    return pair is not None and any(
        _ranked_alike(pair[0][:, channel], pair[1][:, channel]) < SAME_ORDER for channel in range(3)
    )


def other_colours(this: Pixels, known: Pixels, matrix: Map, region: NDArray[np.float64]) -> bool:
    """Whether places have another colour, no change of tone excused: a few flat areas are alike in form by chance, and
    any colours can be made from any others."""
    pair = _common(this, known, matrix, region)
    return pair is not None and bool((np.abs(pair[0] - pair[1]).max(axis=1) > OTHER_COLOUR).mean() > OTHER_SHARE)


def _ranked_alike(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """Spearman's correlation; 1 where one of them is flat."""
    if min(one.std(), other.std()) < FLAT:
        return 1.0
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: NDArray[np.float32]) -> NDArray[np.float64]:
    """Ranks, with ties sharing theirs; shades that compression mixes up count as ties."""
    _shades, places, counts = np.unique(values // SHADE, return_inverse=True, return_counts=True)
    ranks: NDArray[np.float64] = (np.cumsum(counts) - counts / 2)[places]
    return ranks


def _common(
    this: Pixels, known: Pixels, matrix: Map, region: NDArray[np.float64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]] | None:
    """The colours (n, 3) of both pictures, small, at the places they have in common; None where those are few."""
    here, there = _small(this), _small(known)
    to_here, to_there = _scale(here), _scale(there)
    size = (here.shape[1], here.shape[0])
    pixels = to_here @ matrix @ np.linalg.inv(to_there)
    laid = cv2.warpPerspective(there, pixels, size, flags=cv2.INTER_AREA)
    whole = np.full(there.shape[:2], 255, np.uint8)
    mask = cv2.erode(cv2.warpPerspective(whole, pixels, size, flags=cv2.INTER_NEAREST), np.ones((3, 3), np.uint8)) > 0
    outline = np.zeros(mask.shape, np.uint8)
    cv2.fillConvexPoly(outline, np.round(region * max(size)).astype(np.int32), 255)
    mask &= cv2.erode(outline, np.ones((3, 3), np.uint8)) > 0
    if mask.sum() < 50:
        return None
    return here[mask].astype(np.float32), laid[mask].astype(np.float32)


def _small(pixels: Pixels) -> NDArray[np.uint8]:
    colour = np.frombuffer(pixels.data, np.uint8).reshape(pixels.height, pixels.width, 3)
    scale = min(1.0, EDGE / max(colour.shape[:2]))
    size = (max(4, round(pixels.width * scale)), max(4, round(pixels.height * scale)))
    return np.asarray(cv2.resize(colour, size, interpolation=cv2.INTER_AREA), np.uint8)


def _scale(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    longest = max(picture.shape[:2])
    return np.array([[longest, 0, -0.5], [0, longest, -0.5], [0, 0, 1.0]])
