"""Captions that nothing marks: the words that stand with one picture in a block of their own, or right below it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from provenance.feeds.article_caption import ArticleCaption
from provenance.feeds.article_credit import split_credit
from provenance.feeds.article_image import address_of, is_image, links_to_photo
from provenance.feeds.article_marks import in_surroundings, names_picture, on_a_card
from provenance.feeds.article_parts import caption_of, inside, within
from provenance.feeds.html_tree import Element

_CLIMB = 5
_WORDS = range(4, 121)
_BLOCKS = frozenset({"center", "dd", "div", "dl", "figure", "li", "p", "section", "span", "td", "table", "tbody", "tr"})
_EMPHASIS = frozenset({"em", "font", "i", "small", "sub", "sup", "cite"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "form", "iframe", "input", "nav", "ul", "ol", "video"})
_MOST_IMAGES = 500


def block_captions(root: Element) -> Iterator[ArticleCaption]:
    """The captions of pictures that have no marked one, in the page's order."""
    images = (one for one in root.below() if is_image(one) and address_of(one))
    for image in islice(images, _MOST_IMAGES):
        if in_surroundings(image) or _leads_away(image):
            continue
        found = _in_block(image) or _below(image)
        if found is not None:
            yield found


def _leads_away(image: Element) -> bool:
    """Whether a picture is a link to another page, or stands on what is called a card."""
    above = image.parent
    while above is not None and above.name not in _BLOCKS - {"span"}:
        if above.name == "a" and not links_to_photo(above):
            return True
        above = above.parent
    return on_a_card(image)


def _in_block(image: Element) -> ArticleCaption | None:
    """The words of the smallest block around one picture alone that is called a picture's, or is a figure."""
    block = image.parent
    for _ in range(_CLIMB):
        if block is None or block.name not in _BLOCKS | {"a", "picture", "noscript"}:
            return None
        text = block.text()
        if text:
            single = all(one is image or _same(one, image) for one in within(block) if is_image(one))
            called = block.name == "figure" or names_picture(block)
            plain = single and len(text.split()) in _WORDS and not _linked(block, text) and not _has_more(block)
            return _caption(block, image) if plain and (called or _all_small(block, text)) else None
        block = block.parent
    return None


def _below(image: Element) -> ArticleCaption | None:
    """The paragraph that follows a picture which stands alone, if it is set apart: in italics, or signed."""
    block: Element = image
    while block.parent is not None and block.parent.name in _BLOCKS | {"a", "picture"} and not block.parent.text():
        block = block.parent
    following = _next(block)
    if following is None or following.name not in {"p", "div", "span", "em", "i", "small"}:
        return None
    text = following.text()
    if len(text.split()) not in _WORDS or _linked(following, text) or _has_more(following):
        return None
    signed = bool(split_credit(text, in_caption=False)[1])
    return _caption(following, image) if signed or _all_small(following, text) else None


def _caption(element: Element, image: Element) -> ArticleCaption:
    return caption_of(element, element, image, "beside picture")


def _next(block: Element) -> Element | None:
    """The element right after a block; None where a text or nothing comes first."""
    siblings = block.parent.content if block.parent is not None else []
    at = next((number for number, one in enumerate(siblings) if one is block), len(siblings))
    for one in siblings[at + 1 :]:
        if isinstance(one, Element):
            if one.name not in {"br", "noscript", "script", "style"}:
                return one
        elif one.strip():
            return None
    return None


def _same(one: Element, image: Element) -> bool:
    """Whether two images are one picture: the second stands in for the first where scripts do not run."""
    return bool(set(_names(one)) & set(_names(image))) or (one.parent is not None and one.parent.name == "noscript")


def _names(image: Element) -> Iterator[str]:
    return (one for one in (image.attributes.get("alt", ""), address_of(image)) if one)


def _linked(block: Element, text: str) -> bool:
    """Whether most of the words are a link."""
    links = [one for one in within(block) if one.name == "a" and not links_to_photo(one)]
    return sum(len(one.text()) for one in links) * 2 > len(text)


def _has_more(block: Element) -> bool:
    """Whether more than a picture and a few words stands in a block."""
    return block.name in _HEADINGS or any(one.name in _HEADINGS for one in within(block))


def _all_small(block: Element, text: str) -> bool:
    """Whether all the words are set apart from the running text: in italics or small type."""
    if block.name in _EMPHASIS:
        return True
    small: list[Element] = []
    for one in within(block):
        if one.name in _EMPHASIS and not any(inside(one, outer) for outer in small):
            small.append(one)
    return bool(small) and sum(len(one.text()) for one in small) * 10 >= len(text) * 9
