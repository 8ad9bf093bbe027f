"""Names of places that follow one another: "Borodyanka, Kyiv region, Ukraine", "Folsom, Calif.", "Ube (Japan)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.captions.credit_tokens import Token
from provenance.captions.months import MONTHS, weekday_named
from provenance.captions.place_inflections import base_forms, placed_by_ending
from provenance.captions.place_words import (
    BEFORE_NAME,
    DESCRIBED,
    DIRECTIONS,
    IN_NAME,
    INSTITUTIONS,
    KINDS,
    NO_PLACE,
    REGION_ADJECTIVES,
    STATING,
    VENUE_WORDS,
)
from provenance.captions.placing import TOWN_RENOWN, spots_named
from provenance.captions.spelling import fold
from provenance.captions.vocabulary import Territory, Vocabulary
from provenance.model.places import SpotKind

Part = tuple[int, int]

NOTED = 5_000
"""Inhabitants from which a name is taken for a town's, where another reading is at hand."""
_LONGEST = 6
_LONGEST_LEAD = 7
_NO_MONTHS = frozenset({"paz"})
"""Folded, Polish October is the Paz of La Paz."""
_MOST_PARTS = 5
_WITH_DOT = frozenset({"st", "mt", "ft"})
_CLOSING = frozenset({",", ".", ";", ")", "\x00", "]"})


def territory_of(written: str, words: Vocabulary) -> Territory | None:
    """The territory that a name is, or plainly belongs to: "southern Gaza Strip", "Alberta province",
    "Sudan-Chad border"."""
    found = words.territory(written)
    if found is not None:
        return found
    pieces = written.split()
    while len(pieces) > 1 and fold(pieces[-1]) in KINDS:
        pieces = pieces[:-1]
        if (found := words.territory(" ".join(pieces))) is not None:
            return found
    while pieces and (fold(pieces[0]) in DIRECTIONS or pieces[0].lower() == "the"):
        pieces = pieces[1:]
    bare = " ".join(pieces)
    if bare == "America":  # Central, North, South America
        return None
    found = words.territory(bare) if bare != written else None
    found = found or next((one for form in base_forms(bare) if (one := words.territory(form)) is not None), None)
    return found or _two_countries(bare, words)


def _two_countries(written: str, words: Vocabulary) -> Territory | None:
    pieces = re.split(r"[-–]", written, maxsplit=2)
    if len(pieces) != 2:
        return None
    one, other = (_countries_of(piece, words) for piece in pieces)
    return Territory(written, None, one | other) if one and other else None


def _countries_of(piece: str, words: Vocabulary) -> frozenset[str]:
    """The countries that a name or a nationality speaks of."""
    territory = words.territory(piece)
    nationality = words.nationalities.get(fold(piece))
    return territory.countries if territory is not None else frozenset({nationality} if nationality else ())


