"""Decisions, as people read them."""

from __future__ import annotations

from provenance.model.family import Decision
from provenance.report.escape import one_line
from provenance.report.wording import moment_words


def decision_line(decision: Decision) -> str:
    """F-0123456789  dismiss, by ann, 21 Nov 2026 10:12 UTC: why."""
    why = f": {one_line(decision.note)}" if decision.note else ""
    return f"{decision.about}  {decision.ruling.value}, by {one_line(decision.by)}, {moment_words(decision.at)}{why}"


def no_decisions() -> str:
    """What is said where nobody has decided anything."""
    return "Nothing has been decided yet. `prov audit` shows what waits for a decision."
