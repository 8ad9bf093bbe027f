"""What a web page says of itself: title, publisher, day of publication, address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.feeds.article_json import article_facts
from provenance.feeds.dates import read_date
from provenance.feeds.html_tree import Element

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "dc.date.issued",
    "dc.date",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
    "revision_date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dc.date.modified")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Texts as they stand, "" where the page does not say."""

    title: str
    publisher: str
    published: str
    url: str
    modified: str = ""


def page_facts(root: Element) -> PageFacts:
    """The page's own statements. JSON-LD is asked first, then the meta elements, then what is visible."""
    stated = article_facts(root)
    meta = _meta(root)
    published = [stated.get("datePublished", ""), *(meta.get(name, "") for name in _PUBLISHED), *_times(root)]
    modified = [stated.get("dateModified", ""), *(meta.get(name, "") for name in _MODIFIED)]
    return PageFacts(
        title=stated.get("headline") or meta.get("og:title") or _first(root, "h1") or _first(root, "title"),
        publisher=stated.get("publisher") or meta.get("og:site_name") or meta.get("application-name", ""),
        published=next((text for text in published if read_date(text)), ""),
        url=_canonical(root) or meta.get("og:url") or stated.get("url", ""),
        modified=next((text for text in modified if read_date(text)), ""),
    )


def _meta(root: Element) -> dict[str, str]:
    meta: dict[str, str] = {}
    for element in root.below():
        if element.name == "meta":
            name = next(
                (element.attributes[key] for key in ("property", "name", "itemprop") if key in element.attributes), ""
            )
            meta.setdefault(name.lower(), " ".join(element.attributes.get("content", "").split()))
    return meta


def _times(root: Element) -> Iterator[str]:
    """The days in elements that are marked as the day of publication; a page names many others."""
    for element in root.below():
        marks = element.marks.lower()
        if "datepublished" in marks or (
            element.name == "time" and ("publi" in marks or "pubdate" in element.attributes)
        ):
            yield element.attributes.get("datetime") or element.attributes.get("content") or element.text()


def _first(root: Element, name: str) -> str:
    return next((text for one in root.below() if one.name == name and (text := one.text())), "")


def _canonical(root: Element) -> str:
    links = (one for one in root.below() if one.name == "link" and one.attributes.get("rel", "").lower() == "canonical")
    return next((one.attributes.get("href", "").strip() for one in links), "")
