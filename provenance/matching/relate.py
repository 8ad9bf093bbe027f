"""A candidate and the two pictures to a match: is it the same photo, and how was one made from the other?

1. the map that was proposed is mended where few points stand behind it     closer
2. it is refined until spots agree to fractions of a pixel                  flow
3. every spot says whether it shows the same                                evidence
4. the common part is measured, and what differs in it                      extent, changes
5. the verdict, and the words for how it was made                           judging, relations

A fingerprint or a few features propose; the pixels decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.model.limits import MatchLimits
from provenance.model.matching import Candidate, Match, MatchVerdict, Relation
from provenance.model.photo import PhotoId, PictureId, Pixels

if TYPE_CHECKING:
    from provenance.matching.keypoints import Keypoints
    from provenance.matching.laying import Grey


@dataclass(frozen=True)
class Side:
    """One of the two pictures: who it is, its pixels upright and at most preview size, and its full size in pixels."""

    photo: PhotoId
    picture: PictureId
    pixels: Pixels
    width: int
    height: int

    @cached_property
    def grey(self) -> Grey:
        """The picture in grey, as large as its pixels."""
        from provenance.matching.features import grey

        return grey(self.pixels, max(self.pixels.width, self.pixels.height))

    @cached_property
    def points(self) -> Keypoints:
        """Its features for a closer look."""
        from provenance.matching.closer import look

        return look(self.grey)

    @property
    def shape(self) -> tuple[int, int]:
        """Width and height of its pixels."""
        return (self.pixels.width, self.pixels.height)


def relate(this: Side, known: Side, candidate: Candidate, limits: MatchLimits) -> Match | None:
    """Judge one candidate; None where nothing speaks for it.

    `known.photo` is the photo whose bytes are compared for the relation "identical".
    """
    if this.picture == known.picture:
        return _whole(this, known.picture, Relation.IDENTICAL if this.photo == known.photo else Relation.SAME_PICTURE)
    from provenance.matching.measuring import measured

    return measured(this, known, candidate, limits)


def _whole(this: Side, picture: PictureId, relation: Relation) -> Match:
    """Nothing was measured and nothing needs to be: the image data is the same to the last bit."""
    return Match(
        picture=picture,
        verdict=MatchVerdict.SAME_PHOTO,
        relations=(relation,),
        confidence=1.0,
        step="bytes" if relation is Relation.IDENTICAL else "picture",
        distance=0,
        kept=1.0,
        of_this=1.0,
        region=((0, 0), (this.width, 0), (this.width, this.height), (0, this.height)),
        altered=0.0,
        overlaid=0.0,
        shown=(0.0, 0.0, 1.0, 1.0),
        angle=0.0,
    )
