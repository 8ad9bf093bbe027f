"""The rule about the day: claim against record."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.claims import Axis
from provenance.model.findings import Door, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.conflict import Wording, conflicts
from provenance.rules.rule import Cannot, Hit, rule

_WORDING = Wording(
    message="The claim says {claimed}; on record it is {on_record}.",
    audited="One caption says {claimed}; another on record says {on_record}.",
    divided="The claim says {claimed}, and what is on record disagrees with itself: one copy says {on_record}.",
    claim_silent="the claim gives no date",
    record_silent="what is on record about this photo gives no date",
    innocent=("One of the two may be the day of transmission, of issue or of a later re-save, or carry a slip.",),
)


@rule(
    id="date-conflict",
    title="The claimed date is not the one on record",
    severity=Severity.WARNING,
    advice="Ask the sender which day it was taken, and read the agency's own caption.",
    doors=(Door.CHECK, Door.AUDIT),
)
def date_conflict(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the date the claim gives with the dates that current captions on record, published captions and the
    files' own fields give for the same photo. Dates are intervals: a year agrees with every day in it. Days that lie
    up to three apart, file-photo wording and issue dates count as explainable, not as a conflict.

    A true photo with another day is the most common way in which pictures mislead. It is an error where two
    independent records contradict the claim (two sources on record or published, neither of them the file itself),
    otherwise a warning. Where another judged caption agrees with the claim, the record contradicts itself, and this
    is a note.

    About a third of real conflicts have a side that states no date; there this rule says that it cannot judge. Two
    sources that copied one caption from each other count as two. Dates of background in a caption can be mistaken for
    the day shown.
    """
    del limits
    yield from conflicts(case, Axis.DATE, _WORDING)
