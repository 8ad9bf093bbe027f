"""One file into the archive, within the transaction of its group, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePath
from typing import TypeAlias

from provenance.errors import UnreadableFileError
from provenance.feeds.in_file import statements
from provenance.media.opener import Opener
from provenance.model.archive import Outcome
from provenance.model.isolation import Isolation
from provenance.model.known_file import OtherFile, Placed, State
from provenance.model.limits import Limits
from provenance.model.paths import joined
from provenance.model.photo import PhotoId, Problem
from provenance.store.archive import Writer
from provenance.workflows.intake import Handover, Prepared, Readable, Sidecar, Task, location_of, sidecar_statements
from provenance.workflows.recognition import recognised

ALTERED = "altered"
"""The kind of the problem of a file whose content changed though its size and time did not."""
Digests: TypeAlias = Callable[[Sequence[Readable]], Iterator["str | UnreadableFileError"]]
"""Reads files whole and gives their SHA-256 in their order, or why one could not be read."""


class Status(StrEnum):
    """What became of a file."""

    NEW = "new"
    KNOWN = "known"
    UNREADABLE = "unreadable"
    FORGOTTEN = "forgotten"
    ALTERED = "altered"
    """Its content is another one, though its size and time are not."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """The acknowledgement for one file. `captions` counts what was said newly about the photo.

    `isolation` is None where the file was not opened, because it stands unchanged where it stood. `replaced` says that
    another photo stood there before; `found` is the hash of an altered file.
    """

    file: str
    photo: PhotoId | None
    status: Status
    captions: int
    problems: tuple[Problem, ...]
    isolation: Isolation | None = None
    replaced: bool = False
    found: str = ""


@dataclass(frozen=True)
class Tools:
    """What the door lends to a run: its limits, the moment it began, a stopwatch, a way to look beside a file.

    `opener` opens sidecars, and `prepare_all` the photos; without `features` no local features are kept. `read_beside`
    reads a document, None where it cannot be read. With `digests` everything that is known is read again.
    """

    limits: Limits
    now: datetime
    stopwatch: Callable[[], float]
    beside: Callable[[Readable, Sequence[str]], Sequence[Readable]]
    read_beside: Callable[[Readable], bytes | None]
    prepare_all: Callable[[Iterable[Task]], Iterator[Prepared]]
    opener: Opener
    features: bool = True
    digests: Digests | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read, and what was made of it."""

    task: Task
    prepared: Prepared


@dataclass(frozen=True, slots=True)
class Again:
    """A file that stands as it stood, and about which something may be said anew."""

    file: Readable
    placed: Placed
    sidecars: tuple[Sidecar, ...]


@dataclass(frozen=True, slots=True)
class Verified:
    """A file that stands as it stood, and the hash that it has now."""

    again: Again
    digest: str | UnreadableFileError


Item: TypeAlias = Read | Again | Verified


def keep(writer: Writer, item: Item, origin: int, handover: Handover, tools: Tools) -> Ingested:
    """Bring one file in."""
    if isinstance(item, Verified):
        told = _verify(writer, item, origin, tools)
        return told or _again(writer, item.again, origin, handover, tools)
    if isinstance(item, Again):
        return _again(writer, item, origin, handover, tools)
    told = _keep(writer, item.prepared, origin, tools)
    if told.status is Status.FORGOTTEN:
        return told
    beside = keep_sidecars(writer, item.task.sidecars, origin, tools.now)
    return replace(told, problems=(*told.problems, *beside)) if beside else told


def still(file: Readable, placed: Placed) -> Ingested:
    """What is told of a file that stands as it stood when it was last read."""
    if placed.altered:
        return _altered(file, placed, placed.altered)
    status = Status.KNOWN if placed.readable else Status.UNREADABLE
    return Ingested(file.display, placed.photo, status, 0, () if placed.readable else placed.problems)


