"""A query to the bytes that are asked about, with what would be right about them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.attacks import CROPS, PASTED, Picture, apply, mirrors, shown_by_crop
from benchmarks.recall_queries import Query

QUALITY = 90
_VISIBLE = 8.0
"""Difference of a colour value (of 255), smoothed, from which an area counts as changed."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Rendered:
    """What is asked. `mirrored` says whether left and right are exchanged, `shown` which box of the original is left
    (None where the attack is no crop), `changed` where a part was replaced (None where none was), as a mask (h, w).
    """

    data: bytes
    size: tuple[int, int]
    mirrored: bool
    shown: Box | None
    changed: NDArray[np.bool_] | None


def render(query: Query) -> Rendered:
    """Attack the query's picture and write it as a JPEG."""
    picture = load(str(query.picture.path))
    others = [load(str(other.path)) for other in query.others]
    made, steps = apply(query.attack, picture, query.seed, others)
    height, width = picture.shape[:2]
    return Rendered(
        data=jpeg(made),
        size=(made.shape[1], made.shape[0]),
        mirrored=mirrors(steps),
        shown=shown_by_crop(query.attack, width, height, query.seed) if query.attack in CROPS else None,
        changed=_changed(picture, made) if query.attack in PASTED else None,
    )


def jpeg(picture: Picture) -> bytes:
    """The bytes of a JPEG file."""
    return bytes(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1])


@lru_cache(64)
def load(path: str) -> Picture:
    """A picture as blue, green, red (h, w, 3)."""
    return np.asarray(cv2.imread(path, cv2.IMREAD_COLOR), dtype=np.uint8)


def _changed(before: Picture, after: Picture) -> NDArray[np.bool_]:
    difference = cv2.absdiff(before, after).max(axis=2).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(difference, (0, 0), 3) > _VISIBLE)


def covered(boxes: list[Box], mask: NDArray[np.bool_]) -> tuple[float, float]:
    """How much of a mask lies in any of the boxes, and how much of the boxes lies in the mask."""
    inside = np.zeros_like(mask)
    for left, top, right, bottom in boxes:
        inside[max(0, int(top)) : max(0, int(np.ceil(bottom))), max(0, int(left)) : max(0, int(np.ceil(right)))] = True
    both = float((inside & mask).sum())
    return both / max(1.0, float(mask.sum())), both / max(1.0, float(inside.sum()))
