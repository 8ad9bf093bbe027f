"""What a caption says it shows, as far as that is hard evidence: who in which part, how many of what, which event."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from provenance.captions.subject_counts import Count, counts
from provenance.captions.subject_events import Event, cause, events
from provenance.captions.subject_persons import Person, opening, persons
from provenance.model.claims import Claims, Excerpt

MOST_CHARACTERS = 3000
"""What a caption shows stands in its first sentences."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a caption says it shows.

    `first` is the person that its first sentence is about, `cause` the kind of disaster that did the damage. `text` is
    the caption without its dates, its places and its credits.
    """

    text: str
    persons: tuple[Person, ...]
    first: Person | None
    counts: tuple[Count, ...]
    events: tuple[Event, ...]
    cause: tuple[str, Excerpt] | None


@lru_cache(maxsize=256)
def shown(claims: Claims) -> Shown:
    """Read it, once for a caption that is held against many.

    Dates, places and credits are not looked at again; places stay in the names of events.
    """
    text = hidden(claims)[:MOST_CHARACTERS]
    named = _without(claims.text, _credits(claims))[:MOST_CHARACTERS]
    return Shown(text, tuple(persons(text)), opening(text), tuple(counts(text)), tuple(events(named)), cause(text))


def hidden(claims: Claims) -> str:
    """The text with its dates, its place and its credits blanked out: other axes speak of them."""
    places = claims.where.places if claims.where else ()
    dates = [when.excerpt for when in claims.dates]
    return _without(claims.text, [*dates, *_credits(claims), *(one.excerpt for one in places)])


def _credits(claims: Claims) -> list[Excerpt]:
    who = claims.who
    named = (*who.creators, *who.agencies, *who.distributors, *who.handout_sources)
    return [one.excerpt for one in named]


def _without(text: str, excerpts: list[Excerpt]) -> str:
    letters = list(text)
    for one in excerpts:
        if text[one.start : one.end] == one.text:
            letters[one.start : one.end] = "\x00" * (one.end - one.start)
    return "".join(letters)
