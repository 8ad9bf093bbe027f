"""NewsML-G2 (https://iptc.org/standards/newsml-g2, 2.9 to 2.35), to captioned references: one for each photo.

A document is one item, a package that refers to items, or a message that holds several of both. Of a package only what
it says about photos that are not in the same message is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.feeds.newsml_item import first, is_photo, photo_of, text_of
from provenance.feeds.newsml_tree import Tree, read_tree
from provenance.feeds.wire import Origin, Wire, WirePhoto, wire
from provenance.model.appearance import Standing
from provenance.model.limits import LIMITS, ReadLimits

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BEGINS = re.compile(rb"<(?:[A-Za-z_][\w.-]{0,60}:)?(?:newsMessage|newsItem|packageItem)[\s>/]")
_MOST_REFERENCES = 100_000


def is_newsml(head: bytes) -> bool:
    """Whether the beginning of a document (its first 16 kB are enough) is that of NewsML-G2."""
    return _BEGINS.search(head.replace(b"\0", b"")) is not None


def read_newsml(data: bytes, name: str, source: str, standing: Standing, limits: ReadLimits = LIMITS.read) -> Wire:
    """The references of a NewsML-G2 document called `name`, which `source` handed over with this standing.

    All renditions of a picture are one photo, known by each of their names, ids and URLs. An item that its supplier
    withdraws is a problem of the kind "notice" and no reference. Raises DocumentError for what cannot be read as XML,
    defines entities or a document type, or is larger or deeper than `limits` allow.
    """
    tree = read_tree(data, name, limits.document_elements)
    return wire(newsml_photos(tree), Origin(name, source, standing), tree.problems)


def newsml_photos(tree: Tree) -> Iterator[WirePhoto]:
    """What every item of a document says about its photo."""
    sent = _sent(tree)
    items = [item for item in tree.items if item.tag == "newsItem"]
    for number, item in enumerate(items, 1):
        if is_photo(item):
            yield photo_of(item, number, f"item {number}", sent)
    inside = {item.get("guid", "") for item in items}
    packages = [item for item in tree.items if item.tag == "packageItem"]
    for number, one in enumerate(_referred(packages), len(items) + 1):
        if one.get("residref", "") not in inside and is_photo(one) and _says_something(one):
            yield photo_of(one, number, f"reference {number}", sent)


def _sent(tree: Tree) -> str:
    """When the message was sent; "" for an item that came alone, and where the document was cut off."""
    found = first(tree.root, "header/sent") if tree.root is not None else None
    return text_of(found) if found is not None else ""


def _referred(packages: list[Element]) -> list[Element]:
    found = [one for package in packages for one in package.iter("itemRef")]
    return found[:_MOST_REFERENCES]


def _says_something(reference: Element) -> bool:
    """Whether a package quotes more of an item than its title."""
    return any(reference.find(name) is not None for name in ("description", "creditline", "by"))
