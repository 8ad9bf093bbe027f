"""What a file gives away beside its caption, held against what is claimed: its position and its clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.captions.gazetteer import Gazetteer
from provenance.model.claims import Claims, Where
from provenance.model.clues import Fix, Placed, Zoned, clock_of, fix_of
from provenance.model.limits import RuleLimits
from provenance.model.photo import Fact
from provenance.model.places import Spot, SpotKind
from provenance.model.zones import Zones

if TYPE_CHECKING:
    from provenance.captions.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Clues:
    """What a file gives away beside its caption; None where it does not."""

    placed: Placed | None
    zoned: Zoned | None


def clues(
    facts: Sequence[Fact], claims: Claims | None, vocabulary: Callable[[], Vocabulary], limits: RuleLimits
) -> Clues:
    """Position and clock beside the claimed place. The vocabulary is asked for only where something is claimed."""
    known = vocabulary() if claims is not None else None
    gazetteer, zones = (known.gazetteer, known.zones) if known else (None, None)
    return Clues(_placed(facts, claims, gazetteer, limits), _zoned(facts, claims, zones))


def _placed(
    facts: Sequence[Fact], claims: Claims | None, gazetteer: Gazetteer | None, limits: RuleLimits
) -> Placed | None:
    """The file's position beside the claimed place; None where the file states none."""
    fix = fix_of(facts)
    if fix is None:
        return None
    towns = gazetteer.near(fix.latitude, fix.longitude, limits.gps_near) if gazetteer else ()
    near, countries = next(iter(towns), None), frozenset(town.country for town in towns)
    where = claims.where if claims else None
    if where is None:
        return Placed(fix, near, countries)
    return Placed(fix, near, countries, _words(where), _countries(where), _distance(fix, where))


def _zoned(facts: Sequence[Fact], claims: Claims | None, zones: Zones | None) -> Zoned | None:
    """How the camera's clock stood to UTC beside the clocks of the claimed country; None where the file tells not."""
    clock = clock_of(facts)
    if clock is None:
        return None
    where = claims.where if claims else None
    if where is None or zones is None:
        return Zoned(clock)
    return Zoned(clock, _country_words(where), zones.offsets(_countries(where), clock.local))


def _distance(fix: Fix, where: Where) -> float | None:
    """Kilometres to the nearest spot that the claim may mean, counted from the edge of a region or district."""
    here = Spot("here", SpotKind.TOWN, "XX", "", fix.latitude, fix.longitude, 0)
    return min((max(0.0, spot.distance(here) - 2 * spot.radius) for spot in where.spots), default=None)


def _countries(where: Where) -> frozenset[str]:
    return where.countries or (frozenset({where.country}) if where.country else frozenset())


def _words(where: Where) -> str:
    return ", ".join(place.excerpt.text or place.name for place in where.places) or _country_words(where)


def _country_words(where: Where) -> str:
    named = next((place.name for place in where.places if place.is_country), "")
    return named or where.country or ", ".join(place.name for place in where.places)
