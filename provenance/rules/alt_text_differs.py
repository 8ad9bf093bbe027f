"""The rule that a page says one thing of a photo, to those who see it and to those who do not."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Severity
from provenance.model.history import Turn, Version
from provenance.model.limits import RuleLimits
from provenance.rules.rule import Cannot, Hit, rule
from provenance.rules.versions import changed_words, on_record, version_evidence

_INNOCENT = (
    "The hidden text may have been left from a picture that stood there before.",
    "The visible caption may tell the story of the day beside a file photo.",
)


@rule(
    id="alt-text-differs",
    title="A page's hidden text tells this photo otherwise than its visible caption",
    severity=Severity.WARNING,
    advice="Trust the hidden text first: it often is the agency's own caption.",
    doors=(Door.CHECK, Door.AUDIT),
)
def alt_text_differs(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the alternative text of a published photo, and what the page's data for machines (JSON-LD) says of it,
    with the caption that readers see on the same page.

    Publishers rewrite the visible caption and leave the agency's words in the others, so the change gives itself away.
    Another day, place, photographer or event is a warning; another number, agency or marker is a note.

    Hidden texts that only describe the picture for those who cannot see it, that are shorter or in other words with
    the same facts, are nothing. Where the two share no fact, the rule says that it cannot judge.
    """
    del limits
    for visible, hidden in on_record(case):
        if not hidden.beside:
            continue
        if hidden.turn in {Turn.RE_ATTRIBUTED, Turn.OTHER_FACTS}:
            yield _hit(visible, hidden)
        elif hidden.turn is Turn.CANNOT_TELL:
            yield Cannot("a page's hidden text and its visible caption share no fact that could be compared")


def _hit(visible: Version, hidden: Version) -> Hit:
    return Hit(
        message=f"The page's visible caption and its hidden text differ in {changed_words(hidden.changes)}.",
        evidence=(version_evidence(visible), version_evidence(hidden)),
        innocent=_INNOCENT,
        confidence=Confidence.MEDIUM,
        severity=Severity.WARNING if hidden.turn is Turn.RE_ATTRIBUTED else Severity.NOTE,
    )
