"""The images of a page: which addresses stand for the photo, and what its alternative text is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from provenance.feeds.html_tree import Element

_SOURCES = (
    "data-src",
    "data-original",
    "data-orig-file",
    "data-large-file",
    "data-full-src",
    "data-raw-src",
    "data-hi-res-src",
    "data-lazy-src",
    "data-lazy",
    "data-image",
    "data-image-src",
    "data-url",
    "data-img-url",
    "data-zoom-image",
    "src",
)
_SETS = ("data-srcset", "srcset", "data-lazy-srcset", "data-sizes-srcset")
_IMAGES = frozenset({"img", "amp-img"})
_PHOTO = re.compile(r"\.(?:jpe?g|png|webp|gif|tiff?|avif|heic)(?:$|[?#])", re.IGNORECASE)
_MOST = 12
_MOST_CANDIDATES = 60


def is_image(element: Element) -> bool:
    """Whether an element shows a picture that may be a photo: a drawing in SVG is none."""
    return element.name in _IMAGES and not address_of(element).partition("?")[0].lower().endswith(".svg")


def address_of(image: Element) -> str:
    """The address of the largest rendition that is named; pages put a placeholder into `src` until they are seen."""
    return next(_addresses(image), "")


def addresses_of(image: Element) -> tuple[str, ...]:
    """Every address of an image, the largest rendition first, with those of its `picture` and of a link around it."""
    found = list(_addresses(image))
    picture = image.parent
    if picture is not None and picture.name == "picture":
        for source in islice((one for one in picture.content if isinstance(one, Element)), _MOST_CANDIDATES):
            found.extend(_in_sets(source))
    around = picture.parent if picture is not None and picture.name == "picture" else picture
    if around is not None and around.name == "a" and _PHOTO.search(around.attributes.get("href", "")):
        found.append(around.attributes["href"].strip())
    return tuple(dict.fromkeys(found))[:_MOST]


def links_to_photo(link: Element) -> bool:
    """Whether a link leads to a photo or to nowhere, and not to another page."""
    target = link.attributes.get("href", "").strip()
    return not target or target.startswith(("#", "javascript:")) or bool(_PHOTO.search(target))


def alternative_text(image: Element) -> str:
    """The text that stands in for a picture: its `alt`, else its label, else its title."""
    texts = (" ".join(image.attributes.get(name, "").split()) for name in ("alt", "aria-label", "title"))
    return next((text for text in texts if text), "")


def _addresses(image: Element) -> Iterator[str]:
    yield from _in_sets(image)
    for name in _SOURCES:
        address = image.attributes.get(name, "").strip()
        if _is_address(address):
            yield address


def _in_sets(element: Element) -> Iterator[str]:
    for name in _SETS:
        if name in element.attributes:
            yield from _by_size(element.attributes[name])


def _by_size(candidates: str) -> list[str]:
    """The addresses of a srcset, the one with the greatest width or density first (https://html.spec.whatwg.org,
    4.8.4)."""
    found: list[tuple[float, str]] = []
    for candidate in re.split(r",\s", candidates)[:_MOST_CANDIDATES]:
        address, _, size = candidate.strip().rstrip(",").partition(" ")
        number = size.strip()[:-1]
        if _is_address(address):
            plain = number.replace(".", "", 1)
            found.append((float(number) if plain.isascii() and plain.isdigit() and len(plain) < 9 else 0.0, address))
    return [address for _, address in sorted(found, key=lambda one: -one[0])]


def _is_address(text: str) -> bool:
    return bool(text) and not text.startswith(("data:", "{", "[", "about:", "blob:")) and "{{" not in text
