"""The rule that tells who signed a file, where a list that the desk imported vouches for the signer."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.credentials import Credentials, credentials
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.trust import LIST_FIELD, SIGNER_FIELD, STATE_FIELD, CredentialState
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule

_MOST = 3
_EXPIRED = ("Certificates run out after a year or two, and many files are signed without a trusted timestamp.",)


@rule(
    id="credentials-verified",
    title="Content credentials say who signed the file",
    severity=Severity.NOTE,
    advice="It says who signed, not that the caption is true: check that all the same.",
    doors=(Door.CHECK, Door.INSPECT),
)
def credentials_verified(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Tells who signed a file, where its content credentials hold and a list of certificates that was imported here
    vouches for the signer. It names the list with its date.

    A signature that is vouched for is the one thing in a file that nobody else can write. It says that the file has
    not changed since that signer signed it, and what the signer says of its making.

    It does not say that the caption is true, or that the picture shows what it seems to: who signs can be mistaken. No
    list comes with the program; `prov trust import` brings one. Where no list knows the signer, the name in the
    certificate may be anybody's, and nothing is told. Of an expired certificate that was on a list it is told that
    nothing trusted shows when it signed.
    """
    del limits
    found = credentials(case.facts)
    if found is None:
        return
    if found.state is CredentialState.TRUSTED:
        who, at = brief(found.name or "a signer"), f" on {found.signed_at[:10]}" if found.signed_at else ""
        message = f"The file was signed by {who}{at} and has not changed since; {brief(found.list)} vouches for them."
        yield Hit(message, tuple(_evidence(found)), (), Confidence.HIGH)
    elif found.state is CredentialState.TRUSTED_EXPIRED:
        message = (
            f"The file says it was signed by {brief(found.name)}, for whom {brief(found.list)} vouched; the certificate"
            " has expired, and nothing trusted shows that it was signed before."
        )
        yield Hit(message, tuple(_evidence(found)), _EXPIRED, Confidence.LOW)
    elif found.state is CredentialState.UNKNOWN_SIGNER:
        yield Cannot(f"the file says it was signed by {brief(found.name or 'somebody')}, whom no imported list knows")
    elif found.state is CredentialState.REMOTE_ONLY:
        yield Cannot(f"the file's content credentials lie elsewhere and are not fetched: {brief(found.address)}")


def _evidence(found: Credentials) -> Iterator[Evidence]:
    yield Evidence(STATE_FIELD, found.state.value)
    yield Evidence(SIGNER_FIELD, found.signer)
    yield Evidence(LIST_FIELD, found.list)
    yield from (Evidence(one.field, str(one.value)) for one in found.actions[:_MOST])
