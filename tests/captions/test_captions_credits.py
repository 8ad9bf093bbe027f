"""Credits: who took a photo, who supplied it, who passed it on."""

from __future__ import annotations

import pytest
from builders.captions import claims_of

from provenance.model.claims import Flag, Named

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
