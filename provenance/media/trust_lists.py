"""A file of certificates (PEM, RFC 7468) to a list that credentials can be judged against."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.media.certificates import strict
from provenance.media.credentials_chain import issues_others
from provenance.model.trust import TrustKind, TrustList

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

LARGEST = 4 * 1024 * 1024
"""Bytes of a list: the C2PA's own has some dozens of certificates of 2 KB each, all roots of a browser 250 KB."""
MOST_TOGETHER = 1_000_000
"""Characters of all lists together, as JSON: the C2PA library takes settings of 1 MiB. All roots of a browser are a
quarter of it."""
_MOST = 2000
_CERTIFICATE = re.compile(rb"-----BEGIN CERTIFICATE-----[^-]{1,20000}-----END CERTIFICATE-----")
_BEGIN = re.compile(rb"-----BEGIN ([A-Z0-9 ]{1,40})-----")
_SECRETS = (b"PRIVATE KEY",)
_WHERE = "Ask whoever publishes the list for its certificates as PEM text."


@dataclass(frozen=True, slots=True)
class Named:
    """What a user says of a list: its name, what it is for, the day it bears. `now` is when it came."""

    name: str
    kind: TrustKind
    dated: date | None
    now: datetime


def fit_together(lists: Iterable[TrustList]) -> bool:
    """Whether credentials can be judged against all these lists at once."""
    return sum(len(json.dumps(one.anchors + one.entities)) for one in lists) <= MOST_TOGETHER


def read_list(data: bytes, named: Named) -> tuple[TrustList, int]:
    """The list in a file's bytes, and how many of its certificates were left out because they have expired.

    UsageError, in words, for what is no list, for one that holds a private key, and for one that has wholly expired.
    """
    _refuse(data)
    found = list(dict.fromkeys(_certificates(data)))
    valid = [one for one in found if one.not_valid_after_utc >= named.now]
    if not valid:
        last = max(one.not_valid_after_utc for one in found)
        raise UsageError(
            f"Every certificate in the list has expired, the last on {last.day} {last:%B %Y}.",
            "Fetch the list's newest edition.",
        )
    anchors = [one for one in valid if issues_others(one)]
    entities = [one for one in valid if one not in anchors]
    if named.kind is TrustKind.TIMESTAMPS and not anchors:
        raise UsageError("No certificate in the list may issue others, so it vouches for no timestamp.", _WHERE)
    kept = anchors if named.kind is TrustKind.TIMESTAMPS else valid
    made = TrustList(
        name=named.name,
        kind=named.kind,
        dated=named.dated,
        imported=named.now,
        anchors=_pem(anchors),
        entities="" if named.kind is TrustKind.TIMESTAMPS else _pem(entities),
        certificates=len(kept),
    )
    return made, len(found) - len(valid)


def _refuse(data: bytes) -> None:
    if len(data) > LARGEST:
        raise UsageError(f"The file is larger than {LARGEST >> 20} MB, which no list of certificates is.", _WHERE)
    kinds = [match.group(1) for match in _BEGIN.finditer(data)]
    if any(secret in kind for kind in kinds for secret in _SECRETS):
        raise UsageError(
            "The file holds a private key, so it was not read any further and nothing was kept of it.",
            "Whoever can read that file can sign as its owner. Take the key out, and tell its owner.",
        )
    if b"CERTIFICATE" not in kinds:
        raise UsageError("The file holds no certificate in PEM text (-----BEGIN CERTIFICATE-----).", _WHERE)
    if kinds.count(b"CERTIFICATE") > _MOST:
        raise UsageError(f"The file holds more than {_MOST:,} certificates, which no list of signers does.", _WHERE)


def _certificates(data: bytes) -> list[Certificate]:
    from cryptography.x509 import load_pem_x509_certificate

    blocks = _CERTIFICATE.findall(data)
    announced = sum(match.group(1) == b"CERTIFICATE" for match in _BEGIN.finditer(data))
    certificates = []
    for number, block in enumerate(blocks, start=1):
        try:
            with strict():
                certificate = load_pem_x509_certificate(block)
                issues_others(certificate)
            certificates.append(certificate)
        except ValueError as error:
            raise _damaged(number) from error
    if len(blocks) < announced:
        raise _damaged(len(blocks) + 1)
    return certificates


def _damaged(number: int) -> UsageError:
    return UsageError(f"Certificate {number} of the list is damaged, so nothing of the list was kept.", _WHERE)


def _pem(certificates: list[Certificate]) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding

    return "".join(one.public_bytes(Encoding.PEM).decode() for one in certificates)
