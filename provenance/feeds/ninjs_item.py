"""One item of ninjs: what it says about its photo, under the names of any version from 1.0 to 3.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from provenance.feeds.wire import WirePhoto, is_id, is_picture_name, last_part, place_of_file, tidy, without_by
from provenance.model.times import TimeKind

Item = dict[str, Any]

_PICTURES = frozenset({"picture", "photo", "graphic", "image"})
_NO_IDS = frozenset({"transref", "etag", "jobid", "transmissionreference", "otr", "slug"})
"""Ids that photographers and desks count for themselves, and those of one answer of a server."""
_TAG = re.compile(r"<[^<>]{0,500}>")
_MOST = 100


def is_photo(item: Item) -> bool:
    """Whether an item is a picture: its type says so, or it has none and a rendition that is one."""
    kind = item.get("type")
    if isinstance(kind, str) and kind:
        return kind.lower() in _PICTURES
    return any(_is_picture(one) for one in _renditions(item))


def photo_of(item: Item, number: int, place: str) -> WirePhoto:
    """What an item says."""
    renditions = sorted(filter(_is_picture, _renditions(item)), key=lambda one: -_width(one))
    files = [place_of_file(_text(one.get("href"))) for one in renditions]
    guid = _text(item.get("uri")) or _text(item.get("guid"))
    return WirePhoto(
        number=number,
        place=place,
        guid=guid,
        version=_text(item.get("version")),
        caption=_caption(item),
        headline=_text(item.get("headline")) or _valued(item.get("headlines"), "main", "") or _text(item.get("title")),
        creator=_creator(item),
        credit=_credit(item),
        publisher=_publisher(item),
        date=_text(item.get("contentcreated")) or _text(item.get("contentCreated")),
        dateline=_dateline(item),
        status=_any_case(item, "pubstatus").lower(),
        signals=tuple(text.lower() for text in _names_in(item.get("signals"))),
        notes=tuple(filter(None, [_any_case(item, "ednote")])),
        terms=tuple(_terms(item)),
        names=tuple(_names(renditions, [name for name, _ in files if name])),
        ids=tuple(_ids(item, guid)),
        urls=tuple(url for _, url in files if url),
        times=tuple(_times(item)),
    )


def _text(value: object) -> str:
    """A text as it stands, a whole number as its digits; "" for everything else."""
    if isinstance(value, bool):
        return ""
    return tidy(value) if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _any_case(item: Item, name: str) -> str:
    """A property that newer versions write in camel case."""
    found = next((value for key, value in item.items() if key.lower().replace("_", "") == name), None)
    return "\n".join(_names_in(found))


def _names_in(value: object) -> list[str]:
    """The texts of a property that is a text, an object with a name, or a list of either."""
    if isinstance(value, list):
        return [text for one in value[:_MOST] for text in _names_in(one)]
    if isinstance(value, dict):
        return [
            text
            for text in [_text(value.get("name")) or _text(value.get("literal")) or _text(value.get("value"))]
            if text
        ]
    return [text for text in [_text(value)] if text]


def _objects(value: object) -> list[Item]:
    """The objects in a property that is a list of them, or an object whose members they are."""
    if isinstance(value, dict):
        value = [{**one, "_key": key} for key, one in value.items() if isinstance(one, dict)]
    return [one for one in value[:_MOST] if isinstance(one, dict)] if isinstance(value, list) else []


def _valued(value: object, *roles: str) -> str:
    """The value of the first role that a list of {role, value} has."""
    found: dict[str, str] = {}
    for one in _objects(value):
        role = _text(one.get("role")).rpartition(":")[2].lower()
        found.setdefault(role, _text(one.get("value")))
    return next((found[role] for role in roles if found.get(role)), "")


def _caption(item: Item) -> str:
    plain = _text(item.get("description_caption")) or _valued(item.get("descriptions"), "caption")
    plain = plain or _text(item.get("description_text")) or _valued(item.get("descriptions"), "text", "", "summary")
    marked = _text(item.get("description_html"))
    return plain or tidy(unescape(_TAG.sub(" ", marked)))


def _creator(item: Item) -> str:
    named = _names_in(item.get("photographer"))
    for one in (*_objects(item.get("authors")), *_objects(item.get("people"))):
        if "photo" in "".join(_names_in(one.get("role"))).lower():
            named += _names_in(one)
    byline = without_by(_text(item.get("byline")) or _text(item.get("by")))
    return "; ".join(dict.fromkeys(named)) or byline


def _credit(item: Item) -> str:
    stated = _text(item.get("description_creditline")) or _valued(item.get("descriptions"), "creditline")
    stated = stated or _any_case(item, "creditline")
    sources = _names_in(item.get("infosource")) or _names_in(item.get("infoSources"))
    return stated or ", ".join(dict.fromkeys(sources)) or _text(item.get("source"))


def _publisher(item: Item) -> str:
    named = (_names_in(item.get("provider")), _names_in(item.get("source")), _names_in(item.get("infosource")))
    holders = (_names_in(item.get("infoSources")), [_any_case(item, "copyrightholder")])
    return next((names[0] for names in (*named, *holders) if names and names[0]), "")


def _dateline(item: Item) -> str:
    """Where the supplier's desk places the item."""
    desk = item.get("datelinelocation")
    if isinstance(desk, dict):
        parts = [_text(desk.get(name)) for name in ("city", "countryareaname", "countryname")]
        return ", ".join(dict.fromkeys(part for part in parts if part))
    located = _any_case(item, "located")
    edited = [
        one for one in _objects(item.get("place")) or _objects(item.get("places")) if one.get("creator") != "Machine"
    ]
    return located or next(iter(_names_in(edited)), "")


