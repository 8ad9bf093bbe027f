"""Genuine wire files with the oddities that such files have, and claims about them.

A `Story` is what one photo shows, `STYLES` are the ways in which agencies caption it, `ODDITIES` what software does to
a file on its way. All persons are invented, and so are the events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

from builders.captions import a_vocabulary
from builders.cases import NOW, a_dated, a_fact, a_known_photo, a_match
from provenance.captions.compare import compare
from provenance.captions.history import Said, history
from provenance.captions.reading import read
from provenance.model.appearance import Appearance, Standing, Statement
from provenance.model.case import Case, Held, KnownPhoto, Testimony
from provenance.model.claims import Claims
from provenance.model.limits import ReadLimits
from provenance.model.matching import Relation
from provenance.model.photo import Fact, PhotoId
from provenance.model.times import TimeKind, Voucher

_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_AP = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Story:
    """What one photo shows, in English, and the whole caption in another language; `wrong` is another country."""

    what: str
    town: str
    country: str
    capital: str
    wrong: str
    day: date
    name: str
    other: str

    @property
    def long(self) -> str:
        return f"{_EN[self.day.month - 1]} {self.day.day}, {self.day.year}"

    @property
    def british(self) -> str:
        return f"{self.day.day} {_EN[self.day.month - 1]} {self.day.year}"

    @property
    def short(self) -> str:
        return f"{_AP[self.day.month - 1]} {self.day.day}, {self.day.year}"

    @property
    def weekday(self) -> str:
        return _DAYS[self.day.weekday()]


STORIES = (
    Story(
        "Volunteers sort winter clothes at a school", "Lviv", "Ukraine", "Kyiv", "Spain", date(2021, 5, 3),
        "Ines Halder", "Freiwillige sortieren am 3. Mai 2021 in einer Schule in Lwiw in der Ukraine Winterkleidung.",
    ),
    Story(
        "A farmer leads two oxen through a flooded field", "Feni", "Bangladesh", "Dhaka", "India", date(2024, 8, 24),
        "Tarek Molla", "Un paysan mène deux bœufs à travers un champ inondé à Feni, au Bangladesh, le 24 août 2024.",
    ),
    Story(
        "Rescue workers carry a stretcher down a slope", "Salgar", "Colombia", "Bogota", "Mexico", date(2015, 5, 18),
        "Marta Quesada", "Socorristas bajan una camilla por una ladera en Salgar, Colombia, el 18 de mayo de 2015.",
    ),
    Story(
        "Children play football beside a railway line", "Taranto", "Italy", "Rome", "France", date(2019, 10, 7),
        "Luca Bernasconi", "Bambini giocano a calcio accanto alla ferrovia a Taranto, in Italia, il 7 ottobre 2019.",
    ),
    Story(
        "Firefighters rest at the edge of a wood", "Monchique", "Portugal", "Lisbon", "Greece", date(2018, 8, 8),
        "Rita Azevedo", "Bombeiros descansam junto a uma floresta em Monchique, Portugal, a 8 de agosto de 2018.",
    ),
    Story(
        "Skaters cross a frozen canal", "Giethoorn", "Netherlands", "Amsterdam", "Germany", date(2012, 2, 9),
        "Femke Dijkman", "Schaatsers steken op 9 februari 2012 een bevroren gracht over in Giethoorn, Nederland.",
    ),
    Story(
        "Shipyard workers stand at a gate", "Gdansk", "Poland", "Warsaw", "Russia", date(2016, 12, 16),
        "Jan Wolny", "Stoczniowcy stoją przy bramie w Gdańsku w Polsce, 16 grudnia 2016 r.",
    ),
    Story(
        "A baker pulls bread from a street oven", "Gaziantep", "Turkey", "Ankara", "Syria", date(2023, 3, 14),
        "Elif Sancak", "Türkiye'nin Gaziantep kentinde bir fırıncı 14 Mart 2023'te ekmek çıkarıyor.",
    ),
    Story(
        "Commuters wait for a tram in the snow", "Kharkiv", "Ukraine", "Kyiv", "Russia", date(2022, 1, 20),
        "Oles Hrytsenko", "Пасажири чекають на трамвай під час снігопаду в Харкові, Україна, 20 січня 2022 року.",
    ),
    Story(
        "Fishermen mend nets on a pier", "Murmansk", "Russia", "Moscow", "Norway", date(2017, 9, 5),
        "Gleb Orlov", "Рыбаки чинят сети на причале в Мурманске, Россия, 5 сентября 2017 года.",
    ),
)  # fmt: skip

STYLES: tuple[Callable[[Story], str], ...] = (
    lambda s: f"{s.what} in {s.town}, {s.country}, {s.long}. REUTERS/{s.name}",
    lambda s: f"{s.what} in {s.town}, {s.country}, {s.weekday}, {s.short}. (AP Photo/{s.name})",
    lambda s: f"{s.what} in {s.town} on {s.long}. (Photo by {s.name.split()[0]} {s.name.split()[1].upper()} / AFP)",
    lambda s: f"epa08033505 {s.what} in {s.town}, {s.country}, {s.british}. EPA/{s.name.upper()}",
    lambda s: (
        f"{s.town.upper()}, {s.country.upper()} - {_EN[s.day.month - 1].upper()} {s.day.day:02}: {s.what} on"
        f" {s.long} in {s.town}, {s.country}. (Photo by {s.name}/Getty Images)"
    ),
    lambda s: (
        f"{s.what} in {s.town}, {s.country}. PRESS ASSOCIATION Photo. Picture date: {s.weekday} {s.long}. Photo credit"
        f" should read: {s.name}/PA Wire."
    ),
    lambda s: f"{s.what} in {s.town}, {s.country}, {s.weekday}, {s.long}. THE CANADIAN PRESS/{s.name}",
)


@dataclass(frozen=True)
class Wire:
    """One genuine file: what its blocks say, and its facts."""

    name: str
    story: Story
    caption: str
    blocks: tuple[Statement, ...]
    facts: tuple[Fact, ...] = field(default=())


def in_file(address: str, caption: str, **fields: object) -> Statement:
    """What a block of a file says. `sent` is the day of transmission, `taken` the camera's clock."""
    sent, taken = fields.pop("sent", ""), fields.pop("taken", "")
    given = ((TimeKind.TRANSMITTED, sent), (TimeKind.CAPTURED, taken))
    times = tuple(a_dated(kind, str(text), Voucher.IN_FILE) for kind, text in given if text)
    return Statement("own archive", Standing.IN_FILE, Voucher.IN_FILE, address, caption, times=times, **fields)  # type: ignore[arg-type]


