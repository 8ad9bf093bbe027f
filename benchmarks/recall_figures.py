"""Outcomes to the figures that the program is to reach."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence

from benchmarks.attacks import CROPS, PASTED, PLAIN_COPIES
from benchmarks.figures import Figure, at_least, at_most
from benchmarks.intervals import exact
from benchmarks.recall_ask import FAILED, Outcome
from benchmarks.recall_judged import (
    SAME,
    SCENE,
    UNSURE,
    by_attack,
    called_same,
    located,
    part,
    right,
    same_place,
    says_altered,
    share,
    wrong,
)

HARDEST = "crop15"
LEAST_CHANGE = 0.5
"""A replaced part counts when at least this share of it looks different from before."""
AREAS = {"paste5": 0.05, "paste15": 0.15, "inpaint15": 0.15}


def figures(outcomes: Sequence[Outcome]) -> list[Figure]:
    """All lines of the table, in its order."""
    return [
        *_recall(outcomes),
        _wrong(outcomes),
        _frames(outcomes),
        _same(outcomes),
        _mirrored(outcomes),
        *_kept(outcomes),
        *_altered(outcomes),
        *_framed(outcomes),
        _seconds(outcomes),
        _failures(outcomes),
    ]


def _recall(outcomes: Sequence[Outcome]) -> list[Figure]:
    rates = {attack: share(some, right) for attack, some in by_attack(outcomes).items()}
    if not rates:
        return []
    of = len({one.query.picture.name for one in part(outcomes, "copy")})
    mean = statistics.mean(rates.values())
    found = [
        Figure(f"mean recall over {len(rates)} attacks", "at least .98", f"{mean:.3f}", mean >= 0.98, f"{of} originals")
    ]
    others = {attack: rate for attack, rate in rates.items() if attack != HARDEST}
    if others:
        worst = min(others, key=others.__getitem__)
        found.append(Figure("worst single attack", "at least .90", f"{others[worst]:.3f}", others[worst] >= 0.9, worst))
    if HARDEST in rates:
        rate = rates[HARDEST]
        found.append(Figure("crop to 15 %", "at least .75", f"{rate:.3f}", rate >= 0.75))
    return found


def _wrong(outcomes: Sequence[Outcome]) -> Figure:
    asked = part(outcomes, "absent")
    what = "wrong photos per 1,000 pictures that are not in the archive"
    if not asked:
        return Figure(what, "at most 1", "-", None, "not asked")
    bad = [one for one in asked if wrong(one)]
    units = {one.query.picture.unit for one in asked}
    hit = {one.query.picture.unit for one in bad}
    low, high = exact(len(hit), len(units))
    verdicts = [one.verdict for outcome in bad for one in wrong(outcome)]
    told = ", ".join(f"{verdicts.count(one)} x {one}" for one in (SAME, UNSURE, SCENE))
    places = sum(any(same_place(one, two) for two in one.seen) and not wrong(one) for one in asked)
    note = (
        f"{len(bad):,} of {len(asked):,} pictures ({told}); {len(hit)} of {len(units)} independent photos,"
        f" 95 % interval {1000 * low:.1f} to {1000 * high:.1f} per 1,000; in {places} more another picture of the same"
        " place is named as that"
    )
    return Figure(what, "at most 1", f"{1000 * len(bad) / len(asked):.1f}", len(bad) * 1000 <= len(asked), note)


def _frames(outcomes: Sequence[Outcome]) -> Figure:
    asked = part(outcomes, "frame")
    scenes = {one.query.picture.unit for one in asked}

    def taken(outcome: Outcome) -> bool:
        names = f"scenes/{outcome.query.picture.unit}/"
        return any(one.name.startswith(names) and one.verdict == SAME for one in outcome.seen)

    bad = [one for one in asked if taken(one)]
    where = ", ".join(sorted({one.query.picture.unit for one in bad}))
    plain = [one for one in asked if one.query.attack == "plain"]
    seen = share(asked, lambda one: any(two.name.startswith(f"scenes/{one.query.picture.unit}/") for two in one.seen))
    note = f"{len(plain)} frames of {len(scenes)} scenes, as they are and after 3 attacks; linked at all {seen:.2f}"
    return at_most('other frames called "same photo"', 0.05, len(bad), len(asked), f"{note}; {where}".rstrip("; "))


def _same(outcomes: Sequence[Outcome]) -> Figure:
    asked = part(outcomes, "copy")
    hits = sum(map(called_same, asked))
    known = sum(right(one) is not None for one in asked)
    note = f"of those found {hits / known:.3f}" if known else ""
    return at_least('true copies called "same photo"', 0.95, hits, len(asked), note)


def _mirrored(outcomes: Sequence[Outcome]) -> Figure:
    pairs = [(one, match) for one in part(outcomes, "copy") if (match := right(one))]
    agreeing = {True: [0, 0], False: [0, 0]}
    for one, match in pairs:
        agreeing[one.mirrored][0] += ("mirrored" in match.relations) == one.mirrored
        agreeing[one.mirrored][1] += 1
    said, unsaid = (f"{hit} of {of}" for hit, of in (agreeing[True], agreeing[False]))
    note = f"said of {said} that are; not said of {unsaid} that are not"
    hits, of = (agreeing[True][column] + agreeing[False][column] for column in (0, 1))
    figure = at_least('"mirrored" said when true, and only then', 0.99, hits, of, note)
    both = [hit / of for hit, of in agreeing.values() if of]
    return Figure(figure.what, figure.aim, figure.value, min(both) >= 0.99 if both else None, note)


def _kept(outcomes: Sequence[Outcome]) -> list[Figure]:
    pairs = [(one, match) for one in part(outcomes, "copy", CROPS) if (match := right(one)) and one.shown]
    within = sum(match.kept is not None and abs(match.kept - _area(one)) <= 0.05 for one, match in pairs)
    boxes = sum(
        match.shown is not None and max(abs(a - b) for a, b in zip(match.shown, one.shown or (), strict=True)) <= 0.05
        for one, match in pairs
    )
    unsaid = sum(match.kept is None for _one, match in pairs)
    note = f"not measured for {unsaid}" if unsaid else ""
    return [
        at_least("`kept` within .05 of the truth on crops", 0.95, within, len(pairs), note),
        Figure("the kept box within .05 on every side", "", f"{boxes / len(pairs):.3f}" if pairs else "-", None),
    ]


def _area(outcome: Outcome) -> float:
    left, top, right_, bottom = outcome.shown or (0.0, 0.0, 0.0, 0.0)
    return (right_ - left) * (bottom - top)


def _altered(outcomes: Sequence[Outcome]) -> list[Figure]:
    every = part(outcomes, "copy", PASTED)
    visible = [one for one in every if (one.changed or 0) >= LEAST_CHANGE * AREAS[one.query.attack]]
    hits = [match for one in visible if (match := located(one))]
    middle = statistics.median(match.apt or 0 for match in hits) if hits else 0.0
    each = ", ".join(
        f"{attack} {share(some, located):.2f}"
        for attack in PASTED
        if (some := [one for one in visible if one.query.attack == attack])
    )
    left_out = f"{len(every) - len(visible)} left out, where nothing visible changed"
    note = f"{each}; {left_out}; {middle:.2f} of what is named truly changed"
    plain = [(one, match) for one in part(outcomes, "copy", PLAIN_COPIES) if (match := right(one))]
    false = sum(says_altered(match) for _one, match in plain)
    return [
        at_least("altered area found for pasted and removed parts", 0.8, len(hits), len(visible), note),
        at_most("altered areas said of plain re-encodes", 0.03, false, len(plain)),
    ]


def _framed(outcomes: Sequence[Outcome]) -> list[Figure]:
    asked = part(outcomes, "framed")
    confused = [one for one in asked if one.seen]
    same = sum(any(two.verdict == SAME for two in one.seen) for one in asked)
    where: Counter[str] = Counter()
    for one in confused:
        where[one.query.attack] += 1
    note = "; ".join([f"called same photo {same}", *(f"{attack} {count}" for attack, count in where.items())])
    behind = part(outcomes, "behind")
    found = share(
        behind, lambda one: any(f"/{one.query.picture.name.rpartition('/')[2]}" in two.name for two in one.seen)
    )
    return [
        at_most("different photos in the same frame confused", 0.01, len(confused), len(asked), note if asked else ""),
        Figure("the photo within a held frame found (control)", "", f"{found:.3f}" if behind else "-", None),
    ]


def _failures(outcomes: Sequence[Outcome]) -> Figure:
    failed = [one.query.key for one in outcomes if one.summary.startswith(FAILED)]
    told = Counter(kind for one in outcomes for kind in one.problems)
    note = "; ".join([*failed[:5], *(f"{kind} told {count} times" for kind, count in told.items())])
    return Figure("checks that raised an error", "none", str(len(failed)), not failed, note)


def _seconds(outcomes: Sequence[Outcome]) -> Figure:
    times = sorted(one.seconds for one in outcomes) or [0.0]
    note = f"95 of 100 within {times[int(0.95 * (len(times) - 1))]:.2f} s; two processes at once"
    return Figure("seconds of a warm check, the median", "", f"{statistics.median(times):.2f}", None, note)
