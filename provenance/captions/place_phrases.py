"""The phrases of a caption that may name the place it shows, and how likely each of them does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.captions.credit_tokens import Token
from provenance.captions.months import MONTHS, weekday_named
from provenance.captions.spelling import fold
from provenance.captions.vocabulary import Territory, Vocabulary

Tokens = tuple[Token, ...]
Part = tuple[int, int]

_PREPOSITIONS = {
    "in": 2, "near": 2, "outside": 2, "off": 2, "inside": 2, "around": 1, "at": 1, "across": 1, "over": 1, "to": -6, "from": -6,
    "on": 0, "of": 0, "à": 2, "en": 2, "im": 2, "bei": 2, "dans": 1, "em": 2, "в": 2, "у": 2, "w": 2, "through": 1, "along": 1,
}  # fmt: skip
_BEFORE_NAME = frozenset(
    "the a an northern southern eastern western central north south east west northwest northeast southeast southwest northwestern "
    "northeastern southeastern southwestern downtown rural occupied besieged nearby city town village capital region province district "
    "port coastal island suburb neighborhood neighbourhood state county area outskirts part centre center old border refugee camp of "
    "settlement mountain de la le les der den des el los las".split()
)
_IN_NAME = frozenset(
    "of the de del da do dos di la le les el al du des sur am an der den upon on y and bin ad ash aux".split()
)
_KINDS = frozenset(
    "region province district oblast governorate county state city island islands neighborhood neighbourhood village camp strip area "
    "municipality prefecture territory airport hospital river valley reservation square port border suburb".split()
)
_DIRECTIONS = frozenset(
    "northern southern eastern western central north south east west northwest northeast southeast southwest northwestern "
    "northeastern southeastern southwestern upper lower mainland occupied greater".split()
)
_NO_PLACE = frozenset(
    "i he she they it we the a an day war wars world ii parliament congress senate house court government president prime minister "
    "christmas easter eid ramadan thanksgiving olympics covid covid-19 coronavirus army navy party god internet facebook twitter nato eu un "
    "english french spanish german russian islam christianity catholic new photo image this that these front left right center "
    "photograph picture file cup league final finals game match series championship championships tournament festival".split()
)
_ELSEWHERE = frozenset(
    "war wars invasion election elections ceasefire interests embassy ambassador immigrants troops commented involvement role".split()
)
_PLACED_OF = frozenset(
    "streets street outskirts coast skyline view aerial waters beaches beach border capital city town village port suburb region province "
    "district part parts centre center heart north south east west northeast northwest southeast southwest ruins state".split()
)
_INSTITUTIONS = frozenset(
    "board court committee council party nations senate union association league department ministry commission cabinet medal award".split()
)
_FUNCTION = frozenset(
    "is are was were as on in at after during before with and or but for from to of by that which who when while where has have had "
    "near amid following over under since until than via an a the".split()
)
_ENDS = frozenset('.;:)]\x1f(–—-"”’|/')
_LONGEST = 6
_MOST_PARTS = 5
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\x1f’”\"]{3})[.!?]\s")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Names that follow one another ("X, Region, Country"), as token ranges, with the points they earn."""

    parts: tuple[Part, ...]
    points: int
    start: int
    end: int
    venue: bool
    sentence: int

    def leads_to(self, other: Phrase) -> bool:
        """Whether this is the "at X" of an "at X ... in Y" in one sentence."""
        return self.venue and self.end <= other.start and self.sentence == other.sentence and self.points > 0


def territory_of(written: str, words: Vocabulary) -> Territory | None:
    """The territory that a name is or plainly belongs to: "southern Gaza Strip", "Kyiv region" (none), "Sudan-Chad border"."""
    found = words.territory(written)
    if found is not None:
        return found
    pieces = written.split()
    while pieces and fold(pieces[0]) in _DIRECTIONS | {"the"}:
        pieces = pieces[1:]
    while len(pieces) > 1 and fold(pieces[-1]) in _KINDS:
        pieces = pieces[:-1]
    bare = " ".join(pieces)
    if bare == "America":  # Central, North, South America
        return None
    found = words.territory(bare) if bare and bare != written else None
    return found or _two_countries(bare, words)


def _two_countries(written: str, words: Vocabulary) -> Territory | None:
    both = [words.territory(piece) for piece in re.split(r"[-–]", written, maxsplit=2)]
    known = [territory for territory in both if territory is not None]
    if len(known) != 2:
        return None
    return Territory(written, None, known[0].countries | known[1].countries)


