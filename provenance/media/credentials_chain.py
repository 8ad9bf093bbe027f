"""Whether a list vouches for certificates that have expired.

The library says of an expired certificate only that it has expired. To tell a listed signer whose certificate ran out
from an unknown one, the chain is followed here, at the time at which each certificate was issued.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from provenance.media.certificates import strict
from provenance.model.trust import TrustKind, TrustList

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_LONGEST = 8
"""Certificates from a signer to whoever is on a list; three are usual."""


def voucher(chain: Sequence[bytes], lists: Sequence[TrustList]) -> TrustList | None:
    """The first list of signers that vouches for the first certificate of a chain in DER, whatever its dates.

    The signature over the claim itself, and what the certificate may be used for, the library has checked.
    """
    from cryptography.x509 import load_der_x509_certificate

    if not chain or len(chain) > _LONGEST:
        return None
    try:
        with strict():
            loaded = [load_der_x509_certificate(one) for one in chain]
            return next((one for one in lists if one.kind is TrustKind.SIGNERS and _vouches(one, loaded)), None)
    except ValueError:
        return None


def _vouches(one: TrustList, chain: Sequence[Certificate]) -> bool:
    if chain[0] in listed(one.entities):
        return True
    anchors = listed(one.anchors)
    for number, certificate in enumerate(chain):
        if any(certificate == anchor or _issued(certificate, anchor) for anchor in anchors):
            return number > 0 or certificate not in anchors
        if number + 1 == len(chain) or not _issued(certificate, chain[number + 1]):
            return False
    return False


@strict()
def listed(pem: str) -> tuple[Certificate, ...]:
    """The certificates in PEM text. ValueError for what is none."""
    from cryptography.x509 import load_pem_x509_certificates

    return tuple(load_pem_x509_certificates(pem.encode())) if pem else ()


def issues_others(certificate: Certificate) -> bool:
    """Whether a certificate says that it may issue others (RFC 5280, 4.2.1.9)."""
    from cryptography.x509 import BasicConstraints, ExtensionNotFound

    try:
        return certificate.extensions.get_extension_for_class(BasicConstraints).value.ca
    except ExtensionNotFound:
        return False


def _issued(certificate: Certificate, issuer: Certificate) -> bool:
    """Whether one certificate was issued by another that may issue, while that was valid."""
    from cryptography.exceptions import InvalidSignature

    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, ValueError, TypeError):
        return False
    valid = issuer.not_valid_before_utc <= certificate.not_valid_before_utc <= issuer.not_valid_after_utc
    return valid and issues_others(issuer)


def names(pems: Iterable[str]) -> frozenset[tuple[int, str]]:
    """Serial number and holder's common name of each certificate, by which the library's answer names it."""
    return frozenset((one.serial_number, _common_name(one)) for pem in pems for one in listed(pem))


def _common_name(certificate: Certificate) -> str:
    from cryptography.x509.oid import NameOID

    found = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else ""
