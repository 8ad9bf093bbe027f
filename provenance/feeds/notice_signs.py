"""What a notice in words says of its photos: file names, ids and URLs; and which words it takes back.

Agencies name a photo by its transmission reference (NYOL502), its own id (RC2XXXX, GM1E..., LYNX..., epa0..., AFP_...),
a number after a label ("image #1234567890"), a tag or a URN. Years, days, times and telephone numbers are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LONGEST = 100_000
_MOST = 200
_URL = re.compile(r"https?://[^\s<>\"')\]]{4,1000}", re.IGNORECASE)
_ENDING = re.compile(r"\.(?:jpe?g|jfif|png|webp|tiff?|heic|avif|gif)\b", re.IGNORECASE)
_BEFORE = re.compile(r"[\w()+,.@=~%-]{1,160}$")
_LONGEST_NAME = 160
_QUOTED_FILE = re.compile(
    r"[\"“”'‘’«»]([^\"“”'‘’«»\n/\\]{1,160}\.(?:jpe?g|png|webp|tiff?|heic))[\"“”'‘’«»]", re.IGNORECASE
)
_GUID = re.compile(r"\b(?:tag:[\w.-]{3,80},\d{4}:[\w.:/-]{3,160}|urn:[\w-]{2,32}:[\w.:/-]{6,200})")
_UNIQUE = re.compile(
    r"(?<![\w-])(?:RC\d[A-Z0-9]{8,12}|GM1E[A-Z0-9]{6,12}|GF\d[A-Z0-9]{6,12}|LYNX[A-Z0-9]{6,14}|RTS?X?[A-Z0-9]{5,8}(?=\b)"
    r"|epa\d{8}|AFP_[A-Z0-9_]{5,12}|\d{2,3}[A-Z][A-Z0-9]{4,5}|GettyImages-\d{6,12}|AP\d{11,15}"
    r"|\d{6,8}-\d{2}-\d{5,7}|[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])"
)
_REFERENCE = re.compile(r"(?<![\w-])[A-Z]{2,6}\d{1,4}(?![\w-])")
_LABELLED = re.compile(
    r"(?:\b(?:image|photo|picture|asset|item|file|media|editorial|master|bild|foto|photographie|imagen|immagine|stock)?"
    r"[\s-]{0,2}(?:id|ids|ident|nr|no|num(?:ber|mer|éro|ero)?|número|numéro|ref(?:erence|erenz|erencia)?|réf(?:érence)?"
    r"|trans\s?ref|transmission\s+reference|guid|iid|otr|uno)\b[\s.:#=]{0,4}|#\s{0,2})"
    r"(?=[\w.-]{0,40}\d)([A-Za-z0-9][\w.-]{3,60})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:images?|photos?|pictures?|fotos?|bild|imagen|immagine|assets?)\s{1,3}(\d{7,14})\b", re.IGNORECASE
)
_NO_ID = re.compile(
    r"[\d.-]{1,5}|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{4}-\d{2}-\d{2}T?[\dZ:+.]{0,20}|(?:19|20)\d{2}|COVID-?\d{2}|G\d{1,2}|A4|F1|MP3"
)
_NO_REFERENCE = frozenset({"COVID19", "SARS2", "UTC0"})
_NOT = re.compile(
    r"\b(?:,\s{0,2}(?:and\s)?not|instead\s+of|rather\s+than|and\s+not|statt|anstatt|nicht|au\s+lieu\s+d[eu]|et\s+non(?:\s+pas)?"
    r"|en\s+(?:lugar|vez)\s+del?|y\s+no|anziché|e\s+non)\s{1,3}([^\n.;:()\[\],!?]{2,80})",
    re.IGNORECASE,
)
_COMMA_NOT = re.compile(r",\s{0,2}(?:and\s)?not\s{1,3}([^\n.;:()\[\],!?]{2,80})", re.IGNORECASE)
_QUOTES = "\"“”'‘’«»„ \t-–—"
_NEW_CAPTION = re.compile(
    r"(?:^|\n)[\s*>-]{0,6}(?:(?:the\s+)?(?:new|corrected|correct|full|revised|updated)?\s{0,2}captions?"
    r"(?:\s+(?:should|is\s+to|must|now|to)\s+reads?|\s+(?:is|as\s+follows))?|(?:it\s+)?should\s+read|now\s+reads"
    r"|(?:neuer?|berichtigter?|korrigierter?)\s+(?:bildtext|bildunterschrift)|bildtext(?:\s+lautet)?|richtig\s+(?:muss|ist|lautet)[^:\n]{0,20}"
    r"|(?:nouvelle\s+)?légende(?:\s+(?:corrigée|rectifiée))?|(?:nuevo\s+)?pie\s+de\s+foto(?:\s+(?:corregido|correcto))?"
    r"|leyenda\s+corregida|didascalia\s+corretta)\s{0,3}:\s{0,3}",
    re.IGNORECASE,
)


def names_in(text: str) -> tuple[str, ...]:
    """The names of picture files in a text."""
    text = _URL.sub(" ", text[:_LONGEST])
    quoted = [found[1].strip() for found in _QUOTED_FILE.finditer(text)]
    return _distinct([*quoted, *(name for _, name in _files(_QUOTED_FILE.sub(" ", text)))])


def urls_in(text: str) -> tuple[str, ...]:
    """The URLs in a text, without the full stop of its sentence."""
    return _distinct(found[0].rstrip(".,;:!?") for found in _URL.finditer(text[:_LONGEST]))


def ids_in(text: str) -> tuple[str, ...]:
    """The ids of photos in a text."""
    text = _URL.sub(" ", text[:_LONGEST])
    guids = [found[0].rstrip(".,:;/") for found in _GUID.finditer(text)]
    rest = _GUID.sub(" ", text)
    for start, name in reversed(list(_files(rest))):
        rest = f"{rest[:start]} {rest[start + len(name) :]}"
    return _distinct([*guids, *_shaped(rest)])


def wrong_words(text: str) -> tuple[str, ...]:
    """The words that a correction takes back: "Smyth" in "to Smith, not Smyth"."""
    text = text[:_LONGEST]
    found = [*_NOT.finditer(text), *_COMMA_NOT.finditer(text)]
    return _distinct(_first_words(one[1]) for one in sorted(found, key=lambda one: one.start()))[:10]


def corrected_caption(text: str) -> str:
    """The caption that a correction gives as the right one: its paragraph after "Corrected caption:"; "" for none."""
    found = list(_NEW_CAPTION.finditer(text[:_LONGEST]))
    if not found:
        return ""
    return text[found[-1].end() : _LONGEST].strip().split("\n\n")[0].strip().strip(_QUOTES)


def _files(text: str) -> Iterator[tuple[int, str]]:
    """Where names of picture files stand, told from their endings, and the names."""
    last = 0
    for ending in list(_ENDING.finditer(text))[: _MOST * 5]:
        found = _BEFORE.search(text[max(last, ending.start() - _LONGEST_NAME) : ending.start()])
        if found:
            name = (found[0] + ending[0]).lstrip("(")
            last = ending.end()
            yield last - len(name), name


def _shaped(text: str) -> Iterator[str]:
    yield from (found[0] for found in _UNIQUE.finditer(text))
    yield from (found[0] for found in _REFERENCE.finditer(text) if _counts(found[0]) and found[0] not in _NO_REFERENCE)
    yield from (one for found in _LABELLED.finditer(text) if _counts(one := found[1].strip(".-_")))
    yield from (found[1] for found in _NUMBERED.finditer(text) if _counts(found[1]))


def _counts(text: str) -> bool:
    return any(one.isdigit() for one in text) and _NO_ID.fullmatch(text) is None


def _first_words(text: str) -> str:
    """What is taken back, without what follows it in the sentence."""
    words = re.split(r"\s+(?:as|in\s+the|wie|comme|como)\s", text.strip(), maxsplit=1)[0]
    return words.strip(_QUOTES)


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in texts if one))[:_MOST]