def phrases_in(text: str, tokens: Tokens, dates: Sequence[tuple[int, int]], words: Vocabulary) -> list[Phrase]:
    """Every phrase that may name the place, in the order of the text."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    scorer = _Scorer(text, tokens, tuple(dates), tuple(ends[:200]), words)
    phrases: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = scorer.phrase_at(at)
        if phrase is not None:
            phrases.append(phrase)
        at = phrase.parts[-1][1] if phrase is not None else at + 1
    return phrases


@dataclass(frozen=True, slots=True)
class _Scorer:
    text: str
    tokens: Tokens
    dates: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    words: Vocabulary

    def phrase_at(self, at: int) -> Phrase | None:
        """The phrase that starts at a token: after a preposition, at the start of the text, or a country by name."""
        token = self.tokens[at]
        lead = _PREPOSITIONS.get(token.text.lower()) if token.is_word else None
        if lead is not None and (not token.capital or self._opens(at)):
            start = self._skip(at + 1)
            parts = self.parts_from(start)
            if token.folded == "of" and (at == 0 or self.tokens[at - 1].folded not in _PLACED_OF):
                return None
            if (
                lead <= 0
                and token.folded != "on"
                and self._territory(parts) is None
                and not self._names_its_kind(parts)
            ):
                return None
            venue = token.folded in {"at", "on", "inside", "outside"} or self._attributive(at, parts)
            return self._phrase(parts, lead - (1 if venue and lead > 1 else 0), at, venue)
        if token.capital and self._stands_free(at):
            parts = self.parts_from(at)
            opens = self._opens(at)
            if parts and (self._territory(parts) is not None) and (len(parts) > 1 or not opens or self._closed(parts)):
                return self._phrase(parts, 1 if opens and self._closed(parts) else -2, at, venue=False)
        return None

    def _phrase(self, parts: tuple[Part, ...], lead: int, at: int, venue: bool) -> Phrase | None:
        if not parts:
            return None
        first, last = self.tokens[parts[0][0]], self.tokens[parts[-1][1] - 1]
        sentence = sum(end <= first.start for end in self.sentences)
        points = lead + (4 if self._territory(parts) is not None else 0) + (2 if sentence == 0 else -3)
        points += 2 if self._beside_date(self.tokens[at].start, last.end) else 0
        points -= 9 if self._background(at) else 0
        return Phrase(parts, points, first.start, last.end, venue, sentence)

    def _names_its_kind(self, parts: tuple[Part, ...]) -> bool:
        """ "Hubei Province", "Kyiv region"."""
        return any(self.tokens[end - 1].folded in _KINDS and end - start > 1 for start, end in parts)

    def _attributive(self, at: int, parts: tuple[Part, ...]) -> bool:
        """ "in the X pub": a name that stands before what it names."""
        end = parts[-1][1] if parts else len(self.tokens)
        follows = self.tokens[end] if end < len(self.tokens) else None
        article = at + 1 < len(self.tokens) and self.tokens[at + 1].text == "the"
        return (
            article
            and follows is not None
            and follows.is_word
            and follows.text.islower()
            and follows.folded not in _FUNCTION
        )

    def _territory(self, parts: tuple[Part, ...]) -> Territory | None:
        for start, end in reversed(parts):
            territory = territory_of(self.text[self.tokens[start].start : self.tokens[end - 1].end], self.words)
            if territory is not None:
                return territory
        return None

    def _opens(self, at: int) -> bool:
        """Whether a token starts the text or a sentence, or follows a date."""
        if at == 0:
            return True
        before = self.tokens[at - 1]
        return before.text in {".", "\x1f", ":", "-", "—", "–", ")", "(", '"'} and (before.text != "-" or at < 40)

    def _stands_free(self, at: int) -> bool:
        if self._opens(at):
            return True
        return self.tokens[at - 1].text == "," or (self.tokens[at - 1].is_word and not self.tokens[at - 1].capital)

    def _closed(self, parts: tuple[Part, ...]) -> bool:
        end = parts[-1][1]
        return end >= len(self.tokens) or self.tokens[end].text in _ENDS or self.tokens[end].glued

    def _background(self, at: int) -> bool:
        return at > 0 and self.tokens[at - 1].folded in _ELSEWHERE

    def _beside_date(self, start: int, end: int) -> bool:
        return any(-1 <= first - end <= 5 or -1 <= start - last <= 3 for first, last in self.dates)

    def _skip(self, at: int) -> int:
        """Past "the northern city of" and its kind, to the name."""
        start = at
        while at < len(self.tokens) and at - start < 7:
            token = self.tokens[at]
            demonym = token.folded in self.words.demonyms and at + 1 < len(self.tokens) and self._skippable(at + 1)
            if not demonym and (token.folded not in _BEFORE_NAME or token.capital):
                break
            at += 1
        return at

    def _skippable(self, at: int) -> bool:
        return self.tokens[at].folded in _BEFORE_NAME or self.tokens[at].folded in self.words.demonyms

    def parts_from(self, at: int) -> tuple[Part, ...]:
        """The comma-separated names that start at a token."""
        parts: list[Part] = []
        while len(parts) < _MOST_PARTS:
            end = self._name_end(at, first=not parts)
            if end == at or not self._plausible(at, end, first=not parts):
                break
            parts.append((at, end))
            after = self._next_part(end)
            if after is None:
                break
            at = after
        return tuple(parts)

    def _next_part(self, end: int) -> int | None:
        if end + 1 >= len(self.tokens):
            return None
        mark, after = self.tokens[end], self.tokens[end + 1]
        if mark.text == "(" and after.capital:
            close = self._name_end(end + 1, first=False)
            inside = close < len(self.tokens) and self.tokens[close].text == ")"
            return end + 1 if inside and self._is_territory(end + 1, close) else None
        if mark.text == ",":
            return self._skip(end + 1)
        return (
            end
            if mark.capital and not mark.glued and self._is_territory(end, self._name_end(end, first=False))
            else None
        )

    def _name_end(self, at: int, first: bool) -> int:
        end = at
        while end < len(self.tokens) and end - at < _LONGEST and self._continues(at, end):
            end += 1
            if self.tokens[end - 1].text.endswith(("'s", "’s")) or (not first and self._state(at, end)):
                break
        while end > at and not self.tokens[end - 1].capital and self.tokens[end - 1].text != ".":
            end -= 1
        if end > at and end < len(self.tokens) and self.tokens[end].folded in _KINDS and not self.tokens[end].capital:
            return end + 1
        return end if end > at and (first or end - at <= 4) else (end if end > at else at)

    def _state(self, start: int, end: int) -> bool:
        """Whether a state's abbreviation is complete: what follows its last dot is another sentence."""
        return self.tokens[end - 1].text.endswith(".") and self._is_territory(start, end)

    def _continues(self, start: int, at: int) -> bool:
        token = self.tokens[at]
        if at == start:
            return token.capital and not token.text.isdigit() and self._not_excluded(token)
        before = self.tokens[at - 1]
        if token.text == ".":
            return self._abbreviated(start, at)
        if token.glued or before.text == ".":
            return before.text == "." and before.start - self.tokens[at - 2].start <= 2 and token.capital
        if token.folded in _IN_NAME and token.is_word and not token.capital:
            return at + 1 < len(self.tokens) and (self.tokens[at + 1].capital or self.tokens[at + 1].folded in _IN_NAME)
        return token.capital and self._not_excluded(token)

    def _abbreviated(self, start: int, at: int) -> bool:
        written = self.text[self.tokens[start].start : self.tokens[at].end]
        short = self.words.territory(written) is not None and self.words.territory(written[:-1]) is None
        return short or self.tokens[at - 1].folded in {"st", "mt", "ft"}

    def _not_excluded(self, token: Token) -> bool:
        if token.shouted and len(token.text) <= 2 and self.words.territory(token.text) is None:
            return False
        return token.folded not in MONTHS and weekday_named(token.text) is None

    def _plausible(self, start: int, end: int, first: bool) -> bool:
        if self._is_territory(start, end):
            return True
        run = self.tokens[start:end]
        if run[0].folded in _NO_PLACE or all(token.folded in self.words.demonyms for token in run):
            return False
        if any(token.folded in _INSTITUTIONS for token in run):
            return False
        if first:
            return True
        follows = self.tokens[end] if end < len(self.tokens) else None
        kind = run[-1].folded in _KINDS
        return (
            kind
            or follows is None
            or follows.text in {",", ".", ";", ")", "\x1f", "]"}
            and len(run) <= 3
            and not _looks_like_person(self.tokens, end)
        )

    def _is_territory(self, start: int, end: int) -> bool:
        if end <= start:
            return False
        return territory_of(self.text[self.tokens[start].start : self.tokens[end - 1].end], self.words) is not None


def _looks_like_person(tokens: Tokens, end: int) -> bool:
    """A name that an explanation in commas follows: "in Paris, Jo Doe, left, ..."."""
    follows = tokens[end + 1] if end + 1 < len(tokens) and tokens[end].text == "," else None
    return follows is not None and follows.is_word and not follows.capital
