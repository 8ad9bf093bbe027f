"""Who reads captions: this program, a plain regular expression, and dateparser; all answer in the same shape."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

Interval = tuple[str, str]
Given = Mapping[str, Any]
PEERS = Path(os.environ.get("PROV_BENCH_PEERS", Path(__file__).resolve().parents[1] / ".venv-peers"))


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from a caption. `dates` are all readings of its date, as (first day, last day); none where none."""

    dates: tuple[Interval, ...] = ()
    names: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()
    has_place: bool = False
    agencies: tuple[str, ...] = ()
    creators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """A system: its name, what it reads, and how it holds two captions against each other (axis to verdict)."""

    name: str
    read: Callable[[Given], Read]
    compare: Callable[[Given, Given], Mapping[str, str]]
    axes: frozenset[str] = field(default_factory=lambda: frozenset({"date", "place", "credit", "subject"}))


def ours() -> Reader:
    """This program, through the functions behind prov read-caption and prov compare-captions."""
    from provenance.cli.options import vocabulary
    from provenance.model.limits import LIMITS
    from provenance.report.captions_objects import day_words
    from provenance.workflows.captions import compare_captions, read_caption

    def read(given: Given) -> Read:
        claims = read_caption(given, vocabulary(), LIMITS.read).claims
        where, who = claims.where, claims.who
        supplied = (*who.agencies, *who.distributors, *who.handout_sources)
        return Read(
            dates=tuple(day_words(one) for one in claims.when.readings()) if claims.when else (),
            names=tuple(place.name for place in where.places) if where else (),
            countries=frozenset({where.country} - {None}) if where else frozenset(),  # type: ignore[arg-type]
            has_place=where is not None,
            agencies=tuple(one.name for one in supplied),
            creators=tuple(one.name for one in who.creators),
        )

    def compare(trusted: Given, claim: Given) -> Mapping[str, str]:
        sides = compare_captions(trusted, claim, vocabulary(), LIMITS.read)
        return {one.axis.value: one.verdict.value for one in sides.comparisons}

    return Reader("prov", read, compare)


_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAY = re.compile(rf"\b({'|'.join(_MONTHS)}|{'|'.join(one[:3] for one in _MONTHS)})\.? (\d{{1,2}}),? (\d{{4}})\b", re.I)
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}|{'|'.join(one[:3] for one in _MONTHS)})\.? (\d{{4}})\b", re.I
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PLACE = re.compile(r"\b(?:in|near|at|outside) ((?:[A-Z][\w'’-]+ ?){1,3}(?:, (?:[A-Z][\w'’-]+ ?){1,3}){0,2})")
_AGENCIES = ("Reuters", "AP", "AFP", "Getty Images", "EPA", "dpa", "Xinhua", "TASS", "PA", "Bloomberg", "Shutterstock")
_PERSON, _AGENCY = r"((?:[A-Z][\w'’.-]+ ?){2,3})", f"({'|'.join(_AGENCIES)})"
_CREDIT = re.compile(rf"(?:{_AGENCY}(?: Photo)? ?/ ?{_PERSON}|{_PERSON}/ ?{_AGENCY})")


def plain() -> Reader:
    """What one would write in an hour: a pattern for days and years, for "in X, Y", and for "Name/Agency"."""
    return Reader("regular expressions", _plainly, lambda one, other: _by_difference(_plainly(one), _plainly(other)))


def _plainly(given: Given) -> Read:
    text = str(given.get("text") or "")
    place = _PLACE.search(text)
    credit = _CREDIT.search(text)
    names = tuple(part.strip() for part in place[1].split(",")) if place else ()
    agency = (credit[1] or credit[4]) if credit else None
    person = (credit[2] or credit[3]).strip() if credit else None
    return Read(
        _plain_days(text), names, frozenset(), bool(names), (agency,) if agency else (), (person,) if person else ()
    )


def _plain_days(text: str) -> tuple[Interval, ...]:
    found = _DAY.search(text)
    day = (found[3], found[1], found[2]) if found else None
    if day is None and (found := _DAY_FIRST.search(text)):
        day = (found[3], found[2], found[1])
    if day is not None:
        month = 1 + next(at for at, name in enumerate(_MONTHS) if name.startswith(day[1].lower()[:3]))
        written = f"{day[0]}-{month:02}-{int(day[2]):02}"
        return ((written, written),)
    year = _YEAR.search(text)
    return ((f"{year[0]}-01-01", f"{year[0]}-12-31"),) if year else ()


def dateparser(texts: Sequence[str]) -> Reader | None:
    """dateparser's search_dates, first date of a text, in the peers' environment; None where it is not installed."""
    python = PEERS / "bin" / "python"
    if not python.exists():
        return None
    asked = json.dumps(list(dict.fromkeys(texts)))
    done = subprocess.run([str(python), "-c", _DATEPARSER], input=asked, capture_output=True, text=True, check=False)
    if done.returncode:
        print("dateparser was left out: it is not installed there.", file=sys.stderr)
        return None
    answers = {text: tuple(days) if days else None for text, days in json.loads(done.stdout)}

    @cache
    def found(text: str) -> Read:
        days = answers.get(text)
        return Read(((days[0], days[1]),) if days else ())

    def read(given: Given) -> Read:
        return found(str(given.get("text") or ""))

    return Reader("dateparser", read, lambda one, other: _by_difference(read(one), read(other)), frozenset({"date"}))


_DATEPARSER = """
import json, sys, warnings
warnings.simplefilter("ignore")
from dateparser.search import search_dates
def days(text):
    found = search_dates(text, languages=["en"])
    return [found[0][1].date().isoformat()] * 2 if found else None
print(json.dumps([(text, days(text)) for text in json.load(sys.stdin)]))
"""


def _by_difference(one: Read, other: Read) -> dict[str, str]:
    """What a plain system would say: what differs contradicts, what is not read cannot be told."""
    return {
        "date": _verdict(one.dates, other.dates, _overlap(one.dates, other.dates)),
        "place": _verdict(one.names, other.names, bool(_words(one.names) & _words(other.names))),
        "credit": _verdict(one.creators, other.creators, bool(_words(one.creators) & _words(other.creators))),
        "subject": "cannot-tell",
    }


def _verdict(one: Sequence[object], other: Sequence[object], fit: bool) -> str:
    return ("agrees" if fit else "contradicts") if one and other else "cannot-tell"


def _overlap(one: Sequence[Interval], other: Sequence[Interval]) -> bool:
    return any(first[0] <= second[1] and second[0] <= first[1] for first in one for second in other)


def _words(names: Sequence[str]) -> set[str]:
    return {word.lower() for name in names for word in name.split()}
