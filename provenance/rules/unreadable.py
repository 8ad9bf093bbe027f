"""The rule for a file that holds no picture that can be read."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.rule import Cannot, Hit, rule


@rule(
    id="unreadable",
    title="The file could not be read as a picture",
    severity=Severity.WARNING,
    advice="Ask for the file again, as a JPEG or PNG and not through a messenger.",
    doors=(Door.CHECK, Door.INSPECT, Door.AUDIT),
)
def unreadable(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks whether a picture could be decoded from the file, and passes on what was wrong with it: cut off, empty,
    too large, of a kind that this program does not read, or something else under a picture's name.

    A file that cannot be read has not been checked. It must not be mistaken for one that was searched for and not
    found.

    It says nothing about the sender: mail gateways, messengers and broken transfers damage files. A file that other
    programs open can still be refused here, because only safe and well-known formats are read.
    """
    del limits
    if case.readable:
        return
    yield Hit(
        message="This file could not be read as a picture, so it was not searched for.",
        evidence=tuple(Evidence(case.file, f"{one.sentence} {one.hint}".strip()) for one in case.problems)
        or (Evidence(case.file, "no picture in it could be decoded"),),
        innocent=("Transfers, mail gateways and messengers cut files off.",),
    )
