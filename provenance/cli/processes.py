"""Reading several photos at once, each in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from provenance.workflows.intake import Prepared, Task, run_task

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

PrepareAll = Callable[[Iterable[Task]], Iterator[Prepared]]

HERE: PrepareAll = partial(map, run_task)
"""One after the other, in this process."""


@contextmanager
def processes(jobs: int) -> Iterator[PrepareAll]:
    """One job works here; several work in processes of their own, a few photos ahead of the writer.

    The processes start at once, so that they are ready when the archive is open.
    """
    if jobs == 1:
        yield HERE
        return
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, mp_context=_fresh(), initializer=_leave_stopping_to_the_parent)
    pool.submit(_wake)
    try:
        yield partial(pool.map, run_task)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _wake() -> None:
    """Nothing to do: the first task makes the pool start its processes."""


def _leave_stopping_to_the_parent() -> None:
    """Ctrl-C reaches every process of a terminal; one of them says so."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _fresh() -> BaseContext:
    """Processes that share nothing with this one. Where the platform can, they are forked from a small one that has
    imported what reading a photo needs, so that each starts at once.
    """
    from multiprocessing import get_all_start_methods, get_context

    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["provenance.workflows.intake", "imagehash", "scipy.fftpack"])
    return context
