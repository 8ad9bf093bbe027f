"""Seeds for what we read ourselves of content credentials: stores of manifests, and lists of certificates."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

from provenance.errors import UsageError
from provenance.media.credentials_store import certificates
from provenance.media.trust_lists import Named, read_list
from provenance.model.trust import TrustKind

__all__ = ["MANIFEST", "certificates", "lists", "stores", "take_list"]

MANIFEST = "urn:c2pa:00000000-0000-4000-8000-000000000000"
"""The label under which every seed holds a manifest."""


def stores() -> list[bytes]:
    """Stores of photos that are signed on the spot, all under the one label."""
    from builders.credentials import a_picture, a_signer, an_authority, signed

    from provenance.media.credentials_library import ask
    from provenance.model.limits import LIMITS

    by = a_signer(an_authority())
    data = signed(a_picture(), by)
    label = str(ask(data, "image/jpeg", (), LIMITS.read).manifests[0]["label"])
    start = data.index(b"jumb") - 4
    whole = data[start : start + int.from_bytes(data[start : start + 4], "big")]
    return [whole.replace(label.encode(), MANIFEST.encode())]


def lists() -> list[bytes]:
    """Lists of one and of two certificates."""
    from builders.credentials import a_signer, an_authority

    authority = an_authority()
    return [authority.pem.encode(), (authority.pem + a_signer(authority).pem).encode()]


def take_list(data: bytes) -> None:
    """Read a list as `prov trust import` does; a refusal in words is an answer."""
    with suppress(UsageError):
        read_list(data, Named("fuzzed", TrustKind.SIGNERS, None, datetime.now(UTC)))
