"""Places in a text, kept as the names that stand there: "in X, Region, Country", datelines, place fields.

The country is known where the text names it, or one of its regions, and otherwise from the gazetteer. Every phrase
that may name the place gets points for what makes it likely (a country in it, a date beside it, the first sentence)
and loses some for what makes it a background ("the war in ..."); the best one is the place shown. A dateline is the
place shown only where nothing else is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from provenance.captions.credit_tokens import Token, tokens_of
from provenance.captions.languages import language
from provenance.captions.place_chain import Part, PlaceChain, territory_of
from provenance.captions.place_phrases import Phrase, phrases_in
from provenance.captions.place_words import COUNTRIES_OF
from provenance.captions.placing import NO_HINTS, Hints, base_name, hints_of, homes_of, place_on_map
from provenance.captions.vocabulary import Territory, Vocabulary
from provenance.model.claims import Excerpt, Place, Where

Range = tuple[int, int]

_LEAST_POINTS = 1
_INSTEAD = 3
"""Points from which another place than the dateline's is the one shown."""
_DATELINE = re.compile(
    r"[\W_]{0,4}(?:FILE(?: PHOTO)?|FILES)?[\W_]{0,4}"
    r"([A-ZÀ-ÞА-ЯҐЄІЇ][A-ZÀ-ÞА-ЯҐЄІЇ'’. -]{1,40}[A-ZÀ-ÞА-ЯҐЄІЇ.](?![a-zà-ÿ]))"
    r"(?:,\s?[^\W\d_][\w.'’ ]{1,30}){0,2}\s{0,3}(?:\([\w\x00/ ]{2,30}\)|\x00\s{0,20})?\s{0,3}[-–—]{1,2}[\s\x00]"
)
_LONGEST_PART, _MOST_PARTS = 12, 12
_MOST_TOKENS = 2000
_LONGEST_TEXT = 20_000
"""Characters in which the place shown is looked for: no caption is as long, and what follows is no caption."""
_FIELD_MARKS = frozenset(",;|/()[]–—:>")
_FIELD_WORDS = frozenset({"in", "near", "at", "outside", "of", "from", "to", "and", "with"})


def find_place(text: str, masked: Sequence[Range], dates: Sequence[tuple[int, int]], words: Vocabulary) -> Where | None:
    """The place that a caption says it shows. `masked` are characters that name dates and credits, not places."""
    hidden = _without(text, masked)[:_LONGEST_TEXT]
    chain = PlaceChain(hidden, tokens_of(hidden, heads=words.territories), words)
    phrases = phrases_in(chain, dates)
    filed = _filed_from(hidden, phrases)
    shown = _best([phrase for phrase in phrases if phrase is not filed])
    best = shown if shown is not None and (filed is None or shown.points >= _INSTEAD) else filed
    if best is None or best.points < _LEAST_POINTS:
        return None
    venues = [phrase for phrase in phrases if phrase.leads_to(best) and phrase is not filed]
    venue = chain.is_venue(best.parts[0])
    wider = [phrase for phrase in phrases if best.widened_by(phrase, venue) and not chain.widest(best.parts)]
    parts = [part for phrase in (*venues[-1:], best, *wider[:1]) for part in phrase.parts]
    others = [chain.words_of(part) for phrase in phrases if phrase is not best for part in phrase.parts]
    tongue = COUNTRIES_OF.get(language(text) or "", frozenset())
    hints = hints_of(_spoken_of(chain, words), homes_of(others, words), tongue)
    dateline = _places(text, chain, filed.parts, words) if filed is not None and filed is not best else ()
    loose = [phrase.start for phrase in (*venues[-1:], best, *wider[:1]) if phrase.loose]
    where = _joined(_places(text, chain, parts, words), words, replace(hints, loose=frozenset(loose)))
    return where if where is None or not dateline else replace(where, dateline=dateline)


def _best(phrases: Sequence[Phrase]) -> Phrase | None:
    return max(phrases, key=lambda phrase: (phrase.points, -phrase.start), default=None)


