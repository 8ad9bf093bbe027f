"""The answer in one word."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.case import Case, Row, Summary
from provenance.model.claims import Agreement
from provenance.model.findings import Finding, Severity
from provenance.report.altered import altered_from
from provenance.report.notice_lines import KILLED

TOO_LITTLE_DETAIL = "too-little-detail"
"""The kind of problem that says that a picture has too little detail to be looked for."""


def summarise(case: Case, rows: Sequence[Row], findings: Sequence[Finding]) -> Summary:
    """The first word of `Summary` that applies, of those that this version can find out."""
    if any(finding.severity is Severity.ERROR and finding.rule == KILLED for finding in findings):
        return Summary.KILLED
    if any(finding.severity is Severity.ERROR for finding in findings) or _any(rows, Agreement.CONTRADICTS):
        return Summary.CONTRADICTS
    if altered_from(case) is not None:
        return Summary.ALTERED
    if _any(rows, Agreement.AGREES):
        return Summary.AGREES
    if case.known:
        return Summary.SEEN_NOT_JUDGED if case.same_photos else Summary.SAME_SCENE
    return _not_found(case)


def _not_found(case: Case) -> Summary:
    if not case.readable:
        return Summary.UNREADABLE
    little = any(problem.kind == TOO_LITTLE_DETAIL for problem in case.problems)
    return Summary.TOO_LITTLE_DETAIL if little else Summary.NOT_FOUND


def _any(rows: Sequence[Row], verdict: Agreement) -> bool:
    return any(row.verdict is verdict for row in rows)
