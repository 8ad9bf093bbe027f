"""The names of months and weekdays in the languages that desks receive (forms as in the Unicode CLDR data)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from provenance.captions.month_table import BOUND, FULL, WEEKDAYS
from provenance.captions.spelling import fold


class Form(Enum):
    """How much must stand beside a month's name before it counts as a date."""

    ENGLISH = "english"
    """A day or a year beside it: "April 7", "April 2022"."""
    FULL = "full"
    """A day before it or a year after it: "7 avril", "avril 2022"."""
    BOUND = "bound"
    """A day and a year: abbreviations and genitives that are other words elsewhere ("5 set 2021")."""


@dataclass(frozen=True, slots=True)
class MonthName:
    """One spelling of a month, as numbers from 1 to 12: two where languages disagree about it, the likelier first.

    `capital` says that it only counts when written with a capital letter, `small` that it then needs a day beside it.
    """

    months: tuple[int, ...]
    form: Form
    capital: bool = False
    small: bool = False


_ENGLISH = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_SOON_WRONG = {"mars"}  # the planet, and rovers named after it and a year
_ALSO_VERBS = {"march", "may", "mar"}
_LATER_FIRST = {"listopad", "listopada", "lis", "lip", "srp"}
"""Polish and Czech on one side, Croatian on the other: the month that more people mean comes first."""


def _months() -> dict[str, MonthName]:
    names: dict[str, MonthName] = {}
    for form, rows in ((Form.BOUND, BOUND), (Form.FULL, FULL), (Form.ENGLISH, _ENGLISH)):
        for month, row in enumerate(rows, 1):
            for word in row.split():
                known = names.get(word)
                both = (*known.months, month) if known and known.form is form else (month,)
                capital = form is Form.ENGLISH and word in _ALSO_VERBS
                names[word] = MonthName(both, form, capital, word in _SOON_WRONG)
    for word in _LATER_FIRST & names.keys():
        names[word] = replace(names[word], months=tuple(sorted(names[word].months, reverse=True)))
    return names


MONTHS = _months()
"""Folded spelling -> month."""

_LONG_ENGLISH = {
    "january": 1,
    "february": 2,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
_NO_SLIP = {"augusta", "auguste", "augusto"}


def slipped_month(word: str) -> MonthName | None:
    """The English month that a typing slip (two letters swapped, one too many, one lost) made into this word."""
    slip = word.lower()
    if not 5 <= len(slip) <= 10 or slip in _NO_SLIP or not word[0].isupper():
        return None
    for name, month in _LONG_ENGLISH.items():
        if slip[0] == name[0] and _one_slip(slip, name):
            return MonthName((month,), Form.ENGLISH)
    return None


def _one_slip(slip: str, name: str) -> bool:
    if len(slip) == len(name):
        wrong = [at for at, (one, other) in enumerate(zip(slip, name, strict=True)) if one != other]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return swapped and slip[wrong[0]] == name[wrong[1]] and slip[wrong[1]] == name[wrong[0]]
    longer, shorter = sorted((slip, name), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


_SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
_WEEKDAYS = {word: day for day, row in enumerate(WEEKDAYS) for word in row.split()}


def weekday_named(word: str) -> int | None:
    """The weekday that a word names (0 is Monday), or None. English abbreviations count with a capital only."""
    key = fold(word).replace("'", "")
    found = _WEEKDAYS.get(key)
    if found is None and word[:1].isupper():
        found = _SHORT_WEEKDAYS.get(key)
    return found
