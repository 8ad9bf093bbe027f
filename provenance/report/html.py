"""A verdict as one self-contained page, both pictures side by side. It loads nothing and runs nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from provenance.model.case import KnownPhoto, Row, Summary, Verdict
from provenance.model.claims import Agreement
from provenance.model.findings import Finding, Severity
from provenance.model.photo import Preview
from provenance.report.answer import answer_words, best_known, evidence_line, next_step
from provenance.report.escape import visible
from provenance.report.rows import telling
from provenance.report.testimony import source_words, standing_words, strongest
from provenance.report.timeline import Entry, earliest_words, timeline
from provenance.report.wording import count, day_words, moment_words, plain_day, relation_words, relations_in_words

if TYPE_CHECKING:
    from jinja2 import Environment

_TONES = {"HOLD": "hold", "OK": "ok", "OK, BUT": "look", "SIMILAR": "look", "CANNOT READ": "look"}
_AGREEMENT_TONES = {
    Agreement.AGREES: "ok",
    Agreement.EXPLAINABLE: "look",
    Agreement.CONTRADICTS: "hold",
    Agreement.CANNOT_TELL: "plain",
}
_SEVERITY_TONES = {Severity.ERROR: "hold", Severity.WARNING: "look", Severity.NOTE: "plain"}


def render_check_page(verdict: Verdict) -> str:
    """The page as HTML. Text from outside is escaped here, and its control characters are made visible."""
    environment = _environment()
    style = environment.get_template("check.css").render()
    return environment.get_template("check.html").render(policy=_policy(style), **_content(verdict))


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("provenance.report", "templates")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    environment.filters["shown"] = visible
    return environment


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    rest = "base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; {rest}"


def _content(verdict: Verdict) -> dict[str, Any]:
    case, searched = verdict.case, verdict.searched
    word, sentence = answer_words(verdict)
    newest = f", the newest of {day_words(searched.newest.date())}" if searched.newest else ""
    return {
        "file": case.file,
        "photo": case.photo,
        "checked": moment_words(case.now),
        "searched": count(searched.photos, "photo") + newest,
        "word": word,
        "sentence": _sentence(verdict.summary, sentence),
        "tone": _TONES.get(word, "plain"),
        "evidence": evidence_line(verdict),
        "next_step": next_step(verdict).removeprefix("Next: "),
        "picture": _picture(verdict.preview),
        "claim": _claim(verdict),
        "known": _known(verdict),
        "rows": [_row(row) for row in telling(verdict.rows) if case.known],
        "findings": [_finding(finding) for finding in verdict.findings],
        "histories": [_history(known) for known in case.known],
        "not_judged": verdict.not_judged,
        "problems": [f"{one.sentence} {one.hint}".strip() for one in case.problems],
        "facts": case.facts,
        "facts_count": count(len(case.facts), "field"),
    }


def _sentence(summary: Summary, sentence: str) -> str:
    """ "Not found among 41,203 photos" reads on from its word in text; under the word it stands alone."""
    alone = summary is Summary.NOT_FOUND and sentence.startswith("among ")
    return f"Not {sentence}" if alone else sentence


def _picture(preview: Preview | None) -> dict[str, Any] | None:
    if preview is None:
        return None
    encoded = base64.b64encode(preview.data).decode()
    source = f"data:image/{preview.format.lower()};base64,{encoded}"
    return {"source": source, "width": preview.width, "height": preview.height}


def _claim(verdict: Verdict) -> dict[str, str] | None:
    claim = verdict.case.claim
    if claim is None:
        return None
    texts = (claim.caption, claim.headline, claim.credit or claim.creator, claim.date, claim.place)
    words, *rest = [text for text in texts if text] or [""]
    label = "The file's own caption" if verdict.case.claim_is_own else "As given with the photo"
    return {"words": words, "label": label, "rest": ", ".join(rest)}


def _known(verdict: Verdict) -> dict[str, Any] | None:
    known = best_known(verdict)
    if known is None:
        return None
    testimony = strongest(known)
    place = verdict.case.known.index(known)
    preview = verdict.known_previews[place] if place < len(verdict.known_previews) else None
    said = f"{source_words(testimony.appearance.statement)}, {standing_words(testimony)}. " if testimony else ""
    return {
        "photo": known.photo,
        "label": "The photo in the archive" if known.same_photo else "A similar photo in the archive",
        "picture": _picture(preview),
        "caption": testimony.appearance.statement.caption if testimony else "",
        "source": f"{said}Held since {day_words(known.held_since.date())}.",
        "relations": relations_in_words(known.match),
    }


def _row(row: Row) -> dict[str, str]:
    return {
        "axis": row.axis.value.capitalize(),
        "claimed": plain_day(row.claimed),
        "on_record": plain_day(row.on_record),
        "why": row.why,
        "verdict": row.verdict.value.replace("-", " ").capitalize(),
        "tone": _AGREEMENT_TONES[row.verdict],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "tone": _SEVERITY_TONES[finding.severity],
        "severity": finding.severity.word.capitalize(),
        "confidence": finding.confidence.value,
        "message": finding.message,
        "rule": finding.rule,
        "id": finding.id,
        "evidence": finding.evidence,
        "innocent": finding.innocent,
        "advice": finding.advice,
    }


def _history(known: KnownPhoto) -> dict[str, Any]:
    entries = timeline(known.testimonies)
    earliest = f"Earliest: {earliest_words(known.held_since, known.testimonies)}."
    files = f" Files: {', '.join(known.files)}." if known.files else ""
    relations = relation_words(known.match)
    return {
        "photo": known.photo,
        "summary": f"{earliest} {relations}{files}".replace("  ", " "),
        "entries": [_entry(entry) for entry in entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "style": " ".join(_styles(entry)),
        "when": entry.when,
        "who": entry.who,
        "caption": entry.statement.caption,
        "details": entry.details,
    }


def _styles(entry: Entry) -> Iterator[str]:
    if entry.offered:
        yield "offered"
    if entry.testimony.appearance.superseded:
        yield "superseded"
