"""Which language a caption is written in, as far as telling a translation from a rewording needs it."""

from __future__ import annotations

import re
from functools import lru_cache

from provenance.captions.spelling import words_of

_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 200
_FEWEST = 2
_LEAD = 2
"""How many more of a language's own words must stand there than of the next one's."""
_SCRIPTS = (
    ("ar", "\u0600", "\u06ff"), ("he", "\u0590", "\u05ff"), ("el", "\u0370", "\u03ff"), ("ko", "\uac00", "\ud7af"),
    ("ja", "\u3040", "\u30ff"), ("zh", "\u4e00", "\u9fff"), ("hi", "\u0900", "\u097f"), ("th", "\u0e00", "\u0e7f"),
)  # fmt: skip
"""Scripts that settle it; kana before Han, for Japanese writes both."""
_COMMON = {
    "en": words_of("the of and in on at with during after by for from is are as his her their who to into while a an"),
    "de": words_of(
        "der die das und im am bei nach mit einer eines ein eine dem den vor auf ist sind von zum zur des in an aus"
    ),
    "fr": words_of("le la les des du et dans au aux une un lors sur après par de en à est sont pendant avec"),
    "es": words_of("el la los las del en una un y durante tras por con de su al es son que se para"),
    "it": words_of("il lo la gli le della del nel nella dei una un e durante di alla al con per dopo dello sono in da"),
    "pt": words_of("o os as da do dos das em uma um e durante no na após ao com por de que são para"),
    "nl": words_of("de het een van in op bij na tijdens met en door voor aan zijn uit naar te"),
    "pl": words_of("w na po z i do podczas się od przed za przez oraz ze we dla"),
    "tr": words_of("ve bir bu için sonra ile sırasında da de olarak önce"),
    "sv": words_of("och i på en ett av den det med för efter vid under som till från"),
    "uk": words_of("у в на після під час та й і з до від біля що є за їх його"),
    "ru": words_of("в на после во время и с из у к от что за по его их для"),
    "id": words_of("di dan yang pada dari untuk dengan saat ke ini dalam setelah"),
}
_UKRAINIAN = frozenset("іїєґ")


@lru_cache(maxsize=1024)
def language(text: str) -> str | None:
    """The language of a caption (ISO 639-1), None where it cannot be told; short captions often cannot."""
    words = [word.casefold() for _, word in zip(range(_MOST_WORDS), _WORD.findall(text[:4000]), strict=False)]
    letters = "".join(words)
    for code, first, last in _SCRIPTS:
        if 3 * sum(first <= letter <= last for letter in letters) > len(letters):
            return code
    if 2 * sum("\u0400" <= letter <= "\u04ff" for letter in letters) > len(letters):
        return "uk" if _UKRAINIAN & set(letters) else "ru"
    return _by_common_words(words)


def _by_common_words(words: list[str]) -> str | None:
    found = sorted(((sum(word in common for word in words), code) for code, common in _COMMON.items()), reverse=True)
    (most, code), (next_most, _) = found[:2]
    return code if most >= _FEWEST and most - next_most >= _LEAD else None
