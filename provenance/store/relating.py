"""Kinship going into the tables: matches that were verified, families that follow from them, decisions."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, or_

from provenance.model.family import Decision, Edge, Family
from provenance.model.photo import PictureId
from provenance.store.codecs import HEX
from provenance.store.matches import packed
from provenance.store.query import Query
from provenance.store.rows import DECISION, EDGE, KIN, UNRELATED

_NUMBERS = Query("SELECT id, digest FROM picture WHERE digest IN :digest", {"digest": HEX})


def relate(connection: Connection, picture: PictureId, edges: Sequence[Edge]) -> None:
    """Keep what was found about a picture in place of what was found before; its relatives need no more looking for."""
    numbers = _numbers(connection, [picture, *(one.other for one in edges)])
    if picture not in numbers:
        raise LookupError(f"the archive holds no picture {picture}")
    number = numbers[picture]
    connection.execute(delete(EDGE).where(EDGE.c.one_id == number))
    rows = [
        {
            "one_id": number,
            "other_id": numbers[one.other],
            "verdict": one.match.verdict.value,
            "data": packed(one.match),
        }
        for one in edges
        if one.other in numbers
    ]
    if rows:
        connection.execute(insert(EDGE), rows)
    connection.execute(delete(UNRELATED).where(UNRELATED.c.picture_id == number))


def settle(connection: Connection, families: Sequence[Family]) -> None:
    """Keep families in place of those that their pictures were of before."""
    numbers = _numbers(connection, [one for family in families for one in (*family.members, *family.guests)])
    inside = [numbers[one] for family in families for one in family.members if one in numbers]
    for start in range(0, len(inside), 500):
        some = inside[start : start + 500]
        mine = or_(KIN.c.family_id.in_(some), KIN.c.picture_id.in_(some) & (KIN.c.is_guest.is_(False)))
        connection.execute(delete(KIN).where(mine))
    rows = [row for family in families for row in _kin(family, numbers)]
    if rows:
        connection.execute(insert(KIN), rows)


def unsettle(connection: Connection, picture: int) -> None:
    """Forget all that a picture is related to."""
    connection.execute(delete(EDGE).where(or_(EDGE.c.one_id == picture, EDGE.c.other_id == picture)))
    connection.execute(delete(UNRELATED).where(UNRELATED.c.picture_id == picture))
    connection.execute(delete(KIN).where(or_(KIN.c.family_id == picture, KIN.c.picture_id == picture)))


def decide(connection: Connection, decision: Decision) -> None:
    """Remember a decision. Earlier ones about the same stay."""
    one, other = sorted(decision.pictures) if decision.pictures else (None, None)
    columns = {"about": decision.about, "ruling": decision.ruling.value, "by": decision.by, "at": decision.at}
    connection.execute(insert(DECISION), columns | {"note": decision.note, "one": one, "other": other})


def _kin(family: Family, numbers: dict[PictureId, int]) -> list[dict[str, object]]:
    """The rows of a family; a picture that stands alone has none."""
    if len(family.members) + len(family.guests) < 2:
        return []
    number = numbers[family.members[0]]
    return [
        {
            "family_id": number,
            "picture_id": numbers[one],
            "is_guest": one in family.guests,
            "is_best": one == family.best,
        }
        for one in (*family.members, *family.guests)
        if one in numbers
    ]


def _numbers(connection: Connection, pictures: Sequence[PictureId]) -> dict[PictureId, int]:
    rows = _NUMBERS.rows(connection, digest=list(dict.fromkeys(pictures)))
    return {PictureId(row.digest): int(row.id) for row in rows}
