"""What the three conflict rules share: one axis of the claim against all that is on record about the same photo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.model.appearance import Standing
from provenance.model.case import Case, Held
from provenance.model.claims import Agreement, Axis
from provenance.model.findings import Confidence, Severity
from provenance.model.times import Voucher
from provenance.rules.inset import of_a_part
from provenance.rules.quoting import brief, claim_evidence, held_evidence
from provenance.rules.rule import Cannot, Hit

_QUOTED = 4
_FORGEABLE = {Voucher.IN_FILE, Voucher.SENDER}


@dataclass(frozen=True, slots=True)
class Wording:
    """How a rule speaks of its axis. `message` has places for {claimed} and {on_record}.

    `innocent` is what is said where the comparison itself knows no harmless explanation.
    """

    message: str
    divided: str
    claim_silent: str
    record_silent: str
    innocent: tuple[str, ...]


def conflicts(case: Case, axis: Axis, wording: Wording) -> Iterator[Hit | Cannot]:
    """At most one hit or one abstention about an axis."""
    held = case.judged_on(axis)
    against = tuple(one for one in held if one.comparison.verdict is Agreement.CONTRADICTS)
    if against:
        yield _hit(case, held, against, wording)
    elif held and all(one.comparison.verdict is Agreement.CANNOT_TELL for one in held):
        yield Cannot(_why_not(held, wording))


def _hit(case: Case, held: tuple[Held, ...], against: tuple[Held, ...], wording: Wording) -> Hit:
    agreeing = tuple(one for one in held if one.comparison.verdict is Agreement.AGREES)
    strongest = against[0].comparison
    sentence = wording.divided if agreeing else wording.message
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
        severity=_severity(against, agreeing),
    )


def _severity(against: tuple[Held, ...], agreeing: tuple[Held, ...]) -> Severity:
    """A record that contradicts itself accuses nobody; two sources that never heard of each other do."""
    if agreeing:
        return Severity.NOTE
    independent = {one.testimony.appearance.statement.source for one in against if _independent(one)}
    return Severity.ERROR if len(independent) >= 2 else Severity.WARNING


def _independent(held: Held) -> bool:
    statement = held.testimony.appearance.statement
    return statement.standing in {Standing.RECORD, Standing.PUBLISHED} and statement.voucher not in _FORGEABLE


def _why_not(held: tuple[Held, ...], wording: Wording) -> str:
    stated = [one.comparison for one in held if one.comparison.claimed and one.comparison.on_record]
    if stated:
        return stated[0].why.rstrip(".")
    silent = not any(one.comparison.claimed for one in held)
    return wording.claim_silent if silent else wording.record_silent
