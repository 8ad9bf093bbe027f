"""Which named event a caption tells of, and which kind of disaster did the damage that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.captions.spelling import fold, words_of
from provenance.model.claims import Excerpt

_WORD = r"(?:[A-ZÀ-Þ][\w’'.&-]{0,24}|\d{1,2}(?:th|st|nd|rd))"
_LEADING = re.compile(
    r"\b(?P<kind>Super Typhoon|Typhoon|Hurricane|Tropical Storm|Tropical Cyclone|Cyclone|Storm|Operation|Battle of"
    r"|Siege of) (?P<name>[A-ZÀ-Þ][\w’'-]{1,24})"
)
_KINDS = {
    "festival": "Film Festival|Music Festival|Jazz Festival|Festival|Carnival|Fashion Week|Book Fair|Motor Show"
    "|Air Show",
    "tournament": "World Cup|Grand Prix|Marathon|Winter Olympics|Summer Olympics|Olympic Games|Olympics|Paralympics"
    "|Championships?|Open|Masters|Super Bowl|Champions League|Premier League|Europa League|Nations League|Games|Cup"
    "|League|Derby|Series",
    "summit": "Summit|Conference|Forum|Congress",
    "war": "War|Uprising|Revolution",
    "ceremony": "Academy Awards|Awards|Oscars|Grammys|Gala",
}
_GROUPS = {word: group for group, words in _KINDS.items() for word in words.replace("s?", "").split("|")}
_TRAILING = re.compile(rf"(?P<name>(?:{_WORD} ){{0,3}})(?P<kind>{'|'.join(_KINDS.values())})\b(?! [A-Z][a-z]{{2}})")
_BY_NAME = {
    "Wimbledon": "tournament", "Roland Garros": "tournament", "Tour de France": "tournament", "Glastonbury": "festival",
    "Giro d'Italia": "tournament", "La Liga": "tournament", "Serie A": "tournament", "Bundesliga": "tournament",
    "Ligue 1": "tournament", "Lollapalooza": "festival", "Coachella": "festival", "Woodstock": "festival",
    "Oktoberfest": "festival", "Burning Man": "festival", "Eurovision": "festival",
}  # fmt: skip
_CALLED = re.compile(rf"\b(?:{'|'.join(_BY_NAME)})\b")
_ALSO = {"oscars": "academy", "garros": "french"}
_GENERIC = words_of(
    "the of a an at in and annual international national final finals semi-final round day music film jazz book",
    "fashion motor air week show fair festival carnival cup league open masters championship championships games",
    "summit conference forum congress war uprising revolution awards gala marathon prix grand series derby",
    "olympics olympic winter summer men's women's mens womens singles match soccer football tennis group stage",
    "first second third bowl super civil opening closing ceremony during after before photo image file",
)
_CAUSES = {
    "earthquake": (
        r"(?:earth)?quakes?|aftershocks?|erdbebens?|séisme|tremblement de terre|terremotos?|sismo|deprem\w{0,6}"
        r"|trzęsieni\w{1,3} ziemi|землетрус\w{0,4}|землетрясени\w{1,3}|aardbeving"
    ),
    "windstorm": (
        r"hurricanes?|typhoons?|cyclones?|tornado(?:es)?|huracán|ouragan|uragano|furacão|orkaan|huragan\w{0,4}"
        r"|hurrikans?|wirbelsturms?|ураган\w{0,4}"
    ),
    "attack": (
        r"(?:air|missile|rocket|drone)[ -]?strikes?|shelling|bombardments?|bombing|luftangriffe?s?"
        r"|raketenangriff\w{0,3}|bombardements?|bombardeos?|ataques? aéreos?|raid aere[oi]|bombardament\w{1,2}"
        r"|luchtaanval\w{0,3}|nalot\w{0,3}|обстріл\w{0,4}|авіауд\w{1,4}|обстрел\w{0,4}|авиауд\w{1,4}"
    ),
    "eruption": r"volcanic eruption|vulkanausbruchs?|éruption|erupción|eruzione|erupção|erupcj\w{1,3}|yanardağ\w{0,4}",
}
_CAUSE = {cause: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for cause, words in _CAUSES.items()}
_DAMAGE = re.compile(
    r"(?<!\w)(?:destroy|damag|collaps|rubble|debris|ruin|flatten|wreck|crater|zerstör|trümmer|eingestürzt|détrui"
    r"|décombres|effondr|destru|escombros|derrumb|distrutt|macerie|crollat|verwoest|puin|zniszcz|gruz|yıkıl|enkaz"
    r"|зруйнован|завал|уламк|разруш|обломк)",
    re.IGNORECASE,
)
_BYGONE = re.compile(
    r"['’]?s? (?:champions?|winners?|winning|runner-up|(?:gold |silver |bronze )?medal\w{0,5}|titles?|finalists?"
    r"|holders?|veterans?|survivors?|memorial|cemetery|hero(?:es)?|era|museum|bombs?|nominees?|nominated|qualif\w{1,8})\b"
)
_SINCE = re.compile(r"\b(?:since|ahead of|before|until|anniversary of|end of|veterans? of)(?: the)? $", re.IGNORECASE)
_LEADING_GROUP = dict.fromkeys(
    ("Typhoon", "Hurricane", "Tropical Storm", "Tropical Cyclone", "Cyclone", "Storm"), "storm"
)


@dataclass(frozen=True, slots=True)
class Event:
    """A named event: what it is compared with (its group), and the words that tell it from others."""

    group: str
    names: frozenset[str]
    excerpt: Excerpt

    def may_be(self, other: Event) -> bool:
        """Whether both may be the same: a word that begins alike is enough."""
        return any(one[:_STEM] == two[:_STEM] for one in self.names for two in other.names)


_STEM = 4


def events(text: str) -> Iterator[Event]:
    """The events that a caption names. Those that only say what somebody once won or fought in are none."""
    for found in _LEADING.finditer(text):
        kind = found["kind"].removeprefix("Super ")
        yield Event(_LEADING_GROUP.get(kind, kind), frozenset({fold(found["name"])}), _excerpt(text, *found.span()))
    for pattern in (_TRAILING, _CALLED):
        for found in pattern.finditer(text):
            names = frozenset(_names(found[0]))
            group = _BY_NAME.get(found[0]) or _GROUPS.get(found["kind"] if "kind" in pattern.groupindex else "")
            if names and group and not _background(text, found.start(), found.end()):
                yield Event(group, names, _excerpt(text, found.start(), found.end()))


def cause(text: str) -> tuple[str, Excerpt] | None:
    """The one kind of disaster that a caption speaks of, where it shows the damage; None where there are several."""
    if not _DAMAGE.search(text):
        return None
    found = [(kind, one) for kind, words in _CAUSE.items() if (one := words.search(text))]
    if len(found) != 1:
        return None
    kind, one = found[0]
    return kind, _excerpt(text, one.start(), one.end())


def _background(text: str, start: int, end: int) -> bool:
    """Whether an event is only what somebody once won, or what is counted from."""
    return bool(_BYGONE.match(text, end) or _SINCE.search(text[max(0, start - 24) : start]))


def _names(words: str) -> Iterator[str]:
    for word in re.findall(r"[^\W_]{2,25}", fold(words.replace(".", ""))):
        if word not in _GENERIC and not (word[0].isdigit() and len(word) == 4):
            yield _ALSO.get(word, word)


def _excerpt(text: str, start: int, end: int) -> Excerpt:
    return Excerpt(text[start:end], start, end)
