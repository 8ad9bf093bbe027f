"""Which kind of document some bytes are, and one reader for all of them."""

from __future__ import annotations

import gzip
import json
import time
from contextlib import suppress

import pytest
from builders.documents import a_captions_file, a_figure, a_page
from builders.pages import a_script
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import DocumentError
from provenance.feeds.document import Document, Kind, kind_of, photo_names, read_document
from provenance.feeds.reference import Reference
from provenance.model.appearance import Standing
from provenance.model.limits import ReadLimits
from provenance.model.times import TimeKind, Voucher

PAGE = a_page(a_figure(), head='<link rel="canonical" href="https://www.courier.example/a/story">')
TEXT = b"A storm\n\nThe port was closed.\n\nDockers unload grain in Vellmar, Norland. (Photo: Ines Halder/Reuters)\n"
NEWSML = b'<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2"></newsItem>'
NINJS = b'{"uri": "urn:x:1", "type": "picture", "headline": "Grain", "versioncreated": "2021-05-03T10:00:00Z"}'
XMP = b'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>'
LABELLED = b"Caption: Grain in Vellmar\nCredit: Reuters / A. Person\n"


def read(data: bytes, name: str = "document", standing: Standing = Standing.RECORD) -> Document:
    return read_document(data, name, "desk", standing, ReadLimits())


def only(document: Document) -> Reference:
    (reference,) = document.references
    return reference


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PAGE, "story.html", Kind.PAGE),
        (PAGE, "story.txt", Kind.PAGE),
        (b"\xef\xbb\xbf\n" + PAGE, "x", Kind.PAGE),
        (PAGE.decode().encode("utf-16"), "x", Kind.PAGE),
        (gzip.compress(PAGE), "story.html.gz", Kind.PAGE),
        (b"A saved page whose beginning was lost <p>words</p>", "a.htm", Kind.PAGE),
        (TEXT, "story.txt", Kind.TEXT),
        (TEXT, "story", Kind.TEXT),
        (a_captions_file(), "c.csv", Kind.TABLE),
        (a_captions_file(delimiter="\t", encoding="utf-16"), "c.txt", Kind.TABLE),
        (b"colour;weight\nred;3\n", "c.csv", Kind.TABLE),
        (NEWSML, "a.xml", Kind.NEWSML),
        (b"\xef\xbb\xbf" + NEWSML, "a.jpg.txt", Kind.NEWSML),
        (NINJS, "a.json", Kind.NINJS),
        (XMP, "a.jpg.xmp", Kind.XMP),
        (LABELLED, "a.txt", Kind.SIDECAR),
        (b"Grain in Vellmar", "a.jpg.txt", Kind.SIDECAR),
        (b'<?xml version="1.0"?><rss></rss>', "a.xml", Kind.UNKNOWN),
        (b'{"colour": "red"}', "a.json", Kind.UNKNOWN),
        (b"Anyone may use these pictures.", "licence.txt", Kind.UNKNOWN),
        (b"PK\x03\x04 a workbook", "c.csv", Kind.UNKNOWN),
        (b"\0\1\2\3" * 900, "a.txt", Kind.UNKNOWN),
        (b"", "a.txt", Kind.UNKNOWN),
    ],
)
def test_content_tells_the_kind_and_the_name_only_where_it_does_not(data: bytes, name: str, kind: Kind) -> None:
    assert kind_of(data, name) is kind


def test_a_page_s_caption_says_who_published_it_when_and_where() -> None:
    head = '<link rel="canonical" href="https://www.courier.example/a/story"><meta name="date" content="2021-05-04">'
    reference = only(read(a_page(a_figure(src="../img/crane-of-odesa.jpg"), head=head), "story.html"))
    said = reference.statement
    assert (said.standing, said.voucher, said.source, said.publisher) == (
        Standing.PUBLISHED,
        Voucher.ARTICLE,
        "courier.example",
        "courier.example",
    )
    assert (said.url, said.headline) == ("https://www.courier.example/a/story", "Crane falls in harbour")
    assert said.time(TimeKind.PUBLISHED) is not None
    assert reference.waits.urls == ("https://www.courier.example/img/crane-of-odesa.jpg",)
    assert (reference.waits.name, reference.beside) == ("../img/crane-of-odesa.jpg", True)


