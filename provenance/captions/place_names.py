"""Spellings of places: which names are one place's, as far as that can be told without a gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from provenance.captions.spelling import distance, fold, to_latin

_SPELLINGS = (
    "kyiv|kiev|kyjiw|kijow", "kharkiv|kharkov", "odesa|odessa", "lviv|lvov|lemberg", "dnipro|dnepr|dnipropetrovsk",
    "mykolaiv|nikolaev", "zaporizhzhia|zaporozhye", "luhansk|lugansk", "chernihiv|chernigov", "chornobyl|chernobyl",
    "bakhmut|artemovsk|artemivsk", "mumbai|bombay", "kolkata|calcutta", "chennai|madras", "bengaluru|bangalore",
    "varanasi|banaras", "gurugram|gurgaon", "yangon|rangoon", "beijing|peking", "guangzhou|canton",
    "saigon|ho chi minh city",
    "mecca|makkah", "medina|madinah", "vienna|wien", "milan|milano", "rome|roma", "turin|torino", "florence|firenze",
    "venice|venezia", "naples|napoli", "munich|munchen", "cologne|koln", "nuremberg|nurnberg", "geneva|geneve|genf",
    "zurich|zuerich", "brussels|bruxelles|brussel", "antwerp|antwerpen", "the hague|hague|den haag",
    "copenhagen|kobenhavn",
    "gothenburg|goteborg", "prague|praha", "warsaw|warszawa", "krakow|cracow", "belgrade|beograd",
    "bucharest|bucuresti",
    "lisbon|lisboa", "seville|sevilla", "moscow|moskva|moskau", "st petersburg|saint petersburg|leningrad|petrograd",
    "lesvos|lesbos", "thessaloniki|salonica", "astana|nur sultan", "almaty|alma ata", "stepanakert|khankendi",
    "gdansk|danzig",
    "new york|new york city|nyc|manhattan|brooklyn|queens|the bronx|bronx|staten island|n y",
    "washington|washington dc|washington d c",
    "los angeles|l a", "mexico city|ciudad de mexico|cdmx", "marrakesh|marrakech", "algiers|alger", "damascus|dimashq",
    "aleppo|halab", "tehran|teheran", "delhi|new delhi", "donetsk|donezk", "antakya|antioch|hatay",
    "istanbul|constantinople",
)  # fmt: skip
_KIND = re.compile(
    r"\b(?:city|town|village|region|province|district|county|state|oblast|governorate|municipality|prefecture|island|strip|"
    r"camp|area|zone|border|neighbou?rhood|suburb|northern|southern|eastern|western|central|northwest|northeast|southeast|"
    r"southwest|northwestern|northeastern|southeastern|southwestern|greater|downtown|near|the|of|al|el|ash|ad|an|at)\b"
)
_APOSTROPHE = re.compile(r"['`ʼ’‘ʻ]")
_NOT_LETTERS = re.compile(r"[\W_]+")
_ONE_SPELLING = {name: row.split("|")[0] for row in _SPELLINGS for name in row.split("|")}


def spelling_key(name: str) -> str:
    """The form under which names of places are compared: folded, in Latin letters, well-known variants made one."""
    bare = _NOT_LETTERS.sub(" ", _APOSTROPHE.sub("", to_latin(fold(name)))).strip()
    bare = _ONE_SPELLING.get(bare, bare)
    core = " ".join(_KIND.sub(" ", bare).split()) or bare
    return _ONE_SPELLING.get(core, core)


def same_place_name(one: str, other: str) -> bool:
    """Whether two names are spellings of one name: capitals, accents, transliteration and well-known variants aside."""
    left, right = spelling_key(one), spelling_key(other)
    if left == right:
        return True
    plain, other_plain = _plain(left), _plain(right)
    if plain == other_plain:
        return True
    length = min(len(plain), len(other_plain))
    return length >= 6 and plain[0] == other_plain[0] and distance(plain, other_plain, 1) <= 1


def shared_place_name(ones: Iterable[str], others: Iterable[str]) -> tuple[str, str] | None:
    """The first pair of names, one from each side, that are one name; also where one holds the other whole."""
    others = tuple(others)
    for one in ones:
        for other in others:
            if same_place_name(one, other) or _holds(one, other) or _holds(other, one):
                return one, other
    return None


def _holds(whole: str, part: str) -> bool:
    """Whether all words of one name stand in the other ("Gaza" in "Gaza City", "Kabul" in "Kabul airport")."""
    words = spelling_key(part).split()
    return bool(words) and len("".join(words)) >= 4 and set(words) <= set(spelling_key(whole).split())


def _plain(key: str) -> str:
    """Without what transliterations differ in: doubled letters, y and i, ou and u, h after a vowel, ue for ü."""
    text = key.replace(" ", "")
    for written, meant in (("ue", "u"), ("oe", "o"), ("ae", "a"), ("ou", "u"), ("ya", "ia"), ("y", "i"), ("q", "k")):
        text = text.replace(written, meant)
    return re.sub(r"(.)\1", r"\1", text)
