"""The captions in an article's web page: in figures, in elements that the page calls captions, in alternative texts.

The elements are told by their names and by the words in their class, id and itemprop; no site is treated apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from provenance.feeds.article_caption import ArticleCaption, distinct
from provenance.feeds.article_credit import credit_text, split_credit
from provenance.feeds.article_image import address_of, is_image
from provenance.feeds.article_json import json_captions
from provenance.feeds.html_tree import Element

_CAPTION = re.compile(
    r"caption|cutline|legend(?!ary)|bildunterschrift|bildtext|didascalia|piefoto|pie-de-foto", re.IGNORECASE
)
_NO_CAPTION = re.compile(
    r"closed-?caption|captions?-(?:toggle|button|settings)|recaptcha|has-caption|no-caption", re.IGNORECASE
)
_CREDIT = re.compile(
    r"credit|copyright|attribution|photographer|byline|source|agency|rights|author|creator|bildnachweis|urheber",
    re.IGNORECASE,
)
_CREDIT_ONLY = re.compile(r"credit|copyright|attribution|photographer", re.IGNORECASE)
_NUMBER = re.compile(r"(?:image|photo|bild|foto)?\s*\d{1,3}\s*(?:of|/|von|de)\s*\d{1,3}\b\.?\s+", re.IGNORECASE)
_LABEL = re.compile(r"(?:(?:image|photo|media) caption|caption|bildunterschrift)\s*:?\s+", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"\s?[(\[][\s.,|]*[)\]]\.?$")
_SWITCH = re.compile(r"[.…\s]*(?:(?:read |show )?(?:more|less)|close|enlarge|hide caption)[.…\s]*", re.IGNORECASE)
_NO_CAPTIONS = frozenset({"a", "body", "button", "img", "input", "track"})
_CLIMB = 4
"""How far above its caption a picture's common element may stand."""
_ALT_WORDS = 12
_FEWEST_WORDS = 4
_MOST_CAPTIONS = 2000
_MOST_ELEMENTS = 1000
_DATA = (("data-caption", "data-credit"), ("data-caption", "data-attrib"), ("data-caption", "data-copyright"))


def html_captions(root: Element) -> tuple[ArticleCaption, ...]:
    """The captions of a page, in its order, each once; what only its JSON-LD says comes last.

    Alternative texts are kept beside their caption. By themselves they count where an agency signed them, or where the
    page has no other captions: pages describe many pictures in them that are not the article's.
    """
    marked = [*_in_figures(root), *_in_marked_elements(root), *_in_data(root)]
    visible = sorted((one for one in marked if _is_caption(one)), key=_order)
    shown = {one.image_url for one in visible}
    alts = [one for one in _in_alts(root) if one.image_url not in shown]
    signed = [one for one in alts if one.credit]
    return distinct([*visible, *json_captions(root), *signed]) or distinct(alts)


def _within(element: Element) -> Iterator[Element]:
    """The elements in a figure or a caption; a block that holds very many is neither."""
    return islice(element.below(), _MOST_ELEMENTS)


def _is_caption(caption: ArticleCaption) -> bool:
    """Whether there are words in it; without a picture nearby one or two are the label of a button."""
    return bool(caption.caption) and (bool(caption.image_url) or len(caption.caption.split()) >= _FEWEST_WORDS)


def _order(caption: ArticleCaption) -> int:
    return int(caption.address.rpartition(" ")[2])


def _in_figures(root: Element) -> Iterator[ArticleCaption]:
    figures = (one for one in root.below() if one.name == "figure")
    for figure in islice(figures, _MOST_CAPTIONS):
        caption = next((one for one in _within(figure) if one.name == "figcaption"), None)
        image = next((one for one in _within(figure) if is_image(one)), None)
        if caption is not None:
            yield _caption(caption, figure, image, "figure")
        elif image is not None and not any(_names_caption(one) for one in _within(figure)):
            yield from _told_by_alt(figure, image)


def _told_by_alt(figure: Element, image: Element) -> Iterator[ArticleCaption]:
    """A figure with a credit and no caption: the alternative text is what says what it shows."""
    credits = [one for one in _credits_in(figure) if _CREDIT_ONLY.search(one.marks)]
    credit = credit_text(" ".join(one.text() for one in credits))
    alt = " ".join(image.attributes.get("alt", "").split())
    if alt and credit and not credit.startswith("@"):
        yield _split(alt, credit, "", address_of(image), f"alt {image.order}")


