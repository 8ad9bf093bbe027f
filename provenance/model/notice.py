"""Notices: a supplier takes a photo back, or corrects what it said about it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from provenance.model.addresses import telling, unique
from provenance.model.checks import instances, require
from provenance.model.photo import PhotoId
from provenance.model.times import Dated, Voucher

_DAY = re.compile(r"(?:19|20)\d{2}[01]\d[0-3]\d")
_LEAST_CHARACTERS, _LEAST_DIGITS = 8, 3


def tells(kind: str, text: str) -> bool:
    """Whether a sign ("name", "id", "url", ...) is so particular that no other photo has it by chance.

    Photographers count their pictures for themselves (NYOL502), cameras theirs (IMG_0001.JPG).
    """
    if kind == "name":
        return telling(text)
    if kind != "id":
        return True
    digits = sum(one.isdigit() for one in text)
    long = len(text) >= _LEAST_CHARACTERS and digits >= _LEAST_DIGITS and not _DAY.fullmatch(text)
    return long or unique(text) or (text.startswith(("tag:", "urn:")) and digits > 0)


class NoticeKind(StrEnum):
    """What a notice asks for, the gravest first."""

    KILL = "kill"
    """The photo must not be used, and goes from every page and archive."""
    WITHDRAWAL = "withdrawal"
    """The supplier does not stand by the photo any more."""
    CORRECTION = "correction"
    """What was said about the photo was wrong."""
    ADVISORY = "advisory"
    """Editors are to know something before they use it."""

    @property
    def grave(self) -> bool:
        """Whether the photo must not be used."""
        return self in {NoticeKind.KILL, NoticeKind.WITHDRAWAL}


class Way(StrEnum):
    """How it is known that a notice is about a photo."""

    NAMED = "named"
    """The notice names it: by id, file name or URL."""
    POINTED = "pointed-out"
    """A person said so."""
    LIKENESS = "likeness"
    """It is the same photo as one that the notice is about."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a supplier says about photos that it delivered. Texts are "" where it does not say.

    `text` is the notice as it stands. `names`, `ids` and `urls` are the photos' as it gives them; none where it names
    no photo. `corrected` is the caption as it shall read, `wrong` the words that it takes back. `voucher` says what
    kind of document it is, `issued` when it was, `address` where in which document it stands.
    """

    kind: NoticeKind
    text: str
    source: str
    address: str
    voucher: Voucher
    publisher: str = ""
    headline: str = ""
    issued: Dated | None = None
    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    corrected: str = ""
    wrong: tuple[str, ...] = ()
    external_id: str = ""
    version: str = ""

    def __post_init__(self) -> None:
        require(bool(self.text), "a notice says something")
        require(bool(self.source) and bool(self.address), "a notice has a source and an address")
        for group in (self.names, self.ids, self.urls, self.wrong):
            instances(group, str, "what a notice names")
        require(all((*self.names, *self.ids, *self.urls, *self.wrong)), "what a notice names is not empty")

    @property
    def digest(self) -> str:
        """SHA-256 of what it says, 64 hexadecimal digits: the same for the same notice, however it came."""
        content = (self.kind, self.publisher, self.headline, self.text, self.corrected, self.external_id, self.version)
        named = (sorted(self.names), sorted(self.ids), sorted(self.urls), sorted(self.wrong))
        return hashlib.sha256(json.dumps([*content, *named]).encode()).hexdigest()

    @property
    def id(self) -> str:
        """`N-` and ten digits of that."""
        return f"N-{self.digest[:10]}"

    @property
    def names_photos(self) -> bool:
        """Whether it says which photos it is about."""
        return bool(self.names or self.ids or self.urls)


@dataclass(frozen=True, slots=True)
class KeptNotice:
    """A notice on record, when the archive recorded it, and the photos held that it is known to be about."""

    notice: Notice
    recorded: datetime
    photos: tuple[tuple[PhotoId, Way], ...] = ()

    def __post_init__(self) -> None:
        require(self.recorded.utcoffset() == timedelta(0), "the archive's clock is UTC")


@dataclass(frozen=True, slots=True)
class Signs:
    """Everything by which a notice may name one photo: its digests, its files' names, its ids, its URLs."""

    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    photo: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Noticed:
    """A notice that concerns the photo in question, and how.

    `photo` is the photo of the archive through which it does, None where the notice names the photo in question itself.
    """

    kept: KeptNotice
    way: Way
    photo: PhotoId | None = None

    @property
    def notice(self) -> Notice:
        """What it says."""
        return self.kept.notice
