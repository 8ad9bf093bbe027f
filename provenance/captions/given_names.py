"""Given names in their forms: short ones, and those of languages that write one name in several ways."""

from __future__ import annotations

import re
from functools import lru_cache

_FORMS = (
    "alex alexander alexandra aleksandr oleksandr alejandro sasha alexandr", "andy andrew drew",
    "andrei andri andrii andrej", "ben benjamin benny", "bill william will billy", "bob rob robert bobby",
    "charlie chuck charles", "chris christopher christian kris", "dan daniel danny", "dave david",
    "dick rick richard rich", "ed edward eddie", "jim james jimmy", "jeff jeffrey geoffrey", "joe joseph yosef josef",
    "jon jonathan john", "kate katherine catherine kathy kathryn kateryna ekaterina katya", "ken kenneth",
    "matt matthew", "max maxim maksim maximilian maksym", "mike michael mikhail mykhailo mick", "nick nicholas",
    "pat patrick", "pete peter petro petr pyotr", "sam samuel", "steve steven stephen", "ted theodore",
    "tim timothy", "tom thomas", "tony anthony antonio", "liz elizabeth", "sue susan", "greg gregory gregor",
    "don donald", "doug douglas", "fred frederick", "gene eugene", "gerry gerald", "larry lawrence", "phil philip",
    "ron ronald", "stan stanley", "vince vincent", "walt walter", "wes wesley", "zach zachary", "nate nathan nathaniel",
    "vlad vladimir volodymyr vladislav", "nikolai mykola", "dmitri dmytro dima", "pavel pavlo", "oleg oleh",
    "igor ihor",
    "sergei serhii serhiy serge", "evgeni yevhen yevhenii evgen", "elena olena helena", "yuri yurii iurii",
    "anna hanna",
    "mohammed muhammad mohamed mohamad mohammad muhammed", "ahmed ahmad", "yousef youssef yusuf yusef",
    "hussein husain hussain hossein husayn", "khaled khalid", "mahmoud mahmud", "mustafa moustafa mostafa",
    "ibrahim ebrahim", "omar umar", "osama usama", "ismail esmail", "abdul abdel abd", "said saeed saed sayed",
    "jose pepe", "francisco paco",
)  # fmt: skip
_RULES = (
    (re.compile(r"shch|sch|sz|ch|sh"), "s"),
    (re.compile(r"kh|gh|[hg]"), "g"),
    (re.compile(r"zh|dzh|dj|j(?=[aeou])|z"), "z"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ts|tz|cz|ck|[ckq]"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w|v"), "v"),
    (re.compile(r"^(?:ie|je|i(?=[aou]))"), "e"),
    (re.compile(r"[ij]{1,3}"), "i"),
    (re.compile(r"ei|ie|ee|ai|ae"), "i"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"([a-z])\1"), r"\1"),
)
"""How transliterations differ, each to one letter; the order matters."""


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A key that spellings of one name share ("Evgeniy", "Yevgeni"); for comparing only."""
    for pattern, letter in _RULES:
        word = pattern.sub(letter, word)
    return word


_FORM = {word.replace("y", "i"): at for at, line in enumerate(_FORMS) for word in line.split()}


def form(word: str) -> int | None:
    """A number that the forms of one given name share; None for other words. As `same_given_name` takes them."""
    return _FORM.get(word)


def same_given_name(one: str, other: str) -> bool:
    """Whether two words, small and with "i" for "y", are forms of one given name."""
    return one in _FORM and _FORM.get(one) == _FORM.get(other)