def _filed_from(text: str, phrases: Sequence[Phrase]) -> Phrase | None:
    """The phrase of the dateline: "KYIV, Ukraine (AP) -", "NEW ORLEANS - AUGUST 30:"."""
    head = _DATELINE.match(text)
    first = phrases[0] if head is not None and phrases else None
    return first if first is not None and head is not None and first.start <= head.end(1) else None


def _places(text: str, chain: PlaceChain, parts: Sequence[Part], words: Vocabulary) -> tuple[Place, ...]:
    return tuple(_place(text, chain.tokens[first].start, chain.tokens[end - 1].end, words) for first, end in parts)


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
    name = (base_name(written, words) or name) if territory is None else name
    excerpt = Excerpt(written, start, end)
    if territory is None:
        return Place(name, excerpt)
    name = name.removesuffix(" (state)")
    return Place(name, excerpt, territory.country, territory.is_country, territory.is_region)


def _spoken_of(chain: PlaceChain, words: Vocabulary) -> frozenset[str]:
    """The countries that a text names anywhere, by a territory's name or by a nationality."""
    found: set[str] = set()
    for at, token in enumerate(chain.tokens[:_MOST_TOKENS]):
        if not token.capital:
            continue
        nationality = _nationality(chain, at, words)
        territory = territory_of(token.text.removesuffix("'s").removesuffix("’s"), words)
        territory = territory or chain.territory(at, min(at + 2, len(chain.tokens)))
        found |= {nationality} if nationality else (territory.countries if territory else set())
    return frozenset(found)


def _nationality(chain: PlaceChain, at: int, words: Vocabulary) -> str | None:
    """The country of a nationality; of "South Korean" as a whole."""
    here = chain.tokens[at].folded.removesuffix("'s").removesuffix("’s")
    after = chain.token(at + 1)
    both = f"{here} {after.folded}" if after is not None else here
    return words.nationalities.get(both) or words.nationalities.get(here)


def _joined(places: Sequence[Place], words: Vocabulary, hints: Hints = NO_HINTS) -> Where | None:
    """The parts as one place: its country is that of the narrowest part that has one, else that of the map."""
    if not places:
        return None
    named = _with_territories(places, words)
    country, stated = _stated(named)
    placed = place_on_map([place for place, _ in named], stated, hints, words)
    disputed = any(territory is not None and territory.is_disputed for _, territory in named)
    if placed.spots and country is None and not disputed:
        country = placed.spots[0].country if placed.sure else None
        stated = placed.countries
    sure = placed.spots[0] if placed.spots and (placed.sure or country is not None) else None
    return Where(
        tuple(place for place, _ in named),
        country,
        latitude=sure.latitude if sure else None,
        longitude=sure.longitude if sure else None,
        countries=stated,
        spots=placed.spots,
    )


def _with_territories(places: Sequence[Place], words: Vocabulary) -> list[tuple[Place, Territory | None]]:
    """Every place with the territory that it names. One of another country than a wider place is a town of that name:
    "Lebanon, Pennsylvania", "Victoria, Canada".
    """
    named: list[tuple[Place, Territory | None]] = []
    homes: set[str] = set()
    for place in reversed(places):
        territory = territory_of(place.excerpt.text, words)
        if territory is not None and homes and not homes & territory.countries:
            named.insert(0, (Place(" ".join(place.excerpt.text.split()), place.excerpt), None))
            continue
        homes |= territory.countries if territory is not None else set()
        named.insert(0, (place, territory))
    return named


def _stated(named: Sequence[tuple[Place, Territory | None]]) -> tuple[str | None, frozenset[str]]:
    """The country that the names themselves tell, and all that the place may be counted to."""
    country = next((place.country for place, _ in named if place.country), None)
    countries: frozenset[str] = frozenset()
    for _, territory in named:
        if territory is not None:
            countries = (countries & territory.countries) or countries or territory.countries
    narrowed = country if country is not None else (next(iter(countries)) if len(countries) == 1 else None)
    return narrowed, countries | ({country} if country else set())
