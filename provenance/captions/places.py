"""Places in a text, kept as the names that stand there: "in X, Region, Country", datelines, place fields.

No gazetteer is asked: the country is known where the text names it, or one of its regions. Every phrase that may name
the place gets points for what makes it likely (a country in it, a date beside it, the first sentence) and loses some
for what makes it a background ("the war in ..."); the best one is the place shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.captions.credit_tokens import Token, tokens_of
from provenance.captions.place_chain import PlaceChain, territory_of
from provenance.captions.place_phrases import phrases_in
from provenance.captions.vocabulary import Vocabulary
from provenance.model.claims import Excerpt, Place, Where

Range = tuple[int, int]

_LEAST_POINTS = 1
_LONGEST_PART, _MOST_PARTS = 12, 12
_FIELD_MARKS = frozenset(",;|/()[]–—:>")
_FIELD_WORDS = frozenset({"in", "near", "at", "outside", "of", "from", "to", "and", "with"})


def find_place(text: str, masked: Sequence[Range], dates: Sequence[tuple[int, int]], words: Vocabulary) -> Where | None:
    """The place that a caption says it shows. `masked` are characters that name dates and credits, not places."""
    hidden = _without(text, masked)
    chain = PlaceChain(hidden, tokens_of(hidden, heads=words.territories), words)
    phrases = phrases_in(chain, dates)
    best = max(phrases, key=lambda phrase: (phrase.points, -phrase.start), default=None)
    if best is None or best.points < _LEAST_POINTS:
        return None
    venues = [phrase for phrase in phrases if phrase.leads_to(best)]
    parts = [part for phrase in (*venues[-1:], best) for part in phrase.parts]
    return _joined(
        [_place(text, chain.tokens[first].start, chain.tokens[end - 1].end, words) for first, end in parts], words
    )


def read_place_field(text: str, words: Vocabulary) -> Where | None:
    """The place in a field that holds nothing else: "Borodyanka, Kyiv region, Ukraine"."""
    places: list[Place] = []
    tokens = tokens_of(text)
    small = text.islower()
    start = 0
    for at in range(len(tokens) + 1):
        if at == len(tokens) or _parts_here(tokens[at]):
            run = _named_part(tokens, start, at, small)
            if run is not None and len(places) < _MOST_PARTS:
                places.append(_place(text, run[0], run[1], words))
            start = at + 1
    return _joined(places, words)


def _parts_here(token: Token) -> bool:
    return token.text in _FIELD_MARKS or (token.folded in _FIELD_WORDS and not token.capital)


def _named_part(tokens: tuple[Token, ...], start: int, end: int, small: bool) -> Range | None:
    """The characters of the name in one part of a field: from its first capital on, unless all is in small letters."""
    first = start if small else next((at for at in range(start, end) if tokens[at].capital), end)
    if not 0 < end - first <= _LONGEST_PART:
        return None
    if not any(tokens[at].is_word and not tokens[at].text.isdigit() for at in range(first, end)):
        return None
    return tokens[first].start, tokens[end - 1].end


def _without(text: str, masked: Sequence[Range]) -> str:
    """The text with masked characters replaced by a mark that no name can contain."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(masked):
        if end > start >= at:
            pieces += [text[at:start], "\x00".ljust(end - start)]
            at = end
    return "".join([*pieces, text[at:]])


def _place(text: str, start: int, end: int, words: Vocabulary) -> Place:
    written = text[start:end]
    if len(written) > 2 and written.endswith(("'s", "’s")):
        written, end = written[:-2], end - 2
    territory = territory_of(written, words)
    name = territory.name if territory is not None and territory.is_region else " ".join(written.split())
    excerpt = Excerpt(written, start, end)
    if territory is None:
        return Place(name, excerpt)
    name = name.removesuffix(" (state)")
    return Place(name, excerpt, territory.country, territory.is_country, territory.is_region)


def _joined(places: list[Place], words: Vocabulary) -> Where | None:
    """The parts as one place: its country is that of the narrowest part that has one."""
    if not places:
        return None
    country = next((place.country for place in places if place.country), None)
    countries: frozenset[str] = frozenset()
    for place in places:
        territory = territory_of(place.excerpt.text, words)
        if territory is not None:
            countries = (countries & territory.countries) or countries or territory.countries
    narrowed = country if country is not None else (next(iter(countries)) if len(countries) == 1 else None)
    return Where(tuple(places), narrowed, countries=countries | ({country} if country else set()))
