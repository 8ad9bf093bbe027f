"""What a caption says it shows, as far as that is hard evidence: who in which role, how many of what, which event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.captions.spelling import fold, words_of
from provenance.model.claims import Claims

MOST_CHARACTERS = 3000
"""What a caption shows stands in its first sentences."""
_NAME = r"[A-ZÀ-ÞА-ЯҐЄІЇ][\w’'-]{1,24}(?: (?:de |da |del |van |von |bin |al-|der )?[A-ZÀ-ÞА-ЯҐЄІЇ][\w’'.-]{0,24}){0,3}"
_ROLES = (
    "president|prime minister|chancellor|king|queen|pope|senator|governor|mayor|foreign minister|defen[cs]e minister"
    "|minister|actor|actress|singer|footballer|goalkeeper|striker|midfielder|defender|coach|manager|referee|pilot|driver"
    "|speaker|secretary of state|secretary-general|ambassador|general|bishop|cardinal|judge|prosecutor|suspect|author"
    "|director|designer|model|presidential candidate|candidate|opposition leader|party leader|prince|princess|rapper"
)
_ROLE_AND_NAME = re.compile(rf"\b(?P<role>(?i:{_ROLES})) (?P<name>{_NAME})")
_ABOUT = re.compile(
    r"(?:\b(?:about|around|some|at least|more than|over|nearly|almost|up to|approximately|roughly|fewer than|less than"
    r"|as many as|an estimated|estimated|circa|under|another|the other|other|first|last|top)|[~>≥<±])\s{0,2}$",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        ),
        1,
    )
}
_EXACT = re.compile(
    rf"(?<![\w.,:/$€£-])(?P<number>\d{{1,3}}(?:[.,]\d{{3}}){{1,3}}|\d{{1,6}}|(?i:{'|'.join(_NUMBERS)}))(?= )"
    r"(?P<after>(?: [\w’'-]{1,24}){1,3})"
)
_COUNTED = {
    **dict.fromkeys(("people", "persons", "person", "victims", "civilians"), "people"),
    **dict.fromkeys(("dead", "deaths", "bodies", "corpses", "killed"), "dead"),
    **dict.fromkeys(("injured", "wounded", "hurt"), "injured"),
    **dict.fromkeys(("child", "children", "kids"), "children"),
    **dict.fromkeys(("woman", "women"), "women"),
    **dict.fromkeys(("man", "men"), "men"),
    **dict.fromkeys(("policemen", "policeman", "officers", "officer"), "officers"),
}
_NOUNS = words_of(
    "soldiers migrants refugees protesters protestors demonstrators students passengers residents",
    "survivors prisoners firefighters hostages players workers fans horses elephants dogs cats cows",
    "whales lions tigers sheep camels birds fish cars trucks buses vehicles tanks boats ships planes",
    "aircraft helicopters houses homes buildings coffins graves crosses bars bags boxes bottles guns",
    "rifles missiles drones containers carriages coaches wagons rockets candles flags tents journalists",
    "doctors nurses monks nuns athletes swimmers sailors miners farmers villagers girls boys babies twins",
)
_STORM = re.compile(
    r"\b(?P<kind>Super Typhoon|Typhoon|Hurricane|Tropical Storm|Tropical Cyclone|Cyclone|Storm|Operation|Battle of"
    rf"|Siege of) (?P<name>{_NAME})"
)
_EVENTS = (
    "Festival|Marathon|Grand Prix|World Cup|Olympics|Olympic Games|Winter Olympics|Summer Olympics|Open|Carnival"
    "|Championships?|Film Festival|Fashion Week|Pride|Oscars|Academy Awards|Grammys|Super Bowl|Games|Rally|Tour"
)
_EVENT = re.compile(rf"(?P<name>(?:[A-ZÀ-Þ][\w’'-]{{1,24}} ){{1,3}})(?P<kind>{_EVENTS})\b")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a caption says it shows. Persons by their role, counts by what is counted, events by their kind."""

    persons: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, int, str], ...]
    events: tuple[tuple[str, str], ...]


def shown(claims: Claims) -> Shown:
    """Read it. Dates, places and credits are not looked at again."""
    text = hidden(claims)[:MOST_CHARACTERS]
    return Shown(tuple(_persons(text)), tuple(_counts(text)), tuple(_events(claims.text[:MOST_CHARACTERS])))


def hidden(claims: Claims) -> str:
    """The text with its dates, its place and its credits blanked out: other axes speak of them."""
    who = claims.who
    named = (*who.creators, *who.agencies, *who.distributors, *who.handout_sources)
    places = claims.where.places if claims.where else ()
    excerpts = [
        *(when.excerpt for when in claims.dates),
        *(one.excerpt for one in named),
        *(one.excerpt for one in places),
    ]
    letters = list(claims.text)
    for one in excerpts:
        if claims.text[one.start : one.end] == one.text:
            letters[one.start : one.end] = "\x00" * (one.end - one.start)
    return "".join(letters)


def _persons(text: str) -> Iterator[tuple[str, str]]:
    for found in _ROLE_AND_NAME.finditer(text):
        yield fold(found["role"]), found["name"].rstrip(".'’-")


def _counts(text: str) -> Iterator[tuple[str, int, str]]:
    """What is counted, how many, and the words; only exact numbers before a noun that people count."""
    for found in _EXACT.finditer(text):
        number = _number(found["number"])
        if number is None or _ABOUT.search(text[max(0, found.start() - 24) : found.start()]):
            continue
        words = found["after"].split()
        counted = next((kind for word in words if (kind := _kind(word.casefold()))), None)
        if counted is not None and not words[0].casefold().startswith(("year", "month", "percent", "metre", "meter")):
            yield counted, number, f"{found['number']}{found['after']}"


def _number(written: str) -> int | None:
    if written[0].isdigit():
        return int(re.sub(r"[.,]", "", written))
    return _NUMBERS.get(written.lower())


def _kind(word: str) -> str | None:
    return _COUNTED.get(word) or (word if word in _NOUNS else None)


def _events(text: str) -> Iterator[tuple[str, str]]:
    for found in _STORM.finditer(text):
        yield found["kind"].removeprefix("Super "), found["name"].split()[0].rstrip("’'s.,")
    for found in _EVENT.finditer(text):
        yield found["kind"], found["name"].strip()
