"""A filter on system calls, written by hand and loaded through the C library alone.

Classic BPF over `struct seccomp_data` (Linux, Documentation/userspace-api/seccomp_filter.rst): every call that is not
on the list fails with "not permitted". Threads may be started, for the HEIC decoder needs one; processes may not.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys
from typing import Final

from provenance.media.worker.syscalls import PROCESSORS, Processor

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _FIRST, _THIRD = 0, 4, 16, 32
"""Offsets in `struct seccomp_data`: of arguments, the lower halves (both processors are little-endian)."""
_ALLOW: Final = 0x7FFF0000
_KILL: Final = 0x80000000
_FAIL: Final = 0x00050000
_CLONE_THREAD: Final = 0x00010000
_PROT_EXEC: Final = 4
_SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER_MODE = 38, 22, 2


def install() -> bool:
    """Put the filter on this process for good. False where the platform has none, or does not let us."""
    processor = PROCESSORS.get(os.uname().machine) if sys.platform == "linux" else None
    if processor is None or sys.maxsize < 2**32 or sys.byteorder != "little":
        return False
    code = _program(processor, os.getpid())
    buffer = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("@HP", len(code) // 8, ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_SET_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), *[ctypes.c_ulong(0)] * 3):
        return False
    nothing = [ctypes.c_ulong(0)] * 2
    return not libc.prctl(_SET_SECCOMP, ctypes.c_ulong(_FILTER_MODE), ctypes.c_char_p(program), *nothing)


def _program(processor: Processor, pid: int) -> bytes:
    """The filter for a process on a kind of processor."""
    lines = [_line(_LOAD, _ARCHITECTURE), *_unless(_EQUAL, processor.audit, _KILL), _line(_LOAD, _NUMBER)]
    if processor.foreign is not None:
        lines += _where(_AT_LEAST, processor.foreign, [_line(_RETURN, _KILL)])
    for number in processor.allowed:
        lines += _where(_EQUAL, number, [_line(_RETURN, _ALLOW)])
    lines += _where(_EQUAL, processor.clone3, [_line(_RETURN, _FAIL | errno.ENOSYS)])  # so that clone is tried
    lines += _where(_EQUAL, processor.clone, _only(_FIRST, _ANY_BIT, _CLONE_THREAD))
    lines += _where(_EQUAL, processor.tgkill, _only(_FIRST, _EQUAL, pid))
    for number in processor.protecting:
        lines += _where(_EQUAL, number, [_line(_LOAD, _THIRD), *_refused(_PROT_EXEC), _line(_RETURN, _ALLOW)])
    return b"".join([*lines, _line(_RETURN, _FAIL | errno.EPERM)])


def _where(test: int, value: int, then: list[bytes]) -> list[bytes]:
    """Lines that run where a test holds; they must end in a return."""
    return [_line(test, value, 0, len(then)), *then]


def _only(argument: int, test: int, value: int) -> list[bytes]:
    """Allow a call whose argument stands the test, and no other."""
    return [
        _line(_LOAD, argument),
        _line(test, value, 0, 1),
        _line(_RETURN, _ALLOW),
        _line(_RETURN, _FAIL | errno.EPERM),
    ]


def _unless(test: int, value: int, otherwise: int) -> list[bytes]:
    return [_line(test, value, 1, 0), _line(_RETURN, otherwise)]


def _refused(bit: int) -> list[bytes]:
    """Refuse where a bit is set."""
    return [_line(_ANY_BIT, bit, 0, 1), _line(_RETURN, _FAIL | errno.EPERM)]


def _line(code: int, value: int, met: int = 0, unmet: int = 0) -> bytes:
    """One instruction; `met` and `unmet` say how many lines are skipped after a test."""
    return struct.pack("=HBBI", code, met, unmet, value)
