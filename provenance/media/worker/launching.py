"""The program's end of the nursery: starting it, asking it for workers, learning how they ended."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import provenance
from provenance.errors import WorkerError
from provenance.media.worker.channel import EndedError, LateError, answered, ask, deadline_in
from provenance.media.worker.messages import Bounds, Message
from provenance.media.worker.serving import LEVELS
from provenance.model.isolation import Isolation
from provenance.model.limits import WorkerLimits

_KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE", "PROV_DEBUG")
"""What a Python may need from the environment to start; everything else, passwords among it, stays here."""
_SET = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_TRIM_THRESHOLD_": str(128 * 1024 * 1024),
    "MALLOC_MMAP_THRESHOLD_": str(32 * 1024 * 1024),
}
"""Threads of their own would take address space for nothing; memory that is used again for the next photo is not given
back in between, which saves a sixth of the processor time of a photo of 12 megapixels (GNU C library)."""
_START = "import sys; sys.path[:] = sys.argv[2:]; from importlib import import_module as i; i(sys.argv[1]).main()"
_REPLY = Bounds(numbers=8, texts=0, characters=0, blobs=0, blob_bytes=0)


@dataclass(slots=True)
class Worker:
    """A worker that runs: its number, our end of the connection, what it is for, and how many files it has seen.

    `describes` fingerprints as well, `credits` reads content credentials as well; to learn either it is too late.
    `alive` is false for one that must not be asked again.
    """

    pid: int
    connection: socket.socket
    describes: bool
    credits: bool
    isolation: Isolation
    files: int = 0
    alive: bool = True

    def fits(self, *, describing: bool, crediting: bool) -> bool:
        """Whether it can do what is wanted."""
        return (self.describes or not describing) and (self.credits or not crediting)


@dataclass
class Nursery:
    """Makes workers. `module` has a `main` that runs `nursery.run`; `vocabulary` is the file of visual words.

    Safe to be used by several threads. It ends when it is closed, and when this process ends, in whatever way.
    """

    module: str
    vocabulary: Path | None
    limits: WorkerLimits
    _pid: int = 0
    _control: socket.socket | None = None
    _warmed: bool = False
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def warm(self, *, describing: bool) -> None:
        """Begin to start, without waiting: a moment later the first worker is there at once."""
        with self._lock, self._trouble():
            self._started()
            if describing and not self._warmed:
                self._ask({"do": "warm", "crediting": False, **self._wanted(describing)}, [])

    def worker(self, *, describing: bool, crediting: bool) -> Worker:
        """A new worker. WorkerError where none can be made."""
        ours, theirs = socket.socketpair()
        with self._lock, theirs, self._trouble():
            self._started()
            request = {"do": "fork", "limits": asdict(self.limits), **self._wanted(describing)}
            self._ask({**request, "crediting": crediting}, [theirs.fileno()])
            (pid,) = self._answer().numbers
        try:
            isolation = LEVELS[answered(ours, _REPLY, deadline_in(self.limits.start_seconds)).numbers[0]]
        except (EndedError, LateError, ValueError, IndexError) as error:
            ours.close()
            raise _no_worker() from error
        return Worker(pid, ours, describing, crediting, isolation)

    def reap(self, worker: Worker, *, dying: bool = False) -> tuple[int, int]:
        """End a worker, or wait a moment for one that is `dying` by itself.

        Returns how it ended (its exit code, or minus the signal), and the most memory it used, in KB.
        """
        worker.connection.close()
        with self._lock, self._trouble():
            self._ask({"do": "reap", "pid": worker.pid, "dying": dying}, [])
            code, most = self._answer().numbers
            return code, most

    def close(self) -> None:
        """End the nursery and with it every worker."""
        with self._lock:
            if self._control is not None:
                self._control.close()
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(self._pid, 0)
            self._control = None
            self._warmed = False

    def _wanted(self, describing: bool) -> dict[str, Any]:
        return {"describing": describing, "vocabulary": describing and not self._warmed and self.vocabulary is not None}

    def _ask(self, request: dict[str, Any], descriptors: Sequence[int]) -> None:
        deadline = deadline_in(self.limits.start_seconds)
        assert self._control is not None  # noqa: S101 - it was started
        if request.get("vocabulary") and self.vocabulary is not None:
            with self.vocabulary.open("rb") as file:
                ask(self._control, request, [*descriptors, file.fileno()], deadline)
        else:
            ask(self._control, request, descriptors, deadline)
        self._warmed = self._warmed or bool(request.get("describing"))

    def _answer(self) -> Message:
        assert self._control is not None  # noqa: S101 - it was asked
        return answered(self._control, _REPLY, deadline_in(self.limits.start_seconds))

    def _started(self) -> None:
        if self._control is None:
            self._control, theirs = socket.socketpair()
            with theirs:
                self._pid = _spawn(self.module, theirs.fileno())

    @contextlib.contextmanager
    def _trouble(self) -> Any:
        """A nursery that is gone is given up; the next worker starts another."""
        try:
            yield
        except (EndedError, LateError, ValueError, OSError) as error:
            self.close()
            raise _no_worker() from error


def _spawn(module: str, control: int) -> int:
    """Start a Python that imports from where this one does, and from nowhere else."""
    root = str(Path(provenance.__file__).parents[1])
    path = [entry for entry in dict.fromkeys([root, *sys.path]) if entry]
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | _SET
    actions = [
        (os.POSIX_SPAWN_DUP2, control, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
    ]
    if not os.environ.get("PROV_DEBUG"):  # developers see what goes wrong in there
        actions.append((os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0))
    command = [sys.executable, "-B", "-I", "-S", "-c", _START, module, *path]
    return os.posix_spawn(sys.executable, command, environment, file_actions=actions)


def _no_worker() -> WorkerError:
    return WorkerError(
        "The process in which photos are opened could not be started, so nothing was opened.",
        "Run: prov doctor. The computer may be out of memory or processes.",
    )


def stopped() -> WorkerError:
    """The error of whoever asks for a worker when all of them were ended."""
    return WorkerError("Photos are opened no more, because the command is ending.")
