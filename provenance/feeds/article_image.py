"""The images of a page: which address stands for the photo, and what its alternative text is."""

from __future__ import annotations

from provenance.feeds.html_tree import Element

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-raw-src", "data-full-src", "src")
_SETS = ("data-srcset", "srcset", "data-lazy-srcset")
_IMAGES = frozenset({"img", "amp-img"})


def is_image(element: Element) -> bool:
    """Whether an element shows a picture that may be a photo: a drawing in SVG is none."""
    return element.name in _IMAGES and not address_of(element).partition("?")[0].lower().endswith(".svg")


def address_of(image: Element) -> str:
    """The address of the largest rendition that is named; pages put a placeholder into `src` until they are seen."""
    for name in _SETS:
        largest = _largest(image.attributes.get(name, ""))
        if largest:
            return largest
    addresses = (image.attributes.get(name, "").strip() for name in _SOURCES)
    return next((one for one in addresses if one and not one.startswith("data:")), "")


def _largest(candidates: str) -> str:
    """The address with the greatest width or density in a srcset (https://html.spec.whatwg.org, 4.8.4)."""
    best, most = "", -1.0
    for candidate in candidates.split(", "):
        address, _, size = candidate.strip().rstrip(",").partition(" ")
        number = size.strip()[:-1].replace(".", "", 1)
        value = float(size.strip()[:-1]) if number.isascii() and number.isdigit() and len(number) < 9 else 0.0
        if address and not address.startswith("data:") and value > most:
            best, most = address, value
    return best
