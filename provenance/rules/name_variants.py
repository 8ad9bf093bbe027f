"""The rule that one photographer has one name."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.rule import Cannot, Hit, rule

_INNOCENT = ("Two people may bear names that differ by a letter.",)


@rule(
    id="name-variants",
    title="One photographer's name is written in several ways",
    severity=Severity.NOTE,
    advice="Choose one spelling, and put the others right.",
    doors=(Door.AUDIT,),
)
def name_variants(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks over all photographers who are credited in the archive for names that differ only in accents, in
    transliteration, in the order of first and last name, in an initial or by a cut after 32 characters.

    Credits are paid and searched by name: half of a photographer's pictures are not found under the other spelling.
    It is a note. The spelling that most photos bear is suggested.

    Two people may have names that differ by a letter, and short names are left alone. Each spelling is counted once
    for every photo that bears it.
    """
    del limits
    if len(case.spellings) > 1:
        ordered = sorted(case.spellings, key=lambda one: (-one[1], one[0]))
        names = ", ".join(f"{name} ({count:,})" for name, count in ordered)
        yield Hit(
            f"One photographer's name may be written in {len(ordered)} ways: {names}.",
            tuple(Evidence("credits in this archive", f"{name}: {count:,}") for name, count in ordered),
            _INNOCENT,
            Confidence.MEDIUM,
        )
