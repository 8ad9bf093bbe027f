"""What a date is the date of, told from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.captions.date_background import PICTURE_AFTER, PICTURE_FROM, is_background, of_an_object
from provenance.captions.date_draft import Draft
from provenance.captions.months import weekday_named
from provenance.model.claims import DateRole, Precision

_LOOK_BACK = 120
_WEEKDAY = re.compile(
    r"(?<![^\W\d_])(?P<day>[^\W\d_]{2,14}(?:['’ʼ][^\W\d_]{2,8})?)(?:-feira)?(?:,|\.|\.,)?\s{0,2}[\(]?"
    r"(?:the |den |dem |le |el |dia |o dia |kl |en |d\. )?$"
)
_WEEKDAY_AFTER = re.compile(
    r"(?:[ ]?,|\.,)?[ ]?[(（]?(?P<day>[^\W\d_]{4,14}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=\)))"
    r"(?=[ ]?(?:$|[,.;:)）\n]| günü))"
)
_SURNAMES = frozenset(["domingo", "sabato", "martí", "marti", "sali", "pazar", "friday", "monday"])
_FIRST_NAME = re.compile(r"(?<![^\W\d_])[A-ZÀ-Þ][a-zà-ÿ]{1,14}[ ]$")
_SENTENCE = re.compile(r"(?:(?<=[a-zà-ÿа-я0-9)”\"]{3})|(?<=[a-zà-ÿа-я]{2}[”\"’]))[.!?]\s(?=[A-ZÀ-ÞА-Я“\"(])")
_ISSUED = re.compile(
    r"\b(?:issue date|re-?issued|issued|date of issue|filed|transmitted|moved|sent)(?: on)?:?\s{0,2}$", re.IGNORECASE
)
_ON = r"(?: here| and released| and provided)?(?: on| in| am| le| el| em| il| op| dne| the|:){0,2}\s{0,2}"
_LABEL = re.compile(
    rf"(?:(?<!\w)(?:dated|photographed|pictured|date|datum|seen here|seen|aufgenommen){_ON}|"
    r"\bin (?:this|an?|a combination)(?: file| undated| still| video| satellite)?(?: photo| image| picture)?"
    r"(?: from| of)? |"
    r"(?<!\w)(?:photos?|photographs?|pictures?|images?|footage|foto|fotografie|aufnahme|(?:archiv)?bild|archivfoto|"
    r"photographie|fotografía|imagen|immagine|zdjęcie|fotografia|фото|фотографія|знімок|снимок|фотография)"
    r"(?: taken| dated| made)? (?:from|vom|von|aus|z|з|с|від|от|de|du|del|dal|uit)"
    r"(?: the| an?| circa| about| around)? )$",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"(?<!\w)(?:taken|captured|filmed|shot|recorded|made|prise?s?|tomad[ao]|scattat[ao]|tirada|gemaakt|genomen|снято|"
    rf"сделано|знято|зроблено|zrobione|wykonane|çekilen){_ON}$",
    re.IGNORECASE,
)
_IN_THIS = re.compile(r"\b(?:in|shows?) (?:this|an?)(?: file photo (?:from|of|dated))? $|\bthis $", re.IGNORECASE)
_RELEASED = re.compile(
    r"\b(?:released|provided|distributed|published|posted|made available|handed out|supplied|shared|uploaded|issued|"
    r"broadcast|obtained|tweeted|veröffentlicht|diffusée?|publiée?|publicada|difundida|pubblicata|diffusa|divulgada|"
    r"опубліковано|опубликовано|udostępnione|opublikowane|yayınlanan|paylaşılan)\b",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"(?:photo|picture|image|video|footage|frame|grab|still|screenshot|screengrab|handout|capture|bild|foto|imag|"
    r"immagin|"
    r"fotog|zdjęci|фото|знімок|снимок|відео|видео|kép)",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"\b(?:shows?|showing|shown|taken|captured|seen|pictured|depicts?|of|as|after|during|zeigt|montre|muestra|"
    r"mostra)\b|"
    r"[;.]\s|,\s",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"\b(?:Ministry|Office|Service|Department|Directorate|Bureau|Board|Government|State|House|University) of\b"
)
_DATELINE = re.compile(r"^[^a-z]{2,90}(?:[-–—,:(]|\u2014)\s{0,2}$")
_NAMED_DATELINE = re.compile(r"^[A-ZÀ-Þ][^a-z]{1,40},[ ]$")
_FILES = re.compile(r"^\(FILES?(?: PHOTO)?\)\s*")
_DATELINE_END = re.compile(r"\s{0,2}(?::|\)|-|–|—|\.\s|\((?:Xinhua|AP|Reuters|AFP)\))")


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft with the role that its surroundings give it.

    `start` and `end` include a weekday beside the date. `labelled` is true where the words say outright that the photo
    was taken then ("Picture date:", "In this ... photo").
    """

    draft: Draft
    role: DateRole
    start: int
    end: int
    weekday: int | None = None
    labelled: bool = False


