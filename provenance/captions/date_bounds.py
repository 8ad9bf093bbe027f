"""Dates that a field states as a bound: "before 2017", "after 24 February 2022", "on or shortly after 2020-11-15"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from provenance.captions.date_draft import FIRST_YEAR, Days, Draft
from provenance.model.claims import Precision

_AFTER = re.compile(
    r"\b(?:after|since|not before|no earlier than|later than|nach|seit|après|depuis|después de|desde|dopo|após|na|po|"
    r"после|після|з|с)(?: the)?[ ]{1,2}$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:before|prior to|no later than|not later than|earlier than|until|vor|bis|avant|antes de|prima di|voor|"
    r"przed|до|перед)"
    r"(?: the)?[ ]{1,2}$",
    re.IGNORECASE,
)
_LOOK_BACK = 24
_EARLIEST = date(FIRST_YEAR, 1, 1)


def bounded(text: str, draft: Draft, published: date | None) -> Draft:
    """The draft as the interval that its bound leaves open; what happened after a day ended when it was published."""
    before = text[max(0, draft.start - _LOOK_BACK) : draft.start]
    bound = _AFTER.search(before) or _BEFORE.search(before)
    if bound is None or not draft.readings:
        return replace(draft, background=False)
    days = _open_days(before, draft.first, published)
    if days is None:
        return replace(draft, background=True)
    start = draft.start - len(bound[0])
    return replace(draft, start=start, precision=Precision.INTERVAL, readings=(days,), background=False)


def _open_days(before: str, bound: date, published: date | None) -> Days | None:
    if _BEFORE.search(before):
        return (_EARLIEST, bound - timedelta(days=1)) if bound > _EARLIEST else None
    return (bound, published) if published is not None and published >= bound else None
