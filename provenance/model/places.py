"""Towns, districts and regions as a gazetteer knows them, and the forms under which spellings of their names meet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from math import asin, cos, log10, radians, sin, sqrt

from provenance.model.checks import require

EARTH_RADIUS = 6371.0
"""Kilometres (mean radius, IUGG)."""


class SpotKind(StrEnum):
    """What a name on the map is: a town or village, a first-level region of a country, a district of such a region."""

    TOWN = "town"
    REGION = "region"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map with its middle in decimal degrees, north and east positive.

    `country` is ISO 3166-1 alpha-2. `region` and `district` are GeoNames' codes of the first-level region ("UA.13")
    and of the district in it, "" where they are not known; a region or district carries its own. `population` is 0
    where it is not known; `radius` is how far, in kilometres, most of its inhabitants live from the middle of a region
    or district, 0 for a town. `other_names` counts the names it has in other languages, which tells how widely known
    it is. `called` is set where the name that was asked for is the one the map prints.
    """

    name: str
    kind: SpotKind
    country: str
    region: str
    latitude: float
    longitude: float
    population: int
    district: str = ""
    radius: float = 0.0
    other_names: int = 0
    called: bool = field(default=True, compare=False)

    def __post_init__(self) -> None:
        require(bool(self.name), "a spot has a name")
        require(len(self.country) == 2 and self.country.isupper(), "countries are alpha-2")
        require(-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180, "a spot lies on Earth")
        require(self.population >= 0 and self.radius >= 0, "inhabitants and kilometres are not negative")

    def distance(self, other: Spot) -> float:
        """Kilometres between the two middles, along the great circle (haversine formula)."""
        one, two = radians(self.latitude), radians(other.latitude)
        across = radians(other.longitude - self.longitude)
        half = sin((two - one) / 2) ** 2 + cos(one) * cos(two) * sin(across / 2) ** 2
        return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(half)))

    @property
    def renown(self) -> float:
        """How likely a name without more means this place: the decimal logarithm of what its inhabitants and its names
        in other languages amount to. One more is ten times as likely.
        """
        return log10(self.population + 1000) + log10(self.other_names + 3)

    def holds(self, other: Spot) -> bool:
        """Whether this is the region or district that the other lies in, or is."""
        if self.kind is SpotKind.TOWN or self.country != other.country:
            return False
        if self.kind is SpotKind.REGION:
            return bool(self.region) and self.region == other.region
        return bool(self.district) and self.district == other.district


_CYRILLIC = str.maketrans(
    dict(zip("абвгґдезиіклмнопрстуфыэјћђ", "abvggdeziiklmnoprstufieicd", strict=True))
    | {"є": "ie", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "iu"}
    | {"я": "ia", "љ": "li", "њ": "ni", "џ": "dzh", "қ": "k", "ғ": "g", "ү": "u", "ұ": "u", "ө": "o"}
)
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"}
    | dict.fromkeys("'’‘ʼʻʾʿ`´", "")
)
_SAME = (
    ("ue", "u"), ("oe", "o"), ("ae", "a"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("sch", "sh"), ("kh", "h"),
    ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"),
)  # fmt: skip
_VARIES = re.compile("|".join(written for written, _ in _SAME))
_ONE = str.maketrans("yjwq", "iivk")
_DOUBLED = re.compile(r"(.)\1+")
_NO_LETTER = re.compile(r"[\W_]+")
_ARTICLES = frozenset(
    {
        *(
            "al",
            "el",
            "ad",
            "ash",
            "as",
            "an",
            "at",
            "ar",
            "az",
            "the",
            "la",
            "le",
            "las",
            "los",
            "de",
            "di",
            "da",
            "del",
            "der",
        )
    }
)
_SHORT = {"saint": "st", "sankt": "st", "mount": "mt", "fort": "ft", "city": ""}


def plain(name: str) -> str:
    """A name in small Latin letters without accents, apostrophes and marks: what only capitals and accents tell apart.

    Cyrillic letters are written in Latin ones; other alphabets stay.
    """
    text = name.lower()
    if not text.isascii():
        bare = unicodedata.normalize("NFKD", text.casefold())
        text = "".join([c for c in bare if not unicodedata.combining(c)]).translate(_LETTERS).translate(_CYRILLIC)
        text = unicodedata.normalize("NFC", text)
    elif "'" in text or "`" in text:
        text = text.replace("'", "").replace("`", "")
    return text if text.isalnum() else _NO_LETTER.sub(" ", text).strip()


def spelled(name: str) -> str:
    """The form under which spellings of a name meet: Kyjiw and Kyiv no, Borodyanka, Borodianka and Бородянка yes.

    On top of `plain`: y as i, doubled letters as one, ue as u, ou as u, kh as h, no article, no final h.
    """
    return reduced(plain(name))


def reduced(text: str) -> str:
    """`spelled` of a name that is `plain` already."""
    if " " in text:
        words = [_SHORT.get(word, word) for word in text.split()]
        text = "".join([word for word in words if word not in _ARTICLES] or words)
    if _VARIES.search(text):
        for written, meant in _SAME:
            text = text.replace(written, meant)
    text = _DOUBLED.sub(r"\1", text.translate(_ONE))
    return text[:-1] if len(text) > 4 and text.endswith("h") and text[-2] in "aeiou" else text
