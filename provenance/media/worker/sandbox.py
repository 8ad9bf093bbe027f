"""What a worker gives up before it is handed its first file, for good."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import socket
import sys
from typing import Final

from provenance.media.worker import seccomp
from provenance.model.isolation import Isolation
from provenance.model.limits import WorkerLimits

_SET_DEATH_SIGNAL, _SET_DUMPABLE = 1, 4
_EXECUTABLE: Final = "/bin/sh"


def enter(limits: WorkerLimits, parent: int) -> Isolation:
    """Lower every limit of this process, then take its system calls away where the platform can.

    `parent` is the process that made this one: with it, this one ends. Says what is in force, after having tried.
    """
    _die_with(parent)
    for name, most in _most(limits).items():
        _limit(getattr(resource, name, None), most)
    return Isolation.FULL if seccomp.install() and _is_shut_in() else Isolation.LIMITS


def start_timing(limits: WorkerLimits) -> None:
    """From now on so much processor time, then the system ends this process (SIGPROF)."""
    signal.setitimer(signal.ITIMER_PROF, limits.cpu_seconds)


def stop_timing() -> None:
    """No file is being read."""
    signal.setitimer(signal.ITIMER_PROF, 0)


def _most(limits: WorkerLimits) -> dict[str, int]:
    return {
        "RLIMIT_AS": limits.memory_bytes,
        "RLIMIT_DATA": limits.memory_bytes,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_CPU": int(limits.cpu_seconds * limits.files) + 60,
    }


def _limit(which: int | None, most: int) -> None:
    """Lower one limit, soft and hard. A platform that does not know it, or has a lower one, is left as it is."""
    if which is None:
        return
    with contextlib.suppress(OSError, ValueError):
        hard = resource.getrlimit(which)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (least, least))


def _die_with(parent: int) -> None:
    """No worker outlives the process that made it, not for a moment; nor can others look into it."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        libc.prctl(_SET_DEATH_SIGNAL, ctypes.c_ulong(signal.SIGKILL), *[ctypes.c_ulong(0)] * 3)
        libc.prctl(_SET_DUMPABLE, *[ctypes.c_ulong(0)] * 4)
    if os.getppid() != parent:
        os._exit(0)


def _is_shut_in() -> bool:
    """Whether files, sockets, programs and processes are really out of reach."""
    return all(map(_fails, (_open, _connect, _start, _split)))


def _fails(attempt: object) -> bool:
    try:
        attempt()  # type: ignore[operator]
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _open() -> None:
    os.close(os.open(os.devnull, os.O_RDONLY))


def _connect() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()


def _start() -> None:
    os.execv(_EXECUTABLE, [_EXECUTABLE, "-c", ":"])  # noqa: S606 - it must fail, which is what is asked


def _split() -> None:
    if not os.fork():
        os._exit(0)
