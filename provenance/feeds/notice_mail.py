"""A notice as it comes by mail or as plain text: what it says, its headline, who sent it and when."""

from __future__ import annotations

import email
import re
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from html import unescape

from provenance.feeds.encoding import decode

_HEADERS = re.compile(
    rb"(?:(?:From |[A-Za-z][A-Za-z-]{1,40}:[^\r\n]{0,1000}\r?\n)(?:[ \t][^\r\n]{0,1000}\r?\n){0,50}){0,60}?"
    rb"(?:Subject|From|Date|Received|MIME-Version|Message-ID|Delivered-To|Return-Path):[ \t]",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\s{0,4}(headline|subject|from|source|date|sent|betreff|von|datum|objet|asunto)\s{0,2}:\s{0,4}(.{1,300})",
    re.IGNORECASE,
)
_LABELS = {"betreff": "subject", "objet": "subject", "asunto": "subject", "headline": "subject", "von": "from"}
_LABELS |= {"source": "from", "datum": "date", "sent": "date"}
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d)\b[^<>]{0,200}>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(style|script|head)\b[^<>]{0,500}>.{0,100000}?</\1\s{0,3}>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[!/a-z][^<>]{0,2000}>", re.IGNORECASE)
_QUOTED = re.compile(r"^(?:[ \t]{0,3}>){1,10}[ \t]?", re.MULTILINE)
_MARKED_UP = re.compile(r"<(?:html|body|p|div|br|table)\b", re.IGNORECASE)
_MOST_PARTS = 200


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice in words. `text` is all of it, `sender` and `date` as they stand, "" where it does not say."""

    text: str
    headline: str = ""
    sender: str = ""
    date: str = ""


def read_letter(data: bytes, longest: int) -> Letter:
    """What a mail or a plain text says, at most so many characters of it. Never raises."""
    if _HEADERS.match(data[:20_000]):
        letter = _mail(email.message_from_bytes(data[: longest * 10]), longest)
        if letter.text:
            return letter
    text = _plain(decode(data[: longest * 4]), longest)
    labels = _labels(text)
    return Letter(text, labels.get("subject") or _first_line(text), labels.get("from", ""), labels.get("date", ""))


def _mail(message: Message, longest: int) -> Letter:
    bodies = {kind: body for part in _parts(message) for kind, body in [_body(part)] if body}
    subject = _header(message, "Subject")
    sender = _header(message, "From")
    name, address = parseaddr(sender) if "@" in sender else (sender, "")
    text = _plain(bodies.get("text/plain") or bodies.get("text/html", ""), longest)
    whole = f"{subject}\n{text}".strip() if subject not in text else text
    return Letter(whole, subject, name or address, _header(message, "Date"))


def _parts(message: Message) -> list[Message]:
    """The parts of a mail that hold text, the first of each kind first; attachments are left alone."""
    found: list[Message] = []
    for part in message.walk():
        if len(found) >= _MOST_PARTS:
            break
        if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
            found.append(part)
    return found[::-1]


def _body(part: Message) -> tuple[str, str]:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return part.get_content_type(), ""
    charset = part.get_content_charset() or "utf-8"
    try:
        return part.get_content_type(), payload.decode(charset)
    except (LookupError, ValueError):  # a charset that nobody knows, or bytes that are not of it
        return part.get_content_type(), decode(payload)


def _header(message: Message, name: str) -> str:
    raw = str(message.get(name, ""))
    try:
        pieces = [
            text.decode(charset or "ascii", "replace") if isinstance(text, bytes) else text
            for text, charset in decode_header(raw)
        ]
    except (HeaderParseError, LookupError, ValueError):
        pieces = [raw]
    return " ".join("".join(pieces).split())[:1000]


def _plain(text: str, longest: int) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if _MARKED_UP.search(text[:4000]):
        text = unescape(_TAG.sub(" ", _BREAK.sub("\n", _HIDDEN.sub(" ", text))))
    text = _QUOTED.sub("", text)
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:longest]


def _labels(text: str) -> dict[str, str]:
    """What the first lines state under a label."""
    found: dict[str, str] = {}
    for line in text.split("\n")[:15]:
        labelled = _LABELLED.fullmatch(line)
        if labelled:
            name = labelled[1].lower()
            found.setdefault(_LABELS.get(name, name), labelled[2].strip())
    return found


def _first_line(text: str) -> str:
    return next((line for line in text.split("\n") if line), "")[:300]
