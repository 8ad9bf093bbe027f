"""A statement read for what it claims: when, where and who, each with the characters that say so.

Excerpts index into the text they were found in: `Claims.text` for the caption, and the field's own text for what a
date, place, credit or creator field says. An explicit field wins over the caption for its axis, with one exception:
where the caption labels the date of the photo ("File photo dated ...") the date field holds a transmission or issue
date more often than not. Both readings stay in `Claims.dates`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.captions.credits import Credits, find_credits, read_credit_field
from provenance.captions.dates import Dates, find_dates, read_date_field
from provenance.captions.places import find_place, read_place_field
from provenance.captions.relative_days import publication_day
from provenance.captions.vocabulary import Vocabulary
from provenance.model.appearance import Statement
from provenance.model.claims import Claims, DateRole, Flag, When, Where, Who
from provenance.model.limits import ReadLimits

_FILE_PHOTO = re.compile(
    r"\bfile (?:photo|picture|image|pic|photograph)\b|\(files?\)|[,/] ?files?\s{0,2}(?:\)|$)|"
    r"\barchive (?:photo|picture|image)\b|\barchiv(?:bild|foto|aufnahme)\b|\bphoto d['’]archives?\b|"
    r"\bfoto de archivo\b|\bfoto d['’]archivio\b|\bархивное фото\b|\barşiv fotoğrafı\b",
    re.IGNORECASE,
)
_FILE_LINE = re.compile(r"\W{0,3}FILES?\b(?![.\w])")
_HANDOUT = re.compile(r"\bhandout\b|\bsupplied by a third party\b", re.IGNORECASE)
_RELEASED = re.compile(
    r"\b(?:photo|picture|image|photograph|handout|video)s?[^.;]{0,40} (?:released|provided|distributed) (?:by|on)\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"\bissue date\b", re.IGNORECASE)


def read(statement: Statement, vocabulary: Vocabulary, limits: ReadLimits) -> Claims:
    """What a statement claims. Pure and total: whatever the texts hold, it answers."""
    text = (statement.caption or statement.headline)[: limits.text_characters]
    published = publication_day(statement)
    said = find_dates(text, published)
    fielded = read_date_field(statement.date[: limits.text_characters], published)
    credits_said = find_credits(text, vocabulary)
    credit = read_credit_field(statement.credit[: limits.text_characters], vocabulary)
    creator = read_credit_field(statement.creator[: limits.text_characters], vocabulary)
    dates = (*fielded.found, *said.found)
    return Claims(
        text=text,
        when=_when(fielded, said),
        where=_where(statement.place[: limits.text_characters], text, said, credits_said, vocabulary),
        who=_who(creator, credit, credits_said),
        flags=_flags(text, dates) | credits_said.flags | credit.flags | creator.flags,
        dates=dates,
    )


def _when(fielded: Dates, said: Dates) -> When | None:
    if said.main is not None and said.labelled:
        return said.main
    return fielded.main or said.main


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


def _flags(text: str, dates: tuple[When, ...]) -> frozenset[Flag]:
    roles = {when.role for when in dates}
    found = (
        (Flag.FILE_PHOTO, _FILE_PHOTO.search(text) is not None or _FILE_LINE.match(text) is not None),
        (Flag.HANDOUT, _HANDOUT.search(text) is not None),
        (Flag.RELEASED_ON, DateRole.RELEASED in roles or _RELEASED.search(text) is not None),
        (Flag.ISSUE_DATE, DateRole.ISSUED in roles or _ISSUED.search(text) is not None),
    )
    return frozenset(flag for flag, holds in found if holds)
