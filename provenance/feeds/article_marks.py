"""What the makers of pages call things: captions, credits, pictures, and what is no part of an article.

The words stand in class, id and itemprop, in the languages that newsrooms write them in. No site is treated apart.
"""

from __future__ import annotations

import re
from itertools import islice

from provenance.feeds.html_tree import Element

_PICTURE_WORD = r"(?:photo|image|img|picture|pic|media|foto|bild|figure|fig|gallery|slide|thumb|thum)"
_CAPTION = re.compile(
    r"caption|captain|cutline|legend(?!ary)|bildunterschrift|bildtext|bildtitel|bildbeschreibung|onderschrift|bijschrift"
    r"|didascalia|pie-?(?:de-?)?foto|epigrafe|podpis|alt-?yazi|l[eé]gende"
    rf"|(?<![a-z]){_PICTURE_WORD}(?:s|_figure)?(?:__|--?|_)?(?:desc(?:ription|r)?|text|txt)(?![a-z])",
    re.IGNORECASE,
)
_NO_CAPTION = re.compile(
    r"closed-?caption|captions?-(?:toggle|button|settings|icon)|(?:toggle|hide|show|close|open)-?captions?|recaptcha"
    r"|has-(?:\w{1,20}-)?caption|no-caption|without-caption|caption-(?:off|on)\b|text-?over|video-?js|vjs-",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"credit|kredit|copyright|attribution|photographer|photog\b|fotograf|byline|source|agency|distributor|rights|author"
    r"|autor|auteur|creator|nachweis|urheber|quelle|fuente|fonte|zrodlo|kaynak|\bbron\b",
    re.IGNORECASE,
)
_CREDIT_ONLY = re.compile(r"credit|kredit|copyright|attribution|photographer|fotograf|nachweis|urheber", re.IGNORECASE)
_BOTH = re.compile(r"and|with|wrap|container|group|box|holder", re.IGNORECASE)
_PICTURE = re.compile(rf"(?<![a-z]){_PICTURE_WORD}|(?:image|photo|picture|foto)s?(?![a-z])", re.IGNORECASE)
_CHROME = re.compile(
    r"(?:related|recommend(?:ed|ations?)|trending|most-?(?:read|popular|viewed|shared)|popular|newsletter|adverts?"
    r"|advertisements?|advertising|ad-?(?:slot|unit|container|wrapper)|sponsor(?:ed)?|outbrain|taboola|comments?|sidebar"
    r"|breadcrumbs?|(?:site|page|global)-?(?:header|footer|nav)|footer|masthead|nav(?:bar|igation)?|menu|logo|avatar"
    r"|more-?(?:from|stories|news|on|articles)|read-?(?:next|also)|up-?next|cookie|subscribe|gravatar"
    r"|author-?(?:bio|box|card|info|profile|image|photo|avatar)|user-?(?:image|photo|avatar|pic)|social|share)"
    r"(?:$|[-_])",
    re.IGNORECASE,
)
_CARD = re.compile(r"teaser|promo|card|tile|(?:^|[-_])(?:item|entry-link|story-link|headline-list)", re.IGNORECASE)
_PAGE = frozenset({"", "html", "body", "main"})
_PARAGRAPHS = 3
"""An `article` with so many paragraphs is a story; with fewer it may be the card of another one."""
_SURROUNDINGS = frozenset({"nav", "footer"})
_HIGHEST = 12
"""How far above it may stand what makes an element a part of the page's surroundings."""
_NO_CAPTIONS = frozenset({"a", "body", "button", "form", "img", "input", "picture", "source", "track", "video"})


def names_caption(element: Element) -> bool:
    """Whether an element is called a caption."""
    marks = element.marks
    if not marks or element.name in _NO_CAPTIONS or not _CAPTION.search(marks):
        return False
    return not _NO_CAPTION.search(marks)


def switches_caption(element: Element) -> bool:
    """Whether an element is called something that shows or hides a caption."""
    return bool(element.marks) and _NO_CAPTION.search(element.marks) is not None


def names_credit(element: Element) -> bool:
    """Whether an element is called a credit, and no caption: of "caption-credit" the end counts."""
    return element.name == "cite" or any(map(_is_credit_mark, element.marks.split()))


def _is_credit_mark(mark: str) -> bool:
    own = mark.rpartition("__")[2] if _CREDIT.search(mark.rpartition("__")[2]) else mark
    credits = [found.end() for found in _CREDIT.finditer(own)]
    captions = [found.end() for found in _CAPTION.finditer(own)]
    return bool(credits) and not (captions and (captions[-1] > credits[-1] or _BOTH.search(own)))


def names_only_credit(element: Element) -> bool:
    """Whether an element is called a credit in words that mean nothing else."""
    return _CREDIT_ONLY.search(own_marks(element)) is not None


def names_picture(element: Element) -> bool:
    """Whether an element is called something with a picture in it."""
    return _PICTURE.search(element.marks) is not None


def own_marks(element: Element) -> str:
    """The marks without those that name the block before "__": a "caption__credit" is no caption."""
    return " ".join(mark.rpartition("__")[2] for mark in element.marks.split())


def in_surroundings(element: Element) -> bool:
    """Whether an element belongs to what stands around an article: navigation, advertisements, other stories."""
    above: Element | None = element
    for _ in range(_HIGHEST):
        if above is None or _is_page(above):
            return False
        if above.name in _SURROUNDINGS and not _within_figure(above):
            return True
        if any(_CHROME.match(mark) for mark in above.marks.split()):
            return True
        above = above.parent
    return False


def on_a_card(element: Element) -> bool:
    """Whether an element belongs to what leads to another story: a part that is called a teaser or a card."""
    above: Element | None = element
    for _ in range(_HIGHEST):
        if above is None or _is_page(above):
            return False
        if _CARD.search(above.marks):
            return True
        above = above.parent
    return False


def _is_page(element: Element) -> bool:
    if element.name != "article":
        return element.name in _PAGE
    paragraphs = (one for one in islice(element.below(), 300) if one.name == "p" and len(one.text()) > 40)
    return len(list(islice(paragraphs, _PARAGRAPHS))) == _PARAGRAPHS


def _within_figure(element: Element) -> bool:
    """Whether a footer is that of a figure, where credits stand."""
    above = element.parent
    while above is not None and above.name not in _PAGE:
        if above.name in {"figure", "figcaption"}:
            return True
        above = above.parent
    return False
