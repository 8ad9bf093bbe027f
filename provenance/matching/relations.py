"""The words for how a picture was made from a known one, from what was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from provenance.matching.evidence import TEXTURED, correlated
from provenance.matching.flow import grid
from provenance.matching.laying import at_middle, orientation_of
from provenance.matching.tone import retoned
from provenance.model.matching import Relation

if TYPE_CHECKING:
    from provenance.matching.laying import Map
    from provenance.matching.measuring import Measured
    from provenance.matching.relate import Side
    from provenance.model.limits import MatchLimits

PLAIN = 0.1
"""Share of the spots around the known picture that may show anything for its surroundings to be a plain border."""


def relations(this: Side, known: Side, found: Measured, limits: MatchLimits) -> tuple[Relation, ...]:
    """All that apply, in the order in which people name them."""
    matrix = found.pair.map()
    orientation, angle = orientation_of(matrix)
    whole = found.extent.kept > limits.whole and found.extent.of_this > limits.whole
    around = found.extent.of_this < limits.whole and found.extent.inset
    plain = around and _plain_around(found)
    holds = {
        Relation.MIRRORED: orientation.mirrored,
        Relation.ROTATED: orientation.quarter_turns != 0 or abs(angle) > limits.turn,
        Relation.CROPPED: found.extent.kept < limits.whole,
        Relation.INSET: around and not plain,
        Relation.BORDERED: plain,
        Relation.STRETCHED: _stretch(matrix) > 1 + limits.stretch * (1 if whole else 2),
        Relation.OVERLAID: any(area.graphic for area in found.areas),
        Relation.ALTERED: any(not area.graphic for area in found.areas),
        Relation.RESIZED: abs(_enlargement(matrix, this, known) - 1) > limits.resize * (1 if whole else 4),
        Relation.RETONED: retoned(this.pixels, known.pixels, matrix, found.extent.region, limits),
        Relation.RECOMPRESSED: True,
    }
    return tuple(relation for relation, applies in holds.items() if applies)


def _stretch(matrix: Map) -> float:
    large, small = np.linalg.svd(at_middle(matrix), compute_uv=False)
    return float(large / small)


def _enlargement(matrix: Map, this: Side, known: Side) -> float:
    """How many pixels of this file one pixel of the known file became, in length."""
    scale = np.sqrt(abs(np.linalg.det(at_middle(matrix))))
    return float(scale * max(this.width, this.height) / max(known.width, known.height))


def _plain_around(found: Measured) -> bool:
    at = grid(found.pair.this.shape)
    values = found.pair.this.astype(np.float32)
    texture = correlated(values, values, 9)[1][at]
    inside = found.extent.holds(*at) & found.evidence.covered
    margin = found.evidence.covered & ~found.evidence.inside  # windows that hang over the edge of the known picture
    around = ~inside & ~margin
    return bool(around.sum() < 10 or (texture[around] > TEXTURED).mean() < PLAIN)
