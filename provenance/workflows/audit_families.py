"""Families out of the archive: every copy of an exposure with all that was said about it, read for an audit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance.model.appearance import Appearance, Statement
from provenance.model.archive import Location, StoredPhoto
from provenance.model.audit import Bridge, Copy, Role
from provenance.model.case import KnownPhoto, Testimony
from provenance.model.claims import Claims
from provenance.model.documents import DocumentId, DocumentKind
from provenance.model.family import Decision, Edge, Ruling, caption_id, family_id, match_id
from provenance.model.matching import DOCUMENT, Match, MatchVerdict, Relation
from provenance.model.notice import Noticed
from provenance.model.photo import Fact, PhotoId, PictureId
from provenance.model.renditions import NONE, Rendition
from provenance.store.archive import Reader
from provenance.workflows.decided import APART
from provenance.workflows.linking import file_of

Read = Callable[[Statement], Claims]


@dataclass(frozen=True, slots=True)
class Told:
    """One appearance of one copy, read. `number` counts a family's from 1, the strongest first."""

    number: int
    copy: Copy
    testimony: Testimony
    confirmed: Decision | None = None

    @property
    def judged(self) -> bool:
        """Whether it is current, not merely offered, and about this photo alone."""
        return self.testimony.appearance.judged and self.copy.role is not Role.GUEST


@dataclass(frozen=True, slots=True)
class FamilyFile:
    """All that the archive holds about one family. `edges` are the verified matches of its pictures with each other."""

    id: str
    number: int
    copies: tuple[Copy, ...]
    told: tuple[Told, ...]
    known: Mapping[PhotoId, KnownPhoto]
    edges: Mapping[tuple[PictureId, PictureId], Match]
    bridges: tuple[Bridge, ...]
    notices: tuple[Noticed, ...]
    facts: Mapping[PhotoId, tuple[Fact, ...]]
    decisions: tuple[Decision, ...]

    @property
    def best(self) -> Copy:
        """The copy that shows most."""
        return next((one for one in self.copies if one.role is Role.BEST), self.copies[0])


def family_files(
    reader: Reader,
    units: Sequence[tuple[int, PictureId]],
    read: Read,
    decisions: Mapping[str, tuple[Decision, ...]],
) -> tuple[FamilyFile, ...]:
    """The families of which these are the oldest pictures, each whole, in the same order.

    `decisions` are all that were ever taken, by what they are about.
    """
    kin = reader.kin([number for number, _picture in units])
    roles = {number: _roles(kin.get(number), picture) for number, picture in units}
    pictures = [picture for held in roles.values() for picture in held]
    photos = reader.photos_of(pictures)
    ids = [one.id for held in photos.values() for one in held]
    shelf = _Shelf(
        photos=photos,
        said=reader.appearances(ids),
        facts={one: reader.facts(one) for one in ids},
        noticed=reader.noticed(ids),
        renditions=reader.renditions(ids),
        edges=_by_picture(reader.edges(pictures)),
        decisions=decisions,
        read=read,
    )
    return tuple(
        shelf.family(reader, number, picture, roles[number]) for number, picture in units if photos.get(picture)
    )


def _roles(kin: Sequence[tuple[PictureId, bool, bool]] | None, alone: PictureId) -> dict[PictureId, Role]:
    if not kin:
        return {alone: Role.BEST}
    return {picture: Role.GUEST if guest else Role.BEST if best else Role.MEMBER for picture, guest, best in kin}


def _by_picture(edges: Iterable[Edge]) -> dict[PictureId, list[Edge]]:
    found: dict[PictureId, list[Edge]] = defaultdict(list)
    for one in edges:
        found[one.one].append(one)
        found[one.other].append(one)
    return found


