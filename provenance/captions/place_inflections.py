"""The names behind the forms that a sentence gives them: "в Харькове", "у Бородянці", "w Krakowie", "İstanbul'da".

The endings are those of the case that tells where, in Russian, Ukrainian, Polish and Czech, and of Turkish after the
apostrophe. What comes out are guesses to be looked up, the likeliest first; most of them name nothing.
"""

from __future__ import annotations

import re

_APOSTROPHE = re.compile(r"['’ʼ](?:[dt][ae]n?|[ntdsy]?[ıiuü]n?|y?[ae]|n[ae])$")
_ENDINGS = (
    # Ukrainian and Russian
    ("ські", ("ськ",)), ("ому", ("ий", "е", "а")), ("ом", ("ый", "ий", "ое")), ("ой", ("ая", "ой", "а")), ("ій",
    ("а",)),
    ("ові", ("ів",)), ("єві", ("їв",)), ("еві", ("ів", "ев")), ("ові", ("ов",)), ("єві", ("єв",)),
    ("ці", ("ка", "ця", "ць")), ("зі", ("га",)), ("сі", ("ха", "са")), ("ві", ("ва", "в")), ("і", ("а", "о", "",
    "ь", "я")),
    ("ї", ("я",)), ("ені", ("інь",)), ("ові", ("ово",)),
    ("ку", ("к",)), ("у", ("", "о", "а")), ("ю", ("й", "ь", "я")), ("ье", ("ья", "ье")), ("ии", ("ия",)),
    ("е", ("", "а", "о", "ь")), ("и", ("ь", "я", "а", "")), ("ах", ("ы", "и")), ("ях", ("и",)), ("ы", ("а",)), ("я",
    ("ь", "й")),
    ("а", ("",)),
    # Polish and Czech
    ("owie", ("ów", "owo", "owa")), ("awie", ("awa", "aw")), ("zie", ("d", "da")), ("dzi", ("dź",)), ("cie", ("t",
    "ta")),
    ("ce", ("ka",)), ("ze", ("ha", "ga")), ("iu", ("", "ie", "e")), ("lu", ("l",)), ("u", ("", "o")), ("ie", ("",
    "a", "o")),
    ("ach", ("y", "e", "i")), ("ě", ("", "a", "o")), ("i", ("", "a")), ("y", ("a", "")),
)  # fmt: skip
_PLACED = re.compile(r".{3}['’ʼ][dt][ae](?:ki)?$")
_LEAST = 3
_MOST = 12


def base_forms(name: str) -> tuple[str, ...]:
    """Names that may stand behind a form, likeliest first; empty where the form has none of the endings.

    Of several words each is guessed on its own where it stands alone at the end; those before it keep their form.
    """
    bare = _APOSTROPHE.sub("", name)
    if bare != name:
        return (bare,)
    if len(name) < _LEAST + 2 or not _bends(name):
        return ()
    found = (name[: -len(ending)] + other for ending, others in _ENDINGS if name.endswith(ending) for other in others)
    return tuple(dict.fromkeys(form for form in found if len(form) >= _LEAST))[:_MOST]


def placed_by_ending(word: str) -> bool:
    """Whether a word's ending after an apostrophe says "in", as Turkish does: "İstanbul'da"."""
    return _PLACED.search(word) is not None


def _bends(name: str) -> bool:
    """Whether it is written in Cyrillic, or ends as Slavic names do after "in"."""
    if any("Ѐ" <= letter <= "ӿ" for letter in name):
        return True
    return name.endswith(
        ("owie", "awie", "zie", "dzi", "cie", "ce", "ze", "iu", "lu", "ku", "niu", "ach", "ě", "nie", "mie", "pie")
    )
