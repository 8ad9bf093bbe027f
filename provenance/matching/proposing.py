"""Known pictures proposed by their local features: shared visual words, votes, and one change of shape.

Features that agree with many known pictures at once (the frame of an app, a channel's logo, a meme's border) tell
nothing: each counts by one part in as many pictures as it agrees with, and pictures are looked at in that order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from provenance.matching.closer import unmirrored
from provenance.matching.features import signed
from provenance.matching.geometry import fit
from provenance.matching.laying import orientation_of
from provenance.matching.packing import unpack
from provenance.matching.voting import vote
from provenance.model.matching import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from provenance.matching.keypoints import Keypoints
    from provenance.matching.laying import Map
    from provenance.matching.voting import Vote
    from provenance.matching.words import Words
    from provenance.model.limits import MatchLimits
    from provenance.model.matching import Features
    from provenance.model.photo import PictureId


class FeatureLookup(Protocol):
    """What is asked of the archive here."""

    def alike(self, version: str, words: Sequence[int], most: int) -> tuple[tuple[PictureId, Features], ...]:
        """The pictures that share most visual words with those asked for, best first."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A known picture, the map to this one, and the features of this one that agree with it."""

    picture: PictureId
    matrix: Map
    agreeing: NDArray[np.intp]


def propose(points: Keypoints, words: Words, archive: FeatureLookup, limits: MatchLimits) -> tuple[Candidate, ...]:
    """The known pictures whose features agree with these of another, most first; mirrored ones too."""
    if len(points) < limits.vote_points:
        return ()
    best: dict[PictureId, Proposal] = {}
    for mirrored in (False, True):
        for one in _proposals(points, mirrored, words, archive, limits):
            known = best.get(one.picture)
            if known is None or len(one.agreeing) > len(known.agreeing):
                best[one.picture] = one
    ranked = _ranked(list(best.values()), len(points))
    strong = [one for one in ranked if len(one.agreeing) >= limits.sure_points][: limits.checked]
    weak = [one for one in ranked if len(one.agreeing) < limits.sure_points][: limits.checked_weak]
    return tuple(_candidate(one) for one in (*strong, *weak))


def _proposals(
    points: Keypoints, mirrored: bool, words: Words, archive: FeatureLookup, limits: MatchLimits
) -> Iterator[Proposal]:
    points = points.mirrored() if mirrored else points
    looked_up = np.unique(words.probes(points.descriptors, limits.probes)).tolist()
    known = archive.alike(words.version, looked_up, limits.shortlist)
    if not known:
        return
    here, there = signed(points, words), unpack([features for _picture, features in known])
    owners = np.repeat(np.arange(len(known)), [len(features) for _picture, features in known])
    votes = vote(here, there, owners, limits.signature_bits, limits.voted)
    for one in _spread(votes, len(points), limits)[: limits.checked * 2]:
        found = fit(there.places[one.there], here.places[one.here])
        if found is not None and found.count >= limits.vote_points:
            matrix = unmirrored(found.matrix, points.shape[0]) if mirrored else found.matrix
            yield Proposal(known[one.owner][0], matrix, one.here[found.agreeing])


def _spread(votes: Sequence[Vote], features: int, limits: MatchLimits) -> list[Vote]:
    """The votes without the crowd: where a few pictures share the same features, further ones of them are left out."""
    taken = np.zeros(features, np.intp)
    kept = []
    for one in votes:
        own = np.unique(one.here)
        fresh = (taken[own] < limits.crowd).sum()
        if fresh >= max(limits.vote_points, limits.fresh * len(own)):
            kept.append(one)
            taken[own] += 1
    return kept


def _ranked(proposals: list[Proposal], features: int) -> list[Proposal]:
    """By how many features agree, each by its part."""
    claims = np.zeros(features, np.intp)
    for one in proposals:
        claims[np.unique(one.agreeing)] += 1
    parts = 1 / np.maximum(claims, 1)
    return sorted(proposals, key=lambda one: (-parts[one.agreeing].sum(), one.picture))


def _candidate(one: Proposal) -> Candidate:
    orientation, _angle = orientation_of(one.matrix)
    transform = tuple(float(value) for value in one.matrix.ravel())
    return Candidate(one.picture, "features", orientation, transform=transform, points=len(one.agreeing))
