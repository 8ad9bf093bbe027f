"""The phrases of a caption that may name the place it shows, and how likely each of them does."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.captions.place_chain import Part, PlaceChain
from provenance.captions.place_words import (
    ELSEWHERE,
    ENDS,
    FUNCTION,
    KINDS,
    PLACED_OF,
    PREPOSITIONS,
    VENUES,
)

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\x00’”\"]{3})[.!?]\s")
_OPENING = frozenset({".", "\x00", ":", "-", "—", "–", ")", "(", '"'})
_WITH_COUNTRY, _FIRST_SENTENCE, _LATER_SENTENCE, _BESIDE_DATE, _BACKGROUND = 4, 2, -3, 2, -9
_NO_LEAD, _OPENS_TEXT = -2, 1
_NEAR_AFTER, _NEAR_BEFORE, _ADJOINING = 5, 3, 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """Names that follow one another, as token ranges, with the points they earn.

    `start` and `end` are characters; `venue` marks the X of "at X", `sentence` counts from 0.
    """

    parts: tuple[Part, ...]
    points: int
    start: int
    end: int
    venue: bool
    sentence: int

    def leads_to(self, other: Phrase) -> bool:
        """Whether this is the X of "at X ... in Y" or "in X, in Y" in one sentence."""
        near = self.venue or other.start - self.end <= _ADJOINING
        return near and self.end <= other.start and self.sentence == other.sentence and self.points > 0


def phrases_in(chain: PlaceChain, dates: Sequence[tuple[int, int]]) -> list[Phrase]:
    """Every phrase that may name the place, in the order of the text. `dates` are the characters of dates."""
    ends = tuple(found.end() for found in _SENTENCE_END.finditer(chain.text))
    scorer = _Scorer(chain, tuple(sorted(start for start, _ in dates)), tuple(sorted(end for _, end in dates)), ends)
    phrases: list[Phrase] = []
    at = 0
    while at < len(chain.tokens):
        phrase = scorer.phrase_at(at)
        if phrase is not None:
            phrases.append(phrase)
        at = phrase.parts[-1][1] if phrase is not None else at + 1
    return phrases


@dataclass(frozen=True, slots=True)
class _Scorer:
    chain: PlaceChain
    date_starts: tuple[int, ...]
    date_ends: tuple[int, ...]
    sentence_ends: tuple[int, ...]

    def phrase_at(self, at: int) -> Phrase | None:
        """The phrase that starts at a token: after a preposition, at the start of the text, or a country by name."""
        token = self.chain.tokens[at]
        lead = PREPOSITIONS.get(token.text.lower()) if token.is_word else None
        if lead is not None and (not token.capital or self._opens(at)):
            return self._led(at, lead)
        return self._free(at) if token.capital and self._stands_free(at) else None

    def _led(self, at: int, lead: int) -> Phrase | None:
        word = self.chain.tokens[at].folded
        if word == "of" and (at == 0 or self.chain.tokens[at - 1].folded not in PLACED_OF):
            return None
        parts = self.chain.parts_from(self.chain.skip(at + 1))
        known = self.chain.widest(parts) is not None or self._names_its_kind(parts)
        if not parts or (lead <= 0 and word != "on" and not known):
            return None
        venue = word in VENUES or self._attributive(at, parts)
        return self._phrase(parts, lead - 1 if venue and lead > 1 else lead, at, venue)

    def _free(self, at: int) -> Phrase | None:
        """Names without a preposition count where one of them is a country or region."""
        parts = self.chain.parts_from(at)
        if not parts or self.chain.widest(parts) is None:
            return None
        opens, closed = self._opens(at), self._closed(parts)
        if len(parts) == 1 and opens and not closed:
            return None
        return self._phrase(parts, _OPENS_TEXT if opens and closed else _NO_LEAD, at, venue=False)

    def _phrase(self, parts: tuple[Part, ...], lead: int, at: int, venue: bool) -> Phrase:
        first, last = self.chain.tokens[parts[0][0]], self.chain.tokens[parts[-1][1] - 1]
        sentence = bisect_right(self.sentence_ends, first.start)
        points = lead + (_FIRST_SENTENCE if sentence == 0 else _LATER_SENTENCE)
        points += _WITH_COUNTRY if self.chain.widest(parts) is not None else 0
        points += _BESIDE_DATE if self._beside_date(self.chain.tokens[at].start, last.end) else 0
        points += _BACKGROUND if at > 0 and self.chain.tokens[at - 1].folded in ELSEWHERE else 0
        return Phrase(parts, points, first.start, last.end, venue, sentence)

    def _names_its_kind(self, parts: tuple[Part, ...]) -> bool:
        """ "Hubei Province", "Kyiv region"."""
        return any(self.chain.tokens[end - 1].folded in KINDS and end - start > 1 for start, end in parts)

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
