"""Fingerprints becoming findable in the table of bands, and no longer so."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, delete, insert

from provenance.model.matching import Fingerprint
from provenance.model.photo import PictureId
from provenance.store import convert
from provenance.store.bands import BandIndex, keys, searchable
from provenance.store.codecs import HEX, WORDS
from provenance.store.query import Query
from provenance.store.rows import BAND, FINGERPRINT

_KNOWN = Query(
    "SELECT picture.id, fingerprint.code FROM picture LEFT JOIN fingerprint"
    " ON fingerprint.picture_id = picture.id AND fingerprint.kind = :kind WHERE picture.digest = :digest",
    {"digest": HEX, "kind": WORDS, "code": HEX},
)


class WritableBandIndex(BandIndex):
    """The same, to be changed by hand.

    What is added must be a picture that the archive holds; codes that come without saying who made them are kept as
    made by `library` and `version`. Nothing is committed here.
    """

    def __init__(self, connection: Connection, kind: str, library: str, version: str) -> None:
        super().__init__(connection, kind)
        self._connection = connection
        self._made = (library, version)

    def add(self, picture: PictureId, code: str) -> None:
        """Remember a picture's code. Adding it again changes nothing; another code for the same picture replaces it.

        LookupError where the archive does not hold the picture.
        """
        known = _KNOWN.one(self._connection, digest=picture, kind=self._kind)
        if known is None:
            raise LookupError(f"the archive holds no picture {picture}")
        self.remove(picture)
        self._connection.execute(delete(FINGERPRINT).where(*self._of(known.id)))
        one = Fingerprint(self._kind, code, *self._made)
        self._connection.execute(insert(FINGERPRINT), convert.fingerprint_columns(one, known.id))
        enter(self._connection, known.id, [one])

    def remove(self, picture: PictureId) -> None:
        """Make a picture unfindable; its fingerprint stays. Removing an unknown one changes nothing."""
        known = _KNOWN.one(self._connection, digest=picture, kind=self._kind)
        if known and known.code:
            bands = BAND.c.key.in_(keys(self._kind, known.code))
            self._connection.execute(delete(BAND).where(BAND.c.picture_id == known.id, bands))

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