@dataclass(frozen=True)
class _Shelf:
    """What was read for several families at once."""

    photos: Mapping[PictureId, tuple[StoredPhoto, ...]]
    said: Mapping[PhotoId, tuple[Appearance, ...]]
    facts: Mapping[PhotoId, tuple[Fact, ...]]
    noticed: Mapping[PhotoId, tuple[Noticed, ...]]
    renditions: Mapping[PhotoId, Rendition]
    edges: Mapping[PictureId, list[Edge]]
    decisions: Mapping[str, tuple[Decision, ...]]
    read: Read

    def family(self, reader: Reader, number: int, oldest: PictureId, roles: Mapping[PictureId, Role]) -> FamilyFile:
        edges = {(one.one, one.other): one.match for picture in roles for one in self.edges.get(picture, ())}
        best = next((picture for picture, role in roles.items() if role is Role.BEST), oldest)
        copies = tuple(
            self._copy(stored, picture, role, best, edges)
            for picture, role in roles.items()
            for stored in self.photos.get(picture, ())
        )
        told = self._told(copies)
        bridges = self._bridges(reader, roles) if edges else ()
        id = family_id(self.photos[oldest][0].id)
        about = {
            id,
            *(one.match_id for one in copies),
            *(caption_id(one.testimony.appearance.statement) for one in told),
        }
        return FamilyFile(
            id=id,
            number=number,
            copies=copies,
            told=told,
            known={one.photo: self._known(one, told) for one in copies},
            edges=edges,
            bridges=bridges,
            notices=tuple(one for copy in copies for one in self.noticed.get(copy.photo, ())),
            facts={one.photo: self.facts.get(one.photo, ()) for one in copies},
            decisions=tuple(ruling for one in sorted(about) for ruling in self.decisions.get(one, ())),
        )

    def _copy(
        self,
        stored: StoredPhoto,
        picture: PictureId,
        role: Role,
        best: PictureId,
        edges: Mapping[tuple[PictureId, PictureId], Match],
    ) -> Copy:
        rendition = self.renditions.get(stored.id, NONE)
        return Copy(
            photo=stored.id,
            picture=picture,
            role=role,
            files=tuple(location.relative for location in stored.locations),
            width=stored.width,
            height=stored.height,
            size=stored.size,
            format=stored.format,
            held_since=stored.held_since,
            match=edges.get((picture, best)),
            match_id="" if picture == best else match_id(picture, best),
            record=rendition.record,
            rendition=rendition.kind,
            paths=tuple(whole_path(location) for location in stored.locations),
        )

    def _told(self, copies: Sequence[Copy]) -> tuple[Told, ...]:
        """Everything that was said, the strongest first: confirmed, on record, published, in files; then by age."""
        every = [
            Told(0, copy, Testimony(appearance, self.read(appearance.statement)), self._confirmed(appearance.statement))
            for copy in copies
            for appearance in self.said.get(copy.photo, ())
        ]
        ordered = sorted(every, key=_strength)
        return tuple(Told(at, one.copy, one.testimony, one.confirmed) for at, one in enumerate(ordered, start=1))

    def _confirmed(self, statement: Statement) -> Decision | None:
        rulings = self.decisions.get(caption_id(statement), ()) if self.decisions else ()
        return rulings[-1] if rulings and rulings[-1].ruling is Ruling.CONFIRM else None

    def _known(self, copy: Copy, told: Sequence[Told]) -> KnownPhoto:
        return KnownPhoto(
            photo=copy.photo,
            match=_same(copy.picture),
            held_since=copy.held_since,
            files=copy.files,
            width=copy.width,
            height=copy.height,
            testimonies=tuple(one.testimony for one in told if one.copy.photo == copy.photo),
            size=copy.size,
            format=copy.format,
        )

    def _bridges(self, reader: Reader, roles: Mapping[PictureId, Role]) -> tuple[Bridge, ...]:
        inside = {picture for picture, role in roles.items() if role is not Role.GUEST}
        crossing = {
            (one.one, one.other): one
            for picture in inside
            for one in self.edges.get(picture, ())
            if (one.same_photo or one.match.step == DOCUMENT)
            and (one.one in inside) != (one.other in inside)
            and not one.holds
            and not self._apart(one)
        }
        return tuple(_bridge(reader, one, inside) for one in crossing.values())

    def _apart(self, edge: Edge) -> bool:
        """Whether an editor ruled the two to be different photos."""
        rulings = self.decisions.get(match_id(edge.one, edge.other), ()) if self.decisions else ()
        return bool(rulings) and rulings[-1].ruling in APART


def _bridge(reader: Reader, edge: Edge, inside: set[PictureId]) -> Bridge:
    here, there = (edge.one, edge.other) if edge.one in inside else (edge.other, edge.one)
    stored = reader.photos_of([here, there])
    families = reader.families_of([there])
    oldest = reader.kin(families).get(families[0]) if families else None
    first = reader.photos_of([oldest[0][0]])[oldest[0][0]] if oldest else stored[there]
    other = stored[there][0]
    by = _shared(reader, stored[here], stored[there]) if edge.match.step == DOCUMENT and not edge.same_photo else None
    return Bridge(
        family_id(first[0].id), stored[here][0].id, other.id, file_of(other), edge.match, match_id(here, there), by
    )


def _shared(reader: Reader, here: Sequence[StoredPhoto], there: Sequence[StoredPhoto]) -> DocumentId | None:
    """The first id that photos of two pictures carry both."""
    ours = [id for photo in here for id in reader.documents(photo.id) if id.kind is not DocumentKind.CAMERA]
    theirs = {id for photo in there for id in reader.documents(photo.id)}
    return next((id for id in ours if id in theirs), None)


def whole_path(location: Location) -> str:
    """Root and relative path together."""
    return f"{location.root.rstrip('/')}/{location.relative}" if location.root else location.relative


def _same(picture: PictureId) -> Match:
    """A copy of the photo, as families hold it for one."""
    return Match(picture, MatchVerdict.SAME_PHOTO, (Relation.SAME_PICTURE,), 1.0, "family")


def _strength(one: Told) -> tuple[object, ...]:
    statement = one.testimony.appearance.statement
    return (
        one.confirmed is None,
        one.copy.role is Role.GUEST,
        one.testimony.strength,
        one.copy.held_since,
        one.copy.photo,
        statement.address,
    )
