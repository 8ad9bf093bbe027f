"""One item of NewsML-G2 (https://iptc.org/std/NewsML-G2/guidelines): what it says about its photo.

Suppliers use the standard differently: roles and schemes have other names, elements stand in itemMeta or contentMeta,
people are literals, names or bylines. So the last part of a scheme's code decides, and the first element that has text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from provenance.feeds.wire import WirePhoto, is_id, is_picture_name, last_part, place_of_file, tidy, without_by
from provenance.model.times import TimeKind

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PICTURES = frozenset({"picture", "photo", "graphic", "image", "still"})
_PHOTOGRAPHERS = ("phot", "photog", "photographer", "creator", "author", "byline")
_GEOGRAPHY = ("5", "geoarea", "poi", "location", "place", "city")
_NO_IDS = ("otr", "systemref", "transref", "transmissionreference", "jobid", "filename", "filebin")
"""Kinds of alternative ids that photographers and desks count for themselves, and file names."""
_BLOCKS = frozenset({"p", "br", "div", "li", "line", "h1", "h2", "h3"})
_MOST_RENDITIONS = 100
_MOST_TEXTS = 20


def is_photo(item: Element) -> bool:
    """Whether an item is about one picture: its class says so, or it has no class and a picture's file."""
    stated = code(first(item, "itemMeta/itemClass")) or code(first(item, "itemClass"))
    if stated:
        return stated in _PICTURES
    return any(_is_picture(one) for one in _renditions(item))


def photo_of(item: Element, number: int, place: str, sent: str = "") -> WirePhoto:
    """What an item says. `sent` is the time at which the message around it was sent."""
    files = [place_of_file(one.get("href", "")) for one in _renditions(item)]
    guid = tidy(item.get("guid", "") or item.get("residref", ""))
    return WirePhoto(
        number=number,
        place=place,
        guid=guid,
        version=tidy(item.get("version", "")),
        caption=_caption(item),
        headline=_first_text(item, "contentMeta/headline", "headline", "itemMeta/title", "title"),
        creator=_creator(item),
        credit=_first_text(item, "contentMeta/creditline", "creditline"),
        publisher=_publisher(item),
        date=_first_text(item, "contentMeta/contentCreated"),
        dateline=_dateline(item),
        status=code(first(item, "itemMeta/pubStatus")) or code(first(item, "pubStatus")),
        signals=tuple(_signals(item)),
        notes=tuple(_texts(item, "itemMeta/edNote", "edNote")),
        terms=tuple(_terms(item)),
        names=tuple(_names(item, [name for name, _ in files if name])),
        ids=tuple(_ids(item, guid)),
        urls=tuple(url for _, url in files if url),
        times=tuple(_times(item, sent)),
        derived_from=tuple(_parents(item)),
    )


def first(item: Element, path: str) -> Element | None:
    """The first element at a path; a document may hold it twice."""
    return item.find(path)


def code(element: Element | None) -> str:
    """The last part of the code that an element refers to, in small letters: "picture" of "ninat:picture"."""
    return (
        _last(element.get("qcode") or element.get("uri") or element.get("literal") or "") if element is not None else ""
    )


def text_of(element: Element) -> str:
    """All text in an element, without indentation; paragraphs and line breaks of XHTML part words."""
    return tidy("".join(_pieces(element)))


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        parted = "\n" if child.tag in _BLOCKS else ""
        yield parted
        yield from _pieces(child)
        yield parted + (child.tail or "")


def _last(reference: str) -> str:
    return reference.strip().rstrip("/").replace("/", ":").rpartition(":")[2].lower()


def _kind(element: Element, name: str) -> str:
    return _last(element.get(name, ""))


def _texts(item: Element, *paths: str) -> Iterator[str]:
    seen: dict[str, None] = {}
    for path in paths:
        for one in item.findall(path)[:_MOST_TEXTS]:
            text = text_of(one)
            if text and text not in seen:
                seen[text] = None
                yield text


def _first_text(item: Element, *paths: str) -> str:
    return next(_texts(item, *paths), "")


def _caption(item: Element) -> str:
    """The description that is called a caption, in the item's own language; else the one without a role; else any."""
    found = [one for path in ("contentMeta/description", "description") for one in item.findall(path) if text_of(one)]
    language = item.get("lang", "").lower()[:2]

    def order(one: Element) -> tuple[bool, int, bool]:
        role = _kind(one, "role")
        rank = 0 if "caption" in role else 1 if not role or role in {"text", "description"} else 2
        other = bool(language) and not one.get("lang", language).lower().startswith(language)
        return rank > 1, rank, other

    best = min(found, key=order, default=None)
    return text_of(best) if best is not None else ""


def _creator(item: Element) -> str:
    """Who took it: the names of its creators, else its byline."""
    names = [_named(one) for one in item.findall("contentMeta/creator")[:_MOST_TEXTS] if _took_it(one)]
    names += [
        _named(one) for one in item.findall("contentMeta/contributor")[:_MOST_TEXTS] if _kind(one, "role")[:4] == "phot"
    ]
    byline = without_by(_first_text(item, "contentMeta/by", "by"))
    return "; ".join(dict.fromkeys(name for name in names if name)) or byline


