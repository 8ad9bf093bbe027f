"""What stands on the page of one family."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from provenance.model.audit import LISTING_TITLES, Audited, Listed
from provenance.model.family import Decision
from provenance.model.findings import Severity
from provenance.model.photo import PictureId, Preview
from provenance.report.audit_commands import OF_FINDING, commands
from provenance.report.audit_decisions import about_words, decision_words
from provenance.report.audit_matrix import matrix_content
from provenance.report.audit_pictures import bridge_content, numbers, pictures_content
from provenance.report.wording import count, plain_day

TONES = {Severity.ERROR: "hold", Severity.WARNING: "look", Severity.NOTE: "plain"}


def family_file(family: str) -> str:
    """Where a family's page stands in the report, from its top folder."""
    return f"families/{family}.html"


def leading(family: Audited) -> Listed | None:
    """The finding that is told first: the gravest that nobody has decided, else the gravest; None without findings."""
    open_ones = [one for one in family.listed if one.open]
    return min(open_ones or family.listed, key=lambda one: one.rank, default=None)


def family_content(family: Audited, previews: Mapping[PictureId, Preview], archive: str) -> dict[str, Any]:
    """The content of the page. `archive` is the path to name in commands, "" for none."""
    shown = numbers(family)
    first = leading(family)
    return {
        "id": family.id,
        "kicker": LISTING_TITLES[first.listing] if first else "Nothing to decide",
        "heading": first.finding.message if first else f"{count(len(family.copies), 'photo')} of one exposure",
        "tone": TONES[first.finding.severity] if first and first.open else "plain",
        "summary": _summary(family),
        "pictures": pictures_content(family, previews, archive),
        "findings": [_finding(one, shown, archive) for one in sorted(family.listed, key=_undecided_first)],
        "sayings": matrix_content(family, shown, archive),
        "marked": any(one.words for one in family.sayings),
        "bridges": [bridge_content(one, family, previews, archive) for one in family.bridges],
        "decisions": [_decision(one) for one in family.decisions],
        "commands": commands(family.id, OF_FINDING, archive) if len(family.listed) > 1 else (),
    }


def _undecided_first(one: Listed) -> tuple[bool, tuple[int, int, str]]:
    return not one.open, one.rank


def _summary(family: Audited) -> str:
    undecided = sum(one.open for one in family.listed)
    decided = len(family.listed) - undecided
    parts = (
        count(len(family.copies), "photo"),
        count(len(family.sayings), "caption"),
        f"{undecided:,} to decide",
        f"{decided:,} decided" if decided else "",
        count(len(family.bridges), "possible relative") if family.bridges else "",
    )
    return " · ".join(part for part in parts if part)


def _finding(one: Listed, shown: Mapping[str, int], archive: str) -> dict[str, Any]:
    finding = one.finding
    return {
        "tone": TONES[finding.severity] if one.open else "plain",
        "severity": finding.severity.word.capitalize(),
        "confidence": finding.confidence.value,
        "listing": LISTING_TITLES[one.listing],
        "message": finding.message,
        "rule": finding.rule,
        "id": finding.id,
        "file": one.file,
        "photo": shown.get(one.photo),
        "saying": one.saying,
        "against": one.against,
        "evidence": finding.evidence,
        "innocent": finding.innocent,
        "advice": finding.advice,
        "field": one.field if one.suggested else "",
        "value": plain_day(one.value),
        "suggested": plain_day(one.suggested),
        "open": one.open,
        "decision": decision_words(one.decision) if one.decision else "",
        "commands": commands(finding.id, OF_FINDING, archive),
    }


def _decision(decision: Decision) -> dict[str, str]:
    return {"about": about_words(decision), "words": decision_words(decision)}
