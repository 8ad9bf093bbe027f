"""A caption as an article carries it; and captions told twice, counted once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

_SHORTEST = 24
"""Below so many letters two captions that begin alike need not be the same ("Photo", "The mayor")."""
_LONGEST_CREDIT = 120
_LONGEST_AGENCY = 30
"""What the page's JSON-LD says beyond the visible caption is kept apart unless it is so short."""


@dataclass(frozen=True, slots=True)
class ArticleCaption:
    """What an article says about one of its photos; "" where it does not.

    `caption` is without a credit that was appended to it, which stands in `credit`; `alt` is the text that stands in
    for the picture, where it differs from the caption. `address` says where in the document it was found. `others` are
    further URLs of the same picture: renditions in other sizes.
    """

    caption: str
    credit: str = ""
    alt: str = ""
    image_url: str = ""
    address: str = ""
    others: tuple[str, ...] = ()

    @property
    def urls(self) -> tuple[str, ...]:
        """Every URL of the picture, the largest rendition first."""
        return (self.image_url, *self.others) if self.image_url else ()


def says_the_same(caption: ArticleCaption, text: str) -> bool:
    """Whether a text without its credit says no more than a caption does."""
    return _folded(text) in _folded(caption.caption + caption.credit)


def distinct(captions: Iterable[ArticleCaption]) -> tuple[ArticleCaption, ...]:
    """The captions in their order, each once.

    Of a caption told twice, the telling with a credit counts, else the longer one; what the other knew beside it (an
    address of the image, an alternative text) is kept.
    """
    kept: list[ArticleCaption] = []
    places: dict[str, list[int]] = {}
    for caption in captions:
        places_alike = places.setdefault(_folded(caption.caption)[:_SHORTEST], [])
        same = next((place for place in places_alike if _same(kept[place], caption)), None)
        if same is None:
            places_alike.append(len(kept))
            kept.append(caption)
        else:
            kept[same] = _merged(kept[same], caption)
    return tuple(kept)


def _same(one: ArticleCaption, other: ArticleCaption) -> bool:
    if one.credit and other.credit and not _begins_alike(one.credit, other.credit):
        return False
    if one.image_url and other.image_url and one.image_url != other.image_url and not (one.caption and other.caption):
        return False
    short, long = sorted((_folded(one.caption), _folded(other.caption)), key=len)
    seen_by_both = one.address.startswith("JSON-LD") == other.address.startswith("JSON-LD")
    longest = _LONGEST_CREDIT if seen_by_both else _LONGEST_AGENCY
    return short == long or (len(short) >= _SHORTEST and long.startswith(short) and len(long) - len(short) < longest)


def _begins_alike(one: str, other: str) -> bool:
    short, long = sorted((_folded(one), _folded(other)), key=len)
    return short in long


def _merged(one: ArticleCaption, other: ArticleCaption) -> ArticleCaption:
    better, worse = (
        (other, one)
        if (bool(other.credit), len(other.caption)) > (bool(one.credit), len(one.caption))
        else (one, other)
    )
    return replace(
        better,
        alt=better.alt or worse.alt,
        image_url=better.image_url or worse.image_url,
        others=_urls(better, worse),
        address=one.address,
    )


def _urls(better: ArticleCaption, worse: ArticleCaption) -> tuple[str, ...]:
    """The URLs that both know, without the first, which stands apart."""
    return tuple(dict.fromkeys((*better.urls, *worse.urls)))[1:]


def _folded(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())
