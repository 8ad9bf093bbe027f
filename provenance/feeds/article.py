"""An article, plain text or a simple web page, to the captions and credits of its photos."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from provenance.feeds.article_caption import ArticleCaption
from provenance.feeds.article_text import text_captions
from provenance.feeds.dates import read_date
from provenance.feeds.encoding import decode
from provenance.model.checks import instances
from provenance.model.limits import LIMITS
from provenance.model.photo import Problem
from provenance.model.times import Dated, TimeKind, Voucher

__all__ = ["Article", "ArticleCaption", "read_article"]

_HEAD = 4096
_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|article|figure|div|p|img)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_CHARSETS = re.compile(
    r"iso-8859-\d{1,2}|windows-\d{3,4}|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis", re.IGNORECASE
)
_LABELLED_DATE = re.compile(r"(?:published|publication date|date)(?:\s+on)?\s*:?\s+(.{6,60})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """What an article says of itself and of its photos; "" where it does not say."""

    captions: tuple[ArticleCaption, ...]
    title: str = ""
    publisher: str = ""
    published: Dated | None = None
    url: str = ""
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        instances(self.captions, ArticleCaption, "captions")


def read_article(data: bytes, name: str) -> Article:
    """The article in a file called `name`. Never raises: what cannot be read is among its problems.

    Pages that were saved compressed (gzip) are read too.
    """
    data, problems = _unpacked(data, name)
    text = _decoded(data)
    if name.lower().endswith((".html", ".htm", ".xhtml")) or _MARKUP.search(text[:_HEAD]):
        return _page(text, name, problems)
    return Article(text_captions(text), published=_labelled_date(text), problems=problems)


def _page(text: str, name: str, problems: tuple[Problem, ...]) -> Article:
    from provenance.feeds.article_facts import page_facts
    from provenance.feeds.article_html import html_captions
    from provenance.feeds.html_tree import read_tree

    root, whole = read_tree(text)
    if not whole:
        problems += (Problem("page-too-long", f"{name} is longer than any article; its end was not read."),)
    facts = page_facts(root)
    published = _dated(facts.published, "datePublished") or _dated(facts.modified, "dateModified")
    return Article(html_captions(root), facts.title, facts.publisher, published, facts.url, problems)


def _unpacked(data: bytes, name: str) -> tuple[bytes, tuple[Problem, ...]]:
    if not data.startswith(b"\x1f\x8b"):
        return data, ()
    unpacking = zlib.decompressobj(wbits=31)
    try:
        page = unpacking.decompress(data, LIMITS.read.document_bytes)
    except zlib.error:
        return b"", (Problem("page-damaged", f"{name} is compressed and damaged.", "Save the page again."),)
    if unpacking.unconsumed_tail or not unpacking.eof:
        return page, (Problem("page-incomplete", f"{name} is compressed and was not read to its end."),)
    return page, ()


def _decoded(data: bytes) -> str:
    named = _CHARSET.search(data[:_HEAD])
    if named and _CHARSETS.fullmatch(charset := named[1].decode("ascii", "replace")):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode(charset, "replace")
    return decode(data)


def _labelled_date(text: str) -> Dated | None:
    for line in text[:_HEAD].splitlines():
        found = _LABELLED_DATE.fullmatch(line.strip())
        dated = _dated(found[1], "text") if found else None
        if dated:
            return dated
    return None


def _dated(text: str, field: str) -> Dated | None:
    span = read_date(text)
    return Dated(TimeKind.PUBLISHED, span, Voucher.ARTICLE, field, text) if span else None
