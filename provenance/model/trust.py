"""Content credentials: what can be said of them, and the lists of certificates against which they are judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from provenance.model.checks import require


class CredentialState(StrEnum):
    """What can be said of a file's content credentials. TRUSTED is the only one that identifies anybody."""

    ABSENT = "absent"
    REMOTE_ONLY = "remote-only"
    UNREADABLE = "unreadable"
    CHANGED = "changed"
    INVALID = "invalid"
    UNKNOWN_SIGNER = "unknown-signer"
    TRUSTED = "trusted"
    TRUSTED_EXPIRED = "trusted-expired"

    @property
    def broken(self) -> bool:
        """Whether the credentials do not hold for the file they stand in."""
        return self in {CredentialState.CHANGED, CredentialState.INVALID}


class TrustKind(StrEnum):
    """What a list vouches for. Who may say when something was signed may not sign photos, nor the other way round."""

    SIGNERS = "signers"
    TIMESTAMPS = "timestamps"


@dataclass(frozen=True, slots=True)
class TrustList:
    """A list of certificates, as a user brought it.

    `dated` is the day that the list bears as its user says, else None; `imported` is when it came, in UTC. `anchors`
    holds the certificates that issue others and `entities` those of single signers, both as PEM text; `certificates`
    counts them.
    """

    name: str
    kind: TrustKind
    dated: date | None
    imported: datetime
    anchors: str
    entities: str
    certificates: int

    def __post_init__(self) -> None:
        require(bool(self.name.strip()), "a list has a name")
        require(self.imported.utcoffset() == timedelta(0), "the archive's clock is UTC")
        require(self.certificates > 0 and bool(self.anchors or self.entities), "a list holds certificates")
        require(bool(self.anchors) or self.kind is TrustKind.SIGNERS, "timestamps need certificates that issue others")

    @property
    def title(self) -> str:
        """The list's name with its date, as verdicts name it."""
        if self.dated is not None:
            return f"{self.name} of {self.dated.isoformat()}"
        return f"{self.name}, imported {self.imported.date().isoformat()}"


EXPIRED = "signingCredential.expired"
"""The standard's code for a certificate that was not valid when, for all that is known, it signed."""
EXPIRY = frozenset({EXPIRED, "claimSignature.outsideValidity", "timeOfSigning.outsideValidity"})
"""The codes that say of a signature only that its time does not fit."""
UNTRUSTED = "signingCredential.untrusted"
"""The code for a signer that no list knows, which by itself is no failure."""

PREFIX = "C2PA "
STATE_FIELD = f"{PREFIX}state"
"""The field of the fact that holds the state of a file's content credentials."""
SOURCE_TYPE_FIELD = f"{PREFIX}digitalSourceType"
"""The fields of the facts that say how the picture came about, each an address of IPTC's vocabulary."""
LIST_FIELD = f"{PREFIX}judged against"
"""The list that vouches for the signer, else all against which the signer was held."""
SIGNER_FIELD = f"{PREFIX}signer"
"""Who signed, with what that name is worth; the raw text is the name alone."""
ACTION_FIELD = f"{PREFIX}action"
"""What was done, in words; the raw text is the standard's term, and behind it the kind of source, if one is given."""
MODEL_FIELD = f"{PREFIX}AI disclosure"
"""A model that had a part in the picture, in words; the raw text is its name, else its type."""
INGREDIENT_FIELD = f"{PREFIX}ingredient"
"""What the picture was made from; further fields of an ingredient begin with its own."""
FAILURE_FIELD = f"{PREFIX}failure"
"""What does not hold, in words; the raw text is the standard's code."""
