"""What every index of fingerprint codes promises, and the plain linear one that is the truth for all others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from provenance.model.matching import Near
from provenance.model.photo import PictureId


class Index(Protocol):
    """Codes of known pictures, searchable by Hamming distance. Codes are hexadecimal and equally long."""

    def add(self, picture: PictureId, code: str) -> None:
        """Remember a picture's code. Adding it again changes nothing; another code for the same picture replaces it."""

    def remove(self, picture: PictureId) -> None:
        """Forget a picture. Forgetting an unknown one changes nothing."""

    def near(self, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        """Every picture within so many bits of any of the codes, once, with its nearest code.

        Ordered by distance, then by the picture's id; of equally near codes the first counts.
        """


class LinearIndex:
    """The reference: compares every code with every query."""

    def __init__(self) -> None:
        self._codes: dict[PictureId, int] = {}

    def add(self, picture: PictureId, code: str) -> None:
        """See Index."""
        self._codes[picture] = int(code, 16)

    def remove(self, picture: PictureId) -> None:
        """See Index."""
        self._codes.pop(picture, None)

    def near(self, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        """See Index."""
        if not codes:
            return ()
        queries = [int(code, 16) for code in codes]
        found = [self._nearest(picture, known, queries) for picture, known in self._codes.items()]
        return tuple(
            sorted((one for one in found if one.distance <= within), key=lambda one: (one.distance, one.picture))
        )

    @staticmethod
    def _nearest(picture: PictureId, known: int, queries: Sequence[int]) -> Near:
        distances = [(known ^ query).bit_count() for query in queries]
        best = min(range(len(queries)), key=distances.__getitem__)
        return Near(picture, best, distances[best])
