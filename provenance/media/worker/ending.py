"""How a worker ended that did not end well."""

from __future__ import annotations

import signal
from enum import StrEnum
from typing import Final

from provenance.model.limits import WorkerLimits

_TELLING: Final = 1 / 3
"""Share of its memory that a worker must have used for its end to be put down to memory."""
_OVERDUE = frozenset(-getattr(signal, name) for name in ("SIGPROF", "SIGXCPU") if hasattr(signal, name))


class Ending(StrEnum):
    """Why a worker was buried."""

    LATE = "late"
    """The wall time was over."""
    OVERDUE = "overdue"
    """The processor time was over, and the system ended it."""
    MEMORY = "memory"
    """There was no memory left."""
    EXCEPTION = "exception"
    """A mistake of ours: an exception that nothing foresaw."""
    CRASH = "crash"
    """It died, or was killed, or answered what no honest worker answers."""


def how_it_ended(code: int, most_kilobytes: int, limits: WorkerLimits) -> Ending:
    """From an exit code, or minus the signal, and the most memory that was used."""
    if code in _OVERDUE:
        return Ending.OVERDUE
    if code < 0 and most_kilobytes * 1024 > _TELLING * limits.memory_bytes:
        return Ending.MEMORY  # killed by the system that ran out of it, or aborted where a library got none
    return Ending.EXCEPTION if code == 1 else Ending.CRASH
