"""Credits: who took a photo, who supplied it, who passed it on."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from builders.captions import a_vocabulary, claims_of
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.captions.credits import find_credits, read_credit_field
from provenance.captions.names import same_person
from provenance.captions.spelling import fold
from provenance.model.claims import Flag, Named, Trade, Who

TAILS = [
    ("REUTERS/Mara Quill", ["Mara Quill"], ["Reuters"], []),
    ("Reuters / MARA QUILL", ["Mara Quill"], ["Reuters"], []),
    ("RETUERS/Mara Quill", ["Mara Quill"], ["Reuters"], []),
    ("(AP Photo/Tomas Feld)", ["Tomas Feld"], ["AP"], []),
    ("(Tomas Feld/Xinhua via AP)", ["Tomas Feld"], ["Xinhua"], ["AP"]),
    ("(Photo by Mara QUILL / AFP)", ["Mara Quill"], ["AFP"], []),
    ("Mara Quill/AFP/Getty Images", ["Mara Quill"], ["AFP"], ["Getty Images"]),
    ("AFP PHOTO / MARA QUILLMARA QUILL/AFP/Getty Images", ["Mara Quill"], ["AFP"], ["Getty Images"]),
    ("(Photo by Mara Quill/Anadolu via Getty Images)", ["Mara Quill"], ["Anadolu"], ["Getty Images"]),
    ("EPA/MARA QUILL", ["Mara Quill"], ["EPA"], []),
    ("MARA QUILL/EPA-EFE/Shutterstock", ["Mara Quill"], ["EPA"], ["Shutterstock"]),
    ("Foto: Jo Stein/dpa", ["Jo Stein"], ["dpa"], []),
    ("picture alliance/dpa | Jo Stein", ["Jo Stein"], ["picture alliance", "dpa"], []),
    ("Mara Quill/TASS", ["Mara Quill"], ["TASS"], []),
    ("(Xinhua/Li Wen)", ["Li Wen"], ["Xinhua"], []),
    ("Photo credit should read Tomas Feld/PA Wire.", ["Tomas Feld"], ["PA"], []),
    ("THE CANADIAN PRESS/Tomas Feld", ["Tomas Feld"], ["Canadian Press"], []),
    ("Image by © Tomas Feld/ZUMA Press/Corbis", ["Tomas Feld"], ["ZUMA"], ["Corbis"]),
    ("Photograph: Tomas Feld/The Guardian", ["Tomas Feld"], ["The Guardian"], []),
    ("CreditCreditTomas Feld for The New York Times", ["Tomas Feld"], ["The New York Times"], []),
    ("Photos: Tomas Feld and Mara Quill/Tribune Staff", ["Tomas Feld", "Mara Quill"], ["Tribune"], []),
    ("Photo: Tomas Feld, AP", ["Tomas Feld"], ["AP"], []),
    ("Tomas Feld—Getty Images", ["Tomas Feld"], ["Getty Images"], []),
    ("Mandatory Credit: Tomas Feld-USA TODAY Sports", ["Tomas Feld"], ["USA TODAY Sports"], []),
    ("Photo by Tomas Feld, The Harbour-Herald", ["Tomas Feld"], ["The Harbour-Herald"], []),
    ("[AFP/GETTY]", [], ["AFP"], ["Getty Images"]),
    ("Фото: Пётр Лодкин / ТАСС", ["Пётр Лодкин"], ["TASS"], []),
]  # fmt: skip


def names(group: tuple[Named, ...]) -> list[str]:
    return [named.name for named in group]


@pytest.mark.parametrize(("tail", "creators", "agencies", "distributors"), TAILS)
def test_the_credit_at_the_end_of_a_caption_is_read(
    tail: str, creators: list[str], agencies: list[str], distributors: list[str]
) -> None:
    who = claims_of(f"A tram stops in the snow. {tail}").who
    assert (names(who.creators), names(who.agencies), names(who.distributors)) == (creators, agencies, distributors)


@pytest.mark.parametrize(
    ("caption", "agency"),
    [
        ("A tram stops in MadridReuters", "Reuters"),
        ("A tram stops in LeedsPA", "PA"),
        ("A tram stops in the snow. REUTERS", "Reuters"),
        ("A tram stops in the snowCredit: EPA", "EPA"),
    ],
)
def test_an_agency_alone_or_glued_to_the_end_is_the_credit(caption: str, agency: str) -> None:
    assert names(claims_of(caption).who.agencies) == [agency]


@pytest.mark.parametrize(
    "caption",
    [
        "The mayor told Reuters that trams would run.",
        "The mayor sits beside an AFP reporter in Leeds.",
        "The mayor visits Pittsburgh, PA",
        "Rex Hollow, the mayor, waits for a tram.",
        "An image of the mayor, Everett Plum, on a wall.",
    ],
)
def test_an_agency_that_is_only_mentioned_is_no_credit(caption: str) -> None:
    assert not claims_of(caption).who.stated


def test_fields_win_over_the_caption_and_the_caption_fills_what_they_leave_open() -> None:
    claims = claims_of("A tram. (Mara Quill/AFP via Getty Images)", credit="REUTERS", creator="TOMAS FELD")
    assert (names(claims.who.creators), names(claims.who.agencies)) == (["Tomas Feld"], ["Reuters"])
    claims = claims_of("A tram. REUTERS/Mara Quill", credit="REUTERS")
    assert (names(claims.who.creators), names(claims.who.agencies)) == (["Mara Quill"], ["Reuters"])


@pytest.mark.parametrize("creator", ["STRINGER", "POOL", "X00514", "Handout"])
def test_what_names_nobody_in_the_creator_field_is_nobody(creator: str) -> None:
    assert claims_of("A tram.", creator=creator).who.creators == ()


FLAGS = [
    ("A tram. (Tomas Feld/Pool via AP)", Flag.POOL),
    ("A tram. REUTERS/SANA/Handout via Reuters", Flag.HANDOUT),
    ("A tram. THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY", Flag.HANDOUT),
    ("FILE - In this Oct. 24, 2017, file photo, a tram stops.", Flag.FILE_PHOTO),
    ("(FILES) A tram stops.", Flag.FILE_PHOTO),
    ("A tram. (AP Photo/Tomas Feld, File)", Flag.FILE_PHOTO),
    ("A tram. Tomas Feld / Reuters file", Flag.FILE_PHOTO),
    ("Archivbild: Eine Tram.", Flag.FILE_PHOTO),
    ("A tram. Photo: Tomas Feld/Tribune Staff", Flag.STAFF),
    ("A tram. Issue date: Thursday April 2, 2015.", Flag.ISSUE_DATE),
    ("In this photo released by the tram company, a tram stops.", Flag.RELEASED_ON),
]


@pytest.mark.parametrize(("caption", "flag"), FLAGS)
def test_the_kind_of_a_photo_is_flagged(caption: str, flag: Flag) -> None:
    assert flag in claims_of(caption).flags


def test_a_plain_caption_has_no_flags() -> None:
    assert claims_of("A clerk opens a file on a tram. (AP Photo/Tomas Feld)").flags == frozenset()


def test_the_source_of_a_handout_stands_apart_from_its_distributor() -> None:
    who = claims_of("Troops. Tomas Feld/Press Service of the 9th Brigade/Handout via REUTERS").who
    assert names(who.handout_sources) == ["Press Service of the 9th Brigade"]
    assert (names(who.creators), names(who.distributors)) == (["Tomas Feld"], ["Reuters"])


def captions_with_credits() -> list[tuple[str, set[str], set[str]]]:
    """The lines of credit_lines.txt: a caption, its photographers and everybody else it credits, both folded."""
    lines = Path(__file__).with_name("credit_lines.txt").read_text(encoding="utf-8").splitlines()
    cells = [line.replace("\\n", "\n").split("|||") for line in lines if line and not line.startswith("#")]
    return [(text.strip(), folded(persons), folded(others)) for text, persons, others in cells]


def folded(cell: str) -> set[str]:
    return {fold(name.strip()) for name in cell.split(";") if name.strip()}


def said(who: Who) -> tuple[set[str], set[str]]:
    others = (*who.agencies, *who.distributors, *who.handout_sources)
    return {fold(named.name) for named in who.creators}, {fold(named.name) for named in others}


@pytest.mark.parametrize(("text", "persons", "others"), captions_with_credits())
def test_house_styles_of_the_world_are_read(text: str, persons: set[str], others: set[str]) -> None:
    found = find_credits(text, a_vocabulary())
    assert said(found.who) == (persons, others)
    assert_excerpts(text, found.who)


def assert_excerpts(text: str, who: Who) -> None:
    for named in (*who.creators, *who.agencies, *who.distributors, *who.handout_sources):
        assert text[named.excerpt.start : named.excerpt.end] == named.excerpt.text


PERSONS = [
    "Mara Quill", "Jean-Luc O'Harbor", "Maria del Carmen Feld", "Ngo Thi Lan", "J. P. Kowal", "Ludwig van der Stein",
    "Óscar Núñez Quill", "Abdul al-Harbor", "Łukasz Żuk", "McKenna Feld", "Li Wen", "Tomas X. Feld Jr.", "Grace Church",
    "Mohamed El-Harbor", "Ahn Young-su", "Пётр Лодкин", "Joe\u0301 Feld",
]  # fmt: skip
STYLES = [
    "REUTERS/{person}", "(AP Photo/{person})", "({person}/{agency})", "(Photo by {person}/{agency})",
    "Photo: {person}/{agency}", "{person} / {agency}", "{person}/{agency}", "Photograph: {person}/{agency}",
    "({person} | {agency})", "{person} | {agency}", "{shouted}/{agency}", "Foto: {person} / {agency}",
    "© {person}/{agency}", "(Photo by {person} / {agency} via Getty Images)", "Credit: {person}/{agency}",
    "Credit...{person}/{agency}", "[{person}/{agency}]", "(Photo: {person}, {agency})", "{agency}/{person}",
    "Photo by {person}", "({agency}: {person})", "Фото: {person} / {agency}", "({person} via {agency})",
    "Image: {person}/{agency}", "Photo: {agency} / {person}", "{person}—{agency}", "{person} for {agency}",
]  # fmt: skip
WIRES = sorted(name for name, agency in a_vocabulary().agencies.items() if agency.trade is Trade.WIRE)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PERSONS), st.sampled_from(WIRES), st.sampled_from(STYLES))
def test_a_person_and_an_agency_are_read_back_from_every_style(person: str, agency: str, style: str) -> None:
    credit = style.format(person=person, agency=agency, shouted=person.upper())
    text = f"People cross a bridge in Lyon, France, on May 4, 2019. {credit}"
    who = find_credits(text, a_vocabulary()).who
    assert [same_person(named.name, person) for named in who.creators] == [True]
    assert ("{agency}" not in style) or agency in {named.name for named in (*who.agencies, *who.distributors)}
    assert_excerpts(text, who)


PIECES = [
    "Photo: ", "Jo Doe/", "AFP ", "(", "Reuters/", "Jo Doe and ", "© ", "A.", "via ", "@a", "Credit Image ", "JoDoe",
    "ReutersReuters", "a@b.c.", "x-", "'a", "- ", "by ", "photo taken by ", "\n", "摄", "新华社", "연합뉴스", "記者 ",
    "Al Roe, ", "for ", "The ", "of ", "/", "| ", "Pool ", "Staff ", "2019 ", "e\u0301", "[", "1/2 ", "...", "a.com ",
    "\u202e", "תצלום: ", "photo courtesy of ", "SANA/Handout ",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30).map("".join))
def test_whatever_the_text_the_answer_quotes_it(text: str) -> None:
    for read in (find_credits, read_credit_field):
        found = read(text, a_vocabulary())
        assert_excerpts(text, found.who)
        assert all(0 <= start < end <= len(text) for start, end in found.spans)
        assert read(text, a_vocabulary()) == found


@pytest.mark.parametrize("pieces", [*([piece] for piece in PIECES), PIECES[::7], PIECES[::5], PIECES[1::6]])
def test_ten_times_the_text_takes_ten_times_as_long(pieces: list[str]) -> None:
    unit = "".join(pieces)
    allowed = 25 * seconds(unit, 3_000) + 0.1
    assert any(seconds(unit, 30_000) < allowed for _try in range(3))  # machines stumble


def test_a_caption_of_a_hundred_thousand_characters_is_read() -> None:
    assert seconds("".join(PIECES), 100_000) < 3


def seconds(unit: str, size: int) -> float:
    text = (unit * size)[:size]
    start = time.process_time()
    find_credits(text, a_vocabulary())
    return time.process_time() - start


FIELDS = [
    ("Doe, Jo", ["Jo Doe"], []), ("Li Wen; Zhang Lan", ["Li Wen", "Zhang Lan"], []), ("zuma", [], ["ZUMA"]),
    ("Maria Feldmann Rui/Associated Pr", ["Maria Feldmann Rui"], ["AP"]), ("picture alliance/dpa | Jo Stein",
    ["Jo Stein"], ["picture alliance", "dpa"]), ("AFP Contributor#AFP", [], ["AFP"]), ("Contributor#8523328", [], []),
    ("SOPA Images/LightRocket via Gett", [], ["SOPA", "LightRocket", "Getty Images"]), ("XXSTRINGERXX xxxxx", [], []),
    ("Jo Doe / jo@example.org", ["Jo Doe"], []), ("Ministry of Defence of Freedonia", [],
    ["Ministry of Defence of Freedonia"]),
]  # fmt: skip


@pytest.mark.parametrize(("field", "creators", "others"), FIELDS)
def test_fields_hold_names_in_their_own_ways(field: str, creators: list[str], others: list[str]) -> None:
    who = read_credit_field(field, a_vocabulary()).who
    assert (names(who.creators), names((*who.agencies, *who.distributors))) == (creators, others)


def test_credits_of_a_very_long_text_are_found_at_both_of_its_ends() -> None:
    middle = "Crowds gathered in the square and went home again. " * 2000
    text = f"(AP Photo/Jane Doe) {middle} Photo: Max Muster/Reuters"
    found = find_credits(text, a_vocabulary())
    assert {one.name for one in found.who.creators} == {"Jane Doe", "Max Muster"}
    assert all(text[one.excerpt.start : one.excerpt.end] == one.excerpt.text for one in found.who.creators)
