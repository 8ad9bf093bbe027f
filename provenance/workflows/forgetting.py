"""Forgetting: a court's order, or the request of somebody whom a photo shows.

1. each photo named is looked up, with every other file that holds the same picture           leaving
2. in one transaction all of it goes: pictures, captions, places, decisions, kept audits, the notices about it alone;
   a tombstone keeps when, by whom and why; the families of its copies are derived anew        forget
3. nothing of it is left in the archive's own files: index, free space, log                    Archive.erase
4. the files outside the archive that hold it are named                                        held_elsewhere
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from provenance.errors import UsageError
from provenance.model.archive import StoredPhoto
from provenance.model.limits import MatchLimits
from provenance.model.photo import PhotoId, PictureId
from provenance.model.upkeep import Tombstone, Written
from provenance.store.archive import Archive, Reader, Writer
from provenance.store.backup import holds
from provenance.workflows.relating import resettle


@dataclass(frozen=True, slots=True)
class Request:
    """Why something is to be forgotten, who says so, when; and whether copies of it are to be recognised."""

    reason: str
    by: str
    now: datetime
    block: bool = False


@dataclass(frozen=True, slots=True)
class Leaving:
    """A photo that is to be forgotten, and what goes with it.

    `pdq` is the code by which copies of it can be recognised, "" where it shows too little for that. `copies` are
    photos of other pictures that were made from it, or it from them: those stay.
    """

    photo: StoredPhoto
    appearances: int
    pdq: str
    copies: tuple[PhotoId, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A file outside the archive that holds a forgotten photo, or may: None where it cannot be told."""

    written: Written
    holds: bool | None


def leaving(archive: Archive, photos: Sequence[PhotoId], limits: MatchLimits) -> tuple[Leaving, ...]:
    """These photos and all others that hold the same pictures. UsageError where one is not held."""
    with archive.reading() as reader:
        named = reader.photos(photos)
        if len(named) < len(set(photos)):
            missing = next(one for one in photos if one not in {held.id for held in named})
            raise UsageError(f"This archive does not hold the photo {missing[:12]}.", "`prov check FILE` looks for it.")
        together = {one.id: one for held in named for one in (held, *_wrapping(reader, held))}
        said = reader.appearances(list(together))
        return tuple(
            Leaving(one, len(said[one.id]), _code(reader, one, limits), _copies(reader, one, set(together)))
            for one in together.values()
        )


def forget(archive: Archive, going: Sequence[Leaving], request: Request) -> tuple[str, ...]:
    """Forget photos, all or none of them; returns the ids of notices about them that stay, for they name others.

    The photos still stand in free space until `Archive.erase` was called.
    """
    ids = [one.photo.id for one in going]
    pictures = {one.photo.picture for one in going if one.photo.picture}
    with archive.transaction() as writer:
        kin = [
            picture
            for edge in writer.edges(sorted(pictures))
            for picture in (edge.one, edge.other)
            if picture not in pictures
        ]
        kin += [picture for picture in _family(writer, sorted(pictures)) if picture not in pictures]
        staying = _drop_notices(writer, ids)
        for one in going:
            writer.forget(one.photo.id)
            pdq = one.pdq if request.block else ""
            writer.bury(Tombstone(one.photo.id, request.now, request.by, request.reason, pdq))
        resettle(writer, sorted(set(kin)))
    return staying


def lift(archive: Archive, prefix: str) -> Tombstone:
    """Let a forgotten photo come again. UsageError where none, or several, have an id that begins so."""
    with archive.transaction() as writer:
        asked = prefix.strip().lower()
        found = [one for one in writer.tombstones() if asked and one.photo.startswith(asked)]
        if len(found) != 1:
            none = f"No forgotten photo has an id that begins with {prefix}."
            several = f"Several forgotten photos have ids that begin with {prefix}."
            raise UsageError(several if found else none, "See them: prov forget --list")
        writer.lift(found[0].photo)
    return found[0]


def held_elsewhere(archive: Archive, photos: Sequence[PhotoId]) -> tuple[Elsewhere, ...]:
    """The files outside the archive that hold one of these photos, or of which that cannot be told."""
    with archive.reading() as reader:
        everything = reader.written()
    found = (Elsewhere(one, holds(Path(one.path), photos)) for one in everything if Path(one.path).exists())
    return tuple(one for one in found if one.holds is not False)


def _wrapping(reader: Reader, photo: StoredPhoto) -> Sequence[StoredPhoto]:
    """The photos that hold the same picture."""
    return reader.photos_of([photo.picture])[photo.picture] if photo.picture else ()


def _code(reader: Reader, photo: StoredPhoto, limits: MatchLimits) -> str:
    if photo.picture is None:
        return ""
    prints = reader.fingerprints([photo.picture])[photo.picture]
    return next((one.code for one in prints if one.kind == "pdq" and (one.quality or 0) >= limits.pdq_quality), "")


def _copies(reader: Reader, photo: StoredPhoto, going: set[PhotoId]) -> tuple[PhotoId, ...]:
    if photo.picture is None:
        return ()
    related = {one for edge in reader.edges([photo.picture]) if edge.same_photo for one in (edge.one, edge.other)}
    held = reader.photos_of(sorted(related - {photo.picture}))
    return tuple(sorted({one.id for some in held.values() for one in some} - going))


def _family(reader: Reader, pictures: Sequence[PictureId]) -> list[PictureId]:
    kin = reader.kin(reader.families_of(pictures))
    return [picture for held in kin.values() for picture, _guest, _best in held]


def _drop_notices(writer: Writer, photos: Sequence[PhotoId]) -> tuple[str, ...]:
    """Drop the notices that are about these photos alone; the ids of those that stay.

    Those that name others, or what has not come yet, still protect them.
    """
    noticed = {one.notice.digest: one.kept for some in writer.noticed(photos).values() for one in some}
    staying = []
    for kept in noticed.values():
        notice, named = kept.notice, writer.named_by(kept.notice)
        about = {photo for photo, _way in kept.photos} | {photo for some in named.values() for photo in some}
        unmet = [sign for sign in (*notice.names, *notice.urls) if sign not in named]
        if about <= set(photos) and not unmet:
            writer.drop(notice)
        else:
            staying.append(notice.id)
    return tuple(staying)