def _terms(item: Item) -> Iterator[str]:
    terms = _any_case(item, "usageterms")
    if terms:
        yield terms
    if _any_case(item, "embargoed"):
        yield f"Embargoed until {_any_case(item, 'embargoed')}"


def _renditions(item: Item) -> list[Item]:
    return _objects(item.get("renditions"))


def _is_picture(rendition: Item) -> bool:
    kind = (_text(rendition.get("mimetype")) or _text(rendition.get("contentType"))).lower()
    return kind.startswith("image/") or (not kind and _text(rendition.get("type")) in {"", "picture"})


def _width(rendition: Item) -> int:
    width = rendition.get("width")
    return width if isinstance(width, int) and not isinstance(width, bool) else 0


def _names(renditions: list[Item], files: list[str]) -> Iterator[str]:
    for one in renditions:
        stated = (_text(one.get(name)) for name in ("originalfilename", "filename", "media", "name", "title"))
        yield from (text for text in stated if is_picture_name(text))
    yield from files
    yield from (media for one in renditions if is_id(media := _text(one.get("media"))) and "/" not in media)


def _ids(item: Item, guid: str) -> Iterator[str]:
    ids = item.get("altids") if "altids" in item else item.get("altIds")
    if isinstance(ids, dict):
        yield from (_text(value) for name, value in ids.items() if name.lower() not in _NO_IDS and is_id(_text(value)))
    for one in _objects(ids) if isinstance(ids, list) else []:
        if _text(one.get("role")).rpartition(":")[2].lower() not in _NO_IDS and is_id(_text(one.get("value"))):
            yield _text(one.get("value"))
    if last_part(guid):
        yield last_part(guid)


def _times(item: Item) -> Iterator[tuple[TimeKind, str, str]]:
    """The times of an item. Nothing says when it was sent; its version was made at the latest then."""
    kinds = (
        (TimeKind.CAPTURED, "contentcreated"),
        (TimeKind.TRANSMITTED, "versioncreated"),
        (TimeKind.ISSUED, "firstcreated"),
    )
    yield from ((kind, f"ninjs {name}", text) for kind, name in kinds if (text := _any_case(item, name)))


def story_text(item: Item) -> str:
    """All that a story says, without its markup."""
    body = _text(item.get("body_text")) or _valued(item.get("bodies"), "main", "")
    marked = item.get("body_html") or item.get("body_xhtml") or ""
    plain = body or unescape(_TAG.sub("\n", marked if isinstance(marked, str) else ""))
    return "\n".join(line.strip() for line in plain.split("\n") if line.strip())
