"""ninjs 1.x, 2.x and 3.x (https://iptc.org/standards/ninjs), to captioned references: one for each photo.

A document is one item, a list of items, or one wrapped in an answer of an agency's interface (AP's "data" and "item").
Photos are items themselves, or associated with a story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from provenance.errors import DocumentError
from provenance.feeds.ninjs_item import is_photo, photo_of
from provenance.feeds.ninjs_json import read_json
from provenance.feeds.wire import Origin, Wire, WirePhoto, wire
from provenance.model.appearance import Standing
from provenance.model.limits import LIMITS, ReadLimits
from provenance.model.photo import Problem

_NAMED = re.compile(rb'"(?:uri|guid)"\s{0,20}:')
_TELLING = re.compile(
    rb'"(?:version_?created|firstcreated|pub_?status|renditions|associations|headlines?|byline|copyrightholder'
    rb'|description_(?:text|caption|html)|descriptions|ednote|usageterms|infosources?|slugline)"\s{0,20}:',
    re.IGNORECASE,
)
_WRAPPERS = ("data", "item", "items", "_items", "results")
_MOST_ITEMS = 20_000
_DEEPEST = 12


def is_ninjs(head: bytes) -> bool:
    """Whether the beginning of a document is that of ninjs: JSON with an item's id, and a property of its own."""
    head = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith((b"{", b"[")) and bool(_NAMED.search(head)) and bool(_TELLING.search(head))


def read_ninjs(data: bytes, name: str, source: str, standing: Standing, limits: ReadLimits = LIMITS.read) -> Wire:
    """The references of a ninjs document called `name`, which `source` handed over with this standing.

    All renditions of a picture are one photo, known by each of their names, ids and URLs. An item that its supplier
    withdraws is a problem of the kind "notice" and no reference. Raises DocumentError for what is not strict JSON:
    NaN, infinities, keys that stand twice, thousands of levels.
    """
    items = ninjs_items(data, name, limits)
    sentence = f"{name} holds more than {_MOST_ITEMS:,} items; the others were not read."
    problems = (Problem("items-cut", sentence, "Split it."),) if len(items) > _MOST_ITEMS else ()
    return wire(ninjs_photos(items[:_MOST_ITEMS]), Origin(name, source, standing), problems)


def ninjs_items(data: bytes, name: str, limits: ReadLimits = LIMITS.read) -> list[dict[str, Any]]:
    """Every item of a document, outer ones first, associated ones after the item that they belong to.

    Raises DocumentError.
    """
    if len(data) > limits.document_bytes:
        raise DocumentError(f"{name} is larger than any wire document; it was not read.", "Split it.")
    found: list[dict[str, Any]] = []
    pending = [(read_json(data, name), 0)]
    while pending and len(found) <= _MOST_ITEMS:
        value, depth = pending.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, list):
            pending.extend((one, depth + 1) for one in reversed(value[: _MOST_ITEMS + 1]))
        elif isinstance(value, dict):
            if _is_item(value):
                found.append(value)
            pending.extend((one, depth + 1) for one in reversed(list(_inside(value))))
    return found


def ninjs_photos(items: list[dict[str, Any]]) -> Iterator[WirePhoto]:
    """What every item says about its photo."""
    for number, item in enumerate(items, 1):
        if is_photo(item):
            yield photo_of(item, number, f"item {number}")


def _is_item(value: dict[str, Any]) -> bool:
    known = ("type", "renditions", "headline", "headlines", "descriptions", "description_text", "description_caption")
    return any(name in value for name in known) or (("uri" in value or "guid" in value) and len(value) > 1)


def _inside(value: dict[str, Any]) -> Iterator[Any]:
    associated = value.get("associations")
    if isinstance(associated, dict):
        yield from associated.values()
    elif isinstance(associated, list):
        yield associated
    if not _is_item(value):
        yield from (value[name] for name in _WRAPPERS if name in value)
