"""Verdicts as objects for scripts: JSON, schema 1. Within schema 1 keys are only ever added.

Every key is always there. A text that nobody stated is "", anything else that is not known or not measured is null.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from provenance.model.case import KnownPhoto, Row, Searched, Testimony, Verdict
from provenance.model.family import Decision, match_id
from provenance.model.findings import Corroboration, Finding
from provenance.model.isolation import Isolation
from provenance.model.matching import Change, Match, Relation
from provenance.model.photo import Fact, PhotoId, PictureId, Problem
from provenance.model.times import Dated, TimeKind
from provenance.report.caption_history import history_object
from provenance.report.copies import best_copy
from provenance.report.credentials import credentials_object
from provenance.report.embedded import embedded_objects
from provenance.report.escape import speakable
from provenance.report.linked import linked_object
from provenance.report.notice_lines import notice_object
from provenance.report.testimony import credit_words


def check_object(verdict: Verdict) -> dict[str, Any]:
    """The object that `prov check --json` prints for one file; docs/schema/check-1.json describes it."""
    case = verdict.case
    made: dict[str, Any] = {
        "schema": 1,
        "file": case.file,
        "photo": case.photo,
        "readable": case.readable,
        "width": case.width or None,
        "height": case.height or None,
        "summary": verdict.summary.value,
        "searched": searched_object(verdict.searched),
        "claim": _claim_object(verdict),
        "axes": [_row_object(row) for row in verdict.rows],
        "matches": [_match_object(known, verdict.picture) for known in case.known],
        "history": history_object(case.history),
        "findings": [finding_object(finding) for finding in verdict.findings],
        "corroborations": [corroboration_object(one) for one in verdict.corroborations],
        "embedded": embedded_objects(case.embedded),
        "credentials": credentials_object(case.facts, readable=case.readable),
        "family": verdict.family or None,
        "best_copy": _copy_object(best_copy(case)),
        "notices": [notice_object(noticed) for noticed in case.notices],
        "decisions": [decision_object(one) for one in verdict.decisions],
        "linked": [linked_object(one) for one in verdict.linked],
        "isolation": case.isolation.value,
        "not_judged": [{"rule": one.rule, "reason": one.reason} for one in verdict.not_judged],
        "facts": [fact_object(fact) for fact in case.facts],
        "problems": [problem.sentence for problem in case.problems],
    }
    checked: dict[str, Any] = strict(made)
    return checked


def ingest_object(
    file: str,
    photo: PhotoId | None,
    status: str,
    problems: Sequence[Problem],
    isolation: Isolation | None = None,
) -> dict[str, Any]:
    """The object that `prov ingest --json` prints for one photo; `status` is new, known or unreadable.

    `isolation` is None where the file was not opened.
    """
    sentences = [problem.sentence for problem in problems]
    checked: dict[str, Any] = strict(
        {"file": file, "photo": photo, "status": status, "problems": sentences, "isolation": isolation}
    )
    return checked


def appearance_object(testimony: Testimony) -> dict[str, Any]:
    """One appearance, with its texts as they stood."""
    appearance = testimony.appearance
    statement = appearance.statement
    return {
        "standing": statement.standing.value,
        "publisher": statement.publisher,
        "published": _span_object(statement.time(TimeKind.PUBLISHED)),
        "transmitted": _span_object(statement.time(TimeKind.TRANSMITTED)),
        "captured": _span_object(statement.time(TimeKind.CAPTURED)),
        "caption": statement.caption,
        "credit": statement.credit or credit_words(testimony),
        "creator": statement.creator,
        "source": statement.source,
        "address": statement.address,
        "url": statement.url,
        "recorded": _moment(appearance.recorded),
        "superseded": appearance.superseded,
    }


def searched_object(searched: Searched) -> dict[str, Any]:
    """How many photos were searched, and the day the newest of them came."""
    return {"photos": searched.photos, "newest": searched.newest.date().isoformat() if searched.newest else None}


def fact_object(fact: Fact) -> dict[str, Any]:
    """One fact, with its reader and block."""
    named = {"field": fact.field, "value": fact.value, "raw": fact.raw}
    return {**named, "reader": fact.reader, "block": fact.block}


def strict(value: Any) -> Any:
    """The value with what strict JSON and UTF-8 cannot carry replaced: lone surrogates, infinite numbers."""
    if isinstance(value, str):
        return speakable(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {speakable(key): strict(member) for key, member in value.items()}
    return [strict(member) for member in value] if isinstance(value, (list, tuple)) else value


def _claim_object(verdict: Verdict) -> dict[str, Any] | None:
    claim = verdict.case.claim
    if claim is None:
        return None
    texts = {
        "caption": claim.caption,
        "credit": claim.credit or claim.creator,
        "date": claim.date,
        "place": claim.place,
    }
    own = {"own": verdict.case.claim_is_own, "address": claim.address}
    return {**own, **texts}


def _row_object(row: Row) -> dict[str, Any]:
    return {
        "axis": row.axis.value,
        "claimed": row.claimed,
        "on_record": row.on_record,
        "verdict": row.verdict.value,
        "why": row.why,
        "innocent": list(row.innocent),
        "source": row.source,
    }


def _copy_object(known: KnownPhoto | None) -> dict[str, Any] | None:
    if known is None:
        return None
    return {"photo": known.photo, "files": list(known.files), "width": known.width, "height": known.height}


def _match_object(known: KnownPhoto, this: PictureId | None) -> dict[str, Any]:
    decidable = this is not None and this != known.match.picture
    return {
        "id": match_id(this, known.match.picture) if this and decidable else None,
        "photo": known.photo,
        "files": list(known.files),
        **match_object(known.match),
        "held_since": _moment(known.held_since),
        "appearances": [appearance_object(one) for one in sorted(known.testimonies, key=lambda one: one.earliest)],
    }


def match_object(match: Match) -> dict[str, Any]:
    """What was measured about how one picture was made from another; boxes and corners in pixels of the first."""
    return {
        "verdict": match.verdict.value,
        "relation": [relation.value for relation in match.relations],
        "kept": match.kept,
        "of_this": match.of_this,
        "confidence": match.confidence,
        "region": [list(corner) for corner in match.region] if match.region else None,
        "altered": match.altered,
        "overlaid": match.overlaid,
        "shown": list(match.shown) if match.shown else None,
        "mirrored": match.orientation.mirrored or Relation.MIRRORED in match.relations,
        "angle": match.angle,
        "changes": [_change_object(change) for change in match.changes],
        "same_moment": match.same_moment,
        "points": match.points,
    }


def _change_object(change: Change) -> dict[str, Any]:
    return {"kind": change.kind.value, "box": list(change.box), "share": change.share}


def finding_object(finding: Finding) -> dict[str, Any]:
    """One finding, with its evidence."""

    return {
        "id": finding.id,
        "rule": finding.rule,
        "title": finding.title,
        "severity": finding.severity.word,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "advice": finding.advice,
        "innocent": list(finding.innocent),
        "evidence": [{"source": one.source, "text": one.text} for one in finding.evidence],
    }


def corroboration_object(one: Corroboration) -> dict[str, Any]:
    """What in the file supports the claim, with its evidence."""
    evidence = [{"source": quoted.source, "text": quoted.text} for quoted in one.evidence]
    return {"axis": one.axis, "message": one.message, "evidence": evidence}


def decision_object(one: Decision) -> dict[str, Any]:
    """What was decided, about what, by whom, when and why."""
    said = {"about": one.about, "ruling": one.ruling.value, "by": one.by, "at": _moment(one.at), "note": one.note}
    return {**said, "pictures": list(one.pictures)}


def _span_object(dated: Dated | None) -> list[str] | None:
    return [_moment(dated.span.start), _moment(dated.span.end)] if dated else None


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
