"""The rule about the place: claim against record."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.claims import Axis
from provenance.model.findings import Door, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.conflict import Wording, conflicts
from provenance.rules.rule import Cannot, Hit, rule

_WORDING = Wording(
    message="The claim says it shows {claimed}; on record it is {on_record}.",
    audited="One caption says it shows {claimed}; another on record says {on_record}.",
    divided="The claim says {claimed}, and what is on record disagrees with itself: one copy says {on_record}.",
    claim_silent="the claim names no place",
    record_silent="what is on record about this photo names no place",
    innocent=("One of the two may be the dateline, the bureau or the place of the story, not the place shown.",),
)


@rule(
    id="place-conflict",
    title="The claimed place is not the one on record",
    severity=Severity.WARNING,
    advice="Ask the sender exactly where it was taken, and read the agency's own caption.",
    doors=(Door.CHECK, Door.AUDIT),
)
def place_conflict(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the place the claim names with the places that current captions on record, published captions and the
    files' own fields name for the same photo. A country agrees with every place in it, and another name inside the
    same country counts as explainable.

    A photo of one war shown as another is the classic misuse. It is an error where two independent records contradict
    the claim (two sources on record or published, neither of them the file itself), otherwise a warning. Where
    another judged caption agrees with the claim, the record contradicts itself, and this is a note.

    City fields of wire files often hold the dateline or the bureau, and automatic tagging can name the wrong country.
    Names are compared as they are written: transliterations, old names and places that states dispute can look
    different without being so. Where either side names no place this rule says that it cannot judge.
    """
    del limits
    yield from conflicts(case, Axis.PLACE, _WORDING)