@dataclass(frozen=True, slots=True)
class PlaceChain:
    """Reads chains of names out of the tokens of a text."""

    text: str
    tokens: tuple[Token, ...]
    words: Vocabulary

    def words_of(self, part: Part) -> str:
        """The characters of a part."""
        return self.text[self.tokens[part[0]].start : self.tokens[part[1] - 1].end]

    def token(self, at: int) -> Token | None:
        """The token at a place, None past the end."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def territory(self, start: int, end: int) -> Territory | None:
        """The territory that a range of tokens names."""
        if end <= start:
            return None
        return territory_of(self.text[self.tokens[start].start : self.tokens[end - 1].end], self.words)

    def widest(self, parts: tuple[Part, ...]) -> Territory | None:
        """The territory of the last part that names one."""
        return next((found for part in reversed(parts) if (found := self.territory(*part)) is not None), None)

    def inhabitants(self, parts: tuple[Part, ...]) -> int:
        """How many people live in the largest town that one of the parts may be; 0 where the map knows none."""
        return max((self.people(start, end) for start, end in parts), default=0)

    def is_venue(self, part: Part) -> bool:
        """Whether a part is a landmark's name, or ends as a building's or square's does."""
        written = self.words_of(part)
        return self.words.landmark(written) is not None or self.tokens[part[1] - 1].folded in VENUE_WORDS

    def renown(self, parts: tuple[Part, ...]) -> float:
        """How widely known the first of the parts is; 0 where the map does not know it."""
        spots = spots_named(self.words_of(parts[0]), self.words) if parts else ()
        return spots[0].renown if spots else 0.0

    def people(self, start: int, end: int) -> int:
        """The same for a range of tokens."""
        if end <= start or self.words.gazetteer is None:
            return 0
        spots = spots_named(self.text[self.tokens[start].start : self.tokens[end - 1].end], self.words)
        return max((spot.population + 1 for spot in spots), default=0)

    def skip(self, at: int) -> int:
        """Past "the northern city of" and its kind, to the name."""
        start = at
        while at < len(self.tokens) and at - start < _LONGEST_LEAD and self._leads(at):
            at += 1
        described = self._described(start)
        return max(at, described)

    def _described(self, at: int) -> int:
        """Past any words that end in "town of", "village of" and their kind; `at` itself where none do."""
        for kind in range(at, min(at + _LONGEST_LEAD, len(self.tokens) - 2)):
            token, following, name = self.tokens[kind : kind + 3]
            named = token.capital and token.folded not in self.words.demonyms
            if named or not (token.is_word or token.text == "-"):
                return at
            if token.folded in DESCRIBED and following.folded in {"of", "de", "von", "di"}:
                return kind + 3 if name.folded in {"the", "la"} else kind + 2
        return at

    def _leads(self, at: int) -> bool:
        token, after = self.tokens[at], self.token(at + 1)
        if token.folded in self.words.demonyms:
            return after is not None and (after.folded in BEFORE_NAME or after.folded in self.words.demonyms)
        return token.folded in BEFORE_NAME and not token.capital

    def parts_from(self, at: int) -> tuple[Part, ...]:
        """The names that start at a token, as token ranges; empty where none does."""
        parts: list[Part] = []
        start: int | None = at
        while start is not None and len(parts) < _MOST_PARTS:
            end = self._name_end(start, first=not parts)
            if end == start or not self._plausible(start, end, first=not parts):
                break
            parts.append((start, end))
            start = self._next_part(end)
        return self._inside(tuple(parts))

    def _inside(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """With the town that follows a country's genitive before it: "in Lebanon's northern city of Tripoli"."""
        if not parts or not self.tokens[parts[-1][1] - 1].text.endswith(("'s", "’s")):
            return parts
        if territory_of(self.words_of(parts[-1])[:-2], self.words) is None:
            return parts
        start = self.skip(parts[-1][1])
        end = self._name_end(start, first=False) if start < len(self.tokens) else start
        known = end > start and (self.people(start, end) or self.territory(start, end) is not None)
        return ((start, end), *parts) if known else parts

    def _next_part(self, end: int) -> int | None:
        mark, after = self.token(end), self.token(end + 1)
        if mark is None or after is None:
            return None
        if mark.text == "(" and after.capital:
            close = self._name_end(end + 1, first=False)
            closing = self.token(close)
            inside = closing is not None and closing.text == ")"
            return end + 1 if inside and self.territory(end + 1, close) else None
        if mark.text == ",":
            return self._wider(self.skip(end + 2)) if after.text in STATING else self.skip(end + 1)
        follows = mark.capital and not mark.glued and self.territory(end, self._name_end(end, first=False))
        return end if follows or self._qualifies(end) else None

    def _name_end(self, at: int, first: bool) -> int:
        end = at
        while end < len(self.tokens) and end - at < _LONGEST and self._continues(at, end):
            end += 1
            owns = self._owns(at, end) or placed_by_ending(self.tokens[end - 1].text)
            if owns or (not first and self._state(at, end)):
                break
        while end > at and not self.tokens[end - 1].capital and self.tokens[end - 1].text != ".":
            end -= 1
        kind = self.token(end)
        named = end > at and kind is not None and kind.folded in KINDS and not kind.capital
        return end + 1 if named else end

    def _wider(self, start: int) -> int | None:
        """The start of a region's or country's name, None where it is another town: "Rafah, in the Gaza Strip"."""
        end = self._name_end(start, first=False) if start < len(self.tokens) else start
        if self.territory(start, end) is not None:
            return start
        spots = spots_named(self.words_of((start, end)), self.words) if end > start else ()
        return start if spots and spots[0].kind is not SpotKind.TOWN else None

    def _qualifies(self, at: int) -> bool:
        """Whether an adjective of a region stands there: the Київської of "у Бородянці Київської області"."""
        token, after = self.token(at), self.token(at + 1)
        bends = token is not None and token.capital and token.text.lower().endswith(REGION_ADJECTIVES)
        return bends and after is not None and after.folded in KINDS

    def _owns(self, start: int, end: int) -> bool:
        """Whether a name ends in a genitive that what follows is no part of: not so "Cox's Bazar"."""
        if not self.tokens[end - 1].text.endswith(("'s", "’s")):
            return False
        return not self._venue(end) and not (end < len(self.tokens) and self.people(start, end + 1))

    def _venue(self, at: int) -> bool:
        """Whether a building's kind stands there as part of a name: the Square of "St Ann's Square"."""
        token = self.token(at)
        return token is not None and token.capital and token.folded in VENUE_WORDS

    def _state(self, start: int, end: int) -> bool:
        """Whether a state's abbreviation is complete: what follows its last dot is another sentence."""
        return self.tokens[end - 1].text.endswith(".") and self.territory(start, end) is not None

    def _continues(self, start: int, at: int) -> bool:
        token, after = self.tokens[at], self.token(at + 1)
        if at == start:
            return token.capital and not token.text.isdigit() and self._may_name(token)
        before = self.tokens[at - 1]
        if token.text == ".":
            return self._abbreviated(start, at)
        if token.glued or before.text == ".":
            return before.text == "." and before.start - self.tokens[at - 2].start <= 2 and token.capital
        if token.folded in IN_NAME and token.is_word and not token.capital:
            named = after is not None and (after.capital or after.folded in IN_NAME)
            return named and self.territory(start, at) is None
        if self._qualifies(at):
            return False
        return token.capital and self._may_name(token)

    def _abbreviated(self, start: int, at: int) -> bool:
        written = self.text[self.tokens[start].start : self.tokens[at].end]
        short = self.words.territory(written) is not None and self.words.territory(written[:-1]) is None
        return short or self.tokens[at - 1].folded in _WITH_DOT

    def _may_name(self, token: Token) -> bool:
        if token.shouted and len(token.text) <= 2 and self.words.territory(token.text) is None:
            return False
        return (token.folded not in MONTHS or token.folded in _NO_MONTHS) and weekday_named(token.text) is None

    def _plausible(self, start: int, end: int, first: bool) -> bool:
        if self.territory(start, end) is not None:
            return True
        run = self.tokens[start:end]
        if len(run) > 1 and run[0].folded in NO_PLACE and self.people(start, end) >= NOTED:
            return True
        if run[0].folded in NO_PLACE or all(token.folded in self.words.demonyms for token in run):
            return False
        if any(token.folded in INSTITUTIONS for token in run):
            return False
        if not first and self.renown(((start, end),)) >= TOWN_RENOWN:
            return True
        return first or run[-1].folded in KINDS or self._ends_phrase(end, len(run))

    def _ends_phrase(self, end: int, length: int) -> bool:
        """Whether a later part stands as one: short, before a mark, and no person explained between commas."""
        mark, after = self.token(end), self.token(end + 1)
        if mark is None:
            return True
        explained = mark.text == "," and after is not None and after.is_word and not after.capital
        return mark.text in _CLOSING and length <= 3 and not explained
