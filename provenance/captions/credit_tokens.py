"""A credit line cut into words, initials and punctuation, with what was glued together taken apart."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field

from provenance.captions.spelling import fold

_TOKEN = re.compile(
    r"(?P<initial>(?:[A-ZÀ-ÞА-ЯҐЄІЇ]\.){1,4}(?![^\W\d_]*[a-zà-ÿ]))"
    r"|(?P<word>[^\W_]+(?:(?:['’&]|-(?!USA\b|I(?:magn|MAGN)\b|Getty\b|R(?:euters|EUTERS)\b|P(?:ool|OOL)\b))[^\W_]+){0,6})"
    r"|(?P<dots>\.{2,8}|…)"
    r"|(?P<mark>[^\w\s])"
)
_SEAM = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ])")
_CREDIT_WORDS = re.compile(r"(?:Credit|Photograph|Photo|Photos|Picture|Foto)$")
_ENDS_LABEL = re.compile(r"\s?(?::|\.\.|by\b|©)")
_SHORT_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word, initial or mark: characters `start` to `end` of the text. `glued` if no space stood before a word."""

    text: str
    start: int
    end: int
    is_word: bool
    glued: bool = False
    folded: str = field(default="", compare=False)

    @property
    def capital(self) -> bool:
        """Whether it is a word that starts with a capital letter."""
        return self.is_word and self.text[0].isupper()

    @property
    def shouted(self) -> bool:
        """Whether it is a word of at least two letters in capitals only."""
        return self.is_word and len(self.text) > 1 and self.text.isupper()


def tokens_of(text: str, known: Container[str] = (), heads: Container[str] = ()) -> tuple[Token, ...]:
    """The tokens of a text.

    `known` are folded first words of agencies and `heads` folded names of countries: the first are cut off what they
    are glued to ("MadridReuters"), from the second what is glued to them is cut off ("FranceA stork").
    """
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        if found.lastgroup != "word":
            tokens.append(_token(text, found.start(), found.end(), is_word=found.lastgroup == "initial"))
            continue
        start = found.start()
        for cut in _doubled(found, tokens) or _cuts(text, found, known, heads):
            tokens.append(_token(text, start, cut, glued=start > found.start()))
            start = cut
        tokens.append(_token(text, start, found.end(), glued=start > found.start()))
    return tuple(tokens)


def _token(text: str, start: int, end: int, is_word: bool = True, glued: bool = False) -> Token:
    written = text[start:end]
    return Token(written, start, end, is_word, glued, fold(written))


def _doubled(word: re.Match[str], before: list[Token]) -> list[int]:
    """Where a credit stands twice without a space: "JO DOEJO DOE"."""
    first = before[-1].text if before else ""
    if len(first) > 1 and len(word[0]) > len(first) + 1 and word[0].isupper() and word[0].endswith(first):
        return [word.end() - len(first)]
    return []


def _cuts(text: str, word: re.Match[str], known: Container[str], heads: Container[str]) -> list[int]:
    """Where a word has to be cut: before an agency, a label or a name in capitals, and after "Credit"."""
    written = word[0]
    if written.islower() or written.isupper() or fold(written) in known:
        return []
    cuts: list[int] = []
    start = 0
    for seam in _SEAM.finditer(written, 0, 200):
        at = seam.start()
        before, after = written[start:at], written[at:]
        label = _CREDIT_WORDS.match(after) and _ENDS_LABEL.match(text, word.end())
        shouts = len(after) > 1 and after.isupper() and len(before) > _SHORT_PREFIX
        agency = fold(after) in known and (len(before) > _SHORT_PREFIX or before.isdigit())
        head = len(before) > _SHORT_PREFIX and fold(before) in heads
        if agency or label or shouts or head or before == "Credit":
            cuts.append(word.start() + at)
            start = at
    return cuts
