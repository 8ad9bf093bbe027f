"""Relating: every picture of the archive is held against those it may be made from, and families follow.

1. pictures whose relatives were not looked for yet are taken, the oldest first
2. each is searched for and judged as `prov check` would                       matching.search, matching.relate
3. what was verified is kept, and the families of all that it touches are derived anew, in one transaction

It may be stopped at any moment and goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from provenance.matching.families import families
from provenance.matching.ladder import Query, search
from provenance.matching.relate import Side, relate
from provenance.matching.words import Words
from provenance.media.opener import Opener
from provenance.model.archive import Progress
from provenance.model.family import Edge
from provenance.model.limits import Limits
from provenance.model.matching import DOCUMENT, Candidate, Features, Match, MatchVerdict, Near
from provenance.model.photo import PhotoId, PictureId
from provenance.store.archive import Archive, Reader, Writer
from provenance.workflows.kept_pixels import kept_pixels
from provenance.workflows.linking import linked_pictures

SETTLED = 500
"""Pictures whose families are derived in one transaction."""
GROUP = 20
"""Pictures whose relatives are kept in one transaction: some seconds' work."""


@dataclass(frozen=True, slots=True)
class _Lookup:
    """The archive as the ladder sees it."""

    reader: Reader

    def picture_of(self, photo: PhotoId) -> PictureId | None:
        stored = self.reader.photo(photo)
        return stored.picture if stored else None

    def has_picture(self, picture: PictureId) -> bool:
        return bool(self.reader.photos_of([picture]).get(picture))

    def near(self, kind: str, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        return self.reader.near(kind, codes, within)

    def alike(self, version: str, words: Sequence[int], most: int) -> tuple[tuple[PictureId, Features], ...]:
        return self.reader.alike(version, words, most)

    def settled(self, picture: PictureId) -> bool:
        return False


def relate_all(
    archive: Archive, words: Callable[[], Words] | None, limits: Limits, opener: Opener, jobs: int = 1
) -> Iterator[Progress]:
    """Look for the relatives of every picture that lacks them. Raises ArchiveIndexError where the index is unusable.

    So many pictures at once are looked at as there are `jobs`: most of the work leaves Python's lock to the others.
    """
    with archive.reading() as reader:
        total = reader.unrelated_count()
    done = 0

    def related(picture: PictureId) -> tuple[PictureId, tuple[Edge, ...]]:
        with archive.reading() as reader:
            return picture, _edges(reader, picture, words, limits, opener)

    with ThreadPoolExecutor(jobs) as pool:
        while True:
            with archive.reading() as reader:
                pictures = reader.unrelated(GROUP)
            if not pictures:
                return
            found = list(pool.map(related, pictures))
            with archive.transaction() as writer:
                for picture, edges in found:
                    writer.relate(picture, edges)
                resettle(
                    writer, [one for picture, edges in found for one in (picture, *(edge.other for edge in edges))]
                )
            done += len(found)
            yield Progress("Looking for copies", done, max(total, done))


def settle_all(archive: Archive) -> Iterator[Progress]:
    """Derive all families anew from the matches that were verified and from what was decided."""
    total = archive.info().pictures
    after = done = 0
    while True:
        with archive.reading() as reader:
            page = reader.pictures(after, SETTLED)
        if not page:
            return
        with archive.transaction() as writer:
            resettle(writer, [picture for _number, picture in page])
        after, done = page[-1][0], done + len(page)
        yield Progress("Putting families together", done, total)


def resettle(writer: Writer, pictures: Sequence[PictureId]) -> None:
    """Derive the families of these pictures, and of all that they are connected with, anew."""
    edges = writer.connected(pictures)
    touched = sorted({*pictures, *(one.one for one in edges), *(one.other for one in edges)})
    rulings = writer.rulings(touched)
    members = writer.members([*touched, *(one for ruling in rulings for one in ruling.pictures)])
    writer.settle(families(members, edges, rulings))


def _edges(
    reader: Reader, picture: PictureId, words: Callable[[], Words] | None, limits: Limits, opener: Opener
) -> tuple[Edge, ...]:
    """How a picture was made from others that are held, or others from it; with the best copies of their families."""
    this = _side(reader, picture, limits, opener)
    if this is None:
        return ()
    query = Query(this.photo, picture, this.pixels, words, thorough=True)
    found = [one for one in search(query, _Lookup(reader), limits.match.archived) if one.picture != picture]
    edges = [edge for one in found if (edge := _edge(reader, this, one, limits, opener))]
    asked = {one.picture for one in found}
    for best in _bests(reader, [edge.other for edge in edges if edge.same_photo]):
        if best not in asked and best != picture:
            edge = _edge(reader, this, Candidate(best, "family"), limits, opener)
            edges.extend([edge] if edge else [])
    held = {picture, *asked, *(edge.other for edge in edges)}
    return (*edges, *_by_documents(reader, this, held, limits, opener))


def _by_documents(reader: Reader, this: Side, held: Set[PictureId], limits: Limits, opener: Opener) -> Iterator[Edge]:
    """Pictures whose fields name the same document: matched where they can be, otherwise a hint that joins nothing."""
    photos = reader.photos_of([this.picture]).get(this.picture, ())
    ids = dict.fromkeys(id for photo in photos for id in reader.documents(photo.id))
    for other in linked_pictures(reader, ids, limits.match.document_pictures):
        if other not in held:
            edge = _edge(reader, this, Candidate(other, DOCUMENT), limits, opener)
            yield edge or Edge(this.picture, Match(other, MatchVerdict.CANNOT_TELL, (), 0.0, DOCUMENT))


def _edge(reader: Reader, this: Side, candidate: Candidate, limits: Limits, opener: Opener) -> Edge | None:
    known = _side(reader, candidate.picture, limits, opener)
    match = relate(this, known, candidate, limits.match) if known else None
    return Edge(this.picture, replace(match, step=candidate.step)) if match else None


def _bests(reader: Reader, pictures: Sequence[PictureId]) -> list[PictureId]:
    """The best copies of the families that these pictures are of."""
    kin = reader.kin(reader.families_of(pictures))
    return [picture for held in kin.values() for picture, _guest, best in held if best]


def _side(reader: Reader, picture: PictureId, limits: Limits, opener: Opener) -> Side | None:
    """A picture as matching is handed it; None where its preview cannot be opened, which `archive check` tells."""
    photos = reader.photos_of([picture]).get(picture, ())
    pixels = kept_pixels(reader.preview(picture), opener, limits.read)
    if pixels is None or not photos:
        return None
    return Side(photos[0].id, picture, pixels, photos[0].width, photos[0].height)
