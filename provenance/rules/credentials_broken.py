"""The rule that a file's content credentials do not hold for it."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.credentials import Credentials, credentials
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.photo import Fact
from provenance.model.trust import EXPIRY, STATE_FIELD, UNTRUSTED, CredentialState
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule

_MOST = 4
_CHANGED = (
    "Programs that know nothing of content credentials leave them in a file that they save: a caption typed in is"
    " enough, and nobody meant to deceive.",
    "Content systems and platforms write files anew on their way.",
)
_INVALID = (
    "Cameras and programs of the first years signed in ways that are not accepted any more.",
    "A file that was cut short on its way loses a part of them.",
)
_EXPIRED = ("Certificates run out after a year or two, and many files are signed without a trusted timestamp.",)
_INSIDE = ("Pictures that were edited without regard for their credentials are placed into others every day.",)


@rule(
    id="credentials-broken",
    title="The file's content credentials do not hold for it",
    severity=Severity.WARNING,
    advice="Ask for the file as it was signed; rely on nothing these credentials say.",
    doors=(Door.CHECK, Door.INSPECT, Door.AUDIT),
)
def credentials_broken(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Reads the state of a file's content credentials (C2PA): whether the file is still the one that was signed, and
    whether the signature is good. The failures of what the picture was made from count as well.

    Credentials that do not fit were moved here from another file, or the file was changed after it was signed. What
    they say of its making and its maker is then said of something else.

    It does not tell what was changed: a caption typed into the file breaks them as a retouched picture does. A
    certificate that has run out is never more than a note. Most files have no credentials, and many lose them on their
    way; neither means anything. Credentials that cannot be read, or lie elsewhere on the web, cannot be judged.
    """
    del limits
    found = credentials(case.facts)
    if found is None:
        return
    if found.state is CredentialState.UNREADABLE:
        yield Cannot("the file has content credentials that cannot be read")
    elif found.only_expired:
        words = f", {brief(found.name)}," if found.name else ""
        message = f"The certificate of who signed the file{words} has expired, and no list here knows it."
        yield Hit(message, tuple(_evidence(found)), _EXPIRED, Confidence.HIGH, Severity.NOTE)
    elif found.state.broken:
        yield _hit(found)


def _hit(found: Credentials) -> Hit:
    evidence = tuple(_evidence(found))
    if _inside_only(found):
        return Hit(
            "Something that the picture was made from has content credentials that do not hold.", evidence, _INSIDE
        )
    if found.state is CredentialState.CHANGED:
        return Hit("The file is not as it was when its content credentials were signed.", evidence, _CHANGED)
    return Hit("The file's content credentials do not hold: their signature is not good.", evidence, _INVALID)


def _inside_only(found: Credentials) -> bool:
    """Whether all that failed is an ingredient's."""
    return not _grave(found.failures) and any(_grave(one.failures) for one in found.ingredients)


def _grave(failures: tuple[Fact, ...]) -> list[Fact]:
    return [one for one in failures if one.raw not in EXPIRY | {UNTRUSTED}]


def _evidence(found: Credentials) -> Iterator[Evidence]:
    yield Evidence(STATE_FIELD, found.state.value)
    if found.signer:
        yield Evidence("C2PA signer", found.signer)
    failures = [one for one in found.failures if one.raw != UNTRUSTED]
    failures += [one for inside in found.ingredients for one in (inside.said, *inside.failures) if inside.failures]
    yield from (Evidence(one.field, str(one.value)) for one in failures[:_MOST])
