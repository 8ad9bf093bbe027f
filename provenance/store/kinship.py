"""Who is related to whom: verified matches, the families they make, and what editors decided, read from the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from provenance.model.family import Decision, Edge, Member, Ruling, family_id, match_id
from provenance.model.photo import PhotoId, PictureId
from provenance.store.codecs import HEX, UTC_TIME, WORDS
from provenance.store.matches import unpacked
from provenance.store.photos import digests
from provenance.store.query import Query, Row
from provenance.store.sqlite import Source

WIDEST = 10_000
"""Pictures of one connected group that are looked at together: larger ones come of a template, not of one photo."""

_EDGES = (
    "SELECT one.digest AS one, other.digest AS other, edge.data FROM edge JOIN picture one ON one.id = edge.one_id"
    " JOIN picture other ON other.id = edge.other_id"
)
_CODECS = {"one": HEX, "other": HEX, "picture": HEX, "digest": HEX}
_FROM = Query(f"{_EDGES} WHERE one.digest IN :one ORDER BY edge.one_id, edge.other_id", _CODECS)
_TO = Query(f"{_EDGES} WHERE other.digest IN :other ORDER BY edge.one_id, edge.other_id", _CODECS)
_UNRELATED = Query(
    "SELECT picture.digest AS picture FROM unrelated JOIN picture ON picture.id = unrelated.picture_id"
    " ORDER BY picture.id LIMIT :limit",
    _CODECS,
)
_WAITING = Query("SELECT count(*) AS number FROM unrelated")
_MEMBERS = Query(
    "SELECT picture.digest AS picture, picture.width, picture.height, photo.digest, photo.held_since"
    " FROM photo JOIN picture ON picture.id = photo.picture_id WHERE picture.digest IN :picture"
    " ORDER BY photo.held_since DESC, photo.id DESC",
    _CODECS | {"held_since": UTC_TIME},
)
_FAMILIES = Query(
    "SELECT DISTINCT family_id FROM kin WHERE family_id > :after ORDER BY family_id LIMIT :limit", _CODECS
)
_KIN = Query(
    "SELECT kin.family_id, picture.digest AS picture, kin.is_guest, kin.is_best FROM kin"
    " JOIN picture ON picture.id = kin.picture_id WHERE kin.family_id IN :family_id ORDER BY kin.picture_id",
    _CODECS,
)
_UNITS = Query(
    "SELECT picture.id, picture.digest AS picture FROM picture LEFT JOIN kin ON kin.picture_id = picture.id"
    " AND kin.is_guest = 0 WHERE (kin.family_id IS NULL OR kin.family_id = picture.id) AND picture.id > :after"
    " ORDER BY picture.id LIMIT :limit",
    _CODECS,
)
_FAMILY_OF = Query(
    "SELECT kin.family_id FROM kin JOIN picture ON picture.id = kin.picture_id WHERE picture.digest IN :picture"
    " AND kin.is_guest = :is_guest",
    _CODECS,
)
_PAIRS = Query(
    "SELECT one.digest AS one, other.digest AS other FROM edge JOIN picture one ON one.id = edge.one_id"
    " JOIN picture other ON other.id = edge.other_id",
    _CODECS,
)
_OLDEST = Query(
    "SELECT DISTINCT kin.family_id, photo.digest FROM kin JOIN photo ON photo.picture_id = kin.family_id"
    " WHERE photo.id = (SELECT first.id FROM photo first WHERE first.picture_id = kin.family_id"
    " ORDER BY first.held_since, first.id LIMIT 1)",
    _CODECS,
)
_DECISION_CODECS = {
    "about": WORDS,
    "ruling": WORDS,
    "by": WORDS,
    "note": WORDS,
    "at": UTC_TIME,
    "one": HEX,
    "other": HEX,
}
_COLUMNS = "SELECT about, ruling, by, at, note, one, other FROM decision"
_ABOUT = Query(f"{_COLUMNS} WHERE about IN :about ORDER BY id", _DECISION_CODECS)
_ABOUT_PICTURES = Query(f"{_COLUMNS} WHERE one IN :one ORDER BY id", _DECISION_CODECS)
_ALL = Query(f"{_COLUMNS} ORDER BY id", _DECISION_CODECS)


def unrelated(source: Source, limit: int) -> tuple[PictureId, ...]:
    """Pictures whose relatives have not been looked for, the oldest first."""
    return tuple(PictureId(row.picture) for row in _UNRELATED.rows(source, limit=limit))


def unrelated_count(source: Source) -> int:
    """How many those are."""
    return int(next(_WAITING.rows(source)).number)


def edges(source: Source, pictures: Sequence[PictureId]) -> tuple[Edge, ...]:
    """Every verified match from or to these pictures, each once."""
    wanted = digests(pictures)
    rows = (*_FROM.rows(source, one=wanted), *_TO.rows(source, other=wanted))
    found = {(row.one, row.other): row for row in rows}
    return tuple(_edge(row) for row in found.values())


def connected(source: Source, pictures: Iterable[PictureId]) -> tuple[Edge, ...]:
    """Every verified match within the groups of pictures that these are connected with, by whatever many steps."""
    seen: set[PictureId] = set()
    found: dict[tuple[PictureId, PictureId], Edge] = {}
    reached = set(pictures)
    while reached and len(seen) < WIDEST:
        seen |= reached
        step = edges(source, sorted(reached))
        found.update({(one.one, one.other): one for one in step})
        reached = {picture for one in step if one.same_photo for picture in (one.one, one.other)} - seen
    return tuple(found.values())


def members(source: Source, pictures: Sequence[PictureId]) -> dict[PictureId, Member]:
    """Those of the pictures that are held, each with its oldest photo."""
    return {
        PictureId(row.picture): Member(
            PictureId(row.picture), row.width, row.height, PhotoId(row.digest), row.held_since
        )
        for row in _MEMBERS.rows(source, picture=digests(pictures))
    }


def families_after(source: Source, after: int, limit: int) -> list[int]:
    """The numbers of families behind a number, in order."""
    return [row.family_id for row in _FAMILIES.rows(source, after=after, limit=limit)]


def units_after(source: Source, after: int, limit: int) -> list[tuple[int, PictureId]]:
    """The oldest picture of every family, and every picture that stands alone, behind a number and in order."""
    return [(row.id, PictureId(row.picture)) for row in _UNITS.rows(source, after=after, limit=limit)]


def pictures_of(source: Source, families: Sequence[int]) -> dict[int, list[tuple[PictureId, bool, bool]]]:
    """Every picture of each family, the oldest first: whether it is a guest, and whether it is the best copy."""
    found: dict[int, list[tuple[PictureId, bool, bool]]] = defaultdict(list)
    for row in _KIN.rows(source, family_id=families):
        found[row.family_id].append((PictureId(row.picture), bool(row.is_guest), bool(row.is_best)))
    return dict(found)


def families_of(source: Source, pictures: Sequence[PictureId]) -> list[int]:
    """The numbers of the families that these pictures are members of."""
    rows = _FAMILY_OF.rows(source, picture=digests(pictures), is_guest=0)
    return sorted({row.family_id for row in rows})


def decisions(source: Source, about: Sequence[str]) -> tuple[Decision, ...]:
    """What was decided about matches, families or findings, by their ids, in the order in which it was."""
    return tuple(_decision(row) for row in _ABOUT.rows(source, about=list(dict.fromkeys(about))))


def matched(source: Source, match: str) -> tuple[PictureId, PictureId] | None:
    """The two pictures whose match has this id."""
    decided = next((one.pictures for one in decisions(source, [match]) if one.pictures), None)
    if decided:
        return decided[0], decided[1]
    pairs = ((PictureId(row.one), PictureId(row.other)) for row in _PAIRS.rows(source))
    return next((pair for pair in pairs if match_id(*pair) == match), None)


def members_of(source: Source, family: str) -> tuple[PictureId, ...]:
    """The members of a family, the best copy first and then the oldest."""
    number = next((row.family_id for row in _OLDEST.rows(source) if family_id(PhotoId(row.digest)) == family), None)
    kin = pictures_of(source, [number])[number] if number is not None else []
    return tuple(picture for picture, guest, _best in sorted(kin, key=lambda one: not one[2]) if not guest)


def rulings(source: Source, pictures: Sequence[PictureId]) -> tuple[Decision, ...]:
    """What was decided about pairs of pictures of which the first (in the order of their ids) is among these."""
    return tuple(_decision(row) for row in _ABOUT_PICTURES.rows(source, one=digests(pictures)))


def every_decision(source: Source) -> tuple[Decision, ...]:
    """All that was ever decided."""
    return tuple(_decision(row) for row in _ALL.rows(source))


def _edge(row: Row) -> Edge:
    return Edge(PictureId(row.one), unpacked(PictureId(row.other), row.data))


def _decision(row: Row) -> Decision:
    pair = (PictureId(row.one), PictureId(row.other)) if row.one and row.other else ()
    return Decision(row.about, Ruling(row.ruling), row.by, row.at, row.note, pair)
