"""One file to everything that can be known of it without the archive. A worker opens it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from provenance.errors import UnreadableFileError
from provenance.feeds.document import Kind, kind_of, read_document
from provenance.feeds.in_file import statements
from provenance.feeds.sidecar import text_statement
from provenance.media.opener import Opener
from provenance.media.worker.handed import Handed
from provenance.model.appearance import Standing, Statement
from provenance.model.archive import Location, NewPhoto
from provenance.model.documents import document_ids
from provenance.model.isolation import Isolation
from provenance.model.limits import Limits, ReadLimits
from provenance.model.photo import Examination, Fact, Problem
from provenance.model.trust import TrustList

if TYPE_CHECKING:
    from provenance.matching.words import Words


class Readable(Protocol):
    """A file that the door found: where it stands, and a way to read it once."""

    @property
    def root(self) -> str:
        """The folder that was named."""

    @property
    def relative(self) -> str:
        """The path below it."""

    @property
    def size(self) -> int:
        """Bytes, when it was found."""

    @property
    def mtime_ns(self) -> int:
        """Last change in nanoseconds since 1970, when it was found."""

    @property
    def inode(self) -> int:
        """The file system's own number of the file; 0 where there is none."""

    @property
    def display(self) -> str:
        """The path as people know it."""

    def hand_over(self, limits: ReadLimits) -> Handed:
        """The whole content as an open file for a worker; UnreadableFileError where it cannot be had."""

    def read_document(self, limits: ReadLimits) -> bytes:
        """The whole content of a document; UnreadableFileError where it cannot be had."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A small document that stands beside a photo; where, if that is to be remembered."""

    name: str
    data: bytes
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """Who hands photos over, and what their word counts for."""

    source: str
    standing: Standing

    @property
    def in_file(self) -> Standing:
        """What the fields inside a file count for: a sender's file is no better than the sender."""
        return Standing.OFFERED if self.standing is Standing.OFFERED else Standing.IN_FILE


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file, read and understood. `photo` is None where not even its bytes could be had; then `problem` says why."""

    location: Location
    display: str
    photo: NewPhoto | None
    statements: tuple[Statement, ...]
    isolation: Isolation
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One file to be prepared. `features` says that its local features are wanted.

    `trust` are the lists against which its content credentials are judged.
    """

    file: Readable
    sidecars: tuple[Sidecar, ...]
    handover: Handover
    limits: Limits
    features: bool = True
    trust: tuple[TrustList, ...] = ()


def location_of(file: Readable) -> Location:
    """Where a file stands."""
    return Location(file.root, file.relative, file.size, file.mtime_ns, file.inode)


def prepare(task: Task, opener: Opener) -> Prepared:
    """Read one file and what lies beside it. A file that cannot be read is an answer too, never an exception."""
    file, handover, limits = task.file, task.handover, task.limits
    location = location_of(file)
    try:
        content = file.hand_over(limits.read)
    except UnreadableFileError as error:
        problem = Problem(error.kind, error.sentence, error.hint)
        return Prepared(location, file.display, None, (), opener.isolation, problem)
    with content:
        seen = opener.describe(content, limits, features=task.features, trust=task.trust)
    ids, made_from = supplier_ids(seen.facts), document_ids(seen.facts)
    photo = NewPhoto(content.photo, content.size, seen.format, seen.pictured, seen.facts, seen.problems, ids, made_from)
    said = statements(seen.facts, handover.source, handover.in_file)
    beside = sidecar_statements(task.sidecars, handover, limits, opener)
    return Prepared(location, file.display, photo, (*said, *beside), seen.isolation)


def new_photo(
    content: Handed, examination: Examination, limits: Limits, words: Words | None, opener: Opener
) -> NewPhoto:
    """An examined file as the archive will keep it; with local features where there are words."""
    from provenance.workflows.describing import pictured

    kept = pictured(examination, limits, words, lambda preview: opener.open_preview(preview, limits.read))
    facts, problems = examination.facts, examination.problems
    ids, made_from = supplier_ids(facts), document_ids(facts)
    return NewPhoto(content.photo, content.size, examination.format, kept, facts, problems, ids, made_from)


def sidecar_statements(
    sidecars: Sequence[Sidecar], handover: Handover, limits: Limits, opener: Opener
) -> tuple[Statement, ...]:
    """What the documents beside a photo say. An .xmp goes through the reader of XMP, everything else is text."""
    said: list[Statement] = []
    for sidecar in sidecars:
        if sidecar.name.lower().endswith(".xmp"):
            said.extend(_xmp_statements(sidecar, handover, limits, opener))
        else:
            said.extend(_in_article(sidecar, handover, limits) or _in_text(sidecar, handover))
    return tuple(said)


def _in_text(sidecar: Sidecar, handover: Handover) -> tuple[Statement, ...]:
    statement = text_statement(sidecar.data, sidecar.name, handover.source, handover.standing)
    return (statement,) if statement else ()


def _in_article(sidecar: Sidecar, handover: Handover, limits: Limits) -> tuple[Statement, ...]:
    """The one caption in a whole article that lies beside a photo under its name; none where there are several."""
    if len(sidecar.data) < ARTICLE_BYTES or kind_of(sidecar.data, sidecar.name) is not Kind.TEXT:
        return ()
    document = read_document(sidecar.data, sidecar.name, handover.source, handover.standing, limits.read, Kind.TEXT)
    return tuple(one.statement for one in document.references) if len(document.references) == 1 else ()


def _xmp_statements(sidecar: Sidecar, handover: Handover, limits: Limits, opener: Opener) -> tuple[Statement, ...]:
    facts, _problems = opener.read_xmp(sidecar.data, limits.read)
    return statements(facts, handover.source, handover.standing, address_prefix=f"{sidecar.name}: ")


ARTICLE_BYTES = 1500
"""A text beside a photo is its caption; a longer one may be the article that the photo was printed with."""
SUPPLIER_FIELDS = (
    "IPTC-IIM 2:22 ",
    "IPTC-IIM 2:103 ",
    "IPTC-IIM 2:187 ",
    "XMP plus:ImageSupplierImageID",
    "XMP photoshop:TransmissionReference",
    "XMP GettyImagesGIFT:AssetID",
)
"""Fields in which suppliers write their own id of a photo (FIELD: supplier image id)."""


def supplier_ids(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The supplier's ids that a file carries, as they stand, without repeats."""
    found = (str(fact.value).strip() for fact in facts if fact.field.startswith(SUPPLIER_FIELDS))
    return tuple(dict.fromkeys(one for one in found if one))
