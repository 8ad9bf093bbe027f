"""Years and parts of years that stand without a month: in 2014; circa 1920; spring 2022; 2013-2014; 1942 год."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from provenance.captions.date_background import PICTURE_FROM
from provenance.captions.date_draft import Days, Draft, year_days
from provenance.model.claims import Precision

_YEAR = re.compile(
    r"(?:(?<![\w.,:/$€£#@&+='’«„])|(?<=\bc)|(?<=\bc\.))(1[89][0-9]{2}|20[0-9]{2})(?![0-9%$€£º°]|[,.:][0-9]|['’]?s\b)"
)
_TO_YEAR = re.compile(
    r"[ ]?(?:-|–|—|to|and|until|till|through|bis|und|à|al|y|e|et|do|tot|по|до)[ ]?"
    r"(1[89][0-9]{2}|20[0-9]{2}|[0-9]{2}(?![0-9]))(?![0-9-]|:[0-9])"
)
_SLASHED = re.compile(r"/([0-9]{2})(?![0-9/-])")
_LED = re.compile(
    r"(?:^|[\s(\[\"“:-])(?:in|during|year|of the year|circa|c\.|ca\.|ca|en|em|no ano de|nel|anno|um|"
    r"vers|verso|hacia|okolo|около|близько|im jahr|im jahre|in the year|année|año|ano|jaar|w roku|rok|в|у|ve|v roce|"
    r"roku|vuonna|år|during the (?:[\w-]{1,15} ){1,4}of|back in|taken in|late in|early in|mid|(?:the|this) year is|"
    r"(?:\w{0,10}aufnahme|\w{0,10}foto|\w{0,10}bild|photo|photographie|image|fotografía|imagen|immagine|photograph|"
    r"picture|postcard|portrait|snapshot|fotografie)(?: d['’]archives?)? "
    r"(?:von|aus|de|del|di|uit|from|dated|z|aus dem jahre?))\s{1,2}(?:the year )?$",
    re.IGNORECASE,
)
_CIRCA = re.compile(
    r"(?:\b(?:circa|ca\.?|c\.|around|about|approximately|vers|um|verso|hacia|около|близько)[ ]{1,2}|(?<!\w)c\.?)$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?<![^\W\d_])(?P<part>early|mid|late|end of|beginning of|start of|spring|springtime|summer|summertime|autumn|"
    r"fall|winter|"
    r"printemps|été|automne|hiver|primavera|verano|otoño|invierno|estate|autunno|inverno|frühjahr|frühling|sommer|"
    r"herbst|winters?|anfang|ende|mitte|début|fin|inizio|principios de|finales de|outono|verão|lente|zomer|herfst)"
    r"(?: of| in| de| del| di| do| d['’])?[ -](?:the )?(?:l['’])?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s{0,3}(?:$|[.;:)\]|/,–—\[(©\n-])|[A-ZÀ-Þ]|\s{1,3}(?:Photo|Picture|Credit|Foto|Image|Bild|File)")
_YEAR_WORD = re.compile(
    r"(?:[- ](?:рок[ууіи]?|році|рік|год[ау]?|году|г\.|р\.|roku|rok|r\.|yılı\w{0,4}|yıl\w{0,4}|metais|metų|gadā|gads|"
    r"aasta\w{0,2}|"
    r"година|године|годині|године|godine|годину)(?!\w))|['’](?:de|da|te|ta|deki|daki)(?!\w)",
    re.IGNORECASE,
)
_PICTURE_AFTER = re.compile(
    r"[ ](?:file |archive |handout |aerial |satellite |black-and-white |combination |screen |still |pool |press |"
    r"studio ){0,3}"
    r"(?:photos?|photographs?|pictures?|images?|frame grab|screengrab|footage|postcard|snapshot|portrait)\b",
    re.IGNORECASE,
)
_AFTER_IN = re.compile(
    r"\s(?:people|men|women|children|cases|homes|houses|elections?|election|war|season|seasons|protests?|attacks?|"
    r"film|movie|"
    r"edition|World|Olympics?|Winter|Summer|Champion\w{0,6}|Cup|Games|Copa|Paralympic\w?|Tour|Grand|Academy|model|"
    r"presidential|NBA|NFL|MLB|NHL|dollars|euros|metres|meters|feet|BC|AD|GMT|hours|hrs|UTC|local time)\b"
)
_PRODUCT = re.compile(
    r"[ ](?:men['’]?s |women['’]?s |ready-to-wear |haute couture |couture |menswear )?"
    r"(?:collections?|season|ready-to-wear|couture|fashion|show|shows|line|lines|semester|issue|edition|"
    r"catalog\w{0,3}|runway)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"(?:since|until|till|before|after|by|from|seit|bis|vor|nach|depuis|jusqu['’]en|desde|hasta|antes de|después de|"
    r"dal|fino al|"
    r"od|do|sinds|до|с|з|із|від|після|после|перед)\s(?:the )?$",
    re.IGNORECASE,
)
_LIFE = re.compile(r"[^\W\d_]{2,20}[.’']?[ ]\((?:[^\W\d_]{4,8}[ ])?$")
_SHORTEST_LIFE = 15
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
_WORDS = {
    "spring": "springtime printemps primavera frühjahr frühling lente",
    "summer": "summertime été verano estate sommer verão zomer",
    "autumn": "fall automne otoño autunno herbst outono herfst",
    "winter": "winters hiver invierno inverno",
    "early": "beginning_of start_of anfang début inizio principios_de",
    "mid": "mitte",
    "late": "end_of ende fin finales_de",
}
_SAME = {word.replace("_", " "): part for part, words in _WORDS.items() for word in words.split()}
_LAST_DAY = {3: 31, 5: 31, 6: 30, 9: 30, 12: 31}
_LOOK_BACK = 80
_CIRCA_YEARS = 3
_LONGEST = 60
_MOST = 500
"""Numbers that can be years; a text with more of them is a table."""


def bare_years(text: str) -> Iterator[Draft]:
    """Every year, span of years, season or part of a year that its surroundings mark as a date."""
    last_end = 0
    for found in islice(_YEAR.finditer(text), _MOST):
        if found.start() < last_end:
            continue
        before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
        draft = _span_of_years(text, found, before) or _part_of_year(text, found, before)
        draft = draft or _plain_year(text, found, before)
        if draft is not None:
            last_end = draft.end
            yield draft


def any_years(text: str) -> Iterator[Draft]:
    """Every number that can be a year, for a field in which nothing but a date is expected."""
    return (_year(found) for found in _YEAR.finditer(text))


def _span_of_years(text: str, found: re.Match[str], before: str) -> Draft | None:
    to = _TO_YEAR.match(text, found.end())
    if to is None:
        return None
    first, last = _first_and_last(int(found[1]), to[1])
    between = re.search(
        r"(?:between|from|von|de|entre|vom|tussen|zwischen|tra|з|с|od|między)\s$", before, re.IGNORECASE
    )
    joined = re.search(r"and|und|[ ](?:y|e|et)[ ]", to[0]) is not None
    if not first < last <= first + _LONGEST or (joined and not between):
        return _life(found, to.end(), before) if first < last else None
    shown = _LED.search(before) or between or _ENDS.match(text, to.end()) or _PICTURE_AFTER.match(text, to.end())
    background = not shown or (last - first >= _SHORTEST_LIFE and _LIFE.search(before) is not None)
    return Draft(found.start(), to.end(), Precision.INTERVAL, (year_days(first, last),), background=background)


def _first_and_last(first: int, other: str) -> tuple[int, int]:
    return first, int(other) if len(other) == 4 else first // 100 * 100 + int(other)


def _life(found: re.Match[str], end: int, before: str) -> Draft | None:
    """The years of a life behind a name, which are nobody's date."""
    if _LIFE.search(before) is None:
        return None
    year = int(found[1])
    return Draft(found.start(), end, Precision.INTERVAL, (year_days(year, year + _LONGEST),), background=True)


