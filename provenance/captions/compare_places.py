"""Two places held against each other: by country, by region, by name, and by where they lie on the map."""

from __future__ import annotations

import re
from math import inf

from provenance.captions.place_names import shared_place_name
from provenance.captions.place_words import GENERIC
from provenance.captions.silence import silent
from provenance.captions.spelling import fold
from provenance.model.claims import Agreement, Axis, Comparison, Place, Where
from provenance.model.places import Spot, SpotKind

_DATELINE = "The place of a dateline or of the sending office is not always the place shown."
_WIDE = re.compile(r"\b(?:region|province|state|oblast|governorate|county|prefecture|territory)\b", re.IGNORECASE)
_NEAR = "Captions name the nearest large town, or a suburb by its own name."
_BORDER = "Crossings and refugee camps at a border are called by either side."
SAME_PLACE = 20.0
"""Kilometres up to which two places are parts of one town, or a village and the town it is called by."""
NEIGHBOURS = 60.0
"""Kilometres up to which one caption may name a suburb or a village and another one the town near it."""
REACH = 120.0
"""The same where one of them is a region, of which the map knows only the middle."""
_METROPOLITAN = (
    frozenset({"Washington DC", "Virginia", "Maryland"}), frozenset({"New York", "New Jersey", "Connecticut"}),
    frozenset({"Kansas", "Missouri"}), frozenset({"Illinois", "Indiana"}), frozenset({"Delhi", "Haryana",
    "Uttar Pradesh"}),
    frozenset({"Berlin", "Brandenburg"}), frozenset({"Ontario", "Quebec"}),
)  # fmt: skip
_TAGGED = "Agencies tag pictures with the country a person comes from, by machine and sometimes wrongly."

Answer = tuple[Agreement, str, tuple[str, ...]]


def compare_places(claim: Where | None, record: Where | None) -> Comparison:
    """Whether both can be the place of one photo."""
    claimed, recorded = _words(claim), _words(record)
    quiet = silent(Axis.PLACE, "a place", claimed, recorded)
    if quiet is not None or claim is None or record is None:
        return quiet or Comparison(Axis.PLACE, claimed, recorded, Agreement.CANNOT_TELL, "No place can be compared.")
    verdict, why, innocent = _judge(claim, record, f"the claim says “{claimed}”, the record “{recorded}”")
    return Comparison(Axis.PLACE, claimed, recorded, verdict, why, innocent)


def _words(where: Where | None) -> str:
    if where is None:
        return ""
    return ", ".join(place.excerpt.text for place in where.places) or (where.country or "")


def _judge(claim: Where, record: Where, both: str) -> Answer:
    verdict, why, innocent = _by_places(claim, record, both)
    apart = _named_apart(claim, record) or _named_apart(record, claim)
    if verdict is Agreement.CONTRADICTS and apart is not None:
        return (
            Agreement.EXPLAINABLE,
            f"One names {apart} too, as its dateline or in another field: {both}.",
            (_DATELINE,),
        )
    return verdict, why, innocent


def _named_apart(one: Where, other: Where) -> str | None:
    """The name of a place that one side names beside the place shown, and the other as the place shown."""
    narrow, names = ([place.name for place in each if not _is_wide(place)] for each in (one.dateline, other.places))
    shared = shared_place_name(narrow, names)
    return shared[0] if shared is not None else None


def _by_places(claim: Where, record: Where, both: str) -> Answer:
    shared = shared_place_name(_names(claim), _names(record))
    ours, theirs = _countries(claim), _countries(record)
    if ours and theirs and not ours & theirs:
        return _abroad(claim, record, shared, both)
    if shared is not None and not _only_wide(claim, record) and not _two_towns(claim, record):
        return Agreement.AGREES, f"Both name {shared[0]}: {both}.", ()
    on_map = _on_map(claim, record, both)
    if on_map is not None:
        return on_map
    if shared is not None:
        return Agreement.CANNOT_TELL, f"Both name {shared[0]}, but different places in it: {both}.", ()
    if _regions(claim) and _regions(record) and not _one_area(claim, record):
        return Agreement.CONTRADICTS, f"The places lie in different regions of one country: {both}.", (_DATELINE,)
    return _without_a_shared_name(claim, record, both)


def _abroad(claim: Where, record: Where, shared: tuple[str, str] | None, both: str) -> Answer:
    """The answer where no country can be both places'."""
    placed = all(_says_country(where) and where.spots for where in (claim, record))
    if shared is not None and not placed:  # that country knows no such place: a tag, more often than a lie
        return Agreement.EXPLAINABLE, f"The place has the same name but another country: {both}.", (_TAGGED,)
    if min((_gap(one, other) for one, other in _pairs(claim, record)), default=inf) <= NEIGHBOURS:
        return Agreement.EXPLAINABLE, f"The places lie on two sides of a border: {both}.", (_BORDER,)
    return Agreement.CONTRADICTS, f"The places lie in different countries: {both}.", (_DATELINE,)


def _says_country(where: Where) -> bool:
    """Whether it names its country or a region of it, so that no guess between namesakes is needed."""
    return any(place.is_country or place.is_region for place in where.places)


