"""ninjs 1.x to 3.x: one reference for each photo; JSON is read strictly."""

from __future__ import annotations

import json

import pytest
from builders.ninjs import CAPTION, a_ninjs_1, a_ninjs_3, a_story, ninjs
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import DocumentError
from provenance.feeds.ninjs import is_ninjs, read_ninjs
from provenance.feeds.reference import Reference
from provenance.feeds.wire import Wire
from provenance.model.appearance import Standing
from provenance.model.limits import ReadLimits
from provenance.model.times import TimeKind


def read(document: object) -> Wire:
    data = document if isinstance(document, bytes) else ninjs(document)
    return read_ninjs(data, "item.json", "The wire", Standing.RECORD)


def only(document: object) -> Reference:
    found = read(document)
    assert found.problems == ()
    (one,) = found.references
    return one


@pytest.mark.parametrize("document", [a_ninjs_1(), a_ninjs_3()], ids=["1.x", "3.x"])
def test_every_version_says_the_same(document: dict[str, object]) -> None:
    one = only(document)
    said = one.statement
    assert (said.caption, said.headline, said.creator) == (CAPTION, "Rowers in Valtorre", "Mira Solent")
    assert (said.place, said.dateline, said.publisher, said.version) == ("", "Rome", "Agency", "2")
    assert said.instructions == "No sales in Italy.\nEditorial use only."
    assert one.waits.urls[0] == "https://pix.example/RX4471902.jpg"
    assert not any(url.endswith(".xml") for url in one.waits.urls)
    kinds = [one.kind for one in said.times]
    assert kinds[-2:] == [TimeKind.TRANSMITTED, TimeKind.ISSUED]


def test_ids_that_photographers_count_themselves_lead_to_no_photo() -> None:
    ids = only(a_ninjs_3()).waits.supplier_ids
    assert "9f0c1d2e3a4b5c6d" in ids
    assert "RX4471902" in only(a_ninjs_1(guid="tag:agency.example,2024:RX4471902")).waits.supplier_ids
    assert "VAL101" not in ids


def test_version_three_states_credit_and_day() -> None:
    said = only(a_ninjs_3()).statement
    assert said.credit == "Agency / Mira Solent"
    assert said.date == "2024-05-03T10:12:00+02:00"


def test_the_photos_of_a_story_are_references_and_the_story_is_none() -> None:
    other = a_ninjs_1(guid="urn:newsml:agency.example:2024:RX5500771", description_text="A cup.")
    found = read(a_story(a_ninjs_1(), other))
    assert [one.statement.caption for one in found.references] == [CAPTION, "A cup."]
    listed = a_story(associations=[{"name": "main", **a_ninjs_3()}])
    assert [one.statement.caption for one in read(listed).references] == [CAPTION]


@pytest.mark.parametrize(
    "wrapped",
    [
        [a_ninjs_1()],
        {"data": {"item": a_ninjs_1()}},
        {"data": {"items": [{"item": a_ninjs_1()}]}},
        {"_items": [a_ninjs_1()]},
    ],
)
def test_lists_and_answers_of_agencies_are_unwrapped(wrapped: object) -> None:
    assert only(wrapped).statement.caption == CAPTION


def test_an_agencys_own_names_are_read() -> None:
    item = {
        "uri": "https://api.agency.example/171b",
        "altids": {"itemid": "171b16d930db49a396159714c732af9c", "transref": "TKSK105", "etag": "171b16d9_0a1"},
        "type": "picture",
        "version": 0,
        "description_caption": "FILE - A singer.",
        "description_creditline": "Ole Brandt/Agency",
        "photographer": {"code": "x", "name": "Ole Brandt"},
        "datelinelocation": {"city": "Oslo", "countryname": "NORWAY"},
        "place": [{"name": "Norway", "creator": "Machine"}],
        "renditions": {
            "main": {"href": "https://x.example/d", "originalfilename": "singer_25240.jpg", "type": "picture"}
        },
    }
    one = only(item)
    said = one.statement
    assert (said.caption, said.credit, said.creator) == ("FILE - A singer.", "Ole Brandt/Agency", "Ole Brandt")
    assert (said.dateline, said.version) == ("Oslo, NORWAY", "0")
    assert one.waits.name == "singer_25240.jpg"
    assert one.waits.supplier_ids == ("171b16d930db49a396159714c732af9c",)


def test_a_caption_in_html_is_read_as_text() -> None:
    item = a_ninjs_1(description_text=None, description_html="<p>Salt &amp; sea.</p>")
    assert only(item).statement.caption == "Salt & sea."


@pytest.mark.parametrize("item", [a_ninjs_1(pubstatus="canceled"), a_ninjs_3(pubStatus="withheld")])
def test_an_item_that_its_supplier_withdraws_is_no_caption(item: object) -> None:
    found = read(item)
    assert found.references == ()
    assert [one.kind for one in found.problems] == ["notice"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"uri": "a", "uri": "b"}', '"uri" twice'),
        (b'{"uri": "a", "version": NaN}', "NaN"),
        (b'{"uri": "a", "version": -Infinity}', "Infinity"),
        (b'{"uri": "a", "version": 1e999}', "too large"),
        (b'{"uri": "a", "version": ' + b"9" * 5000 + b"}", "damaged or cut off"),
        (b'{"uri": "a", "associations": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", "deeper"),
        (b'{"a":' * 10_000, "deeper"),
        (b'{"uri": "a", "headline": "b"', "damaged or cut off"),
        (b"", "damaged or cut off"),
    ],
)
def test_what_is_not_strict_json_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=words) as caught:
        read(data)
    assert caught.value.hint


def test_a_document_of_fifty_megabytes_is_answered() -> None:
    found = read(a_ninjs_1(description_text="rowers " * 7_400_000))
    assert len(found.references[0].statement.caption) == 100_000
    assert [one.kind for one in found.problems] == ["caption-cut"]


def test_a_document_beyond_the_limit_is_refused() -> None:
    with pytest.raises(DocumentError, match="larger"):
        read_ninjs(ninjs(a_ninjs_1()), "a.json", "x", Standing.RECORD, ReadLimits(document_bytes=100))


def test_items_beyond_a_number_are_said_to_be_left_out() -> None:
    found = read([{"uri": f"urn:x:{number:09}", "type": "text"} for number in range(20_005)])
    assert [one.kind for one in found.problems] == ["items-cut"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_recognised(encoding: str) -> None:
    text = json.dumps(a_ninjs_1(description_text="Die Brücke in Görlitz."), ensure_ascii=False)
    assert only(text.encode(encoding)).statement.caption == "Die Brücke in Görlitz."


@pytest.mark.parametrize(
    ("head", "is_it"),
    [
        (ninjs(a_ninjs_1()), True),
        (ninjs(a_ninjs_3()), True),
        (b'\xef\xbb\xbf {"guid": "a", "pubstatus": "canceled"}', True),
        (b'{"name": "a-package", "version": "1.0.0", "type": "module"}', False),
        (b'[{"SourceFile": "a.jpg"}]', False),
        (b"uri,headline", False),
        (b"", False),
    ],
)
def test_it_is_recognised_by_its_beginning(head: bytes, is_it: bool) -> None:
    assert is_ninjs(head) is is_it


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["name", "value", "role", "href"]), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted({*a_ninjs_1(), *a_ninjs_3(), "associations", "photographer"})), VALUES))
def test_whatever_stands_under_a_name_it_is_answered(item: dict[str, object]) -> None:
    assert len(read(item).references) <= 10
