"""The rule that one photo has one story: the versions of its caption against each other."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Severity
from provenance.model.history import Turn, Version
from provenance.model.limits import RuleLimits
from provenance.rules.rule import Cannot, Hit, rule
from provenance.rules.versions import changed_words, on_record, only_in_file, version_evidence

_INNOCENT = (
    "Agencies correct captions, and put out old photos again with a new date beside the old one.",
    "A newspaper's caption may tell the story of the day and not the picture.",
)


@rule(
    id="caption-changed",
    title="Captions on record tell this photo in two ways",
    severity=Severity.WARNING,
    advice="Find the agency's own caption, and put right what came of the other one.",
    doors=(Door.AUDIT,),
)
def caption_changed(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Compares the captions that are on record for one photo and its copies with each other, each with the earlier one
    that it is most like, and names what changed: day, place, photographer, event, a number, "file photo", "handout".

    One picture under two days or two events is what an archive must not sell. Another day, place, photographer or event
    is a warning; another number, agency or marker is a note, and so is everything that only the files' own
    fields say.

    Captions that were shortened, translated or reworded with the same facts are no change. Where two captions share
    neither words nor facts, the rule says that it cannot judge. It speaks in the audit: in a check the claim itself is
    held against each of them.
    """
    del limits
    for earlier, version in on_record(case):
        if version.beside:
            continue  # alt-text-differs speaks of these
        if version.turn in {Turn.RE_ATTRIBUTED, Turn.OTHER_FACTS}:
            yield _hit(earlier, version)
        elif version.turn is Turn.CANNOT_TELL:
            yield Cannot("two captions on record share neither words nor facts that could be held against each other")


def _hit(earlier: Version, version: Version) -> Hit:
    grave = version.turn is Turn.RE_ATTRIBUTED and not only_in_file(earlier, version)
    return Hit(
        message=f"Two captions on record differ in {changed_words(version.changes)}.",
        evidence=(version_evidence(earlier), version_evidence(version)),
        innocent=_INNOCENT,
        confidence=Confidence.MEDIUM,
        severity=Severity.WARNING if grave else Severity.NOTE,
    )