def _part_of_year(text: str, found: re.Match[str], before: str) -> Draft | None:
    part = _PART.search(before)
    if part is None or _AFTER_IN.match(text, found.end()) or before[: part.start()].endswith("/"):
        return None
    start = found.start() - len(before) + part.start("part")
    name = _SAME.get(part["part"].lower(), part["part"].lower())
    if name in {"spring", "summer", "autumn", "winter"} and _PRODUCT.match(text, found.end()):
        return None
    year = int(found[1])
    slashed = _SLASHED.match(text, found.end())
    if slashed and name == "winter" and int(slashed[1]) == (year + 1) % 100:
        return Draft(start, slashed.end(), Precision.INTERVAL, (_season(year, 12, 3, 0, 1),))
    readings = tuple(_season(year, *shape) for shape in _SEASONS[name])
    return Draft(start, found.end(), Precision.INTERVAL, readings)


def _season(year: int, first: int, last: int, before: int, after: int) -> Days:
    return date(year + before, first, 1), date(year + after, last, _LAST_DAY[last])


def _plain_year(text: str, found: re.Match[str], before: str) -> Draft | None:
    if before.endswith("-"):
        return None
    if PICTURE_FROM.search(before):
        return _year(found, settled=True)
    if _BACK.search(before):
        return _year(found, background=True)
    if _PICTURE_AFTER.match(text, found.end()):
        return _year(found, settled=True)
    if _YEAR_WORD.match(text, found.end()):
        return _year(found)
    return _led_year(text, found, before)


def _led_year(text: str, found: re.Match[str], before: str) -> Draft | None:
    """A year behind "in" or "circa", and one that stands by itself behind a comma or at the start."""
    ends = _ENDS.match(text, found.end()) is not None
    circa = _CIRCA.search(before)
    if circa:
        return _circa(found, len(circa[0])) if ends else None
    if _LED.search(before) and not _AFTER_IN.match(text, found.end()):
        return _year(found)
    stripped = before.rstrip()
    apart = not stripped or stripped.endswith((",", "(", "[", "–", "—", " -", "|"))
    return _year(found) if ends and apart else None


def _circa(found: re.Match[str], lead: int) -> Draft:
    """About a year: the year itself, or else a few years around it."""
    year = int(found[1])
    around = year_days(year - _CIRCA_YEARS, year + _CIRCA_YEARS)
    return Draft(found.start() - lead, found.end(), Precision.YEAR, (year_days(year), around))


def _year(found: re.Match[str], *, background: bool = False, settled: bool = False) -> Draft:
    days = (year_days(int(found[1])),)
    return Draft(found.start(), found.end(), Precision.YEAR, days, background=background, settled=settled)
