"""Builders of cases: what a rule or a report is handed, without a file, an archive or a clock.

    reuters = a_testimony(source="reuters", transmitted="2022-04-07")
    case = a_case(claim=a_claim(date="2023-03-02"), known=[a_known_photo(reuters)], compared={"date": "contradicts"})

Days are ISO text. `compared` gives each axis its verdicts, one word per testimony in the order in which they stand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from provenance.model.appearance import Appearance, Standing, Statement
from provenance.model.case import Case, Held, KnownPhoto, Searched, Summary, Testimony, Verdict
from provenance.model.claims import (
    Agreement,
    Axis,
    Claims,
    Comparison,
    DateRole,
    Excerpt,
    Flag,
    Named,
    Place,
    Precision,
    When,
    Where,
    Who,
)
from provenance.model.matching import Change, ChangeKind, Match, MatchVerdict, Relation
from provenance.model.photo import Fact, PhotoId, PictureId, Problem
from provenance.model.times import Dated, Span, TimeKind, Voucher

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CAPTION = "Residents walk past a destroyed building in Borodyanka, Kyiv region, Ukraine, April 7, 2022."


def an_id(seed: str) -> str:
    """A photo's or picture's id: the same for the same seed."""
    return hashlib.sha256(seed.encode()).hexdigest()


def a_moment(text: str) -> datetime:
    """A moment in UTC from "2022-04-07" or "2022-04-07T06:20"."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def an_excerpt(text: str, within: str = "") -> Excerpt:
    """The characters of a text, at their place where they stand in it."""
    start = max(within.find(text), 0)
    return Excerpt(text, start, start + len(text))


def a_when(day: str, text: str = "", *, to: str = "", role: DateRole = DateRole.SHOWN, **more: object) -> When:
    """A date, or an interval where `to` is given; `more` are fields of When (weekday, relative, alternatives)."""
    first = date.fromisoformat(day)
    last = date.fromisoformat(to) if to else first
    precision = Precision.INTERVAL if to else Precision.DAY
    return When(precision, an_excerpt(text or day), first, last, role=role, **more)  # type: ignore[arg-type]


def a_day_without_year(month: int, day: int, text: str = "7 April") -> When:
    """A day whose year nobody states."""
    return When(Precision.DAY_NO_YEAR, an_excerpt(text), month=month, day=day)


def a_where(*names: str, country: str | None = None) -> Where:
    """A place by its names, narrowest first."""
    return Where(tuple(Place(name, an_excerpt(name)) for name in names), country)


def some_names(names: str) -> tuple[Named, ...]:
    """Names from "Zohra Bensemra, Marko Djurica"."""
    return tuple(Named(name, an_excerpt(name)) for name in names.split(", ") if name)


@dataclass(frozen=True)
class Claimed:
    """A statement with its claims, as it comes with a photo."""

    statement: Statement
    claims: Claims


def some_claims(
    caption: str = CAPTION,
    date: str | When | None = None,
    place: str = "",
    creators: str = "",
    agencies: str = "",
    flags: Sequence[Flag] = (),
    **who: str,
) -> Claims:
    """What is read from a caption. `date` is an ISO day or a When, names are separated by ", "."""
    when = a_when(date) if isinstance(date, str) else date
    more = {group: some_names(names) for group, names in who.items()}
    named = Who(some_names(creators), some_names(agencies), **more)
    where = a_where(*place.split(", ")) if place else None
    return Claims(caption, when, where, named, frozenset(flags), (when,) if when else ())


def a_claim(caption: str = CAPTION, **claims: object) -> Claimed:
    """What a sender says about a photo; keywords as for `some_claims`."""
    statement = a_statement(caption=caption, source="sender", standing=Standing.OFFERED, voucher=Voucher.SENDER)
    return Claimed(statement, some_claims(caption, **claims))  # type: ignore[arg-type]


def a_statement(
    caption: str = CAPTION,
    source: str = "reuters",
    standing: Standing = Standing.RECORD,
    voucher: Voucher = Voucher.FEED,
    transmitted: str = "",
    published: str = "",
    captured: str = "",
    **fields: str,
) -> Statement:
    """What a document says about a photo. Days and moments as ISO text; a day is as wide as anywhere on Earth."""
    given = (
        (TimeKind.TRANSMITTED, transmitted),
        (TimeKind.PUBLISHED, published),
        (TimeKind.CAPTURED, captured),
    )
    times = tuple(a_dated(kind, text, voucher) for kind, text in given if text)
    address = fields.pop("address", f"{source}.csv row 2")
    return Statement(source, standing, voucher, address, caption, times=times, **fields)  # type: ignore[arg-type]


def a_dated(kind: TimeKind, text: str, voucher: Voucher = Voucher.FEED) -> Dated:
    """A dated statement about a day or a moment."""
    if "T" in text:
        return Dated(kind, Span.of_instant(a_moment(text)), voucher, kind.value, text)
    day = date.fromisoformat(text)
    return Dated(kind, Span.of_days(day, day), voucher, kind.value, text)


def a_testimony(
    statement: Statement | None = None,
    *,
    recorded: str = "2022-04-09",
    superseded: bool = False,
    claims: Claims | None = None,
    **fields: object,
) -> Testimony:
    """An appearance with its claims; other keywords as for `a_statement`."""
    said = statement or a_statement(**fields)  # type: ignore[arg-type]
    read = claims or some_claims(said.caption)
    return Testimony(Appearance(said, a_moment(recorded), superseded), read)


