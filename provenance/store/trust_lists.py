"""The lists of certificates that users brought: kept whole, each under its name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from provenance.model.trust import TrustKind, TrustList
from provenance.store.codecs import UTC_TIME, WORDS
from provenance.store.intact import intact
from provenance.store.query import Query, Row
from provenance.store.sqlite import Source

if TYPE_CHECKING:
    from sqlalchemy import Connection

_TEXTS = ("name", "kind", "dated", "anchors", "entities")
_ALL = Query(
    "SELECT name, kind, dated, imported, anchors, entities, certificates FROM trust_list ORDER BY id",
    {**dict.fromkeys(_TEXTS, WORDS), "imported": UTC_TIME},
)


def every(source: Source) -> tuple[TrustList, ...]:
    """All lists, in the order in which they came."""
    return tuple(_value(row) for row in _ALL.rows(source))


def keep(connection: Connection, one: TrustList) -> None:
    """Keep a list, in place of one of the same name."""
    from sqlalchemy import insert

    from provenance.store.rows import TRUST_LIST

    drop(connection, one.name)
    texts = {"name": one.name, "kind": one.kind.value, "dated": one.dated.isoformat() if one.dated else ""}
    held = {"anchors": one.anchors, "entities": one.entities, "certificates": one.certificates}
    connection.execute(insert(TRUST_LIST), {**texts, **held, "imported": one.imported})


def drop(connection: Connection, name: str) -> bool:
    """Remove the list of a name; False where there is none."""
    from sqlalchemy import delete

    from provenance.store.rows import TRUST_LIST

    return connection.execute(delete(TRUST_LIST).where(TRUST_LIST.c.name == name)).rowcount > 0


@intact()
def _value(row: Row) -> TrustList:
    return TrustList(
        name=row.name,
        kind=TrustKind(row.kind),
        dated=date.fromisoformat(row.dated) if row.dated else None,
        imported=row.imported,
        anchors=row.anchors,
        entities=row.entities,
        certificates=row.certificates,
    )
