"""Content credentials: certificates made on the spot, photos signed with them, and what forgers do to those."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID, ObjectIdentifier
from PIL import Image
from pillow_heif import register_heif_opener

from provenance.media.credentials_library import USES, load
from provenance.model.trust import TrustKind, TrustList

MAIL, DOCUMENTS, CLAIMS = USES[:3]
NOW = datetime.now(UTC).replace(microsecond=0)
SOURCES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
KINDS = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "TIFF": "image/tiff",
    "AVIF": "image/avif",
    "HEIF": "image/heif",
}
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Holder:
    """A certificate with its key, and the certificates above it."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    above: tuple[x509.Certificate, ...] = ()

    @property
    def pem(self) -> str:
        """The certificate alone."""
        return self.certificate.public_bytes(Encoding.PEM).decode()

    @property
    def chain(self) -> str:
        """The certificate, then those above it."""
        return self.pem + "".join(one.public_bytes(Encoding.PEM).decode() for one in self.above)

    @property
    def key_pem(self) -> str:
        """The private key."""
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def an_authority(name: str = "Root of Trust", *, until: datetime | None = None) -> Holder:
    """Somebody who issues certificates."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _name(name, f"{name} Ltd")
    made = _certificate(subject, subject, key, NOW - 3650 * _DAY, until or NOW + 3650 * _DAY)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    return Holder(key, made.add_extension(_usage(issues=True), critical=True).sign(key, hashes.SHA256()))


def a_signer(
    authority: Holder,
    name: str = "Ann Editor",
    organisation: str = "The Daily Example",
    *,
    until: datetime | None = None,
    use: str = MAIL,
    key: ec.EllipticCurvePrivateKey | None = None,
    serial: int | None = None,
) -> Holder:
    """Somebody to whom an authority gave a certificate."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    end = until or NOW + 365 * _DAY
    made = _certificate(
        _name(name, organisation), authority.certificate.subject, key, end - 730 * _DAY, end, serial=serial
    )
    made = made.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    made = made.add_extension(_usage(issues=False), critical=True)
    made = made.add_extension(x509.ExtendedKeyUsage([ObjectIdentifier(use)]), critical=False)
    above = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key())
    made = made.add_extension(above, critical=False)
    return Holder(key, made.sign(authority.key, hashes.SHA256()), (authority.certificate,))


def a_list(
    *holders: Holder,
    name: str = "Known newsrooms",
    kind: TrustKind = TrustKind.SIGNERS,
    entities: Sequence[Holder] = (),
) -> TrustList:
    """A list that vouches for authorities, and for single signers."""
    anchors, single = ("".join(one.pem for one in some) for some in (holders, entities))
    day = datetime(2026, 5, 1, tzinfo=UTC)
    return TrustList(name, kind, day.date(), day, anchors, single, len(holders) + len(entities))


def a_picture(format: str = "JPEG", grey: int = 90) -> bytes:
    """A small picture without metadata."""
    register_heif_opener()
    held = io.BytesIO()
    image = Image.linear_gradient("L").resize((320, 240)).convert("RGB")
    Image.blend(image, Image.new("RGB", image.size, (grey, 120, 40)), 0.5).save(held, format)
    return held.getvalue()


def an_action(action: str, source: str = "", **more: Any) -> dict[str, Any]:
    """Something that was done, with the kind of source it came from."""
    return {"action": f"c2pa.{action}", **({"digitalSourceType": SOURCES + source} if source else {}), **more}


PHOTOGRAPHED = (an_action("created", "digitalCapture"), an_action("cropped"), an_action("color_adjustments"))


