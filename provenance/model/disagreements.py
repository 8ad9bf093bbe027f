"""Where the metadata blocks of one file contradict each other, and the likely reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from provenance.model.blocks import Said, believed, said
from provenance.model.meanings import MEANINGS, Group, Kind, Meaning, key
from provenance.model.photo import Fact
from provenance.model.wall_clock import WallTime, agree, wall_time

SAVED = ("EXIF ModifyDate", "XMP xmp:ModifyDate")
SENT = "IPTC-IIM 1:70"
_SAME_PLACE = 0.001
"""Degrees: some hundred metres, as writers round."""
_FEW_DAYS = 3
_FILE_PHOTO = ("file photo", "issue date", "filed:", "archive photo", "archivbild", "(files)", "file -")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One meaning that blocks give different values for, each value once; `reason` is "" where none is likely."""

    meaning: Meaning
    said: tuple[Said, ...]
    reason: str


def disagreements(facts: Sequence[Fact]) -> tuple[Disagreement, ...]:
    """All of them, in the order of the meanings. Two readers of one block are no two blocks."""
    sayings = believed(one for one in said(facts) if not one.impossible)
    found = []
    for meaning in MEANINGS:
        about = [one for one in sayings if one.meaning is meaning and _compared(one)]
        apart = [(one, other) for one, other in combinations(about, 2) if not _same(one, other, meaning.kind)]
        if apart:
            involved = tuple(one for one in about if any(one in pair for pair in apart))
            found.append(Disagreement(meaning, involved, _reason(meaning, involved, sayings)))
    return tuple(found)


def _compared(one: Said) -> bool:
    if one.meaning.kind is Kind.LISTED or not one.text.strip("-. ;"):
        return False
    # cameras write their own name or mode where a caption belongs
    return not (one.field == "EXIF ImageDescription" and len(one.text.split()) <= 3)


def _same(one: Said, other: Said, kind: Kind) -> bool:
    if kind is Kind.MOMENT:
        return _same_moment(one.values[0], other.values[0])
    if kind is Kind.NUMBER:
        return _same_number(one.values[0], other.values[0])
    if kind is Kind.NAMES:
        return _same_names(one, other)
    return _same_text(one, other)


def _same_moment(one: str, other: str) -> bool:
    here, there = wall_time(one), wall_time(other)
    if here is None or there is None:  # a year or a month alone
        return one.startswith(other) or other.startswith(one)
    return agree(here, there)


def _same_number(one: str, other: str) -> bool:
    try:
        return abs(float(one) - float(other)) <= _SAME_PLACE
    except ValueError:
        return one == other


def _same_text(one: Said, other: Said) -> bool:
    here, there = _plain(one.text), _plain(other.text)
    return here == there or _cut_from(one, here, there) or _cut_from(other, there, here)


def _cut_from(one: Said, short: str, long: str) -> bool:
    return bool(one.cut) and long.startswith(short)


def _same_names(one: Said, other: Said) -> bool:
    """Whether the shorter list of names is part of the longer one; a name that was cut off counts."""
    few, many = sorted((_names(one), _names(other)), key=len)
    cut = one.cut or other.cut
    return all(any(name == full or (cut and _begins(name, full)) for full in many) for name in few)


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _names(one: Said) -> list[str]:
    return [plain for value in one.values for part in value.split(";") if (plain := _plain(part))]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .")


def _reason(meaning: Meaning, involved: Sequence[Said], sayings: Sequence[Said]) -> str:
    if meaning.kind is Kind.MOMENT:
        return _reason_of_moments(involved, sayings)
    if meaning.kind in {Kind.TEXT, Kind.NAMES}:
        texts = sorted((_plain(one.text) for one in involved), key=len)
        if all(text in texts[-1] for text in texts):
            return "One holds the other: it was shortened or added to."
        if meaning.label == "Caption":
            return "Captions are rewritten when a photo is issued again, and programs do not rewrite every block."
        if meaning.group is Group.WHERE:
            return "Some desks write the place of the dateline there, others the place shown."
    return ""


def _reason_of_moments(involved: Sequence[Said], sayings: Sequence[Said]) -> str:
    moments = [(one, moment) for one in involved if (moment := wall_time(one.values[0])) is not None]
    sent = _moments(sayings, (SENT,))
    saved = _moments(sayings, SAVED)
    for one, moment in moments:
        if any(agree(moment, other) for other in sent):
            return f"{one.name} equals the transmission time."
    for one, moment in moments:
        if any(agree(moment, other) for other in saved):
            return f"{one.name} equals the time of the last save: a program has probably rewritten it."
    if _is_reissue([moment for _, moment in moments]):
        return "They give the same time of day on other days: one is probably the date of a new issue."
    if _calls_itself_old(sayings):
        return "The file calls itself a file photo: a later date may be that of its new issue."
    days = [moment.day for _, moment in moments]
    if days and (max(days) - min(days)).days <= _FEW_DAYS:
        return "Taking, sending and filing lie some days apart."
    return ""


def _moments(sayings: Iterable[Said], fields: tuple[str, ...]) -> list[WallTime]:
    texts = (one.values[0] for one in sayings if key(one.field) in fields and one.values)
    return [moment for text in texts if (moment := wall_time(text)) is not None]


def _is_reissue(moments: Sequence[WallTime]) -> bool:
    clocks = [moment.clock for moment in moments if moment.clock is not None]
    return len(clocks) >= 2 and len(set(clocks)) < len(clocks) and len({moment.day for moment in moments}) > 1


def _calls_itself_old(sayings: Iterable[Said]) -> bool:
    texts = (one.text.casefold() for one in sayings if one.meaning.group is Group.WHAT)
    return any(words in text for text in texts for words in _FILE_PHOTO)
