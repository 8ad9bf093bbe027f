"""NewsML-G2: one reference for each photo, whoever wrote the document."""

from __future__ import annotations

import re

import pytest
from builders.newsml import CAPTION, GUID, NAMESPACE, a_file, a_message, a_package, a_text_item, an_item, an_item_alone
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import DocumentError
from provenance.feeds.newsml import is_newsml, read_newsml
from provenance.feeds.reference import Reference
from provenance.feeds.wire import Wire
from provenance.model.appearance import Standing
from provenance.model.limits import ReadLimits
from provenance.model.times import TimeKind, Voucher


def read(data: bytes, standing: Standing = Standing.RECORD, **limits: int) -> Wire:
    return read_newsml(data, "drop.xml", "The wire", standing, ReadLimits(**limits))


def only(data: bytes) -> Reference:
    found = read(data)
    assert found.problems == ()
    (one,) = found.references
    return one


def test_an_item_says_who_took_it_what_it_shows_and_when() -> None:
    meta = "<versionCreated>2024-05-03T14:19:00Z</versionCreated><firstCreated>2024-05-03T13:05:00Z</firstCreated>"
    dated = (
        "<contentCreated>2024-05-03T12:12:00+02:00</contentCreated><by>MIRA SOLENT</by><creditline>AGENCY</creditline>"
    )
    said = only(a_message(an_item(meta=meta, content=dated))).statement
    assert (said.caption, said.headline) == (CAPTION, "Rowers in Valtorre")
    assert (said.creator, said.credit, said.publisher) == ("MIRA SOLENT", "AGENCY", "agency.example")
    assert (said.external_id, said.version) == (GUID, "3")
    assert (said.date, said.source, said.address) == ("2024-05-03T12:12:00+02:00", "The wire", "drop.xml: item 1")
    kinds = [(one.kind, one.field, one.voucher) for one in said.times]
    assert kinds == [
        (TimeKind.CAPTURED, "NewsML-G2 contentCreated", Voucher.FEED),
        (TimeKind.TRANSMITTED, "NewsML-G2 sent", Voucher.FEED),
        (TimeKind.ISSUED, "NewsML-G2 versionCreated", Voucher.FEED),
        (TimeKind.ISSUED, "NewsML-G2 firstCreated", Voucher.FEED),
    ]


def test_what_a_sender_offers_is_the_senders_word_and_no_feeds() -> None:
    (one,) = read(a_message(an_item()), Standing.OFFERED).references
    assert {time.voucher for time in one.statement.times} == {Voucher.SENDER}
    assert one.statement.voucher is Voucher.SENDER


def test_all_renditions_are_one_photo_known_by_every_name_id_and_url() -> None:
    files = [
        a_file("http://pix.example/x/GX1-THUMB", width=150, rendition="rend:thumbnail"),
        a_file(
            "http://pix.example/x/GX1-BASE",
            '<rtr:altId type="idType:fileBIN">2024-05-03T142000Z_7_GX1E9341HD701_RTRMADP_3_ROWING.JPG</rtr:altId>',
            width=3500,
            residref="tag:agency.example,2024:binary_GX1E9341HD701-BASE",
        ),
        a_file("./side/local.jpg", width=900),
    ]
    content = '<altId type="idType:IID">GX1E9341HD701</altId><altId type="idType:OTR">MS12345678</altId>'
    space = NAMESPACE + ' xmlns:rtr="http://www.agency.example/ns"'
    waits = only(a_message(an_item(files=files, content=content), namespace=space)).waits
    assert waits.name == "2024-05-03T142000Z_7_GX1E9341HD701_RTRMADP_3_ROWING.JPG"
    assert "local.jpg" in waits.other_names
    assert "tag_agency.example_2024_binary_GX1E9341HD701-BASE" in waits.other_names
    assert waits.urls == ("http://pix.example/x/GX1-BASE", "http://pix.example/x/GX1-THUMB")
    assert waits.supplier_ids == ("GX1E9341HD701", GUID)


def test_where_the_desk_sits_is_no_place_of_the_picture() -> None:
    tagged = (
        '<located type="cptType:5"><name>Bangalore</name><broader><name>India</name></broader></located>'
        '<subject type="cptType:5" literal="MADRID"><name>MADRID</name></subject>'
    )
    said = only(a_message(an_item(content=tagged))).statement
    assert (said.place, said.dateline) == ("", "Bangalore, India")


