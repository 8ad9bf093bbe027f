"""The words that readers of captions know: agencies, and countries with their regions and disputed territories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from provenance.captions.credit_tokens import Token, tokens_of
from provenance.captions.spelling import fold
from provenance.model.checks import require


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency or publisher by its canonical short name, and whose pictures it passes on."""

    name: str
    distributes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write an agency: its words, folded.

    `exact` is set where capitals matter ("AP", "PA"), `shy` where persons have the same name ("Rex", "Everett").
    """

    words: tuple[str, ...]
    agency: str
    exact: tuple[str, ...] | None = None
    shy: bool = False


@dataclass(frozen=True, slots=True)
class Territory:
    """A country, a first-level region of one, or a territory that belongs to none or to several.

    `country` is ISO 3166-1 alpha-2, None where there is no single answer; `countries` are all it may be counted to.
    """

    name: str
    country: str | None
    countries: frozenset[str]
    is_country: bool = False
    is_region: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the readers look up. Made once from the package's data and handed in."""

    agencies: Mapping[str, Agency]
    aliases: Mapping[str, tuple[Alias, ...]]
    organisation_words: frozenset[str]
    territories: Mapping[str, Territory]
    demonyms: frozenset[str]

    @staticmethod
    def from_documents(agencies: object, countries: object) -> Vocabulary:
        """The vocabulary from the parsed JSON of the two data files. ValueError where they have another shape."""
        require(isinstance(agencies, dict) and isinstance(countries, dict), "vocabulary files hold one object each")
        try:
            return Vocabulary(
                MappingProxyType({row["name"]: _agency(row) for row in agencies["agencies"]}),  # type: ignore[index]
                MappingProxyType(_aliases(agencies["agencies"])),  # type: ignore[index]
                frozenset(fold(word) for word in agencies["organisation_words"]),  # type: ignore[index]
                MappingProxyType(_territories(countries)),  # type: ignore[arg-type]
                frozenset(fold(word) for row in countries["countries"] for word in row.get("demonyms", ())),  # type: ignore[index]
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("a vocabulary file does not have the expected shape") from error

    def agency_at(self, tokens: tuple[Token, ...], at: int) -> tuple[str, int] | None:
        """The agency whose name starts at token `at`, and the token after it."""
        found = self._alias_at(tokens, at)
        if found is None and at + 1 < len(tokens) and tokens[at].folded == "the":
            found = self._alias_at(tokens, at + 1)
        return found

    def _alias_at(self, tokens: tuple[Token, ...], at: int) -> tuple[str, int] | None:
        for alias in self.aliases.get(tokens[at].folded, ()) if at < len(tokens) else ():
            end = at + len(alias.words)
            here = tokens[at:end]
            if tuple(token.folded for token in here) != alias.words or not _written_so(here, alias.exact):
                continue
            if not (alias.shy and _in_a_name(tokens, at, end)):
                return alias.agency, end
        return None

    def territory(self, name: str) -> Territory | None:
        """The country, region or disputed territory of that name."""
        key = place_key(name)
        bare_code = len(key) == 2 and not name.isupper()  # "in", "or" and "me" are words, IN, OR and ME are states
        return None if bare_code else self.territories.get(key)


def place_key(name: str) -> str:
    """The key under which a place's name is looked up: folded, without the article and without dots.

    Short abbreviations keep their dot, since "Ill", "Miss" and "Man" are words.
    """
    key = fold(name).strip()
    if not (key.endswith(".") and len(key) < 6 and key.count(".") == 1):
        key = key.replace(".", "")
    return key[4:] if key.startswith("the ") else key


def _in_a_name(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    """Whether capitalised words stand beside it, as in a person's name."""
    before = at > 0 and tokens[at - 1].capital and not tokens[at].glued
    return before or (end < len(tokens) and tokens[end].capital and not tokens[end].glued)


def _written_so(here: tuple[Token, ...], exact: tuple[str, ...] | None) -> bool:
    return exact is None or tuple(token.text for token in here) == exact


def _agency(row: dict[str, Any]) -> Agency:
    return Agency(row["name"], frozenset(row.get("distributes", ())))


def _aliases(rows: list[dict[str, Any]]) -> dict[str, tuple[Alias, ...]]:
    found: dict[str, list[Alias]] = {}
    for row in rows:
        for written in (row["name"], *row.get("aliases", ())):
            tokens = tokens_of(written)
            words = tuple(token.folded for token in tokens)
            exact = tuple(token.text for token in tokens) if len(written) <= 4 else None
            shy = row.get("shy", False) and len(words) == 1
            found.setdefault(words[0], []).append(Alias(words, row["name"], exact, shy))
    return {first: tuple(sorted(each, key=lambda alias: -len(alias.words))) for first, each in found.items()}


def _territories(document: dict[str, Any]) -> dict[str, Territory]:
    found: dict[str, Territory] = {}
    for row in document["countries"]:
        country = Territory(row["name"], row["code"], frozenset({row["code"], *row.get("also", ())}), is_country=True)
        for name in (row["name"], *row.get("aliases", ())):
            found.setdefault(place_key(name), country)
    for row in document["regions"]:
        region = Territory(row["name"], row["country"], frozenset({row["country"]}), is_region=True)
        for name in (row["name"], *row.get("aliases", ())):
            found.setdefault(place_key(name), region)
    for row in document["shared"]:
        shared = Territory(
            row["name"],
            row.get("country"),
            frozenset(row["countries"]),
            row.get("is_country", False),
            row.get("is_region", False),
        )
        for name in (row["name"], *row.get("aliases", ())):
            found[place_key(name)] = shared
    return found
