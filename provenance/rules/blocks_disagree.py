"""The rule that the metadata blocks of a file contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.blocks import Said
from provenance.model.case import Case
from provenance.model.disagreements import Disagreement, disagreements
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule

_INNOCENT = "Programs rewrite one block and leave the others as they were; genuine wire files differ in themselves."


@rule(
    id="blocks-disagree",
    title="Two metadata blocks of the file contradict each other",
    severity=Severity.NOTE,
    advice="Go by what several blocks say alike, and ask who saved the file last.",
    doors=(Door.INSPECT,),
)
def blocks_disagree(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Holds EXIF, IPTC-IIM and XMP against each other where they say the same thing: when and where the photo was
    taken, by whom, its caption, credit, copyright and camera. Each meaning that differs is a finding of its own, with
    the likely reason where there is one: the date of transmission, the date of the last save, a new issue.

    What differs shows what was rewritten, and an older caption or date may still stand in the block that was forgotten.

    Most genuine files that went through several hands do this, so it is a note, and it is told only to someone who
    looks into one file. Texts that a field has cut off, names that one block leaves out, zones and fractions of a
    second are no contradiction. What only one block says cannot be held against anything.
    """
    del limits
    for found in disagreements(case.facts):
        yield Hit(_message(found), tuple(map(_evidence, found.said)), (found.reason or _INNOCENT,), Confidence.HIGH)


def _message(found: Disagreement) -> str:
    first = found.said[0]
    other = next((one for one in found.said[1:] if one.text != first.text), found.said[-1])
    values = f"{brief(first.text)} ({first.block}), {brief(other.text)} ({other.block})"
    return f"The blocks of this file disagree about “{found.meaning.label}”: {values}."


def _evidence(one: Said) -> Evidence:
    return Evidence(one.name, one.text)
