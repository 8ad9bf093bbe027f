"""Where a caption ends and its credit begins, told by the shapes that desks and news sites give a credit.

The agencies named here serve to find a credit. Which agency it is, and who took the photo, is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TAIL = 220
"""A credit is looked for in so many last characters: it is short, and the search stays quick."""
_LONGEST = 140
_EDGES = " \t\n|•·©–—-"
_AGENCIES = re.compile(
    r"\b(?:reuters|ap|associated press|afp|agence france[- ]presse|getty|getty images|epa|epa-efe|efe|dpa"
    r"|picture[- ]alliance|tass|sputnik|ria novosti|xinhua|pa|pa wire|pa images|pa media|press association"
    r"|anadolu(?: agency)?|ansa|kyodo|zuma(?: press| wire)?|shutterstock|rex(?: features)?|alamy|istock(?:photo)?"
    r"|upi|ntb|tt|(?:ritzau )?scanpix|keystone|apa|belga|anp|lusa|europa press|magnum(?: photos)?|corbis|bloomberg"
    r"|handout|ukrinform|unian|imago(?: images)?|action images|nurphoto|sipa(?: usa)?|abaca(?:press)?|canadian press"
    r"|aap(?:image)?|press trust of india|pti|ani|unsplash|pexels|nasa|bridgeman images|afp/getty)\b",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:(?:mandatory|photo|image|picture) credits?|photo(?:graph|s)?|image|picture|pic|credits?|fotos?|bild(?:er)?"
    r"|photographer|image copyright|copyright|quelle|cr[eé]dit(?:o|s)?(?: photo)?|foto[ğg]raf|фото|ảnh|immagine"
    r"|imagen|bildquelle|bildnachweis|bildrechte|fotocredit|fuente|fonte|źródło|kaynak|bron|image source|photo source)"
)
_COURTESY = r"(?:by|courtesy(?: of)?|von|par|por|di)\b"
_BRACKETED = re.compile(r"\s*[(\[](?P<credit>[^()\[\]]{2,140})[)\]]\s*\.?$")
_LABELLED = re.compile(rf"(?:^|(?<=[\s|•·–—.)\]\"”/-])){_LABEL}(?:\s*:\s*|\s+(?={_COURTESY}))", re.IGNORECASE)
_SIGNED = re.compile(r"(?:©|\(c\)|\|)\s*(?P<credit>[^©|]{2,140})$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<! [A-Z])[.!?][\"”’)\]]*\s*(?=[A-ZÀ-ÞА-Я])")
_SEPARATORS = re.compile(r"\s*[/|,–—]\s*|\s+(?:via|by|on)\s+|(?<=\w)-(?=[A-Z])|\s+-\s+", re.IGNORECASE)
_WORD = r"(?:[A-ZÀ-ÞА-Я0-9][\w.'’-]*|de|da|di|van|von|der|den|al|el|bin|la|le|of|the|for|and|&)"
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,6}}")
_INITIAL = re.compile(r"[A-ZÀ-ÞА-Я]")
_NOT_A_CREDIT = re.compile(r"\b(?:reporting|editing|writing|additional|said|told|compiled)\b", re.IGNORECASE)
_LABEL_ALONE = re.compile(rf"(?:{_LABEL})\s*(?::|(?={_COURTESY}))\s*", re.IGNORECASE)


def split_credit(text: str, *, in_caption: bool) -> tuple[str, str]:
    """A caption and the credit appended to it, ("...", "") where none is.

    `in_caption` says that the text is known to be a caption; then a bare agency in brackets is its credit. At the end
    of a paragraph it may as well be the agency that reported the story.
    """
    text = text.strip()
    for start, credit in _candidates(text, in_caption):
        caption = text[:start].rstrip(" \t\n|•·–—-/")
        if len(credit) <= _LONGEST and not _NOT_A_CREDIT.search(credit):
            return caption, credit_text(credit)
    return text, ""


def credit_text(text: str) -> str:
    """A credit without the label before it ("Photo:", "Image credit:", "©") and the brackets around it."""
    text = text.strip(_EDGES)
    if text[:1] + text[-1:] in {"()", "[]"}:
        text = text[1:-1].strip(_EDGES)
    found = _LABEL_ALONE.match(text)
    if found and ":" in found[0]:
        text = text[found.end() :]
    return text.strip(_EDGES).removesuffix(".")


def is_labelled(text: str) -> bool:
    """Whether a text begins with the label of a credit: "Photo:", "Foto: ", "©"."""
    text = text.strip(" \t\n([")
    return text.startswith(("©", "(c)")) or _LABEL_ALONE.match(text) is not None


def is_credit(text: str) -> bool:
    """Whether a text names an agency, in a shape that credits have."""
    parts = [part for part in _SEPARATORS.split(text.strip().removesuffix(".")) if part]
    return any(_AGENCIES.fullmatch(part.strip()) or _agency_photo(part) for part in parts) and all(map(_is_name, parts))


def _agency_photo(part: str) -> bool:
    """ "AP Photo", "AFP PHOTO", "Photo AFP"."""
    words = re.sub(r"\b(?:photo|images?|foto|wire|file)\b", "", part, flags=re.IGNORECASE).strip()
    return words != part and bool(_AGENCIES.fullmatch(words))


def _is_name(part: str) -> bool:
    part = part.strip()
    named = _NAME.fullmatch(part) and _INITIAL.search(part)
    return bool(named or _AGENCIES.fullmatch(part)) or _agency_photo(part)


def _candidates(text: str, in_caption: bool) -> Iterator[tuple[int, str]]:
    """Where a credit may begin, and what it is then, the surest first."""
    offset = max(0, len(text) - _TAIL)
    tail = text[offset:]
    bracketed = _BRACKETED.search(tail)
    if bracketed and _in_brackets(bracketed["credit"], in_caption):
        yield offset + bracketed.start(), bracketed["credit"]
    labelled = [found for found in _LABELLED.finditer(tail) if _ends_soon(tail[found.end() :])]
    if labelled:
        yield offset + labelled[0].start(), tail[labelled[0].start() :]
    signed = _SIGNED.search(tail)
    if signed and (tail[signed.start()] != "|" or is_credit(signed["credit"])) and _ends_soon(signed["credit"]):
        yield offset + signed.start(), signed["credit"]
    for end in _SENTENCE_END.finditer(tail):
        if is_credit(tail[end.end() :]):
            yield offset + end.end(), tail[end.end() :]


def _in_brackets(credit: str, in_caption: bool) -> bool:
    if _LABEL_ALONE.match(credit):
        return True
    several = len([part for part in _SEPARATORS.split(credit) if part]) > 1 or _agency_photo(credit)
    return is_credit(credit) and (in_caption or several)


def _ends_soon(rest: str) -> bool:
    """Whether what follows a label is a name or two, and no sentence."""
    return 1 < len(rest) <= _LONGEST and len(rest.split()) <= 14 and not re.search(r"[a-z]{3}[.!?]\s+\S", rest)
