"""How far an ingest has come, on standard error: a bar for a person, now and then a line for a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

LINE_EVERY = 15.0
"""Seconds between lines where nobody watches: a short run says nothing, a long one fills no disk."""


class Progress(Protocol):
    """Is told how the work goes on."""

    def advance(self) -> None:
        """One more is done."""

    def more(self, count: int) -> None:
        """There is more to do than was thought."""


class Lines:
    """A line now and then: how much is done, how fast, how long it will take."""

    def __init__(self, what: str, total: int) -> None:
        self._what, self._total, self._done = what, total, 0
        self._began = self._told = time.monotonic()

    def advance(self) -> None:
        """One more is done."""
        self._done += 1
        now = time.monotonic()
        if now - self._told >= LINE_EVERY:
            self._told = now
            sys.stderr.write(f"prov: {self._what}: {told(self._done, self._total, now - self._began)}\n")
            sys.stderr.flush()

    def more(self, count: int) -> None:
        """There is more to do than was thought."""
        self._total += count


def told(done: int, total: int, seconds: float) -> str:
    """How far work has come after so many seconds, in words."""
    rate = done / seconds if seconds > 0 else 0.0
    text = f"{done:,} of {total:,}, {rate:,.1f} a second"
    return f"{text}, about {duration((total - done) / rate)} left" if rate else text


def duration(seconds: float) -> str:
    """A time as people say it."""
    if seconds < 90:
        return f"{max(1, round(seconds))} seconds"
    if seconds < 5400:
        return f"{round(seconds / 60)} minutes"
    return f"{seconds / 3600:.1f} hours"


@contextmanager
def progress(total: int, what: str) -> Iterator[Progress]:
    """Shows how work goes on while it lasts."""
    if not sys.stderr.isatty():
        yield Lines(what, total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Shown

    rate = TextColumn("{task.fields[rate]}")
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Shown(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _Bar(bars, bars.add_task(what, total=total, rate=""), total)


class _Bar:
    """The bar for a person who watches."""

    def __init__(self, bars: Bars, task: TaskID, total: int) -> None:
        self._bars, self._task, self._total, self._done = bars, task, total, 0
        self._began = time.monotonic()

    def advance(self) -> None:
        """One more is done."""
        self._done += 1
        rate = self._done / max(time.monotonic() - self._began, 0.001)
        self._bars.update(self._task, completed=self._done, rate=f"{rate:,.1f}/s")

    def more(self, count: int) -> None:
        """There is more to do than was thought."""
        self._total += count
        self._bars.update(self._task, total=self._total)


@contextmanager
def looking() -> Iterator[Callable[[int], None]]:
    """Tells a person who watches how many files were looked at so far."""
    if not sys.stderr.isatty():
        yield lambda files: None
        return
    shown = [0.0]

    def tell(files: int) -> None:
        now = time.monotonic()
        if now - shown[0] > 0.5:
            shown[0] = now
            sys.stderr.write(f"\rLooking through folders: {files:,} files ")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        sys.stderr.write("\r\x1b[K")
