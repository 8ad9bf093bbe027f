"""Show: one photo of the archive and everything that was said about it."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.captions.history import Said, history
from provenance.captions.reading import read
from provenance.captions.vocabulary import Vocabulary
from provenance.errors import UsageError
from provenance.model.archive import StoredPhoto
from provenance.model.case import Searched, Testimony
from provenance.model.history import Version
from provenance.model.limits import Limits
from provenance.model.photo import PhotoId
from provenance.store.archive import Archive, Reader

SHORTEST_PREFIX = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo, what was said about it in the order it was recorded, and how much the archive holds.

    `history` is every version of its caption, with those of files that hold the same picture.
    """

    photo: StoredPhoto
    testimonies: tuple[Testimony, ...]
    searched: Searched
    history: tuple[Version, ...] = ()


def resolve(reader: Reader, prefix: str) -> PhotoId:
    """The one photo whose id begins so. UsageError where none does, where several do, or where it is too short."""
    asked = prefix.lower()
    if len(asked) < SHORTEST_PREFIX or any(one not in "0123456789abcdef" for one in asked):
        raise UsageError(
            f"{prefix} is neither a file nor the beginning of a photo's id.",
            f"Give a file, or at least {SHORTEST_PREFIX} of the id's characters (0-9, a-f).",
        )
    found = reader.find_prefix(asked, limit=2)
    if not found:
        raise UsageError(
            f"No photo in this archive has an id that begins with {prefix}.", "`prov check FILE` shows ids."
        )
    if len(found) > 1:
        raise UsageError(f"Several photos have ids that begin with {prefix}.", "Give more of the id's characters.")
    return found[0]


def show(archive: Archive, photo: PhotoId, vocabulary: Vocabulary, limits: Limits) -> Shown:
    """Everything about one photo. UsageError where the archive does not hold it."""
    with archive.reading() as reader:
        stored = reader.photo(photo)
        if stored is None:
            raise UsageError(
                f"This archive does not hold the photo {photo[:12]}.", "`prov check FILE` looks for copies of it."
            )
        appearances = reader.appearances([photo, *_same_picture(reader, stored)])
        searched = reader.searched()
    said = {
        each: tuple(Testimony(one, read(one.statement, vocabulary, limits.read)) for one in held)
        for each, held in appearances.items()
    }
    versions = history(Said(one.appearance, one.claims, each) for each, held in said.items() for one in held)
    return Shown(stored, said.get(photo, ()), searched, versions)


def _same_picture(reader: Reader, stored: StoredPhoto) -> tuple[PhotoId, ...]:
    """The photos that hold the same image data under other metadata."""
    if stored.picture is None:
        return ()
    held = reader.photos_of([stored.picture]).get(stored.picture, ())
    return tuple(one.id for one in held if one.id != stored.id)
