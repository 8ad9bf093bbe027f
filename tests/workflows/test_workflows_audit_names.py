"""Spellings of one name are found among many names as if each were held against each."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime

from provenance.captions.names import same_person
from provenance.model.limits import LIMITS
from provenance.workflows.audit_names import variants

GIVEN = [
    "Maria",
    "Sergei",
    "Serhii",
    "Mohammed",
    "Muhammad",
    "Ana",
    "Anna",
    "John",
    "Jon",
    "Ines",
    "Kai",
    "William",
    "Bill",
]
FAMILY = [
    "Halder",
    "Haldar",
    "Bensemra",
    "Petrov",
    "Petroff",
    "Al-Masri",
    "Gärtner",
    "Kowalczyk",
    "Kovalchik",
    "Li",
    "Ng",
]
LONG = "Wolfgang Amadeus Featherstonehaugh-Cholmondeley"


def some_names(count: int, seed: int) -> list[str]:
    """Names with the differences that names have: initials, order, accents, slips, a cut after 32 characters."""
    draw = random.Random(seed)
    names = [LONG, LONG[:32], "Jo van den Berg", "Jo Vandenberg", "J. Halder", "Halder, Ines", "Сергей Петров", "Ng"]
    while len(names) < count:
        given, family = draw.choice(GIVEN), draw.choice(FAMILY) + draw.choice(["", "", "s", "ek", "ova"])
        if draw.random() < 0.2 and len(family) > 5:
            at = draw.randrange(1, len(family) - 1)
            family = family[:at] + family[at + 1 :]
        names.append(draw.choice([f"{given} {family}", f"{family} {given}", f"{given[0]}. {family}", family]))
    return sorted(set(names))


def test_the_same_groups_are_found_as_when_each_is_held_against_each() -> None:
    for seed in range(4):
        names = some_names(160, seed)
        told = variants(Counter(names), datetime(2026, 1, 1, tzinfo=UTC), LIMITS.rule, {})
        assert {frozenset(name for name, _count in one.names) for one in told} == by_brute_force(names)


def by_brute_force(names: list[str]) -> set[frozenset[str]]:
    groups = {name: {name} for name in names}
    for one in names:
        for other in names:
            if one < other and groups[one] is not groups[other] and same_person(one, other):
                groups[one] |= groups[other]
                for each in groups[other]:
                    groups[each] = groups[one]
    return {frozenset(group) for group in groups.values() if len(group) > 1}
