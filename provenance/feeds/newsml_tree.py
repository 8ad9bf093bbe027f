"""NewsML-G2 as a tree: no entity, no document type, no more elements than allowed; names without their namespaces.

Namespaces differ between suppliers and are sometimes missing, so that elements are told by their local names alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.entities import name2codepoint
from typing import TYPE_CHECKING, Any

from provenance.errors import DocumentError
from provenance.feeds.encoding import decode
from provenance.model.photo import Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 100
"""Elements within elements: the deepest concept of a real message has about a dozen."""
_MOST_ATTRIBUTES = 1_000_000
ITEMS = frozenset({"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem"})
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,400}\?>", re.IGNORECASE)
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITY = re.compile(r"&(?:(#\d{1,7}|#x[0-9a-f]{1,6})|([a-z][a-z0-9]{1,30}));|&", re.IGNORECASE)
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_PREFIXED = re.compile(r"(?:</?|\s)([A-Za-z_][\w.-]{0,40}):[A-Za-z_][\w.-]{0,80}(?=[\s=/>])")
_DECLARED = re.compile(r"\sxmlns:([A-Za-z_][\w.-]{0,40})\s{0,4}=")
_ROOT = re.compile(r"<[A-Za-z_][\w.:-]{0,120}")
_HINT = "Ask the supplier to send it again, or export it again."


@dataclass
class Tree:
    """What was read: the root element where the document is whole, every item that was complete, what was wrong."""

    root: Element | None
    items: list[Element]
    problems: list[Problem] = field(default_factory=list)


class _RefusedError(Exception):
    """More than any document holds."""


class _Builder:
    """Builds elements while it counts them; the parser calls it by these names."""

    def __init__(self, most: int) -> None:
        from xml.etree.ElementTree import TreeBuilder

        self._tree = TreeBuilder()
        self._left = most
        self._attributes_left = _MOST_ATTRIBUTES
        self._depth = 0
        self.items: list[Element] = []

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        self._left -= 1
        self._attributes_left -= len(attributes)
        self._depth += 1
        if self._left < 0 or self._attributes_left < 0 or self._depth > DEEPEST:
            raise _RefusedError
        return self._tree.start(_local(tag), _plain(attributes))

    def end(self, tag: str) -> Element:
        self._depth -= 1
        element = self._tree.end(_local(tag))
        if element.tag in ITEMS:
            self.items.append(element)
        return element

    def data(self, text: str) -> None:
        self._tree.data(text)

    def close(self) -> Element:
        return self._tree.close()


def read_tree(data: bytes, name: str, most: int) -> Tree:
    """The tree of a document called `name`, with at most so many elements.

    What is damaged is mended where nothing is lost by it (a wrong encoding, bare ampersands, undeclared prefixes); of
    one that was cut off, the complete items are read. Raises DocumentError where nothing can be read.
    """
    tree = _parsed(data, name, most)
    if tree.root is not None:
        return tree
    mended = _parsed(_mended(data), name, most)
    if mended.root is not None:
        sentence = (
            f"{name} is not well-formed XML: its encoding, a prefix or an ampersand is wrong. It was read all the same."
        )
        return Tree(
            mended.root, mended.items, [Problem("xml-mended", sentence, "Compare its texts with the original.")]
        )
    best = max(tree, mended, key=lambda one: len(one.items))
    if not best.items:
        raise DocumentError(f"{name} is damaged or cut off: it is not well-formed XML.", _HINT)
    sentence = f"{name} is damaged or cut off; only its first {len(best.items)} items could be read."
    return Tree(None, best.items, [Problem("xml-incomplete", sentence, _HINT)])


def _parsed(data: bytes, name: str, most: int) -> Tree:
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    builder = _Builder(most)
    parser: Any = DefusedXMLParser(target=builder, forbid_dtd=True)
    try:
        parser.feed(data)
        return Tree(parser.close(), builder.items)
    except DefusedXmlException as error:
        hint = "No wire document needs either. Ask the supplier to send it without."
        raise DocumentError(f"{name} defines entities or a document type, so it was not read.", hint) from error
    except _RefusedError as error:
        raise DocumentError(f"{name} is larger or deeper than any wire document; it was not read.", _HINT) from error
    except (ParseError, LookupError, ValueError):
        return Tree(None, builder.items)


def _mended(data: bytes) -> bytes:
    """The document in UTF-8, with what a parser stumbles over taken out or spelled out."""
    text = _UNSTORABLE.sub("", _DECLARATION.sub("", decode(data).lstrip("\ufeff"), count=1))
    text = _ENTITY.sub(_spelled_out, text)
    undeclared = set(_PREFIXED.findall(text)) - set(_DECLARED.findall(text)) - {"xml", "xmlns"}
    spaces = "".join(f' xmlns:{prefix}="urn:undeclared:{prefix}"' for prefix in sorted(undeclared)[:100])
    return _ROOT.sub(lambda found: found[0] + spaces, text, count=1).encode()


def _spelled_out(found: re.Match[str]) -> str:
    """An entity that XML knows as it is, one of HTML's as its letter, a bare ampersand as what it should have been."""
    if found[1] or found[2] in _XML_ENTITIES:
        return found[0]
    code = name2codepoint.get(found[2] or "")
    return chr(code) if code else "&amp;" + found[0][1:]


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    """Attributes by local name; where two share one, that of the standard counts, which has no namespace."""
    plain = {_local(name): text for name, text in attributes.items() if name.startswith("{")}
    return {**plain, **{name: text for name, text in attributes.items() if not name.startswith("{")}}
