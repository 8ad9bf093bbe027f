"""What a worker does all its life: it is handed a file, answers, and waits for the next."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Callable
from typing import Any

from provenance.media.worker.channel import EndedError, answer, asked
from provenance.media.worker.handed import read_all
from provenance.media.worker.messages import Message
from provenance.media.worker.sandbox import start_timing, stop_timing
from provenance.media.worker.telling import Outcome
from provenance.model.isolation import Isolation
from provenance.model.limits import WorkerLimits

Task = Callable[[bytes, dict[str, Any]], Message]
"""From a file's content and a request to an answer."""

LEVELS = tuple(Isolation)
"""The first message of a worker is the place of its isolation in this list."""


def serve(connection: socket.socket, tasks: dict[str, Task], limits: WorkerLimits, isolation: Isolation) -> None:
    """Answer requests until the program is gone.

    Running out of memory is an answer. Any other exception ends this process, and the program tells that as a crash.
    """
    with contextlib.suppress(EndedError):
        answer(connection, Message((LEVELS.index(isolation),)))
        while True:
            request, (descriptor,) = asked(connection)
            start_timing(limits)
            message = _answer(tasks[request["do"]], descriptor, request)
            stop_timing()
            answer(connection, message)
    os._exit(0)


def _answer(task: Task, descriptor: int, request: dict[str, Any]) -> Message:
    try:
        data = read_all(descriptor)
        os.close(descriptor)
        return task(data, request)
    except MemoryError:
        return Message((Outcome.NO_MEMORY,))
