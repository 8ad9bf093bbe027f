"""What the conflict rules share: one axis of the claim against all that is on record about the same photo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.model.appearance import Standing
from provenance.model.case import Case, Held
from provenance.model.claims import Agreement, Axis
from provenance.model.findings import Confidence, Severity
from provenance.model.times import Voucher
from provenance.model.weighing import Weighed, weigh
from provenance.rules.inset import of_a_part
from provenance.rules.quoting import brief, claim_evidence, held_evidence
from provenance.rules.rule import Cannot, Hit

_QUOTED = 4
_FORGEABLE = {Voucher.IN_FILE, Voucher.SENDER}
_TABLES = _FORGEABLE | {Voucher.SPREADSHEET}


@dataclass(frozen=True, slots=True)
class Wording:
    """How a rule speaks of its axis. `message` has places for {claimed} and {on_record}, and so has `audited`, which
    is said where both are on record.

    `innocent` is what is said where the comparison itself knows no harmless explanation, `most` the gravest severity.
    """

    message: str
    audited: str
    divided: str
    claim_silent: str
    record_silent: str
    innocent: tuple[str, ...]
    most: Severity = Severity.ERROR


def conflicts(case: Case, axis: Axis, wording: Wording) -> Iterator[Hit | Cannot]:
    """At most one hit or one abstention about an axis."""
    held = case.judged_on(axis)
    weighed = weigh(held)
    if weighed is None:
        return
    if weighed.divided or weighed.verdict is Agreement.CONTRADICTS:
        yield _hit(case, weighed, wording)
    elif weighed.verdict is Agreement.CANNOT_TELL:
        yield Cannot(_why_not(held, wording))


def _hit(case: Case, weighed: Weighed, wording: Wording) -> Hit:
    against, agreeing = weighed.telling, weighed.opposed
    if weighed.divided:
        agreeing, against = against, agreeing
    strongest = against[0].comparison
    sentence = wording.divided if weighed.divided else wording.audited if case.audited else wording.message
    return Hit(
        message=sentence.format(claimed=brief(strongest.claimed), on_record=brief(strongest.on_record)),
        evidence=(
            claim_evidence(case, strongest.claimed or strongest.why),
            *(held_evidence(one) for one in (*against, *agreeing)[:_QUOTED]),
        ),
        innocent=(
            *of_a_part(one.known for one in against),
            *(dict.fromkeys(words for one in against for words in one.comparison.innocent) or wording.innocent),
        ),
        confidence=Confidence.MEDIUM if agreeing else Confidence.HIGH,
        severity=Severity.NOTE if weighed.divided else min(_severity(against), wording.most),
    )


def _severity(against: tuple[Held, ...]) -> Severity:
    """Two sources that never heard of each other accuse, if one of them is more than a table that somebody typed."""
    independent = {
        one.testimony.appearance.statement.source: one.testimony.appearance.statement.voucher
        for one in sorted(against, key=_typed, reverse=True)
        if _independent(one)
    }
    sure = len(independent) >= 2 and not set(independent.values()) <= _TABLES
    return Severity.ERROR if sure else Severity.WARNING


def _typed(held: Held) -> bool:
    return held.testimony.appearance.statement.voucher in _TABLES


def _independent(held: Held) -> bool:
    statement = held.testimony.appearance.statement
    return statement.standing in {Standing.RECORD, Standing.PUBLISHED} and statement.voucher not in _FORGEABLE


def _why_not(held: tuple[Held, ...], wording: Wording) -> str:
    stated = [one.comparison for one in held if one.comparison.claimed and one.comparison.on_record]
    if stated:
        return stated[0].why.rstrip(".")
    silent = not any(one.comparison.claimed for one in held)
    return wording.claim_silent if silent else wording.record_silent
