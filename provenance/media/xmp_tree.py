"""XMP's XML to a tree, with no entity, no document type and no more elements than allowed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from provenance.media.xmp_names import PREFIXES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 64
"""Elements within elements: IPTC's deepest structure has about a dozen."""
MOST_ATTRIBUTES = 20_000
_LONGEST_TAG = 16_384
"""Bytes of a tag in which the places of its attributes are looked for, one by one."""


class RefusedXmlError(Exception):
    """The packet is not well-formed, or asks for what no packet needs. `sentence` says so to people."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Tree:
    """The root element of a packet, and the prefixes that the packet itself gives to namespaces."""

    def __init__(self, root: Element, builder: _Builder, packet: bytes, skipped: int) -> None:
        self.root = root
        self._prefixes = builder.prefixes
        self._packet = packet
        self._skipped = skipped
        self._places = _places(packet, builder.begun)

    def name(self, tag: str) -> str:
        """A qualified name ("dc:creator") for an expanded one ("{http://purl.org/dc/elements/1.1/}creator")."""
        uri, _, local = tag.rpartition("}")
        prefix = PREFIXES.get(uri[1:]) or self._prefixes.get(uri[1:], "")
        return f"{prefix}:{local}" if prefix else local

    def place(self, element: Element, attribute: str = "") -> tuple[int, int] | None:
        """Where an element stands in the packet: offset and length in bytes, its end tag included.

        Of an attribute, where its value stands; where that is not clear, the element in which it does.
        """
        start, length = self._places.get(element, (0, 0))
        found = self._value(start, attribute) if attribute and length else None
        start, length = found or (start, length)
        return (self._skipped + start, length) if length else None

    def _value(self, start: int, attribute: str) -> tuple[int, int] | None:
        tag = self._packet[start : min(self._packet.find(b">", start), start + _LONGEST_TAG)]
        local = re.escape(attribute.rpartition("}")[2].encode())
        found = re.search(rb"[\s:]" + local + rb"\s*=\s*([\"'])(.*?)\1", tag, re.DOTALL)
        return (start + found.start(2), len(found[2])) if found and found[2] else None


class _Builder:
    """Builds elements while it counts them; the parser calls it by these names."""

    def __init__(self, most: int) -> None:
        from xml.etree.ElementTree import TreeBuilder

        self._tree = TreeBuilder()
        self._left = most
        self._attributes_left = MOST_ATTRIBUTES
        self._open: list[tuple[Element, int]] = []
        self.prefixes: dict[str, str] = {}
        self.begun: dict[Element, tuple[int, int]] = {}
        self.index: Callable[[], int] = int
        """Where the parser is, in bytes from the packet's first tag."""

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        self._left -= 1
        self._attributes_left -= len(attributes)
        if self._left < 0 or self._attributes_left < 0 or len(self._open) >= DEEPEST:
            raise RefusedXmlError("The XMP data is larger or deeper than any editor writes; it was not read.")
        element = self._tree.start(tag, attributes)
        self._open.append((element, self.index()))
        return element

    def end(self, tag: str) -> Element:
        element, start = self._open.pop()
        self.begun[element] = (start, self.index())
        return self._tree.end(tag)

    def data(self, text: str) -> None:
        self._tree.data(text)

    def start_ns(self, prefix: str, uri: str) -> None:
        if len(self.prefixes) < 1000:
            self.prefixes.setdefault(uri, prefix)

    def close(self) -> Element:
        return self._tree.close()


def parse(packet: bytes, most_elements: int) -> Tree:
    """The tree of a packet. Raises RefusedXmlError."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    builder = _Builder(most_elements)
    parser: Any = DefusedXMLParser(target=builder, forbid_dtd=True)
    try:
        builder.index = lambda: parser.parser.CurrentByteIndex
        trimmed, skipped = _trimmed(packet)
        parser.feed(trimmed)
        return Tree(parser.close(), builder, trimmed, skipped)
    except DefusedXmlException as error:
        raise RefusedXmlError("The XMP data defines entities or a document type, so it was not read.") from error
    except (ParseError, LookupError, ValueError) as error:
        raise RefusedXmlError("The XMP data is damaged and could not be read.") from error


def _places(packet: bytes, begun: dict[Element, tuple[int, int]]) -> dict[Element, tuple[int, int]]:
    """Offset and length of each element, from where its first and its last tag begin."""
    ends = {start: packet.find(b">", start) + 1 for _first, start in begun.values()}
    return {one: (start, ends[last] - start) for one, (start, last) in begun.items() if ends[last] > start}


def _trimmed(packet: bytes) -> tuple[bytes, int]:
    """The packet from its first tag to its last, and where that begins: writers leave junk around it.

    UTF-16 stays as it is.
    """
    if packet[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in packet[:4]:
        return packet, 0
    start, end = packet.find(b"<"), packet.rfind(b">")
    return (packet[start : end + 1], start) if 0 <= start < end else (packet, 0)
