"""What a date is the date of, told from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.captions.date_draft import Draft
from provenance.captions.months import weekday_named
from provenance.model.claims import DateRole, Precision

_LOOK_BACK = 110
_WEEKDAY = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,13})(?:-feira)?(?:,|\.|\.,)?\s{0,2}(?:the |den |dem |le |el )?$")
_ISSUED = re.compile(r"\b(?:issue date|issued|date of issue|filed|transmitted)(?: on)?:?\s{0,2}$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:\b(?:dated|taken|photographed|captured|pictured|filmed|shot|made|recorded|date|datum|seen here|"
    r"seen|aufgenommen|"
    r"prise?|tomada|scattata|снято|сделано)(?: here)?(?: on| in| am| le| el| il| the|:){0,2}\s{0,2}|"
    r"\bin (?:this|an?|a combination)(?: file| undated| still| video| satellite)?(?: photo| image|"
    r" picture)?(?: from| of)? )$",
    re.IGNORECASE,
)
_PHOTO_AFTER = re.compile(
    r",?\s(?:file |archive |handout |aerial |satellite |combination |screen |still |pool |frame ){0,3}"
    r"(?:photo|photograph|picture|image|video|frame|grab|still|footage)",
    re.IGNORECASE,
)
_IN_THIS = re.compile(r"\b(?:in|shows?) (?:this|an?)(?: file photo (?:from|of|dated))? $", re.IGNORECASE)
_RELEASED = re.compile(
    r"\b(?:released|provided|distributed|published|posted|made available|handed out|supplied|shared|uploaded|issued|"
    r"broadcast|veröffentlicht|diffusée?|publicada)\b",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"\b(?:shows?|showing|shown|taken|captured|seen|pictured|depicts?|of|as|after|during)\b|[;.]\s|,\s", re.IGNORECASE
)
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"(?:\b(?:since|until|till|til|before|after|by|pre|post|prior to|ahead of|through|dating|dates|"
    r"expires?|seit|bis|depuis|jusqu|"
    r"desde|hasta|dal|od|з|с|до|после|після)(?: the| from| back to| to| early| late| mid| at least| about)*"
    r"|\b(?:founded|established|created|built|opened|launched|born|elected|died|inaugurated|begun|began|started|starting|"
    r"begins?|starts?|closed|abolished|ended|ends|killed|assassinated|murdered|convicted|sentenced|won|first \w{2,12}|"
    r"debuted|introduced|completed|constructed|purchased|bought|acquired|adopted|signed|scheduled|due|expected|planned|slated|"
    r"premieres?|premiered|takes? effect|resigned|retired|independence|coup|revolution)(?: again| early|"
    r" back| late| up| out)?"
    r"(?: for| in| on| at| of| from| to| the| early| late|,)*"
    r"|\bfrom)\s{1,2}$",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|due|scheduled|set to|upcoming|ahead of|expected|planned|plans? to|slated|later|"
    r"forthcoming|to be held|goes? on trial)"
    r"\b[^,.;:()]{0,60}$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?:©|\bcopyright\b)[^.;()]{0,60}$", re.IGNORECASE)
_DATELINE = re.compile(r"^[^a-z]{2,90}(?:[-–—,:(]|\u2014)\s{0,2}$")
_NOUN_AFTER = re.compile(
    r"\s(?:elections?|attacks?|war|invasion|earthquake|shooting|bombings?|coup|uprising|revolution|massacre|referendum|"
    r"protests?|riots?|agreement|deal|accord|ceasefire|season|edition|issue|hearing|trial|deadline|vote|summit)\b"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft with the role that its surroundings give it.

    `start` includes a weekday beside the date. `labelled` is true where the words say outright that the photo was
    taken then ("Picture date:", "In this ... photo").
    """

    draft: Draft
    role: DateRole
    start: int
    weekday: int | None = None
    labelled: bool = False


def in_context(text: str, draft: Draft) -> Reading:
    """The draft with its role and its weekday."""
    start, weekday = _weekday(text, draft)
    before = text[max(0, start - _LOOK_BACK) : start]
    role, labelled = _role(text, draft, start, _this_sentence(before))
    return Reading(draft, role, start, weekday, labelled)


def _weekday(text: str, draft: Draft) -> tuple[int, int | None]:
    if draft.relative or draft.precision in {Precision.MONTH, Precision.YEAR, Precision.DECADE}:
        return draft.start, None
    window = max(0, draft.start - 26)
    found = _WEEKDAY.search(text[window : draft.start])
    day = weekday_named(found[1]) if found else None
    return (window + found.start(1), day) if found and day is not None else (draft.start, None)


def _this_sentence(before: str) -> str:
    """What stands before the date in its own sentence; abbreviations and initials do not end one."""
    cut = 0
    for found in re.finditer(r"(?<=[a-zà-ÿ0-9)]{3})[.!?]\s(?=[A-ZÀ-ÞА-Я“\"(])", before):
        cut = found.end()
    return before[cut:]


def _role(text: str, draft: Draft, start: int, before: str) -> tuple[DateRole, bool]:
    if _ISSUED.search(before):
        return DateRole.ISSUED, False
    if _LABEL.search(before) or (_IN_THIS.search(before) and _PHOTO_AFTER.match(text, draft.end)):
        return DateRole.SHOWN, not _IN_THIS.search(before) or _PHOTO_AFTER.match(text, draft.end) is not None
    if _released(before):
        return DateRole.RELEASED, False
    if _is_background(text, draft, before):
        return DateRole.BACKGROUND, False
    if draft.precision is Precision.DAY_NO_YEAR and _is_dateline(text, draft, start):
        return DateRole.DATELINE, False
    return DateRole.SHOWN, _closes_text(text, draft, start)


def _released(before: str) -> bool:
    verbs = list(_RELEASED.finditer(before))
    if not verbs:
        return False
    between = re.sub(r",?\s{0,2}(?:on|in|,)?\s{0,2}$", "", before[verbs[-1].end() :])
    return _SHOWS.search(between.replace("Ministry of", "").replace("Office of", "").replace("Service of", "")) is None


def _is_background(text: str, draft: Draft, before: str) -> bool:
    start_of_interval = draft.precision is Precision.INTERVAL and before.rstrip().lower().endswith("from")
    if draft.background or _OWNED.search(before) or (_BACKGROUND.search(before) and not start_of_interval):
        return True
    named = text[draft.start].isalpha() or draft.precision is Precision.YEAR  # "the 7th of April" is a day all the same
    the = named and re.search(r"\b(?:the|a|an|his|her|its|their)\s{1,2}$", before)
    event = (the and not _PHOTO_AFTER.match(text, draft.end)) or _NOUN_AFTER.match(text, draft.end)
    if event and draft.precision is not Precision.DECADE:
        return True
    return _FUTURE.search(before) is not None


def _is_dateline(text: str, draft: Draft, start: int) -> bool:
    head = text[max(0, start - 90) : start]
    ends = re.match(r"\s{0,2}(?::|\)|-|–|—|\.\s)", text[draft.end : draft.end + 6])
    return ends is not None and _DATELINE.match(re.sub(r"^\(FILES?(?: PHOTO)?\)\s*", "", head)) is not None


def _closes_text(text: str, draft: Draft, start: int) -> bool:
    """A day at the very end behind a dash: where picture agencies put "Event, City, Country - 05 Feb 2026"."""
    if draft.precision is not Precision.DAY or text[draft.end : draft.end + 3].strip(" .\n"):
        return False
    return draft.end + 3 >= len(text) and text[max(0, start - 3) : start].rstrip().endswith(("-", "–"))
