"""Ingest: photos go in, with everything that was said about them. It stores and links; it judges nothing.

1. what has not changed since it was last read is taken from the archive
2. every other file is read, examined and fingerprinted, here or in other processes      (intake.prepare)
3. groups of photos go into the archive, each photo whole within one, and are acknowledged after the commit
4. after every thousand files the search index follows; what it has not followed is found all the same
5. documents are linked to the photos that are there; the rest waits for its photo   (captions_file.link_documents)

A stopped run resumes: what is known is known by its content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice
from pathlib import PurePath

from provenance.feeds.in_file import statements
from provenance.feeds.sidecar import sidecar_names
from provenance.media.opener import Opener
from provenance.model.archive import Location, Outcome
from provenance.model.isolation import Isolation
from provenance.model.limits import Limits
from provenance.model.photo import PhotoId, Problem
from provenance.store.archive import Archive, Reader, Writer
from provenance.workflows.intake import (
    Handover,
    Prepared,
    Readable,
    Sidecar,
    Task,
    location_of,
    sidecar_statements,
)
from provenance.workflows.recognition import recognised

BATCH_PHOTOS = 1000
GROUP_PHOTOS = 200
GROUP_SECONDS = 2.0


class Status(StrEnum):
    """What became of a file."""

    NEW = "new"
    KNOWN = "known"
    UNREADABLE = "unreadable"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class Ingested:
    """The acknowledgement for one file. `captions` counts what was said newly about the photo.

    `isolation` is None where the file was not opened, because it stands unchanged where it stood.
    """

    file: str
    photo: PhotoId | None
    status: Status
    captions: int
    problems: tuple[Problem, ...]
    isolation: Isolation | None = None


@dataclass(frozen=True)
class Tools:
    """What the door lends to a run: its limits, the moment it began, a stopwatch, a way to look beside a file.

    `opener` opens sidecars, and `prepare_all` the photos; without `features` no local features are kept.
    """

    limits: Limits
    now: datetime
    stopwatch: Callable[[], float]
    beside: Callable[[Readable, Sequence[str]], Sequence[Sidecar]]
    prepare_all: Callable[[Iterable[Task]], Iterator[Prepared]]
    opener: Opener
    features: bool = True


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file that stands where it stood, unchanged, with what lies beside it."""

    photo: PhotoId
    location: Location
    display: str
    sidecars: tuple[Sidecar, ...]


def ingest(archive: Archive, files: Iterable[Readable], handover: Handover, tools: Tools) -> Iterator[Ingested]:
    """Bring files into the archive. Yields one acknowledgement per file, after the commit that holds it."""
    pending = iter(files)
    while batch := list(islice(pending, BATCH_PHOTOS)):
        unchanged, tasks = _sort(archive, batch, handover, tools)
        yield from _write(archive, iter(unchanged), handover, tools)
        yield from _write(archive, tools.prepare_all(tasks), handover, tools)
        archive.catch_up()


def _sort(
    archive: Archive, files: Sequence[Readable], handover: Handover, tools: Tools
) -> tuple[list[Unchanged], list[Task]]:
    """What can be taken from the archive, and what has to be read."""
    unchanged: list[Unchanged] = []
    tasks: list[Task] = []
    with archive.reading() as reader:
        for file in files:
            sidecars = tuple(tools.beside(file, sidecar_names(PurePath(file.relative).name)))
            photo = _held_at(reader, file)
            if photo:
                unchanged.append(Unchanged(photo, location_of(file), file.display, sidecars))
            else:
                tasks.append(Task(file, sidecars, handover, tools.limits, tools.features))
    return unchanged, tasks


def _held_at(reader: Reader, file: Readable) -> PhotoId | None:
    """The readable photo that stood here with the same size, time and inode; None where the file has to be read."""
    known = reader.at(file.root, file.relative)
    if known is None or known[1] != location_of(file):
        return None
    stored = reader.photo(known[0])
    return known[0] if stored and stored.picture else None


def _write(
    archive: Archive, items: Iterator[Prepared] | Iterator[Unchanged], handover: Handover, tools: Tools
) -> Iterator[Ingested]:
    """Write groups: as many as come within two seconds, at most two hundred."""
    group: list[Prepared | Unchanged] = []
    began = tools.stopwatch()
    for item in items:
        group.append(item)
        if len(group) >= GROUP_PHOTOS or tools.stopwatch() - began >= GROUP_SECONDS:
            yield from _commit(archive, group, handover, tools)
            group, began = [], tools.stopwatch()
    yield from _commit(archive, group, handover, tools)


def _commit(
    archive: Archive, group: Sequence[Prepared | Unchanged], handover: Handover, tools: Tools
) -> Sequence[Ingested]:
    if not group:
        return ()
    with archive.transaction() as writer:
        return [
            _keep(writer, item, tools) if isinstance(item, Prepared) else _again(writer, item, handover, tools)
            for item in group
        ]


def _keep(writer: Writer, item: Prepared, tools: Tools) -> Ingested:
    if item.photo is None:
        problems = (item.problem,) if item.problem else ()
        return Ingested(item.display, None, Status.UNREADABLE, 0, problems, item.isolation)
    photo, now = item.photo, tools.now
    prints = photo.pictured.fingerprints if photo.pictured else ()
    forgotten = recognised(writer, photo.id, prints, tools.limits.match)
    if forgotten:
        return Ingested(item.display, photo.id, Status.FORGOTTEN, 0, (forgotten,), item.isolation)
    new = writer.add_photo(photo, now)
    writer.add_location(photo.id, item.location, now)
    said = sum(writer.state(photo.id, statement, now) is not Outcome.KNOWN for statement in item.statements)
    names = (PurePath(item.location.relative).name, item.location.relative)
    urls = tuple(statement.url for statement in item.statements if statement.url)
    said += writer.join_waiting(photo.id, names, photo.supplier_ids, urls, now)
    status = Status.UNREADABLE if photo.pictured is None else Status.NEW if new else Status.KNOWN
    return Ingested(item.display, photo.id, status, said, photo.problems, item.isolation)


def _again(writer: Writer, item: Unchanged, handover: Handover, tools: Tools) -> Ingested:
    """An unchanged file says what it said before, perhaps under a new standing; what lies beside it may be new."""
    own = statements(writer.facts(item.photo), handover.source, handover.in_file)
    said = (*own, *sidecar_statements(item.sidecars, handover, tools.limits, tools.opener))
    new = sum(writer.state(item.photo, statement, tools.now) is not Outcome.KNOWN for statement in said)
    return Ingested(item.display, item.photo, Status.KNOWN, new, ())