def _after(story: Story, days: int) -> str:
    return (story.day + timedelta(days)).isoformat()


def _blocks(story: Story, caption: str, iim: str, xmp: str, **fields: object) -> tuple[Statement, ...]:
    return (
        in_file("IPTC-IIM", caption, date=iim, sent=iim[:10], creator=story.name, **fields),
        in_file("XMP", caption, date=xmp, creator=story.name, **fields),
    )


def date_is_sent(s: Story, c: str) -> Wire:
    return Wire("IIM date is that of transmission", s, c, _blocks(s, c, _after(s, 1) + "T06:20:12+00:00", "")[:1])


def camera_date_overwritten(s: Story, c: str) -> Wire:
    late = _after(s, 81) + "T08:31:33"
    facts = (a_fact("EXIF DateTimeOriginal", late), a_fact("EXIF ModifyDate", late), a_fact("EXIF Make", "Canon"))
    return Wire("EXIF overwritten", s, c, _blocks(s, c, _after(s, 2), _after(s, 2) + "T00:09:00"), facts)


def bogus_zone(s: Story, c: str) -> Wire:
    return Wire("re-save with a bogus zone", s, c, _blocks(s, c, _after(s, 1422) + "T10:52:06-10:52", _after(s, 0)))


def issued_again(s: Story, c: str) -> Wire:
    again = s.day + timedelta(282)
    issue = f"{_DAYS[again.weekday()]} {_EN[again.month - 1]} {again.day}, {again.year}"
    old = (
        f"File photo dated {s.day:%d-%m-%Y} of a scene in {s.town}, {s.country}. Issue date: {issue}. Work there goes"
        f" on today. Photo credit should read {s.name}/PA Wire."
    )
    stamp = f"{again.isoformat()}T15:10:41"
    exif = in_file("EXIF", c, taken=_after(s, 0), creator=s.name)
    facts = (a_fact("EXIF DateTimeOriginal", f"{_after(s, 0)}T15:10:41"), a_fact("EXIF ModifyDate", stamp))
    return Wire("issued again", s, old, (*_blocks(s, old, stamp, stamp), exif), facts)


def bureau_as_city(s: Story, c: str) -> Wire:
    place = f"{s.capital}, {s.country}"
    return Wire("City is the bureau's", s, c, _blocks(s, c, _after(s, 0), _after(s, 0), place=place.upper()))


def glued_credit(s: Story, c: str) -> Wire:
    caption = f"{s.what} in {s.town} on {s.long}. AFP PHOTO / {s.name.upper()}{s.name.upper()}/AFP/Getty Images"
    return Wire(
        "glued double credit", s, caption, _blocks(s, caption, _after(s, 0), _after(s, 0), credit="AFP/Getty Images")
    )


def two_captions(s: Story, c: str) -> Wire:
    old = in_file("XMP[1]", f"(FILE PHOTO) {c}", date=f"{_after(s, 0)}T00:00:00", creator=s.name)
    return Wire("two packets", s, c, (in_file("XMP", c, date=_after(s, 0), creator=s.name), old))


def midnight(s: Story, c: str) -> Wire:
    return Wire(
        "midnight in another zone",
        s,
        c,
        _blocks(s, c, _after(s, -1) + "T22:00:00+00:00", _after(s, 0) + "T02:00:00+00:00"),
    )


