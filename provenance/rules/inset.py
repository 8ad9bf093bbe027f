"""What is innocent about a known photo that is only a part of the picture in question."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.model.case import KnownPhoto
from provenance.model.matching import Relation

_PART = "The known photo is only a part of this picture ({shares}), and the claim may speak of the rest."


def of_a_part(known: Iterable[KnownPhoto]) -> tuple[str, ...]:
    """The explanation that holds where every one of these photos stands within a screenshot or collage; else none."""
    photos = tuple(known)
    fills = [one.match.of_this for one in photos if Relation.INSET in one.match.relations]
    measured = [share for share in fills if share is not None]
    if not photos or len(measured) < len(photos):
        return ()
    return (_PART.format(shares=f"{max(measured) * 100:.0f} %"),)
