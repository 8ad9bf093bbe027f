"""One photo as a wire document tells of it, whatever its format, and the reference that it makes.

A place that the supplier's desk tagged an item with is no claim about the picture: desks tag where they sit, where the
story was filed, and what a program found in the text. It is kept as the dateline, and the caption speaks for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from provenance.feeds.dates import read_date
from provenance.feeds.reference import Reference
from provenance.model.appearance import Standing, Statement, Waits
from provenance.model.limits import LIMITS
from provenance.model.photo import Problem
from provenance.model.times import Dated, TimeKind, Voucher

_MOST_NAMES, _MOST_IDS, _MOST_URLS = 24, 8, 12
_SHORTEST_ID = 6
_LONGEST_SIGN = 1024
"""A longer name, id or URL is none."""
_PICTURE = re.compile(r"\.(?:jpe?g|jpe|jfif|png|webp|gif|tiff?|avif|heic|heif)$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s/]{1,255}", re.IGNORECASE)
_FOREIGN = re.compile(r"(?!file:)[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)
_INDENTED = re.compile(r"[ \t\r\f\v]*\n\s*")
_BY = re.compile(r"(?:photo(?:graph)?\s+)?by:?\s+", re.IGNORECASE)
LONGEST_CAPTION = LIMITS.read.text_characters
GONE = frozenset({"canceled", "cancelled", "withheld", "withdrawn", "killed", "revoked"})
"""Publishing states in which a supplier does not stand by an item any more."""


@dataclass(frozen=True, slots=True)
class Wire:
    """The references of a wire document, one for each photo, and what could not be used of it."""

    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The document: its name, who handed it over, and with which standing."""

    name: str
    source: str
    standing: Standing

    @property
    def voucher(self) -> Voucher:
        """What kind of document it is. What a sender offers is the sender's word, whatever its form."""
        return Voucher.SENDER if self.standing is Standing.OFFERED else Voucher.FEED


@dataclass(frozen=True, slots=True)
class WirePhoto:
    """What a document says about one photo. Texts are "" and lists empty where it does not say.

    `place` says where in the document it stands, `number` counts the items from 1. `times` are (kind, field, text);
    what is no date among them is passed over. `status` is the publishing state, `signals` what tells that the item was
    corrected or killed, `notes` the supplier's words to editors, `terms` those on its use.
    """

    number: int
    place: str
    guid: str = ""
    version: str = ""
    caption: str = ""
    headline: str = ""
    creator: str = ""
    credit: str = ""
    publisher: str = ""
    date: str = ""
    dateline: str = ""
    status: str = ""
    signals: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    times: tuple[tuple[TimeKind, str, str], ...] = ()
    derived_from: tuple[str, ...] = ()

    @property
    def gone(self) -> bool:
        """Whether its supplier does not stand by it any more."""
        return self.status in GONE

    def dated(self, voucher: Voucher) -> tuple[Dated, ...]:
        """Its times, each once."""
        spans = [(kind, field, text, read_date(text)) for kind, field, text in self.times]
        found = [Dated(kind, span, voucher, field, text) for kind, field, text, span in spans if span]
        return tuple(dict.fromkeys(found))


def reference(photo: WirePhoto, origin: Origin) -> Reference | Problem:
    """The reference that a photo makes; a problem where nothing tells which photo is meant, or nothing is said."""
    where = f"{origin.name}: {photo.place}"
    if photo.gone:
        hint = f"Put the notice on record: prov notice {origin.name}"
        return Problem("notice", f"{where} withdraws {photo.guid or 'a photo'}; its words are no caption.", hint)
    waits = waits_of(photo)
    if waits is None:
        return Problem("item-without-photo", f"{where} names no photo: it has neither an id nor a file.")
    if not any((photo.caption, photo.headline, photo.creator, photo.credit)):
        return Problem("item-without-words", f"{where} refers to a photo and says nothing about it.")
    said = Statement(
        source=origin.source,
        standing=origin.standing,
        voucher=origin.voucher,
        address=where,
        caption=photo.caption,
        headline=photo.headline,
        creator=photo.creator,
        credit=photo.credit,
        date=photo.date,
        publisher=photo.publisher,
        external_id=photo.guid,
        version=photo.version,
        times=photo.dated(origin.voucher),
        instructions="\n".join((*photo.notes, *photo.terms)),
        dateline=photo.dateline,
        derived_from=photo.derived_from,
    )
    return Reference(waits, said, photo.number)


