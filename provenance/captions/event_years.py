"""The year in the name of what is shown: "at the 2014 World Cup", "during the 1991 riots".

Behind "after", "of" or "since", and in what is told of a person ("who won at ..."), such a year is background.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.captions.date_draft import Draft, year_days
from provenance.model.claims import Precision

_SPORT = (
    r"World Cup|Olympics?|Olympic Games|Paralympics?|Games|Cup|Championships?|Champions League|Open|Masters|"
    r"Grand Prix|Super Bowl|World Series|Finals?|Tour|Giro|Vuelta|Marathon|Regatta|Derby|Race|Rally|Classic|"
    r"Tournament|Euros?|Copa|Playoffs?|Draft|Bowl|Invitational|Trophy|Wimbledon"
)
_CULTURE = (
    r"Festival|Awards?|Oscars?|Emmys?|Grammys?|Globes?|Gala|Ball|Biennale|Biennial|Fair|Expo|Exposition|Show|Carnival|"
    r"Parade|Pride|Summit|Conference|Convention|Congress|Forum|Assembly|Fashion Week|Premiere|Concert|Contest|Pageant|"
    r"Ceremony|Pilgrimage|Celebrations?"
)
_TURMOIL = (
    r"elections?|campaign|primary|primaries|referendum|protests?|riots?|uprising|revolution|rebellion|war|coup|strikes?|"
    r"march|demonstrations?|unrest|siege|invasion|occupation|offensive|blitz|bombings?|earthquake|floods?|flooding|"
    r"hurricane|typhoon|cyclone|tsunami|wildfires?|bushfires?|famine|drought|heatwave|heat wave|blizzard|eruption|"
    r"eclipse|pandemic|epidemic|outbreak|lockdown|crisis|hearings?|trial|season"
)
_EVENT = re.compile(
    r"\b(?P<lead>during|at|throughout|amid|in|for|from|of|shows?|showing|depicts?)[ ](?:the|an?|its|their|his|her)[ ]"
    r"(?P<year>1[89][0-9]{2}|20[0-9]{2})[ ](?:[\w.'’&-]{1,20}[ ]){0,4}"
    rf"(?:{_SPORT}|{_CULTURE}|{_TURMOIL})\b",
    re.IGNORECASE,
)
_CONTEST = re.compile(rf"\b(?:{_SPORT}|{_CULTURE})\b", re.IGNORECASE)
_OF_PICTURE = re.compile(
    r"\b(?:photos?|photographs?|pictures?|images?|scenes?|views?|footage|frames?|video|still|aftermath|opening|"
    r"(?:game|day|round|stage|leg|match|heat|race|half|quarter|period|finals?|semi-?finals?|ceremony|session|night|edition)"
    r"(?: \w{1,8})?)[ ]$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:who|whose|which|that|after|since|before|until|won|lost|scored|winner|champion|medall?ists?|candidates?|"
    r"nominees?|contenders?|ahead|bid|qualif\w{1,6}|place|spot|role|run|running|ran|compete|defeat|defeated|victory|loss|cast|part|results?|"
    r"suspects?|accused|charged|convicted|veterans?|survivors?|hero|star)\b[^.;:()]{0,70}$",
    re.IGNORECASE,
)
_LOOK_BACK = 90


def event_years(text: str) -> Iterator[Draft]:
    """The year of each event that the text says is going on."""
    for found in _EVENT.finditer(text):
        background = not _shown(text, found)
        yield Draft(
            found.start("year"),
            found.end("year"),
            Precision.YEAR,
            (year_days(int(found["year"])),),
            background=background,
            settled=not background,
        )


def _shown(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    lead = found["lead"].lower()
    if lead in {"of", "from"}:
        return _OF_PICTURE.search(before) is not None and _TOLD.search(before) is None
    if lead == "for" or (lead == "in" and not _CONTEST.search(found[0])):
        return False
    return "celebrat" in before or _TOLD.search(before) is None
