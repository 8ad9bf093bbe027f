"""Which of several copies of one photo is the best.

A copy that only senders offered, or that was itself altered or written on, is the best where nothing else is held.
Then, of the copies with at least a quarter of the pixels of the most detailed one, those that show most of the scene;
of these the largest; of these a format that photos come in before one that they are converted to; then the least
compressed, by bytes per pixel; then the one whose file says most about itself; then the oldest.

Detail is counted on what the copy and the checked picture share, since a screenshot has pixels that are none of the
photo. A screenshot of the photo also seems to show more of the scene: what goes beyond the checked picture counts only
for files that carry metadata, as photos from cameras and agencies do.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.case import KnownPhoto
from provenance.model.matching import Relation
from provenance.report.altered import changed_itself

_FAIR = 0.25  # of the pixels of the most detailed copy: half its width and height
_WIDEST = 0.9  # of what the widest copy shows: what is kept is measured to within .05
_MOST_PIXELS = 0.97  # renditions that differ by a few cut lines are of one size
_DELIVERED = frozenset({"PNG", "WEBP", "GIF", "AVIF"})
"""Formats that photos are converted to for showing; no agency and no camera sends them."""


def ranked(copies: Sequence[KnownPhoto]) -> tuple[KnownPhoto, ...]:
    """The copies by rank: first the best, then the best of the others, and so on."""
    left = list(copies)
    made: list[KnownPhoto] = []
    while left:
        made.append(_best(left))
        left.remove(made[-1])
    return tuple(made)


def larger(width: int, height: int, copy: KnownPhoto) -> bool:
    """Whether a picture of this size, in pixels, has more of them than a copy and shows no less of the scene."""
    return _reach(copy) <= 1 / _WIDEST and width * height * _MOST_PIXELS > copy.width * copy.height


def _best(copies: list[KnownPhoto]) -> KnownPhoto:
    held = [known for known in copies if not known.only_offered] or copies
    held = [known for known in held if not _changed(known, held)] or held
    sharpest = max(_detail(known) for known in held)
    fair = [known for known in held if _detail(known) >= _FAIR * sharpest]
    widest = max(_extent(known) for known in fair)
    wide = [known for known in fair if _extent(known) >= _WIDEST * widest]
    most = max(_detail(known) * _extent(known) for known in wide)
    large = [known for known in wide if _detail(known) * _extent(known) >= _MOST_PIXELS * most]
    return min(large, key=_order)


def _changed(known: KnownPhoto, copies: list[KnownPhoto]) -> bool:
    return any(changed_itself(known, copies, relation) for relation in (Relation.ALTERED, Relation.OVERLAID))


def _order(known: KnownPhoto) -> tuple[bool, float, int, float, str]:
    weight = known.size / max(known.width * known.height, 1)
    return known.format in _DELIVERED, -weight, -known.facts, known.held_since.timestamp(), known.photo


def _detail(known: KnownPhoto) -> float:
    """Pixels of a copy for the area of this whole picture, where the two share it."""
    return known.width * known.height / _reach(known)


def _extent(known: KnownPhoto) -> float:
    """How much a copy shows, in areas of this picture."""
    reach = _reach(known)
    return reach if known.facts else min(reach, 1.0)


def _reach(known: KnownPhoto) -> float:
    kept, fills = known.match.kept, known.match.of_this
    return (1.0 if fills is None else fills) / max(1.0 if kept is None else kept, 0.001) or 0.001
