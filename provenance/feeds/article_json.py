"""What a page says in JSON-LD (https://schema.org): captions of ImageObjects, and the article's own facts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from provenance.feeds.article_caption import ArticleCaption
from provenance.feeds.article_credit import credit_text, split_credit
from provenance.feeds.html_tree import Element

_MOST_OBJECTS = 20_000
_LONGEST = 2_000_000
_FEWEST_WORDS = 3
_TAG = re.compile(r"<[^<>]{0,2000}>")
_ARTICLES = ("NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "WebPage")


def json_objects(root: Element) -> list[dict[str, Any]]:
    """Every object in the page's JSON-LD, outer ones first. What is no JSON is passed over."""
    found: list[dict[str, Any]] = []
    for script in root.below():
        if script.name == "script" and "ld+json" in script.attributes.get("type", "").lower():
            found.extend(_objects(_parsed(script.raw())))
    return found


def json_captions(root: Element) -> Iterator[ArticleCaption]:
    """The captions of the page's ImageObjects."""
    for number, one in enumerate(json_objects(root), 1):
        if not _is_photo(one):
            continue
        text = _text(one.get("caption")) or _text(one.get("description"))
        caption, appended = split_credit(_TAG.sub(" ", text).strip(), in_caption=True)
        named = _text(one.get("creditText")) or _name(one.get("creator")) or _text(one.get("copyrightNotice"))
        credit = credit_text(named or _name(one.get("copyrightHolder"))) or appended
        if len(caption.split()) >= _FEWEST_WORDS:
            yield ArticleCaption(caption, credit, "", _address(one), f"JSON-LD object {number}")


def headlines(root: Element) -> Iterator[str]:
    """What the page's objects are called: some programs write that into the caption of every photo."""
    for one in json_objects(root):
        if not _is_photo(one):
            yield from filter(None, (_text(one.get(name)) for name in ("headline", "name", "description")))


def _is_photo(one: dict[str, Any]) -> bool:
    """Whether an object is a photo of the article: by its type, else by a caption beside an address."""
    identity = _text(one.get("@id")) + _address(one)
    if re.search(r"logo|avatar|gravatar|#person|#author|favicon", identity, re.IGNORECASE):
        return False
    kinds = set(_types(one))
    return bool(kinds & {"ImageObject", "Photograph", "Photo"}) or (
        kinds == {"None"} and "caption" in one and bool(_address(one))
    )


def article_facts(root: Element) -> dict[str, str]:
    """The article's "headline", "publisher", "datePublished" and "url", as far as its JSON-LD states them."""
    objects = json_objects(root)
    for kind in _ARTICLES:
        for one in objects:
            if kind in _types(one):
                facts = {name: _text(one.get(name)) for name in ("headline", "datePublished", "dateModified", "url")}
                return {**facts, "publisher": _name(one.get("publisher"))}
    return {}


def _parsed(text: str) -> object:
    if len(text) > _LONGEST:
        return None
    text = text.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    pending = [value]
    while pending and len(found) < _MOST_OBJECTS:
        one = pending.pop()
        if isinstance(one, dict):
            found.append(one)
            pending.extend(value for name, value in reversed(one.items()) if not _portrays(one, name))
        elif isinstance(one, list):
            pending.extend(reversed(one))
    return found


def _portrays(one: dict[str, Any], name: str) -> bool:
    """Whether a property holds a logo or a portrait, which are no photos of the article."""
    return name == "logo" or (name == "image" and bool({"Person", "Organization"} & set(_types(one))))


def _types(one: dict[str, Any]) -> tuple[str, ...]:
    kinds = one.get("@type")
    return tuple(str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _text(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(unescape(value).split()) if isinstance(value, str) and len(value) < 100_000 else ""


def _name(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _address(one: dict[str, Any]) -> str:
    return _text(one.get("contentUrl")) or _text(one.get("url"))
