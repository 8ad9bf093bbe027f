"""How much a picture shows: whether likeness to another one would mean anything."""

from __future__ import annotations

import numpy as np
from PIL import Image

GRID = 160
"""The picture is brought to this many pixels in each direction, whatever its shape."""
BLOCK = 16
"""Edge of one block, in those pixels."""
FLAT = 4.0
"""Standard deviation of grey values below which a block shows nothing that could agree."""


def textured_blocks(image: Image.Image) -> int:
    """How many of a picture's blocks (of 100) show anything that could be compared."""
    grey = np.asarray(image.convert("L").resize((GRID, GRID), Image.Resampling.BOX), dtype=np.float32)
    count = GRID // BLOCK
    blocks = grey.reshape(count, BLOCK, count, BLOCK).swapaxes(1, 2).reshape(count * count, BLOCK * BLOCK)
    return int((blocks.std(axis=1) > FLAT).sum())
