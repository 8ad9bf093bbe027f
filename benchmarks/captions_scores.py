"""How readings are scored.

A date is right where one of its readings is exactly the true interval. A place is right where one name read is one of
the true names, or holds it ("Kyiv region" holds "Kyiv"), letters and capitals aside; a country where it is the true
one. Agencies and creators are counted by name, letters only. A contradiction counts where the truth says that the axis
was judged. "Both state it" means that the system itself read a fact on both sides; of those the program's own "cannot
tell" are counted: having read both, does it answer?
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from benchmarks.captions_data import Part, true_date
from benchmarks.captions_readers import Read, Reader

AXES = ("date", "place", "credit", "subject")


def score(reader: Reader, part: Part) -> tuple[Counter[str], list[str]]:
    """Everything that is counted, by name, and a line for every wrong answer."""
    counted: Counter[str] = Counter()
    wrong: list[str] = []
    for row in part.captions:
        read = reader.read({"text": row["text"], "published": row.get("published") or ""})
        for said in (*_date(read, row["truth"], counted), *_place(read, row["truth"], counted)):
            wrong.append(f"{row['id']}: {said}")
        wrong += [f"{row['id']}: {said}" for said in _names(read, row["truth"], counted)]
    for row in part.pairs:
        wrong += [f"{row['id']}: {said}" for said in _pair(reader, row, counted)]
    return counted, wrong


def _date(read: Read, truth: dict[str, Any], counted: Counter[str]) -> list[str]:
    if not truth.get("date_judged"):
        return []
    wanted = true_date(truth)
    if wanted is None:
        if truth.get("relative_date"):
            return []
        counted["dateless"] += 1
        counted["dateless given"] += bool(read.dates)
        return [f"a date where none is: {read.dates}"] if read.dates else []
    kind = "day" if truth["date_precision"] == "day" else "other"
    right = wanted in read.dates
    counted[f"{kind} n"] += 1
    counted[f"{kind} right"] += right
    counted[f"{kind} read"] += bool(read.dates)
    return [] if right else [f"date {wanted}, read {read.dates}"]


def _place(read: Read, truth: dict[str, Any], counted: Counter[str]) -> list[str]:
    said: list[str] = []
    if truth.get("place_judged") and truth.get("places"):
        right = any(_same(one, other) for one in read.names for other in truth["places"])
        counted["place n"] += 1
        counted["place right"] += right
        said += [] if right else [f"place {truth['places']}, read {read.names}"]
    elif truth.get("place_judged"):
        counted["placeless"] += 1
        counted["placeless given"] += read.has_place
        said += [f"a place where none is: {read.names}"] if read.has_place else []
    if truth.get("country_judged") and truth.get("country"):
        right = truth["country"] in read.countries
        counted["country n"] += 1
        counted["country right"] += right
        said += [] if right else [f"country {truth['country']}, read {sorted(read.countries)} {read.names}"]
    return said


def _names(read: Read, truth: dict[str, Any], counted: Counter[str]) -> list[str]:
    said: list[str] = []
    for what, wanted, got in (
        ("agency", truth.get("agencies"), read.agencies),
        ("creator", truth.get("photographers"), read.creators),
    ):
        if wanted is None:
            continue
        true, mine = {_letters(one) for one in wanted}, {_letters(one) for one in got}
        counted[f"{what} right"] += len(true & mine)
        counted[f"{what} read"] += len(mine)
        counted[f"{what} n"] += len(true)
        said += [] if true == mine else [f"{what} {wanted}, read {got}"]
    return said


def _pair(reader: Reader, row: dict[str, Any], counted: Counter[str]) -> list[str]:
    sides = reader.read(row["trusted"]), reader.read(row["claim"])
    verdicts = reader.compare(row["trusted"], row["claim"])
    said: list[str] = []
    alarm = False
    for axis in row["judged"]:
        conflict, verdict = axis in row["conflicts"], verdicts[axis]
        both = all(_states(side, axis) for side in sides)
        alarm |= verdict == "contradicts"
        counted[f"{axis} conflicts both"] += conflict and both
        counted[f"{axis} conflicts"] += conflict
        counted[f"{axis} found"] += conflict and verdict == "contradicts"
        counted[f"{axis} told"] += verdict == "contradicts"
        counted[f"{axis} both"] += both
        counted[f"{axis} silent"] += both and verdict == "cannot-tell"
        if conflict != (verdict == "contradicts"):
            said.append(f"{axis} {'conflict' if conflict else 'no conflict'}, said {verdict}")
    if not row["conflicts"]:
        counted["consistent"] += 1
        counted["consistent alarms"] += alarm
    return said


def _states(read: Read, axis: str) -> bool:
    facts: dict[str, Sequence[object] | bool] = {
        "date": read.dates,
        "place": read.has_place,
        "credit": (*read.agencies, *read.creators),
        "subject": True,
    }
    return bool(facts[axis])


def _same(one: str, other: str) -> bool:
    left, right = _letters(one), _letters(other)
    return left == right or (len(right) > 4 and right in left) or (len(left) > 4 and left in right)


def _letters(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
