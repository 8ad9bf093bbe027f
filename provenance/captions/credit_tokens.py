"""A credit line cut into words, initials and punctuation, with what was glued together taken apart."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field

from provenance.captions.spelling import fold

_LETTER = r"(?:[^\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u093c-\u094d\u0e31-\u0e4e])"
_NO_JOIN = (
    r"(?<!\bHO)(?<!\bAP)(?<!\bSTR)(?<!\bPOOL)-"
    r"(?!(?i:USA|Imagn|Getty|Reuters|Pool|AP|AFP|EPA|PA|ISI|TASS|Xinhua|File|Handout|Stringer|Staff)\b)"
)
_DOMAIN = r"(?:com|org|net|ie|ru|ua|de|fr|tv|pl|info|news|gov|mil|eu|hu|gr|com?\.[a-z]{2})"
_TOKEN = re.compile(
    r"(?P<email>(?<![\w.])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,20}){1,3})"
    r"|(?P<handle>@[A-Za-z0-9_](?:[\w.]{0,30}\w)?)"
    rf"|(?P<domain>(?<!\w)[^\W_]{{2,40}}(?:[.-][^\W_]{{1,40}}){{0,2}}\.{_DOMAIN}(?![\w]))"
    r"|(?P<initial>(?:[A-ZÀ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΩА-ЯҐЄІЇ]\.-?){1,4}(?![^\W\d_]*[a-zà-ÿ]))"
    rf"|(?P<word>[^\W_]{_LETTER}*(?:(?:['’ʼ`&]|{_NO_JOIN}){_LETTER}+){{0,6}})"
    r"|(?P<dots>\.{2,8}|…)"
    r"|(?P<mark>[^\w\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])"
)
_WORDS = frozenset({"initial", "word", "handle", "domain"})
_BREAK = re.compile(r"[\n\r\t\v\f\u2028\u2029]")
_SEAM = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ])")
_CREDIT_WORDS = re.compile(r"(?:Credits?|Photograph|Photo|Photos|Picture|Pic|Image|Foto|Bild|Source)$")
_ENDS_LABEL = re.compile(r"\s?(?::|\.\.|…|by\b|©|source\b)")
_NAME_AND_AGENCY = re.compile(r"(?:[ -][A-Z][\w.'’-]{0,20}){1,3} ?(?:/|\||—|–| via )")
_SHOUTED_TAIL = re.compile(r"(?:AFP|REUTERS|GETTY)$")
_OPENS_NAME = frozenset("./|—–:©([,-")
_SMALL_ARTICLE = re.compile(r"(?:[a-zà-ÿ]{1,3}['’-]|[a-z]{1,2}(?=[A-Z]))[^\W\d_a-z]")
_AGENCY_TAIL = re.compile(r"(?<=[^\W\d_]{2})-(?=(?:[A-Z]{3,}|[A-Z][a-z]+[A-Z][A-Za-z]*)$)")
_SHORT_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word, initial or mark: characters `start` to `end` of the text.

    `glued` says that no space stood before a word, `fresh` that a new line starts with it.
    """

    text: str
    start: int
    end: int
    is_word: bool
    glued: bool = False
    folded: str = field(default="", compare=False)
    fresh: bool = False

    @property
    def capital(self) -> bool:
        """Whether it is a word that starts with a capital letter."""
        return self.is_word and self.text[0].isupper()

    @property
    def naming(self) -> bool:
        """Whether it can stand in a name: with a capital, or with one behind a small article ("al-Rahman")."""
        return self.capital or self.caseless or (self.is_word and _SMALL_ARTICLE.match(self.text) is not None)

    @property
    def shouted(self) -> bool:
        """Whether it is a word of at least two letters in capitals only."""
        return self.is_word and len(self.text) > 1 and self.text.isupper()

    @property
    def handle(self) -> bool:
        """Whether it is the name of an account: "@somebody"."""
        return len(self.text) > 1 and self.text[0] == "@"

    @property
    def caseless(self) -> bool:
        """Whether it is a word of a script without capital letters."""
        return self.is_word and self.text[0].isalpha() and self.text[0].upper() == self.text[0].lower()


