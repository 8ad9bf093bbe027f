"""Text beside a photo is its caption; labelled lines say more."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.feeds.sidecar import sidecar_names, text_statement
from provenance.model.appearance import Standing, Statement
from provenance.model.times import TimeKind, Voucher


def read(data: bytes) -> Statement | None:
    return text_statement(data, "a.jpg.txt", "desk", Standing.RECORD)


def test_the_names_to_look_for() -> None:
    assert sidecar_names("a.jpg") == ("a.xmp", "a.jpg.xmp", "a.txt", "a.jpg.txt")
    assert set(sidecar_names("IMG_1.JPG")) >= {"IMG_1.XMP", "IMG_1.JPG.TXT", "IMG_1.xmp", "IMG_1.JPG.xmp"}
    assert sidecar_names("scan") == ("scan.xmp", "scan.txt")
    assert sidecar_names(".jpg") == (".jpg.xmp", ".jpg.txt")


def test_the_whole_text_is_the_caption() -> None:
    said = read("A crane falls in the harbour.\r\nNobody was hurt: the pier was closed.\r\n".encode("utf-16"))
    assert said is not None
    assert said.caption == "A crane falls in the harbour.\nNobody was hurt: the pier was closed."
    assert (said.voucher, said.address, said.standing) == (Voucher.SIDECAR, "a.jpg.txt", Standing.RECORD)


def test_labelled_lines_say_more() -> None:
    said = read(
        b"Headline: Crane falls\nCaption: A crane falls\nin the harbour.\nCredit: Reuters\nPhotographer: A. Person\n"
        b"Date: 7 April 2022\nPlace: Odesa\nPublished: 2022-04-08\n"
    )
    assert said is not None
    assert (said.headline, said.caption) == ("Crane falls", "A crane falls\nin the harbour.")
    assert (said.credit, said.creator, said.date, said.place) == ("Reuters", "A. Person", "7 April 2022", "Odesa")
    assert [dated.kind for dated in said.times] == [TimeKind.PUBLISHED]


def test_text_before_the_first_label_is_the_caption_and_a_source_stands_in_for_the_credit() -> None:
    said = read(b"A crane falls.\n\nSource: Reuters\n")
    assert said is not None
    assert (said.caption, said.credit) == ("A crane falls.", "Reuters")


def test_a_publication_date_that_is_none_stays_readable() -> None:
    said = read(b"Caption: A crane falls.\nPublished: next week\n")
    assert said is not None
    assert said.caption == "A crane falls.\nPublished: next week"
    assert said.times == ()


def test_an_empty_sidecar_says_nothing() -> None:
    assert read(b"") is None
    assert read(b"\xef\xbb\xbf \r\n\0") is None
    assert read(b"Caption:\nCredit: \n") is None


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read(data: bytes) -> None:
    said = read(data)
    assert said is None or said.says_something
