"""Running an ingest from the command line: finding files, other processes, progress."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.cli.counts import Counts
from provenance.cli.finding import Brought, brought
from provenance.cli.output import say_json
from provenance.cli.processes import opener
from provenance.cli.questions import captions_file
from provenance.feeds.document import Kind
from provenance.model.limits import LIMITS, Limits
from provenance.model.photo import Problem
from provenance.report.objects import ingest_object
from provenance.store.archive import Archive
from provenance.workflows.captions_file import Linked, link_documents, link_rows
from provenance.workflows.ingest import Tools, ingest
from provenance.workflows.intake import Handover, Readable

if TYPE_CHECKING:
    from provenance.cli.processes import PrepareAll


def found(paths: Sequence[Path], counts: Counts, *, json: bool = False) -> Brought:
    """What these files, folders and ZIPs hold. What was refused is counted, and reported when asked to."""
    everything = brought(paths)
    counts.refused.extend(everything.refused)
    counts.passed += everything.passed
    if json:
        for name, problem in everything.refused:
            say_json(ingest_object(name, None, "unreadable", (problem,)))
    return everything


def found_files(paths: Sequence[Path], counts: Counts, *, json: bool = False) -> list[Readable]:
    """The photos among them alone."""
    return found(paths, counts, json=json).photos


def bring_in(
    archive: Archive,
    files: Sequence[Readable],
    handover: Handover,
    counts: Counts,
    *,
    now: datetime,
    prepare_all: PrepareAll,
    json: bool = False,
    everything: Brought | None = None,
) -> None:
    """Bring the photos in, count, and report each when asked to."""
    beside = (everything or Brought()).beside
    with _progress(len(files), "Reading photos") as advance:
        tools = Tools(LIMITS, now, time.monotonic, beside, prepare_all, opener())
        for done in ingest(archive, files, handover, tools):
            counts.add(done)
            advance()
            if json:
                say_json(ingest_object(done.file, done.photo, done.status.value, done.problems, done.isolation))


def bring_documents(
    archive: Archive, everything: Brought, handover: Handover, counts: Counts, *, now: datetime, json: bool = False
) -> None:
    """Link the captions of every document found, count, and report each when asked to."""
    failed: list[tuple[str, Problem]] = []
    with _progress(len(everything.documents), "Reading documents") as advance:
        files = everything.captions_files(failed)
        for linked in link_documents(archive, files, handover, now, LIMITS.read, opener()):
            counts.add_document(linked)
            advance()
            if json and (linked.kind is not Kind.UNKNOWN or linked.problems):
                say_json(_object(linked))
    counts.unreadable.extend(failed)
    if json:
        for name, problem in failed:
            say_json(ingest_object(name, None, "unreadable", (problem,)))


def link_captions(
    archive: Archive, captions: Sequence[Path], handover: Handover, counts: Counts, now: datetime, limits: Limits
) -> None:
    """Link the captions of every document that was named as one."""
    for path in captions:
        counts.add_linked(link_rows(archive, captions_file(path, limits), handover, now, opener()))


def find_families(archive: Archive, jobs: int = 1) -> None:
    """Look which of the photos that came are copies of which; what cannot be looked for now waits for the next run."""
    from provenance.cli.options import words
    from provenance.cli.output import complain
    from provenance.cli.processes import opener
    from provenance.cli.steps import followed
    from provenance.errors import ArchiveIndexError
    from provenance.workflows.relating import relate_all

    try:
        followed(relate_all(archive, words, LIMITS, opener(), jobs))
    except ArchiveIndexError as error:
        complain(f"Copies were not looked for: {error.sentence}", error.hint)


def _object(linked: Linked) -> dict[str, object]:
    """One document's line: a photo's, with the kind of document and what became of its captions."""
    unknown = linked.kind is Kind.UNKNOWN
    status = "unreadable" if unknown else "new" if linked.linked or linked.waiting_newly else "known"
    captions = {"linked": linked.linked, "known": linked.known, "waiting": len(linked.waiting)}
    line = ingest_object(linked.file, None, status, linked.problems)
    return {**line, "document": linked.kind.value, "captions": captions}


@contextmanager
def _progress(total: int, doing: str) -> Iterator[Callable[[], None]]:
    """A bar on standard error while a person is watching; nothing otherwise."""
    if not total or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda: bar.advance(task)
