"""Dates, counts and relations in the words of people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from provenance.model.matching import Match, Relation
from provenance.model.times import Dated, Span, TimeKind, Voucher

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WORDS = {
    Relation.IDENTICAL: "the same file",
    Relation.SAME_PICTURE: "the same picture under other metadata",
    Relation.INSET: "set into another picture",
    Relation.SAME_SCENE: "the same scene",
}
_WIDEST_DAY = timedelta(hours=50)


def day_words(day: date) -> str:
    """7 April 2022."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day_words(day: date) -> str:
    """7 Apr 2022."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def plain_day(words: str) -> str:
    """The words, or 7 April 2022 where they are nothing but 2022-04-07."""
    try:
        return day_words(date.fromisoformat(words)) if len(words) == len("2022-04-07") else words
    except ValueError:
        return words


def moment_words(moment: datetime) -> str:
    """7 April 2022, 06:20 UTC."""
    return f"{day_words(moment.date())}, {moment:%H:%M} UTC"


def span_words(span: Span) -> str:
    """A span as its day, where it covers not more than one somewhere on Earth; else as first and last day."""
    if span.end - span.start <= _WIDEST_DAY:
        return day_words((span.start + (span.end - span.start) / 2).date())
    return f"{day_words((span.start + timedelta(hours=14)).date())} to {day_words(_last(span))}"


def _last(span: Span) -> date:
    return (span.end - timedelta(hours=12)).date()


def dated_words(dated: Dated) -> str:
    """7 April 2022 (transmitted)."""
    return f"{span_words(dated.span)} ({kind_words(dated)})"


def kind_words(dated: Dated) -> str:
    """What happened at a time, and that only the file says so where that is the case."""
    kind = "taken" if dated.kind is TimeKind.CAPTURED else dated.kind.value
    return f"{kind}, as stated in the file" if dated.voucher is Voucher.IN_FILE else kind


def count(number: int, noun: str, plural: str = "") -> str:
    """41,203 photos."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def relations_in_words(match: Match) -> list[str]:
    """mirrored; cropped to 83 %. Each way in which the photo differs."""
    return [_relation(relation, match) for relation in match.relations]


def relation_words(match: Match) -> str:
    """Mirrored, cropped to 83 %. The sentence that says how the photo differs, "" where nothing is known."""
    sentence = ", ".join(relations_in_words(match))
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else ""


def _relation(relation: Relation, match: Match) -> str:
    if relation is Relation.CROPPED and match.kept is not None:
        return f"cropped to {match.kept * 100:.0f} %"
    return _WORDS.get(relation, relation.value)


def listed(words: Sequence[str]) -> str:
    """date, place and credit; two words at least."""
    return f"{', '.join(words[:-1])} and {words[-1]}"


def size_words(size: int) -> str:
    """12.3 MB, of a thousand kilobytes each."""
    for unit, bytes_in_it in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= bytes_in_it:
            return f"{size / bytes_in_it:.1f} {unit}"
    return count(size, "byte")
