"""The rule that a crop should not lose what the picture is about."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.matching import Relation
from provenance.rules.quoting import known_name
from provenance.rules.rule import Cannot, Hit, rule

_INNOCENT = ("Portraits are cut from group pictures, and formats of pages are narrow.",)


@rule(
    id="crop-lost-context",
    title="A crop shows less than half of the picture",
    severity=Severity.NOTE,
    advice="Look whether what was cut off changes what the picture says.",
    doors=(Door.AUDIT,),
)
def crop_lost_context(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks how much of the best copy that is held a cropped one still shows: less than half of it is reported.

    Cutting away is the quietest way to make a picture say something else: the other side of the street, the hand that
    holds the stone. The whole picture is at hand, so the two can be looked at side by side. It is a note.

    What a crop means only a person can judge. Pictures that hold the photo inside something else (screenshots,
    collages) are measured by what they show of it. Where the share could not be measured the rule cannot judge.
    """
    for known in case.same_photos if case.audited and case.claim is None else ():
        if Relation.CROPPED not in known.match.relations:
            continue
        if known.match.kept is None:
            yield Cannot("how much of the best copy this one shows could not be measured")
        elif known.match.kept < limits.kept_least:
            share = f"{known.match.kept * 100:.0f} %"
            words = ", ".join(relation.value for relation in known.match.relations)
            yield Hit(
                f"This copy shows only {share} of the best one held.", (Evidence(known_name(known), words),), _INNOCENT
            )
