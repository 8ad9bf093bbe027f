"""Content credentials made to harm whoever reads them: a state comes back, in time, and nothing is raised."""

from __future__ import annotations

import base64
import zlib

import pytest
from builders.cases import a_case
from builders.credentials import NOW, a_list, a_picture, a_signer, signed, the_authority
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import UsageError
from provenance.media.credentials_library import ask
from provenance.media.credentials_store import certificates
from provenance.media.examine import read_facts
from provenance.media.trust_lists import Named, read_list
from provenance.media.worker.handed import MARK
from provenance.model.findings import Door
from provenance.model.limits import LIMITS, RuleLimits
from provenance.model.trust import STATE_FIELD, CredentialState, TrustKind
from provenance.report.credentials import credentials_object
from provenance.rules.judge import judge

GOOD = signed(a_picture(), a_signer(the_authority()))
LISTS = (a_list(the_authority()),)
C2PA = bytes.fromhex("6332706100110010800000aa00389b71")
MANIFEST = bytes.fromhex("63326d6100110010800000aa00389b71")


def box(kind: bytes, content: bytes = b"", length: int | None = None) -> bytes:
    """A JUMBF box; with a length of one's own instead of the right one."""
    return (8 + len(content) if length is None else length).to_bytes(4, "big") + kind + content


def superbox(label: bytes, content: bytes = b"", kind: bytes = MANIFEST, length: int | None = None) -> bytes:
    """A superbox: what it is called, then what it holds."""
    return box(b"jumb", box(b"jumd", kind + b"\x03" + label + b"\0") + content, length)


def store(content: bytes = b"", length: int | None = None) -> bytes:
    """The outermost box of credentials."""
    return superbox(b"c2pa", content, C2PA, length)


def in_jpeg(boxes: bytes) -> bytes:
    """A photo with a JUMBF store in its APP11 segments, cut up as ISO 19566-5 has it."""
    head, rest, most = boxes[:8], boxes[8:], 60_000
    parts = [rest[at : at + most] for at in range(0, len(rest), most)] or [b""]
    made = b""
    for number, part in enumerate(parts, start=1):
        content = b"JP\x00\x01" + number.to_bytes(4, "big") + head + part
        made += b"\xff\xeb" + (2 + len(content)).to_bytes(2, "big") + content
    picture = a_picture()
    return picture[:2] + made + picture[2:]


def in_png(boxes: bytes) -> bytes:
    """The same in a PNG's own chunk."""
    chunk = b"caBX" + boxes
    made = len(boxes).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")
    picture = a_picture("PNG")
    return picture[:33] + made + picture[33:]


def nested(depth: int, inside: bytes = b"") -> bytes:
    for _ in range(depth):
        inside = superbox(b"c2pa", inside)
    return inside


LABEL = b"urn:c2pa:00000000-0000-4000-8000-000000000000"
STORES = {
    "nothing in it": store(),
    "nested 200 deep": store(nested(200)),
    "nested 2,000 deep": store(nested(2_000)),
    "a length of 4 GB": store(length=0xFFFFFFFF),
    "a length of 16 exabytes": box(b"jumb", b"\xff" * 8 + box(b"jumd", C2PA + b"\x03c2pa\0"), 1),
    "a long length of nothing": store(box(b"jumb", bytes(8), 1)),
    "lengths of nothing": store(box(b"jumb", b"", 0) * 50),
    "lengths shorter than a head": store(box(b"jumb", b"", 3) * 50),
    "the rest of the file": store(superbox(LABEL, length=0)),
    "10,000 manifests of one name": store(superbox(LABEL) * 10_000),
    "10,000 manifests": store(b"".join(superbox(b"%d" % number) for number in range(10_000))),
    "a label without an end": box(b"jumb", box(b"jumd", C2PA + b"\x03" + b"c2pa" + b"x" * 5_000)),
    "a label that is no text": store(superbox(b"\xff\xfe\x80")),
    "a signature that is no CBOR": store(superbox(LABEL, superbox(b"c2pa.signature", box(b"cbor", b"\xff" * 90)))),
    "a signature of 10,000 tags": store(superbox(LABEL, superbox(b"c2pa.signature", box(b"cbor", b"\xd2" * 10_000)))),
    "a signature that is a number": store(superbox(LABEL, superbox(b"c2pa.signature", box(b"cbor", b"\x00")))),
    "a claim of 10,000 lists": store(superbox(LABEL, superbox(b"c2pa.claim", box(b"cbor", b"\x81" * 10_000)))),
    "a claim that announces 2^63 members": store(
        superbox(LABEL, superbox(b"c2pa.claim.v2", box(b"cbor", b"\xbb\x7f" + b"\xff" * 7)))
    ),
    "a claim that announces 2^62 bytes": store(
        superbox(LABEL, superbox(b"c2pa.claim", box(b"cbor", b"\x5b\x3f" + b"\xff" * 7)))
    ),
    "compressed without an end": store(superbox(LABEL, superbox(b"c2pa.claim", box(b"brob", b"cbor" + b"\x1b" * 99)))),
}


