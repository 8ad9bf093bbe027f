"""Two places held against each other, without a gazetteer: by country, by region and by name."""

from __future__ import annotations

import re

from provenance.captions.place_names import shared_place_name
from provenance.captions.silence import silent
from provenance.model.claims import Agreement, Axis, Comparison, Place, Where

_DATELINE = "The place of a dateline or of the sending office is not always the place shown."
_WIDE = re.compile(r"\b(?:region|province|state|oblast|governorate|county|prefecture|territory)\b", re.IGNORECASE)
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
    shared = shared_place_name(claim.names, record.names)
    ours, theirs = _countries(claim), _countries(record)
    if ours and theirs and not ours & theirs:
        if shared is not None:
            return Agreement.EXPLAINABLE, f"The place has the same name but another country: {both}.", (_TAGGED,)
        return Agreement.CONTRADICTS, f"The places lie in different countries: {both}.", (_DATELINE,)
    if shared is not None:
        return _sharing(claim, record, shared[0], both)
    if _regions(claim) and _regions(record) and not _one_area(claim, record):
        return Agreement.CONTRADICTS, f"The places lie in different regions of one country: {both}.", (_DATELINE,)
    return _without_a_shared_name(claim, record, both)


def _sharing(claim: Where, record: Where, name: str, both: str) -> Answer:
    if _only_wide(claim, record):
        return Agreement.CANNOT_TELL, f"Both name {name}, but different places in it: {both}.", ()
    return Agreement.AGREES, f"Both name {name}: {both}.", ()


def _without_a_shared_name(claim: Where, record: Where, both: str) -> Answer:
    if not _countries(claim) or not _countries(record):
        return Agreement.CANNOT_TELL, f"Where the two places lie to each other is not known: {both}.", ()
    if not claim.names or not record.names:
        return Agreement.AGREES, f"One names the country that the other place lies in: {both}.", ()
    return Agreement.CANNOT_TELL, f"Two names in one country, and how far apart they are is not known: {both}.", ()


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
