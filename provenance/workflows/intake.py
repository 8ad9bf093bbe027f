"""One file to everything that can be known of it without the archive. Runs in the door's process or in another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from provenance.errors import UnreadableFileError
from provenance.feeds.document import Kind, kind_of, read_document
from provenance.feeds.in_file import statements
from provenance.feeds.sidecar import text_statement
from provenance.matching.fingerprints import fingerprint
from provenance.media.examine import examine
from provenance.media.picture import photo_id
from provenance.media.previews import open_preview
from provenance.media.xmp import read_xmp
from provenance.model.appearance import Standing, Statement
from provenance.model.archive import Location, NewPhoto, Pictured
from provenance.model.limits import Limits, ReadLimits
from provenance.model.matching import Features
from provenance.model.photo import Examination, Fact, PhotoId, Preview, Problem

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

    def read(self, limits: ReadLimits) -> bytes:
        """The whole content; UnreadableFileError where it cannot be had."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A small document that stands beside a photo."""

    name: str
    data: bytes


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
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One file to be prepared; may be sent to another process."""

    file: Readable
    sidecars: tuple[Sidecar, ...]
    handover: Handover
    limits: Limits
    vocabulary: Callable[[], bytes] | None = None


def run_task(task: Task) -> Prepared:
    """Prepare one file."""
    words = words_of(task.vocabulary) if task.vocabulary else None
    return prepare(task.file, task.sidecars, task.handover, task.limits, words)


@cache
def words_of(vocabulary: Callable[[], bytes]) -> Words:
    """The vocabulary of visual words, loaded once in every process."""
    from provenance.matching.words import Words

    return Words.from_bytes(vocabulary())


def location_of(file: Readable) -> Location:
    """Where a file stands."""
    return Location(file.root, file.relative, file.size, file.mtime_ns, file.inode)


def prepare(
    file: Readable, sidecars: Sequence[Sidecar], handover: Handover, limits: Limits, words: Words | None
) -> Prepared:
    """Read one file and what lies beside it. A file that cannot be read is an answer too, never an exception."""
    location = location_of(file)
    try:
        data = file.read(limits.read)
    except UnreadableFileError as error:
        problem = Problem(error.kind, error.sentence, error.hint)
        return Prepared(location, file.display, None, (), problem)
    examination = examine(data, limits.read)
    said = statements(examination.facts, handover.source, handover.in_file)
    beside = sidecar_statements(sidecars, handover, limits)
    return Prepared(
        location, file.display, new_photo(photo_id(data), len(data), examination, limits, words), (*said, *beside)
    )


def new_photo(photo: PhotoId, size: int, examination: Examination, limits: Limits, words: Words | None) -> NewPhoto:
    """An examined file as the archive will keep it, with its fingerprints; with local features where there are words.

    Features are taken from the preview, as they will be whenever they are computed again.
    """
    pictured = None
    if examination.picture and examination.pixels and examination.preview:
        pictured = Pictured(
            id=examination.picture,
            width=examination.width,
            height=examination.height,
            preview=examination.preview,
            fingerprints=fingerprint(examination.pixels),
            features=_features(examination.preview, limits, words) if words else None,
        )
    facts, problems = examination.facts, examination.problems
    return NewPhoto(photo, size, examination.format, pictured, facts, problems, supplier_ids(facts))


def _features(preview: Preview, limits: Limits, words: Words) -> Features:
    from provenance.matching.features import extract

    return extract(open_preview(preview, limits.read), words, limits.match)


def sidecar_statements(sidecars: Sequence[Sidecar], handover: Handover, limits: Limits) -> tuple[Statement, ...]:
    """What the documents beside a photo say. An .xmp goes through the reader of XMP, everything else is text."""
    said: list[Statement] = []
    for sidecar in sidecars:
        if sidecar.name.lower().endswith(".xmp"):
            said.extend(_xmp_statements(sidecar, handover, limits))
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


def _xmp_statements(sidecar: Sidecar, handover: Handover, limits: Limits) -> tuple[Statement, ...]:
    facts, _problems = read_xmp(sidecar.data, limits.read)
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
