"""The rule that the day of issue is not the day of the photo."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.appearance import Statement
from provenance.model.case import Case
from provenance.model.claims import DateRole, Precision, When
from provenance.model.findings import Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.times import Dated, TimeKind
from provenance.rules.dates import day_words
from provenance.rules.quoting import claim_evidence, said_by
from provenance.rules.rule import Cannot, Hit, rule

_KINDS = (TimeKind.TRANSMITTED, TimeKind.PUBLISHED, TimeKind.ISSUED)
_SHOWN = {DateRole.SHOWN, DateRole.DATELINE}
_INNOCENT = ("The caption may carry a slip, and the date field be right.",)


@rule(
    id="issue-date-as-photo-date",
    title="The date field holds the day of issue, and the caption says another day",
    severity=Severity.NOTE,
    advice="Put the day that the caption gives into Date Created.",
    doors=(Door.AUDIT,),
)
def issue_date_as_photo_date(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the date field of what is on record (Date Created) with the day that its own caption gives. It speaks
    where the field is later than the caption's day by more than three days.

    Archives are searched by that field. A file photo of 2013 that was put out again in 2022 is then found, and used,
    as one of 2022. It is a note: the caption tells the truth beside it.

    Where the field equals the day of transmission, publication or issue that the same document states, that is said.
    Captions that give no full day cannot be compared. A caption may tell of an earlier event and show a later day.
    """
    if not case.audited or case.claim is None or case.claims is None or not case.claim.date:
        return
    told = [one for one in case.claims.dates if _stands(one, case.claims.text)]
    stored = next((one for one in case.claims.dates if _stands(one, case.claim.date) and one not in told), None)
    if stored is None or stored.precision is not Precision.DAY:
        return
    shown = [one for one in told if one.precision is Precision.DAY and one.role in _SHOWN]
    if not shown:
        yield Cannot("the caption gives no full day to hold against the date field")
    elif all(_later(stored, one, limits) for one in shown):
        yield _hit(case.claim, stored, shown[0], claim_evidence(case, shown[0].excerpt.text))


def _stands(when: When, text: str) -> bool:
    excerpt = when.excerpt
    return bool(excerpt.text) and text[excerpt.start : excerpt.end] == excerpt.text


def _later(stored: When, shown: When, limits: RuleLimits) -> bool:
    last = max((one.last for one in shown.readings() if one.last), default=None)
    return stored.first is not None and last is not None and stored.first - last > limits.transmission_slack


def _hit(claim: Statement, stored: When, shown: When, caption: Evidence) -> Hit:
    issued = next((one for one in claim.times if _is_day(one, stored)), None)
    why = f", the day on which it was {issued.kind.value}" if issued else ""
    return Hit(
        message=f"The date field says {_words(stored)}{why}; the caption says {_words(shown)}.",
        evidence=(Evidence(f"{said_by(claim)}: date field", claim.date), caption),
        innocent=_INNOCENT,
    )


def _words(when: When) -> str:
    return day_words(when.first) if when.first else when.excerpt.text


def _is_day(dated: Dated, stored: When) -> bool:
    span = stored.span()
    return dated.kind in _KINDS and span is not None and dated.span.overlaps(span)
