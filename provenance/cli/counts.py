"""The counts that end an ingest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from provenance.model.photo import Problem
from provenance.report.escape import one_line

if TYPE_CHECKING:
    from provenance.workflows.absent import Absent
    from provenance.workflows.captions_file import Linked
    from provenance.workflows.ingest import Ingested

SHOWN = 20
"""How many reasons or names are listed before the rest is only counted."""

T = TypeVar("T")


class Listing(Generic[T]):
    """What is listed at the end: the first of them, and how many there are."""

    def __init__(self) -> None:
        self._shown: list[T] = []
        self._count = 0

    def append(self, one: T) -> None:
        """List one more."""
        self._count += 1
        if len(self._shown) < SHOWN:
            self._shown.append(one)

    def extend(self, several: Iterable[T]) -> None:
        """List several more."""
        for one in several:
            self.append(one)

    def __iter__(self) -> Iterator[T]:
        return iter(self._shown)

    def __len__(self) -> int:
        return self._count


Named = Listing[tuple[str, Problem]]


@dataclass
class Counts:
    """What happened in one run."""

    new: int = 0
    known: int = 0
    replaced: int = 0
    captions: int = 0
    unreadable: Named = field(default_factory=Named)
    refused: Named = field(default_factory=Named)
    forgotten: Named = field(default_factory=Named)
    altered: Listing[Problem] = field(default_factory=Listing)
    waiting: Listing[str] = field(default_factory=Listing)
    problems: Listing[Problem] = field(default_factory=Listing)
    moved: Listing[tuple[str, str]] = field(default_factory=Listing)
    missing: Listing[str] = field(default_factory=Listing)
    still_missing: int = 0
    pruned: int = 0
    notices: Listing[str] = field(default_factory=Listing)
    documents: int = 0
    passed: int = 0

    @property
    def failed(self) -> bool:
        """Whether anything that was named could not be read, or is not what it was."""
        return bool(len(self.unreadable) or len(self.refused) or len(self.problems) or len(self.altered))

    def add(self, one: Ingested) -> None:
        """Count one acknowledged file."""
        status = one.status.value
        self.new += status == "new"
        self.known += status == "known"
        self.captions += one.captions
        self.replaced += one.replaced
        self.altered.extend(problem for problem in one.problems if problem.kind == "altered")
        if status == "forgotten":
            self.forgotten.append((one.file, one.problems[0]))
        if status == "unreadable":
            reason = one.problems[0] if one.problems else Problem("unreadable", "It could not be read.")
            self.unreadable.append((one.file, reason))

    def add_linked(self, linked: Linked) -> None:
        """Count the rows of one captions file."""
        self.captions += linked.linked
        self.waiting.extend(linked.waiting)
        for problem in linked.problems:
            (self.altered if problem.kind == "altered" else self.problems).append(problem)

    def add_document(self, linked: Linked) -> None:
        """Count one document that lay among the photos; one that carries no captions is only counted."""
        carries = linked.kind.value != "unknown"
        self.documents += carries
        self.passed += not carries and not linked.problems
        self.add_linked(linked)

    def add_absent(self, one: Absent) -> None:
        """Count a file that is not at its place any more."""
        self.pruned += one.pruned
        if one.what.value == "moved":
            self.moved.append((one.file, one.now_at))
        elif one.what.value == "missing":
            self.missing.append(one.file)
        elif one.what.value == "still-missing":
            self.still_missing += 1

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
        lines += self._absent()
        lines += _listed("Changed behind their size and time:", self.altered, _problem)
        lines += _listed("Could not be read:", self.unreadable, _named)
        lines += _listed("Refused, and not opened:", self.refused, _named)
        lines += _listed("Forgotten on request, and not kept:", self.forgotten, _named)
        if len(self.waiting):
            waiting = _many(len(self.waiting), "caption waits", "captions wait")
            lines += _listed(f"{waiting} for a photo that is not here yet:", self.waiting, one_line)
            lines.append("They are joined when it comes. To join one by hand: prov link --waiting")
        lines += _listed("In the documents:", self.problems, _problem)
        lines += [one_line(notice) for notice in self.notices]
        return "\n".join(lines) + "\n"

    def _absent(self) -> list[str]:
        lines: list[str] = []
        if len(self.moved):
            moved = _many(len(self.moved), "file was moved", "files were moved")
            lines += _listed(f"{moved}; the photo was found elsewhere:", self.moved, " is now ".join)
        if len(self.missing):
            missing = _many(len(self.missing), "file is missing", "files are missing")
            lines += _listed(
                f"{missing} since the last run; what is known of the photos stays:", self.missing, one_line
            )
        if self.still_missing:
            lines.append(_many(self.still_missing, "file has", "files have") + " been missing since earlier runs.")
        if self.pruned:
            lines.append(_many(self.pruned, "path was", "paths were") + " forgotten; the photos were not.")
        elif lines:
            lines.append("To forget such paths, never the photos: prov ingest --prune")
        return lines


def _listed(title: str, listing: Listing[T], told: Callable[[T], str]) -> list[str]:
    if not len(listing):
        return []
    more = len(listing) - SHOWN
    lines = [f"  {one_line(told(one))}" for one in listing]
    return [title, *dict.fromkeys(lines), *([f"  ... and {more:,} more."] if more > 0 else [])]


def _named(one: tuple[str, Problem]) -> str:
    return f"{one[0]}: {one[1].sentence}"


def _problem(one: Problem) -> str:
    return f"{one.sentence} {one.hint}".rstrip()


def _many(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"
