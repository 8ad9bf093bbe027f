"""Codes searchable by Hamming distance in a plain table, exactly.

A code is cut into bands of 16 bits. Two codes that differ in fewer than twice as many bits as there are bands agree in
some band up to one bit (pigeonhole), so looking up every band of the query and its 16 neighbours finds them all; the
whole codes are then compared. That holds to 31 bits for PDQ's 16 bands and to 7 bits for pHash's four. Codes that
differ in fewer bits than there are bands agree wholly in one, so for these the neighbours are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.model.checks import hex_id
from provenance.model.limits import LIMITS
from provenance.model.matching import Fingerprint, Near
from provenance.model.photo import PictureId
from provenance.store.codecs import HEX, WORDS
from provenance.store.query import Query
from provenance.store.sqlite import Source

BAND_BITS = 16
BANDS = {"pdq": range(16), "phash": range(16, 20)}
"""The numbers of the bands of each kind of fingerprint. They stand in the table: only ever add."""

_NEIGHBOURS = (0, *(1 << bit for bit in range(BAND_BITS)))

_CODES = Query(
    "SELECT picture_id, code AS bits FROM fingerprint WHERE kind = :kind"
    " AND picture_id IN (SELECT band.picture_id FROM band WHERE band.key IN :key)",
    {"kind": WORDS},
)
_NAMES = Query("SELECT id, digest FROM picture WHERE id IN :id", {"digest": HEX})


def reach(kind: str) -> int:
    """Up to how many differing bits the search is exact. ValueError for an unknown kind."""
    if kind not in BANDS:
        raise ValueError(f"there is no fingerprint called {kind!r}")
    return 2 * len(BANDS[kind]) - 1


def searchable(fingerprint: Fingerprint) -> bool:
    """Whether a code is worth finding: PDQ's of pictures without detail resemble each other."""
    quality = fingerprint.quality
    return fingerprint.kind != "pdq" or quality is None or quality >= LIMITS.match.pdq_quality


def keys(kind: str, code: str) -> list[int]:
    """The bands of a code, as they stand in the table: the number of the band, then its bits."""
    hex_id(code, f"a {kind} code", 4 * len(BANDS[kind]))
    return [band << BAND_BITS | int(code[4 * at : 4 * at + 4], 16) for at, band in enumerate(BANDS[kind])]


class BandIndex:
    """The Index of matching, in the archive, for codes of one kind; to be searched."""

    def __init__(self, source: Source, kind: str) -> None:
        self._source = source
        self._kind = kind
        self._reach = reach(kind)

    def near(self, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        """Every picture within so many bits of any of the codes, once, with its nearest code.

        Ordered by distance, then by the picture's id; of equally near codes the first counts. ValueError where
        `within` is more than the bands guarantee.
        """
        if within > self._reach:
            raise ValueError(f"{self._kind} is searched within {self._reach} bits at most, not {within}")
        queries = [int(code, 16) for code in codes]
        found: dict[int, tuple[int, int]] = {}
        for picture, code in self._candidates(codes, within):
            distance, query = _nearest(code, queries)
            if distance <= within:
                found[picture] = (distance, query)
        names = self._names(list(found))
        hits = [Near(names[picture], query, distance) for picture, (distance, query) in found.items()]
        return tuple(sorted(hits, key=lambda one: (one.distance, one.picture)))

    def _candidates(self, codes: Sequence[str], within: int) -> Iterator[tuple[int, int]]:
        beside = _NEIGHBOURS if within >= len(BANDS[self._kind]) else (0,)
        probes = sorted({key ^ bit for code in codes for key in keys(self._kind, code) for bit in beside})
        rows = _CODES.tuples(self._source, kind=self._kind, key=probes)
        return ((picture, int.from_bytes(bits, "big")) for picture, bits in rows)

    def _names(self, pictures: Sequence[int]) -> dict[int, PictureId]:
        return {row.id: PictureId(row.digest) for row in _NAMES.rows(self._source, id=pictures)}


def _nearest(code: int, queries: Sequence[int]) -> tuple[int, int]:
    distances = [(code ^ query).bit_count() for query in queries]
    nearest = min(distances)
    return nearest, distances.index(nearest)