def test_notes_terms_and_what_it_was_made_from_are_kept() -> None:
    meta = (
        "<edNote>NO SALES IN ITALY</edNote><embargoed>2024-05-04T00:00:00Z</embargoed>"
        '<link rel="irel:processedFrom" residref="tag:agency.example,2024:newsml_GF2E9340T4U01"/>'
        '<link rel="irel:seeAlso" residref="tag:agency.example,2024:newsml_OTHER12345"/>'
    )
    said = only(a_message(an_item(meta=meta, rights="<usageTerms>Editorial use only</usageTerms>"))).statement
    assert said.instructions == "NO SALES IN ITALY\nEditorial use only\nEmbargoed until 2024-05-04T00:00:00Z"
    assert "GF2E9340T4U01" in said.derived_from
    assert not any("OTHER" in one for one in said.derived_from)


@pytest.mark.parametrize(
    ("content", "creator"),
    [
        (
            '<creator role="crol:photographer"><name>Mira Solent</name></creator><by>Mira Solent/Agency</by>',
            "Mira Solent",
        ),
        ('<creator qcode="photCode:X90045" role="cRole:phot"/><by>By MIRA SOLENT</by>', "MIRA SOLENT"),
        ('<creator literal="Agency" role="cRole:source"/><by>MIRA SOLENT</by>', "MIRA SOLENT"),
        ('<contributor role="ctrol:photog"><name>Mira Solent</name></contributor>', "Mira Solent"),
        ('<contributor role="ctrol:descrWriter"><name>ms/lr</name></contributor>', ""),
        (
            "<creator><name>Mira Solent</name></creator><creator><name>Ole Brandt</name></creator>",
            "Mira Solent; Ole Brandt",
        ),
    ],
)
def test_photographers_stand_in_many_places(content: str, creator: str) -> None:
    assert only(a_message(an_item(content=content))).statement.creator == creator


def test_the_caption_in_the_items_own_language_counts_without_its_indentation() -> None:
    described = (
        '<description role="drol:summary">Short.</description>'
        '<description role="x:caption" xml:lang="fr">Des rameurs.</description>'
        '<description role="x:caption" xml:lang="en-GB">\n      Rowers pass\n      the <b>bri</b>dge.<br/>AGENCY\n'
        "  </description>"
    )
    data = a_message(an_item(caption="", content=described, attributes=' xml:lang="en"'))
    assert only(data).statement.caption == "Rowers pass the bridge. AGENCY"


def test_a_message_gives_a_reference_for_each_picture_and_none_for_stories() -> None:
    items = [an_item(f"tag:x,2024:PX{number}0012345", caption=f"Picture {number}.") for number in range(3)]
    found = read(a_message(items[0], a_text_item("A story."), items[1], items[2]))
    assert [one.statement.caption for one in found.references] == ["Picture 0.", "Picture 1.", "Picture 2."]
    assert [one.line for one in found.references] == [1, 3, 4]


def test_of_a_package_counts_what_it_says_of_photos_that_are_not_in_the_message() -> None:
    inside = f'<itemRef residref="{GUID}"><itemClass qcode="ninat:picture"/><description>Again.</description></itemRef>'
    outside = (
        '<itemRef residref="tag:agency.example,2024:PX99887766" version="4" href="PX99887766.jpg"'
        ' contenttype="image/jpeg"><itemClass qcode="ninat:picture"/>'
        '<description role="drol:caption">A lighthouse.</description>'
        "<creditline>AGENCY</creditline></itemRef>"
    )
    bare = '<itemRef residref="tag:x,2024:PX1"><itemClass qcode="ninat:picture"/><headline>X</headline></itemRef>'
    found = read(a_message(an_item(), a_package(inside, outside, bare)))
    assert [one.statement.caption for one in found.references] == [CAPTION, "A lighthouse."]
    assert found.references[1].waits.name == "PX99887766.jpg"
    assert found.references[1].statement.version == "4"


@pytest.mark.parametrize(
    "status", ["stat:canceled", "stat:withheld", "http://cv.iptc.org/newscodes/pubstatusg2/canceled"]
)
def test_an_item_that_its_supplier_withdraws_is_no_caption(status: str) -> None:
    found = read(a_message(an_item(status=status)))
    assert found.references == ()
    assert [one.kind for one in found.problems] == ["notice"]
    assert "prov notice drop.xml" in found.problems[0].hint


def test_without_a_sent_time_the_version_stands_for_the_transmission() -> None:
    meta = "<versionCreated>2024-05-03T14:19:00Z</versionCreated>"
    said = only(an_item_alone(meta=meta)).statement
    assert [(one.kind, one.field) for one in said.times] == [(TimeKind.TRANSMITTED, "NewsML-G2 versionCreated")]


def test_dates_that_are_none_are_passed_over() -> None:
    said = only(a_message(an_item(meta="<firstCreated>yesterday</firstCreated>"), sent="soon")).statement
    assert said.times == ()


