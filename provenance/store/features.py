"""Local features, read from the tables.

They lie in parts of 660 bytes, 44 features, because six of those fill a page of the database. Measured with 100,000
pictures of at most 220 features (3,051 bytes on average; file size after a checkpoint): one blob for each picture takes
3,938 bytes, for it fills a page alone; parts of 980 bytes (near the longest that needs no page of its own) take 3,546,
of 825 bytes 3,735, of 300 bytes 3,509, of 660 bytes 3,197. The vocabulary is kept apart, as a number, once for each
picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from provenance.model.matching import Features
from provenance.model.photo import PictureId
from provenance.store.codecs import HEX, WORDS
from provenance.store.intact import intact
from provenance.store.photos import digests
from provenance.store.query import Query
from provenance.store.sqlite import Source

PART = 660
"""Bytes in one part."""
NONE = ""
"""The version that stands for no features at all."""

_VOCABULARY = Query("SELECT id FROM vocabulary WHERE version = :version", {"version": WORDS})
_VERSION = Query("SELECT version FROM vocabulary WHERE id = :id", {"version": WORDS})
_NEWEST = Query(
    "SELECT vocabulary.id, vocabulary.version FROM vocabulary WHERE vocabulary.version <> '' AND EXISTS"
    " (SELECT 1 FROM described WHERE described.vocabulary_id = vocabulary.id) ORDER BY vocabulary.id DESC LIMIT 1",
    {"version": WORDS},
)
_DESCRIBED = Query("SELECT count(*) AS number FROM described WHERE vocabulary_id = :vocabulary_id")
_UP_TO = Query(
    "SELECT count(*) AS number FROM described WHERE vocabulary_id = :vocabulary_id AND picture_id <= :picture_id"
)
_BELOW = Query("SELECT count(*) AS number FROM described WHERE vocabulary_id < :vocabulary_id")
_ABOVE = Query("SELECT count(*) AS number FROM described WHERE vocabulary_id > :vocabulary_id")
_PARTS = Query(
    "SELECT described.picture_id, feature_part.data FROM described"
    " JOIN feature_part ON feature_part.picture_id = described.picture_id"
    " WHERE described.vocabulary_id = :vocabulary_id AND described.picture_id IN :picture_id"
    " ORDER BY described.picture_id, feature_part.part"
)
_NAMES = Query("SELECT id, digest FROM picture WHERE id IN :id", {"digest": HEX})
_OF = Query(
    "SELECT picture.digest, vocabulary.version, feature_part.data FROM picture"
    " JOIN described ON described.picture_id = picture.id"
    " AND described.vocabulary_id IN (SELECT id FROM vocabulary WHERE version <> '')"
    " JOIN vocabulary ON vocabulary.id = described.vocabulary_id"
    " JOIN feature_part ON feature_part.picture_id = picture.id"
    " WHERE picture.digest IN :digest ORDER BY picture.id, feature_part.part",
    {"digest": HEX, "version": WORDS},
)
_NUMBERS = Query(
    "SELECT picture_id FROM described WHERE vocabulary_id = :vocabulary_id AND picture_id > :after"
    " ORDER BY picture_id LIMIT :limit"
)
_OTHERS = Query(
    "SELECT picture.id, picture.digest FROM picture WHERE picture.id > :after AND NOT EXISTS"
    " (SELECT 1 FROM described WHERE described.vocabulary_id = :vocabulary_id AND described.picture_id = picture.id)"
    " ORDER BY picture.id LIMIT :limit",
    {"digest": HEX},
)
_HOLED = Query(
    "SELECT described.picture_id FROM described WHERE described.vocabulary_id = :vocabulary_id AND NOT EXISTS"
    " (SELECT 1 FROM feature_part WHERE feature_part.picture_id = described.picture_id AND feature_part.part = 0)"
    " ORDER BY described.picture_id"
)


def vocabulary(source: Source, version: str) -> int:
    """The archive's own number of a vocabulary; 0 where it has none of that version."""
    row = _VOCABULARY.one(source, version=version)
    return int(row.id) if row else 0


def newest_vocabulary(source: Source) -> tuple[int, str]:
    """The vocabulary that came last, of those that features were made with; (0, "") where there is none."""
    row = _NEWEST.one(source)
    return (row.id, row.version) if row else (0, NONE)


def described(source: Source, vocabulary_id: int) -> int:
    """How many pictures have features of a vocabulary."""
    return int(next(_DESCRIBED.rows(source, vocabulary_id=vocabulary_id)).number)


def described_up_to(source: Source, vocabulary_id: int, number: int) -> int:
    """How many of them have a number up to this one."""
    return int(next(_UP_TO.rows(source, vocabulary_id=vocabulary_id, picture_id=number)).number)


def unsearchable(source: Source, version: str) -> int:
    """How many pictures have no features of a version. Those that have are not counted, so that it costs nothing."""
    known = vocabulary(source, version)
    return sum(int(next(query.rows(source, vocabulary_id=known)).number) for query in (_BELOW, _ABOVE))


def features(source: Source, pictures: Sequence[PictureId]) -> dict[PictureId, Features]:
    """The features of those pictures that have any, whatever their version."""
    rows = ((row.digest, row.version, row.data) for row in _OF.rows(source, digest=digests(pictures)))
    return {
        PictureId(digest): _whole(version, (data for _, _, data in parts))
        for (digest, version), parts in groupby(rows, key=itemgetter(0, 1))
    }


def numbered(source: Source, vocabulary_id: int, numbers: Sequence[int]) -> dict[int, Features]:
    """The features of pictures by their numbers; of those only that have them of this vocabulary."""
    version = next(_VERSION.rows(source, id=vocabulary_id)).version
    rows = _PARTS.tuples(source, vocabulary_id=vocabulary_id, picture_id=numbers)
    return {number: _whole(version, (data for _, data in parts)) for number, parts in groupby(rows, key=itemgetter(0))}


def names(source: Source, numbers: Sequence[int]) -> dict[int, PictureId]:
    """The ids of pictures by their numbers."""
    return {row.id: PictureId(row.digest) for row in _NAMES.rows(source, id=numbers)}


def described_after(source: Source, vocabulary_id: int, after: int, limit: int) -> list[int]:
    """The numbers of pictures that have features of a vocabulary, in order, behind a number."""
    rows = _NUMBERS.tuples(source, vocabulary_id=vocabulary_id, after=after, limit=limit)
    return [number for (number,) in rows]


def undescribed_after(source: Source, version: str, after: int, limit: int) -> list[tuple[int, PictureId]]:
    """The pictures that have no features of a version, with their numbers, in order, behind a number."""
    rows = _OTHERS.rows(source, vocabulary_id=vocabulary(source, version), after=after, limit=limit)
    return [(row.id, PictureId(row.digest)) for row in rows]


def holed(source: Source, vocabulary_id: int) -> list[int]:
    """The pictures that should have features of a vocabulary, and have lost them."""
    return [number for (number,) in _HOLED.tuples(source, vocabulary_id=vocabulary_id)]


def parts(data: bytes) -> list[bytes]:
    """Features in pieces, at least one, so that no features differ from lost ones."""
    return [data[start : start + PART] for start in range(0, len(data), PART)] or [b""]


@intact()
def _whole(version: str, pieces: Iterable[bytes]) -> Features:
    return Features(version, b"".join(pieces))
