"""What in a file supports the claim: the same comparisons as the rules make, told where they fit.

It never adds up to a proof: fields can be edited, and what fits may fit other places and days as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.claims import Axis
from provenance.model.credentials import credentials
from provenance.model.findings import Corroboration, Evidence
from provenance.model.limits import RuleLimits
from provenance.model.places import plain
from provenance.model.trust import LIST_FIELD, SIGNER_FIELD, CredentialState
from provenance.model.zones import offset_words
from provenance.rules.camera_date import TAKEN, gap, moments, says_nothing
from provenance.rules.dates import day_words
from provenance.rules.quoting import brief

_CREATORS = ("EXIF Artist", "IPTC-IIM 2:80 By-line", "XMP dc:creator")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def corroborate(case: Case, limits: RuleLimits) -> tuple[Corroboration, ...]:
    """Everything in the file that fits the claim; nothing where nothing is claimed."""
    if case.claims is None:
        return ()
    return (*_date(case, limits), *_position(case, limits), *_zone(case), *_creator(case), *_signer(case))


def _date(case: Case, limits: RuleLimits) -> Iterator[Corroboration]:
    taken = moments(case, TAKEN)
    if case.claims is None or not taken or taken[0] is None or says_nothing(case, taken):
        return
    nearest = gap(case.claims, taken)
    if nearest is not None and nearest <= limits.transmission_slack:
        message = f"The camera's own date is {day_words(taken[0].date())}, which fits the claimed date."
        raw = next(fact.raw for fact in case.facts if fact.field == TAKEN)
        yield Corroboration(Axis.DATE.value, message, (Evidence(TAKEN, raw or str(taken[0])),))


def _position(case: Case, limits: RuleLimits) -> Iterator[Corroboration]:
    placed = case.placed
    if placed is None or not placed.claimed:
        return
    if placed.distance is not None and placed.distance <= limits.gps_near:
        message = f"The file's position lies {max(1, round(placed.distance))} km from {brief(placed.claimed)}."
    elif placed.distance is None and placed.countries & placed.claimed_countries:
        near = f", near {placed.near.name}" if placed.near else ""
        message = f"The file's position lies in the claimed country{near}."
    else:
        return
    yield Corroboration(Axis.PLACE.value, message, placed.fix.evidence)


def _zone(case: Case) -> Iterator[Corroboration]:
    zoned = case.zoned
    if zoned is not None and zoned.clock.offset in zoned.expected:
        offset, month = offset_words(zoned.clock.offset), _MONTHS[zoned.clock.local.month - 1]
        message = f"Local time against UTC implies {offset}, which fits {brief(zoned.claimed)} in {month}."
        yield Corroboration(Axis.PLACE.value, message, zoned.clock.evidence)


def _creator(case: Case) -> Iterator[Corroboration]:
    """Who the file names as its creator; its own caption says nothing new of that."""
    if case.claims is None or case.claim_is_own:
        return
    claimed = {plain(named.name): named.name for named in case.claims.who.creators}
    for fact in case.facts:
        name = claimed.get(plain(str(fact.value))) if fact.field.partition("[")[0] in _CREATORS else None
        if name:
            message = f"The file itself names {brief(name)} as its creator."
            yield Corroboration(Axis.CREDIT.value, message, (Evidence(fact.field, fact.raw or name),))
            return


def _signer(case: Case) -> Iterator[Corroboration]:
    """The signer of the file, where an imported list vouches for it and the claim credits the same."""
    found = credentials(case.facts)
    if case.claims is None or found is None or found.state is not CredentialState.TRUSTED:
        return
    who = case.claims.who
    credited = {plain(one.name): one.name for one in (*who.creators, *who.agencies, *who.distributors)}
    name = next((credited[plain(part)] for part in found.name.split(", ") if plain(part) in credited), None)
    if name:
        message = f"The file is signed by {brief(name)}, for whom {brief(found.list)} vouches; the credit fits."
        evidence = (Evidence(SIGNER_FIELD, found.signer), Evidence(LIST_FIELD, found.list))
        yield Corroboration(Axis.CREDIT.value, message, evidence)
