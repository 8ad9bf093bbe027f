"""The ladder: from the cheapest way to recognise a picture to the dearest, each step a small function.

A step answers with candidates, and candidates may carry geometry. The cheap steps all run: the same picture may be held
several times, under different captions, and every copy is wanted. The dear one, local features, is left out only where
the answer cannot be improved: the very picture is held, whole, and somebody vouched for it (`Lookup.settled`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from provenance.matching.detail import textured_blocks
from provenance.matching.fingerprints import PdqCodes, pdq, phash_all
from provenance.matching.pixels import to_image
from provenance.model.limits import MatchLimits
from provenance.model.matching import Candidate, Features, Near, Orientation
from provenance.model.photo import PhotoId, PictureId, Pixels

if TYPE_CHECKING:
    from provenance.matching.words import Words


class Lookup(Protocol):
    """What the ladder asks the archive."""

    def picture_of(self, photo: PhotoId) -> PictureId | None:
        """The picture of a photo that is held."""

    def has_picture(self, picture: PictureId) -> bool:
        """Whether a picture is held."""

    def near(self, kind: str, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        """See Index.near, for one kind of fingerprint."""

    def alike(self, version: str, words: Sequence[int], most: int) -> tuple[tuple[PictureId, Features], ...]:
        """The pictures that share most visual words with those asked for, with their features, best first."""

    def settled(self, picture: PictureId) -> bool:
        """Whether somebody whose word counts said what this picture shows."""


@dataclass(frozen=True)
class Query:
    """The picture that is looked for. Fingerprints are computed when a step first asks for them.

    `words` brings the vocabulary of visual words when it is needed; without it features are not looked for. A
    `thorough` search leaves nothing out.
    """

    photo: PhotoId
    picture: PictureId
    pixels: Pixels
    words: Callable[[], Words] | None = None
    thorough: bool = False

    @cached_property
    def pdq(self) -> PdqCodes:
        """PDQ in all eight orientations."""
        return pdq(self.pixels)

    @cached_property
    def phash(self) -> Mapping[Orientation, str]:
        """pHash in all eight orientations."""
        return phash_all(self.pixels)

    @cached_property
    def textured(self) -> int:
        """How many blocks of 100 show anything that could be compared."""
        return textured_blocks(to_image(self.pixels))


Step = Callable[[Query, Lookup, MatchLimits], tuple[Candidate, ...]]


def by_bytes(query: Query, archive: Lookup, limits: MatchLimits) -> tuple[Candidate, ...]:
    """The very same file."""
    picture = archive.picture_of(query.photo)
    return (Candidate(picture, "bytes", distance=0),) if picture else ()


def by_picture(query: Query, archive: Lookup, limits: MatchLimits) -> tuple[Candidate, ...]:
    """The same image data under other metadata."""
    return (Candidate(query.picture, "picture", distance=0),) if archive.has_picture(query.picture) else ()


def by_pdq(query: Query, archive: Lookup, limits: MatchLimits) -> tuple[Candidate, ...]:
    """The whole frame, re-encoded, resized, re-toned, mirrored or turned."""
    if not _detailed(query, limits):
        return ()
    within = limits.pdq_bits if query.words is None or query.thorough else limits.pdq_near
    return _near("pdq", query.pdq.codes, archive, within, limits.copies)


def by_phash(query: Query, archive: Lookup, limits: MatchLimits) -> tuple[Candidate, ...]:
    """The whole frame again, for pictures with too little detail for PDQ but enough to be compared."""
    if _detailed(query, limits) or too_little_detail(query, limits):
        return ()
    return _near("phash", query.phash, archive, limits.phash_bits, limits.copies)


def by_features(query: Query, archive: Lookup, limits: MatchLimits) -> tuple[Candidate, ...]:
    """A part of the frame, or the frame within another: crops, borders, screenshots, collages, photos of a screen.

    A picture with few features, or none that agree with a known one, is looked for as a whole again, by all that PDQ
    reaches.
    """
    if query.words is None or too_little_detail(query, limits):
        return ()
    from provenance.matching.features import wanted  # OpenCV, a tenth of a second
    from provenance.matching.proposing import propose

    points = wanted(query.pixels, limits)
    found = propose(points, query.words(), archive, limits)
    if (found and len(points) >= limits.few_points) or query.thorough or not _detailed(query, limits):
        return found
    known = {one.picture for one in found}
    far = _near("pdq", query.pdq.codes, archive, limits.pdq_bits, limits.copies)
    return (*found, *(one for one in far if one.picture not in known))


CHEAP: tuple[Step, ...] = (by_bytes, by_picture, by_pdq, by_phash)
DEAR: tuple[Step, ...] = (by_features,)


def search(query: Query, archive: Lookup, limits: MatchLimits) -> tuple[Candidate, ...]:
    """Every candidate once, as the first step that knew it proposed it; cheapest step first, then nearest first."""
    found = _climb(CHEAP, {}, query, archive, limits)
    if query.thorough or not _settled(found.values(), archive):
        found = _climb(DEAR, found, query, archive, limits)
    return tuple(found.values())


def _climb(
    steps: Sequence[Step],
    found: dict[PictureId, Candidate],
    query: Query,
    archive: Lookup,
    limits: MatchLimits,
) -> dict[PictureId, Candidate]:
    for step in steps:
        for candidate in step(query, archive, limits):
            found.setdefault(candidate.picture, candidate)
    return found


def _settled(found: Iterable[Candidate], archive: Lookup) -> bool:
    return any(one.step in ("bytes", "picture") and archive.settled(one.picture) for one in found)


def too_little_detail(query: Query, limits: MatchLimits) -> bool:
    """Whether a picture shows so little (a black frame, a blank page) that likeness to another means nothing."""
    return query.textured < limits.textured_blocks


def _detailed(query: Query, limits: MatchLimits) -> bool:
    """Whether the picture has enough detail for PDQ to be trusted."""
    return query.pdq.quality >= limits.pdq_quality


def _near(
    kind: str, codes: Mapping[Orientation, str], archive: Lookup, within: int, most: int
) -> tuple[Candidate, ...]:
    """Ask with all eight codes. A code of this picture laid in some way fits a known one that is laid back by it."""
    laid = list(codes)
    near = archive.near(kind, [codes[one] for one in laid], within)[:most]
    return tuple(Candidate(one.picture, kind, laid[one.query].inverse, one.distance) for one in near)
