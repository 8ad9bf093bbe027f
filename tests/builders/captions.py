"""Statements, vocabulary and claims for tests. All names of persons are invented."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cache
from importlib import resources

from provenance.captions.reading import read
from provenance.captions.vocabulary import Vocabulary
from provenance.model.appearance import Standing, Statement
from provenance.model.claims import Claims
from provenance.model.limits import ReadLimits
from provenance.model.times import Dated, Span, TimeKind, Voucher


@cache
def a_vocabulary() -> Vocabulary:
    """The vocabulary of the package's own data."""
    data = resources.files("provenance").joinpath("data")
    agencies, countries = (json.loads(data.joinpath(name).read_bytes()) for name in ("agencies.json", "countries.json"))
    return Vocabulary.from_documents(agencies, countries)


def a_statement(caption: str = "", *, published: date | datetime | None = None, **fields: str) -> Statement:
    """What a sender says about a photo; `published` is the day or the instant of publication."""
    return Statement(
        source=fields.pop("source", "mail"),
        standing=Standing.OFFERED,
        voucher=Voucher.SENDER,
        address=fields.pop("address", "captions.csv row 2"),
        caption=caption,
        times=(_published(published),) if published else (),
        **fields,
    )


def claims_of(
    caption: str = "",
    *,
    published: date | datetime | None = None,
    limits: ReadLimits | None = None,
    **fields: str,
) -> Claims:
    """What is read from such a statement."""
    return read(a_statement(caption, published=published, **fields), a_vocabulary(), limits or ReadLimits())


def _published(moment: date | datetime) -> Dated:
    span = Span.of_instant(moment) if isinstance(moment, datetime) else Span.of_days(moment, moment)
    return Dated(TimeKind.PUBLISHED, span, Voucher.SENDER, "published", moment.isoformat())
