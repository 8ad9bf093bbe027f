"""Each metadata block of a file is a witness of its own; what cameras write is no caption."""

from __future__ import annotations

import pytest
from builders.files import a_jpeg

from provenance.feeds.in_file import statements
from provenance.media.examine import read_facts
from provenance.model.appearance import Standing, Statement
from provenance.model.limits import LIMITS
from provenance.model.photo import Fact
from provenance.model.times import TimeKind, Voucher


def of_file(data: bytes) -> tuple[Statement, ...]:
    _format, facts, _problems = read_facts(data, LIMITS.read)
    return statements(facts, "wire", Standing.IN_FILE)


def a_fact(field: str, value: str, reader: str = "own", block: int = 0) -> Fact:
    return Fact(field, value, value, reader, block)


def test_three_blocks_of_a_real_file_are_three_witnesses() -> None:
    said = of_file(
        a_jpeg(
            taken="2022:04:07 09:20:00",
            offset="+03:00",
            artist="A. Person",
            description="A crane falls in the harbour.",
            iptc={
                "1:70": "20220407",
                "1:80": "062012+0000",
                "2:120": "A crane falls in the harbour of Odesa.",
                "2:105": "Crane falls",
                "2:80": "A PERSON",
                "2:110": "REUTERS",
                "2:55": "20220407",
                "2:60": "062012+0000",
                "2:90": "Odesa",
                "2:101": "Ukraine",
                "2:116": "Copyright Somebody",
            },
            xmp={
                "dc:description": "A crane falls.",
                "dc:creator": ["A. Person", "B. Person"],
                "photoshop:Credit": "Reuters",
            },
        )
    )
    exif, iim, xmp = said
    assert [one.address for one in said] == ["EXIF", "IPTC-IIM", "XMP"]
    assert [one.external_id for one in said] == ["EXIF", "IPTC-IIM", "XMP"]
    assert {one.voucher for one in said} == {Voucher.IN_FILE}
    assert (exif.caption, exif.creator, exif.credit, exif.date) == (
        "A crane falls in the harbour.",
        "A. Person",
        "",
        "",
    )
    captured = exif.time(TimeKind.CAPTURED)
    assert captured is not None
    assert captured.span.start.isoformat() == "2022-04-07T06:20:00+00:00"
    assert (iim.headline, iim.creator, iim.credit, iim.place) == (
        "Crane falls",
        "A PERSON",
        "REUTERS",
        "Odesa, Ukraine",
    )
    assert iim.date.startswith("2022-04-07")
    sent = iim.time(TimeKind.TRANSMITTED)
    assert sent is not None
    assert (sent.field, sent.span.start.isoformat()) == ("IPTC-IIM 1:70 DateSent", "2022-04-07T06:20:12+00:00")
    assert (xmp.caption, xmp.creator, xmp.credit) == ("A crane falls.", "A. Person; B. Person", "Reuters")


@pytest.mark.parametrize(
    "text",
    [
        "OLYMPUS DIGITAL CAMERA",
        "SONY DSC",
        "default",
        "          ",
        "Created with GIMP",
        "dav",
        "oznor_soft",
        "DCIM",
        "Exif_JPEG_PICTURE",
        "KODAK Digital Still Camera",
        "DSC_0042.JPG",
    ],
)
def test_what_cameras_and_programs_write_is_no_caption(text: str) -> None:
    assert of_file(a_jpeg(description=text, taken="2022:04:07 09:20:00")) == ()


def test_a_word_with_a_capital_may_be_a_caption() -> None:
    assert [one.caption for one in of_file(a_jpeg(description="Borodyanka"))] == ["Borodyanka"]


def test_a_camera_date_alone_says_nothing_and_a_copyright_is_no_credit() -> None:
    assert of_file(a_jpeg(taken="2022:04:07 09:20:00", copyright="Somebody")) == ()
    assert of_file(a_jpeg()) == ()


def test_of_two_readers_the_better_one_is_quoted_and_the_other_fills_in() -> None:
    facts = [
        a_fact("EXIF ImageDescription", "from pillow", "pillow"),
        a_fact("EXIF ImageDescription", "From exifread", "exifread"),
        a_fact("EXIF Artist", "Pillow's Artist", "pillow"),
        a_fact("EXIF Artist", " ", "exifread"),
        a_fact("EXIF-thumbnail ImageDescription", "Not this one", "exifread"),
    ]
    (said,) = statements(facts, "wire", Standing.IN_FILE)
    assert (said.caption, said.creator) == ("From exifread", "Pillow's Artist")


def test_two_blocks_of_one_kind_stay_apart() -> None:
    facts = [
        a_fact("IPTC-IIM 2:120 Caption-Abstract", "The first caption"),
        a_fact("IPTC-IIM 2:120 Whatever", "The second caption", block=1),
    ]
    said = statements(facts, "wire", Standing.IN_FILE)
    assert [(one.address, one.caption) for one in said] == [
        ("IPTC-IIM", "The first caption"),
        ("IPTC-IIM[1]", "The second caption"),
    ]
    assert len({one.external_id for one in said}) == 2


def test_the_place_shown_counts_more_than_the_city_of_old() -> None:
    facts = [
        a_fact("XMP photoshop:City", "KYIV"),
        a_fact("XMP photoshop:Country", "Ukraine"),
        a_fact("XMP Iptc4xmpExt:LocationShown[0]/City", "Borodyanka"),
        a_fact("XMP Iptc4xmpExt:LocationShown[0]/CountryName", "Ukraine"),
        a_fact("XMP Iptc4xmpExt:LocationShown[1]/City", "Bucha"),
    ]
    (said,) = statements(facts, "wire", Standing.IN_FILE)
    assert said.place == "Borodyanka, Ukraine"


def test_the_facts_of_a_sidecar_carry_its_name() -> None:
    facts = [
        a_fact("XMP dc:description", "A crane falls."),
        a_fact("XMP exif:DateTimeOriginal", "2022-04-07T09:20:00Z"),
    ]
    (said,) = statements(facts, "desk", Standing.RECORD, "a.xmp: ")
    assert (said.address, said.external_id, said.voucher) == ("a.xmp: XMP", "a.xmp: XMP", Voucher.SIDECAR)
    assert said.times[0].field == "a.xmp: XMP exif:DateTimeOriginal"


def test_impossible_dates_and_zones_are_no_times() -> None:
    facts = [
        a_fact("IPTC-IIM 2:110 Credit", "PA"),
        a_fact("IPTC-IIM 2:55 DateCreated", "2024-05-30"),
        a_fact("IPTC-IIM 2:60 TimeCreated", "10:52:06-10:52"),
        a_fact("IPTC-IIM 1:70 DateSent", "0000-00-00"),
    ]
    (said,) = statements(facts, "wire", Standing.IN_FILE)
    assert (said.date, said.times) == ("2024-05-30", ())
