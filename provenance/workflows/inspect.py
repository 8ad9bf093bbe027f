"""Inspect: what a file says about itself, without decoding its pixels and without an archive.

1. the bytes become facts, block by block                                               opener.read_facts
2. the file's own fullest caption becomes claims, where a reader of captions is given   captions.read
3. the rules of this door judge what the blocks say                                     rules.judge
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from provenance.feeds.in_file import statements
from provenance.media.opener import Opener
from provenance.media.worker.handed import Handed
from provenance.model.appearance import Standing, Statement
from provenance.model.case import Case
from provenance.model.claims import Claims
from provenance.model.findings import Abstention, Door, Finding
from provenance.model.isolation import Isolation
from provenance.model.limits import Limits
from provenance.model.photo import Fact, PhotoId, Problem
from provenance.rules.judge import judge

ReadClaims = Callable[[Statement], Claims]


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file, looked into. `format` is "" for what is no photo; then there are problems and no facts."""

    photo: PhotoId
    format: str
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]
    not_judged: tuple[Abstention, ...]
    isolation: Isolation


def inspect(
    file: str, content: Handed, limits: Limits, now: datetime, opener: Opener, read: ReadClaims | None = None
) -> Inspected:
    """Look into one file. Without `read` its caption is shown and not held against its other fields."""
    format, facts, problems = opener.read_facts(content, limits.read)
    claim = own_claim(facts) if read else None
    case = Case(
        file=file,
        photo=content.photo,
        readable=bool(format),
        now=now,
        claim=claim,
        claim_is_own=claim is not None,
        claims=read(claim) if read and claim else None,
        facts=facts,
        problems=problems,
        known=(),
        held=(),
        isolation=opener.isolation,
    )
    findings, not_judged = judge(case, limits.rule, door=Door.INSPECT)
    return Inspected(content.photo, format, facts, problems, findings, not_judged, opener.isolation)


def own_claim(facts: tuple[Fact, ...]) -> Statement | None:
    """The statement of the block with the fullest caption; None where no block says anything."""
    own = statements(facts, "the file", Standing.OFFERED)
    return max(own, key=lambda one: (len(one.caption), len(one.credit) + len(one.creator)), default=None)
