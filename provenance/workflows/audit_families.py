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
from provenance.model.family import Decision, Edge, Ruling, caption_id, family_id, match_id
from provenance.model.matching import Match, MatchVerdict, Relation
from provenance.model.notice import Noticed
from provenance.model.photo import Fact, PhotoId, PictureId
from provenance.store.archive import Reader

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


def family_files(reader: Reader, units: Sequence[tuple[int, PictureId]], read: Read) -> tuple[FamilyFile, ...]:
    """The families of which these are the oldest pictures, each whole, in the same order."""
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
        edges=_by_picture(reader.edges([one for held in roles.values() if len(held) > 1 for one in held])),
        decisions=_decisions(reader),
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


def _decisions(reader: Reader) -> Mapping[str, tuple[Decision, ...]]:
    """Every decision by what it is about. Editors make thousands at most."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for one in reader.every_decision():
        found[one.about].append(one)
    return {about: tuple(ones) for about, ones in found.items()}


@dataclass(frozen=True)
class _Shelf:
    """What was read for several families at once."""

    photos: Mapping[PictureId, tuple[StoredPhoto, ...]]
    said: Mapping[PhotoId, tuple[Appearance, ...]]
    facts: Mapping[PhotoId, tuple[Fact, ...]]
    noticed: Mapping[PhotoId, tuple[Noticed, ...]]
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
            if one.same_photo and (one.one in inside) != (one.other in inside) and not one.holds
        }
        return tuple(_bridge(reader, one, inside) for one in crossing.values())


def _bridge(reader: Reader, edge: Edge, inside: set[PictureId]) -> Bridge:
    here, there = (edge.one, edge.other) if edge.one in inside else (edge.other, edge.one)
    stored = reader.photos_of([here, there])
    families = reader.families_of([there])
    oldest = reader.kin(families).get(families[0]) if families else None
    first = reader.photos_of([oldest[0][0]])[oldest[0][0]] if oldest else stored[there]
    other = stored[there][0]
    file = other.locations[0].relative if other.locations else other.id[:12]
    return Bridge(family_id(first[0].id), stored[here][0].id, other.id, file, edge.match, match_id(here, there))


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
