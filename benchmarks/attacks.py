"""What happens to photos on their way, loaded from the shared file, with a record of the steps that were taken."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.data import ATTACKS

Picture = NDArray[np.uint8]
Attack = Callable[[Picture, np.random.Generator, Sequence[Picture]], Picture]

PLAIN = "plain"
"""The picture as it is."""


class Recorded(dict[str, Attack]):
    """The attacks by name, noting which of them were asked for: some are made of several."""

    def __init__(self, attacks: dict[str, Attack]) -> None:
        super().__init__(attacks)
        self.taken: list[str] = []

    def __getitem__(self, name: str) -> Attack:
        self.taken.append(name)
        return super().__getitem__(name)


@cache
def _loaded() -> Any:
    spec = importlib.util.spec_from_file_location("shared_attacks", ATTACKS)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(ATTACKS)
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.A = Recorded(module.A)
    return module


def names() -> tuple[str, ...]:
    """All attacks, in their order."""
    return tuple(_loaded().NAMES)


def apply(name: str, picture: Picture, seed: int, others: Sequence[Picture]) -> tuple[Picture, tuple[str, ...]]:
    """The picture (BGR) after an attack, and the steps it was made of."""
    if name == PLAIN:
        return picture, ()
    module = _loaded()
    module.A.taken.clear()
    made = np.ascontiguousarray(module.attack(name, picture, seed, list(others)))
    return made, tuple(module.A.taken)


def mirrors(steps: Sequence[str]) -> bool:
    """Whether left and right are exchanged after these steps."""
    return sum(step.startswith("mirror") for step in steps) % 2 == 1


def shown_by_crop(name: str, width: int, height: int, seed: int) -> tuple[float, float, float, float]:
    """The box (left, top, right, bottom; shares) that a cropping attack keeps of the upright original.

    The same seeded attack is run on a picture whose pixels are their own coordinates.
    """
    across, down = np.meshgrid(np.arange(width, dtype=np.int32), np.arange(height, dtype=np.int32))
    kept, _steps = apply(name, np.stack([across, down], axis=2), seed, ())
    x, y = kept[..., 0], kept[..., 1]
    return int(x.min()) / width, int(y.min()) / height, (int(x.max()) + 1) / width, (int(y.max()) + 1) / height


CROPS = ("crop80", "crop50", "crop30", "crop15", "mirror+crop50")
"""Attacks that keep a box of the picture and change nothing else."""
PASTED = ("paste5", "paste15", "inpaint15")
"""Attacks that change a part of the picture by 5 % and more."""
PLAIN_COPIES = ("jpeg60", "jpeg30", "webp40", "resize1/2", "resize320")
"""Attacks that only encode the picture again."""
FRAMES = ("screenshot", "screenshot_dark", "meme", "logo", "lowerthird", "letterbox")
"""Attacks that lay the same frame around any picture."""
