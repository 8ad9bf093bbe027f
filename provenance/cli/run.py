"""Running an ingest from the command line: finding files, other processes, progress."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.cli.counts import Counts
from provenance.cli.output import say_json
from provenance.cli.questions import captions_file, sidecars
from provenance.files import FoundFile, find
from provenance.model.limits import LIMITS, Limits
from provenance.report.objects import ingest_object
from provenance.store.archive import Archive
from provenance.workflows.captions_file import link_rows
from provenance.workflows.ingest import Ingested, Tools, ingest
from provenance.workflows.intake import Handover, Prepared, Sidecar, Task, run_task

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

PrepareAll = Callable[[Iterable[Task]], Iterator[Prepared]]


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
    jobs: int = 1,
    json: bool = False,
) -> None:
    """Bring the photos in, count, and report each when asked to."""
    with _processes(jobs) as prepare_all, _progress(len(files)) as advance:
        tools = Tools(LIMITS, now, time.monotonic, _beside, prepare_all)
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
def _processes(jobs: int) -> Iterator[PrepareAll]:
    """One job works here; several work in processes of their own, a few photos ahead of the writer."""
    if jobs == 1:
        yield partial(map, run_task)
        return
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, mp_context=_fresh_processes(), initializer=_leave_stopping_to_the_parent)
    try:
        yield partial(pool.map, run_task)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_stopping_to_the_parent() -> None:
    """Ctrl-C reaches every process of a terminal; one of them says so."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _fresh_processes() -> BaseContext:
    """Processes that share nothing with this one. Where the platform can, they are forked from a small one that has
    imported what reading a photo needs, so that each starts at once.
    """
    from multiprocessing import get_all_start_methods, get_context

    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["provenance.workflows.intake", "imagehash", "scipy.fftpack"])
    return context


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
