"""What the reader of captions asks a gazetteer. One that lies on disk is built by `store/gazetteer.py`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from provenance.model.places import Spot


class Gazetteer(Protocol):
    """Knows towns and regions by their names."""

    def find(self, names: Iterable[str]) -> Mapping[str, tuple[Spot, ...]]:
        """Every spot that may be called so, in any of its spellings, by the name as it was asked for.

        Those with most inhabitants come first; names that nobody knows are not answered.
        """

    def near(self, latitude: float, longitude: float, within: float) -> tuple[Spot, ...]:
        """The towns within so many kilometres of a position in decimal degrees, the nearest first."""
