"""Two places held against each other, without a gazetteer: by country, by region and by name."""

from __future__ import annotations

from provenance.captions.place_names import shared_place_name
from provenance.captions.silence import silent
from provenance.model.claims import Agreement, Axis, Comparison, Place, Where

_DATELINE = "The place of a dateline or of the sending office is not always the place shown."
_BOTH = "Agencies tag pictures with the country a person comes from, by machine and sometimes wrongly."


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


def _judge(claim: Where, record: Where, both: str) -> tuple[Agreement, str, tuple[str, ...]]:
    shared = shared_place_name(claim.names, record.names)
    ours, theirs = claim.countries or _one(claim), record.countries or _one(record)
    if ours and theirs and not ours & theirs:
        if shared is not None:
            return Agreement.EXPLAINABLE, f"The place has the same name but another country: {both}.", (_BOTH,)
        return Agreement.CONTRADICTS, f"The places lie in different countries: {both}.", (_DATELINE,)
    if shared is not None:
        return Agreement.AGREES, f"Both name {shared[0]}: {both}.", ()
    if _regions(claim) and _regions(record):
        return Agreement.CONTRADICTS, f"The places lie in different regions of one country: {both}.", (_DATELINE,)
    if ours and theirs and (not claim.names or not record.names):
        return Agreement.AGREES, f"One names the country that the other place lies in: {both}.", ()
    if ours and theirs:
        return Agreement.CANNOT_TELL, f"Two names in one country, and how far apart they are is not known: {both}.", ()
    return Agreement.CANNOT_TELL, f"Where the two places lie to each other is not known: {both}.", ()


def _one(where: Where) -> frozenset[str]:
    return frozenset({where.country}) if where.country else frozenset()


def _regions(where: Where) -> tuple[Place, ...]:
    return tuple(place for place in where.places if place.is_region)
