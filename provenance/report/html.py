"""A verdict as one self-contained page, both pictures side by side. It loads nothing and runs nothing."""

from __future__ import annotations

from typing import Any

from provenance.model.case import KnownPhoto, Row, Summary, Verdict
from provenance.model.claims import Agreement
from provenance.model.findings import Finding, Severity
from provenance.report.answer import answer_words, best_known, evidence_line, next_step, picture_size
from provenance.report.caption_history import history_content
from provenance.report.copies import best_copy_words, parts, parts_words
from provenance.report.credentials import credentials_content
from provenance.report.drawing import of_known, of_this
from provenance.report.embedded import embedded_content
from provenance.report.likenesses import known_content
from provenance.report.linked import linked_words
from provenance.report.notice_lines import notice_content
from provenance.report.pages import environment, policy
from provenance.report.previews import known_preview, picture_content
from provenance.report.rows import telling
from provenance.report.testimony import source_words, standing_words, strongest
from provenance.report.wording import count, day_words, moment_words, plain_day, relations_in_words

_TONES = {
    "HOLD": "hold",
    "OK": "ok",
    "OK, BUT": "look",
    "SEEN, BUT": "look",
    "SAME SCENE": "look",
    "CANNOT TELL": "look",
    "CANNOT READ": "look",
}
_AGREEMENT_TONES = {
    Agreement.AGREES: "ok",
    Agreement.EXPLAINABLE: "look",
    Agreement.CONTRADICTS: "hold",
    Agreement.CANNOT_TELL: "plain",
}
_SEVERITY_TONES = {Severity.ERROR: "hold", Severity.WARNING: "look", Severity.NOTE: "plain"}


def render_check_page(verdict: Verdict) -> str:
    """The page as HTML. Text from outside is escaped here, and its control characters are made visible."""
    templates = environment()
    style = templates.get_template("check.css").render()
    return templates.get_template("check.html").render(policy=policy(style), **_content(verdict))


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
        "notices": notice_content(verdict),
        "tone": _TONES.get(word, "plain"),
        "evidence": evidence_line(verdict),
        "next_step": _next_step(verdict),
        "picture": picture_content(verdict.preview),
        "drawing": of_this(case, best_known(verdict)),
        "claim": _claim(verdict),
        "known": _known(verdict),
        "best_copy": best_copy_words(case),
        "several": parts_words(parts(case)),
        "linked": [linked_words(one) for one in verdict.linked],
        "rows": [_row(row) for row in telling(verdict.rows) if case.same_photos],
        "findings": [_finding(finding) for finding in verdict.findings],
        "captions": history_content(case.history),
        **known_content(verdict),
        "not_judged": verdict.not_judged,
        "problems": [f"{one.sentence} {one.hint}".strip() for one in case.problems],
        "embedded": embedded_content(case.embedded),
        "credentials": credentials_content(case.facts),
        "facts": case.facts,
        "facts_count": count(len(case.facts), "field"),
    }


def _sentence(summary: Summary, sentence: str) -> str:
    """ "Not found among 41,203 photos" reads on from its word in text; under the word it stands alone."""
    alone = summary is Summary.NOT_FOUND and sentence.startswith("among ")
    return f"Not {sentence}" if alone else sentence


def _next_step(verdict: Verdict) -> str:
    """What to do; where that is to make this page, to read it."""
    step = next_step(verdict).removeprefix("Next: ")
    return "Look at the two, side by side below." if "--html" in step else step


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
    preview = known_preview(verdict, known)
    said = f"{source_words(testimony.appearance.statement)}, {standing_words(testimony)}. " if testimony else ""
    return {
        "photo": known.photo,
        "label": _known_label(known),
        "picture": picture_content(preview),
        "drawing": of_known(known),
        "caption": testimony.appearance.statement.caption if testimony else "",
        "source": f"{said}Held since {day_words(known.held_since.date())}.",
        "relations": relations_in_words(known.match, picture_size(verdict)),
        "same": known.same_photo,
    }


def _known_label(known: KnownPhoto) -> str:
    if known.same_photo:
        return "The photo in the archive"
    return "Another frame in the archive" if known.other_frame else "A similar picture in the archive"


def _row(row: Row) -> dict[str, Any]:
    return {
        "axis": row.axis.value.capitalize(),
        "claimed": plain_day(row.claimed),
        "on_record": plain_day(row.on_record),
        "why": row.why,
        "innocent": row.innocent,
        "source": row.source,
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
