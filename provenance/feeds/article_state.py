"""Captions in the data that a page's own scripts work with: `__NEXT_DATA__`, `window.__STATE__ = {...}` and their kind.

Only pages that show nothing without their scripts need it, so it is asked last. An object counts that holds a caption
and a picture's address or size; what hangs below "related", "recommended" and their kind is other stories.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from provenance.feeds.article_attributes import plain
from provenance.feeds.article_caption import ArticleCaption
from provenance.feeds.article_credit import credit_text, split_credit
from provenance.feeds.html_tree import Element

_CAPTION = re.compile(r"(?:[a-z]{0,20}_?)?(?:caption|cutline|legende?)(?:_?(?:text|html|plain))?", re.IGNORECASE)
_CREDIT = re.compile(r"(?:[a-z]{0,20}_?)?(?:credits?|credit_?line|photographer|copyright|attribution)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:[a-z]{0,20}_?)?(?:url|uri|src|source|href)", re.IGNORECASE)
_PHOTO = re.compile(r"\.(?:jpe?g|png|webp|gif)\b|/image|/photo|/media", re.IGNORECASE)
_OTHER_STORIES = re.compile(
    r"related|recommend|more|teaser|promo|trending|latest|most|popular|sidebar|nav|menu|footer|header|authors?|byline"
    r"|feed|rail|next|previous|sponsor|ads?\b",
    re.IGNORECASE,
)
_ASSIGNED = re.compile(
    r"(?:window(?:\.\w{1,60}|\[\W{1,2}\w{1,60}\W{1,2}\])|(?:var|let|const)\s+\w{1,60}|\w{1,60})\s*=\s*(?=[{\[])"
)
_LONGEST = 4_000_000
_MOST_OBJECTS = 50_000
_MOST_CAPTIONS = 200
_FEWEST_WORDS = 5


def state_captions(root: Element) -> Iterator[ArticleCaption]:
    """The captions in a page's embedded data, in its order."""
    found = 0
    for script in root.below():
        if script.name == "script" and "ld+json" not in script.attributes.get("type", "").lower():
            for one in _captions(_data(script), script.order):
                found += 1
                if found > _MOST_CAPTIONS:
                    return
                yield one


def _data(script: Element) -> object:
    text = script.raw().strip()
    if len(text) > _LONGEST or not any(word in text for word in ("aption", "cutline", "egend")):
        return None
    assigned = _ASSIGNED.search(text[:2000])
    begin = 0 if text[:1] in {"{", "["} else assigned.end() if assigned else -1
    if begin < 0:
        return None
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, begin)[0]
    except (ValueError, RecursionError):
        return None


def _captions(data: object, order: int) -> Iterator[ArticleCaption]:
    pending: list[object] = [data]
    for _ in range(_MOST_OBJECTS):
        if not pending:
            return
        one = pending.pop()
        if isinstance(one, list):
            pending.extend(reversed(one))
        elif isinstance(one, dict):
            told = _caption(one, order)
            if told is not None:
                yield told
            pending.extend(value for name, value in reversed(one.items()) if not _OTHER_STORIES.match(str(name)))


def _caption(one: dict[str, Any], order: int) -> ArticleCaption | None:
    text = _text(one, _CAPTION)
    url = next((value for value in _texts(one, _ADDRESS) if _PHOTO.search(value)), "")
    pictured = url or ({"width", "height"} <= set(one)) or "image" in str(one.get("type", "")).lower()
    if len(text.split()) < _FEWEST_WORDS or not pictured:
        return None
    caption, appended = split_credit(text, in_caption=True)
    credit = credit_text(_text(one, _CREDIT))
    return ArticleCaption(caption, credit or appended, "", url, f"script {order}")


def _text(one: dict[str, Any], names: re.Pattern[str]) -> str:
    return next((text for value in _texts(one, names) if (text := plain(value))), "")


def _texts(one: dict[str, Any], names: re.Pattern[str]) -> Iterator[str]:
    """The texts under names of a kind; some wrap them once more ({"text": "..."})."""
    for name, value in one.items():
        if names.fullmatch(str(name)[:60]):
            held = value.get("text") or value.get("name") or value.get("url") if isinstance(value, dict) else value
            if isinstance(held, str) and held:
                yield held
