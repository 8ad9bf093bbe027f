"""The tokens of a text with what the vocabulary knows about them: agencies, flags, where sentences start and end."""

from __future__ import annotations

from dataclasses import dataclass, field

from provenance.captions.credit_tokens import Token
from provenance.captions.credit_words import (
    AFTER_DOT,
    BOILERPLATE,
    CAPITALS_ONLY,
    ENDS_SENTENCE,
    FLAGS,
    NOISE,
    OPENS,
    SEPARATORS,
)
from provenance.captions.vocabulary import Vocabulary

_LABELS = frozenset({"credit", "credits", "copyright", "source", "courtesy", "by", "via", "for", "from"})
_GENERIC = frozenset({"daily", "sunday", "evening", "morning", "free", "national", "state"})


@dataclass(frozen=True, slots=True)
class Line:
    """A text as tokens. `known` remembers what was looked up, so that each place is looked up once."""

    tokens: tuple[Token, ...]
    words: Vocabulary
    known: dict[int, tuple[str, int] | None] = field(default_factory=dict)

    def agency(self, at: int) -> tuple[str, int] | None:
        """The agency whose name starts at a token, and the token after it."""
        if at not in self.known:
            inside = 0 <= at < len(self.tokens) and not self._inside_a_name(at)
            found = self.words.agency_at(self.tokens, at) if inside else None
            self.known[at] = None if found is not None and self._of_another(found[1]) else found
        return self.known[at]

    def _of_another(self, end: int) -> bool:
        """Whether a name goes on with "of": "Ministry of Defence of Norway" is not the British one."""
        return self.folded(end) == "of" and end + 1 < len(self.tokens) and self.tokens[end + 1].capital

    def _inside_a_name(self, at: int) -> bool:
        """Whether a word such as "Daily" or "News" goes on with a name: "Dayton Daily News" is no "Daily News"."""
        before = self.tokens[at - 1] if at else None
        if before is None or not before.capital or self.tokens[at].glued or self.tokens[at].fresh:
            return False
        if before.folded in NOISE or before.folded in FLAGS or before.folded in _LABELS:
            return False
        word = self.tokens[at].folded
        return word in self.words.press_words or word in _GENERIC

    def agency_before(self, end: int) -> str | None:
        """The agency whose name ends before a token."""
        for at in range(end - 1, max(-1, end - 7), -1):
            agency = self.agency(at)
            if agency is not None and agency[1] == end:
                return agency[0]
        return None

    def flag(self, at: int) -> str | None:
        """The flag that a word sets, "" for a word that says nothing, None for any other."""
        if not 0 <= at < len(self.tokens):
            return None
        token = self.tokens[at]
        if not token.is_word or (token.folded in CAPITALS_ONLY and not token.shouted):
            return None
        if token.folded in FLAGS:
            return FLAGS[token.folded]
        return "" if token.folded in NOISE or token.folded.startswith("stringer") else None

    def text(self, at: int) -> str:
        """The token's text, "" behind the end."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def folded(self, at: int) -> str:
        """The token's folded text, "" behind the end."""
        return self.tokens[at].folded if 0 <= at < len(self.tokens) else ""

    def boilerplate(self, at: int) -> bool:
        """Whether words start here that desks and web pages add behind credits."""
        if (self.folded(at), self.folded(at + 1)) in BOILERPLATE:
            return True
        if self.text(at) == "CC" and self.folded(at + 1).startswith("by"):
            return True
        return self.folded(at) in {"out", "released"} and self.tokens[at].shouted

    def stops(self, at: int) -> bool:
        """Whether nothing of a credit can stand at this token: the end, a new line, boilerplate."""
        return at >= len(self.tokens) or self.tokens[at].fresh or self.boilerplate(at)

    def ends(self, at: int) -> bool:
        """Whether nothing but marks, noise and boilerplate stands from here to the end of the line."""
        while not self.stops(at):
            token = self.tokens[at]
            numbered = self._number_ends(at) if token.text == "(" else None
            if token.is_word and self.flag(at) is None:
                return False
            at = numbered or at + 1
        return True

    def _number_ends(self, at: int) -> int | None:
        """The token after a number in brackets: "(Q 5736)", "(1234567ab)"."""
        for end in range(at + 2, min(at + 5, len(self.tokens))):
            if self.text(end) == ")":
                return end + 1 if any(c.isdigit() for c in self.text(end - 1)) else None
        return None

    def ends_sentence(self, at: int) -> bool:
        """Whether a sentence, a bracket or the text ends before this token."""
        return self.stops(at) or (self.text(at) in ENDS_SENTENCE and self.text(at) not in {":", "'", "’"})

    def starts_sentence(self, at: int) -> bool:
        """Whether a sentence, a bracket or the text starts at this token."""
        if at <= 0 or self.tokens[at].fresh or self.tokens[at].glued:
            return True
        before = self.tokens[at - 1]
        if before.text == ".":
            return self.folded(at - 2) not in AFTER_DOT
        return before.text in ENDS_SENTENCE or before.text in OPENS or before.text in SEPARATORS or before.text == "-"
