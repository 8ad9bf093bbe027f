"""Outlines to be drawn over a preview: where a known photo lies, what was changed, what was cut away."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from provenance.model.case import Case, KnownPhoto
from provenance.model.matching import ChangeKind, Match
from provenance.report.areas import Box, sides_removed
from provenance.report.compare_places import kept_outline
from provenance.report.copies import parts

_WHOLE = 0.97  # the outline of what fills this much of a picture runs along its edge and shows nothing
_LABEL = 14  # a label is this part of the picture's shorter edge high


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed line: its corners as SVG writes them, what it goes round (known, content, overlaid), and a label."""

    points: str
    kind: str
    label: str = ""
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Outlines in a picture of this size in pixels. `letters` is the height of a label."""

    width: int
    height: int
    outlines: tuple[Outline, ...]

    @property
    def letters(self) -> float:
        """The height of a label, in pixels."""
        return round(min(self.width, self.height) / _LABEL, 1)

    @property
    def kinds(self) -> frozenset[str]:
        """What is outlined."""
        return frozenset(outline.kind for outline in self.outlines)


def of_this(case: Case, shown: KnownPhoto | None) -> Drawing | None:
    """The drawing over the checked picture; None where there is nothing to outline.

    Each different known photo is outlined once, numbered where there are several, with the changes against it: against
    the one that is `shown` beside the picture where it is one of its copies.
    """
    found = parts(case)
    outlines: list[Outline] = []
    for number, part in enumerate(found, 1):
        known = shown if shown in part.copies and shown is not None else part.best
        outlines += _of_match(known.match, str(number) if len(found) > 1 else "")
    return _drawing(case.width, case.height, outlines)


def of_known(known: KnownPhoto) -> Drawing | None:
    """The drawing over the known photo: what the checked picture still shows of it."""
    shown = known.match.shown
    if not known.same_photo or shown is None or not sides_removed(shown):
        return None
    left, top, right, bottom = shown
    across, down = known.width, known.height
    kept = _outline(_corners((left * across, top * down, right * across, bottom * down)), "known")
    return _drawing(across, down, kept)


def of_copy(match: Match, width: int, height: int) -> Drawing | None:
    """The drawing over a picture of this size in pixels: where the known one lies in it, and what was changed."""
    return _drawing(width, height, _of_match(match, ""))


def of_kept(matches: Sequence[tuple[str, Match]], width: int, height: int) -> Drawing | None:
    """The drawing over a known picture: the parts of it that others show, each with its label."""
    outlines: list[Outline] = []
    for label, match in matches:
        corners = kept_outline(match)
        if corners is not None:
            outlines += _outline([(x * width, y * height) for x, y in corners], "known", label)
    return _drawing(width, height, outlines)


def _drawing(width: int, height: int, outlines: Iterable[Outline]) -> Drawing | None:
    drawn = tuple(outlines)
    return Drawing(width, height, drawn) if drawn and width > 0 and height > 0 else None


def _of_match(match: Match, label: str) -> Iterator[Outline]:
    if match.region and (label or (match.of_this or 0.0) < _WHOLE):
        yield from _outline(match.region, "known", label)
    for change in match.changes:
        yield from _outline(_corners(change.box), "content" if change.kind is ChangeKind.CONTENT else "overlaid")


def _outline(corners: Sequence[tuple[float, float]], kind: str, label: str = "") -> Iterator[Outline]:
    if not all(math.isfinite(number) for corner in corners for number in corner):
        return
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    yield Outline(points, kind, label, max(min(x for x, _y in corners), 0), max(min(y for _x, y in corners), 0))


def _corners(box: Box) -> tuple[tuple[float, float], ...]:
    left, top, right, bottom = box
    return (left, top), (right, top), (right, bottom), (left, bottom)
