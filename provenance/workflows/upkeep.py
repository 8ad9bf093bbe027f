"""Upkeep: looking an archive through, computing what its pictures lack, and forgetting photos.

The features of a picture are computed from its kept preview, so that a new vocabulary never reads originals again. All
of this may be stopped at any moment, and goes on from there when it is started again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from provenance.model.archive import Damage, Progress, StoredPhoto
from provenance.model.limits import Limits, ReadLimits
from provenance.model.matching import Features
from provenance.model.photo import PhotoId, PictureId, Pixels
from provenance.store.archive import Archive, Reader
from provenance.workflows.show import resolve

GROUP = 20
"""Pictures whose features are computed between two transactions: about two seconds' work."""
_PAGE = 200


@dataclass(frozen=True)
class Describer:
    """What computes local features: the version that they will have, and a function from pixels."""

    version: str
    extract: Callable[[Pixels], Features]

    @staticmethod
    def of(vocabulary: bytes, limits: Limits) -> Describer:
        """The one that works with a vocabulary of visual words."""
        from provenance.matching.features import extract
        from provenance.matching.words import Words

        words = Words.from_bytes(vocabulary)
        return Describer(words.version, lambda pixels: extract(pixels, words, limits.match))


def version_of(vocabulary: bytes) -> str:
    """The version that features made with a vocabulary have."""
    from provenance.matching.words import Words

    return Words.from_bytes(vocabulary).version


def inspect(archive: Archive, version: str, limits: ReadLimits) -> Iterator[Progress | Damage]:
    """Look through everything that the archive keeps: tables, search index, features of this version, previews."""
    broken = False
    for step in archive.inspect(version):
        yield step
        if isinstance(step, Damage) and step.kind == "tables":
            broken = True
    if broken:
        return
    with archive.reading() as reader:
        without = reader.unsearchable(version)
    if without:
        yield Damage(
            "features-missing",
            f"{without:,} {'picture has' if without == 1 else 'pictures have'} no local features of this version, so"
            " crops and collages of them are not found.",
            "Have them computed from the previews: prov archive reindex",
        )
    yield from _inspect_previews(archive, limits)


def reindex(archive: Archive, describer: Describer, limits: ReadLimits) -> Iterator[Progress | Damage]:
    """Compute the features that are missing or of another version, then build the search index anew."""
    yield from _describe_all(archive, describer, limits)
    yield from archive.rebuild(describer.version)


@dataclass(frozen=True, slots=True)
class Leaving:
    """A photo that is to be forgotten, and what goes with it. `alone` says that its picture goes too."""

    photo: StoredPhoto
    appearances: int
    alone: bool


def leaving(archive: Archive, prefixes: Sequence[str]) -> tuple[Leaving, ...]:
    """The photos whose ids begin so. UsageError where one does not name exactly one photo."""
    with archive.reading() as reader:
        ids = list(dict.fromkeys(resolve(reader, prefix) for prefix in prefixes))
        said = reader.appearances(ids)
        return tuple(Leaving(photo, len(said[photo.id]), _alone(reader, photo, ids)) for photo in reader.photos(ids))


def forget(archive: Archive, photos: Sequence[Leaving]) -> None:
    """Forget photos, all or none of them."""
    with archive.transaction() as writer:
        for one in photos:
            writer.forget(one.photo.id)
    archive.catch_up()


def _alone(reader: Reader, photo: StoredPhoto, ids: Sequence[PhotoId]) -> bool:
    if photo.picture is None:
        return False
    return all(other.id in ids for other in reader.photos_of([photo.picture])[photo.picture])


def _inspect_previews(archive: Archive, limits: ReadLimits) -> Iterator[Progress | Damage]:
    total = archive.info().pictures
    after = done = 0
    while True:
        with archive.reading() as reader:
            page = reader.pictures(after, _PAGE)
            found = [_damage(reader, picture) for _, picture in page if _open(reader, picture, limits) is None]
        if not page:
            return
        yield from found
        after, done = page[-1][0], done + len(page)
        yield Progress("Opening previews", done, total)


def _describe_all(archive: Archive, describer: Describer, limits: ReadLimits) -> Iterator[Progress | Damage]:
    with archive.reading() as reader:
        total = reader.unsearchable(describer.version)
    after = done = 0
    while True:
        with archive.reading() as reader:
            page = reader.undescribed(describer.version, after, GROUP)
            opened = [(picture, _open(reader, picture, limits)) for _, picture in page]
            found = [_damage(reader, picture) for picture, pixels in opened if pixels is None]
        if not page:
            return
        features = [(picture, describer.extract(pixels)) for picture, pixels in opened if pixels]
        with archive.transaction() as writer:
            held = writer.photos_of([picture for picture, _ in features])  # one may have been forgotten meanwhile
            for picture, one in features:
                if held[picture]:
                    writer.describe(picture, one)
        yield from found
        after, done = page[-1][0], done + len(page)
        yield Progress("Computing features", done, total)


def _damage(reader: Reader, picture: PictureId) -> Damage:
    photos = ", ".join(photo.id[:12] for photo in reader.photos_of([picture])[picture])
    return Damage(
        "preview",
        f"The preview of the photo {photos} is lost or damaged.",
        "Restore the archive from a backup; or forget the photo and ingest it again.",
    )


def _open(reader: Reader, picture: PictureId, limits: ReadLimits) -> Pixels | None:
    """The pixels of a picture's preview; None where it is lost or damaged."""
    from provenance.errors import ArchiveDamagedError
    from provenance.media.previews import open_preview

    try:
        preview = reader.preview(picture)
        return open_preview(preview, limits) if preview else None
    except (ValueError, ArchiveDamagedError):
        return None
