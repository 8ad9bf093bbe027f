"""The process that makes workers: it imports what they need once, divides itself for each, and never sees a photo.

It speaks with the program over its standard input, which is a socket, and ends with it. Requests: `fork` (with a
worker's end of a connection; `describing` says that fingerprints are wanted, and the vocabulary of visual words may
come with it; `crediting` says that content credentials are to be read) is answered with the worker's process number;
`warm` is the same without a worker and without an answer; `reap` ends a worker (or waits a moment for one that is
`dying`) and answers how it ended: minus the signal, else its exit code, and the most memory it used.
"""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from provenance.media.worker.channel import EndedError, answer, asked
from provenance.media.worker.handed import read_all
from provenance.media.worker.messages import Message
from provenance.media.worker.sandbox import enter
from provenance.media.worker.serving import Task, serve
from provenance.model.limits import WorkerLimits

_DYING: Final = 1.0
"""Seconds that a worker which closed its connection has to end by itself, so that we learn how."""
_NAP: Final = 0.002


class Skills(Protocol):
    """What workers are made for. Each imports all that it will need, for nothing can be imported later."""

    def opening(self) -> dict[str, Task]:
        """What it takes to open files, by the names of the tasks."""

    def crediting(self) -> None:
        """What it takes to read content credentials, for those that open and those that describe. May be repeated."""

    def describing(self, vocabulary: bytes | None) -> dict[str, Task]:
        """What it takes to fingerprint them as well, and with a vocabulary to find local features."""


def run(skills: Skills) -> None:
    """Make workers until the program is gone, then end them all."""
    _settle()
    nursery = _Nursery(socket.socket(fileno=os.dup(0)), skills)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    try:
        nursery.serve()
    except EndedError:
        nursery.end()


@dataclass
class _Nursery:
    control: socket.socket
    skills: Skills
    workers: set[int] = field(default_factory=set)
    _opening: dict[str, Task] | None = None
    _describing: dict[str, Task] | None = None

    def serve(self) -> None:
        self._opening = self.skills.opening()
        while True:
            request, descriptors = asked(self.control)
            handlers: dict[str, Callable[..., Message | None]] = {
                "fork": self._fork,
                "warm": self._warm,
                "reap": self._reap,
            }
            reply = handlers[request["do"]](request, descriptors)
            for one in descriptors:
                os.close(one)
            if reply is not None:
                answer(self.control, reply)

    def end(self) -> None:
        for pid in self.workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for pid in self.workers:
            os.waitpid(pid, 0)

    def _warm(self, request: dict[str, Any], descriptors: list[int]) -> None:
        if request["crediting"]:
            self.skills.crediting()
        if request["describing"] and self._describing is None:
            more = self.skills.describing(read_all(descriptors[-1]) if request["vocabulary"] else None)
            self._describing = {**(self._opening or {}), **more}

    def _fork(self, request: dict[str, Any], descriptors: list[int]) -> Message:
        self._warm(request, descriptors)
        tasks = self._describing if request["describing"] else self._opening
        gc.freeze()  # what is here now stays shared with the workers
        parent = os.getpid()
        pid = os.fork()
        if not pid:
            self._become(tasks or {}, descriptors[0], WorkerLimits(**request["limits"]), parent)
        self.workers.add(pid)
        return Message((pid,))

    def _become(self, tasks: dict[str, Task], connection: int, limits: WorkerLimits, parent: int) -> None:
        self.control.close()
        serve(socket.socket(fileno=connection), tasks, limits, enter(limits, parent))

    def _reap(self, request: dict[str, Any], _descriptors: list[int]) -> Message:
        pid = request["pid"]
        self.workers.discard(pid)
        gone, status, usage = _wait(pid, _DYING if request["dying"] else 0.0)
        if not gone:
            os.kill(pid, signal.SIGKILL)
            gone, status, usage = os.wait4(pid, 0)
        return Message((os.waitstatus_to_exitcode(status), usage.ru_maxrss))


def _wait(pid: int, seconds: float) -> tuple[int, int, resource.struct_rusage]:
    """What `wait4` says of a process once it is gone; 0 in place of its number where it is still there."""
    by = time.monotonic() + seconds
    while True:
        told = os.wait4(pid, os.WNOHANG)
        if told[0] or time.monotonic() >= by:
            return told
        time.sleep(_NAP)


def _settle() -> None:
    """Leave the program's terminal and folder."""
    with contextlib.suppress(OSError):
        os.setsid()
    os.closerange(3, 256)
    os.chdir("/")