def state(data: bytes) -> str:
    """The state, having been judged and told at every door as well."""
    _format, facts, _problems = read_facts(data, LIMITS.read, LISTS)
    for door in Door:
        judge(a_case(facts=facts), RuleLimits(), door=door)
    told = credentials_object(facts, readable=True)
    found = next((str(fact.value) for fact in facts if fact.field == STATE_FIELD), "absent")
    assert found == (told["state"] if told else "absent")
    return found


@pytest.mark.parametrize("name", STORES)
@pytest.mark.parametrize("inside", [in_jpeg, in_png], ids=["JPEG", "PNG"])
def test_boxes_made_to_harm_have_a_state_and_identify_nobody(name, inside):
    data = inside(STORES[name])
    assert MARK in data
    assert state(data) in {"unreadable", "invalid", "changed"}


@pytest.mark.parametrize("name", STORES)
def test_boxes_made_to_harm_hold_no_certificates(name):
    assert certificates(STORES[name], LABEL.decode()) == ()


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_file_that_breaks_off_anywhere_has_a_state(share):
    end = int(len(GOOD) * share)
    assert state(GOOD[:end]) in {"absent", "unreadable", "invalid", "changed"}


def test_manifests_that_name_each_other_in_a_circle_come_to_an_end():
    by = a_signer(the_authority())
    inner = signed(a_picture(), by, ingredients=[("parentOf", "a.jpg", GOOD)])
    outer = signed(a_picture(), by, ingredients=[("parentOf", "b.jpg", inner)])
    labels = [one["label"].encode() for one in ask(outer, "image/jpeg", LISTS, LIMITS.read).manifests]
    assert len({len(label) for label in labels}) == 1
    for one in labels:
        for other in labels:
            if one != other:
                references = outer.replace(b"/c2pa/" + one, b"/c2pa/" + other)
                assert state(references) in set(CredentialState) - {"trusted"}
                assert state(outer.replace(one, other)) in set(CredentialState) - {"trusted"}


def test_a_manifest_within_a_hundred_others_is_judged():
    data, by = GOOD, a_signer(the_authority())
    for number in range(12):
        data = signed(a_picture(), by, ingredients=[("parentOf", f"{number}.jpg", data)])
    assert state(data) == "trusted"


@given(st.binary(max_size=300), st.integers(0, 6000))
@settings(max_examples=60, deadline=None)
def test_any_bytes_in_place_of_others_give_no_exception(stranger, at):
    at %= len(GOOD)
    assert state(GOOD[:at] + stranger + GOOD[at + len(stranger) :]) in set(CredentialState)
    certificates(stranger, "x")
    certificates(store(superbox(LABEL, superbox(b"c2pa.signature", box(b"cbor", stranger)))), LABEL.decode())


@given(st.binary(max_size=200), st.binary(max_size=40), st.integers(0, 900))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_a_list_or_refused_in_a_sentence(data, more, at):
    pem = the_authority().pem.encode()
    assert "certificate" in list_or_refusal(data)
    assert "certificate" in list_or_refusal(pem[:at] + more + pem[at:]).lower()


def list_or_refusal(data: bytes) -> str:
    try:
        made, _expired = read_list(data, Named("N", TrustKind.SIGNERS, None, NOW))
    except UsageError as error:
        return error.sentence
    return f"{made.certificates} certificate"


def test_a_certificate_of_a_version_that_never_was_and_one_with_an_odd_number_are_refused_without_a_warning():
    der = the_authority().certificate.public_bytes(Encoding.DER)
    version = bytes.fromhex("a003020102")
    serial = der.index(version) + len(version) + 2  # behind its tag and its length
    without = der[:serial] + bytes(der[serial - 1]) + der[serial + der[serial - 1] :]
    for odd in (der.replace(version, version[:-1] + b"\x07"), without):
        assert odd != der
        text = base64.encodebytes(odd)
        pem = b"-----BEGIN CERTIFICATE-----\n" + text + b"-----END CERTIFICATE-----\n"
        assert "certificate" in list_or_refusal(pem).lower()
