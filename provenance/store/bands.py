"""Codes searchable by Hamming distance in a plain table, exactly.

A code is cut into bands of 16 bits. Two codes that differ in fewer than twice as many bits as there are bands agree in
some band up to one bit (pigeonhole), so looking up every band of the query and its 16 neighbours finds them all; the
whole codes are then compared. That holds to 31 bits for PDQ's 16 bands and to 7 bits for pHash's four.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, LargeBinary, bindparam, delete, insert, select, type_coerce

from provenance.model.checks import hex_id
from provenance.model.limits import LIMITS
from provenance.model.matching import Fingerprint, Near
from provenance.model.photo import PictureId
from provenance.store.batches import batches
from provenance.store.rows import BAND, FINGERPRINT, PICTURE

BAND_BITS = 16
BANDS = {"pdq": range(16), "phash": range(16, 20)}
"""The numbers of the bands of each kind of fingerprint. They stand in the table: only ever add."""

_NEIGHBOURS = (0, *(1 << bit for bit in range(BAND_BITS)))
_ROWS_AT_ONCE = 2000

_CODES = select(FINGERPRINT.c.picture_id, type_coerce(FINGERPRINT.c.code, LargeBinary)).where(
    FINGERPRINT.c.kind == bindparam("kind"),
    FINGERPRINT.c.picture_id.in_(select(BAND.c.picture_id).where(BAND.c.key.in_(bindparam("keys", expanding=True)))),
)


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
    """The Index of matching, in the archive, for codes of one kind.

    What is added must be a picture that the archive holds; codes that come without saying who made them are kept as
    made by `library` and `version`. Nothing is committed here.
    """

    def __init__(self, connection: Connection, kind: str, library: str = "unknown", version: str = "unknown") -> None:
        self._connection = connection
        self._kind = kind
        self._reach = reach(kind)
        self._made = (library, version)

    def add(self, picture: PictureId, code: str) -> None:
        """Remember a picture's code. Adding it again changes nothing; another code for the same picture replaces it.

        LookupError where the archive does not hold the picture.
        """
        known = self._id(picture)
        if known is None:
            raise LookupError(f"the archive holds no picture {picture}")
        self.remove(picture)
        self._connection.execute(delete(FINGERPRINT).where(*self._of(known)))
        one = Fingerprint(self._kind, code, *self._made)
        row = {"picture_id": known, "kind": one.kind, "code": one.code, "library": one.library, "version": one.version}
        self._connection.execute(insert(FINGERPRINT).values(row))
        enter(self._connection, known, [one])

    def remove(self, picture: PictureId) -> None:
        """Make a picture unfindable; its fingerprint stays. Removing an unknown one changes nothing."""
        known = self._id(picture)
        code = known and self._connection.execute(select(FINGERPRINT.c.code).where(*self._of(known))).scalar()
        if code:
            bands = BAND.c.key.in_(keys(self._kind, code))
            self._connection.execute(delete(BAND).where(BAND.c.picture_id == known, bands))

    def near(self, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        """Every picture within so many bits of any of the codes, once, with its nearest code.

        Ordered by distance, then by the picture's id; of equally near codes the first counts. ValueError where
        `within` is more than the bands guarantee.
        """
        if within > self._reach:
            raise ValueError(f"{self._kind} is searched within {self._reach} bits at most, not {within}")
        queries = [int(code, 16) for code in codes]
        found: dict[int, tuple[int, int]] = {}
        for picture, code in self._candidates(codes):
            distance, query = _nearest(code, queries)
            if distance <= within:
                found[picture] = (distance, query)
        names = self._names(list(found))
        hits = [Near(names[picture], query, distance) for picture, (distance, query) in found.items()]
        return tuple(sorted(hits, key=lambda one: (one.distance, one.picture)))

    def _candidates(self, codes: Sequence[str]) -> Iterator[tuple[int, int]]:
        probes = sorted({key ^ bit for code in codes for key in keys(self._kind, code) for bit in _NEIGHBOURS})
        for batch in batches(probes):
            rows = self._connection.execute(_CODES, {"kind": self._kind, "keys": batch}).yield_per(_ROWS_AT_ONCE)
            yield from ((row[0], int.from_bytes(row[1], "big")) for row in rows)

    def _names(self, pictures: Sequence[int]) -> dict[int, PictureId]:
        names: dict[int, PictureId] = {}
        for batch in batches(pictures):
            rows = self._connection.execute(select(PICTURE.c.id, PICTURE.c.digest).where(PICTURE.c.id.in_(batch)))
            names.update((row.id, PictureId(row.digest)) for row in rows)
        return names

    def _id(self, picture: PictureId) -> int | None:
        return self._connection.execute(select(PICTURE.c.id).where(PICTURE.c.digest == picture)).scalar()

    def _of(self, picture: int) -> tuple[ColumnElement[bool], ...]:
        return (FINGERPRINT.c.picture_id == picture, FINGERPRINT.c.kind == self._kind)


def enter(connection: Connection, picture: int, fingerprints: Iterable[Fingerprint]) -> None:
    """Make a picture's codes findable, those that are worth it."""
    rows = [
        {"key": key, "picture_id": picture}
        for one in fingerprints
        if searchable(one)
        for key in keys(one.kind, one.code)
    ]
    if rows:
        connection.execute(insert(BAND), rows)


def _nearest(code: int, queries: Sequence[int]) -> tuple[int, int]:
    return min(((code ^ query).bit_count(), position) for position, query in enumerate(queries))