def signed(
    picture: bytes,
    by: Holder,
    *actions: Mapping[str, Any],
    format: str = "JPEG",
    ingredients: Sequence[tuple[str, str, bytes]] = (),
    assertions: Sequence[Mapping[str, Any]] = (),
    elsewhere: str = "",
    title: str = "harbour.jpg",
    stamped: str = "",
) -> bytes:
    """A picture with credentials; with those somewhere else on the web, and only their address in the file.

    `stamped` is the address at which a timestamp is had (`builders.timestamps`).
    """
    library = load()
    manifest = {
        "claim_generator_info": [{"name": "Test Desk", "version": "1.0"}],
        "title": title,
        "assertions": [
            {"label": "c2pa.actions.v2", "data": {"actions": [dict(one) for one in actions or PHOTOGRAPHED]}},
            *assertions,
        ],
    }
    info = library.C2paSignerInfo(b"es256", by.chain.encode(), by.key_pem.encode(), stamped.encode() or None)
    target = io.BytesIO()
    with (
        library.Context.from_dict(_SETTINGS) as context,
        library.Signer.from_info(info) as signer,
        library.Builder(manifest, context=context) as builder,
    ):
        for relation, name, data in ingredients:
            described = json.dumps({"title": name, "relationship": relation})
            builder.add_ingredient(described, "image/jpeg", io.BytesIO(data))
        if elsewhere:
            builder.set_remote_url(elsewhere)
            builder.set_no_embed()
        builder.sign(signer, KINDS[format], io.BytesIO(picture), target)
    return target.getvalue()


def signed_long_ago(picture: bytes, authority: Holder, name: str = "Ann Editor") -> bytes:
    """Signed without a timestamp, with a certificate that has expired since.

    The library signs with none such: so the signer's certificate is exchanged for an older one of the same length, and
    the claim is signed again, as RFC 9052 has it.
    """
    by, old = _now_and_long_ago(authority, name)
    data = signed(picture, by)
    mine = by.certificate.public_bytes(Encoding.DER)
    store = data.index(b"\xd2\x84\x59", data.index(b"c2pa.signature\0"))
    length = int.from_bytes(data[store + 3 : store + 5], "big")
    sealed = data[store + 5 : store + 5 + length].replace(mine, old)
    claim = _content(data, b"c2pa.claim.v2\0")
    toward = b"\x84\x6aSignature1" + b"\x59" + length.to_bytes(2, "big") + sealed + b"\x40" + _byte_string(claim)
    numbers = decode_dss_signature(by.key.sign(toward, ec.ECDSA(hashes.SHA256())))
    signature = b"".join(number.to_bytes(32, "big") for number in numbers)
    end = data.index(b"\xf6\x58\x40", store + 5 + length) + 3
    return data[: store + 5] + sealed + data[store + 5 + length : end] + signature + data[end + 64 :]


@dataclass(frozen=True)
class Case:
    """A file, and which states are right for it: without any list, and with one that names the authority."""

    name: str
    data: bytes
    alone: frozenset[str]
    listed: frozenset[str]


@cache
def the_authority() -> Holder:
    """The one that the cases' list names."""
    return an_authority()


def cases() -> Iterator[Case]:
    """What is done to credentials, by accident and on purpose."""
    known, stranger = the_authority(), an_authority("Self-made")
    by = a_signer(known)
    good = signed(a_picture(), by)
    yield _case("whole", good, "unknown-signer", "trusted")
    yield _case("never signed", a_picture(), "absent", "absent")
    yield _case("stripped", _stripped(good), "absent", "absent")
    yield _case("a bit of the picture flipped", _flipped(good, good.rindex(b"\xff\xda") + 40), "changed", "changed")
    broken = ("changed", "invalid", "unreadable")
    for number, at in enumerate(_spread(good)):
        yield _case(f"a bit of the manifest flipped, {number}", _flipped(good, at), broken, broken)
    edited = good.replace(b"c2pa.cropped", b"c2pa.resized")
    yield _case("an assertion edited", edited, "changed", "changed")
    retitled = good.replace(b"harbour.jpg", b"airport.jpg")
    yield _case("the claim edited", retitled, "changed", "changed")
    yield _case("transplanted onto another picture", _transplanted(good, a_picture(grey=200)), "changed", "changed")
    yield _case("the picture truncated", good[:-400], "changed", "changed")
    yield _case("the manifest truncated", good[: good.index(b"c2pa.signature")], broken, broken)
    forged = signed(a_picture(), a_signer(stranger))
    yield _case("forged with a self-made authority of the same names", forged, "unknown-signer", "unknown-signer")
    namesake = an_authority()
    yield _case("forged by a namesake", signed(a_picture(), a_signer(namesake)), "unknown-signer", "unknown-signer")
    old = signed_long_ago(a_picture(), known)
    yield _case("certificate expired", old, "invalid", "trusted-expired")
    yield _case("certificate expired, forged", signed_long_ago(a_picture(), namesake), "invalid", "invalid")
    yield _case(
        "certificate expired, picture changed", _flipped(old, old.rindex(b"\xff\xda") + 40), "changed", "changed"
    )
    address = "https://credentials.example/1.c2pa"
    yield _case("elsewhere", signed(a_picture(), by, elsewhere=address), "remote-only", "remote-only")
    inside = [("parentOf", "known.jpg", good)]
    yield _case("made from a signed one", signed(a_picture(), by, ingredients=inside), "unknown-signer", "trusted")
    whole = signed(a_picture(), by, ingredients=inside, title="outer.jpg")
    yield _case("an ingredient's claim edited", whole.replace(b"harbour.jpg", b"airport.jpg"), broken, broken)
    for format in ("PNG", "WEBP", "TIFF", "AVIF", "HEIF"):
        data = signed(a_picture(format), by, format=format)
        yield _case(f"whole, {format}", data, "unknown-signer", "trusted")
        yield _case(f"an assertion edited, {format}", data.replace(b"c2pa.cropped", b"c2pa.resized"), broken, broken)


