"""The rule about who and what is shown: claim against record."""

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
    claim_silent="the claim does not say what it shows",
    record_silent="what is on record about this photo does not say what it shows",
    innocent=(
        "One caption may name another of several people in the picture, or an event that the picture only illustrates.",
        "Counts of dead, injured and arrested grow while a story is told.",
    ),
    most=Severity.WARNING,
)


@rule(
    id="subject-conflict",
    title="The claim names other people, another count or another event than the record",
    severity=Severity.WARNING,
    advice="Look at the picture with both captions beside it, and read the agency's own.",
    doors=(Door.CHECK, Door.AUDIT),
)
def subject_conflict(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares what the claim says the photo shows with what current captions on record, published captions and the
    files' own fields say of the same photo. Only hard evidence counts: another person by name in the same part, another
    count of the same thing, another event by name.

    An old picture under a new event keeps its day and its place unsaid. It is a warning and never more: words about
    what is shown are the least exact of all. Where another judged caption of equal weight agrees with the claim, the
    record contradicts itself, and this is a note.

    Most captions tell the same in other words, and this rule then says that it cannot judge. It does not look at the
    picture. Group pictures are captioned with whoever matters to the reader, and counts change from hour to hour.
    """
    del limits
    yield from conflicts(case, Axis.SUBJECT, _WORDING)
