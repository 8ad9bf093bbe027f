"""Appearances: one time a photo was seen, where, when, with which caption and credit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from provenance.model.checks import instances, require
from provenance.model.times import Dated, TimeKind, Voucher


class Standing(StrEnum):
    """Who vouches for an appearance, from the strongest to the weakest."""

    RECORD = "record"
    PUBLISHED = "published"
    IN_FILE = "in-file"
    OFFERED = "offered"


@dataclass(frozen=True, slots=True)
class Waits:
    """How the photo of an appearance will be known when it arrives: by file name, supplier's id, URL or SHA-256.

    `others` are further URLs of the same photo, as its renditions in other sizes have them; `other_names` and
    `other_ids` are further file names and ids of it.
    """

    name: str = ""
    supplier_id: str = ""
    url: str = ""
    sha256: str = ""
    others: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    other_ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require(
            bool(self.name or self.supplier_id or self.url or self.sha256),
            "an appearance waits for something",
        )
        require(bool(self.url) or not self.others, "the first URL comes before the others")
        require(bool(self.name) or not self.other_names, "the first name comes before the others")
        require(bool(self.supplier_id) or not self.other_ids, "the first id comes before the others")

    @property
    def urls(self) -> tuple[str, ...]:
        """Every URL of the photo."""
        return (self.url, *self.others) if self.url else ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every stated file name of the photo."""
        return (self.name, *self.other_names) if self.name else ()

    @property
    def supplier_ids(self) -> tuple[str, ...]:
        """Every id under which its supplier knows the photo."""
        return (self.supplier_id, *self.other_ids) if self.supplier_id else ()

    @property
    def likely_names(self) -> tuple[str, ...]:
        """File names that the photo may have, told from its URLs; weaker than a name that was stated."""
        if not self.url:
            return ()
        from provenance.model.addresses import likely_names  # what reads URLs is not loaded for those that have none

        return tuple(dict.fromkeys(name for url in self.urls for name in likely_names(url)))


@dataclass(frozen=True, slots=True)
class Statement:
    """What one document says about a photo, before anyone knows whether it is new.

    `source` is who handed it to us, `voucher` what kind of document says it and `address` where in that document
    ("IPTC-IIM", "captions.csv row 12"). `external_id` and `version` are the source's own; with `source` they are the
    key under which a newer version supersedes an older one. Texts are kept as they stood; "" means not stated.
    `instructions` are the supplier's notes to editors and terms of use, `dateline` the place that its desk tagged the
    item with (often where the desk sits, so that it is no claim about the picture), `derived_from` the ids of the items
    that this one was made from.
    """

    source: str
    standing: Standing
    voucher: Voucher
    address: str
    caption: str = ""
    headline: str = ""
    creator: str = ""
    credit: str = ""
    date: str = ""
    place: str = ""
    publisher: str = ""
    url: str = ""
    external_id: str = ""
    version: str = ""
    times: tuple[Dated, ...] = ()
    instructions: str = ""
    dateline: str = ""
    derived_from: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require(bool(self.source) and bool(self.address), "a statement has a source and an address")
        instances(self.times, Dated, "times")

    @property
    def says_something(self) -> bool:
        """Whether it holds anything that a person would read."""
        texts = (
            self.caption,
            self.headline,
            self.creator,
            self.credit,
            self.date,
            self.place,
            self.publisher,
            self.url,
        )
        return any(texts) or bool(self.times)

    def time(self, kind: TimeKind) -> Dated | None:
        """The earliest time of a kind that it states."""
        dated = [one for one in self.times if one.kind is kind]
        return min(dated, key=lambda one: one.span.nominal) if dated else None


@dataclass(frozen=True, slots=True)
class Appearance:
    """A statement that the archive keeps, when it was recorded, and whether a newer version has superseded it."""

    statement: Statement
    recorded: datetime
    superseded: bool = False
    waits: Waits | None = None

    def __post_init__(self) -> None:
        require(self.recorded.utcoffset() == timedelta(0), "the archive's clock is UTC")

    @property
    def judged(self) -> bool:
        """Whether claims are held against it: current, and not merely offered by a sender."""
        return not self.superseded and self.statement.standing is not Standing.OFFERED
