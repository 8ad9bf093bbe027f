"""Spellings that may be one photographer's name, out of all names that are credited in an archive."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from provenance.captions.names import name_words, same_person, word_keys
from provenance.model.audit import Listing, Variant
from provenance.model.case import Case
from provenance.model.family import Decision
from provenance.model.findings import Door
from provenance.model.limits import RuleLimits
from provenance.model.photo import Fact
from provenance.model.serials import CAMERA_FIELDS, serial_of
from provenance.rules.judge import judge

_START = 16
"""Letters of a name's beginning by which it is held against others that a field of 32 characters may have cut."""
_MOST = 400
"""Names with the same rare word that one is compared with: of more, those on most photos."""


def variants(
    names: Counter[str], now: datetime, limits: RuleLimits, decisions: Mapping[str, tuple[Decision, ...]]
) -> tuple[Variant, ...]:
    """Groups of spellings with what the rule says of them, those on most photos first."""
    found = [_variant(group, names, now, limits, decisions) for group in _groups(names)]
    return tuple(sorted((one for one in found if one), key=lambda one: (-sum(n for _, n in one.names), one.suggested)))


def _variant(
    group: Sequence[str],
    names: Counter[str],
    now: datetime,
    limits: RuleLimits,
    decisions: Mapping[str, tuple[Decision, ...]],
) -> Variant | None:
    spelled = tuple(sorted(((name, names[name]) for name in group), key=lambda one: (-one[1], one[0])))
    found, _cannot = judge(_case(spelled, now), limits, door=Door.AUDIT)
    if not found:
        return None
    rulings = decisions.get(found[0].id, ())
    return Variant(found[0], Listing.SPELLING, spelled, spelled[0][0], rulings[-1] if rulings else None)


@dataclass
class Camera:
    """A camera by the facts that name it, and to how many photos each photographer is credited with it."""

    facts: tuple[Fact, ...]
    creators: Counter[str] = field(default_factory=Counter)


def naming(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Those of a photo's facts that name its camera; empty where they do not."""
    return tuple(one for one in facts if one.field in CAMERA_FIELDS) if serial_of(facts) is not None else ()


def shared(
    cameras: Iterable[Camera], now: datetime, limits: RuleLimits, decisions: Mapping[str, tuple[Decision, ...]]
) -> tuple[Variant, ...]:
    """The cameras whose photos are credited to several people, with what the rule says of them."""
    found = []
    for camera in cameras:
        people = _people(camera.creators)
        if len(people) > 1:
            case = replace(_case((), now), facts=camera.facts, camera_creators=tuple(name for name, _count in people))
            found += [
                Variant(one, Listing.CAMERA, people, "", next(iter(decisions.get(one.id, ())[-1:]), None))
                for one in judge(case, limits, door=Door.AUDIT)[0]
                if one.rule == "camera-shared"
            ]
    return tuple(sorted(found, key=lambda one: (-sum(count for _name, count in one.names), one.finding.id)))


def uncredited(
    lost: Mapping[str, tuple[int, Sequence[str]]],
    now: datetime,
    limits: RuleLimits,
    decisions: Mapping[str, tuple[Decision, ...]],
) -> tuple[Variant, ...]:
    """The kinds of renditions that lost their credit, each with in how many entries, and some of their files."""
    found = []
    for kind, (entries, files) in sorted(lost.items(), key=lambda one: (-one[1][0], one[0])):
        case = replace(_case((), now), uncredited=(kind, entries, tuple(files)))
        for one in judge(case, limits, door=Door.AUDIT)[0]:
            decision = next(iter(decisions.get(one.id, ())[-1:]), None)
            found.append(Variant(one, Listing.CREDIT_IN_RENDITIONS, ((kind, entries),), "", decision))
    return tuple(found)


def _people(creators: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Each person once, under the spelling that most photos bear."""
    leaders: list[str] = []
    for name, _count in creators.most_common():
        if not any(same_person(name, leader) for leader in leaders):
            leaders.append(name)
    return tuple((name, creators[name]) for name in leaders)


def _case(spelled: tuple[tuple[str, int], ...], now: datetime) -> Case:
    return Case(
        file="",
        photo=None,
        readable=True,
        now=now,
        claim=None,
        claim_is_own=False,
        claims=None,
        facts=(),
        problems=(),
        known=(),
        held=(),
        audited=True,
        spellings=spelled,
    )


def _groups(names: Counter[str]) -> Iterator[list[str]]:
    """Names that are one person's, each group once: who is like any of a group is of it."""
    leader = {name: name for name in names}

    def find(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    for one, other in _pairs(names):
        if find(one) != find(other) and same_person(one, other):
            leader[find(one)] = find(other)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[find(name)].append(name)
    return (sorted(group) for group in groups.values() if len(group) > 1)


def _pairs(names: Counter[str]) -> Iterator[tuple[str, str]]:
    """Names worth comparing: those that bear a word like the rarest of one of them, or begin alike at length.

    Every word of the shorter name has to stand in the longer one, so the rarest is enough; of names that share it
    only those on most photos are compared, else all would be with all.
    """
    words = {name: name_words(name) for name, _count in names.most_common()}
    bearing: dict[str, list[str]] = defaultdict(list)
    meeting: dict[str, set[str]] = defaultdict(set)
    for name, borne in words.items():
        for word in dict.fromkeys(borne):
            bearing[word].append(name)
    for word in bearing:
        for key in word_keys(word):
            meeting[key].add(word)
    like = {word: sorted({other for key in word_keys(word) for other in meeting[key]}) for word in bearing}
    often = {word: sum(len(bearing[other]) for other in others) for word, others in like.items()}
    for name, borne in words.items():
        rarest = min(borne, key=lambda word: (often[word], word), default="")
        for other in like.get(rarest, ()):
            yield from ((name, one) for one in bearing[other][:_MOST] if one != name)
    yield from _beginning_alike(words)


def _beginning_alike(words: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Names that one field may have cut, or that are one but for the blanks."""
    starts: dict[str, list[str]] = defaultdict(list)
    for name, borne in words.items():
        starts["".join(borne)[:_START]].append(name)
    for start, bucket in starts.items():
        if start:
            yield from ((one, other) for at, one in enumerate(bucket[:_MOST]) for other in bucket[:at])


def sampled(finding: str) -> str:
    """Where a finding stands in a fixed random order: the same in every audit, so that reviews add up."""
    return hashlib.sha256(f"sample {finding}".encode()).hexdigest()