def _in_marked_elements(root: Element) -> Iterator[ArticleCaption]:
    """Elements that the page calls captions, the innermost of them, outside of figcaption."""
    marked = (one for one in root.below() if _names_caption(one))
    for element in islice(marked, _MOST_CAPTIONS):
        if not _within_caption(element) and not _holds_caption(element):
            around, image = _around(element)
            yield _caption(element, around, image, "caption")


def _in_data(root: Element) -> Iterator[ArticleCaption]:
    for element in root.below():
        text = element.attributes.get("data-caption", "").strip()
        if text and "<" not in text:
            credits = (element.attributes.get(name, "").strip() for _, name in _DATA)
            credit = next(filter(None, credits), "")
            yield _split(text, credit, "", "", f"data-caption {element.order}")


def _in_alts(root: Element) -> Iterator[ArticleCaption]:
    """Alternative texts that are captions by themselves: signed by an agency, or a long sentence."""
    for image in root.below():
        if not is_image(image):
            continue
        alt = " ".join(image.attributes.get("alt", "").split())
        caption, credit = split_credit(alt, in_caption=False)
        if "<" not in alt and caption and (credit or (len(alt.split()) >= _ALT_WORDS and alt.endswith("."))):
            yield ArticleCaption(caption, credit, "", address_of(image), f"alt {image.order}")


def _caption(element: Element, around: Element, image: Element | None, kind: str) -> ArticleCaption:
    credits = _credits_in(element)
    text = element.text(frozenset([*credits, *_switches(element)]))
    text = _EMPTY_BRACKETS.sub("", text) if credits else text
    for label in (_NUMBER, _LABEL):
        text = text[found.end() :] if (found := label.match(text)) else text
    outside = [one for one in _credits_in(around) if one not in credits and not _inside(one, element)]
    credit = credit_text(" ".join(one.text() for one in (credits or outside[:1])))
    alt = " ".join(image.attributes.get("alt", "").split()) if image is not None else ""
    return _split(text, credit, alt, address_of(image) if image is not None else "", f"{kind} {element.order}")


def _split(text: str, credit: str, alt: str, url: str, address: str) -> ArticleCaption:
    caption, appended = split_credit(" ".join(text.split()), in_caption=True)
    return ArticleCaption(caption, credit or appended, "" if alt == caption else alt, url, address)


def _credits_in(element: Element) -> list[Element]:
    """The elements within that hold a credit and nothing else, the outermost of them."""
    found: list[Element] = []
    for one in _within(element):
        marked = one.name == "cite" or (_CREDIT.search(one.marks) and not _CAPTION.search(_own_part(one)))
        if marked and not any(_inside(one, outer) for outer in found) and one.text():
            found.append(one)
    return found


def _own_part(element: Element) -> str:
    """The marks without those that name the block before "__" or "--": a "caption__credit" is no caption."""
    return " ".join(mark.rpartition("__")[2] for mark in element.marks.split())


def _switches(element: Element) -> list[Element]:
    """The links in a caption that only unfold or close it."""
    return [one for one in _within(element) if one.name == "a" and _SWITCH.fullmatch(one.text())]


def _names_caption(element: Element) -> bool:
    marks = element.marks
    return bool(_CAPTION.search(marks)) and not _NO_CAPTION.search(marks) and element.name not in _NO_CAPTIONS


def _within_caption(element: Element) -> bool:
    above = element.parent
    while above is not None:
        if above.name in {"figcaption", "figure"}:
            return above.name == "figcaption" or any(one.name == "figcaption" for one in _within(above))
        above = above.parent
    return False


def _holds_caption(element: Element) -> bool:
    """Whether another caption stands within, that is not merely this one's credit."""
    return any(
        one.name in {"figure", "figcaption"} or (_names_caption(one) and not _CREDIT_ONLY.search(_own_part(one)))
        for one in _within(element)
    )


def _around(element: Element) -> tuple[Element, Element | None]:
    """The smallest element above a caption that holds a picture too, and that picture; else the caption alone."""
    above = element.parent
    for _ in range(_CLIMB):
        if above is None or above.name in {"body", "html", ""}:
            break
        images = [one for one in _within(above) if is_image(one)]
        if images:
            before = [one for one in images if one.order < element.order]
            return (above if len(images) == 1 else element), (before or images)[-1 if before else 0]
        above = above.parent
    return element, None


def _inside(element: Element, outer: Element) -> bool:
    above: Element | None = element
    while above is not None and above.order >= outer.order:
        if above is outer:
            return True
        above = above.parent
    return False
