"""Where captions, figures and pictures stand to each other."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.feeds.article_image import is_image
from provenance.feeds.article_marks import names_caption, names_only_credit
from provenance.feeds.article_parts import within
from provenance.feeds.html_tree import Element

_DEEP = 30
_CREDIT_WORDS = 16
_CLIMB = 4
"""How far above its caption a picture's common element may stand."""


def holds_own_caption(figure: Element) -> Iterator[bool]:
    """Whether a figure of figures has a caption that is none of theirs."""
    return (figure_of(one) is figure for one in within(figure) if one.name == "figcaption")


def figure_of(element: Element) -> Element | None:
    """The figure that an element stands in."""
    above = element.parent
    for _ in range(_DEEP):
        if above is None or above.name == "figure":
            return above
        above = above.parent
    return None


def within_caption(element: Element) -> bool:
    """Whether an element stands in a figure's caption, or beside it: then the figure speaks for it."""
    above = element.parent
    while above is not None:
        if above.name in {"figcaption", "figure"}:
            return above.name == "figcaption" or any(one.name == "figcaption" for one in within(above))
        above = above.parent
    return False


def holds_caption(element: Element) -> bool:
    """Whether another caption stands within, that is not merely this one's credit."""
    return any(
        one.name in {"figure", "figcaption"} or (names_caption(one) and not names_only_credit(one))
        for one in within(element)
    )


def around(element: Element) -> tuple[Element, Element | None]:
    """Where the credit of a caption may stand, and its picture.

    It is the smallest element above that holds both, or the block right before it with one picture; else the caption.
    """
    here = element
    for _ in range(_CLIMB):
        above = here.parent
        inside_page = above is not None and above.name not in {"body", "html", ""}
        images = [one for one in within(above) if is_image(one)] if above is not None and inside_page else []
        if above is not None and len(images) == 1:
            return above, images[0]
        if images or not inside_page:
            return _beside(element, here, images)
        here = above or here
    return element, None


def _beside(element: Element, here: Element, images: list[Element]) -> tuple[Element, Element | None]:
    before = _before(here)
    held = [one for one in within(before) if is_image(one)] if before is not None else []
    if before is not None and len(held) == 1 and len(before.text().split()) < _CREDIT_WORDS:
        return before, held[0]
    earlier = [one for one in images if one.order < element.order]
    return element, earlier[-1] if earlier else next(iter(images), None)


def _before(element: Element) -> Element | None:
    """The element right before, if no words stand between."""
    previous: Element | None = None
    for one in element.parent.content if element.parent is not None else ():
        if one is element:
            return previous
        if isinstance(one, Element):
            previous = one
        elif one.strip():
            previous = None
    return None
