"""The system calls that a worker needs once everything is imported, by their numbers on the processors we know.

Numbers: Linux, arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h. None of these opens a
file, a socket or a program, or reaches another process.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_BOTH: Final = {  # name: (x86-64, aarch64)
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "lseek": (8, 62),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "pread64": (17, 67),
    "readv": (19, 65),
    "writev": (20, 66),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "nanosleep": (35, 101),
    "setitimer": (38, 103),
    "getpid": (39, 172),
    "getcwd": (79, 17),
    "sendto": (44, 206),
    "recvfrom": (45, 207),
    "sendmsg": (46, 211),
    "recvmsg": (47, 212),
    "exit": (60, 93),
    "gettimeofday": (96, 169),
    "getrusage": (98, 165),
    "sigaltstack": (131, 132),
    "gettid": (186, 178),
    "futex": (202, 98),
    "sched_getaffinity": (204, 123),
    "restart_syscall": (219, 128),
    "clock_gettime": (228, 113),
    "clock_nanosleep": (230, 115),
    "exit_group": (231, 94),
    "ppoll": (271, 73),
    "set_robust_list": (273, 99),
    "getrandom": (318, 278),
    "membarrier": (324, 283),
    "rseq": (334, 293),
}
_X86_64_ONLY: Final = {"poll": 7, "time": 201}


@dataclass(frozen=True, slots=True)
class Processor:
    """A kind of processor: its number in `struct seccomp_data`, and the calls judged by more than that."""

    audit: int
    allowed: tuple[int, ...]
    tgkill: int
    clone: int
    clone3: int
    protecting: tuple[int, int]
    """mmap and mprotect, by which memory could be made into a program."""
    foreign: int | None = None
    """Numbers from here on belong to another way of calling (x32), and are refused."""


def _allowed(column: int) -> tuple[int, ...]:
    return tuple(numbers[column] for numbers in _BOTH.values())


PROCESSORS: Final = {
    "x86_64": Processor(
        0xC000003E,
        (*_allowed(0), *_X86_64_ONLY.values()),
        tgkill=234,
        clone=56,
        clone3=435,
        protecting=(9, 10),
        foreign=1 << 30,
    ),
    "aarch64": Processor(0xC00000B7, _allowed(1), tgkill=131, clone=220, clone3=435, protecting=(222, 226)),
}
