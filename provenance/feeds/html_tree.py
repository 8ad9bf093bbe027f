"""A web page as a tree of elements, read with the standard library's tolerant parser.

What would make that parser slow or stop (comments that never end, declarations, tags without their end, numbers of
5,000 digits) is taken out first, so that reading takes time in proportion to the length of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

_LONGEST_PAGE = 8_000_000
_MOST_ELEMENTS = 300_000
_DEEPEST = 500
"""Browsers nest as deep; what is deeper stands beside its parent."""
_FARTHEST = 200
"""How many open elements an end tag may close at once; a wrong one would close the whole page."""
_MOST_PIECES = 5000
_LONGEST_PIECE = 20_000
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "cite",
        "em",
        "font",
        "i",
        "label",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    }
)
_ENDS_PARAGRAPH = frozenset(
    {
        "article",
        "aside",
        "blockquote",
        "div",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "header",
        "li",
        "main",
    }
    | {"nav", "ol", "p", "section", "table", "ul"}
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "button", "iframe", "select", "textarea"})
_DECLARATION = re.compile(r"<[!?][^>]*>")
_LONG_NUMBER = re.compile(r"&#[0-9]{8,};?")
_HIDDEN = re.compile(
    r"(?:^|[\s_-])(?:off-?screen|visually-?hidden|sr-only|screen-reader-text|u-hide)(?:$|[\s_-])", re.I
)


class Element:
    """One element: its name in lower case, attributes, and what stands in it, in order. `order` counts from the top.

    `marks` are its class, id and itemprop: how the page's makers call it.
    """

    __slots__ = ("attributes", "content", "depth", "marks", "name", "order", "parent")

    def __init__(self, name: str, attributes: dict[str, str], parent: Element | None, order: int) -> None:
        self.name = name
        self.attributes = attributes
        self.content: list[Element | str] = []
        self.parent = parent
        self.order = order
        self.depth: int = parent.depth + 1 if parent is not None else 0
        self.marks = _marks(attributes) if attributes else ""

    def below(self) -> Iterator[Element]:
        """Every element in it, in the order of the page."""
        pending = [iter(self.content)]
        while pending:
            element = next(pending[-1], None)
            if element is None:
                pending.pop()
            elif isinstance(element, Element):
                yield element
                pending.append(iter(element.content))

    def text(self, without: frozenset[Element] = frozenset()) -> str:
        """The text that a reader sees, blanks folded, without that of some elements; cut where no caption goes on."""
        parts: list[str] = []
        pending: list[tuple[Iterator[Element | str], str]] = [(iter(self.content), " ")]
        while pending and len(parts) < _MOST_PIECES:
            part = next(pending[-1][0], None)
            if part is None:
                parts.append(pending.pop()[1])
            elif isinstance(part, str):
                parts.append(part[:_LONGEST_PIECE])
            elif part not in without and part.name not in _UNSEEN and not _HIDDEN.search(part.marks):
                edge = "" if part.name in _INLINE else " "
                parts.append(edge)
                pending.append((iter(part.content), edge))
        return " ".join("".join(parts).split())

    def raw(self) -> str:
        """The text directly in it, as it stands: that of a script."""
        return "".join(part for part in self.content if isinstance(part, str))


def _marks(attributes: dict[str, str]) -> str:
    return " ".join(filter(None, (attributes.get(name, "") for name in ("class", "id", "itemprop"))))


def read_tree(page: str) -> tuple[Element, bool]:
    """The page's root, and whether all of it was read. Never raises."""
    builder = _Builder()
    builder.feed(_harmless(page[:_LONGEST_PAGE]))
    builder.close()
    return builder.root, len(page) <= _LONGEST_PAGE and builder.count < _MOST_ELEMENTS


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, None, 0)
        self.here = self.root
        self.count = 0
        self.open: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.count >= _MOST_ELEMENTS:
            return
        self.count += 1
        if self.here.name == "p" and tag in _ENDS_PARAGRAPH:
            self._close()
        attributes = {name: value or "" for name, value in reversed(attrs)}
        element = Element(tag, attributes, self.here, self.count)
        self.here.content.append(element)
        if tag not in _VOID and element.depth < _DEEPEST:
            self.open[tag] += 1
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and tag not in _INLINE and tag not in _ENDS_PARAGRAPH:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open[tag]:
            return
        element, steps = self.here, 0
        while element.name != tag:
            steps += 1
            if element.parent is None or steps > _FARTHEST or (tag in _INLINE and element.name not in _INLINE):
                return
            element = element.parent
        for _ in range(steps + 1):
            self._close()

    def handle_data(self, data: str) -> None:
        self.here.content.append(data)

    def _close(self) -> None:
        self.open[self.here.name] -= 1
        self.here = self.here.parent or self.root


def _harmless(page: str) -> str:
    end = page.rfind(">") + 1
    page = page[:end] + page[end:].replace("<", " ")
    page = _DECLARATION.sub(" ", _without_comments(page))
    return _LONG_NUMBER.sub("\N{REPLACEMENT CHARACTER}", page)


def _without_comments(page: str) -> str:
    parts, position = [], 0
    while (start := page.find("<!--", position)) >= 0:
        end = page.find("-->", start + 4)
        if end < 0:
            break
        parts.append(page[position:start])
        position = end + 3
    return "".join(parts) + page[position:]
