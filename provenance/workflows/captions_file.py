"""Documents that carry captions: what they refer to finds its photo in the archive, or waits for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import PurePath

from provenance.errors import DocumentError
from provenance.feeds.document import Document, Kind, kind_of, photo_names, read_document
from provenance.feeds.reference import Reference
from provenance.media.opener import Opener
from provenance.model.appearance import Statement, Waits
from provenance.model.archive import Location, Outcome
from provenance.model.known_file import OtherFile, State
from provenance.model.limits import LIMITS, ReadLimits
from provenance.model.photo import PhotoId, Problem
from provenance.store.archive import Archive, Reader, Writer
from provenance.workflows.intake import Handover, Sidecar, sidecar_statements
from provenance.workflows.keeping import note_document

GROUP = 50
_ENDINGS = ("jpg", "jpeg", "png", "tif", "tiff", "webp", "heic", "heif")


@dataclass(frozen=True, slots=True)
class CaptionsFile:
    """A document as the door read it, and the folder it stands in.

    `named` says that the user named it himself: then it is a mistake if it carries no captions. `shown` is its path
    for people, its name where that says enough. `location` is given where it is to be remembered.
    """

    name: str
    folder: str
    data: bytes
    named: bool = True
    shown: str = ""
    location: Location | None = None

    @property
    def display(self) -> str:
        """The path for people, raw."""
        return self.shown or self.name


@dataclass(frozen=True, slots=True)
class Linked:
    """What became of the captions: linked newly, known before, waiting for their photo, and what was wrong with others.

    `waiting` names what they wait for, `waiting_newly` counts those that did not wait before.
    """

    linked: int
    known: int
    waiting: tuple[str, ...]
    problems: tuple[Problem, ...]
    file: str = ""
    kind: Kind = Kind.UNKNOWN
    waiting_newly: int = 0


def link_rows(archive: Archive, file: CaptionsFile, handover: Handover, now: datetime, opener: Opener) -> Linked:
    """Every caption becomes an appearance of its photo; one whose photo is not there waits. DocumentError if unusable.

    Captions find their photo by SHA-256, by the path or name that they state, by the supplier's id, by URL, and by the
    name in a URL where that is particular (`store/likely.py`).
    """
    document = _read(file, handover, LIMITS.read, opener)
    with archive.transaction() as writer:
        return _link(writer, file, document, now)


def link_documents(
    archive: Archive,
    files: Iterable[CaptionsFile],
    handover: Handover,
    now: datetime,
    limits: ReadLimits,
    opener: Opener,
) -> Iterator[Linked]:
    """The same for documents that lay in a folder. One that carries no captions has the kind "unknown" and no problem;
    one that was named and cannot be used has one. Yields after the commit that holds it.
    """
    group: list[tuple[CaptionsFile, Document]] = []
    for file in files:
        group.append((file, _read_anything(file, handover, limits, opener)))
        if len(group) >= GROUP:
            yield from _commit(archive, group, handover, now)
            group = []
    yield from _commit(archive, group, handover, now)


def rows_by_name(
    file: CaptionsFile, handover: Handover, opener: Opener
) -> tuple[dict[str, Statement], tuple[Problem, ...]]:
    """The captions of a document by the lower-case name of their photo, for photos that are only checked."""
    document = _read(file, handover, LIMITS.read, opener)
    rows: dict[str, Statement] = {}
    for one in document.references:
        for name in (*one.waits.names, *one.waits.likely_names):
            rows.setdefault(PurePath(name.replace("\\", "/")).name.lower(), one.statement)
    return rows, document.problems


def _read_anything(file: CaptionsFile, handover: Handover, limits: ReadLimits, opener: Opener) -> Document:
    try:
        return _read(file, handover, limits, opener)
    except DocumentError as error:
        problems = (Problem("document", error.sentence, error.hint),) if file.named else ()
        return Document(Kind.UNKNOWN, (), problems)


def _read(file: CaptionsFile, handover: Handover, limits: ReadLimits, opener: Opener) -> Document:
    kind = kind_of(file.data, file.name)
    if kind is Kind.XMP:
        said = sidecar_statements((Sidecar(f"{file.name}.xmp", file.data),), handover, LIMITS, opener)
        waits = Waits(photo_names(file.name))
        return Document(kind, tuple(Reference(waits, statement, 1) for statement in said))
    return read_document(file.data, file.name, handover.source, handover.standing, limits, kind)


def _commit(
    archive: Archive, group: Sequence[tuple[CaptionsFile, Document]], handover: Handover, now: datetime
) -> Sequence[Linked]:
    if not any(document.references or file.location for file, document in group):
        return [Linked(0, 0, (), document.problems, file.display, document.kind) for file, document in group]
    with archive.transaction() as writer:
        origin = writer.new_origin(handover.source, handover.standing.value)
        return [_remember(writer, file, _link(writer, file, document, now), origin, now) for file, document in group]


def _remember(writer: Writer, file: CaptionsFile, linked: Linked, origin: int, now: datetime) -> Linked:
    """Remember what became of a document, so that it need not be read again while it stays as it is."""
    if file.location is None:
        return linked
    state = State.LACKING if linked.problems or linked.waiting else State.DOCUMENT
    digest = sha256(file.data).hexdigest()
    waiting = len(linked.waiting)
    counts = (linked.kind.value, linked.linked + linked.known + waiting, waiting, linked.problems)
    one = OtherFile(file.location, state, origin, digest, *counts)
    return replace(linked, problems=(*linked.problems, *note_document(writer, one, now)))


def _link(writer: Writer, file: CaptionsFile, document: Document, now: datetime) -> Linked:
    linked, known, newly, waiting = 0, 0, 0, []
    problems = list(document.problems)
    for reference in _placed(document, file.folder):
        photos = _photos_of(writer, reference, file.folder) or _same_stem(writer, document, file)
        if len(photos) == 1:
            new = writer.state(photos[0], reference.statement, now, reference.waits) is not Outcome.KNOWN
            if new and reference.waits.urls:
                linked += writer.join_waiting(photos[0], (), (), reference.waits.urls, now)
            linked, known = linked + new, known + (not new)
            continue
        if writer.is_joined(reference.waits, reference.statement):
            known += 1
            continue
        if photos:
            problems.append(_several(reference, len(photos)))
        newly += writer.wait(reference.waits, reference.statement, now) is not Outcome.KNOWN
        waiting.append(awaited(reference.waits))
    return Linked(linked, known, tuple(waiting), tuple(problems), file.display, document.kind, newly)


def awaited(waits: Waits) -> str:
    """By what the photo of a caption will be known, for people."""
    return waits.name or waits.supplier_id or waits.url or waits.sha256


def _placed(document: Document, folder: str) -> Iterator[Reference]:
    """The references, with whole paths where a path from the document's own folder is meant."""
    for one in document.references:
        path = _normal(PurePath(folder) / one.waits.name) if one.beside else one.waits.name
        yield replace(one, waits=replace(one.waits, name=path))


