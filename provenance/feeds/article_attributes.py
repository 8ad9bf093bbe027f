"""Captions in attributes: those that scripts show in a gallery, and what pages write for machines (microdata)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from provenance.feeds.article_caption import ArticleCaption
from provenance.feeds.article_credit import credit_text, split_credit
from provenance.feeds.article_image import addresses_of, is_image
from provenance.feeds.article_marks import in_surroundings
from provenance.feeds.article_parts import within
from provenance.feeds.html_tree import Element

_CAPTIONS = re.compile(
    r"data-(?:[\w-]{1,30}-)?(?:caption(?:-text|-html)?|legende?|cutline|sub-html|image-description|bildunterschrift)"
)
_CREDITS = re.compile(
    r"data-(?:[\w-]{1,30}-)?(?:credits?|credit-?line|attrib(?:ution)?|copyright|photographer|photo-?credit)"
)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_ADDRESSES = ("data-src", "data-full", "data-image", "data-url", "href", "src")
_FEWEST_WORDS = 3
_MOST = 2000


def data_captions(root: Element) -> Iterator[ArticleCaption]:
    """The captions in data attributes, in the titles of links that open a photo, and in microdata."""
    found = 0
    for element in root.below():
        if found < _MOST and (told := _in_data(element) or _in_microdata(element)) is not None:
            found += 1
            if not in_surroundings(element):
                yield told


def _in_data(element: Element) -> ArticleCaption | None:
    attributes = element.attributes
    name = next((one for one in attributes if one.startswith("data-") and _CAPTIONS.fullmatch(one)), "")
    text = plain(attributes[name]) if name else ""
    if len(text.split()) < _FEWEST_WORDS or text.startswith(("{", "[")):
        return None
    credits = (plain(value) for one, value in attributes.items() if value and _CREDITS.fullmatch(one))
    caption, appended = split_credit(text, in_caption=True)
    urls = _addresses(element)
    credit = credit_text(next(filter(None, credits), "")) or appended
    return ArticleCaption(caption, credit, "", next(iter(urls), ""), f"data-caption {element.order}", urls[1:])


def _in_microdata(element: Element) -> ArticleCaption | None:
    """A `meta` element with the caption of an ImageObject (https://schema.org/ImageObject)."""
    if element.name != "meta" or element.attributes.get("itemprop", "").lower() not in {"caption", "description"}:
        return None
    scope = element.parent
    while scope is not None and "itemtype" not in scope.attributes:
        scope = scope.parent
    if scope is None or "imageobject" not in scope.attributes["itemtype"].lower():
        return None
    parts = {one.attributes.get("itemprop", "").lower(): _value(one) for one in within(scope)}
    caption, appended = split_credit(plain(element.attributes.get("content", "")), in_caption=True)
    if len(caption.split()) < _FEWEST_WORDS:
        return None
    credit = credit_text(parts.get("credittext", "") or parts.get("author", "") or parts.get("creator", ""))
    url = parts.get("contenturl", "") or parts.get("url", "")
    return ArticleCaption(caption, credit or appended, "", url, f"microdata {element.order}")


def _value(element: Element) -> str:
    values = (element.attributes.get(name, "").strip() for name in ("content", "href", "src"))
    return next(filter(None, values), "")


def _addresses(element: Element) -> tuple[str, ...]:
    if is_image(element):
        return addresses_of(element)
    image = next((one for one in within(element) if is_image(one)), None)
    held = addresses_of(image) if image is not None else ()
    own = (element.attributes.get(name, "").strip() for name in _ADDRESSES)
    return (*held, *(one for one in own if re.search(r"\.(?:jpe?g|png|webp|gif)", one, re.IGNORECASE)))


def plain(text: str) -> str:
    """An attribute that holds markup, as text."""
    return " ".join(unescape(_TAG.sub(" ", text)).split()) if len(text) < 20_000 else ""
