"""XMP's XML to a tree, with no entity, no document type and no more elements than allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from provenance.media.xmp_names import PREFIXES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 64
"""Elements within elements: IPTC's deepest structure has about a dozen."""
MOST_ATTRIBUTES = 20_000


class RefusedXmlError(Exception):
    """The packet is not well-formed, or asks for what no packet needs. `sentence` says so to people."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Tree:
    """The root element of a packet, and the prefixes that the packet itself gives to namespaces."""

    def __init__(self, root: Element, prefixes: dict[str, str]) -> None:
        self.root = root
        self._prefixes = prefixes

    def name(self, tag: str) -> str:
        """A qualified name ("dc:creator") for an expanded one ("{http://purl.org/dc/elements/1.1/}creator")."""
        uri, _, local = tag.rpartition("}")
        prefix = PREFIXES.get(uri[1:]) or self._prefixes.get(uri[1:], "")
        return f"{prefix}:{local}" if prefix else local


class _Builder:
    """Builds elements while it counts them; the parser calls it by these names."""

    def __init__(self, most: int) -> None:
        from xml.etree.ElementTree import TreeBuilder

        self._tree = TreeBuilder()
        self._left = most
        self._attributes_left = MOST_ATTRIBUTES
        self._depth = 0
        self.prefixes: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        self._left -= 1
        self._attributes_left -= len(attributes)
        self._depth += 1
        if self._left < 0 or self._attributes_left < 0 or self._depth > DEEPEST:
            raise RefusedXmlError("The XMP data is larger or deeper than any editor writes; it was not read.")
        return self._tree.start(tag, attributes)

    def end(self, tag: str) -> Element:
        self._depth -= 1
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
        parser.feed(_trimmed(packet))
        return Tree(parser.close(), builder.prefixes)
    except DefusedXmlException as error:
        raise RefusedXmlError("The XMP data defines entities or a document type, so it was not read.") from error
    except (ParseError, LookupError, ValueError) as error:
        raise RefusedXmlError("The XMP data is damaged and could not be read.") from error


def _trimmed(packet: bytes) -> bytes:
    """The packet from its first tag to its last: writers leave junk around it. UTF-16 stays as it is."""
    if packet[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in packet[:4]:
        return packet
    start, end = packet.find(b"<"), packet.rfind(b">")
    return packet[start : end + 1] if 0 <= start < end else packet
