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

_CLEARLY = 0.02  # what is kept is measured to within about this share
_WHOLE = 0.99  # a share from which a line round it would run along the picture's edges


@dataclass(frozen=True, slots=True)
class Area:
    """A changed area of the first picture: its number, its box, what kind of change it is, and the words for it."""

    number: int
    box: Box
    kind: ChangeKind
    words: str


def this_region(pair: Pair) -> Corners | None:
    """The part of the first picture that the second fills; None where it was not measured, or is all of it."""
    match, size = pair.match, pair.this.size
    if match is None or size is None or match.region is None:
        return None
    return _finite([(x / size[0], y / size[1]) for x, y in match.region])


def this_outline(pair: Pair) -> Corners | None:
    """The same to be drawn: None too where a line would run along the picture's edges and show nothing."""
    return None if pair.match is None or _is_whole(pair.match.of_this) else this_region(pair)


def known_outline(pair: Pair) -> Corners | None:
    """The part of the second picture that the first shows, to be drawn; None where it was not measured, or is all.

    What is measured there is the box around that part. Where the first picture is a turned crop, the part is smaller
    than its box: then it is the region, turned back and fitted into the box.
    """
    return None if pair.match is None else kept_outline(pair.match)


def kept_outline(match: Match) -> Corners | None:
    """The part of a known picture that is left of it, to be drawn over it; None where that is all, or not measured."""
    if match.shown is None or _is_whole(match.kept):
        return None
    turned = _turned_back(match)
    box_share = (match.shown[2] - match.shown[0]) * (match.shown[3] - match.shown[1])
    if turned is not None and match.kept and abs(_share(turned) - match.kept) + _CLEARLY < abs(box_share - match.kept):
        return _finite(turned)
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


def _turned_back(match: Match) -> Corners | None:
    """The region as it lies in the known picture, in shares of it: turned back, mirrored back, fitted into `shown`."""
    if match.region is None or match.shown is None:
        return None
    turn = math.radians(-(match.orientation.quarter_turns * 90 + (match.angle or 0.0)))
    side = -1 if match.orientation.mirrored else 1
    across = [side * (x * math.cos(turn) - y * math.sin(turn)) for x, y in match.region]
    down = [x * math.sin(turn) + y * math.cos(turn) for x, y in match.region]
    left, top, right, bottom = match.shown
    return tuple(zip(_fitted(across, left, right), _fitted(down, top, bottom), strict=True))


def _fitted(numbers: list[float], low: float, high: float) -> list[float]:
    span = max(numbers) - min(numbers) or 1.0
    return [low + (number - min(numbers)) / span * (high - low) for number in numbers]


def _share(corners: Corners) -> float:
    """The area within a closed line."""
    following = (*corners[1:], corners[0])
    doubled = sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in zip(corners, following, strict=True))
    return abs(doubled) / 2


def _is_whole(share: float | None) -> bool:
    return share is not None and share >= _WHOLE


def _is_finite(change: Change) -> bool:
    return all(map(math.isfinite, change.box))


def _finite(corners: Sequence[tuple[float, float]]) -> Corners | None:
    return tuple(corners) if all(math.isfinite(number) for corner in corners for number in corner) else None


def _corners(box: Box) -> Corners:
    left, top, right, bottom = box
    return (left, top), (right, top), (right, bottom), (left, bottom)
