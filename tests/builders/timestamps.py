"""Timestamps on signatures (RFC 3161), by an authority of our own that listens on this machine while a test signs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from builders.credentials import Holder, a_signer, an_authority

STAMPING = "1.3.6.1.5.5.7.3.8"
SHA256 = bytes.fromhex("300b0609608648016503040201")
ECDSA = bytes.fromhex("300a06082a8648ce3d040302")
SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
TOKEN = bytes.fromhex("060b2a864886f70d0109100104")
CONTENT_TYPE = bytes.fromhex("06092a864886f70d010903")
MESSAGE_DIGEST = bytes.fromhex("06092a864886f70d010904")
SIGNING_CERTIFICATE = bytes.fromhex("060b2a864886f70d010910022f")
POLICY = bytes.fromhex("06032a0304")


class Stamps:
    """An authority for timestamps: who vouches for it, and who stamps."""

    def __init__(self, name: str = "Stamp Root") -> None:
        self.root = an_authority(name)
        self.by: Holder = a_signer(self.root, "Stamp One", "Stamps Ltd", use=STAMPING)

    @contextmanager
    def listening(self) -> Iterator[str]:
        """The address at which timestamps can be had."""
        stamps = self

        class Answers(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                answer = stamps.answer(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_told: object) -> None:
                pass

        server = HTTPServer(("127.0.0.1", 0), Answers)
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()

    def answer(self, query: bytes) -> bytes:
        """The answer to a query: version, what is to be stamped, and perhaps a nonce."""
        _version, imprint, *rest = _members(_members(query)[0])
        nonce = [_der(0x02, content) for tag, content in rest if tag == 0x02]
        moment = f"{datetime.now(UTC):%Y%m%d%H%M%SZ}".encode()
        parts = (_der(0x02, b"\x01"), POLICY, _der(*imprint), _der(0x02, b"\x07"), _der(0x18, moment), *nonce)
        token = _sequence(*parts)
        signed = _sequence(SIGNED_DATA, _der(0xA0, self._signed(token)))
        return _sequence(_sequence(_der(0x02, b"\x00")), signed)

    def _signed(self, token: bytes) -> bytes:
        mine = self.by.certificate.public_bytes(Encoding.DER)
        chain = b"".join(one.public_bytes(Encoding.DER) for one in (self.by.certificate, *self.by.above))
        named = _sequence(_sequence(_sequence(_der(0x04, hashlib.sha256(mine).digest()))))
        about = sorted(
            (
                _sequence(CONTENT_TYPE, _der(0x31, TOKEN)),
                _sequence(MESSAGE_DIGEST, _der(0x31, _der(0x04, hashlib.sha256(token).digest()))),
                _sequence(SIGNING_CERTIFICATE, _der(0x31, named)),
            ),
            key=lambda one: (len(one), one),
        )
        sealed = b"".join(about)
        signature = self.by.key.sign(_der(0x31, sealed), ec.ECDSA(hashes.SHA256()))
        certificate = self.by.certificate
        serial = certificate.serial_number.to_bytes(certificate.serial_number.bit_length() // 8 + 1, "big")
        who = _sequence(certificate.issuer.public_bytes(), _der(0x02, serial))
        signer = _sequence(_der(0x02, b"\x01"), who, SHA256, _der(0xA0, sealed), ECDSA, _der(0x04, signature))
        content = _sequence(TOKEN, _der(0xA0, _der(0x04, token)))
        return _sequence(_der(0x02, b"\x03"), _der(0x31, SHA256), content, _der(0xA0, chain), _der(0x31, signer))


def _der(tag: int, content: bytes) -> bytes:
    """One value in DER (X.690)."""
    if len(content) < 128:
        return bytes([tag, len(content)]) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def _sequence(*parts: bytes) -> bytes:
    return _der(0x30, b"".join(parts))


def _members(data: bytes | tuple[int, bytes]) -> list[tuple[int, bytes]]:
    """Tag and content of each value in a row of values, or in one that holds others."""
    row, found = data if isinstance(data, bytes) else data[1], []
    while row:
        length, start = row[1], 2
        if length & 0x80:
            start = 2 + (length & 0x7F)
            length = int.from_bytes(row[2:start], "big")
        found.append((row[0], row[start : start + length]))
        row = row[start + length :]
    return found
