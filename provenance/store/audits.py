"""Audits that were made: their findings, packed, the newest of each scope first."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from provenance.model.audit import Kept, KeptAudit, Listing
from provenance.model.family import Ruling
from provenance.model.findings import Severity
from provenance.store.codecs import UTC_TIME
from provenance.store.intact import intact
from provenance.store.query import Query
from provenance.store.sqlite import Source

if TYPE_CHECKING:
    from sqlalchemy import Connection

_AUDITS = Query("SELECT at, data FROM audit ORDER BY id DESC", {"at": UTC_TIME})


def audits(source: Source) -> Iterator[KeptAudit]:
    """Every audit that is kept, the newest first."""
    for row in _AUDITS.rows(source):
        said = _unpacked(row.data)
        yield KeptAudit(row.at, said["scope"], tuple(_kept(one) for one in said["findings"]))


def keep_audit(connection: Connection, audit: KeptAudit) -> None:
    """Remember an audit."""
    from sqlalchemy import insert

    from provenance.store.rows import AUDIT

    findings = [
        [one.finding, one.family, one.listing, int(one.severity), one.message, one.file, one.ruling, one.caption]
        for one in audit.findings
    ]
    data = zlib.compress(json.dumps({"scope": audit.scope, "findings": findings}).encode(), 6)
    connection.execute(insert(AUDIT), {"at": audit.at, "data": data})


@intact()
def _unpacked(data: bytes) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(zlib.decompress(data))
    return said


@intact()
def _kept(row: list[str]) -> Kept:
    finding, family, listing, severity, message, file, ruling, caption = row
    decided = Ruling(ruling) if ruling else None
    return Kept(finding, family, Listing(listing), Severity(int(severity)), message, file, decided, caption)