def _on_map(claim: Where, record: Where, both: str) -> Answer | None:
    """What the map says of the narrowest places it knows, in the reading in which they are nearest; None where it does
    not know one of them.
    """
    pairs = _pairs(claim, record)
    if not pairs or not _names(claim) or not _names(record):
        return None
    if any(one.holds(other) or other.holds(one) for one in claim.spots for other in record.spots):
        return Agreement.AGREES, f"One of the places lies in the other: {both}.", ()
    one, other = min(pairs, key=lambda pair: (_gap(*pair), pair[0].distance(pair[1])))
    gap, apart = _gap(one, other), one.distance(other)
    if one == other and _venues(claim, record):
        return Agreement.EXPLAINABLE, f"They name two spots in {one.name}: {both}.", (_NEAR,)
    if gap <= (SAME_PLACE if one.kind is other.kind is SpotKind.TOWN else 0.0):
        return Agreement.AGREES, f"The places lie {apart:.0f} km apart: {both}.", ()
    if gap <= (NEIGHBOURS if one.kind is other.kind is SpotKind.TOWN else REACH):
        return Agreement.EXPLAINABLE, f"The places lie {_rounded(apart)} km apart: {both}.", (_NEAR,)
    return Agreement.CONTRADICTS, f"The places lie {_rounded(apart)} km apart: {both}.", (_DATELINE,)


def _two_towns(claim: Where, record: Where) -> bool:
    """Whether the narrowest names are those of two towns, whatever they share: "Rafah, Gaza" and "Gaza City"."""
    first, second = _names(claim)[:1], _names(record)[:1]
    if shared_place_name(first, second) is not None or not (_is_town(claim) and _is_town(record)):
        return False
    return min(one.distance(other) for one, other in _pairs(claim, record)) > SAME_PLACE


def _pairs(claim: Where, record: Where) -> list[tuple[Spot, Spot]]:
    """Every reading of the two together: towns with towns where both may be towns."""
    ours, theirs = _towns(claim), _towns(record)
    if not ours or not theirs:
        ours, theirs = claim.spots, record.spots
    return [(one, other) for one in ours for other in theirs]


def _gap(one: Spot, other: Spot) -> float:
    """Kilometres between two places. Of an island or a stretch of land, of which no towns are listed, from its edge."""
    edges = sum(spot.radius for spot in (one, other) if not spot.region and not spot.district)
    return max(0.0, one.distance(other) - edges)


def _venues(claim: Where, record: Where) -> bool:
    """Whether both name something inside a town by another name than the town's: two squares, two universities."""
    first, second = _names(claim), _names(record)
    return all(names and names[0] != where.spots[0].name for names, where in ((first, claim), (second, record)))


def _towns(where: Where) -> tuple[Spot, ...]:
    return tuple(spot for spot in where.spots if spot.kind is SpotKind.TOWN)


def _is_town(where: Where) -> bool:
    """Whether its narrowest name is plainly a town's."""
    narrowest = next((place for place in where.places if not place.is_country), None)
    return narrowest is not None and not _is_wide(narrowest) and bool(where.spots) and where.spots[0] in _towns(where)


def _names(where: Where) -> tuple[str, ...]:
    """The names below the country that name something: not "various locations"."""
    return tuple(name for name in where.names if not set(fold(name).split()) <= GENERIC)


def _rounded(kilometres: float) -> str:
    return f"{round(kilometres, -1 if kilometres < 1000 else -2):,.0f}"


def _without_a_shared_name(claim: Where, record: Where, both: str) -> Answer:
    if _is_area(claim) or _is_area(record):
        return Agreement.AGREES, f"One names a part of the world that the other place lies in: {both}.", ()
    if not _countries(claim) or not _countries(record):
        return Agreement.CANNOT_TELL, f"Where the two places lie to each other is not known: {both}.", ()
    if not _names(claim) or not _names(record):
        return Agreement.AGREES, f"One names the country that the other place lies in: {both}.", ()
    return Agreement.CANNOT_TELL, f"Two names in one country, and how far apart they are is not known: {both}.", ()


def _is_area(where: Where) -> bool:
    """Whether it is a part of the world with several countries, or a border: East Africa, Chad-Sudan."""
    alone = len(where.places) == 1 and not where.spots
    return alone and where.country is None and len(_countries(where)) > 1


def _countries(where: Where) -> frozenset[str]:
    """All countries a place may be counted to."""
    return where.countries or (frozenset({where.country}) if where.country else frozenset())


def _regions(where: Where) -> frozenset[str]:
    return frozenset(place.name for place in where.places if place.is_region)


def _one_area(one: Where, other: Where) -> bool:
    """Whether the regions meet in one metropolitan area, whose parts captions name as they please."""
    both = _regions(one) | _regions(other)
    return any(both <= area for area in _METROPOLITAN)


def _only_wide(one: Where, other: Where) -> bool:
    """Whether all they share is a region, and each names something else inside it."""
    narrow = [tuple(place.name for place in where.places if not _is_wide(place)) for where in (one, other)]
    return bool(narrow[0]) and bool(narrow[1]) and shared_place_name(*narrow) is None and not _crossing(one, other)


def _is_wide(place: Place) -> bool:
    return place.is_country or place.is_region or _WIDE.search(place.excerpt.text) is not None


def _crossing(one: Where, other: Where) -> bool:
    """Whether a narrow name of one side is the wide one of the other: "Idlib" and "Idlib province"."""
    for left, right in ((one, other), (other, one)):
        narrow = [place.name for place in left.places if not _is_wide(place)]
        wide = [place.name for place in right.places if _is_wide(place) and not place.is_country]
        if shared_place_name(narrow, wide) is not None:
            return True
    return False
