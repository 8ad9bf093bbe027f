"""A caption taken apart: its words, the credit within or beside it, its picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from provenance.feeds.article_caption import ArticleCaption
from provenance.feeds.article_credit import credit_text, is_credit, is_labelled, split_credit
from provenance.feeds.article_image import addresses_of, alternative_text
from provenance.feeds.article_marks import names_caption, names_credit, switches_caption
from provenance.feeds.html_tree import Element

_NUMBER = re.compile(r"(?:image|photo|bild|foto)?\s*\d{1,3}\s*(?:of|/|von|de)\s*\d{1,3}\b\.?\s+", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:(?:image|photo|media) caption|caption|bildunterschrift|l[eé]gende(?: de l.image)?|pie de foto|didascalia)"
    r"\s*[:,]?\s+",
    re.IGNORECASE,
)
_EMPTY_BRACKETS = re.compile(r"\s?[(\[][\s.,|]*[)\]]\.?$")
_SWITCH = re.compile(r"[.…\s]*(?:(?:read |show )?(?:more|less)|close|enlarge|hide caption)[.…\s]*", re.IGNORECASE)
_LAST = frozenset({"small", "footer", "em", "i", "span", "b", "strong", "p", "div", "a"})
_SMALL = frozenset({"small", "footer"})
_MOST_ELEMENTS = 1000
_CREDIT_WORDS = 14


def within(element: Element) -> Iterator[Element]:
    """The elements in a figure or a caption; a block that holds very many is neither."""
    return islice(element.below(), _MOST_ELEMENTS)


def caption_of(
    element: Element, around: Element, image: Element | None, kind: str, *, text: str = "", credit: str = ""
) -> ArticleCaption:
    """What a caption's element says; `around` is where its credit may stand besides. `text` and `credit` take the place
    of what stands there."""
    if not text:
        text, credit = _words(element, around)
    urls = addresses_of(image) if image is not None else ()
    caption, appended = split_credit(" ".join(text.split()), in_caption=True)
    alt = alternative_text(image) if image is not None else ""
    alt = "" if alt == caption else alt
    return ArticleCaption(caption, credit or appended, alt, next(iter(urls), ""), f"{kind} {element.order}", urls[1:])


def credits_in(element: Element) -> list[Element]:
    """The elements within that hold a credit and nothing else, the outermost of them."""
    found: list[Element] = []
    for one in within(element):
        outermost = names_credit(one) and not any(inside(one, outer) for outer in found)
        if outermost and one.text() and not any(names_caption(held) for held in within(one)):
            found.append(one)
    return found


def inside(element: Element, outer: Element) -> bool:
    """Whether an element stands in another one, or is it."""
    above: Element | None = element
    while above is not None and above.order >= outer.order:
        if above is outer:
            return True
        above = above.parent
    return False


def folded(text: str) -> str:
    """The letters and figures of a text alone, for comparing."""
    return "".join(one for one in text.casefold() if one.isalnum())


def _words(element: Element, around: Element) -> tuple[str, str]:
    """The caption's own words, and its credit: within, else the first one beside it."""
    credits = credits_in(element) or _last_part(element)
    switches = frozenset(_switches(element))
    text = element.text(frozenset(credits) | switches)
    text = _EMPTY_BRACKETS.sub("", text) if credits else text
    for label in (_NUMBER, _LABEL):
        text = text[found.end() :] if (found := label.match(text)) else text
    outside = [one for one in credits_in(around) if one not in credits and not inside(one, element)]
    found_in = credits or outside[:1] or list(islice(_bare_credits(around, element), 1))
    return text, credit_text(" ".join(told for one in found_in if (told := one.text(switches))))


def _bare_credits(around: Element, element: Element) -> Iterator[Element]:
    """The parts beside a caption that are a credit by their words alone."""
    for one in within(around):
        text = one.text() if one.name in _LAST and not inside(one, element) and not inside(element, one) else ""
        if 0 < len(text.split()) <= _CREDIT_WORDS and (is_credit(text.strip(" ()[]")) or is_labelled(text)):
            yield one


def _last_part(element: Element) -> list[Element]:
    """The credit in a caption that marks it by its place alone: the last part, in an element of its own."""
    parts = [one for one in element.content if isinstance(one, Element) or one.strip()]
    while len(parts) == 1 and isinstance(parts[0], Element):
        parts = [one for one in parts[0].content if isinstance(one, Element) or one.strip()]
    last = parts[-1] if len(parts) > 1 else None
    if not isinstance(last, Element) or last.name not in _LAST:
        return []
    text = last.text()
    short = 0 < len(text.split()) <= _CREDIT_WORDS and not text.endswith(("?", "!"))
    told = last.name in _SMALL or is_credit(text.strip(" ()[]")) or is_labelled(text)
    return [last] if short and told else []


def _switches(element: Element) -> Iterator[Element]:
    """What in a caption only unfolds or closes it."""
    for one in within(element):
        if switches_caption(one) or (one.name in {"a", "span"} and _SWITCH.fullmatch(one.text())):
            yield one
