"""The rule that renditions of a library entry keep its credit."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule

_INNOCENT = ("The program that makes these files may leave all fields out, and the credit may stand beside them.",)


@rule(
    id="credit-lost-in-renditions",
    title="Renditions of one kind have lost the credit of their library entry",
    severity=Severity.NOTE,
    advice="Let the program that makes these files keep creator and credit.",
    doors=(Door.AUDIT,),
)
def credit_lost_in_renditions(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks at the files of each library entry, as `--rendition-pattern` or `--record-column` told them: where one of
    them carries a credit in its fields and others carry none, each kind of rendition is told once, with the number of
    entries that it concerns.

    Copies for the web are what others find and take; without a credit nobody can ask. It is a note, and one line for
    each kind, for the cause is one program and not thousands of mistakes.

    It reads the files' own fields only, and only files that were recognised as the same photo.
    """
    del limits
    if case.uncredited is not None:
        kind, entries, files = case.uncredited
        of = "a library entry" if entries == 1 else f"{entries:,} library entries"
        which = f'the "{brief(kind)}" rendition' if kind else "renditions"
        yield Hit(
            f"The credit is lost in {which} of {of}, as in {brief(files[0])}.",
            (Evidence("kind of rendition", kind or "not told"),),
            _INNOCENT,
            Confidence.HIGH,
        )
