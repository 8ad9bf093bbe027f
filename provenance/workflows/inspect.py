"""Inspect: what a file says about itself, without an archive.

1. the bytes become facts, block by block                                               opener.read_facts
   and are taken apart; small pictures inside are held against the picture              embedded.look_inside
2. the file's own fullest caption becomes claims, where there is a vocabulary           captions.read
3. position and clock are held against them                                             clues
4. the rules of this door judge what the blocks say, and what fits is told as well      rules.judge
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from provenance.feeds.in_file import statements
from provenance.media.opener import Opener
from provenance.media.worker.handed import Handed
from provenance.model.appearance import Standing, Statement
from provenance.model.case import Case
from provenance.model.embedded import EmbeddedComparison
from provenance.model.findings import Abstention, Corroboration, Door, Finding
from provenance.model.inside import BlockKind, FileBlock, Inside
from provenance.model.isolation import Isolation
from provenance.model.limits import Limits
from provenance.model.photo import Fact, PhotoId, Problem
from provenance.model.trust import TrustList
from provenance.rules.corroborate import corroborate
from provenance.rules.judge import judge
from provenance.workflows.clues import clues
from provenance.workflows.embedded import look_inside

if TYPE_CHECKING:
    from provenance.captions.vocabulary import Vocabulary


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
    corroborations: tuple[Corroboration, ...] = ()
    inside: Inside = field(default_factory=Inside)
    embedded: tuple[EmbeddedComparison, ...] = ()

    @property
    def outside(self) -> tuple[FileBlock, ...]:
        """Stretches that belong to no part of the container: between its parts, and behind its end."""
        return tuple(one for one in self.inside.blocks if one.kind in {BlockKind.TRAILER, BlockKind.GAP})


def inspect(
    file: str,
    content: Handed,
    limits: Limits,
    now: datetime,
    opener: Opener,
    vocabulary: Callable[[], Vocabulary] | None = None,
    trust: Callable[[], Sequence[TrustList]] | None = None,
) -> Inspected:
    """Look into one file. Without a vocabulary its caption is shown and not held against its other fields.

    `trust` fetches the lists against which content credentials are judged; it is asked only where there may be some.
    """
    lists = trust() if trust and content.marked else ()
    format, facts, problems = opener.read_facts(content, limits.read, lists)
    inside, embedded = look_inside(content, opener, limits) if format else (Inside(), ())
    case = Case(
        file=file,
        photo=content.photo,
        readable=bool(format),
        now=now,
        claim=None,
        claim_is_own=False,
        claims=None,
        facts=facts,
        problems=problems,
        known=(),
        held=(),
        isolation=opener.isolation,
        embedded=embedded,
    )
    case = with_own_claim(case, vocabulary, limits) if vocabulary else case
    findings, not_judged = judge(case, limits.rule, door=Door.INSPECT)
    supporting = corroborate(case, limits.rule)
    return Inspected(
        content.photo, format, facts, problems, findings, not_judged, opener.isolation, supporting, inside, embedded
    )


def with_own_claim(case: Case, vocabulary: Callable[[], Vocabulary], limits: Limits) -> Case:
    """The case of a file alone, with what its own caption claims, and its position and clock held against that."""
    from provenance.captions.reading import read

    claim = own_claim(case.facts)
    claims = read(claim, vocabulary(), limits.read) if claim else None
    found = clues(case.facts, claims, vocabulary, limits.rule)
    return replace(
        case, claim=claim, claim_is_own=claim is not None, claims=claims, placed=found.placed, zoned=found.zoned
    )


def own_claim(facts: tuple[Fact, ...]) -> Statement | None:
    """The statement of the block with the fullest caption; None where no block says anything."""
    own = statements(facts, "the file", Standing.OFFERED)
    return max(own, key=lambda one: (len(one.caption), len(one.credit) + len(one.creator)), default=None)
