"""How far two whole pictures agree once one is laid on the other: block by block, as correlation of grey values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

GRID = 160
"""Both pictures are brought to this many pixels in each direction, whatever their shape."""
BLOCK = 16
"""Edge of one block, in those pixels."""
FLAT = 4.0
"""Standard deviation of grey values below which a block shows nothing that could agree."""
AGREEING = 0.7
"""Correlation from which a block counts as the same content; re-encoded copies lie near 1, other content near 0."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`share` of the textured blocks whose content agrees, `textured` how many there are, and the change of tone.

    `brightness` and `contrast` are the known picture's mean (0 to 255) and spread taken from this one's (difference
    and ratio), `colour` the ratio of their colourfulness.
    """

    share: float
    textured: int
    brightness: float
    contrast: float
    colour: float


def agreement(this: Image.Image, known: Image.Image) -> Agreement:
    """Compare two RGB pictures that lie the same way up."""
    here, there = _blocks(this), _blocks(known)
    textured = np.maximum(here.std(axis=1), there.std(axis=1)) > FLAT
    correlation = _correlation(here[textured], there[textured])
    return Agreement(
        share=float((correlation > AGREEING).mean()) if textured.any() else 0.0,
        textured=int(textured.sum()),
        brightness=float(here.mean() - there.mean()),
        contrast=float((here.std() + 1) / (there.std() + 1)),
        colour=(_colourfulness(this) + 1) / (_colourfulness(known) + 1),
    )


def textured_blocks(image: Image.Image) -> int:
    """How many of a picture's blocks (of 100) show anything that could be compared."""
    return int((_blocks(image).std(axis=1) > FLAT).sum())


def _blocks(image: Image.Image) -> NDArray[np.float32]:
    grey = np.asarray(image.convert("L").resize((GRID, GRID), Image.Resampling.BOX), dtype=np.float32)
    count = GRID // BLOCK
    return grey.reshape(count, BLOCK, count, BLOCK).swapaxes(1, 2).reshape(count * count, BLOCK * BLOCK)


def _correlation(here: NDArray[np.float32], there: NDArray[np.float32]) -> NDArray[np.float32]:
    here = here - here.mean(axis=1, keepdims=True)
    there = there - there.mean(axis=1, keepdims=True)
    together: NDArray[np.float32] = (here * there).mean(axis=1) / (here.std(axis=1) * there.std(axis=1) + 1e-6)
    return together


def _colourfulness(image: Image.Image) -> float:
    """Mean distance of the colour channels from grey, 0 to 255."""
    small = np.asarray(image.resize((64, 64), Image.Resampling.BOX), dtype=np.float32)
    return float((small.max(axis=2) - small.min(axis=2)).mean())
