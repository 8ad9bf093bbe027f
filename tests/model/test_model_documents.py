"""Which ids of a file link it with others, and which say nothing."""

from __future__ import annotations

import pytest
from builders.cases import a_fact
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.documents import MOST, DocumentId, DocumentKind, document_ids
from provenance.model.serials import serial_of


def ids(*fields: tuple[str, str]) -> set[tuple[str, str]]:
    return {(one.kind.value, one.id) for one in document_ids([a_fact(*one) for one in fields])}


@pytest.mark.parametrize(
    ("field", "value", "kind", "id"),
    [
        ("XMP xmpMM:DocumentID", "xmp.did:15CB2297", "xmp-document", "xmp.did:15cb2297"),
        ("XMP xmpMM:OriginalDocumentID", "xmp.did:15CB2297", "xmp-document", "xmp.did:15cb2297"),
        ("XMP xmpMM:DerivedFrom/stRef:documentID", "uuid:15CB2297", "xmp-document", "uuid:15cb2297"),
        ("XMP xmpMM:InstanceID", "xmp.iid:F553ABFA", "xmp-instance", "xmp.iid:f553abfa"),
        ("XMP xmpMM:History[3]/stEvt:instanceID", "xmp.iid:F553ABFA", "xmp-instance", "xmp.iid:f553abfa"),
        ("XMP GettyImagesGIFT:AssetID", "536991815", "getty", "536991815"),
        ("EXIF ImageUniqueID", "0123456789ABCDEF0123456789abcdef", "image-guid", "0123456789abcdef0123456789abcdef"),
        ("XMP Iptc4xmpExt:DigImageGUID", "urn:x:12345", "image-guid", "urn:x:12345"),
        ("IPTC-IIM 2:25 Keywords", "key:rel:d:bm:GF2E4A1234", "reuters", "gf2e4a1234"),
        ("IPTC-IIM 2:187 UniqueDocumentID", "epa08033505", "epa", "epa08033505"),
        ("IPTC-IIM 2:120 Caption-Abstract", "epa08033505 A ferry leaves the town.", "epa", "epa08033505"),
    ],
)
def test_ids_are_taken_from_the_fields_made_for_them(field, value, kind, id):
    assert ids((field, value)) == {(kind, id)}


def test_a_supplier_s_field_is_read_by_the_credit_beside_it():
    field = ("IPTC-IIM 2:22 FixtureIdentifier", "GM1EA7M13RP01")
    assert ids(field) == set()
    assert ids(field, ("IPTC-IIM 2:110 Credit", "REUTERS")) == {("reuters", "gm1ea7m13rp01")}
    dashed = ("XMP plus:ImageSupplierImageID", "9e627f0a-12cd")
    assert ids(dashed, ("XMP photoshop:Credit", "AP")) == {("ap", "9e627f0a12cd")}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("XMP xmpMM:DocumentID", "00000000-0000-0000-0000-000000000000"),
        ("XMP xmpMM:DocumentID", "uuid:00000000"),
        ("XMP xmpMM:DocumentID", "1234"),
        ("XMP xmpMM:DocumentID", "x" * 500),
        ("XMP photoshop:DocumentAncestors[0]", "xmp.did:15CB2297"),
        ("XMP xmpMM:Ingredients[0]/stRef:documentID", "xmp.did:15CB2297"),
        ("IPTC-IIM 2:22 FixtureIdentifier", "Warehouse"),
        ("EXIF ImageUniqueID", "Z16LSLA00VM"),
    ],
)
def test_what_is_empty_or_shared_by_design_links_nothing(field, value):
    assert ids((field, value)) == set()


def test_a_camera_is_known_by_make_model_and_number():
    camera = [("EXIF Make", "Canon"), ("EXIF Model", "EOS R5"), ("EXIF SerialNumber", "042031001234")]
    assert ids(*camera) == {("camera", "canon eos r5 042031001234")}
    assert ids(*camera[1:]) == set()


@pytest.mark.parametrize("number", ["", "0", "000000", "1234567890", "none", "9999999", "12"])
def test_numbers_that_no_camera_has_are_none(number):
    facts = [a_fact("EXIF Make", "Canon"), a_fact("EXIF Model", "EOS R5"), a_fact("EXIF SerialNumber", number or " ")]
    assert serial_of(facts) is None


def test_long_histories_are_cut_and_the_last_states_kept():
    fields = [(f"XMP xmpMM:History[{number}]/stEvt:instanceID", f"xmp.iid:{number:06}") for number in range(500)]
    found = ids(*fields)
    assert len(found) == MOST
    assert ("xmp-instance", "xmp.iid:000499") in found


@given(st.sampled_from(["XMP xmpMM:DocumentID", "EXIF ImageUniqueID", "IPTC-IIM 2:25 Keywords"]), st.text(min_size=1))
def test_no_text_makes_it_stumble(field, text):
    for one in document_ids([a_fact(field, text)]):
        assert DocumentId(DocumentKind(one.kind), one.id) == one
