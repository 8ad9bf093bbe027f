"""A candidate and the two pictures to a match: is it the same photo, and how was one made from the other?

A global fingerprint proposes, the pixels decide. What this cannot see: two neighbouring frames of a still scene agree
block by block and are called the same photo; crops and pasted parts are not measured here.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.matching.agreement import Agreement, agreement
from provenance.matching.pixels import laid, to_image
from provenance.model.limits import MatchLimits
from provenance.model.matching import Candidate, Match, MatchVerdict, Orientation, Relation
from provenance.model.photo import PhotoId, PictureId, Pixels


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two pictures: who it is, its pixels upright and at most preview size, and its full size in pixels."""

    photo: PhotoId
    picture: PictureId
    pixels: Pixels
    width: int
    height: int


def relate(this: Side, known: Side, candidate: Candidate, limits: MatchLimits) -> Match:
    """Judge one candidate. `known.photo` is the photo whose bytes are compared for the relation "identical"."""
    if this.picture == known.picture:
        relation = Relation.IDENTICAL if this.photo == known.photo else Relation.SAME_PICTURE
        return _whole(known.picture, relation)
    measured = agreement(to_image(this.pixels), laid(to_image(known.pixels), candidate.orientation))
    same = measured.textured >= limits.textured_blocks and measured.share >= limits.agreeing_share
    return Match(
        picture=known.picture,
        verdict=MatchVerdict.SAME_PHOTO if same else MatchVerdict.CANNOT_TELL,
        relations=_relations(this, known, candidate.orientation, measured, limits),
        confidence=_confidence(measured, candidate, limits) if same else 0.5,
        step=candidate.step,
        distance=candidate.distance,
        orientation=candidate.orientation,
    )


def _whole(picture: PictureId, relation: Relation) -> Match:
    """Nothing was measured and nothing needs to be: the image data is the same to the last bit."""
    step = "bytes" if relation is Relation.IDENTICAL else "picture"
    verdict = MatchVerdict.SAME_PHOTO
    return Match(picture, verdict, (relation,), 1.0, step, distance=0, kept=1.0, of_this=1.0, altered=0.0)


def _confidence(measured: Agreement, candidate: Candidate, limits: MatchLimits) -> float:
    """From .9 at the edge of what is accepted to .99 for a picture that agrees everywhere at distance 0."""
    allowed = limits.phash_bits if candidate.step == "phash" else limits.pdq_bits
    nearness = 1 - (candidate.distance or 0) / (allowed + 1)
    return round(0.9 + 0.09 * min(measured.share, 0.5 + nearness / 2), 3)


def _relations(
    this: Side, known: Side, orientation: Orientation, measured: Agreement, limits: MatchLimits
) -> tuple[Relation, ...]:
    width, height = (known.width, known.height)
    if orientation.quarter_turns % 2:
        width, height = height, width
    across, down = this.width / width, this.height / height
    stretched = max(across / down, down / across) > 1 + limits.stretch
    found = {
        Relation.MIRRORED: orientation.mirrored,
        Relation.ROTATED: orientation.quarter_turns != 0,
        Relation.STRETCHED: stretched,
        Relation.RESIZED: abs(across - 1) > limits.resize or abs(down - 1) > limits.resize,
        Relation.RETONED: _retoned(measured, limits),
        Relation.RECOMPRESSED: True,
    }
    return tuple(relation for relation, holds in found.items() if holds)


def _retoned(measured: Agreement, limits: MatchLimits) -> bool:
    ratios = (measured.contrast, measured.colour)
    return abs(measured.brightness) > limits.tone_step or any(max(r, 1 / r) > limits.tone_ratio for r in ratios)
