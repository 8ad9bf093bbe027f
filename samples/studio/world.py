"""The world of one picture: its faces, their colours and what they are made of."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from studio.solids import Quads, split


class Surface(IntEnum):
    """What a face is made of, as light sees it."""

    MATTE = 0
    GLASS = 1
    GLOW = 2
    LEAF = 3
    GLOSS = 4
    WATER = 5


LONG = 15.0
"""Faces longer than this, in metres, are cut up, so that what stands before them is painted after them."""


class World:
    """A heap of faces. Colours are linear light from 0 to 1 (a GLOW may be brighter)."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self._quads: list[Quads] = []
        self._colours: list[NDArray[np.float64]] = []
        self._traits: list[NDArray[np.float64]] = []

    def add(
        self,
        quads: Quads,
        colour: object,
        surface: Surface = Surface.MATTE,
        *,
        rough: float = 0.18,
        vary: float = 0.0,
        layer: float = 1.0,
        nearer: float = 0.0,
    ) -> None:
        """Put faces into the world.

        `colour` is one (r, g, b) or one a face; `rough` is the strength of the surface's own texture, `vary` how much
        faces differ in brightness, and a lower `layer` is painted first, whatever its distance: the ground is 0. Faces
        are painted as if they were `nearer` by so many metres, as is due to what lies on other faces.
        """
        if layer >= 1 and np.ndim(colour) == 1 and np.abs(quads[:, 2] - quads[:, 0]).max() > LONG:
            quads = split(quads, LONG / 3)
        count = len(quads)
        shades = np.broadcast_to(np.asarray(colour, float), (count, 3))
        if vary:
            shades = shades * np.exp(self.rng.normal(0, vary, (count, 1)))
        self._quads.append(quads)
        self._colours.append(shades)
        self._traits.append(np.broadcast_to([float(surface), rough, layer, nearer], (count, 4)))

    @property
    def quads(self) -> Quads:
        """All faces: (faces, 4, 3)."""
        return np.concatenate(self._quads)

    @property
    def colours(self) -> NDArray[np.float32]:
        """The colour of each face: (faces, 3)."""
        return np.concatenate(self._colours).astype(np.float32)

    @property
    def traits(self) -> NDArray[np.float32]:
        """Surface, roughness, layer and nearness of each face: (faces, 4)."""
        return np.concatenate(self._traits).astype(np.float32)
