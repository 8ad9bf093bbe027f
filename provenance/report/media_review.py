"""Families as schema.org MediaReview, for desks that share what they found out without sharing pictures.

A category is given only where a finding justifies it, and a review is a draft until an editor has confirmed that
finding. https://schema.org/MediaReview, https://schema.org/MediaManipulationRatingEnumeration
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.model.audit import Audited, Copy, Listed, Listing, Saying
from provenance.model.family import Ruling
from provenance.model.findings import Severity
from provenance.model.matching import Relation
from provenance.report.escape import speakable
from provenance.report.testimony import source_words
from provenance.report.wording import plain_day

CONTEXT = "https://schema.org"
_OTHER_EVENT = frozenset({Listing.TWO_EVENTS, Listing.DRIFT})
_CHANGED = frozenset({Relation.ALTERED})

Object = dict[str, object]


def reviews(families: Iterable[Audited], author: str) -> Iterator[Object]:
    """A review for each family in which a finding justifies one. `author` is the desk that vouches, "" for nobody."""
    for family in families:
        made = _review(family, author)
        if made is not None:
            yield made


def category(one: Listed, family: Audited) -> str:
    """The value of MediaManipulationRatingEnumeration that a finding justifies; "" where it justifies none.

    An unaltered picture under another time or place is DecontextualizedContent, one in which something was removed,
    pasted or covered TransformedContent. A picture of which little is left is EditedOrCroppedContent. Who took it, and
    how it is spelt, are no matter of authenticity; a mirrored picture has no category of its own.
    """
    copy = _copy(one, family)
    changed = copy is not None and copy.match is not None and bool(_CHANGED & set(copy.match.relations))
    if one.listing in _OTHER_EVENT and one.finding.severity >= Severity.WARNING:
        cropped = any(other.listing is Listing.LOST_CONTEXT and other.photo == one.photo for other in family.listed)
        edited = "EditedOrCroppedContent" if cropped else "DecontextualizedContent"
        return "TransformedContent" if changed else edited
    return "EditedOrCroppedContent" if one.listing is Listing.LOST_CONTEXT else ""


def _review(family: Audited, author: str) -> Object | None:
    told = [(one, category(one, family)) for one in family.listed if not _dismissed(one)]
    justified = sorted((pair for pair in told if pair[1]), key=lambda pair: (not _confirmed(pair[0]), pair[0].rank))
    if not justified:
        return None
    leading, named = justified[0]
    same = [one for one, its in justified if its == named and _confirmed(one) == _confirmed(leading)]
    original = _original(leading, family)
    made: Object = {
        "@context": CONTEXT,
        "@type": "MediaReview",
        "identifier": family.id,
        "creativeWorkStatus": None if _confirmed(leading) else "Draft",
        "mediaAuthenticityCategory": named,
        "originalMediaContextDescription": _context(original, family),
        "itemReviewed": _items(same, family),
        "reviewBody": leading.finding.message,
        "author": {"@type": "Organization", "name": author} if author else None,
        "originalMediaLink": _link(original),
        "datePublished": leading.decision.at.date().isoformat() if leading.decision else None,
    }
    return {name: _clean(value) for name, value in made.items() if value is not None}


def _items(same: list[Listed], family: Audited) -> Object | list[Object]:
    """The pictures that the review is about, each once."""
    seen = {one.photo: one for one in reversed(same)}
    items = [_item(one, family) for one in same if seen[one.photo] is one]
    return items[0] if len(items) == 1 else items


def _item(one: Listed, family: Audited) -> Object:
    copy, said = _copy(one, family), _saying(one.saying, family)
    made: Object = {
        "@type": "ImageObject",
        "name": one.file,
        "sha256": one.photo,
        "width": _pixels(copy.width) if copy and copy.width else None,
        "height": _pixels(copy.height) if copy and copy.height else None,
        "contentUrl": _link(said),
        "caption": (said.statement.caption or said.statement.headline or None) if said else None,
        "creditText": (said.credit or said.statement.credit or None) if said else None,
    }
    return {name: _clean(value) for name, value in made.items() if value is not None}


def _pixels(number: int) -> Object:
    """A length in pixels, as UN/CEFACT abbreviates them."""
    return {"@type": "QuantitativeValue", "value": number, "unitCode": "E37"}


def _original(one: Listed, family: Audited) -> Saying | None:
    """What the finding was held against; else the strongest of what is on record."""
    return _saying(one.against, family) or next((said for said in family.sayings if said.judged), None)


def _context(original: Saying | None, family: Audited) -> str:
    if original is None:
        return f"The fullest copy held is {family.best.file}; nothing is on record about it."
    statement = original.statement
    said = (plain_day(original.date), original.place, original.credit)
    facts = "; ".join(words for words in said if words)
    caption = statement.caption or statement.headline
    told = " ".join(part for part in (f"“{caption}”" if caption else "", f"({facts})" if facts else "") if part)
    return f"{source_words(statement)}: {told or 'no caption'}"


def _link(said: Saying | None) -> str | None:
    """The address that a statement gives, where it is one of the web."""
    url = said.statement.url if said else ""
    return url if url.lower().startswith(("https://", "http://")) else None


def _copy(one: Listed, family: Audited) -> Copy | None:
    return next((copy for copy in family.copies if copy.photo == one.photo), None)


def _saying(number: int | None, family: Audited) -> Saying | None:
    return next((said for said in family.sayings if said.number == number), None)


def _confirmed(one: Listed) -> bool:
    return one.decision is not None and one.decision.ruling is Ruling.CONFIRM


def _dismissed(one: Listed) -> bool:
    return one.decision is not None and one.decision.ruling is Ruling.DISMISS


def _clean(value: object) -> object:
    return speakable(value) if isinstance(value, str) else value