def _keep(writer: Writer, item: Prepared, origin: int, tools: Tools) -> Ingested:
    if item.photo is None:
        problems = (item.problem,) if item.problem else ()
        writer.note(OtherFile(item.location, State.UNREAD, origin, problems=problems), tools.now)
        return Ingested(item.display, None, Status.UNREADABLE, 0, problems, item.isolation)
    photo, now = item.photo, tools.now
    prints = photo.pictured.fingerprints if photo.pictured else ()
    forgotten = recognised(writer, photo.id, prints, tools.limits.match)
    if forgotten:
        return Ingested(item.display, photo.id, Status.FORGOTTEN, 0, (forgotten,), item.isolation)
    before = writer.at(item.location.root, item.location.relative)
    new = writer.add_photo(photo, now)
    writer.add_location(photo.id, item.location, now, origin)
    said = sum(writer.state(photo.id, statement, now) is not Outcome.KNOWN for statement in item.statements)
    names = (PurePath(item.location.relative).name, item.location.relative)
    urls = tuple(statement.url for statement in item.statements if statement.url)
    said += writer.join_waiting(photo.id, names, photo.supplier_ids, urls, now)
    status = Status.UNREADABLE if photo.pictured is None else Status.NEW if new else Status.KNOWN
    replaced = before is not None and before[0] != photo.id
    return Ingested(item.display, photo.id, status, said, photo.problems, item.isolation, replaced)


def _again(writer: Writer, item: Again, origin: int, handover: Handover, tools: Tools) -> Ingested:
    """An unchanged file says what it said before, perhaps under a new standing; what lies beside it may be new."""
    photo = item.placed.photo
    beside = keep_sidecars(writer, item.sidecars, origin, tools.now)
    if not item.placed.altered or tools.digests is not None:
        writer.add_location(photo, location_of(item.file), tools.now, origin)
        told = still(item.file, replace(item.placed, altered=""))
    else:
        told = still(item.file, item.placed)
    own = statements(writer.facts(photo), handover.source, handover.in_file)
    said = (*own, *sidecar_statements(item.sidecars, handover, tools.limits, tools.opener))
    new = sum(writer.state(photo, statement, tools.now) is not Outcome.KNOWN for statement in said)
    return replace(told, captions=new, problems=(*told.problems, *beside))


def _verify(writer: Writer, item: Verified, origin: int, tools: Tools) -> Ingested | None:
    """What is wrong with a file that was read again; None where nothing is."""
    file, placed, digest = item.again.file, item.again.placed, item.digest
    if isinstance(digest, UnreadableFileError):
        problem = Problem(digest.kind, digest.sentence, digest.hint)
        writer.note(OtherFile(location_of(file), State.UNREAD, origin, problems=(problem,)), tools.now)
        return Ingested(file.display, None, Status.UNREADABLE, 0, (problem,))
    if digest == placed.photo:
        return None
    writer.alter(file.root, file.relative, digest, tools.now)
    return _altered(file, placed, digest)


def _altered(file: Readable, placed: Placed, digest: str) -> Ingested:
    problem = altered(file.display, placed.photo, digest)
    return Ingested(file.display, placed.photo, Status.ALTERED, 0, (problem,), found=digest)


def altered(file: str, before: str, digest: str) -> Problem:
    """What is told of a file whose content changed behind its size and time."""
    sentence = (
        f"{file} has another content than when it was read, though its size and time are the same: its SHA-256 was"
        f" {before}, and is {digest}."
    )
    hint = "Bring it back from a backup, and look at its disk. Where it was meant, save the file anew and ingest it."
    return Problem(ALTERED, sentence, hint)


def keep_sidecars(writer: Writer, sidecars: Sequence[Sidecar], origin: int, now: datetime) -> tuple[Problem, ...]:
    """Remember the documents beside a photo; told are those that changed behind their size and time."""
    problems: list[Problem] = []
    for one in sidecars:
        if one.location is not None:
            digest = sha256(one.data).hexdigest()
            problems.extend(note_document(writer, OtherFile(one.location, State.SIDECAR, origin, digest), now))
    return tuple(problems)


def note_document(writer: Writer, file: OtherFile, now: datetime) -> Iterator[Problem]:
    """Remember a document that was read; told is whether it changed behind its size and time."""
    place = file.location
    known = writer.other_file(place.root, place.relative)
    if known and known.digest and known.digest != file.digest and known.location.is_like(place):
        yield altered(joined(place.root, place.relative), known.digest, file.digest)
    writer.note(file, now)
