"""The counts that end an ingest."""

from __future__ import annotations

from dataclasses import dataclass, field

from provenance.feeds.document import Kind
from provenance.model.photo import Problem
from provenance.report.escape import one_line
from provenance.workflows.captions_file import Linked
from provenance.workflows.ingest import Ingested, Status

SHOWN = 20
"""How many reasons or names are listed before the rest is only counted."""


@dataclass
class Counts:
    """What happened in one run."""

    new: int = 0
    known: int = 0
    captions: int = 0
    unreadable: list[tuple[str, Problem]] = field(default_factory=list)
    refused: list[tuple[str, Problem]] = field(default_factory=list)
    forgotten: list[tuple[str, Problem]] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    documents: int = 0
    passed: int = 0

    @property
    def failed(self) -> bool:
        """Whether anything that was named could not be read."""
        return bool(self.unreadable or self.refused or self.problems)

    def add(self, one: Ingested) -> None:
        """Count one acknowledged file."""
        self.new += one.status is Status.NEW
        self.known += one.status is Status.KNOWN
        self.captions += one.captions
        if one.status is Status.FORGOTTEN:
            self.forgotten.append((one.file, one.problems[0]))
        if one.status is Status.UNREADABLE:
            reason = one.problems[0] if one.problems else Problem("unreadable", "It could not be read.")
            self.unreadable.append((one.file, reason))

    def add_linked(self, linked: Linked) -> None:
        """Count the rows of one captions file."""
        self.captions += linked.linked
        self.waiting.extend(linked.waiting)
        self.problems.extend(linked.problems)

    def add_document(self, linked: Linked) -> None:
        """Count one document that lay among the photos; one that carries no captions is only counted."""
        carries = linked.kind is not Kind.UNKNOWN
        self.documents += carries
        self.passed += not carries and not linked.problems
        self.add_linked(linked)

    def render(self) -> str:
        """What a person reads at the end."""
        lines = [f"{self.new:,} new, {self.known:,} known, {self.captions:,} captions linked, "]
        lines[0] += f"{len(self.unreadable) + len(self.refused):,} unreadable."
        if self.documents:
            lines.append(_many(self.documents, "document with captions was", "documents with captions were") + " read.")
        if self.passed:
            passed = _many(
                self.passed, "other file carries no captions and was", "other files carry no captions and were"
            )
            lines.append(f"{passed} passed over.")
        lines += _files("Could not be read:", self.unreadable)
        lines += _files("Refused, and not opened:", self.refused)
        lines += _files("Forgotten on request, and not kept:", self.forgotten)
        if self.waiting:
            waiting = _many(len(self.waiting), "caption waits", "captions wait")
            lines.append(f"{waiting} for a photo that is not here yet:")
            lines += _cut([f"  {one_line(name)}" for name in dict.fromkeys(self.waiting)])
            lines.append("They are joined when it comes. To join one by hand: prov link --waiting")
        if self.problems:
            lines.append("In the documents:")
            lines += _cut([f"  {one_line(one.sentence)} {one_line(one.hint)}".rstrip() for one in self.problems])
        return "\n".join(lines) + "\n"


def _files(title: str, files: list[tuple[str, Problem]]) -> list[str]:
    if not files:
        return []
    return [title, *_cut([f"  {one_line(name)}: {one_line(problem.sentence)}" for name, problem in files])]


def _many(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"


def _cut(lines: list[str]) -> list[str]:
    more = len(lines) - SHOWN
    return lines if more <= 0 else [*lines[:SHOWN], f"  ... and {more:,} more."]
