"""A statement read for what it claims: when, where and who, each with the characters that say so.

Excerpts index into the text they were found in: `Claims.text` for the caption, and the field's own text for what a
date, place, credit or creator field says. An explicit field wins over the caption for its axis, with one exception:
where the caption labels the date of the photo ("Picture date: ..."), or calls it a file photo and names an earlier day,
the date field holds a transmission or issue date more often than not. Both readings stay in `Claims.dates`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from provenance.captions.credits import Credits, find_credits, read_credit_field
from provenance.captions.dates import Dates, find_dates, read_date_field
from provenance.captions.photo_flags import photo_flags
from provenance.captions.places import find_place, read_place_field
from provenance.captions.relative_days import publication_day
from provenance.captions.vocabulary import Vocabulary
from provenance.model.appearance import Statement
from provenance.model.claims import Claims, DateRole, Flag, When, Where, Who
from provenance.model.limits import ReadLimits

_HALVES = re.compile(r"[\ud800-\udfff]")


def read(statement: Statement, vocabulary: Vocabulary, limits: ReadLimits) -> Claims:
    """What a statement claims. Pure and total: whatever the texts hold, it answers."""
    most = limits.text_characters
    text = _text(statement.caption or statement.headline, most)
    published = publication_day(statement)
    said = find_dates(text, published)
    fielded = read_date_field(_text(statement.date, most), published)
    credits_said = find_credits(text, vocabulary)
    credit = read_credit_field(_text(statement.credit, most), vocabulary)
    creator = read_credit_field(_text(statement.creator, most), vocabulary)
    dates = (*fielded.found, *said.found)
    flags = photo_flags(text, dates) | credits_said.flags | credit.flags | creator.flags
    return Claims(
        text=text,
        when=_when(fielded, said, flags),
        where=_where(_text(statement.place, most), text, said, credits_said, vocabulary),
        who=_who(creator, credit, credits_said),
        flags=flags,
        dates=dates,
    )


def _text(given: str, most: int) -> str:
    """The characters that are read, at most `most`; halves of characters (JSON can hold them) are none."""
    return _HALVES.sub("\ufffd", given[:most])


def _when(fielded: Dates, said: Dates, flags: frozenset[Flag]) -> When | None:
    told, field = said.main, fielded.main
    if told is None or field is None:
        return field or told
    return told if said.labelled or (Flag.FILE_PHOTO in flags and _long_before(told, field)) else field


def _long_before(told: When, field: When) -> bool:
    """Whether the caption's date of the photo lies before the field's: that one says when it was sent again."""
    shown = told.role is DateRole.SHOWN and told.last is not None and field.first is not None
    return shown and (told.last or date.max) < (field.first or date.min)


def _where(field: str, text: str, said: Dates, credited: Credits, vocabulary: Vocabulary) -> Where | None:
    stated = read_place_field(field, vocabulary) if field else None
    dates = [(when.excerpt.start, when.excerpt.end) for when in said.found]
    told = find_place(text, [*dates, *credited.spans], dates, vocabulary)
    if stated is None or told is None or stated.country != told.country:
        return stated or told
    return replace(stated, dateline=told.places)


def _who(creator: Credits, credit: Credits, said: Credits) -> Who:
    """Each group from the first place that fills it: the creator field, the credit field, the caption."""
    sources = (creator.who, credit.who, said.who)
    creators = next((who.creators for who in sources if who.creators), ())
    stated = next((who for who in (credit.who, said.who, creator.who) if who.agencies or who.distributors), Who())
    handed = next((who.handout_sources for who in (credit.who, said.who, creator.who) if who.handout_sources), ())
    return Who(creators, stated.agencies, stated.distributors, handed)
