"""Decades and centuries: the 1930s, the mid-'60s, the late sixties, 1950er Jahre, anni '70, early 20th century."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.captions.date_draft import Draft, year_days
from provenance.model.claims import Precision

_PART = (
    r"(?:(?P<part>early|mid|middle|late|beginning of|end of|début|fin|inizio|fine|anfang|ende|mitte)"
    r"(?:[ -]| of )(?:the |to late[ -]|der |des )?)?"
)
_FULL = re.compile(
    rf"(?<![\w.,$€£]){_PART}(?<![\w.,$€£])(?P<tens>1[89][0-9]|20[0-9])0"
    r"(?:['’]?s(?!\w)|er(?:n)?(?![^\W\d_])|['’]?ler|['’]?l[ae]r|-х|-і|-ті|-те|-ых|-e(?!\w)|-tal\w{0,4}|-luv\w{0,6}|"
    r"-luku\w{0,4}|-ernes?|[年년](?:代|대)|-as évek| ?-?те години)",
    re.IGNORECASE,
)
_LED = re.compile(
    r"(?<!\w)(?:années|anni|años|anos|década de(?: los| 19)?|década dos|décadas de|jaren|anii|lata|latach|léta)"
    r"[ ](?P<mark>['’])?(?P<year>(?:1[89]|20)?[0-9]0)(?![0-9%])",
    re.IGNORECASE,
)
_SHORT = re.compile(rf"(?<!\w){_PART}(?<!\w)['’‘](?P<tens>[2-9])0s(?!\w)", re.IGNORECASE)
_WORDS = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip
_WORDED = re.compile(
    rf"\b(?:in|from|of|during|photo|photograph|circa) the (?:roaring |swinging )?{_PART}"
    rf"(?P<word>{'|'.join(_WORDS)})\b(?! percent)",
    re.IGNORECASE,
)
_CENTURY = re.compile(
    r"(?:^|[,(:–—-]|\b(?:in|during|from|of|around|circa|c\.))[ ]{0,2}(?:the )?"
    r"(?:(?P<part>early|mid|late|turn of the|beginning of the|end of the)[ -](?:the )?)?"
    r"(?P<which>19|20|21)(?:th|st)[ -]century(?=[ ]?(?:$|[.,;:)\]]))",
    re.IGNORECASE,
)
_SPANS = {"early": (0, 5), "mid": (3, 7), "late": (5, 9)}
_SAME = {
    "middle": "mid", "mitte": "mid", "beginning of": "early", "début": "early", "inizio": "early", "anfang": "early",
    "end of": "late", "fin": "late", "fine": "late", "ende": "late", "turn of the": "early",
    "beginning of the": "early", "end of the": "late",
}  # fmt: skip
_THING = re.compile(
    r"(?:[- ](?:era|style|styled|inspired|themed|vintage|built)\b)|[ ](?:\w{2,12} )?(?:buildings?|houses?|homes?|"
    r"cars?|trucks?|"
    r"films?|movies?|songs?|hits?|music|dress|dresses|gowns?|suits?|costumes?|fashions?|décor|decor|architecture|"
    r"apartment|bungalow|villa|church|theater|theatre|cinema|aircraft|plane|bus|tram|locomotive|furniture|novel|"
    r"sitcom|series|band|star|icon|classic)\b",
    re.IGNORECASE,
)


def decades(text: str) -> Iterator[Draft]:
    """Every decade and every century of photography. What is only of a decade ("a 1930s house") is no date."""
    for found in _FULL.finditer(text):
        if not _THING.match(text, found.end()):
            yield _decade(found, int(found["tens"]) * 10)
    for found in _LED.finditer(text):
        year = int(found["year"])
        yield _decade(found, year if year > 99 else 1900 + year)
    for found in _SHORT.finditer(text):
        if not _THING.match(text, found.end()):
            yield _decade(found, 1900 + int(found["tens"]) * 10)
    for found in _WORDED.finditer(text):
        yield _decade(found, _WORDS[found["word"].lower()])
    for found in _CENTURY.finditer(text):
        yield _century(found)


def _part(found: re.Match[str]) -> tuple[int, int]:
    word = (found.groupdict().get("part") or "").lower()
    return _SPANS.get(_SAME.get(word, word), (0, 9))


def _decade(found: re.Match[str], start: int) -> Draft:
    first, last = _part(found)
    readings = [year_days(start + first, start + last)]
    worded = start % 100 == 0 and start < 2000 and "s" in found[0][-2:]
    if worded:  # "the 1800s" is more often the century than its first ten years
        readings.insert(0, year_days(start + first * 10, start + last * 10 + 9))
    precision = Precision.INTERVAL if worded else Precision.DECADE
    return Draft(found.start(), found.end(), precision, tuple(readings))


def _century(found: re.Match[str]) -> Draft:
    first, last = _part(found)
    start = (int(found["which"]) - 1) * 100
    reading = year_days(start + first * 10 + 1, start + last * 10 + 10)
    lead = re.match(r"(?:[,(:–—-]|in|during|from|of|around|circa|c\.)?[ ]{0,2}(?:the )?", found[0], re.IGNORECASE)
    return Draft(found.start() + (lead.end() if lead else 0), found.end(), Precision.INTERVAL, (reading,))
