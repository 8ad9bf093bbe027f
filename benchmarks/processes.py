"""Memory of running processes and of those they started, as Linux tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def descendants(pid: int) -> Iterator[int]:
    """The processes that a process started, and those that they did."""
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield int(child)
                yield from descendants(int(child))


def resident(pid: int, *, most: bool = False) -> int:
    """Bytes that a process holds in memory, or the most so far; 0 where the system does not say."""
    name = "VmHWM" if most else "VmRSS"
    with suppress(OSError):
        found = re.search(rf"{name}:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
        return int(found[1]) * 1024 if found else 0
    return 0
