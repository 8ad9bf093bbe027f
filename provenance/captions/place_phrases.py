"""The phrases of a caption that may name the place it shows, and how likely each of them does."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from provenance.captions.place_chain import NOTED, Part, PlaceChain
from provenance.captions.place_inflections import placed_by_ending
from provenance.captions.place_words import (
    CLAUSES,
    ELSEWHERE,
    ENDS,
    FUNCTION,
    KINDS,
    NEVER_FREE,
    OF,
    PERSONS,
    PLACED_OF,
    PREPOSITIONS,
    VENUE_WORDS,
    VENUES,
)
from provenance.captions.placing import CITY_RENOWN, TOWN_RENOWN

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\x00’”\"]{3})[.!?]\s")
_OPENING = frozenset({".", "\x00", ":", "-", "—", "–", ")", "(", '"'})
_WITH_COUNTRY, _FIRST_SENTENCE, _LATER_SENTENCE, _BESIDE_DATE, _BACKGROUND = 4, 2, -3, 2, -14
_ON_MAP, _SMALL_ON_MAP = 2, 1
_TOLD, _IN_CLAUSE = 4, -5
_NO_LEAD, _OPENS_TEXT = -2, 1
_UNSURE = frozenset({"over", "across", "through", "along", "around", "on"})
"""Prepositions after which only a name that the map knows, or that names its kind, is a place."""
_WIDENING = 40
_HEAD = 6
"""Tokens in which the head of a text stands."""
_ALONE = 5.5
"""Renown from which a text that is nothing but a name is a place's: "Manhattan"."""
_HEADLINED = 1_000
"""Inhabitants from which a name at the head of a text is a town's."""
_LONGEST_CREDIT = 12
"""Tokens that a credit at the end of a text has at most, once its names are taken out."""
_PICTURES = frozenset({"photo", "photograph", "picture", "image", "foto", "bild", "credit"})
_APART = frozenset({",", "\x00", "-", "–", "—"})
_HEADING = frozenset({",", ":", "-", "–", "—", "\x00", "("})
_NEAR_AFTER, _NEAR_BEFORE, _ADJOINING, _ADJOINING_WIDE = 5, 3, 3, 36


@dataclass(frozen=True, slots=True)
class Phrase:
    """Names that follow one another, as token ranges, with the points they earn.

    `start` and `end` are characters; `venue` marks the X of "at X", `wide` that of "the outskirts of X"; `sentence`
    counts from 0. `lead` is where its preposition begins;
    `loose` marks the X of "the X pub", which need not be a town's name.
    """

    parts: tuple[Part, ...]
    points: int
    start: int
    end: int
    venue: bool
    sentence: int
    wide: bool = False
    lead: int = 0
    loose: bool = False

    def widened_by(self, other: Phrase, venue: bool) -> bool:
        """Whether the other says where this is: "in X, near Y", and of a `venue` also "at X, on Friday, in Y"."""
        near = 0 < other.lead - self.end <= (_WIDENING if venue or self.venue else _ADJOINING)
        return near and self.sentence == other.sentence and other.points > 0

    def leads_to(self, other: Phrase) -> bool:
        """Whether this is the X of "at X ... in Y" or "in X, in Y" in one sentence."""
        near = self.venue or other.lead - self.end <= (_ADJOINING_WIDE if other.wide else _ADJOINING)
        return near and self.end <= other.start and self.sentence == other.sentence and self.points > 0


def phrases_in(chain: PlaceChain, dates: Sequence[tuple[int, int]]) -> list[Phrase]:
    """Every phrase that may name the place, in the order of the text. `dates` are the characters of dates."""
    ends = tuple(found.end() for found in _SENTENCE_END.finditer(chain.text))
    scorer = _Scorer(chain, tuple(sorted(start for start, _ in dates)), tuple(sorted(end for _, end in dates)), ends)
    phrases: list[Phrase] = []
    at, clause = 0, -1
    while at < len(chain.tokens):
        if chain.tokens[at].text in CLAUSES:
            clause = chain.tokens[at].start
        phrase = scorer.phrase_at(at)
        if phrase is not None:
            phrases.append(_aside(phrase, phrases, clause))
        at = phrase.parts[-1][1] if phrase is not None else at + 1
    return phrases


def _aside(phrase: Phrase, before: Sequence[Phrase], clause: int) -> Phrase:
    """A place in a clause of its own, where the sentence has named one before that clause, is what it is about."""
    told = any(one.sentence == phrase.sentence and one.points >= _TOLD and one.end <= clause for one in before[-4:])
    return replace(phrase, points=phrase.points + _IN_CLAUSE) if told and clause < phrase.start else phrase


