"""What a file gives away beside its caption: where its satellite receiver stood, and how its clock stood to UTC."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isfinite

from provenance.model.blocks import PREFERRED, Said, said
from provenance.model.checks import require
from provenance.model.findings import Evidence
from provenance.model.meanings import Group, key
from provenance.model.photo import Fact
from provenance.model.places import Spot
from provenance.model.wall_clock import WIDEST, WallTime, wall_time, zone_apart

_TAKEN, _OFFSET = "EXIF DateTimeOriginal", "EXIF OffsetTimeOriginal"
_SATELLITE, _SATELLITE_TIME = "EXIF GPSDateStamp", "EXIF GPSTimeStamp"
_CREATED = ("IPTC-IIM 2:55", "XMP photoshop:DateCreated")
_PLACES = (("EXIF GPSLatitude", "EXIF GPSLongitude"), ("XMP exif:GPSLatitude", "XMP exif:GPSLongitude"))
_HALF_DAY = timedelta(hours=12)
_STEP, _LAG = timedelta(minutes=30), timedelta(minutes=1)
"""Satellite time is that of the last fix: a fix within a minute counts, against zones of whole half hours."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A position in decimal degrees, north and east positive, with the fields that state it."""

    latitude: float
    longitude: float
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require(abs(self.latitude) <= 90 and abs(self.longitude) <= 180, "a position lies on Earth")


@dataclass(frozen=True, slots=True)
class Placed:
    """A position held against the place that is claimed.

    `near` is the nearest town, None far from all of them; `countries` have a town close by. `distance` is the
    kilometres to the nearest place that the claim may mean, None where the claim names no place on the map; `claimed`
    are its words and `claimed_countries` the countries it may be in.
    """

    fix: Fix
    near: Spot | None
    countries: frozenset[str]
    claimed: str = ""
    claimed_countries: frozenset[str] = frozenset()
    distance: float | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """How far the camera's clock stood from UTC when the photo was taken, and the fields that say so."""

    offset: timedelta
    local: datetime
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Zoned:
    """A clock held against the country that is claimed: `expected` are the offsets in use there, none where unknown."""

    clock: Clock
    claimed: str = ""
    expected: frozenset[timedelta] = frozenset()


def fix_of(facts: Sequence[Fact]) -> Fix | None:
    """Where the file says that it was taken; EXIF before XMP. 0 and 0, where nobody is, stand for nothing known."""
    for fields in _PLACES:
        pair = [_best(facts, field) for field in fields]
        if all(one is not None for one in pair):
            latitude, longitude = pair
            fix = _fix(latitude, longitude)
            if fix is not None:
                return fix
    return None


def _fix(latitude: Fact | None, longitude: Fact | None) -> Fix | None:
    if latitude is None or longitude is None:
        return None
    north, east = latitude.value, longitude.value
    if isinstance(north, str) or isinstance(east, str) or not (isfinite(north) and isfinite(east)):
        return None
    if (north == 0 and east == 0) or abs(north) > 90 or abs(east) > 180:
        return None
    return Fix(float(north), float(east), tuple(Evidence(one.field, one.raw) for one in (latitude, longitude)))


def _best(facts: Sequence[Fact], field: str) -> Fact | None:
    """The first block's fact by the better reader, unless it cannot be."""
    found = [fact for fact in facts if fact.field == field and not fact.impossible]
    return min(found, key=lambda fact: (fact.block, fact.reader not in PREFERRED[:1]), default=None)


def clock_of(facts: Sequence[Fact]) -> Clock | None:
    """How the camera's clock stood to UTC: by the zone that EXIF states, by satellites, or by a date kept in UTC.

    A date in IPTC-IIM or XMP that is the camera's to the second, whole quarters of an hour apart, was turned into UTC;
    one that is the very same only carries a zone that somebody assumed, and says nothing.
    """
    sayings = [one for one in said(facts, Group.WHEN) if not one.impossible and one.values]
    taken = next((one for one in sayings if key(one.field) == _TAKEN), None)
    moment = wall_time(taken.values[0]) if taken else None
    if taken is None or moment is None or moment.local is None:
        return None
    return next(_clocks(taken, moment, moment.local, sayings, facts), None)


def _clocks(
    taken: Said, moment: WallTime, local: datetime, sayings: Sequence[Said], facts: Sequence[Fact]
) -> Iterator[Clock]:
    own = Evidence(taken.name, taken.values[0])
    zone = _best(facts, _OFFSET)
    if moment.offset is not None and zone is not None:
        yield Clock(moment.offset, local, (own, Evidence(_OFFSET, zone.raw)))
    for one in sayings:
        alone = key(one.field) == _SATELLITE_TIME  # cameras often write no day beside it
        other = wall_time(f"{moment.day.isoformat()}T{one.values[0]}" if alone else one.values[0])
        if other is None or other.local is None:
            continue
        if alone or key(one.field) == _SATELLITE:
            offset = _by_satellite(local, other.local, whole=not alone)
        elif key(one.field) in _CREATED and other.offset == timedelta(0):
            offset = zone_apart(local, other.local) or None
        else:
            continue
        if offset is not None:
            yield Clock(offset, local, (own, Evidence(one.name, one.values[0])))


def _by_satellite(local: datetime, utc: datetime, *, whole: bool) -> timedelta | None:
    """The zone between the two; where only the time of day is known, the one within twelve hours."""
    gap = local - utc
    if not whole:
        gap = (gap + _HALF_DAY) % (2 * _HALF_DAY) - _HALF_DAY
    offset = round(gap / _STEP) * _STEP
    return offset if abs(gap - offset) <= _LAG and abs(offset) <= WIDEST else None
