"""Outcomes judged one by one: what was found, what was wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from benchmarks.hard.podiums import room
from benchmarks.places import one_place
from benchmarks.recall_ask import Outcome, Seen

SAME, SCENE, UNSURE = "same-photo", "same-scene", "cannot-tell"
TOUCHED = 0.25
"""A changed area counts as found when the named areas cover at least this much of it."""


def right(outcome: Outcome) -> Seen | None:
    """The match with the picture that was really asked about; not where it is only called another frame."""
    name = outcome.query.picture.name
    return next((one for one in outcome.seen if one.name == name and one.verdict in (SAME, UNSURE)), None)


def called_same(outcome: Outcome) -> bool:
    """Whether the right picture was called the same photo."""
    match = right(outcome)
    return match is not None and match.verdict == SAME


def wrong(outcome: Outcome) -> list[Seen]:
    """Matches with pictures that this one was not made from. The same press room may be called the same scene, and what
    shows the same place (places.py) may be called that, or not to be told."""
    return [one for one in outcome.seen if not _same_room(outcome, one) and not same_place(outcome, one)]


def same_place(outcome: Outcome, one: Seen) -> bool:
    """Whether a match says no more than that a picture shows the place which this one, or one within it, shows."""
    names = [outcome.query.picture.name, *(other.name for other in outcome.query.others)]
    return one.verdict != SAME and any(one_place(name, one.name) for name in names)


def _same_room(outcome: Outcome, one: Seen) -> bool:
    if outcome.query.picture.kind != "podiums" or not one.name.startswith("podiums/") or one.verdict != SCENE:
        return False
    return room(_number(one.name)) == room(_number(outcome.query.picture.name))


def _number(name: str) -> int:
    return int(name.rpartition("/")[2])


def part(outcomes: Iterable[Outcome], name: str, attacks: Sequence[str] = ()) -> list[Outcome]:
    """The outcomes of one part, after these attacks if any are named."""
    return [one for one in outcomes if one.query.part == name and (not attacks or one.query.attack in attacks)]


def by_attack(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """Copies by the attack they went through, in the order asked."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    for one in part(outcomes, "copy"):
        found[one.query.attack].append(one)
    return found


def share(outcomes: Sequence[Outcome], holds: Callable[[Outcome], object]) -> float:
    """The share of outcomes of which something holds."""
    return sum(bool(holds(one)) for one in outcomes) / len(outcomes) if outcomes else 0.0


def says_altered(match: Seen) -> bool:
    """Whether a match says that content was changed."""
    return "altered" in match.relations or bool(match.altered)


def located(outcome: Outcome) -> Seen | None:
    """The right match, where it says that content was changed and names the place."""
    match = right(outcome)
    return match if match and says_altered(match) and (match.touched or 0) >= TOUCHED else None