def test_prefixed_elements_and_elements_without_namespace_are_the_same() -> None:
    plain = a_message(an_item(), namespace="")
    prefixed = re.sub(
        rb"<(/?)(?=[a-z])", rb"<\1nar:", a_message(an_item(), namespace=NAMESPACE.replace("=", ":nar=", 1))
    )
    assert read(plain).references == read(prefixed).references == read(a_message(an_item())).references


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-16", "utf-8-sig"])
def test_declared_encodings_are_read(encoding: str) -> None:
    text = a_message(an_item(caption="Die Brücke in Görlitz.")).decode().replace("UTF-8", encoding.removesuffix("-sig"))
    assert only(text.encode(encoding)).statement.caption == "Die Brücke in Görlitz."


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.decode().encode("cp1252"),
        lambda data: data.replace(b"UTF-8", b"UTF-16"),
        lambda data: data.replace(b"UTF-8", b"x-klingon"),
        lambda data: data.replace(b"<by>", b"<rtr:by/><by>"),
        lambda data: data.replace(b"<by>", b"<rightsInfo>Salt &amp; Sons, Salt & Sons &nbsp;</rightsInfo><by>"),
        lambda data: data.replace(b"<by>", b"<edNote>\x0b</edNote><by>"),
    ],
)
def test_small_damage_is_mended_and_said(damage) -> None:
    found = read(damage(a_message(an_item(caption="Die Brücke in Görlitz."))))
    assert [one.statement.caption for one in found.references] == ["Die Brücke in Görlitz."]
    assert [one.kind for one in found.problems] == ["xml-mended"]


def test_of_a_message_that_was_cut_off_the_complete_items_count() -> None:
    whole = a_message(an_item("tag:x,2024:PX1234567", caption="First."), an_item(caption="Second."))
    found = read(whole[:-200])
    assert [one.statement.caption for one in found.references] == ["First."]
    assert [one.kind for one in found.problems] == ["xml-incomplete"]


ITEM = f'<newsItem{NAMESPACE} guid="tag:x,2024:PX1234567">'.encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'<!DOCTYPE x [<!ENTITY a "b">]>' + ITEM + b"&a;</newsItem>", "entities or a document type"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + ITEM + b"</newsItem>", "entities or a document type"),
        (
            b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
            + ITEM
            + b"&c;</newsItem>",
            "entities or a document type",
        ),
        (ITEM + b"<a>" * 10_000 + b"</a>" * 10_000 + b"</newsItem>", "larger or deeper"),
        (ITEM + b"<a/>" * 60_000 + b"</newsItem>", "larger or deeper"),
        (ITEM + b"<itemMeta><a></b>", "damaged or cut off"),
        (ITEM[:40], "damaged or cut off"),
    ],
)
def test_hostile_and_broken_documents_are_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=words) as caught:
        read(data, document_elements=50_000)
    assert caught.value.hint


def test_a_document_of_fifty_megabytes_is_answered() -> None:
    data = an_item_alone(caption="rowers " * 7_400_000)
    found = read(data)
    assert len(data) > 50_000_000
    assert len(found.references[0].statement.caption) == 100_000
    assert [one.kind for one in found.problems] == ["caption-cut"]


def test_an_item_about_nothing_is_a_problem_and_no_error() -> None:
    bare = f'<newsItem{NAMESPACE}><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>'
    assert [one.kind for one in read(bare.encode()).problems] == ["item-without-photo"]
    silent = an_item_alone(caption="", headline="", content="")
    assert [one.kind for one in read(silent).problems] == ["item-without-words"]


@pytest.mark.parametrize(
    ("head", "is_it"),
    [
        (b'<?xml version="1.0"?><newsItem guid="a">', True),
        (b"<!-- note --><nar:newsMessage xmlns:nar='x'>", True),
        ('<?xml version="1.0"?><packageItem>'.encode("utf-16"), True),
        (b"<html><body>a newsItem</body></html>", False),
        (b"<NewsML><NewsItem/></NewsML>", False),
        (b"", False),
    ],
)
def test_it_is_recognised_by_its_beginning(head: bytes, is_it: bool) -> None:
    assert is_newsml(head) is is_it


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=200),
    st.text(max_size=40),
    st.sampled_from(["", "a.jpg", "http://x.example/a.jpg", "://", "http://["]),
)
def test_whatever_stands_in_an_item_it_is_answered(caption: str, guid: str, href: str) -> None:
    clean = re.sub("[^\\x20-\\ud7ff]", "", caption), re.sub(r'[^\w:.,-]|"', "", guid)
    data = an_item_alone(caption=clean[0], guid=clean[1], files=(a_file(href),))
    found = read(data)
    assert len(found.references) + len([one for one in found.problems if one.kind.startswith("item")]) == 1


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_bytes_that_changed_on_the_way_never_break_it(data: st.DataObject) -> None:
    whole = bytearray(a_message(an_item()))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = read(bytes(whole))
    except DocumentError:
        return
    assert len(found.references) <= 1
