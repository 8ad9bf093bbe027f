"""Which offsets from UTC the clocks of a country may show: from the tables of the IANA time zone database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@dataclass(frozen=True, slots=True)
class Zones:
    """The zones of each country (ISO 3166-1 alpha-2), as the database's zone.tab lists them."""

    by_country: dict[str, tuple[str, ...]]

    @staticmethod
    def from_table(table: str) -> Zones:
        """From the text of zone.tab: country, coordinates, zone and remarks, with tabs between; # begins a remark."""
        found: dict[str, list[str]] = {}
        for line in table.splitlines():
            columns = line.split("\t")
            if len(columns) >= 3 and not line.startswith("#"):
                found.setdefault(columns[0], []).append(columns[2])
        return Zones({country: tuple(names) for country, names in found.items()})

    def offsets(self, countries: Iterable[str], local: datetime) -> frozenset[timedelta]:
        """Every offset that clocks in these countries may show at a local time, which carries no zone.

        Empty where no country or none of its zones is known.
        """
        names = (name for country in countries for name in self.by_country.get(country, ()))
        return frozenset(offset for name in names if (offset := _offset(name, local)) is not None)


def _offset(name: str, local: datetime) -> timedelta | None:
    try:
        return local.replace(tzinfo=ZoneInfo(name)).utcoffset()
    except (ZoneInfoNotFoundError, OverflowError):
        return None


def offset_words(offset: timedelta) -> str:
    """+02:00."""
    sign = "-" if offset < timedelta(0) else "+"
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"
