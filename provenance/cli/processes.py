"""Who opens files for a command: worker processes, started at once and ended with the command."""

from __future__ import annotations

import atexit
import os
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from provenance.files import WORDS, load_words
from provenance.model.limits import LIMITS

if TYPE_CHECKING:
    from concurrent.futures import Future

    from provenance.media.worker.workers import Workers
    from provenance.workflows.in_process import InThisProcess
    from provenance.workflows.intake import Prepared, Task

    PrepareAll = Callable[[Iterable[Task]], Iterator[Prepared]]

_AHEAD = 16
"""Photos per job that may be ready before their turn to be written comes: one that takes long holds up no others."""


@cache
def opener() -> Workers | InThisProcess:
    """What opens files for this process, made once. Where the platform has no workers, this process itself does."""
    if not all((hasattr(os, "posix_spawn"), hasattr(os, "fork"), hasattr(socket, "send_fds"))):
        from provenance.workflows.in_process import InThisProcess

        return InThisProcess(load_words)
    from provenance.workflows.worker import workers

    made = workers(LIMITS, WORDS)
    atexit.register(made.close)
    return made


def open_nothing_more() -> None:
    """End all workers, those that are busy too."""
    opener().close()
    opener.cache_clear()


def warm(*, describing: bool = False) -> None:
    """Begin to start what opens files, so that it is ready when the archive is open."""
    opener().warm(describing=describing)


@contextmanager
def processes(jobs: int) -> Iterator[PrepareAll]:
    """Prepares photos in so many workers at once, some photos ahead of whoever takes them, in their order."""
    from concurrent.futures import ThreadPoolExecutor

    from provenance.workflows.intake import prepare

    warm(describing=True)
    with ThreadPoolExecutor(jobs) as waiting:  # a thread waits for each worker

        def prepare_all(tasks: Iterable[Task]) -> Iterator[Prepared]:
            begun: deque[Future[Prepared]] = deque()
            for task in tasks:
                begun.append(waiting.submit(prepare, task, opener()))
                if len(begun) > _AHEAD * jobs:
                    yield begun.popleft().result()
            while begun:
                yield begun.popleft().result()

        try:
            yield prepare_all
        except BaseException:
            open_nothing_more()
            waiting.shutdown(cancel_futures=True)
            raise