def tokens_of(text: str, known: Container[str] = (), heads: Container[str] = ()) -> tuple[Token, ...]:
    """The tokens of a text.

    `known` are folded first words of agencies and `heads` folded names of countries: the first are cut off what they
    are glued to ("MadridReuters"), from the second what is glued to them is cut off ("FranceA stork").
    """
    tokens: list[Token] = []
    last = 0
    for found in _TOKEN.finditer(text):
        start = found.start()
        fresh = start == 0 or (start > last and _BREAK.search(text, last, start) is not None)
        last = found.end()
        if found.lastgroup != "word":
            tokens.append(_token(text, start, last, is_word=found.lastgroup in _WORDS, fresh=fresh))
            continue
        opens = fresh or (bool(tokens) and tokens[-1].text in _OPENS_NAME)
        for cut in _doubled(found, tokens) or _cuts(text, found, opens, known, heads):
            tokens.append(_token(text, start, cut, glued=start > found.start(), fresh=fresh))
            start, fresh = cut, False
        tokens.append(_token(text, start, last, glued=start > found.start(), fresh=fresh))
    return tuple(tokens)


def _token(text: str, start: int, end: int, is_word: bool = True, glued: bool = False, fresh: bool = False) -> Token:
    written = text[start:end]
    return Token(written, start, end, is_word and written != "-", glued and written != "-", fold(written), fresh)


def _doubled(word: re.Match[str], before: list[Token]) -> list[int]:
    """Where a credit stands twice without a space: "JO DOEJO DOE", "ImagesJo"."""
    first = before[-1].text if before else ""
    if len(first) > 1 and len(word[0]) > len(first) + 1 and word[0].isupper() and word[0].endswith(first):
        return [word.end() - len(first)]
    return []


def _cuts(text: str, word: re.Match[str], opens: bool, known: Container[str], heads: Container[str]) -> list[int]:
    """Where a word has to be cut: before an agency, a label or a name in capitals, and after "Credit".

    A word that opens a sentence or a credit may be a given name with a capital inside ("SeongJoon").
    """
    written = word[0]
    if written.islower() or fold(written) in known:
        return []
    tail = _SHOUTED_TAIL.search(written)
    if tail and tail.start() > _SHORT_PREFIX and known:
        return [word.start() + tail.start()]
    dash = _AGENCY_TAIL.search(written)
    if (
        dash is not None and not written[: dash.start()].isupper() and fold(written[dash.end() :]) in known
    ):  # "Jo Doe-GDA"
        return [word.start() + dash.start(), word.start() + dash.end()]
    if written.isupper():
        return []
    cuts: list[int] = []
    start = 0
    for seam in _SEAM.finditer(written, 0, 200):
        at = seam.start()
        before, after = written[start:at], written[at:]
        named = not opens and bool(known) and len(before) > _SHORT_PREFIX and before not in {"Fitz", "Vander"}
        if _cut_here(text, word, before, after, known, heads) or (named and _NAME_AND_AGENCY.match(text, word.end())):
            cuts.append(word.start() + at)
            start = at
    return cuts


def _code(before: str, after: str) -> bool:
    """ "QomAFP": a short place before an agency's letters."""
    return len(before) == _SHORT_PREFIX and len(after) > 2 and after.isupper() and before != "Mac"


def _cut_here(
    text: str, word: re.Match[str], before: str, after: str, known: Container[str], heads: Container[str]
) -> bool:
    long = len(before) > _SHORT_PREFIX
    return bool(
        before == "Credit"
        or (_CREDIT_WORDS.match(after) and _ENDS_LABEL.match(text, word.end()))
        or (long and ((len(after) > 1 and after.isupper()) or fold(before) in heads))
        or (fold(after) in known and (long or before.isdigit() or _code(before, after)))
    )
