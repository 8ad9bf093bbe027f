"""Running an ingest from the command line: finding files, other processes, progress."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from provenance.cli.counts import Counts
from provenance.cli.output import say_json
from provenance.cli.processes import HERE, PrepareAll
from provenance.cli.questions import captions_file, sidecars
from provenance.files import FoundFile, find, load_words
from provenance.model.limits import LIMITS, Limits
from provenance.report.objects import ingest_object
from provenance.store.archive import Archive
from provenance.workflows.captions_file import link_rows
from provenance.workflows.ingest import Ingested, Tools, ingest
from provenance.workflows.intake import Handover, Sidecar


def found_files(paths: Sequence[Path], counts: Counts, *, json: bool = False) -> list[FoundFile]:
    """The photos in these files and folders. What was refused is counted, and reported when asked to."""
    files: list[FoundFile] = []
    for one in find(paths):
        if isinstance(one, FoundFile):
            files.append(one)
            continue
        counts.refused.append((one.display, one.problem))
        if json:
            say_json(ingest_object(one.display, None, "unreadable", (one.problem,)))
    return files


def bring_in(
    archive: Archive,
    files: Sequence[FoundFile],
    handover: Handover,
    counts: Counts,
    *,
    now: datetime,
    prepare_all: PrepareAll = HERE,
    json: bool = False,
) -> None:
    """Bring the photos in, count, and report each when asked to."""
    with _progress(len(files)) as advance:
        tools = Tools(LIMITS, now, time.monotonic, _beside, prepare_all, load_words)
        for done in ingest(archive, files, handover, tools):
            counts.add(done)
            advance()
            if json:
                say_json(_object(done))


def link_captions(
    archive: Archive, captions: Sequence[Path], handover: Handover, counts: Counts, now: datetime, limits: Limits
) -> None:
    """Link the rows of every captions file."""
    for path in captions:
        counts.add_linked(link_rows(archive, captions_file(path, limits), handover, now))


def _object(done: Ingested) -> dict[str, object]:
    return ingest_object(done.file, done.photo, done.status.value, done.problems)


def _beside(file: object, names: Sequence[str]) -> Sequence[Sidecar]:
    return sidecars(file, names, LIMITS) if isinstance(file, FoundFile) else ()


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error while a person is watching; nothing otherwise."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading photos"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("photos", total=total)
        yield lambda: bar.advance(task)
