"""Long work on the archive, shown while a person is watching."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from provenance.model.archive import Damage, Progress


def followed(steps: Iterable[Progress | Damage]) -> list[Damage]:
    """Let the work run, with a bar for each of its parts on standard error; returns the damage that it came upon."""
    damages: list[Damage] = []
    with bars() as show:
        for step in steps:
            if isinstance(step, Damage):
                damages.append(step)
            else:
                show(step)
    return damages


@contextmanager
def bars() -> Iterator[Callable[[Progress], None]]:
    """Bars on standard error while a person is watching; nothing otherwise."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def show(step: Progress) -> None:
            if step.what not in tasks:
                tasks[step.what] = bars.add_task(step.what)
            bars.update(tasks[step.what], completed=step.done, total=step.total)

        yield show