def _took_it(creator: Element) -> bool:
    role = _kind(creator, "role")
    return not role or role.startswith(_PHOTOGRAPHERS)


def _named(element: Element) -> str:
    """A person or an organisation by its name, else by a literal that is no number."""
    name = next(_texts(element, "name"), "")
    literal = element.get("literal", "").strip()
    return name or ("" if any(one.isdigit() for one in literal) else literal)


def _publisher(item: Element) -> str:
    for path in ("itemMeta/provider", "provider", "contentMeta/infoSource", "rightsInfo/copyrightHolder"):
        for one in item.findall(path)[:_MOST_TEXTS]:
            name = _named(one) or one.get("qcode", "").rpartition(":")[2]
            if name and "photcode" not in one.get("qcode", "").lower():
                return name
    return ""


def _dateline(item: Element) -> str:
    """Where the supplier's desk places the item; from the narrowest name to the widest."""
    for path in ("contentMeta/located", "contentMeta/subject"):
        for one in item.findall(path)[:1000]:
            if path.endswith("located") or _is_geography(one):
                names = [_named(one), *(_named(wider) for wider in one.findall("broader")[:_MOST_TEXTS])]
                place = ", ".join(dict.fromkeys(name for name in names if name))
                if place:
                    return place
    return ""


def _is_geography(subject: Element) -> bool:
    return _kind(subject, "type") in _GEOGRAPHY and not subject.get("creator", "").lower().endswith("machine")


def _signals(item: Element) -> Iterator[str]:
    """What tells that an item was corrected or killed: signals, roles and titles, as codes or words."""
    for one in item.findall("itemMeta/signal")[:_MOST_TEXTS]:
        yield code(one) or _first_text(one, "name").lower()
    for path in ("itemMeta/role", "itemMeta/profile"):
        found = first(item, path)
        if code(found):
            yield code(found)


def _terms(item: Element) -> Iterator[str]:
    yield from _texts(item, "rightsInfo/usageTerms")
    embargo = _first_text(item, "itemMeta/embargoed")
    if embargo:
        yield f"Embargoed until {embargo}"


def _renditions(item: Element) -> list[Element]:
    """The picture's files, the widest first."""
    found = item.findall("contentSet/remoteContent")[:_MOST_RENDITIONS]
    if item.get("href"):
        found.append(item)
    pictures = [one for one in found if _is_picture(one) or not one.get("contenttype")]
    return sorted(pictures, key=lambda one: -_whole(one.get("width", "")))


def _is_picture(content: Element) -> bool:
    kind = content.get("contenttype", "").lower()
    return kind.startswith("image/") or (not kind and is_picture_name(content.get("href", "").partition("?")[0]))


def _whole(text: str) -> int:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0


def _names(item: Element, files: Iterable[str]) -> Iterator[str]:
    """Under which names the files of the picture may lie: as stated, as in their addresses, as their ids."""
    for one in _renditions(item):
        yield from (text for text in _texts(one, "altId", "fileName", "title") if is_picture_name(text))
    yield from files
    yield from (text for text in _texts(item, "itemMeta/fileName", "fileName") if is_picture_name(text))
    for one in _renditions(item):
        residref = one.get("residref", "").strip() if one is not item else ""
        if residref and "/" not in residref:
            yield residref
            yield residref.replace(":", "_").replace(",", "_")


def _ids(item: Element, guid: str) -> Iterator[str]:
    for path in ("contentMeta/altId", "itemMeta/altId", "altId", "contentSet/remoteContent/altId"):
        for one in item.findall(path)[:_MOST_TEXTS]:
            text = text_of(one)
            if is_id(text) and not is_picture_name(text) and _kind(one, "type") not in _NO_IDS:
                yield text
    if last_part(guid):
        yield last_part(guid)


def _times(item: Element, sent: str) -> Iterator[tuple[TimeKind, str, str]]:
    """The times of an item. Where nothing says when it was sent, its version was made at the latest then."""
    versioned = _first_text(item, "itemMeta/versionCreated", "versionCreated")
    stated = (
        (TimeKind.CAPTURED, "contentCreated", _first_text(item, "contentMeta/contentCreated")),
        (TimeKind.TRANSMITTED, "sent", sent),
        (TimeKind.ISSUED if sent else TimeKind.TRANSMITTED, "versionCreated", versioned),
        (TimeKind.ISSUED, "firstCreated", _first_text(item, "itemMeta/firstCreated")),
    )
    yield from ((kind, f"NewsML-G2 {name}", text) for kind, name, text in stated if text)


def _parents(item: Element) -> Iterator[str]:
    """The ids of the items that this one was made from."""
    for path in ("itemMeta/link", "link"):
        for one in item.findall(path)[:1000]:
            if _kind(one, "rel") in {"processedfrom", "derivedfrom", "translatedfrom", "basedon", "evolvedfrom"}:
                ids = (one.get("id", ""), one.get("residref", ""), last_part(one.get("residref", "")))
                yield from dict.fromkeys(text.strip() for text in ids if is_id(text.strip()))
