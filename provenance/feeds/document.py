"""Any document that carries captions: which kind it is, by its content and then its name, and what it refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from provenance.errors import DocumentError
from provenance.feeds.encoding import decode
from provenance.feeds.reference import Reference
from provenance.model.appearance import Standing, Statement, Waits
from provenance.model.limits import ReadLimits
from provenance.model.photo import Problem

_HEAD = 16_384
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|article|figure|div|p|img|amp-img|section|span|a|h1)\b", re.I
)
_XMP = re.compile(r"<x:x[am]pmeta\b|<\?xpacket\b|<rdf:RDF\b")
_LABELLED = re.compile(r"^[ \t]*(?:caption|description|headline)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_PHOTO_ENDING = re.compile(r"\.(?:jpe?g|png|webp|gif|tiff?|heic|heif|avif)$", re.IGNORECASE)
_FOREIGN = (
    (b"%PDF", "a PDF", "Export its text or the page that it was made from."),
    (b"PK\x03\x04", "an Excel, Word or OpenDocument file, or another ZIP", "Export a spreadsheet as CSV."),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file", "Export a spreadsheet as CSV."),
    (b"{\\rtf", "formatted text", "Save it as plain text."),
)
_KNOWN = "Give a CSV, a web page, NewsML-G2, ninjs, an XMP sidecar or plain text with captions."


class Kind(StrEnum):
    """What kind of document some bytes are."""

    NEWSML = "newsml"
    NINJS = "ninjs"
    PAGE = "page"
    TEXT = "text"
    TABLE = "table"
    XMP = "xmp"
    SIDECAR = "sidecar"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Document:
    """What a document refers to, and what was wrong in it. An XMP packet is left to the reader of XMP."""

    kind: Kind
    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a document called `name`. Content decides, the name where content leaves it open. Never raises."""
    if data.startswith(b"\x1f\x8b"):
        return Kind.PAGE if re.search(r"\.x?html?\.gz$|\.x?html?$", name, re.IGNORECASE) else Kind.UNKNOWN
    if data.startswith(tuple(begin for begin, _, _ in _FOREIGN)):
        return Kind.UNKNOWN
    head = decode(data[:_HEAD]).lstrip("\ufeff\0 \t\r\n")
    if head.startswith("<"):
        return _markup(data[:_HEAD], head, name)
    if head.startswith(("{", "[")):
        return _json(data)
    return Kind.UNKNOWN if head.count("\0") > len(head) // 100 else _text(data, head, name)


def read_document(
    data: bytes, name: str, source: str, standing: Standing, limits: ReadLimits, kind: Kind | None = None
) -> Document:
    """What a document called `name` refers to, which `source` handed over with this standing.

    `kind` is what it is, where that was asked before. What a page publishes is published, whoever hands it over; only
    an offer stays one. Raises DocumentError for a document of no kind, and for a table without the columns it needs.
    """
    kind = kind or kind_of(data, name)
    if kind is Kind.NEWSML:
        from provenance.feeds.newsml import read_newsml

        wire = read_newsml(data, name, source, standing, limits)
        return Document(kind, wire.references, wire.problems)
    if kind is Kind.NINJS:
        from provenance.feeds.ninjs import read_ninjs

        story = read_ninjs(data, name, source, standing, limits)
        return Document(kind, story.references, story.problems)
    if kind in {Kind.PAGE, Kind.TEXT}:
        from provenance.feeds.article import read_article
        from provenance.feeds.article_references import article_references

        article = read_article(data, name)
        return Document(kind, article_references(article, name, source, standing), article.problems)
    if kind is Kind.TABLE:
        from provenance.feeds.spreadsheet import read_spreadsheet

        sheet = read_spreadsheet(data, name, source, standing)
        return Document(kind, sheet.references, sheet.problems)
    if kind is Kind.XMP:
        return Document(kind)
    return _sidecar(data, name, source, standing) if kind is Kind.SIDECAR else _refused(data, name)


def photo_names(name: str) -> str:
    """The name of the photo that a sidecar is about: `a.jpg.xmp` and `a.xmp` are about `a.jpg`."""
    stem = name.rpartition(".")[0] or name
    return stem if _PHOTO_ENDING.search(stem) else f"{stem}.jpg"


def _markup(data: bytes, head: str, name: str) -> Kind:
    from provenance.feeds.newsml import is_newsml

    if is_newsml(data):
        return Kind.NEWSML
    if _XMP.search(head):
        return Kind.XMP
    page = _MARKUP.search(head) or name.lower().endswith((".html", ".htm", ".xhtml"))
    return Kind.PAGE if page else Kind.UNKNOWN


def _json(data: bytes) -> Kind:
    from provenance.feeds.ninjs import is_ninjs

    return Kind.NINJS if is_ninjs(data[:_HEAD]) else Kind.UNKNOWN


def _text(data: bytes, head: str, name: str) -> Kind:
    lower = name.lower()
    if lower.endswith((".html", ".htm", ".xhtml")) or _MARKUP.search(head):
        return Kind.PAGE
    if lower.endswith((".csv", ".tsv", ".tab")) or _is_table(head):
        return Kind.TABLE
    if _LABELLED.search(head) or (lower.endswith(".txt") and _PHOTO_ENDING.search(lower.removesuffix(".txt"))):
        return Kind.SIDECAR
    from provenance.feeds.article_text import text_captions

    return Kind.TEXT if text_captions(decode(data)) else Kind.UNKNOWN


def _is_table(head: str) -> bool:
    from provenance.feeds.table import layout_of, lines_of

    lines, named = lines_of(head)
    layout = layout_of(lines, named)
    return layout.headings is not None and len(layout.columns) > 1 and layout.headings.number <= 2


def _sidecar(data: bytes, name: str, source: str, standing: Standing) -> Document:
    from provenance.feeds.sidecar import text_statement

    said: Statement | None = text_statement(data, name, source, standing)
    if said is None:
        return Document(Kind.SIDECAR)
    waits = Waits(photo_names(name), said.external_id)
    return Document(Kind.SIDECAR, (Reference(waits, said, 1),))


def _refused(data: bytes, name: str) -> Document:
    for begin, what, hint in _FOREIGN:
        if data.startswith(begin):
            raise DocumentError(f"{name} is {what}, which is not read.", hint)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise DocumentError(f"{name} is empty: it holds no captions.", _KNOWN)
    raise DocumentError(f"{name} is no document that carries captions.", _KNOWN)
