"""Upkeep: looking an archive through, and computing what its pictures lack.

The features of a picture are computed from its kept preview, so that a new vocabulary never reads originals again. All
of this may be stopped at any moment, and goes on from there when it is started again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from provenance.errors import UnreadableFileError
from provenance.media.opener import Opener
from provenance.model.archive import Damage, Location, Progress
from provenance.model.limits import Limits, ReadLimits
from provenance.model.matching import Features
from provenance.model.photo import PhotoId, PictureId, Pixels
from provenance.store.archive import Archive, Reader
from provenance.workflows.kept_pixels import kept_pixels

GROUP = 20
"""Pictures whose features are computed between two transactions: about two seconds' work."""
_PAGE = 200

Original = Callable[[Location], tuple[str, int, int]]
"""Reads the file at a place: its SHA-256, its bytes, its last change in nanoseconds. UnreadableFileError."""


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


def inspect(
    archive: Archive, version: str, limits: ReadLimits, opener: Opener, original: Original | None = None
) -> Iterator[Progress | Damage]:
    """Look through everything that the archive keeps: tables, entries, previews, search index, features of a version.

    With `original` the files are read, too, where they still stand where they stood. Nothing is changed.
    """
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
    yield from _inspect_unsummed(archive, limits, opener)
    if original is not None:
        yield from _inspect_originals(archive, original)


def reindex(archive: Archive, describer: Describer, limits: ReadLimits, opener: Opener) -> Iterator[Progress | Damage]:
    """Compute the features that are missing or of another version, then build the search index anew."""
    yield from _describe_all(archive, describer, limits, opener)
    yield from archive.rebuild(describer.version)


def _inspect_unsummed(archive: Archive, limits: ReadLimits, opener: Opener) -> Iterator[Progress | Damage]:
    """Open the previews that were kept without a sum, by older versions of the program."""
    total = archive.info().pictures
    after = done = 0
    while True:
        with archive.reading() as reader:
            last, pictures = reader.unsummed(after, _PAGE)
            found = [
                _damage(reader, picture)
                for picture in pictures
                if kept_pixels(reader.preview(picture), opener, limits) is None
            ]
        if not last:
            return
        yield from found
        after, done = last, min(total, done + _PAGE)
        yield Progress("Opening old previews", done, total)


def _inspect_originals(archive: Archive, original: Original) -> Iterator[Progress | Damage]:
    """Read the files, and hold them against the hashes by which their photos go."""
    total = archive.info().photos
    after = done = 0
    while True:
        with archive.reading() as reader:
            page = reader.held(after, _PAGE)
            photos = reader.photos([photo for _, photo in page])
        if not page:
            return
        for photo in photos:
            yield from (one for place in photo.locations if (one := _original(photo.id, place, original)))
            done += 1
            yield Progress("Reading originals", done, total)
        after = page[-1][0]


def _original(photo: PhotoId, place: Location, original: Original) -> Damage | None:
    path = f"{place.root}/{place.relative}"
    try:
        found, size, mtime_ns = original(place)
    except UnreadableFileError as error:
        if error.kind == "missing":
            sentence = f"The original of the photo {photo[:12]} is not at its place any more: {path}"
            hint = "Where it was moved, prov ingest remembers its new place; its preview is kept."
            return Damage("original-missing", sentence, hint, (photo,), only_told=True)
        sentence = f"The original of the photo {photo[:12]} cannot be read: {path}"
        return Damage("original-unreadable", sentence, error.hint or "Look at its disk.", (photo,))
    if found == photo:
        return None
    if (size, mtime_ns) == (place.size, place.mtime_ns):
        sentence = f"The original of the photo {photo[:12]} is damaged, though nobody changed it: {path}"
        return Damage("original-damaged", sentence, "Bring it back from a backup, and look at its disk.", (photo,))
    sentence = f"The original of the photo {photo[:12]} was changed or replaced: {path}"
    hint = "Bring it back from a backup; or keep what stands there now as another photo: prov ingest"
    return Damage("original-changed", sentence, hint, (photo,))


def _describe_all(
    archive: Archive, describer: Describer, limits: ReadLimits, opener: Opener
) -> Iterator[Progress | Damage]:
    with archive.reading() as reader:
        total = reader.unsearchable(describer.version)
    after = done = 0
    while True:
        with archive.reading() as reader:
            page = reader.undescribed(describer.version, after, GROUP)
            opened = [(picture, kept_pixels(reader.preview(picture), opener, limits)) for _, picture in page]
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
    held = reader.photos_of([picture])[picture]
    return Damage(
        "preview",
        f"The preview of the photo {', '.join(photo.id[:12] for photo in held)} is lost or damaged.",
        "Restore the archive from a backup; or forget the photo, and ingest it again.",
        tuple(photo.id for photo in held),
    )
