"""Bytes and open files over a pair of connected sockets, within a time that both sides can hold each other to."""

from __future__ import annotations

import array
import json
import socket
import struct
import time
from collections.abc import Sequence
from typing import Any, Final

from provenance.media.worker.messages import HEAD, Bounds, Message, pack, unpack, unpack_head

_LENGTH: Final = struct.Struct("<I")
_LONGEST_REQUEST: Final = 32_000_000
_MOST_DESCRIPTORS: Final = 2


class EndedError(Exception):
    """The other side is gone."""


class LateError(Exception):
    """The other side did not answer in time."""


def deadline_in(seconds: float) -> float:
    """The moment by which something must have happened, on this process's own stopwatch."""
    return time.monotonic() + seconds


def ask(connection: socket.socket, request: dict[str, Any], descriptors: Sequence[int], deadline: float) -> None:
    """Send a request with open files, which the other side gets copies of."""
    text = json.dumps(request).encode()
    _timed(connection, deadline)
    try:
        sent = socket.send_fds(connection, [_LENGTH.pack(len(text)) + text], list(descriptors))
        if sent < _LENGTH.size + len(text):
            connection.sendall((_LENGTH.pack(len(text)) + text)[sent:])
    except TimeoutError as error:
        raise LateError from error
    except OSError as error:
        raise EndedError from error


def asked(connection: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """Wait for a request and the open files that come with it. EndedError where there will be none."""
    try:
        head, descriptors, _flags, _address = socket.recv_fds(connection, _LENGTH.size, _MOST_DESCRIPTORS)
        while head and len(head) < _LENGTH.size:
            head += connection.recv(_LENGTH.size - len(head)) or _ended()
        (length,) = _LENGTH.unpack(head or _ended())
        request = json.loads(bytes(_exactly(connection, min(length, _LONGEST_REQUEST), None)))
    except OSError as error:
        raise EndedError from error
    return request, list(array.array("i", descriptors))


def answer(connection: socket.socket, message: Message) -> None:
    """Send an answer."""
    try:
        for part in pack(message):
            connection.sendall(part)
    except OSError as error:
        raise EndedError from error


def answered(connection: socket.socket, bounds: Bounds, deadline: float) -> Message:
    """Wait for an answer. EndedError, LateError, or ValueError where it is none that there may be."""
    try:
        head = unpack_head(bytes(_exactly(connection, HEAD.size, deadline)), bounds)
        return unpack(head, _exactly(connection, head.rest, deadline), bounds)
    except TimeoutError as error:
        raise LateError from error
    except OSError as error:
        raise EndedError from error


def _exactly(connection: socket.socket, size: int, deadline: float | None) -> bytearray:
    data = bytearray(size)
    view = memoryview(data)
    while view:
        if deadline is not None:
            _timed(connection, deadline)
        got = connection.recv_into(view)
        view = view[got:] if got else _ended()
    return data


def _timed(connection: socket.socket, deadline: float) -> None:
    left = deadline - time.monotonic()
    if left <= 0:
        raise LateError
    connection.settimeout(left)


def _ended() -> Any:
    raise EndedError