def test_an_offer_stays_an_offer() -> None:
    assert only(read(PAGE, "story.html", Standing.OFFERED)).statement.standing is Standing.OFFERED
    assert only(read(a_captions_file(), "c.csv")).statement.standing is Standing.RECORD


def test_a_caption_in_plain_text_waits_for_its_place_in_the_text() -> None:
    reference = only(read(TEXT, "story.txt"))
    assert reference.waits.name == "story.txt (line 5)"
    assert reference.statement.caption == "Dockers unload grain in Vellmar, Norland."


def test_what_json_says_of_a_picture_belongs_to_its_visible_caption() -> None:
    url = "https://img.example/crane.jpg"
    stated = a_script(
        {"@type": "ImageObject", "contentUrl": f"{url}?w=1200", "caption": "A crane, photographed in 2014."}
    )
    visible, hidden = read(a_page(a_figure(src=url), head=stated), "story.html").references
    assert (
        hidden.statement.address == f"story.html: JSON-LD of {visible.statement.address.removeprefix('story.html: ')}"
    )


@pytest.mark.parametrize(
    ("name", "photo"), [("a.jpg.xmp", "a.jpg"), ("a.xmp", "a.jpg"), ("b.PNG.txt", "b.PNG"), ("c", "c.jpg")]
)
def test_a_sidecar_is_about_the_photo_of_its_name(name: str, photo: str) -> None:
    assert photo_names(name) == photo


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04 a workbook", "Excel"),
        (b"", "empty"),
        (b"Anyone may use these pictures.", "no document"),
        (b"colour;weight\nred;3\n", "colour"),
    ],
)
def test_what_carries_no_captions_is_refused_with_a_sentence(data: bytes, word: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(data, "c.csv" if data.startswith(b"colour") else "document")
    assert word in caught.value.sentence
    assert caught.value.hint


HOSTILE = (
    b"<" * 300_000,
    b"<a>" * 100_000,
    b"[" * 300_000,
    b'{"uri": ' * 60_000,
    b'"' * 300_000,
    b"a,b\n" * 100_000,
    b"Caption:\n" * 40_000,
    b"&#" * 150_000,
    b"<!DOCTYPE html [" + b'<!ENTITY a "&a;&a;">' * 10_000 + b"]><html>&a;",
    b"\xff\xfe" + b"<\0" * 150_000,
    (b"x" * 50 + b"\n") * 6_000,
    gzip.compress(b"<html>" + b" " * 70_000_000),
    json.dumps({"type": "picture", "uri": "x", "description_text": "y" * 300_000}).encode(),
    b'{"type": "picture", "uri": "x", "uri": NaN, "uri": 1e999}',
)


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.json"])
def test_hostile_documents_are_read_or_refused_in_good_time(data: bytes, name: str) -> None:
    began = time.process_time()
    with suppress(DocumentError):
        read(data, name)
    assert time.process_time() - began < 50


@given(
    st.sampled_from([PAGE, TEXT, NINJS, LABELLED, a_captions_file(), XMP]),
    st.binary(max_size=12),
    st.integers(0, 400),
    st.sampled_from(["a.html", "a.txt", "a", "a.csv", "a.json", "a.xml"]),
)
@settings(max_examples=120, deadline=None)
def test_any_bytes_are_a_document_or_none(data: bytes, noise: bytes, at: int, name: str) -> None:
    changed = data[:at] + noise + data[at + len(noise) :]
    with suppress(DocumentError):
        assert all(one.statement.says_something for one in read(changed, name).references)