def _case(name: str, data: bytes, alone: str | Sequence[str], listed: str | Sequence[str]) -> Case:
    sets = (frozenset((one,) if isinstance(one, str) else one) for one in (alone, listed))
    return Case(name, data, *sets)


def _flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :]


def _spread(data: bytes) -> list[int]:
    """Places all over what the manifest says: its labels, assertions, claim and signature, but not its padding."""
    told = (b"c2pa.actions.v2\0", b"c2pa.cropped", b"digitalCapture", b"Test Desk", b"c2pa.hash.data\0", b"Ann Editor")
    return [data.index(one) + 3 for one in told]


def _stripped(data: bytes) -> bytes:
    """Without the segments that hold the manifest, as platforms send files on."""
    start, end = _segment(data)
    return data[:start] + data[end:]


def _transplanted(signed_one: bytes, other: bytes) -> bytes:
    start, end = _segment(signed_one)
    return other[:start] + signed_one[start:end] + other[start:]


def _segment(data: bytes) -> tuple[int, int]:
    """Where the one segment APP11 begins and ends: small manifests need one."""
    start = data.index(b"\xff\xeb")
    return start, start + 2 + int.from_bytes(data[start + 2 : start + 4], "big")


def _now_and_long_ago(authority: Holder, name: str) -> tuple[Holder, bytes]:
    """A signer, and an expired certificate of exactly as many bytes: signatures differ in length by a byte or two."""
    while True:
        by = a_signer(authority, name)
        serial, length = by.certificate.serial_number, len(by.certificate.public_bytes(Encoding.DER))
        for _ in range(20):
            old = a_signer(authority, name, until=NOW - 10 * _DAY, key=by.key, serial=serial)
            if len(der := old.certificate.public_bytes(Encoding.DER)) == length:
                return by, der


def _content(data: bytes, label: bytes) -> bytes:
    """What the first box behind a superbox's label holds."""
    at = data.index(label) + len(label)
    return data[at + 8 : at + int.from_bytes(data[at : at + 4], "big")]


def _byte_string(data: bytes) -> bytes:
    return b"\x59" + len(data).to_bytes(2, "big") + data


def _name(name: str, organisation: str) -> x509.Name:
    of = ((NameOID.COMMON_NAME, name), (NameOID.ORGANIZATION_NAME, organisation), (NameOID.COUNTRY_NAME, "DE"))
    return x509.Name([x509.NameAttribute(kind, text) for kind, text in of])


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    start: datetime,
    end: datetime,
    *,
    serial: int | None = None,
) -> x509.CertificateBuilder:
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    made = made.serial_number(serial or x509.random_serial_number()).not_valid_before(start).not_valid_after(end)
    return made.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)


def _usage(*, issues: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not issues,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=issues,
        crl_sign=issues,
        encipher_only=False,
        decipher_only=False,
    )


_SETTINGS = {
    "verify": {"verify_after_sign": False, "remote_manifest_fetch": False},
    "builder": {"thumbnail": {"enabled": False}},
    "trust": {"trust_config": "\n".join(USES)},
}
