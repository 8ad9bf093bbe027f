"""Days named against the day of publication: yesterday, on Monday, this week, last month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from provenance.captions.date_draft import Days, Draft, month_days, year_days
from provenance.captions.months import weekday_named
from provenance.model.appearance import Statement
from provenance.model.claims import Precision
from provenance.model.times import Dated, TimeKind

_DAY = re.compile(
    r"\b(?:(?P<near>yesterday|today|tonight|this (?:morning|afternoon|evening)|last night|"
    r"heute|gestern|aujourd['’]hui|hoy|ayer|oggi|ieri|ontem|hoje|gisteren|vandaag|wczoraj|dzisiaj|dziś|bugün|dün|"
    r"вчора|сьогодні|вчера|сегодня)|"
    r"(?:on |last |late |early |this |am )?"
    r"(?P<named>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)|"
    r"(?:le|ce|el|este|il|lo|na|nesta|no|neste|w|we|op|afgelopen|в|у|во) "
    r"(?P<led>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?=-feira)|"
    r"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę|"
    r"понеділок|вівторок|середу|четвер|пʼятницю|п'ятницю|п’ятницю|суботу|неділю|"
    r"понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье))\b",
)
_STRETCH = re.compile(r"\b(this|last) (week|month|year|weekend)\b", re.IGNORECASE)
_YESTERDAY = frozenset(
    ["yesterday", "last night", "gestern", "ayer", "ieri", "ontem", "gisteren", "wczoraj", "dün", "вчора", "вчера"]
)
_WIDEST = timedelta(hours=51)
_ISO_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")


def publication_day(statement: Statement) -> date | None:
    """The calendar day on which it was published, where it says so to the day."""
    published = statement.time(TimeKind.PUBLISHED)
    if published is None or published.span.end - published.span.start > _WIDEST:
        return None
    middle = (published.span.start + (published.span.end - published.span.start) / 2).date()
    local = _local_day(published)
    return local if local is not None and abs((local - middle).days) <= 1 else middle


def _local_day(published: Dated) -> date | None:
    found = _ISO_DAY.match(published.raw.strip())
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def relative_dates(text: str, published: date) -> Iterator[Draft]:
    """Every day or stretch of days that is named against the day of publication."""
    for found in _DAY.finditer(text):
        day = _named_day(found, published)
        if day is not None:
            yield Draft(found.start(), found.end(), Precision.DAY, ((day, day),), relative=True)
    for found in _STRETCH.finditer(text):
        stretch = _stretch(found[1].lower(), found[2].lower(), published)
        if stretch is not None:
            precision = {"month": Precision.MONTH, "year": Precision.YEAR}.get(found[2].lower(), Precision.INTERVAL)
            yield Draft(found.start(), found.end(), precision, (stretch,), relative=True)


def _named_day(found: re.Match[str], published: date) -> date | None:
    if found["near"]:
        back = 1 if found["near"] in _YESTERDAY else 0
    else:
        weekday = weekday_named(found["named"] or found["led"])
        back = (published.weekday() - (weekday or 0)) % 7
    return published - timedelta(days=back) if published.toordinal() > back else None


def _stretch(which: str, unit: str, published: date) -> Days | None:
    if published.year < 2:
        return None
    last = which == "last"
    if unit == "year":
        return year_days(published.year - last)
    if unit == "month":
        month = published.replace(day=1) - timedelta(days=1) if last else published
        return month_days(month.year, month.month)
    monday = published - timedelta(days=published.weekday() + (7 if last else 0))
    first = monday - timedelta(days=1)  # weeks begin on Sunday in some countries
    return first, monday + timedelta(days=7 if unit == "weekend" else 6)
