"""Families out of verified matches: who descends from one exposure, and who only seems to.

A picture joins a family if it is verified against the family's best copy or against two of its members; so does a
family another one. One bridge between two members joins nothing and is listed. A picture that holds several photos
side by side joins none of them through that. Other frames of a scene never join. What an editor decided comes first:
a pair ruled the same photo joins, a pair ruled otherwise is never in one family.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance.model.family import DERIVED, Decision, Edge, Family, Member, Ruling, family_id
from provenance.model.photo import PictureId

Pair = frozenset[PictureId]
BESIDE = 0.5
"""Two photos lie side by side in a picture where less than this share of the smaller one's box overlaps the other's."""


@dataclass
class _Group:
    """A family that is being put together."""

    members: set[PictureId]
    best: PictureId


class _Joining:
    """The pictures of one connected component, and how they join."""

    def __init__(
        self, members: Mapping[PictureId, Member], edges: Sequence[Edge], decisions: Sequence[Decision]
    ) -> None:
        self.members = members
        self.apart, self.together = _ruled(decisions)
        same = [one for one in edges if one.same_photo and _pair(one) not in self.apart]
        self.collages = collages(same)
        self.edges = [one for one in same if not (one.holds and one.one in self.collages)]
        self.beside = [one for one in same if one.holds and one.one in self.collages]
        self.linked: dict[PictureId, set[PictureId]] = defaultdict(set)
        for pair in (*map(_pair, self.edges), *self.together):
            one, other = sorted(pair)
            if one in members and other in members:
                self.linked[one].add(other)
                self.linked[other].add(one)
        self.derived = {one.one for one in same if DERIVED & set(one.match.relations)}
        self.group_of = {picture: _Group({picture}, picture) for picture in members}

    def join(self) -> None:
        """Join groups as long as any two may."""
        waiting = sorted(self.members, key=self._age)
        while waiting:
            changed: list[PictureId] = []
            for picture in waiting:
                for other in sorted(self.linked[picture], key=self._age):
                    one, two = self.group_of[picture], self.group_of[other]
                    if one is not two and self._may_join(one, two):
                        changed.extend(self._merge(one, two))
            waiting = sorted(set(changed), key=self._age)

    def families(self) -> Iterable[Family]:
        """What came of it: every group, the oldest first, with its guests and bridges."""
        groups = {id(group): group for group in self.group_of.values()}
        for group in sorted(groups.values(), key=lambda one: min(map(self._age, one.members))):
            members = sorted(group.members, key=self._age)
            guests = sorted({one.one for one in self.beside if one.other in group.members}, key=self._age)
            bridges = [one for one in self.edges if (one.one in group.members) != (one.other in group.members)]
            yield Family(
                id=family_id(self.members[members[0]].photo),
                best=group.best,
                members=tuple(members),
                guests=tuple(one for one in guests if one not in group.members),
                bridges=tuple(sorted(bridges, key=lambda one: (one.one, one.other))),
            )

    def _may_join(self, one: _Group, two: _Group) -> bool:
        links = [(here, there) for here in one.members for there in self.linked[here] & two.members]
        if not links or self._kept_apart(one, two):
            return False
        if any(frozenset(link) in self.together for link in links):
            return True
        if any(here == one.best and there == two.best for here, there in links):
            return True
        ours, theirs = {here for here, _there in links}, {there for _here, there in links}
        least = min(2, len(one.members)), min(2, len(two.members))
        return len(links) >= 2 and len(ours) >= least[0] and len(theirs) >= least[1]

    def _kept_apart(self, one: _Group, two: _Group) -> bool:
        if not self.apart:
            return False
        return any(here in pair and (pair - {here}) & two.members for pair in self.apart for here in one.members & pair)

    def _merge(self, one: _Group, two: _Group) -> set[PictureId]:
        if len(one.members) < len(two.members):
            one, two = two, one
        one.members |= two.members
        for picture in two.members:
            self.group_of[picture] = one
        one.best = min((one.best, two.best), key=self._worth)
        return set(one.members)

    def _worth(self, picture: PictureId) -> tuple[bool, int, str, str]:
        """What was not made from another is better, then what is larger, then what came first."""
        member = self.members[picture]
        return (picture in self.derived, -member.width * member.height, *self._age(picture))

    def _age(self, picture: PictureId) -> tuple[str, str]:
        member = self.members[picture]
        return member.held_since.isoformat(), member.photo


def families(
    members: Mapping[PictureId, Member], edges: Sequence[Edge], decisions: Sequence[Decision] = ()
) -> tuple[Family, ...]:
    """Every family of these pictures, those of a single picture too; each picture is in exactly one.

    Edges that name a picture which is not among `members` are left out.
    """
    held = [one for one in edges if one.one in members and one.other in members]
    joining = _Joining(members, held, decisions)
    joining.join()
    return tuple(joining.families())


def collages(edges: Iterable[Edge]) -> frozenset[PictureId]:
    """The pictures that hold different photos side by side."""
    boxes: dict[PictureId, list[tuple[float, float, float, float]]] = defaultdict(list)
    for edge in edges:
        if edge.holds and edge.match.region:
            across, down = zip(*edge.match.region, strict=True)
            boxes[edge.one].append((min(across), min(down), max(across), max(down)))
    return frozenset(
        picture
        for picture, held in boxes.items()
        if any(_beside(one, two) for number, one in enumerate(held) for two in held[:number])
    )


def _beside(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    across = max(0.0, min(one[2], two[2]) - max(one[0], two[0]))
    down = max(0.0, min(one[3], two[3]) - max(one[1], two[1]))
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, two))
    return smaller > 0 and across * down < BESIDE * smaller


def _ruled(decisions: Iterable[Decision]) -> tuple[set[Pair], set[Pair]]:
    """The pairs that an editor ruled apart and together; of several rulings about a pair the last one counts."""
    last = {frozenset(one.pictures): one.ruling for one in sorted(decisions, key=lambda one: one.at) if one.pictures}
    apart = {pair for pair, ruling in last.items() if ruling in {Ruling.SAME_SCENE, Ruling.NOT_SAME}}
    return apart, {pair for pair, ruling in last.items() if ruling in {Ruling.SAME_PHOTO, Ruling.CONFIRM}}


def _pair(edge: Edge) -> Pair:
    return frozenset((edge.one, edge.other))