def a_match(
    *relations: Relation, seed: str = "known", verdict: MatchVerdict = MatchVerdict.SAME_PHOTO, **measured: object
) -> Match:
    """A known picture and how this one was made from it; recompressed unless relations are given."""
    made = relations or (Relation.RECOMPRESSED,)
    return Match(PictureId(an_id("picture " + seed)), verdict, made, 0.99, "pdq", **measured)  # type: ignore[arg-type]


def a_frame(*relations: Relation, seed: str = "frame", **measured: object) -> Match:
    """Another frame of the same scene; `same_moment=True` where what moves was found in both."""
    made = relations or (Relation.SAME_SCENE,)
    return a_match(*made, seed=seed, verdict=MatchVerdict.SAME_SCENE, **measured)


def a_change(*box: float, share: float = 0.07, kind: ChangeKind = ChangeKind.CONTENT) -> Change:
    """An area whose content differs: left, top, right, bottom in pixels of the checked picture."""
    left, top, right, bottom = box
    return Change(kind, (left, top, right, bottom), share)


def a_region(left: float, top: float, right: float, bottom: float) -> tuple[tuple[float, float], ...]:
    """An upright region by its edges, in pixels of the checked picture."""
    return (left, top), (right, top), (right, bottom), (left, bottom)


def a_known_photo(
    *testimonies: Testimony,
    seed: str = "known",
    held_since: str = "2022-04-09T08:00",
    match: Match | None = None,
    files: tuple[str, ...] = ("wire/b.jpg",),
    width: int = 1600,
    height: int = 1067,
    **file: object,
) -> KnownPhoto:
    """A photo of the archive, by default the same photo, recompressed; `file` are its size, format and facts."""
    found = match or a_match(seed=seed)
    known = PhotoId(an_id(seed)), found, a_moment(held_since), files, width, height, testimonies
    return KnownPhoto(*known, **file)  # type: ignore[arg-type]


def a_fact(field: str = "EXIF DateTimeOriginal", value: str | float = "2022-04-07T10:11:12", raw: str = "") -> Fact:
    """A fact as exifread gives it."""
    return Fact(field, value, raw or str(value), "exifread")


def a_comparison(axis: Axis, verdict: Agreement, claimed: str = "", on_record: str = "") -> Comparison:
    """One axis held against one statement on record."""
    return Comparison(axis, claimed, on_record, verdict, f"The two {axis.value}s: {verdict.value}.", ())


_WORDS = {
    Axis.DATE: ("2 March 2023", "April 7, 2022"),
    Axis.PLACE: ("Bakhmut, Ukraine", "Borodyanka, Kyiv region, Ukraine"),
    Axis.CREDIT: ("John Smith", "REUTERS/Zohra Bensemra"),
    Axis.SUBJECT: ("a school", "a residential building"),
}


def some_held(known: Sequence[KnownPhoto], compared: Mapping[str, str]) -> tuple[Held, ...]:
    """Comparisons with the testimonies of known photos: one word per testimony, in their order."""
    pairs = [(testimony, photo) for photo in known for testimony in photo.testimonies]
    made = []
    for axis, verdicts in compared.items():
        for verdict, (testimony, photo) in zip(verdicts.split(), pairs, strict=True):
            claimed, on_record = _WORDS[Axis(axis)]
            same = Agreement(verdict) is Agreement.AGREES
            words = (on_record if same else claimed, on_record)
            made.append(Held(a_comparison(Axis(axis), Agreement(verdict), *words), testimony, photo))
    return tuple(made)


def a_case(
    claim: Claimed | None = None,
    known: Sequence[KnownPhoto] = (),
    compared: Mapping[str, str] | None = None,
    held: tuple[Held, ...] = (),
    beside: tuple[Held, ...] = (),
    facts: Sequence[Fact] = (),
    problems: Sequence[Problem] = (),
    **fields: object,
) -> Case:
    """A case about one readable photo that came with `claim`, on 21 November 2026."""
    given: dict[str, object] = {
        "file": "incoming/a.jpg",
        "photo": PhotoId(an_id("this")),
        "readable": True,
        "now": NOW,
        "claim_is_own": False,
        "width": 1200,
        "height": 800,
        **fields,
    }
    return Case(
        claim=claim.statement if claim else None,
        claims=claim.claims if claim else None,
        facts=tuple(facts),
        problems=tuple(problems),
        known=tuple(known),
        held=held or some_held(known, compared or {}),
        beside=beside,
        **given,  # type: ignore[arg-type]
    )


def an_unreadable_case(sentence: str = "The file ends in the middle of the picture.", hint: str = "") -> Case:
    """A case about a file that holds no picture."""
    return a_case(readable=False, problems=[Problem("truncated", sentence, hint)])


def a_verdict(case: Case, summary: Summary, **parts: object) -> Verdict:
    """A verdict in an archive of 41,203 photos."""
    given = {"rows": (), "findings": (), "not_judged": (), **parts}
    searched = Searched(41_203, NOW - timedelta(hours=3))
    return Verdict(case, summary, searched, **given)  # type: ignore[arg-type]
