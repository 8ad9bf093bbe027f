"""Workers that do what a taken-over decoder might: what, says the content of the file that they are handed."""

from __future__ import annotations

import contextlib
import ctypes
import os
import socket
import struct
import time
from typing import Any

from provenance.media.worker.messages import HEAD, Message
from provenance.media.worker.serving import Task
from provenance.media.worker.telling import Outcome, tell_facts
from provenance.model.limits import LIMITS
from provenance.model.photo import Fact

SEEN: list[int] = []
"""One for each file that this worker was handed."""


def main() -> None:
    """The life of the process that makes such workers."""
    from provenance.media.worker.nursery import run

    run(_Skills())


class _Skills:
    def opening(self) -> dict[str, Task]:
        return {"read_facts": _behave}

    def crediting(self) -> None:
        """Nothing."""

    def describing(self, vocabulary: bytes | None) -> dict[str, Task]:
        return {}


def _behave(data: bytes, request: dict[str, Any]) -> Message:
    SEEN.append(1)
    verb, _, rest = data.decode().partition(" ")
    return _VERBS[verb](rest)


def _told(**facts: object) -> Message:
    told = [Fact(name, str(value), "", "own") for name, value in facts.items()]
    return tell_facts("", told, (), LIMITS.worker).message


def _well(_rest: str) -> Message:
    return _told(pid=os.getpid(), seen=len(SEEN))


def _killed(_rest: str) -> Message:
    ctypes.string_at(0)
    return _told()


def _fail(_rest: str) -> Message:
    raise LookupError


def _spin(_rest: str) -> Message:
    while True:
        pass


def _sleep(_rest: str) -> Message:
    time.sleep(60)
    return _told()


def _eat(_rest: str) -> Message:
    return _told(size=len(bytearray(2_000_000_000)))


def _touch(path: str) -> Message:
    return _said(lambda: os.open(path, os.O_CREAT | os.O_WRONLY))


def _read(path: str) -> Message:
    return _said(lambda: os.open(path, os.O_RDONLY))


def _connect(_rest: str) -> Message:
    return _said(lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM))


def _fork(_rest: str) -> Message:
    return _said(lambda: os.fork() or os._exit(0))


def _start(_rest: str) -> Message:
    return _said(lambda: os.execv("/bin/true", ["/bin/true"]))


def _said(attempt: Any) -> Message:
    try:
        attempt()
    except OSError as error:
        return _told(error=type(error).__name__)
    return _told(error="none")


def _lie(kind: str) -> Message:
    """An answer that no honest worker gives."""
    lies = {
        "numbers": Message((Outcome.DONE, 2**62, -1)),
        "texts": Message((Outcome.DONE, 0, 0), ("exe",)),
        "more": Message((Outcome.DONE, 0, 0, 7), ("", "more"), (b"more",)),
        "outcome": Message((99,)),
        "nothing": Message(),
        "kind": Message((Outcome.DONE, 0, 1), ("", "../../etc", "x", "y")),
    }
    if kind == "size":
        _send(HEAD.pack(b"PRVW", *[0xFFFFFFFF] * 5))
    elif kind == "garbage":
        _send(b"\xff" * 64)
    elif kind == "half":
        _send(HEAD.pack(b"PRVW", 1, 0, 0, 0, 0) + struct.pack("<H", 1))
        os._exit(0)
    return lies.get(kind, Message())


def _send(data: bytes) -> None:
    """Past everything to the program: the connection is the only thing here that can be written to."""
    for descriptor in range(3, 16):
        with contextlib.suppress(OSError):
            os.write(descriptor, data)


_VERBS = {
    "well": _well,
    "killed": _killed,
    "fail": _fail,
    "spin": _spin,
    "sleep": _sleep,
    "eat": _eat,
    "touch": _touch,
    "read": _read,
    "connect": _connect,
    "fork": _fork,
    "start": _start,
    "lie": _lie,
}
