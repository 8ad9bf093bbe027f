"""How many of what a caption says: exact numbers, and approximations as the bounds that they leave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.captions.languages import language
from provenance.captions.spelling import fold, words_of
from provenance.captions.subject_words import ANY_NUMBERS, COUNTED, FATES, NUMBERS
from provenance.model.claims import Excerpt

_MOST_NUMBER = 10_000_000
_NUMBER = re.compile(
    r"(?<![\w.,:/$€£-])(?P<digits>\d{1,3}(?:[.,]\d{3}){1,2}|\d{1,6})(?=[ ])"
    r"|(?<![\w-])(?P<word>[^\W\d_]{2,12}(?:['’][^\W\d_]{2,4})?)(?=[ ])"
)
_AFTER = re.compile(r"[\w’' -]{2,60}")
_WORD = re.compile(r"[\w’'-]{1,24}")
_MOST_WORDS = 4
_JOINS = words_of("and und et y e en i ve і и as of with in from who from near to for")
_UNITS = ("year", "month", "week", "day", "hour", "minute", "metre", "meter", "percent", "per", "mile", "kilo", "km")
_ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|approximately|roughly|an estimated|estimated|circa|rund|etwa|ungefähr"
    r"|environ|près de|quelque|unos|unas|cerca de|alrededor de|quasi|około|yaklaşık|близько|около|ongeveer|[~≈±])"
    r"\s{0,2}$",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:at least|more than|over|no fewer than|upwards of|mindestens|mehr als|über|au moins|plus de|al menos|más de"
    r"|almeno|più di|oltre|pelo menos|mais de|minstens|meer dan|co najmniej|ponad|en az|щонайменше|понад"
    r"|по меньшей мере|более|[>≥])\s{0,2}$",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:up to|as many as|fewer than|less than|under|at most|bis zu|jusqu['’]à|moins de|hasta|menos de|fino a"
    r"|meno di|até|tot|[<≤])\s{0,2}$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:another|the other|other|first|last|top|one in|out of|of the|of|these|with|for|among|or|number|no\.|grade"
    r"|class|between [\w.,]{1,10} and|\d to|two to|three to|four to|five to|ten to|(?-i:[A-Z])[\w-]{1,20})[ ]$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:^|\W)(?:Some|About|Around|Nearly|Almost|Over|Roughly|Least|The|These|All|Only|Exactly|Than|To)[ ]$"
)
_FATE = re.compile(
    r"\b(?:(?P<dead>kill(?:s|ed|ing)|claim(?:s|ed|ing) the lives of|deaths? of)"
    r"|(?P<injured>(?:injur|wound)(?:ed|ing|es|s))|(?P<arrested>(?:arrest|detain)(?:s|ed|ing)))(?: [a-z]{2,9}){0,2} $",
    re.IGNORECASE,
)
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class Count:
    """At least `low` and at most `high` of a kind; both are equal where the number is exact."""

    kind: str
    low: float
    high: float
    excerpt: Excerpt
    toll: bool = False
    """Whether people are counted as news does, anew from hour to hour: the dead, the injured, "people"."""

    def meets(self, other: Count) -> bool:
        """Whether both can be right."""
        return self.low <= other.high and other.low <= self.high

    def apart(self, other: Count) -> float:
        """How many times the larger exceeds the smaller, where they do not meet."""
        return max(self.low, other.low) / max(1.0, min(self.high, other.high))

    @property
    def rounded(self) -> bool:
        """Whether it is an estimate in round figures."""
        return self.low != self.high or (self.low >= 100 and self.low % 50 == 0)


def counts(text: str) -> Iterator[Count]:
    """The counts of a caption in their order."""
    words = NUMBERS.get(language(text) or "", ANY_NUMBERS)
    for found in _NUMBER.finditer(text):
        number = _value(found, words)
        if number is None:
            continue
        before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
        named = _counted(text, found.end())
        if named is None or (_PART.search(before) and not _OPENING.search(before)):
            continue
        kind, excerpt = _kind(before, named), Excerpt(text[found.start() : named.end], found.start(), named.end)
        yield Count(kind, *_bounds(number, before), excerpt, toll=kind == "people" or kind.split()[0] in FATES)


@dataclass(frozen=True, slots=True)
class _Noun:
    """What is counted and what became of it, and where its words end."""

    kind: str
    fate: str
    end: int


def _value(found: re.Match[str], words: dict[str, int]) -> int | None:
    if found["word"]:
        return words.get(fold(found["word"]))
    digits = found["digits"]
    number = int(re.sub(r"[.,]", "", digits))
    a_year = len(digits) == 4 and 1700 <= number < 2100
    return None if a_year or not 1 < number < _MOST_NUMBER else number


def _counted(text: str, start: int) -> _Noun | None:
    """The first noun that is known, and what became of those it counts."""
    after = _AFTER.match(text, start)
    noun: _Noun | None = None
    for word in _WORD.finditer(text, start, after.end() if after else start):
        folded = fold(word[0])
        kind = COUNTED.get(folded)
        if kind in FATES:
            return _Noun(noun.kind if noun else "people", kind, word.end())
        if kind is not None and noun is None:
            noun = _Noun(kind, "", word.end())
        elif folded in _JOINS or folded.startswith(_UNITS) or text.count(" ", start, word.end()) > _MOST_WORDS:
            break
    return noun


def _kind(before: str, noun: _Noun) -> str:
    """What is counted, in one word where it is people: the dead, the injured; else the noun and its fate."""
    killed = _FATE.search(before)
    fate = noun.fate or (killed.lastgroup if killed else "") or ""
    return noun.kind if not fate else fate if noun.kind == "people" else f"{fate} {noun.kind}"


def _bounds(number: int, before: str) -> tuple[float, float]:
    if _ABOUT.search(before):
        return number / 2, number * 2
    if _LEAST.search(before):
        return number, number * 10
    return (0, number) if _MOST.search(before) else (number, number)
