"""Who a caption shows by name: in which office or part, or as the one that its first sentence is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.captions.spelling import distance, fold, to_latin, words_of
from provenance.captions.subject_words import LESSER, OFFICES, PARTS
from provenance.model.claims import Excerpt

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯҐЄІЇ]"
_PARTICLE = r"(?:de|da|dos|del|van|von|der|bin|al|el|la|of)"
_FORENAME = rf"{_CAPITAL}[\w’'-]{{1,24}}"
_SURNAME = rf"[ ](?:{_PARTICLE}[ ]){{0,2}}{_CAPITAL}[\w’'.-]{{0,24}}"
_WORD = re.compile(r"[^\W\d_][\w’'.-]{0,30}")
_NAME = re.compile(rf"[ ](?:[a-zà-ÿа-яґєії]{{4,14}}[ ])?(?P<name>{_FORENAME}(?:{_SURNAME}){{0,3}})")
_OPENING = re.compile(
    rf"\W{{0,4}}(?:[\w.’'-]{{2,20}} ?[\w.’'-]{{0,20}}['’]s? )?(?P<name>{_FORENAME}(?:{_SURNAME}){{1,3}})"
    r"(?: \([A-Za-z ]{1,12}\))?,?[ ](?P<verb>[a-z]{2,14})\b"
)
_VERBS = words_of(
    "celebrates speaks reacts waves arrives attends poses walks looks gestures holds leaves delivers shakes meets",
    "performs kicks scores hits runs plays serves returns drives competes jumps smiles addresses listens stands sits",
    "talks takes makes gives signs visits greets hugs kisses wears carries is was has wins lifts watches throws heads",
    "shoots dribbles tackles rides races throws trains warms sings dances boards exits enters departs testifies casts",
    "votes receives accepts presents opens inaugurates lays pays prays eats drinks cries weeps laughs applauds salutes",
    "points answers announces appears passes bats bowls pitches swims skates skis climbs lands launches tests",
)
_ENDINGS = re.compile(r"['’]s?$|[.'’-]+$")
_NATION = re.compile(r"(?:ish|an|ese|i|ch|ine|ic|er|['’]s)$")
_ALONE = frozenset({"king", "queen", "pope", "prince", "princess", "general", "bishop", "judge"})
"""Words that are surnames as well: "Martin Luther King Jr.", "the Burger King Cup"."""
_ARTICLES = words_of("the le la el il lo o a der die das den de het l our with by as and when then while former new")
_STEM = 4
_INFLECTION = 2


@dataclass(frozen=True, slots=True)
class Person:
    """A name with the office or part it stands in, in whose service ("French", "" where that is not said).

    `doing` is the verb after the name that opens a caption, with `role` empty.
    """

    role: str
    name: str
    excerpt: Excerpt
    of: str = ""
    doing: str = ""

    @property
    def holds_office(self) -> bool:
        """Whether one person holds that role at a time."""
        return self.role in _SINGLE


_SINGLE = frozenset(OFFICES.values())


def persons(text: str) -> Iterator[Person]:
    """The persons of a caption in their roles, in their order."""
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words):
        role, last = _role(words, at)
        name = _NAME.match(text, last.end()) if role else None
        if name is None:
            continue
        before = words[at - 1][0] if at and text[words[at - 1].end() : word.start()] == " " else ""
        if fold(before).strip(".") in LESSER or (
            role in _ALONE and before[:1].isupper() and not _NATION.search(before)
        ):
            continue
        yield Person(role, *_named(text, name), _service(before))


def opening(text: str) -> Person | None:
    """The person that the first sentence is about, and what they do; None where it opens otherwise."""
    found = _OPENING.match(text)
    if found is None or found["verb"] not in _VERBS:
        return None
    return Person("", *_named(text, found), doing=found["verb"])


def mentions(text: str, name: str) -> bool:
    """Whether a text (as `latin` writes it) may speak of a name: a longer word of it, in any inflection, is enough."""
    stems = [word[: max(_STEM, len(word) - _INFLECTION)] for word in latin(name).split()]
    longest = max(map(len, stems), default=0)
    return any(f" {stem}" in text for stem in stems if len(stem) >= min(longest, _STEM))


def sound_alike(one: str, other: str) -> bool:
    """Whether two names may be spellings of one in different languages: "Zelenskyy" and "Selenskyj"."""
    return any(
        min(len(left), len(right)) > _STEM and distance(left, right, len(left) // 3) <= len(left) // 3
        for left in latin(one).split()
        for right in latin(other).split()
    )


def latin(text: str) -> str:
    """The words of a text in small Latin letters, each with a space before it."""
    return " " + " ".join(re.findall(r"[^\W_]+", to_latin(fold(text))))


def _role(words: list[re.Match[str]], at: int) -> tuple[str, re.Match[str]]:
    """The role that the word names alone or with the next one, and its last word; "" where it names none."""
    word = words[at]
    alone = fold(word[0])
    follower = words[at + 1] if at + 1 < len(words) and words[at + 1].start() == word.end() + 1 else None
    if follower is not None:
        both = f"{alone} {fold(follower[0])}"
        if both in OFFICES or both in PARTS:
            return OFFICES.get(both, both), follower
    last = alone.rpartition("-")[2]  # "US-Präsident"
    return OFFICES.get(alone) or OFFICES.get(last) or (alone if alone in PARTS else ""), word


def _named(text: str, found: re.Match[str]) -> tuple[str, Excerpt]:
    start = found.start("name")
    name = _ENDINGS.sub("", found["name"])
    return name, Excerpt(text[start : start + len(name)], start, start + len(name))


def _service(before: str) -> str:
    """Whose office it is, as far as its beginning tells: "French" and "France's" are alike."""
    bare = latin(before.removesuffix("'s").removesuffix("’s")).strip()
    return bare[:_STEM] if before[:1].isupper() and bare not in _ARTICLES else ""
