"""From the library's validation codes (C2PA 2.x, 15.2) to one state, for a file and for each of its ingredients."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from provenance.media.credentials_chain import names, voucher
from provenance.media.credentials_library import Told, number_of
from provenance.media.credentials_shape import entries, part
from provenance.media.credentials_store import certificates
from provenance.model.trust import EXPIRY, UNTRUSTED, CredentialState, TrustKind, TrustList

_TRUSTED = "signingCredential.trusted"
_CHANGED = ".mismatch"
"""Ends every code that says: a hash or a signature was made over other bytes."""
_HOLDS = frozenset({"Valid", "Trusted"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A state; the list that vouches for the signer, if one does; whether one vouches for the time of signing."""

    state: CredentialState
    list: TrustList | None = None
    time_vouched: bool = False


def judge(told: Told, lists: Sequence[TrustList]) -> Judged:
    """The state of the file's own credentials. Failures of its ingredients count, unknown signers of theirs do not."""
    active = part(told.results, "activeManifest")
    failed = {*codes(active, "failure"), *(code for delta in deltas(told) for code in codes(delta, "failure"))}
    time_vouched = _time_vouched(active, lists)
    state = broken(failed)
    if state is not None:
        return Judged(state)
    if EXPIRY.intersection(codes(active, "failure")):
        found = voucher(certificates(told.store, told.manifests[0].get("label", "")), lists)
        expired = CredentialState.TRUSTED_EXPIRED if found else CredentialState.INVALID
        return Judged(expired, found)
    if told.state not in _HOLDS:
        return Judged(CredentialState.INVALID)
    found = _vouching(told, active, lists) if told.state == "Trusted" else None
    if found is None:
        return Judged(CredentialState.UNKNOWN_SIGNER, None, time_vouched)
    unproven = _ran_out(told.manifests[0]) and not time_vouched
    return Judged(CredentialState.TRUSTED_EXPIRED if unproven else CredentialState.TRUSTED, found, time_vouched)


def broken(failed: set[str]) -> CredentialState | None:
    """CHANGED or INVALID where codes say so; None where all that failed is who signed, and until when he might."""
    if any(code.endswith(_CHANGED) for code in failed):
        return CredentialState.CHANGED
    return CredentialState.INVALID if failed - EXPIRY - {UNTRUSTED} else None


def ingredient_state(ingredient: dict[str, Any], address: str, told: Told) -> CredentialState:
    """The state of an ingredient's own credentials: what failed when it was added, and what fails now."""
    label = manifest_of(ingredient)
    if label is None:
        return CredentialState.ABSENT
    now = next((one for one in told.manifests if one.get("label") == label), None)
    if now is None:
        return CredentialState.UNREADABLE
    results = part(now, "validationResults")
    failed = {*recorded(ingredient), *codes(results, "failure")}
    failed |= {code for delta in deltas(told, address) for code in codes(delta, "failure")}
    state = broken(failed)
    if state is not None:
        return state
    if failed & EXPIRY:
        return CredentialState.INVALID
    return CredentialState.TRUSTED if _TRUSTED in codes(results, "success") else CredentialState.UNKNOWN_SIGNER


def manifest_of(ingredient: dict[str, Any]) -> str | None:
    """The label of an ingredient's own manifest; None where it has none."""
    place = ingredient.get("activeManifest") or ingredient.get("c2pa_manifest")
    return str(place.get("url", "")).rpartition("/")[2] if isinstance(place, dict) else None


def codes(results: dict[str, Any], kind: str) -> tuple[str, ...]:
    """The codes of one kind: success, informational or failure."""
    return tuple(str(one.get("code", "")) for one in entries(results, kind))


def deltas(told: Told, address: str = "") -> Iterator[dict[str, Any]]:
    """What was found out about ingredients; about the one at an address, where that is named."""
    for one in entries(told.results, "ingredientDeltas"):
        if not address or str(one.get("ingredientAssertionURI", "")).endswith(address):
            yield part(one, "validationDeltas")


def recorded(ingredient: dict[str, Any]) -> set[str]:
    """What had failed already when the ingredient was added. Who was trusted then, and where, does not matter here."""
    results = part(ingredient, "validationResults")
    then = {*codes(part(results, "activeManifest"), "failure")}
    then |= {
        code
        for delta in entries(results, "ingredientDeltas")
        for code in codes(part(delta, "validationDeltas"), "failure")
    }
    old = {code for code in codes(ingredient, "validationStatus") if code.endswith((_CHANGED, ".missing", ".invalid"))}
    return (then | old) - EXPIRY - {UNTRUSTED}


def _vouching(told: Told, active: dict[str, Any], lists: Sequence[TrustList]) -> TrustList | None:
    """The list of signers that the library found the signer on.

    It takes lists for timestamps as lists of signers too, which they are not. For a certificate that is itself on a
    list it names no list; then its number and its holder's name tell which.
    """
    address = str(told.results.get("trustListUri", ""))
    number = number_of(address)
    if number is not None and number < len(lists):
        return lists[number] if lists[number].kind is TrustKind.SIGNERS else None
    if address or _TRUSTED not in codes(active, "success"):
        return None
    certificate = part(part(told.manifests[0], "signature"), "certificateInfo")
    try:
        mine = (int(str(certificate.get("serialNumber", "")), 16), str(part(certificate, "subject").get("CN", "")))
        return next((one for one in lists if one.entities and mine in names([one.entities])), None)
    except ValueError:
        return None


def _time_vouched(active: dict[str, Any], lists: Sequence[TrustList]) -> bool:
    """Whether an imported list vouches for the timestamp: in old claims the library trusts any authority."""
    return any(
        entry.get("code") == "timeStamp.trusted"
        and any(
            f"prov:{number}" in _words(entry) for number, one in enumerate(lists) if one.kind is TrustKind.TIMESTAMPS
        )
        for entry in entries(active, "success")
    )


def _words(entry: dict[str, Any]) -> list[str]:
    """The words of the library's explanation, which ends with the address of the list."""
    return str(entry.get("explanation", "")).replace("[", " ").replace("]", " ").replace(",", " ").split()


def _ran_out(manifest: dict[str, Any]) -> bool:
    """Whether the signer's certificate had expired when this was judged, by the library's own clock."""
    until = part(part(part(manifest, "signature"), "certificateInfo"), "validity").get("notAfter")
    at = part(manifest, "validationResults").get("validationTime")
    try:
        return datetime.fromisoformat(str(until)) < datetime.fromisoformat(str(at))
    except (ValueError, TypeError):
        return False
