"""An audit as objects for scripts: JSON lines, schema 1. Within schema 1 keys are only ever added.

First one line for each family, in the order of their rank, then one for each group of spellings and for each file that
could not be read, and last the totals. Every key is always there, as in `prov check --json`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from provenance.model.audit import (
    Audited,
    Bridge,
    Copy,
    Difference,
    Kept,
    Listed,
    Saying,
    Totals,
    Unread,
    Variant,
)
from provenance.report.objects import decision_object, finding_object, match_object, strict


def audit_objects(
    families: Iterable[Audited],
    variants: Iterable[Variant],
    unread: Iterable[Unread],
    totals: Totals,
    difference: Difference | None,
    at: datetime,
) -> Iterator[dict[str, Any]]:
    """Everything an audit tells, one object a line."""
    for rank, one in enumerate(families, start=1):
        yield _line("family", {"rank": rank, **family_object(one)})
    for variant in variants:
        yield _line("name-variants", _variant_object(variant))
    for file in unread:
        yield _line("unreadable", {"file": file.file, "photo": file.photo, "reason": file.reason})
    yield _line("totals", {"at": at.isoformat(), **_totals_object(totals), "since_last": _difference(difference)})


def family_object(one: Audited) -> dict[str, Any]:
    """One family with its copies, its matrix, and what was found."""
    return {
        "family": one.id,
        "copies": [_copy_object(copy) for copy in one.copies],
        "appearances": [_saying_object(saying) for saying in one.sayings],
        "findings": [listed_object(listed) for listed in one.listed],
        "possibly": [_bridge_object(bridge) for bridge in one.bridges],
        "decisions": [decision_object(decision) for decision in one.decisions],
    }


def listed_object(one: Listed) -> dict[str, Any]:
    """A finding with its list and what could be put right."""
    return {
        **finding_object(one.finding),
        "list": one.listing.value,
        "photo": one.photo,
        "file": one.file,
        "appearance": one.saying,
        "against": one.against,
        "field": one.field,
        "value": one.value,
        "suggested": one.suggested,
        "decision": decision_object(one.decision) if one.decision else None,
    }


def _copy_object(one: Copy) -> dict[str, Any]:
    return {
        "photo": one.photo,
        "picture": one.picture,
        "role": one.role.value,
        "files": list(one.files),
        "paths": list(one.paths),
        "record": one.record,
        "rendition": one.rendition,
        "width": one.width,
        "height": one.height,
        "bytes": one.size,
        "format": one.format,
        "held_since": one.held_since.isoformat(),
        "match_id": one.match_id,
        "match": match_object(one.match) if one.match else None,
    }


def _saying_object(one: Saying) -> dict[str, Any]:
    statement = one.statement
    return {
        "number": one.number,
        "caption_id": one.caption_id,
        "photo": one.photo,
        "file": one.file,
        "standing": statement.standing.value,
        "judged": one.judged,
        "confirmed": one.confirmed is not None,
        "source": statement.source,
        "publisher": statement.publisher,
        "address": statement.address,
        "caption": statement.caption or statement.headline,
        "date": one.date,
        "place": one.place,
        "credit": one.credit,
        "against": one.against,
        "verdicts": {axis.value: verdict.value for axis, verdict in one.verdicts},
    }


def _bridge_object(one: Bridge) -> dict[str, Any]:
    by = {"kind": one.by.kind.value, "id": one.by.id} if one.by else None
    return {"family": one.family, "photo": one.there, "file": one.file, "match_id": one.match_id, "by": by}


def _variant_object(one: Variant) -> dict[str, Any]:
    names = [{"name": name, "photos": count} for name, count in one.names]
    decision = decision_object(one.decision) if one.decision else None
    said = {"list": one.listing.value, "names": names, "suggested": one.suggested, "decision": decision}
    return {**finding_object(one.finding), **said}


def _totals_object(one: Totals) -> dict[str, Any]:
    return {
        "photos": one.photos,
        "pictures": one.pictures,
        "families": one.families,
        "copies": one.copies,
        "appearances": one.appearances,
        "lists": {listing.value: {"open": undecided, "decided": done} for listing, undecided, done in one.listed},
        "undecided": {severity.word: number for severity, number in one.severities},
        "possibly_one_family": one.bridges,
        "unreadable": one.unread,
        "not_searched_yet": one.unrelated,
        "sample": {
            "findings": list(one.sample.drawn),
            "reviewed": one.sample.reviewed,
            "confirmed": one.sample.confirmed,
            "right_between": [one.sample.low, one.sample.high],
        },
    }


def _difference(one: Difference | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "since": one.since.isoformat(),
        "changes": [{"news": news.value, **_kept(kept)} for news, kept in one.changes],
    }


def _kept(one: Kept) -> dict[str, Any]:
    ruling = one.ruling.value if one.ruling else None
    said = {"finding": one.finding, "family": one.family, "list": one.listing.value, "severity": one.severity.word}
    return {**said, "message": one.message, "file": one.file, "ruling": ruling}


def _line(kind: str, said: dict[str, Any]) -> dict[str, Any]:
    checked: dict[str, Any] = strict({"schema": 1, "kind": kind, **said})
    return checked
