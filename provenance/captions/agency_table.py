"""The table of agencies: what each is called, what it does, whose pictures it passes on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from provenance.captions.credit_tokens import Token, tokens_of
from provenance.captions.spelling import fold
from provenance.model.claims import Trade

_PLAIN = re.compile(r"[A-Za-z ]+")
_NOUNS_BEHIND = frozenset({"image", "images", "photo", "photos", "picture", "pictures", "hide", "toggle", "enlarge"})
_BOXES = frozenset("(/[:©|")
_BOXES_END = frozenset(")/]|.")
_SHORT = 4
"""Capitals matter in names of so few letters: "AP" and "ap", "TASS" and "tass"."""


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency or publisher by its canonical short name, what it does, and whose pictures it passes on."""

    name: str
    distributes: frozenset[str] = frozenset()
    trade: Trade = Trade.SOURCE


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write an agency: its words, folded.

    `exact` is set where capitals matter ("AP", "PA"), `shy` where persons have the same name ("Rex", "Everett").
    Between brackets and slashes capitals do not matter: "(ansa)".
    """

    words: tuple[str, ...]
    agency: str
    exact: tuple[str, ...] | None = None
    shy: bool = False

    def end_at(self, tokens: tuple[Token, ...], at: int) -> int | None:
        """The token after this name where it stands at a token, None where it does not."""
        end = at + len(self.words)
        here = tokens[at:end]
        if tuple(token.folded for token in here) != self.words:
            return None
        written = self.exact is None or tuple(token.text for token in here) == self.exact
        if not (written or _boxed(tokens, at, end)) or (self.shy and _in_a_name(tokens, at, end)):
            return None
        return end


Pairs = Mapping[tuple[str, str], tuple[Alias, ...]]


def agency_at(tokens: tuple[Token, ...], at: int, pairs: Pairs) -> tuple[str, int] | None:
    """The agency whose name starts at token `at`, and the token after it."""
    first = tokens[at].folded
    after = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    for alias in (*pairs.get((first, after), ()), *pairs.get((first, ""), ())):
        end = alias.end_at(tokens, at)
        if end is not None:
            return alias.agency, end
    return None


def _in_a_name(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    """Whether capitalised words stand beside it, as in a person's name."""
    before = at > 0 and tokens[at - 1].capital and not tokens[at].glued
    after = end < len(tokens) and tokens[end].capital and not tokens[end].glued
    return before or (after and tokens[end].folded not in _NOUNS_BEHIND)


def _boxed(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether a short name of at least three letters stands alone between marks: "(ansa)", "Foto: Afp", "/epa/"."""
    before = tokens[start - 1].text if start else ""
    after = tokens[end].text if end < len(tokens) else ")"
    return end - start == 1 and len(tokens[start].text) > 2 and before in _BOXES and after in _BOXES_END


def agencies_of(rows: list[dict[str, Any]]) -> dict[str, Agency]:
    """The agencies of the table's rows by their names. KeyError or ValueError where a row has another shape."""
    return {
        row["name"]: Agency(row["name"], frozenset(row.get("distributes", ())), Trade(row["trade"])) for row in rows
    }


def aliases_of(rows: list[dict[str, Any]]) -> dict[str, tuple[Alias, ...]]:
    """All names of all agencies by their first word, the longest first."""
    found: dict[str, list[Alias]] = {}
    for row in rows:
        for written in (row["name"], *row.get("aliases", ())):
            texts = written.split() if _PLAIN.fullmatch(written) else [token.text for token in tokens_of(written)]
            words = tuple(map(fold, texts))
            exact = tuple(texts) if len(written) <= _SHORT else None
            shy = row.get("shy", False) and len(words) == 1
            found.setdefault(words[0], []).append(Alias(words, row["name"], exact, shy))
    return {first: tuple(sorted(each, key=lambda alias: -len(alias.words))) for first, each in found.items()}


def pairs_of(aliases: Mapping[str, tuple[Alias, ...]]) -> dict[tuple[str, str], tuple[Alias, ...]]:
    """The names by their first two words, "" for the second of those that have but one, the longest first."""
    found: dict[tuple[str, str], list[Alias]] = {}
    for alias in (each for group in aliases.values() for each in group):
        found.setdefault((alias.words[0], alias.words[1] if len(alias.words) > 1 else ""), []).append(alias)
    return {words: tuple(each) for words, each in found.items()}


def unspaced_of(rows: list[dict[str, Any]]) -> dict[str, str]:
    """Names of agencies in scripts without spaces between words, where they have to be looked for letter by letter."""
    names = ((written, row["name"]) for row in rows for written in (row["name"], *row.get("aliases", ())))
    return {written: name for written, name in names if any("\u3040" <= c <= "\ud7af" for c in written)}