def wire(photos: Iterable[WirePhoto], origin: Origin, problems: Sequence[Problem] = ()) -> Wire:
    """The references of all photos of a document, and its problems."""
    found: list[Reference] = []
    wrong: list[Problem] = list(problems)
    for photo in photos:
        result = reference(replace(photo, caption=photo.caption[:LONGEST_CAPTION]), origin)
        if isinstance(result, Problem):
            wrong.append(result)
            continue
        found.append(result)
        if len(photo.caption) > LONGEST_CAPTION:
            sentence = f"{origin.name}: the caption of {photo.place} is longer than any; its end was left out."
            wrong.append(Problem("caption-cut", sentence))
    return Wire(tuple(found), tuple(wrong))


def waits_of(photo: WirePhoto) -> Waits | None:
    """How a photo will be known: under every name, id and URL that its document gives it; None where it gives none."""
    names = _few(photo.names, _MOST_NAMES)
    ids = _few((*photo.ids, "" if _ADDRESS.match(photo.guid) else photo.guid), _MOST_IDS)
    urls = _few(photo.urls, _MOST_URLS)
    if not (names or ids or urls):
        return None
    return Waits(
        name=names[0] if names else "",
        supplier_id=ids[0] if ids else "",
        url=urls[0] if urls else "",
        others=urls[1:],
        other_names=names[1:],
        other_ids=ids[1:],
    )


def place_of_file(href: str) -> tuple[str, str]:
    """What an href says: a file name, or a URL; both "" for an address that no photo is found by.

    Some write "file:///./a.jpg" for a file beside the document, some with a space within.
    """
    href = href.strip()
    if _ADDRESS.match(href):
        return "", href
    if _FOREIGN.match(href) or href.startswith("#"):
        return "", ""
    path = re.sub(r"^file:/{0,3}", "", href, flags=re.IGNORECASE).partition("?")[0].replace("\\", "/")
    return path.rpartition("/")[2].strip(), ""


def is_picture_name(name: str) -> bool:
    """Whether a file name ends as pictures' names do."""
    return _PICTURE.search(name) is not None


def is_id(text: str) -> bool:
    """Whether an id is long enough to tell a photo from others: photographers count theirs in three digits."""
    return _SHORTEST_ID <= len(text) <= _LONGEST_SIGN and any(one.isdigit() for one in text)


def last_part(guid: str) -> str:
    """The supplier's own id at the end of a tag or URN: GM1E9341HD701 of tag:reuters.com,0000:newsml_GM1E9341HD701."""
    part = re.split(r"[:/_#]", guid.rstrip(":/_#"))[-1]
    plain = re.fullmatch(r"[\d.TZ-]{1,25}", part) is not None or is_picture_name(part)
    return part if part != guid and is_id(part) and not plain else ""


def tidy(text: str) -> str:
    """A text without the line breaks and indentation of its document."""
    return _INDENTED.sub(" ", text.replace("\0", "")).strip()


def without_by(text: str) -> str:
    """A byline without the word before the name."""
    found = _BY.match(text)
    return text[found.end() :] if found else text


def _few(texts: Iterable[str], most: int) -> tuple[str, ...]:
    clean = (re.sub(r"[\x00-\x1f]", " ", one).strip() for one in texts)
    return tuple(dict.fromkeys(one for one in clean if one and len(one) <= _LONGEST_SIGN))[:most]
