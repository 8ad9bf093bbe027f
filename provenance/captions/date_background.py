"""Dates of something else than what is shown: since 2014, killed in 2015, the Sept. 11 attacks, will open in 2027."""

from __future__ import annotations

import re

from provenance.captions.date_draft import Draft
from provenance.model.claims import Precision

_LINK = (
    r"(?: again| early| back| late| up| out| here| there| down| over)?"
    r"(?: for| in| on| at| of| from| to| by| the| early| late| around| about| circa|,)*\s{1,2}$"
)
_SINCE = re.compile(
    r"(?:\b(?:since|until|till|til|before|after|by|pre|post|prior to|ahead of|as of|through|dating|dates|"
    r"expires?|seit|bis|depuis|jusqu|desde|hasta|dal|fino al|sinds|od|z|з|с|із|до|после|після|перед)"
    r"(?: the| from| back to| to| early| late| mid| at least| about)*|\bfrom)\s{1,2}$",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:founded|established|created|built|opened|launched|born|elected|died|inaugurated|begun|began|started|"
    r"starting|"
    r"begins?|starts?|closed|abolished|ended|ends|killed|assassinated|murdered|convicted|sentenced|won|first \w{2,12}|"
    r"debuted|introduced|completed|constructed|purchased|bought|acquired|adopted|signed|scheduled|due|expected|"
    r"planned|slated|"
    r"premieres?|premiered|takes? effect|took effect|resigned|retired|independence|coup|revolution)" + _LINK,
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:rebuilt|erected|re-elected|dead|slain|executed|lynched|drowned|acquitted|pardoned|indicted|jailed|"
    r"imprisoned|"
    r"ratified|enacted|passed|took office|took power|takes? office|came to power|seized power|said|announced|told|"
    r"reported|"
    r"promised|pledged|declared|disappeared|vanished|went missing|joined|appointed|named|nominated|moved to|fled|"
    r"emigrated|"
    r"annexed|seceded|merged|discovered|designed|composed|written|discontinued|demolished|sank|sunk|crashed|collapsed|"
    r"deposed|ousted|overthrown|last \w{2,12}|ago)" + _LINK,
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:nacid|fallecid|muert|murió|fundad|construid|inaugurad|elegid|electo|detenid|asesinad|né[es]?\b|"
    r"mort[eo]?s?\b|décédé|élu|"
    r"construit|inauguré|fondé|créé|tué|nat[oaie]\b|elett|costruit|fondat|uccis|nascid|eleit|construíd|geboren|"
    r"gestorben|"
    r"gegründet|erbaut|gebaut|eröffnet|gewählt|verstorben|getötet|ermordet|overleden|gebouwd|opgericht|verkozen|"
    r"urodzon|"
    r"zmarł|zbudowan|założon|zginą|wybran|родил|умер|погиб|построен|основан|народив|помер|загину|збудован|заснован|"
    r"обран)"
    r"\w{0,6}(?: (?:en|in|im|am|el|le|il|nel|em|à|a|op|w|we|dnia|в|у|an|und|de))*\s{1,2}$",
    re.IGNORECASE,
)
_EVENT_OF = re.compile(
    r"\b(?:attacks?|clash(?:es)?|bombings?|shootings?|massacre|killings?|events|disaster|crash|earthquake|tsunami|"
    r"revolution|uprising|"
    r"coup|war|riots|protests|anniversary|referendum|elections?|genocide|siege|battle|agreement|treaty|"
    r"victims) of (?:the )?$",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?:[0-9]%|\bper ?cent\b|\b(?:profits?|revenues?|sales|turnover|GDP|inflation|prices|earnings|quarter|"
    r"(?:year|months?) to)\b)"
    r"[^.;:()]{0,60}$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:rue|place|avenue|boulevard|square|stade|pont|calle|plaza|avenida|via|piazza|viale|corso|rua|praça|largo|"
    r"ulic[aey]|ul\.|"
    r"plac|улиц[аеы]|ул\.|вулиц[яі]|вул\.|площа|площадь|станция|straße|platz)(?: du| de| del| do| da| dos| des)? $",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|due|scheduled|set to|upcoming|ahead of|expected|planned|plans? to|slated|later|"
    r"forthcoming|to be (?:held|completed|built|opened)|goes? on trial|(?:is|are|was|were) to (?!the\b)\w{3,12})"
    r"\b[^,.;:()]{0,60}$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?:©|\(c\)|\bcopyright\b)[^.;]{0,60}$", re.IGNORECASE)
_ASIDE = re.compile(r",[ ](?:who|whose|whom|which)\b[^,;:()–—]{2,90}$")
_CLAUSE = re.compile(r"[ ](?:who|whose|whom|which)\b[^,;:()–—]{2,90}$")
_GOES_ON = re.compile(
    r"[ ](?:and[ ])?(?!(?:in|at|on|near|during|by|as|with|for|to|from|after|before|outside|and)\b)[a-z]{2,15}\b|"
    r",[ ][a-z]{3,15}s\b"
)
_BORN = re.compile(
    r"\((?:b\.|born|née?|d\.|died|geb\.|gest\.|né|nacido|nato|ur\.|род\.)[^()]{0,60}$|[†*]\s{0,2}$", re.IGNORECASE
)
_OBJECT = re.compile(
    r"\b(?:letter|document|memo|memorandum|note|banknote|coin|invoice|ticket|passport|newspaper|stamp|certificate|"
    r"report|"
    r"manuscript|map|inscription|decree|painting|drawing|treaty|diary|edition|issue|cover|page|copy) (?:dated|from|"
    r"of)(?: the)? $",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:the|a|an|his|her|its|their|this year['’]s)\s{1,2}$", re.IGNORECASE)
PICTURE_AFTER = re.compile(
    r",?\s(?:file |archive |handout |aerial |satellite |combination |screen |still |pool |press |frame |drone |"
    r"courtroom |"
    r"video |studio |black-and-white ){0,3}"
    r"(?:photo|photograph|picture|image|video|frame|grab|still|footage|sketch|postcard|portrait|snapshot)s?\b",
    re.IGNORECASE,
)
"""What stands behind the date in "this April 10, 2020, file photo"."""
PICTURE_FROM = re.compile(
    r"\b(?:photos?|photographs?|pictures?|images?|videos?|footage|screenshot|screengrab|clip)\b"
    r"(?:[^.;:()]{0,60}(?:\b(?:is|was|are|were)(?: actually| really| in fact| originally)? from|, from|"
    r"\bdat(?:es?|ing|ed)(?: back)?(?: to| from))|[^.;:(),]{0,30} from)(?: about| around| circa| at least)? $",
    re.IGNORECASE,
)
"""What stands before the date in "the image is from 2011" and "photo of a ward in Bergamo, from March 2020"."""
_NOUN_AFTER = re.compile(
    r",?\s(?:terror(?:ist)? |terrorist |presidential |general |parliamentary |military |mass |deadly |car |suicide |"
    r"nuclear |tsunami ){0,2}"
    r"(?:elections?|attacks?|war|invasion|earthquake|shootings?|bombings?|coup|uprising|revolution|massacre|referendum|"
    r"protests?|riots?|agreement|deal|accord|ceasefire|season|edition|issue|hearing|trial|deadline|vote|summit|"
    r"insurrection|"
    r"explosion|blast|disaster|crash|tragedy|assault|raid|storming|genocide|killings?|committee|memorial|"
    r"anniversary|movement|plot)\b"
)
_SHOWN_EVENT = re.compile(r"\b(?:during|at)(?: the| an?| his| her| their)\s{1,2}$", re.IGNORECASE)
_ATTRIBUTED = re.compile(
    r",?\s(?!(?:in|at|on|near|during|and|by|as|with|for|to|from|after|before|outside|when|while|where|"
    r"of)\b)[A-Za-z]{3,}"
)
_DAYS = frozenset({Precision.DAY, Precision.DAY_NO_YEAR})
_STATED = frozenset({Precision.DAY, Precision.MONTH})
_WIDE = frozenset({Precision.YEAR, Precision.MONTH, Precision.DECADE, Precision.INTERVAL})


def of_an_object(before: str) -> bool:
    """Whether the words before a date make it that of a thing which is shown: a letter dated, the edition of."""
    return _OBJECT.search(before) is not None


def is_background(text: str, draft: Draft, before: str) -> bool:
    """Whether the words before a date in its sentence, and those behind it, make it the date of something else."""
    if draft.background or _BORN.search(before) or _EVENT_OF.search(before) or _STREET.search(before):
        return True
    if draft.precision is Precision.YEAR and _OWNED.search(before):
        return True
    if draft.precision in _WIDE and _FIGURES.search(before):
        return True
    if _told(draft, before) or _attribute(text, draft, before) or _aside(text, draft, before):
        return True
    return _FUTURE.search(before) is not None


def _told(draft: Draft, before: str) -> bool:
    """Behind "since", "killed in", "took office in"; a span that begins with "from" is told about itself."""
    if draft.precision is Precision.INTERVAL and before.rstrip().lower().endswith("from"):
        return False
    if _SINCE.search(before) or _HAPPENED.search(before) or _ELSEWHERE.search(before):
        return True
    return draft.precision in _WIDE and _ONCE.search(before) is not None


def _attribute(text: str, draft: Draft, before: str) -> bool:
    """The date as an adjective: the Sept. 11 attacks, the 7 April vote, a 2014 law; not "during the April 7 match"."""
    if draft.precision is Precision.DECADE or PICTURE_AFTER.match(text, draft.end):
        return False
    going_on = draft.precision in _STATED and _SHOWN_EVENT.search(before) is not None
    if going_on or _NOUN_AFTER.match(text, draft.end):
        return not going_on
    if not _ARTICLE.search(before):
        return False
    if draft.precision in _DAYS and text[draft.start].isdigit() and "th" in text[draft.start : draft.end].lower():
        return False  # "the 7th of April" is a day all the same
    if draft.precision is Precision.INTERVAL or (text[draft.start].isdigit() and draft.precision is not Precision.YEAR):
        return _ATTRIBUTED.match(text, draft.end) is not None
    return True


def _aside(text: str, draft: Draft, before: str) -> bool:
    """A year or month within "who ...": of the person's past where the clause is an aside or the sentence goes on."""
    if draft.precision not in _WIDE:
        return False
    return _ASIDE.search(before) is not None or (
        _CLAUSE.search(before) is not None and _GOES_ON.match(text, draft.end) is not None
    )
