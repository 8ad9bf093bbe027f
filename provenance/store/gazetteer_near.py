"""The towns around a position, from the file of the gazetteer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from math import cos, pi, radians

from provenance.model.places import EARTH_RADIUS, Spot, SpotKind

_AROUND = """
SELECT name, kind, country, region, latitude, longitude, population, district, radius, other_names FROM spot
WHERE kind = 'town' AND latitude BETWEEN ? AND ? AND (longitude BETWEEN ? AND ? OR ?)
"""
_DEGREE = EARTH_RADIUS * pi / 180
"""Kilometres of one degree of latitude."""


def around(connection: sqlite3.Connection, latitude: float, longitude: float, within: float) -> list[Spot]:
    """The towns in a box of so many kilometres around a position; near the poles and the date line, in its belt."""
    tall = within / _DEGREE
    wide = tall / max(cos(radians(min(89.9, abs(latitude) + tall))), 1e-6)
    belt = wide >= 180 or abs(longitude) + wide > 180
    edges = (latitude - tall, latitude + tall, longitude - wide, longitude + wide, belt)
    return [Spot(name, SpotKind(kind), *rest) for name, kind, *rest in connection.execute(_AROUND, edges)]


def nearest(towns: Iterable[Spot], latitude: float, longitude: float, within: float) -> tuple[Spot, ...]:
    """Those of the towns that lie within so many kilometres, the nearest first."""
    here = Spot("here", SpotKind.TOWN, "XX", "", latitude, longitude, 0)
    far = [(town.distance(here), town) for town in towns]
    close = sorted((one for one in far if one[0] <= within), key=lambda one: one[0])
    return tuple(town for _, town in close)