def _normal(path: PurePath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and len(parts) > 1:
            parts.pop()
        elif part != "..":
            parts.append(part)
    return PurePath(*parts).as_posix()


def _photos_of(reader: Reader, reference: Reference, folder: str) -> Sequence[PhotoId]:
    waits = reference.waits
    if waits.sha256:
        photo = reader.photo(PhotoId(waits.sha256.strip().lower()))
        return (photo.id,) if photo else ()
    for name in waits.names:
        found = reader.located(name.replace("\\", "/"))
        if found:
            path = PurePath(folder) / name.replace("\\", "/")
            return found if len(found) == 1 else _beside(reader, found, path) or found
    for supplier_id in waits.supplier_ids:
        if found := reader.supplied(supplier_id):
            return found
    return reader.announced(waits) if waits.urls else ()


def _same_stem(reader: Reader, document: Document, file: CaptionsFile) -> Sequence[PhotoId]:
    """The photo beside a wire document about one photo alone that bears its name: pairs are dropped so by FTP."""
    if document.kind not in {Kind.NEWSML, Kind.NINJS, Kind.XMP, Kind.SIDECAR}:
        return ()
    if len({reference.waits for reference in document.references}) != 1:
        return ()
    stem = PurePath(file.folder) / PurePath(file.name).stem
    found = {photo for ending in _ENDINGS for photo in reader.located(f"{stem.as_posix()}.{ending}")}
    return tuple(found) if len(found) == 1 else ()


def _beside(reader: Reader, photos: Sequence[PhotoId], path: PurePath) -> Sequence[PhotoId]:
    """Of several photos with the same name, the one that stands beside the document."""
    return [
        photo.id
        for photo in reader.photos(photos)
        if any(PurePath(location.root) / location.relative == path for location in photo.locations)
    ]


def _several(reference: Reference, count: int) -> Problem:
    called = reference.waits.name or reference.waits.supplier_id or reference.waits.url
    return Problem(
        "ambiguous-name",
        f"{reference.statement.address}: {count} photos are called {called}, so it was linked to none.",
        "Give the path below the folder that was ingested, or add a sha256 column.",
    )
