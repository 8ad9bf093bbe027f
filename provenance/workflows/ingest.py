"""Ingest: photos go in, with everything that was said about them. It stores and links; it judges nothing.

1. what has not changed since it was last read is taken from the archive             (survey passes most of it over)
2. every other file is read, examined and fingerprinted, here or in other processes      (intake.prepare)
3. groups of photos go into the archive, each photo whole within one, and are acknowledged after the commit (keeping)
4. after every thousand files the search index follows; what it has not followed is found all the same
5. documents are linked to the photos that are there; the rest waits for its photo   (captions_file.link_documents)
6. what is not at its place any more is marked, after all that could be found elsewhere was   (absent.settle)

A stopped run resumes: what is known is known by its content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import PurePath

from provenance.feeds.sidecar import sidecar_names
from provenance.model.known_file import OtherFile, State
from provenance.store.archive import Archive, Reader
from provenance.workflows.intake import Handover, Readable, Sidecar, Task, location_of
from provenance.workflows.keeping import Again, Ingested, Item, Read, Status, Tools, Verified, keep, still

__all__ = ["Ingested", "Status", "Tools", "ingest", "remember_others"]

BATCH_PHOTOS = 1000
GROUP_PHOTOS = 200
GROUP_SECONDS = 2.0


@dataclass
class _Sorted:
    """What is to be done with some files."""

    still: list[Ingested] = field(default_factory=list)
    again: list[Again] = field(default_factory=list)
    anew: list[Again] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)


def ingest(archive: Archive, files: Iterable[Readable], handover: Handover, tools: Tools) -> Iterator[Ingested]:
    """Bring files into the archive. Yields one acknowledgement per file, after the commit that holds it."""
    pending = iter(files)
    while batch := list(islice(pending, BATCH_PHOTOS)):
        found = _sort(archive, batch, handover, tools)
        yield from found.still
        yield from _write(archive, iter(found.again), handover, tools)
        yield from _write(archive, _verified(found.anew, tools), handover, tools)
        prepared = tools.prepare_all(found.tasks)
        yield from _write(archive, map(Read, found.tasks, prepared), handover, tools)
        archive.catch_up()


def remember_others(archive: Archive, files: Iterable[OtherFile], now: datetime) -> None:
    """Remember what became of files that are no photos."""
    pending = iter(files)
    while batch := list(islice(pending, BATCH_PHOTOS)):
        with archive.transaction() as writer:
            for one in batch:
                writer.note(one, now)


def _sort(archive: Archive, files: Sequence[Readable], handover: Handover, tools: Tools) -> _Sorted:
    """What can be taken from the archive, and what has to be read."""
    found = _Sorted()
    with archive.reading() as reader:
        origin, trust = reader.origin(handover.source, handover.standing.value), reader.trust_lists()
        for file in files:
            beside = tools.beside(file, sidecar_names(PurePath(file.relative).name))
            placed = reader.placed(file.root, file.relative)
            if placed is None or not placed.location.is_like(location_of(file)):
                found.tasks.append(_task(file, beside, handover, tools))
            elif tools.digests is not None:
                found.anew.append(Again(file, placed, _read(beside, tools)))
            elif placed.origin != origin and not placed.readable:
                found.tasks.append(_task(file, beside, handover, tools))  # perhaps this program can
            elif placed.origin == origin and placed.missing is None and _quiet(reader, beside, origin):
                found.still.append(still(file, placed))
            else:
                found.again.append(Again(file, placed, _read(beside, tools)))
    found.tasks = [replace(one, trust=trust) for one in found.tasks]
    return found


def _task(file: Readable, beside: Sequence[Readable], handover: Handover, tools: Tools) -> Task:
    return Task(file, _read(beside, tools), handover, tools.limits, tools.features)


def _quiet(reader: Reader, beside: Sequence[Readable], origin: int) -> bool:
    """Whether all that lies beside a photo was read as it is now."""
    for one in beside:
        known = reader.other_file(one.root, one.relative)
        if known is None or known.state is not State.SIDECAR or known.origin != origin:
            return False
        if not known.location.is_like(location_of(one)):
            return False
    return True


def _read(beside: Sequence[Readable], tools: Tools) -> tuple[Sidecar, ...]:
    read = ((one, tools.read_beside(one)) for one in beside)
    return tuple(Sidecar(PurePath(one.relative).name, data, location_of(one)) for one, data in read if data is not None)


def _verified(items: Sequence[Again], tools: Tools) -> Iterator[Verified]:
    if tools.digests is not None and items:
        yield from map(Verified, items, tools.digests([one.file for one in items]))


def _write(archive: Archive, items: Iterator[Item], handover: Handover, tools: Tools) -> Iterator[Ingested]:
    """Write groups: as many as come within two seconds, at most two hundred."""
    group: list[Item] = []
    began = tools.stopwatch()
    for item in items:
        group.append(item)
        if len(group) >= GROUP_PHOTOS or tools.stopwatch() - began >= GROUP_SECONDS:
            yield from _commit(archive, group, handover, tools)
            group, began = [], tools.stopwatch()
    yield from _commit(archive, group, handover, tools)


def _commit(archive: Archive, group: Sequence[Item], handover: Handover, tools: Tools) -> Sequence[Ingested]:
    if not group:
        return ()
    with archive.transaction() as writer:
        origin = writer.new_origin(handover.source, handover.standing.value)
        return [keep(writer, item, origin, handover, tools) for item in group]
