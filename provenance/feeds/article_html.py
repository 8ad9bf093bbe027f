"""The captions in an article's web page: in figures, in elements that the page calls captions, in words beside
pictures, in attributes, in JSON, in alternative texts.

The elements are told by their names, by the words in their marks (`article_marks.py`) and by where they stand; no site
is treated apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from provenance.feeds.article_attributes import data_captions
from provenance.feeds.article_blocks import block_captions
from provenance.feeds.article_caption import ArticleCaption, distinct
from provenance.feeds.article_credit import credit_text, is_credit, split_credit
from provenance.feeds.article_image import address_of, alternative_text, is_image
from provenance.feeds.article_json import headlines, json_captions
from provenance.feeds.article_marks import in_surroundings, names_caption, names_only_credit, on_a_card
from provenance.feeds.article_parts import caption_of, credits_in, folded, within
from provenance.feeds.article_places import around as surroundings_of
from provenance.feeds.article_places import figure_of, holds_caption, holds_own_caption, within_caption
from provenance.feeds.article_state import state_captions
from provenance.feeds.html_tree import Element

_NOTHING = re.compile(
    r"(?:advertisement|anzeige|werbung|publicit[eé]|reklama?|share|play|video|gallery|photos?|images?|loading|caption"
    r"|read more|show more|enlarge(?: this)?(?: image)?|view (?:image|gallery|photos?)|open image.{0,30}|zoom"
    r"|close)[.:…]*",
    re.IGNORECASE,
)
_LONGEST = 6000
"""Characters beyond which it is an article that somebody calls a caption."""
_ALT_WORDS = 12
_FEWEST_WORDS = 4
_FEWEST_ALT_WORDS = 3
_MOST_CAPTIONS = 2000


def html_captions(root: Element) -> tuple[ArticleCaption, ...]:
    """The captions of a page, in its order, each once; what only its JSON says comes last.

    Alternative texts are kept beside their caption. By themselves they count where an agency signed them, or where the
    page has no other captions: pages describe many pictures in them that are not the article's.
    """
    marked = [*_in_figures(root), *_in_marked_elements(root), *data_captions(root)]
    pictured = {url for one in marked for url in one.urls}
    marked += [one for one in block_captions(root) if not pictured & set(one.urls)]
    visible = sorted((one for one in marked if _is_caption(one)), key=_order)
    shown = {url for one in visible for url in one.urls}
    alts = [one for one in _in_alts(root) if one.image_url not in shown]
    signed = [one for one in alts if one.credit]
    titles = {folded(title) for title in headlines(root)}
    in_json = [one for one in json_captions(root) if folded(one.caption) not in titles]
    told = distinct([*visible, *in_json, *signed])
    return told or distinct([*state_captions(root), *alts])


def _is_caption(caption: ArticleCaption) -> bool:
    """Whether there are words in it; without a picture nearby one or two are the label of a button."""
    words = caption.caption
    if (
        not words
        or len(words) > _LONGEST
        or "{{" in words
        or _NOTHING.fullmatch(words)
        or not any(map(str.isalpha, words))
    ):
        return False
    return bool(caption.image_url) or len(words.split()) >= _FEWEST_WORDS


def _order(caption: ArticleCaption) -> int:
    return int(caption.address.rpartition(" ")[2])


def _in_figures(root: Element) -> Iterator[ArticleCaption]:
    figures = (one for one in root.below() if one.name == "figure")
    for figure in islice(figures, _MOST_CAPTIONS):
        group = any(one.name == "figure" for one in within(figure))
        if not in_surroundings(figure) and (not group or any(holds_own_caption(figure))):
            yield from _of_figure(figure)


def _of_figure(figure: Element) -> Iterator[ArticleCaption]:
    caption = next((one for one in within(figure) if one.name == "figcaption" and figure_of(one) is figure), None)
    image = next((one for one in within(figure) if is_image(one)), None)
    if caption is not None:
        told = caption_of(caption, figure, image, "figure")
        if told.caption and not _is_card(caption, figure, image) and not is_credit(told.caption):
            yield told
            return
        if told.credit or is_credit(told.caption):
            yield from _told_by_alt(figure, image, told.credit or credit_text(told.caption))
    elif image is not None and not any(names_caption(one) for one in within(figure)):
        credits = [one for one in credits_in(figure) if names_only_credit(one) or one.name == "cite"]
        yield from _told_by_alt(figure, image, credit_text(" ".join(one.text() for one in credits)))


def _is_card(caption: Element, around: Element, image: Element | None) -> bool:
    """Whether a caption is the headline of another story: its words are a link to it, on what is called a card."""
    links = [one for one in within(caption) if one.name == "a" and one.attributes.get("href")]
    linked = sum(len(one.text()) for one in links)
    whole = len(caption.text())
    headed = any(one.name in {"h1", "h2", "h3", "h4"} for one in within(caption))
    return whole > 0 and linked > whole * 0.8 and (headed or image is None or on_a_card(around))


def _told_by_alt(figure: Element, image: Element | None, credit: str) -> Iterator[ArticleCaption]:
    """A figure with a credit and no caption: the alternative text is what says what it shows."""
    alt = alternative_text(image) if image is not None else ""
    told = len(alt.split()) >= _FEWEST_ALT_WORDS and credit and not credit.startswith("@")
    if image is not None and told:
        caption, appended = split_credit(alt, in_caption=True)
        yield caption_of(image, figure, image, "alt", text=caption, credit=credit or appended)


def _in_marked_elements(root: Element) -> Iterator[ArticleCaption]:
    """Elements that the page calls captions, the innermost of them, outside of figcaption."""
    marked = (one for one in root.below() if names_caption(one) or (one.name == "figcaption" and not figure_of(one)))
    for element in islice(marked, _MOST_CAPTIONS):
        if within_caption(element) or holds_caption(element) or in_surroundings(element):
            continue
        around, image = surroundings_of(element)
        told = caption_of(element, around, image, "caption")
        if not _is_card(element, around, image) and not is_credit(told.caption):
            yield told


def _in_alts(root: Element) -> Iterator[ArticleCaption]:
    """Alternative texts that are captions by themselves: signed by an agency, or a long sentence."""
    for image in root.below():
        if not is_image(image) or in_surroundings(image):
            continue
        alt = alternative_text(image)
        caption, credit = split_credit(alt, in_caption=False)
        if "<" not in alt and caption and (credit or (len(alt.split()) >= _ALT_WORDS and alt.endswith("."))):
            yield ArticleCaption(caption, credit, "", address_of(image), f"alt {image.order}")
