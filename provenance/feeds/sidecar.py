"""The documents that lie beside a photo and carry its caption: which names they have, and what the text ones say.

XMP sidecars go through the reader of XMP; here only their names are known.
"""

from __future__ import annotations

import re

from provenance.feeds.dates import read_date
from provenance.feeds.encoding import decode
from provenance.model.appearance import Standing, Statement
from provenance.model.times import Dated, TimeKind, Voucher

_LABELS = {
    "caption": "caption",
    "description": "caption",
    "headline": "headline",
    "title": "headline",
    "credit": "credit",
    "credit line": "credit",
    "source": "source",
    "byline": "creator",
    "by-line": "creator",
    "photographer": "creator",
    "creator": "creator",
    "date": "date",
    "date created": "date",
    "place": "place",
    "location": "place",
    "publisher": "publisher",
    "url": "url",
    "published": "published",
    "id": "id",
    "version": "version",
}
_LABELLED = re.compile(rf"[ \t]*({'|'.join(map(re.escape, _LABELS))})[ \t]*:[ \t]*(.*)", re.IGNORECASE)


def sidecar_names(photo_name: str) -> tuple[str, ...]:
    """The names to look for beside a photo, `a.jpg`: a.xmp, a.jpg.xmp, a.txt and a.jpg.txt.

    Cameras and Windows write names in capitals, so IMG.JPG may have IMG.XMP too.
    """
    stem, dot, suffix = photo_name.rpartition(".")
    bases = (stem, photo_name) if dot and stem else (photo_name,)
    endings = ("xmp", "txt", "XMP", "TXT") if suffix.isupper() and dot else ("xmp", "txt")
    return tuple(f"{base}.{ending}" for ending in endings for base in bases)


def text_statement(data: bytes, name: str, source: str, standing: Standing) -> Statement | None:
    """What a text sidecar called `name` says; None where it is empty.

    The whole text is the caption, unless it has lines that begin with "Caption:", "Credit:", "Date:", "Place:",
    "Published:", "Source:" and their kind. Then each runs to the next such line; what comes before the first belongs
    to the caption, and so does a line whose value cannot be used, so that a person still sees it.
    """
    text = decode(data).replace("\0", "").strip()
    parts = _parts(text)
    times = _published(parts.get("published", ""), name)
    if parts.get("published") and not times:
        parts["caption"] = _joined(parts.get("caption", ""), f"Published: {parts['published']}")
    statement = Statement(
        source=source,
        standing=standing,
        voucher=Voucher.SIDECAR,
        address=name,
        caption=parts.get("caption", ""),
        headline=parts.get("headline", ""),
        creator=parts.get("creator", ""),
        credit=parts.get("credit") or parts.get("source", ""),
        date=parts.get("date", ""),
        place=parts.get("place", ""),
        publisher=parts.get("publisher", ""),
        url=parts.get("url", ""),
        external_id=parts.get("id", ""),
        version=parts.get("version", ""),
        times=times,
    )
    return statement if statement.says_something else None


def _parts(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    field = "caption"
    for line in re.split(r"\r\n|\r|\n", text):
        labelled = _LABELLED.fullmatch(line)
        field = _LABELS[labelled[1].lower()] if labelled else field
        parts[field] = _joined(parts.get(field, ""), (labelled[2] if labelled else line).rstrip())
    return {name: part.strip() for name, part in parts.items()}


def _published(text: str, name: str) -> tuple[Dated, ...]:
    span = read_date(text)
    return (Dated(TimeKind.PUBLISHED, span, Voucher.SIDECAR, f"{name} Published", text),) if span else ()


def _joined(before: str, line: str) -> str:
    return f"{before}\n{line}" if before else line
