"""Where things lie in two compared pictures, as shares of each picture's width and height from its upper left."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from provenance.model.matching import Change, ChangeKind, Match
from provenance.model.pair import Pair
from provenance.report.areas import Box
from provenance.report.making import changes_in_words

Corners = tuple[tuple[float, float], ...]

_WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Area:
    """A changed area of the first picture: its number, its box, what kind of change it is, and the words for it."""

    number: int
    box: Box
    kind: ChangeKind
    words: str


def this_outline(pair: Pair) -> Corners | None:
    """The part of the first picture that the second fills; None where it was not measured."""
    match, size = pair.match, pair.this.size
    if match is None or size is None:
        return None
    if match.region is None:
        return _corners(_WHOLE) if _is_whole(match.of_this) else None
    return _finite([(x / size[0], y / size[1]) for x, y in match.region])


def known_outline(pair: Pair) -> Corners | None:
    """The part of the second picture that the first shows; None where it was not measured."""
    match = pair.match
    if match is None:
        return None
    if match.shown is None:
        return _corners(_WHOLE) if _is_whole(match.kept) else None
    return _finite(_corners(match.shown))


def areas(pair: Pair) -> tuple[Area, ...]:
    """The changed areas, the largest first, numbered from 1."""
    match, size = pair.match, pair.this.size
    if match is None or size is None:
        return ()
    largest_first = sorted((change for change in match.changes if _is_finite(change)), key=lambda one: -one.share)
    return tuple(_area(number, change, match, size) for number, change in enumerate(largest_first, 1))


def _area(number: int, change: Change, match: Match, size: tuple[int, int]) -> Area:
    left, top, right, bottom = change.box
    box = (left / size[0], top / size[1], right / size[0], bottom / size[1])
    inside = tuple(min(max(edge, 0.0), 1.0) for edge in box)
    words = " ".join(changes_in_words(replace(match, changes=(change,)), size))
    return Area(number, (inside[0], inside[1], inside[2], inside[3]), change.kind, words)


def _is_whole(share: float | None) -> bool:
    return share is not None and share >= 1


def _is_finite(change: Change) -> bool:
    return all(map(math.isfinite, change.box))


def _finite(corners: Sequence[tuple[float, float]]) -> Corners | None:
    return tuple(corners) if all(math.isfinite(number) for corner in corners for number in corner) else None


def _corners(box: Box) -> Corners:
    left, top, right, bottom = box
    return (left, top), (right, top), (right, bottom), (left, bottom)
