"""The names of months and weekdays in the languages that desks receive (forms as in the Unicode CLDR data)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

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
    """One spelling of a month (1 to 12). `capital` says that it only counts when written with a capital letter."""

    month: int
    form: Form
    capital: bool = False
    small: bool = False


_ENGLISH = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_FULL = {
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "uk": "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "uk, in": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
    "ru, in": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "pl, in": "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu",
    "uk, of": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ru, of": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "pl, of": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
}
_SHORT = {
    "de": "jän febr mär _ _ _ _ _ _ okt _ dez",
    "fr": "janv fév _ avr _ _ juil _ _ _ _ déc",
    "es": "ene _ _ abr _ _ _ ago _ _ _ dic",
    "it": "gen _ _ _ mag giu lug _ set ott _ _",
    "pt": "_ fev _ _ _ _ _ _ _ out _ dez",
    "nl": "_ _ mrt _ _ _ _ _ _ _ _ _",
    "pl": "sty lut _ kwi _ cze lip sie wrz paź lis gru",
    "tr": "oca şub _ nis _ haz tem ağu eyl eki kas ara",
    "uk": "січ лют бер квіт трав черв лип серп вер жовт лист груд",
    "ru": "янв фев мар апр _ июн июл авг сен окт ноя дек",
}
_SOON_WRONG = {"mars"}  # the planet, and rovers named after it and a year
_ALSO_VERBS = {"march", "may", "mar"}


def _months() -> dict[str, MonthName]:
    names: dict[str, MonthName] = {}
    for row in _SHORT.values():
        for month, word in enumerate(row.split(), 1):
            if word != "_":
                names[fold(word)] = MonthName(month, Form.BOUND)
    for row in _FULL.values():
        for month, word in enumerate(row.split(), 1):
            key = fold(word)
            names[key] = MonthName(month, Form.FULL, small=key in _SOON_WRONG)
    for month, forms in enumerate(_ENGLISH, 1):
        for word in forms.split():
            names[word] = MonthName(month, Form.ENGLISH, capital=word in _ALSO_VERBS)
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
            return MonthName(month, Form.ENGLISH)
    return None


def _one_slip(slip: str, name: str) -> bool:
    if len(slip) == len(name):
        wrong = [at for at, (one, other) in enumerate(zip(slip, name, strict=True)) if one != other]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return swapped and slip[wrong[0]] == name[wrong[1]] and slip[wrong[1]] == name[wrong[0]]
    longer, shorter = sorted((slip, name), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


_WEEKDAYS = (
    "monday montag lundi lunes lunedì segunda maandag poniedziałek pazartesi понеділок понедельник",
    "tuesday dienstag mardi martes martedì terça dinsdag wtorek salı вівторок вторник",
    "wednesday mittwoch mercredi miércoles mercoledì quarta woensdag środa çarşamba середа среда",
    "thursday donnerstag jeudi jueves giovedì quinta donderdag czwartek perşembe четвер четверг",
    "friday freitag vendredi viernes venerdì sexta vrijdag piątek cuma пʼятниця пятница",
    "saturday samstag sonnabend samedi sábado sabato zaterdag sobota cumartesi субота суббота",
    "sunday sonntag dimanche domingo domenica zondag niedziela pazar неділя воскресенье",
)
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
WEEKDAYS = {fold(word): day for day, row in enumerate(_WEEKDAYS) for word in row.split()}
"""Folded name -> day of the week, Monday is 0."""


def weekday_named(word: str) -> int | None:
    """The weekday that a word names (0 is Monday), or None. English abbreviations count with a capital only."""
    key = fold(word)
    found = WEEKDAYS.get(key)
    if found is None and word[:1].isupper():
        found = _SHORT_WEEKDAYS.get(key)
    return found