def in_context(text: str, draft: Draft) -> Reading:
    """The draft with its role and its weekday."""
    start, end, weekday = _weekday(text, draft)
    before = text[max(0, start - _LOOK_BACK) : start]
    role, labelled = _role(text, draft, start, _this_sentence(before))
    return Reading(draft, role, start, end, weekday, labelled)


def in_field(text: str, draft: Draft) -> Reading:
    """The draft as a date that stands in a field for the date of the photo: only release and issue dates are others."""
    start, end, weekday = _weekday(text, draft)
    before = _this_sentence(text[max(0, start - _LOOK_BACK) : start])
    role = DateRole.SHOWN
    if _ISSUED.search(before):
        role = DateRole.ISSUED
    elif _released(before):
        role = DateRole.RELEASED
    elif draft.background:
        role = DateRole.BACKGROUND
    return Reading(draft, role, start, end, weekday)


def _weekday(text: str, draft: Draft) -> tuple[int, int, int | None]:
    if draft.relative or draft.precision in {Precision.MONTH, Precision.YEAR, Precision.DECADE}:
        return draft.start, draft.end, None
    window = max(0, draft.start - 32)
    found = _WEEKDAY.search(text[window : draft.start])
    day = weekday_named(found["day"]) if found and not _is_surname(text, found, window) else None
    if found and day is not None:
        return window + found.start("day"), draft.end, day
    after = _WEEKDAY_AFTER.match(text, draft.end) if draft.precision is Precision.DAY else None
    day = weekday_named(after["day"]) if after else None
    return draft.start, after.end("day") if after and day is not None else draft.end, day


def _is_surname(text: str, day: re.Match[str], window: int) -> bool:
    """Whether the word follows a first name as surnames do: Plácido Domingo, José Martí."""
    start = window + day.start("day")
    return day["day"].lower() in _SURNAMES and _FIRST_NAME.search(text[max(0, start - 18) : start]) is not None


def _this_sentence(before: str) -> str:
    """What stands before the date in its own sentence; abbreviations and initials do not end one."""
    cut = 0
    for found in _SENTENCE.finditer(before):
        cut = found.end()
    return before[cut:]


def _role(text: str, draft: Draft, start: int, before: str) -> tuple[DateRole, bool]:
    if _ISSUED.search(before):
        return DateRole.ISSUED, False
    if of_an_object(before):
        return DateRole.BACKGROUND, False
    label = _label(text, draft, before)
    return _unlabelled(text, draft, start, before) if label is None else (DateRole.SHOWN, label)


def _label(text: str, draft: Draft, before: str) -> bool | None:
    """Whether a label makes it the date of the photo for certain; None where there is no label."""
    picture_after = PICTURE_AFTER.match(text, draft.end) is not None
    in_this = _IN_THIS.search(before) is not None
    if _LABEL.search(before) or PICTURE_FROM.search(before) or _says_taken(before):
        return not in_this or picture_after
    return True if in_this and picture_after else None


def _says_taken(before: str) -> bool:
    """Whether it says "taken on" of a picture, or by itself: hostages are taken too, and films shot."""
    found = _TAKEN.search(before)
    if found is None:
        return False
    lead = before[: found.start()].rstrip()
    return not lead or lead[-1] in ",(.;–-" or _PICTURE.search(lead) is not None


def _unlabelled(text: str, draft: Draft, start: int, before: str) -> tuple[DateRole, bool]:
    if draft.settled:
        return DateRole.SHOWN, False
    if _released(before):
        return (DateRole.RELEASED if _PICTURE.search(text, 0, start) else DateRole.BACKGROUND), False
    if is_background(text, draft, before):
        return DateRole.BACKGROUND, False
    if draft.precision in {Precision.DAY_NO_YEAR, Precision.DAY} and _is_dateline(text, draft, start):
        return DateRole.DATELINE, False
    return DateRole.SHOWN, _closes_text(text, draft, start)


def _released(before: str) -> bool:
    verbs = list(_RELEASED.finditer(before))
    if not verbs:
        return False
    between = re.sub(r",?\s{0,2}(?:on|in|,)?\s{0,2}$", "", before[verbs[-1].end() :])
    return _SHOWS.search(_OFFICES.sub("", between)) is None


def _is_dateline(text: str, draft: Draft, start: int) -> bool:
    head = _FILES.sub("", text[max(0, start - 90) : start])
    if start > 90 or _DATELINE_END.match(text, draft.end) is None:
        return False
    return (_DATELINE if draft.precision is Precision.DAY_NO_YEAR else _NAMED_DATELINE).match(head) is not None


def _closes_text(text: str, draft: Draft, start: int) -> bool:
    """A day at the very end behind a dash: where picture agencies put "Event, City, Country - 05 Feb 2026"."""
    if draft.precision is not Precision.DAY or text[draft.end : draft.end + 3].strip(" .\n"):
        return False
    return draft.end + 3 >= len(text) and text[max(0, start - 3) : start].rstrip().endswith(("-", "–"))
