"""What copies of photos are said to show: contradictions of every kind, and differences that mean nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from benchmarks.reposts_stories import (
    AGENCIES,
    FAMILY,
    FRENCH,
    GERMAN,
    GIVEN,
    MONTHS,
    STYLES,
    TOWNS,
    Story,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """How a copy is told: the kind, its caption, and what stands in the date field ("" for nothing)."""

    kind: str
    caption: str
    date: str = ""


def conflict(story: Story, number: int) -> Telling:
    """A contradiction; the kinds take turns."""
    return _told(CONFLICTS, story, number)


def innocent(story: Story, number: int) -> Telling:
    """A difference that genuine captions of one photo show."""
    return _told(INNOCENT, story, number)


def _told(
    kinds: tuple[tuple[str, Callable[[Story, random.Random], Telling]], ...], story: Story, number: int
) -> Telling:
    kind, tell = kinds[number % len(kinds)]
    return replace(tell(story, random.Random(5000 + number)), kind=kind)


def _credited(story: Story) -> str:
    return f"({story.name} / {AGENCIES[story.style]})"


def _later(story: Story, chance: random.Random) -> Story:
    return replace(story, day=story.day + timedelta(days=chance.randrange(60, 900)))


def _moved(story: Story, chance: random.Random) -> Story:
    town, country = chance.choice([each for each in TOWNS if each[1] != story.country])
    return replace(story, town=town, country=country)


def _another_name(story: Story, chance: random.Random) -> Story:
    given = chance.choice([one for one in GIVEN if one not in story.name])
    return replace(story, name=f"{given} {chance.choice([one for one in FAMILY if one not in story.name])}")


def _damaged(story: Story) -> str:
    told = f"{story.what} in the old town – “after the storm” – in {story.town}, {story.country}, {story.long}."
    return f"{told} {_credited(story)}".encode().decode("cp1252", errors="replace")


CONFLICTS: tuple[tuple[str, Callable[[Story, random.Random], Telling]], ...] = (
    ("another event", lambda s, r: Telling("", STYLES[s.style](replace(_moved(_later(s, r), r), name=s.name)))),
    ("another day", lambda s, r: Telling("", f"{s.what} in {s.town}, {_later(s, r).british} {_credited(s)}")),
    ("another country", lambda s, r: Telling("", STYLES[s.style](_moved(s, r)))),
    ("another photographer", lambda s, r: Telling("", STYLES[s.style](_another_name(s, r)))),
    ("credit dropped", lambda s, _r: Telling("", f"{s.what} in {s.town}, {s.country}, {s.long}")),
    ("another month", lambda s, r: Telling("", f"{s.what}, {_month(_later(s, r))} {_credited(s)}")),
    (
        "another town, named alone",
        lambda s, r: Telling("", f"{s.what}, {_moved(s, r).town.split(',')[0]} {_credited(s)}"),
    ),
    ("issue date as photo date", lambda s, r: Telling("", STYLES[s.style](s), _later(s, r).day.isoformat())),
    ("damaged characters", lambda s, _r: Telling("", _damaged(s))),
    ("killed", lambda s, _r: Telling("", STYLES[s.style](s))),
)
INNOCENT: tuple[tuple[str, Callable[[Story, random.Random], Telling]], ...] = (
    ("shortened", lambda s, _r: Telling("", f"{s.what}, {s.town} {_credited(s)}")),
    ("the month only", lambda s, _r: Telling("", f"{s.what} in {s.country}, {_month(s)} {_credited(s)}")),
    ("the year only", lambda s, _r: Telling("", f"{s.what}. {s.town}, {s.day.year}. Photo: {s.name}")),
    ("another house style", lambda s, _r: Telling("", f"{s.town}, {s.british}: {s.what.lower()}. {_credited(s)}")),
    ("transmitted a day later", lambda s, r: Telling("", STYLES[s.style](s), _in_days(s, r.randrange(1, 4)))),
    ("German", lambda s, _r: Telling("", f"Szene in {_town(s)} am {_in(s, GERMAN, '. ')}. Foto: {s.name}")),
    ("French", lambda s, _r: Telling("", f"Scène à {_town(s)}, le {_in(s, FRENCH, ' ')}. Photo : {s.name}")),
    ("file photo", lambda s, _r: Telling("", f"FILE PHOTO: {STYLES[s.style](s)}")),
    (
        "the agency alone",
        lambda s, _r: Telling("", f"{s.what} in {s.town}, {s.country}, {s.british}. Photo: {AGENCIES[s.style]}"),
    ),
    ("capitals", lambda s, _r: Telling("", f"{s.what.upper()} IN {s.town.upper()}, {s.long.upper()}. {_credited(s)}")),
    ("the country only", lambda s, _r: Telling("", f"{s.what} in {s.country}. {_credited(s)}")),
    ("through a distributor", lambda s, _r: Telling("", f"{s.what}, {s.town}, {s.long}. {s.name} via Getty Images")),
)


def _month(story: Story) -> str:
    return f"{MONTHS[story.day.month - 1]} {story.day.year}"


def _in_days(story: Story, days: int) -> str:
    return (story.day + timedelta(days=days)).isoformat()


def _town(story: Story) -> str:
    return story.town.split(",")[0]


def _in(story: Story, months: tuple[str, ...], between: str) -> str:
    return f"{story.day.day}{between}{months[story.day.month - 1]} {story.day.year}"
