"""The notices that concern a checked photo: what is told before anything else."""

from __future__ import annotations

import re
from typing import Any

from provenance.model.case import Verdict
from provenance.model.findings import Finding
from provenance.model.notice import Notice, Noticed
from provenance.model.photo import PhotoId
from provenance.report.layout import at_most, wrap
from provenance.report.wording import span_words

KILLED = "killed"
"""The rule that speaks of notices."""
_MOST = 2
_NAMED = re.compile(r"Notice (N-[0-9a-f]{10}),")


def notice_findings(verdict: Verdict) -> tuple[tuple[Finding, Notice], ...]:
    """What notices say about this photo itself, the gravest first; not what they say about others that are like it."""
    same: set[PhotoId | None] = {None, *(known.photo for known in verdict.case.same_photos)}
    here = {one.notice.id: one.notice for one in verdict.case.notices if one.photo in same}
    found = ((finding, here.get(_notice_id(finding))) for finding in verdict.findings if finding.rule == KILLED)
    return tuple((finding, notice) for finding, notice in found if notice is not None)


def _notice_id(finding: Finding) -> str:
    """Which notice a finding quotes: its evidence names it."""
    found = (_NAMED.match(one.source) for one in finding.evidence)
    return next((one[1] for one in found if one), "")


def notice_lines(verdict: Verdict, told: Finding | None) -> list[str]:
    """The first lines of an answer: what the notices on record say, without the one that the answer itself tells."""
    messages = [finding.message for finding, _ in notice_findings(verdict) if finding is not told]
    lines = [line for message in messages[:_MOST] for line in at_most(wrap(f"NOTICE: {message}"), 2)]
    more = len(messages) - _MOST
    return [*lines, f"NOTICE: {more} more: see them with -v."] if more > 0 else lines


def notice_object(noticed: Noticed) -> dict[str, Any]:
    """One notice for scripts. `photo` is the photo of the archive through which it concerns this one, else null."""
    notice = noticed.notice
    span = notice.issued.span if notice.issued else None
    return {
        "id": notice.id,
        "kind": notice.kind.value,
        "publisher": notice.publisher,
        "headline": notice.headline,
        "text": notice.text,
        "issued": [moment.isoformat(timespec="seconds") for moment in (span.start, span.end)] if span else None,
        "recorded": noticed.kept.recorded.isoformat(timespec="seconds"),
        "source": notice.source,
        "address": notice.address,
        "corrected": notice.corrected,
        "by": noticed.way.value,
        "photo": noticed.photo,
    }


def notice_content(verdict: Verdict) -> list[dict[str, str]]:
    """The notices for a page: what each says about this photo, and its own words."""
    return [
        {
            "message": finding.message,
            "text": notice.text,
            "when": span_words(notice.issued.span) if notice.issued else "",
            "id": notice.id,
        }
        for finding, notice in notice_findings(verdict)
    ]
