"""XMP's RDF to properties with paths (ISO 16684-1, clause 7), with a stack of our own instead of recursion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.media.xmp_names import RDF, XML
from provenance.media.xmp_tree import Tree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DESCRIPTION, _LI, _VALUE = f"{{{RDF}}}Description", f"{{{RDF}}}li", f"{{{RDF}}}value"
_ARRAYS = frozenset({f"{{{RDF}}}Bag", f"{{{RDF}}}Seq", f"{{{RDF}}}Alt"})
_ALT, _RESOURCE, _PARSE_TYPE = f"{{{RDF}}}Alt", f"{{{RDF}}}resource", f"{{{RDF}}}parseType"
_LANGUAGE = f"{{{XML}}}lang"
_DEFAULT = "x-default"
_SYNTAX = (f"{{{RDF}}}", f"{{{XML}}}")


@dataclass(frozen=True, slots=True)
class Property:
    """One value: the name of the property it is (the innermost), its path from the top, and its text.

    `holder` is the element in which it stands: as its text, or as the `attribute` of that name.
    """

    name: str
    path: str
    text: str
    holder: Element
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class _Pending:
    element: Element
    name: str
    path: str


def properties(tree: Tree) -> Iterator[Property]:
    """All values of a packet in document order, attributes before elements; first what the packet says of itself."""
    for tag, text in tree.root.attrib.items():
        if not tag.startswith(_SYNTAX):
            yield Property(tree.name(tag), tree.name(tag), text, tree.root, tag)
    for rdf in tree.root.iter(f"{{{RDF}}}RDF"):
        for description in rdf:
            yield from _within(tree, description)


def _within(tree: Tree, top: Element) -> Iterator[Property]:
    stack: list[_Pending | Property] = _fields(tree, top, None)[::-1]
    while stack:
        one = stack.pop()
        if isinstance(one, Property):
            yield one
        else:
            stack.extend(_opened(tree, one)[::-1])


def _opened(tree: Tree, one: _Pending) -> list[_Pending | Property]:
    """What a property element holds: a text, a list, a structure."""
    element = one.element
    inner = next(iter(element), None)
    if _RESOURCE in element.attrib:
        return [Property(one.name, one.path, element.attrib[_RESOURCE], element, _RESOURCE)]
    if inner is not None and inner.tag in _ARRAYS:
        return _items(inner, one)
    if inner is not None and element.get(_PARSE_TYPE) != "Resource":
        return _structure(tree, inner, one)
    fields = _structure(tree, element, one)
    return fields or [Property(one.name, one.path, element.text or "", element)]


def _structure(tree: Tree, holder: Element, one: _Pending) -> list[_Pending | Property]:
    """The fields of a structure; where it is a value with qualifiers, the value under the property's own name."""
    value = holder.find(_VALUE)
    if value is not None:
        return [_Pending(value, one.name, one.path)]
    return _fields(tree, holder, one)


def _fields(tree: Tree, holder: Element, around: _Pending | None) -> list[_Pending | Property]:
    """Fields written as attributes and as elements; RDF's own attributes are no fields."""
    fields: list[_Pending | Property] = []
    for tag, text in holder.attrib.items():
        if not tag.startswith(_SYNTAX):
            name = tree.name(tag)
            fields.append(Property(name, _path(name, around), text, holder, tag))
    for element in holder:
        name = tree.name(element.tag)
        fields.append(_Pending(element, name, _path(name, around)))
    return fields


def _items(array: Element, one: _Pending) -> list[_Pending | Property]:
    items = array.findall(_LI)
    if array.tag == _ALT and any(_LANGUAGE in item.attrib for item in items):
        plain = next((item for item in items if item.get(_LANGUAGE, "").lower() == _DEFAULT), items[0])
        return [_Pending(item, one.name, one.path + _language(item, plain)) for item in items]
    return [_Pending(item, one.name, f"{one.path}[{index}]") for index, item in enumerate(items)]


def _language(item: Element, plain: Element) -> str:
    return "" if item is plain else f"[{item.get(_LANGUAGE, '')}]"


def _path(name: str, around: _Pending | None) -> str:
    """A field's path: its prefix is left out where it is that of the property around it."""
    if around is None:
        return name
    prefix = around.name.partition(":")[0]
    return f"{around.path}/{name.removeprefix(f'{prefix}:')}"