def code_as_byline(s: Story, c: str) -> Wire:
    blocks = (
        in_file("IPTC-IIM", c, date=_after(s, 0), creator="X00514", credit="REUTERS" if "REUTERS" in c else ""),
        in_file("XMP", c, creator="STRINGER"),
    )
    return Wire("a code as by-line", s, c, blocks)


def old_copyright(s: Story, c: str) -> Wire:
    return Wire(
        "a copyright year that was never changed", s, c, _blocks(s, f"{c} Copyright 2019", _after(s, 0), _after(s, 0))
    )


def misspelt_headline(s: Story, c: str) -> Wire:
    return Wire(
        "misspelt headline",
        s,
        c,
        _blocks(s, c, _after(s, 0), _after(s, 0), headline=f"{s.what.upper()} GRAND PRIX 2018"),
    )


def via_another(s: Story, c: str) -> Wire:
    who = f"({s.name}/Xinhua via AP)"
    caption = f"In this {s.long}, photo released by Xinhua, {s.what.lower()} in {s.town}, {s.country}. {who}"
    return Wire("AP via Xinhua", s, caption, _blocks(s, caption, _after(s, 2), _after(s, 2), credit="AP"))


def cut_byline(s: Story, c: str) -> Wire:
    cut = f"{s.name} for the Evening Courier"[:32]
    return Wire("by-line cut at 32", s, c, (in_file("IPTC-IIM", c, creator=cut), in_file("XMP", c, creator=s.name)))


def tagged_by_machine(s: Story, c: str) -> Wire:
    return Wire(
        "country tagged by machine", s, c, _blocks(s, c, _after(s, 0), _after(s, 0), place=f"{s.town}, {s.wrong}")
    )


def without_date(s: Story, c: str) -> Wire:
    caption = f"{s.what} in {s.town}. Foto: {s.name}/dpa +++ dpa-Bildfunk +++"
    return Wire(
        "no date in the caption",
        s,
        caption,
        _blocks(s, caption, "", _after(s, 0) + "T02:00:00+00:00", credit="dpa")[1:],
    )


ODDITIES = (
    date_is_sent, camera_date_overwritten, bogus_zone, issued_again, bureau_as_city, glued_credit, two_captions,
    midnight, code_as_byline, old_copyright, misspelt_headline, via_another, cut_byline, tagged_by_machine,
    without_date,
)  # fmt: skip


def wire_files() -> Iterator[Wire]:
    """Every oddity on every story, each in the style of one agency: 150 files."""
    for at, story in enumerate(STORIES):
        for place, odd in enumerate(ODDITIES):
            yield odd(story, STYLES[(at + place) % len(STYLES)](story))


def a_sent_claim(caption: str, **fields: str) -> Statement:
    """What a sender says."""
    return Statement("sender", Standing.OFFERED, Voucher.SENDER, "command line", caption, **fields)


def a_checked(wire: Wire, claim: Statement, *, own: bool = False, another: bool = False, record: bool = False) -> Case:
    """The case of a re-compressed copy of a wire file that is held, checked with a claim.

    `another` says that another file of the same photo is held, with its fields in another state; `record` that the
    agency's feed described it.
    """
    known = [_known(wire.blocks, "known")]
    if another:
        clean = STYLES[0](wire.story)
        known.append(_known(_blocks(wire.story, clean, _after(wire.story, 0), _after(wire.story, 1)), "another"))
    if record:
        said = Statement(
            "Reuters", Standing.RECORD, Voucher.FEED, "item 1", STYLES[0](wire.story),
            times=(a_dated(TimeKind.TRANSMITTED, _after(wire.story, 1)),),
        )  # fmt: skip
        known[0] = replace(known[0], testimonies=(*known[0].testimonies, _testimony(said)))
    return a_held_case(known, claim, own, wire.facts)


def a_held_case(known: list[KnownPhoto], claim: Statement, own: bool, facts: tuple[Fact, ...]) -> Case:
    """A case as `prov check` makes it, without the pixels."""
    claims = _read(claim)
    held = tuple(
        Held(comparison, testimony, one)
        for one in known
        for testimony in one.testimonies
        for comparison in compare(claims, testimony.claims)
    )
    said = [Said(one.appearance, one.claims, photo.photo) for photo in known for one in photo.testimonies]
    versions = history([*said, Said(Appearance(claim, NOW), claims, None)])
    return Case(
        "incoming/a.jpg", PhotoId("0" * 64), True, NOW, claim, own, claims, facts, (), tuple(known), held,
        width=1200, height=800, history=versions,
    )  # fmt: skip


def _known(blocks: tuple[Statement, ...], seed: str) -> KnownPhoto:
    match = a_match(Relation.RECOMPRESSED, seed=seed, of_this=1.0, kept=1.0)
    return a_known_photo(*map(_testimony, blocks), seed=seed, match=match, held_since="2026-11-01T08:00")


def _testimony(statement: Statement) -> Testimony:
    recorded = datetime(2026, 11, 1, 8, tzinfo=UTC)
    return Testimony(Appearance(statement, recorded), _read(statement))


@cache
def _read(statement: Statement) -> Claims:
    return read(statement, a_vocabulary(), ReadLimits())
