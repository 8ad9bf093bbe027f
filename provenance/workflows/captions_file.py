"""A captions file: its rows find their photos in the archive, or wait for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from provenance.feeds.reference import Reference
from provenance.feeds.spreadsheet import read_spreadsheet
from provenance.model.appearance import Statement
from provenance.model.archive import Outcome
from provenance.model.photo import PhotoId, Problem
from provenance.store.archive import Archive, Reader
from provenance.workflows.intake import Handover


@dataclass(frozen=True, slots=True)
class CaptionsFile:
    """A captions file as the door read it, and the folder it stands in."""

    name: str
    folder: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Linked:
    """What became of the rows: linked newly, known before, waiting for their photo, and what was wrong with others."""

    linked: int
    known: int
    waiting: tuple[str, ...]
    problems: tuple[Problem, ...]


def link_rows(archive: Archive, file: CaptionsFile, handover: Handover, now: datetime) -> Linked:
    """Every row becomes an appearance of its photo; one whose photo is not there waits. DocumentError if unusable."""
    sheet = read_spreadsheet(file.data, file.name, handover.source, handover.standing)
    linked, known, waiting = 0, 0, []
    problems = list(sheet.problems)
    with archive.transaction() as writer:
        for reference in sheet.references:
            photos = _photos_of(writer, reference, file.folder)
            if len(photos) == 1:
                new = writer.state(photos[0], reference.statement, now) is not Outcome.KNOWN
                linked, known = linked + new, known + (not new)
                continue
            if photos:
                problems.append(_several(reference, len(photos)))
            writer.wait(reference.waits, reference.statement, now)
            waiting.append(reference.waits.name or reference.waits.supplier_id or reference.waits.url)
    return Linked(linked, known, tuple(waiting), tuple(problems))


def rows_by_name(file: CaptionsFile, handover: Handover) -> tuple[dict[str, Statement], tuple[Problem, ...]]:
    """The rows of a captions file by the lower-case name of their photo, for photos that are only checked."""
    sheet = read_spreadsheet(file.data, file.name, handover.source, handover.standing)
    rows = {PurePath(one.waits.name.replace("\\", "/")).name.lower(): one.statement for one in sheet.references}
    return rows, sheet.problems


def _photos_of(reader: Reader, reference: Reference, folder: str) -> Sequence[PhotoId]:
    if reference.waits.sha256:
        photo = reader.photo(PhotoId(reference.waits.sha256.strip().lower()))
        return (photo.id,) if photo else ()
    name = reference.waits.name.replace("\\", "/")
    found = reader.located(name) if name else ()
    if not found and reference.waits.supplier_id:
        found = reader.supplied(reference.waits.supplier_id)
    return found if len(found) <= 1 else _beside(reader, found, PurePath(folder) / name) or found


def _beside(reader: Reader, photos: Sequence[PhotoId], path: PurePath) -> Sequence[PhotoId]:
    """Of several photos with the same name, the one that stands beside the captions file."""
    return [
        photo.id
        for photo in reader.photos(photos)
        if any(PurePath(location.root) / location.relative == path for location in photo.locations)
    ]


def _several(reference: Reference, count: int) -> Problem:
    called = reference.waits.name or reference.waits.supplier_id
    return Problem(
        "ambiguous-name",
        f"{reference.statement.address}: {count} photos are called {called}, so it was linked to none.",
        "Give the path below the folder that was ingested, or add a sha256 column.",
    )
