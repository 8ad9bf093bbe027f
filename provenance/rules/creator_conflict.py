"""The rule about who took it: claim against record."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.claims import Axis
from provenance.model.findings import Door, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.conflict import Wording, conflicts
from provenance.rules.rule import Cannot, Hit, rule

_WORDING = Wording(
    message="The claim credits {claimed}; on record it is {on_record}.",
    audited="One copy credits {claimed}; another on record credits {on_record}.",
    divided="The claim credits {claimed}, and what is on record disagrees with itself: one copy credits {on_record}.",
    claim_silent="the claim credits nobody",
    record_silent="what is on record about this photo credits nobody",
    innocent=(
        "A distributor, a desk or the person who handed the picture on may stand where the photographer should.",
    ),
)


@rule(
    id="creator-conflict",
    title="The claim credits someone else than the record",
    severity=Severity.WARNING,
    advice="Settle who took it and who holds the rights before you publish it.",
    doors=(Door.CHECK, Door.AUDIT),
)
def creator_conflict(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the photographer and the agencies that the claim credits with those that current captions on record,
    published captions and the files' own fields credit for the same photo. Another person contradicts; another agency
    alone is weak, since agencies distribute each other's pictures.

    A swapped credit costs money and betrays a picture that was taken from elsewhere. It is an error where two
    independent records credit someone else (two sources on record or published, neither of them the file itself),
    otherwise a warning. Where another judged caption agrees with the claim, the record contradicts itself, and this
    is a note.

    By-line and credit fields cut names at 32 characters, and spellings and transliterations of names vary. Pool
    pictures and handouts are credited by several parties with equal right.
    """
    del limits
    yield from conflicts(case, Axis.CREDIT, _WORDING)
