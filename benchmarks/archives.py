"""Archives to measure on: pictures are prepared once, as an ingest does it, and go into as many archives as needed."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.recall_pictures import Picture
from provenance.cli.processes import processes
from provenance.files import FoundFile, find
from provenance.model.appearance import Standing
from provenance.model.limits import Limits
from provenance.store.archive import Archive
from provenance.workflows.in_process import InThisProcess
from provenance.workflows.ingest import Status, Tools, ingest
from provenance.workflows.intake import Handover, Prepared, Task

HANDOVER = Handover("bench", Standing.RECORD)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
JOBS = 2


def prepare(pictures: Sequence[Picture], limits: Limits) -> dict[str, Prepared]:
    """Read, decode, fingerprint and describe pictures; by the path of each."""
    with processes(JOBS) as prepare_all:
        tasks = [Task(found_file(picture.path), (), HANDOVER, limits) for picture in pictures]
        return {str(picture.path): one for picture, one in zip(pictures, prepare_all(tasks), strict=True)}


def fill(folder: Path, pictures: Sequence[Picture], prepared: Mapping[str, Prepared], limits: Limits) -> None:
    """Bring prepared pictures into a fresh archive."""

    def ready(tasks: Iterable[Task]) -> Iterator[Prepared]:
        return (prepared[task.file.display] for task in tasks)

    tools = Tools(
        limits=limits,
        now=NOW,
        stopwatch=time.monotonic,
        beside=_nothing,
        read_beside=_unread,
        prepare_all=ready,
        opener=InThisProcess(),
    )
    with Archive.create_or_open(folder) as archive:
        done = list(ingest(archive, [found_file(picture.path) for picture in pictures], HANDOVER, tools))
        archive.catch_up()
    unread = [one.file for one in done if one.status is Status.UNREADABLE]
    if unread:
        raise SystemExit(f"These could not be read: {', '.join(unread)}")


def names(pictures: Sequence[Picture], prepared: Mapping[str, Prepared]) -> dict[str, str]:
    """The names of pictures by their photos' ids."""
    found = ((prepared[str(picture.path)].photo, picture.name) for picture in pictures)
    return {str(photo.id): name for photo, name in found if photo}


def size(folder: Path) -> int:
    """Bytes on disk."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def found_file(path: Path) -> FoundFile:
    """A file as an ingest finds it."""
    one = next(iter(find([path])))
    if not isinstance(one, FoundFile):
        raise SystemExit(f"{path} cannot be read.")
    return one


def _unread(_file: object) -> None:
    return None


def _nothing(_file: object, _names: object) -> tuple[()]:
    return ()
