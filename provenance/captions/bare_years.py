"""Years, decades, seasons and parts of years that stand without a month: in 2014; 1930s; spring 2022; 2013-2014."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from provenance.captions.date_draft import Days, Draft, year_days
from provenance.model.claims import Precision

_YEAR = re.compile(r"(?<![\w.,:/$€£#@&+='’])(1[89][0-9]{2}|20[0-9]{2})(?![0-9%$€£º°'’:]|[,.][0-9]|s\b)")
_TO_YEAR = re.compile(
    r"[ ]?(?:-|–|—|to|and|until|bis|à|al|y)[ ]?(1[89][0-9]{2}|20[0-9]{2}|[0-9]{2}(?![0-9]))(?![0-9-])"
)
_LED = re.compile(
    r"(?:^|[\s(\[\"“])(?:in|during|year|of the year|circa|c\.|ca\.|en|em|nel|"
    r"anno|an|um|im jahr|im jahre|w roku|в|у|около|"
    r"back in|taken in|late in|early in|mid|yılında)\s{1,2}(?:the year )?$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?<![^\W\d_])(?:in |the |since )?(?P<part>early|mid|late|end of|beginning of|start of|spring|"
    r"springtime|summer|autumn|fall|winter)"
    r"(?: of| in)?[ -](?:the )?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s{0,3}(?:$|[.;:)\]|/,–—\[(©-])|[A-ZÀ-Þ]|\s{1,3}(?:Photo|Picture|Credit|Foto|Image|Bild)")
_AFTER_IN = re.compile(
    r"\s(?:people|men|women|children|cases|homes|elections?|election|war|season|protests?|attacks?|film|movie|edition|"
    r"World|Olympics?|Winter|Summer|Champion\w{0,6}|Cup|Games|Copa|Paralympic\w?|Tour|Grand|Academy|model|presidential|NBA|NFL|MLB|NHL)\b"
)
_DECADE = re.compile(r"(?<![\w.,$€£-])(1[89][0-9]|20[0-9])0(?:'|’)?s(?!\w)")
_SEASONS: dict[str, tuple[tuple[int, int, int, int], ...]] = {
    # first month, last month, and the shift of their years; north first, then south
    "spring": ((3, 6, 0, 0), (9, 12, 0, 0)),
    "summer": ((6, 9, 0, 0), (12, 3, -1, 0), (12, 3, 0, 1)),
    "autumn": ((9, 12, 0, 0), (3, 6, 0, 0)),
    "winter": ((12, 3, -1, 0), (12, 3, 0, 1), (6, 9, 0, 0)),
    "early": ((1, 5, 0, 0),),
    "mid": ((4, 9, 0, 0),),
    "late": ((8, 12, 0, 0),),
}
_SAME = {
    "springtime": "spring", "fall": "autumn", "end of": "late", "beginning of": "early", "start of": "early",
}  # fmt: skip
_LAST_DAY = {3: 31, 5: 31, 6: 30, 9: 30, 12: 31}
_LOOK_BACK = 24


def bare_years(text: str) -> Iterator[Draft]:
    """Every year, span of years, decade, season or part of a year that its surroundings mark as a date."""
    for found in _DECADE.finditer(text):
        yield _decade(text, found)
    last_end = 0
    for found in _YEAR.finditer(text):
        if found.start() < last_end:
            continue
        draft = _span_of_years(text, found) or _part_of_year(text, found) or _plain_year(text, found)
        if draft is not None:
            last_end = draft.end
            yield draft


def _decade(text: str, found: re.Match[str]) -> Draft:
    start = int(found[1]) * 10
    part = _part_before(text, found.start())
    first, last = {"early": (0, 5), "mid": (3, 7), "late": (5, 9)}.get(part[0] if part else "", (0, 9))
    begin = part[1] if part else found.start()
    readings = [year_days(start + first, start + last)]
    if start % 100 == 0:  # "the 1800s" is more often the century than its first ten years
        readings.insert(0, year_days(start + first * 10, start + last * 10 + 9))
    precision = Precision.INTERVAL if start % 100 == 0 else Precision.DECADE
    return Draft(begin, found.end(), precision, tuple(readings))


def _span_of_years(text: str, found: re.Match[str]) -> Draft | None:
    to = _TO_YEAR.match(text, found.end())
    if to is None:
        return None
    first = int(found[1])
    last = int(to[1]) if len(to[1]) == 4 else first // 100 * 100 + int(to[1])
    led = _LED.search(text[max(0, found.start() - _LOOK_BACK) : found.start()]) is not None
    between = re.search(
        r"(?:between|from|von|de|entre|vom)\s$", text[max(0, found.start() - 10) : found.start()], re.IGNORECASE
    )
    if not first < last <= first + 60 or ("and" in to[0] and not between):
        return None
    background = not (led or between or _ENDS.match(text, to.end()))
    return Draft(found.start(), to.end(), Precision.INTERVAL, (year_days(first, last),), background=background)


def _part_before(text: str, start: int) -> tuple[str, int] | None:
    window = max(0, start - _LOOK_BACK)
    found = _PART.search(text[window:start])
    if found is None:
        return None
    word = found["part"].lower()
    return _SAME.get(word, word), window + found.start("part")


def _part_of_year(text: str, found: re.Match[str]) -> Draft | None:
    part = _part_before(text, found.start())
    if part is None or _AFTER_IN.match(text, found.end()):
        return None
    year = int(found[1])
    readings = tuple(_season(year, *shape) for shape in _SEASONS[part[0]])
    return Draft(part[1], found.end(), Precision.INTERVAL, readings)


def _season(year: int, first: int, last: int, before: int, after: int) -> Days:
    return date(year + before, first, 1), date(year + after, last, _LAST_DAY[last])


def _plain_year(text: str, found: re.Match[str]) -> Draft | None:
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    if before.endswith("-"):
        return None
    led = _LED.search(before)
    if led and not _AFTER_IN.match(text, found.end()):
        return _year(found)
    stripped = before.rstrip()
    if _ENDS.match(text, found.end()) and (not stripped or stripped.endswith((",", "(", "–", "—", " -", "|"))):
        return _year(found)
    background = re.search(
        r"(?:since|until|till|before|after|by|from|seit|depuis|desde|до|с)\s(?:the )?$", before, re.IGNORECASE
    )
    return (
        Draft(found.start(), found.end(), Precision.YEAR, (year_days(int(found[1])),), background=True)
        if background
        else None
    )


def _year(found: re.Match[str]) -> Draft:
    return Draft(found.start(), found.end(), Precision.YEAR, (year_days(int(found[1])),))
