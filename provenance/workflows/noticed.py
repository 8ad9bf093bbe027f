"""Which notices on record concern a photo that is checked: by its own names and ids, and by what it was made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from provenance.matching.ladder import Lookup, Query, by_features
from provenance.model.case import KnownPhoto
from provenance.model.limits import MatchLimits
from provenance.model.matching import Candidate, Features, Near, Relation
from provenance.model.notice import Noticed, NoticeKind, Signs, Way
from provenance.model.photo import Examination, PhotoId, PictureId
from provenance.store.archive import Reader
from provenance.workflows.intake import supplier_ids

_GRAVEST_FIRST = tuple(NoticeKind)
_WHOLE = 0.9


def naming_this(
    reader: Reader, file: str, photo: PhotoId | None = None, examination: Examination | None = None
) -> tuple[Noticed, ...]:
    """The notices that name the photo itself, whether the archive holds it or not."""
    signs = Signs(
        names=(PurePath(file.replace("\\", "/")).name,),
        ids=supplier_ids(examination.facts) if examination else (),
        photo=photo or "",
        picture=(examination.picture or "") if examination else "",
    )
    return tuple(Noticed(kept, Way.NAMED) for kept in reader.naming(signs))


def about_these(
    own: Sequence[Noticed], known: Sequence[KnownPhoto], noticed: Sequence[Mapping[PhotoId, Sequence[Noticed]]]
) -> tuple[Noticed, ...]:
    """Those, and the notices about the photos that it was matched with; each once, the gravest first. `noticed` holds
    the latter by photo.

    Through a photo that is itself only like the one that a notice is about, it concerns no more than its whole frame:
    that photo may be a collage that holds others as well.
    """
    by_photo = {photo: found for group in noticed for photo, found in group.items()}
    through = [
        replace(one, way=Way.LIKENESS)
        for photo in known
        for one in by_photo.get(photo.photo, ())
        if one.way is not Way.LIKENESS or _whole(photo)
    ]
    once: dict[str, Noticed] = {}
    for one in (*own, *through):
        once.setdefault(one.notice.digest, one)
    return tuple(sorted(once.values(), key=lambda one: _GRAVEST_FIRST.index(one.notice.kind)))


def _whole(known: KnownPhoto) -> bool:
    """Whether a photo shows a known one whole, and nothing else."""
    match = known.match
    if {Relation.IDENTICAL, Relation.SAME_PICTURE} & set(match.relations):
        return True
    return min(match.kept or 0.0, match.of_this or 0.0) >= _WHOLE


def noticed_within(
    query: Query, found: Sequence[Candidate], lookup: Lookup, reader: Reader, limits: MatchLimits
) -> tuple[Candidate, ...]:
    """The pictures that notices are about, looked for even where the search stopped at an exact copy of the photo."""
    if query.thorough or query.words is None:
        return ()
    left = set(reader.noticed_pictures()) - {one.picture for one in found}
    if not left or not any(one.step in {"bytes", "picture"} and lookup.settled(one.picture) for one in found):
        return ()
    return by_features(query, _Noticed(reader, sorted(left)), limits)


@dataclass(frozen=True, slots=True)
class _Noticed:
    """The pictures that notices are about, as the ladder sees an archive."""

    reader: Reader
    pictures: Sequence[PictureId]

    def picture_of(self, photo: PhotoId) -> PictureId | None:
        return None

    def has_picture(self, picture: PictureId) -> bool:
        return False

    def near(self, kind: str, codes: Sequence[str], within: int) -> tuple[Near, ...]:
        return ()

    def alike(self, version: str, words: Sequence[int], most: int) -> tuple[tuple[PictureId, Features], ...]:
        found = self.reader.features(self.pictures)
        return tuple((picture, features) for picture, features in found.items() if features.version == version)

    def settled(self, picture: PictureId) -> bool:
        return False
