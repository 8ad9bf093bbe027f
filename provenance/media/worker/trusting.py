"""Lists of certificates on their way to a worker: plain values and back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from provenance.model.trust import TrustKind, TrustList


def told(one: TrustList) -> dict[str, Any]:
    """A list as values that JSON knows."""
    return {
        "name": one.name,
        "kind": one.kind.value,
        "dated": one.dated.isoformat() if one.dated else None,
        "imported": one.imported.isoformat(),
        "anchors": one.anchors,
        "entities": one.entities,
        "certificates": one.certificates,
    }


def trust_of(values: dict[str, Any]) -> TrustList:
    """The list that was told. ValueError for what none can be."""
    return TrustList(
        name=values["name"],
        kind=TrustKind(values["kind"]),
        dated=date.fromisoformat(values["dated"]) if values["dated"] else None,
        imported=datetime.fromisoformat(values["imported"]),
        anchors=values["anchors"],
        entities=values["entities"],
        certificates=values["certificates"],
    )