@dataclass(frozen=True, slots=True)
class _Scorer:
    chain: PlaceChain
    date_starts: tuple[int, ...]
    date_ends: tuple[int, ...]
    sentence_ends: tuple[int, ...]

    def phrase_at(self, at: int) -> Phrase | None:
        """The phrase that starts at a token: after a preposition, at the start of the text, or a country by name."""
        token = self.chain.tokens[at]
        if token.capital and placed_by_ending(token.text):
            return self._phrase(((at, at + 1),), 2, at, venue=False) if self.chain.people(at, at + 1) else None
        lead = PREPOSITIONS.get(token.text.lower()) if token.is_word else None
        if lead is not None and (not token.capital or self._opens(at)):
            return self._led(at, lead)
        return self._free(at) if token.capital and self._stands_free(at) else None

    def _led(self, at: int, lead: int) -> Phrase | None:
        word = self.chain.tokens[at].folded
        parts = self.chain.parts_from(self.chain.skip(at + 1))
        if word in OF and not self._placed_of(at, parts):
            return None
        if self._describes(parts) or (word == "at" and not self._is_venue_or_known(at, parts)):
            return None
        known = self.chain.widest(parts) is not None or self._names_its_kind(parts)
        known = known or self._known_led(at, parts)
        known = known or self.chain.renown(parts) >= TOWN_RENOWN or (bool(parts) and self._set_off(at, parts))
        if not parts or ((lead <= 0 or word in _UNSURE) and not known):
            return None
        loose = self._attributive(at, parts)
        venue = word in VENUES or loose
        phrase = self._phrase(parts, lead - 1 if venue and lead > 1 else lead, at, venue)
        return replace(phrase, wide=word in OF, loose=loose and len(parts) == 1)

    def _known_led(self, at: int, parts: tuple[Part, ...]) -> bool:
        """Whether it is a town on the map, be it small, after "the streets of" and its kind."""
        placed = at > 0 and self.chain.tokens[at - 1].folded in PLACED_OF
        return placed and bool(parts) and self.chain.people(*parts[0]) > 0

    def _placed_of(self, at: int, parts: tuple[Part, ...]) -> bool:
        """Whether "of" leads to a place: "the streets of X", "the tarmac of Kabul airport"."""
        if at > 0 and self.chain.tokens[at - 1].folded in PLACED_OF:
            return True
        if len(parts) > 1 and self.chain.widest(parts[1:]) is not None and self.chain.people(*parts[0]):
            return True
        first = parts[0] if parts else (0, 0)
        return first[1] - first[0] > 1 and self.chain.tokens[first[1] - 1].folded in KINDS & VENUE_WORDS

    def _describes(self, parts: tuple[Part, ...]) -> bool:
        """Whether a country's abbreviation only says whose the thing after it is: "near the US embassy"."""
        if len(parts) != 1 or self.chain.words_of(parts[0]).replace(".", "") not in {"US", "UK", "UN", "EU"}:
            return False
        follows = self.chain.token(parts[0][1])
        return follows is not None and follows.is_word and follows.text.islower() and follows.folded not in FUNCTION

    def _is_venue_or_known(self, at: int, parts: tuple[Part, ...]) -> bool:
        """Whether what follows "at the" is a place and no ceremony: "at the Bataclan theatre", not "at the Emmys"."""
        article = self.chain.token(at + 1)
        if not parts or article is None or article.text != "the" or len(parts) > 1:
            return True
        return self._names_its_kind(parts) or self._attributive(at, parts) or self.chain.people(*parts[0]) > 0

    def _free(self, at: int) -> Phrase | None:
        """Names without a preposition count where one of them is a country or region."""
        parts = self.chain.parts_from(at)
        if not parts:
            return None
        opens, closed = self._opens(at), self._closed(parts)
        known = self.chain.widest(parts) is not None or self._is_city(at, parts) or self._set_off(at, parts)
        known = known or self._is_called(parts)
        if not known:
            return None
        dated = at > _HEAD and self.chain.tokens[at - 1].text == "\x00"  # "during the 1991 Los Angeles riots"
        if len(parts) == 1 and opens and not closed and not dated:
            return None
        return self._phrase(parts, _OPENS_TEXT if opens and closed else _NO_LEAD, at, venue=False)

    def _is_city(self, at: int, parts: tuple[Part, ...]) -> bool:
        """Whether a lone name that no country follows is that of a city, and of nothing that capitals mark too."""
        before = self.chain.token(at - 1)
        follows = self.chain.token(parts[-1][1])
        alone = len(parts) == 1 and (follows is None or not follows.capital)
        led = before is not None and before.is_word and not before.capital and before.folded not in PERSONS
        led = led or (before is not None and before.text == "\x00" and at > _HEAD)
        return alone and led and self.chain.renown(parts) >= CITY_RENOWN

    def _is_called(self, parts: tuple[Part, ...]) -> bool:
        """Whether a name is followed by what it is, in small letters: "the burning Moria camp"."""
        last = self.chain.tokens[parts[0][1] - 1]
        return parts[0][1] - parts[0][0] > 1 and not last.capital and last.folded in KINDS

    def _set_off(self, at: int, parts: tuple[Part, ...]) -> bool:
        """Whether a name stands as places do beside a date, or at the head or the end of a text: "Ankara, 2019"."""
        end = parts[-1][1]
        before, follows = self.chain.token(at - 1), self.chain.token(end)
        if follows is None and at == 0:  # the whole text
            return self.chain.renown(parts) >= _ALONE
        heads = at < _HEAD and self._opens(at) and follows is not None and follows.text in _HEADING
        apart = before is None or before.text in _APART or at < parts[0][0]
        dated = apart and self._beside_date(self.chain.tokens[at].start, self.chain.tokens[end - 1].end)
        last = before is not None and before.text == "," and self._ends_the_story(end)
        return (heads or dated or last) and self.chain.inhabitants(parts) >= _HEADLINED

    def _ends_the_story(self, at: int) -> bool:
        """Whether nothing but a credit, or a mark, follows: "..., Oslo (Ann Hall / AP)"."""
        rest = self.chain.tokens[at : at + _LONGEST_CREDIT]
        marks = all(not token.is_word or token.text == "\x00" or token.folded in _PICTURES for token in rest)
        return marks and self.chain.token(at + _LONGEST_CREDIT) is None

    def _phrase(self, parts: tuple[Part, ...], lead: int, at: int, venue: bool) -> Phrase:
        first, last = self.chain.tokens[parts[0][0]], self.chain.tokens[parts[-1][1] - 1]
        sentence = bisect_right(self.sentence_ends, first.start)
        points = lead + (_FIRST_SENTENCE if sentence == 0 else _LATER_SENTENCE)
        points += _WITH_COUNTRY if self.chain.widest(parts) is not None else 0
        people = self.chain.inhabitants(parts)
        points += _ON_MAP if people >= NOTED else _SMALL_ON_MAP if people else 0
        points += _BESIDE_DATE if self._beside_date(self.chain.tokens[at].start, last.end) else 0
        points += _BACKGROUND if at > 0 and self.chain.tokens[at - 1].folded in ELSEWHERE else 0
        return Phrase(parts, points, first.start, last.end, venue, sentence, lead=self.chain.tokens[at].start)

    def _names_its_kind(self, parts: tuple[Part, ...]) -> bool:
        """ "Hubei Province", "Kyiv region"."""
        kinds = KINDS | VENUE_WORDS
        return any(self.chain.tokens[end - 1].folded in kinds and end - start > 1 for start, end in parts)

    def _attributive(self, at: int, parts: tuple[Part, ...]) -> bool:
        """ "in the X pub": a name that stands before what it names."""
        article, follows = self.chain.token(at + 1), self.chain.token(parts[-1][1])
        if article is None or article.text not in {"the", "a", "an"} or follows is None:
            return False
        return follows.is_word and follows.text.islower() and follows.folded not in FUNCTION

    def _opens(self, at: int) -> bool:
        """Whether a token starts the text or a sentence, or follows a date or the dash of a dateline."""
        if at == 0:
            return True
        before = self.chain.tokens[at - 1].text
        return before in _OPENING and (before != "-" or at < 40)

    def _stands_free(self, at: int) -> bool:
        before = self.chain.token(at - 1)
        if before is not None and before.folded == "the":
            before = self.chain.token(at - 2)
        if before is not None and before.folded in NEVER_FREE and not before.capital:
            return False
        return self._opens(at) or before is None or before.text == "," or (before.is_word and not before.capital)

    def _closed(self, parts: tuple[Part, ...]) -> bool:
        follows = self.chain.token(parts[-1][1])
        return follows is None or follows.text in ENDS or follows.glued

    def _beside_date(self, start: int, end: int) -> bool:
        """Whether a date begins right after the phrase, or ends right before it."""
        after = bisect_left(self.date_starts, end - 1)
        before = bisect_left(self.date_ends, start - _NEAR_BEFORE)
        begins = after < len(self.date_starts) and self.date_starts[after] - end <= _NEAR_AFTER
        ended = before < len(self.date_ends) and self.date_ends[before] <= start + 1
        return begins or ended
