"""Where in a picture something lies, and how much of it, in the words of people. Boxes are left, top, right, bottom."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

Box = tuple[float, float, float, float]

_SIDES = ("left", "top", "right", "bottom")
_TRIMMED = 0.02  # a side counts as removed from 2 % on: alignment errs by less
_SPANS = 0.8  # what takes this share of a width or a height is neither on one side of it nor on the other


def share_words(share: float) -> str:
    """48 %; never 0 % for what is there, nor 100 % for what is not whole."""
    if 0 < share < 0.01:
        return "less than 1 %"
    return "over 99 %" if 0.99 < share < 1 else f"{share * 100:.0f} %"


def listed(words: Sequence[str]) -> str:
    """date, place and credit."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def sides_removed(shown: Box) -> tuple[str, ...]:
    """The sides of a picture that are missing, of which only the box `shown` (0 to 1) is left."""
    left, top, right, bottom = shown
    missing = (left, top, 1 - right, 1 - bottom)
    return tuple(side for side, share in zip(_SIDES, missing, strict=True) if share > _TRIMMED)


def box_around(corners: Iterable[Sequence[float]]) -> Box | None:
    """The box around points; None where one of them is nowhere."""
    across, down = zip(*corners, strict=True)
    if not all(map(math.isfinite, (*across, *down))):
        return None
    return min(across), min(down), max(across), max(down)


def place_words(box: Box, width: float, height: float) -> str:
    """Upper left, bottom, centre: where a box lies in a picture of that size; "" where the size is not known."""
    if width <= 0 or height <= 0 or not all(map(math.isfinite, box)):
        return ""
    across = _third(box[0] / width, box[2] / width, ("left", "", "right"))
    down = _third(box[1] / height, box[3] / height, ("upper", "", "lower"))
    if across and down:
        return f"{down} {across}"
    return across or {"upper": "top", "lower": "bottom"}.get(down, "") or _middle(box, width, height)


def _third(start: float, end: float, words: tuple[str, str, str]) -> str:
    start, end = max(start, 0.0), min(end, 1.0)
    middle = (start + end) / 2
    if end - start >= _SPANS or 1 / 3 <= middle <= 2 / 3:
        return words[1]
    return words[0] if middle < 1 / 3 else words[2]


def _middle(box: Box, width: float, height: float) -> str:
    return "nearly everywhere" if (box[2] - box[0]) * (box[3] - box[1]) >= _SPANS**2 * width * height else "centre"
