"""The words that readers of captions know: agencies, and countries with their regions and disputed territories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from provenance.captions.agency_table import Agency, Alias, agencies_of, agency_at, aliases_of, pairs_of, unspaced_of
from provenance.captions.credit_tokens import Token
from provenance.captions.gazetteer import Gazetteer
from provenance.captions.spelling import fold
from provenance.model.checks import require
from provenance.model.places import Spot, SpotKind
from provenance.model.zones import Zones


@dataclass(frozen=True, slots=True)
class Territory:
    """A country, a first-level region of one, or a territory that belongs to none or to several.

    `country` is ISO 3166-1 alpha-2, None where there is no single answer; `countries` are all it may be counted to,
    because states dispute it (`is_disputed`) or because several have a place of that name.
    """

    name: str
    country: str | None
    countries: frozenset[str]
    is_country: bool = False
    is_region: bool = False
    is_disputed: bool = False


@dataclass(frozen=True, slots=True)
class Landmark:
    """A building or square in a `town`, or an island, mountain or stretch of land with a `spot` of its own."""

    town: str
    countries: frozenset[str]
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the readers look up. Made once from the package's data and handed in."""

    agencies: Mapping[str, Agency]
    aliases: Mapping[str, tuple[Alias, ...]]
    organisation_words: frozenset[str]
    territories: Mapping[str, Territory]
    demonyms: frozenset[str]
    press_words: frozenset[str] = frozenset()
    """Words in the names of newspapers, broadcasters and agencies."""
    pairs: Mapping[tuple[str, str], tuple[Alias, ...]] = field(default_factory=dict)
    """The names of agencies by their first two words."""
    unspaced: Mapping[str, str] = field(default_factory=dict)
    """The agencies' names in scripts that write no spaces, and the canonical ones."""
    nationalities: Mapping[str, str] = field(default_factory=dict)
    """The country that a demonym speaks of."""
    also: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The countries that another one may be counted to as well, by its code."""
    disputed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The countries that a region or district may be counted to as well, by GeoNames' code of it."""
    landmarks: Mapping[str, Landmark] = field(default_factory=dict)
    """Buildings, squares, islands and the like, by the key of their names."""
    gazetteer: Gazetteer | None = None
    zones: Zones | None = None
    """The time zones of countries."""

    @staticmethod
    def from_documents(
        agencies: object,
        countries: object,
        landmarks: object = None,
        gazetteer: Gazetteer | None = None,
        zones: Zones | None = None,
    ) -> Vocabulary:
        """The vocabulary from the parsed JSON of the data files. ValueError where they have another shape."""
        require(isinstance(agencies, dict) and isinstance(countries, dict), "vocabulary files hold one object each")
        try:
            aliases = aliases_of(agencies["agencies"])  # type: ignore[index]
            return Vocabulary(
                MappingProxyType(agencies_of(agencies["agencies"])),  # type: ignore[index]
                MappingProxyType(aliases),
                frozenset(fold(word) for word in agencies["organisation_words"]),  # type: ignore[index]
                MappingProxyType(_territories(countries)),  # type: ignore[arg-type]
                frozenset(fold(word) for row in countries["countries"] for word in row.get("demonyms", ())),  # type: ignore[index]
                frozenset(fold(word) for word in agencies["press_words"]),  # type: ignore[index]
                MappingProxyType(pairs_of(aliases)),
                MappingProxyType(unspaced_of(agencies["agencies"])),  # type: ignore[index]
                {fold(word): row["code"] for row in countries["countries"] for word in row.get("demonyms", ())},  # type: ignore[index]
                {row["code"]: frozenset(row["also"]) for row in countries["countries"] if row.get("also")},  # type: ignore[index]
                {row["region"]: frozenset(row["countries"]) for row in countries.get("disputed", ())},  # type: ignore[attr-defined]
                MappingProxyType(_landmarks(landmarks)),
                gazetteer,
                zones,
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
        known = at < len(tokens) and tokens[at].folded in self.aliases
        return agency_at(tokens, at, self.pairs) if known else None

    def landmark(self, name: str) -> tuple[Spot, ...] | None:
        """Where a landmark stands: a spot of its own, or the town it stands in; None where it is none."""
        found = self.landmarks.get(place_key(name))
        if found is None or found.spot is not None:
            return (found.spot,) if found is not None and found.spot is not None else None
        towns = self.gazetteer.find([found.town]).get(found.town, ()) if self.gazetteer is not None else ()
        return tuple(spot for spot in towns if spot.country in found.countries)[:1]

    def territory(self, name: str) -> Territory | None:
        """The country, region or disputed territory of that name."""
        key = place_key(name)
        bare_code = len(key) == 2 and not name.isupper()  # "in", "or" and "me" are words, IN, OR and ME are states
        return None if bare_code else self.territories.get(key)


def _landmarks(document: object) -> dict[str, Landmark]:
    rows = document["landmarks"] if isinstance(document, dict) else []
    return {place_key(name): _landmark(row) for row in rows for name in (row["name"], *row.get("aliases", ()))}


def _landmark(row: dict[str, Any]) -> Landmark:
    if "town" in row:
        return Landmark(row["town"], frozenset({row["country"]}))
    kind = SpotKind.REGION if row["km"] else SpotKind.TOWN
    spot = Spot(row["name"], kind, row["countries"][0], "", row["latitude"], row["longitude"], 0,
                radius=row["km"], other_names=_NOTED)  # fmt: skip
    return Landmark("", frozenset(row["countries"]), spot)


def place_key(name: str) -> str:
    """The key under which a place's name is looked up: folded, without the article and without dots.

    Short abbreviations keep their dot, since "Ill", "Miss" and "Man" are words.
    """
    key = fold(name).strip()
    if not (key.endswith(".") and len(key) < 6 and key.count(".") == 1):
        key = key.replace(".", "")
    return key[4:] if key.startswith("the ") else key


_NOTED = 97
"""A landmark is as widely known as a small town with names in a hundred languages."""


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
            row.get("is_disputed", False),
        )
        for name in (row["name"], *row.get("aliases", ())):
            found[place_key(name)] = shared
    return found
