"""Dates, counts and likenesses in the words of people."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from provenance.model.matching import Match, MatchVerdict
from provenance.model.times import Dated, Span, TimeKind, Voucher
from provenance.report.areas import share_words
from provenance.report.making import TOLD, made_words

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_VERDICTS = {
    MatchVerdict.SAME_PHOTO: "same photo",
    MatchVerdict.SAME_SCENE: "same scene, another frame",
    MatchVerdict.CANNOT_TELL: "same scene or heavily altered (cannot tell)",
}
_SAME_MOMENT = "the same moment: moving people or things are found in both"
_STANDING_STILL = "only buildings, landmarks or furniture agree"
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


def verdict_words(match: Match) -> str:
    """Same photo; same scene, another frame; or that it cannot be told, without a capital."""
    return _VERDICTS[match.verdict]


def frame_words(match: Match) -> str:
    """What another frame of a scene has in common with this one; "" for any other match."""
    if match.verdict is not MatchVerdict.SAME_SCENE:
        return ""
    return _SAME_MOMENT if match.same_moment else _STANDING_STILL


def relations_in_words(match: Match, size: tuple[int, int] | None = None) -> list[str]:
    """mirrored; cropped to 48 % (left and top removed). Each way in which this photo was made from the known one.

    `size` is this picture's in pixels, for saying where something was changed. Sides are the known picture's. For what
    is not the same photo it says what it is instead: how it was made cannot be told then.
    """
    if match.verdict is not MatchVerdict.SAME_PHOTO:
        return [words for words in (verdict_words(match), frame_words(match)) if words]
    return [made_words(relation, match, size) for relation in TOLD if relation in match.relations]


def relation_words(match: Match, size: tuple[int, int] | None = None) -> str:
    """Mirrored, cropped to 83 %. The sentence that says how the photo differs, "" where nothing is known."""
    between = ", " if match.verdict is MatchVerdict.SAME_PHOTO else "; "
    sentence = between.join(relations_in_words(match, size))
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else ""


def shares_in_words(match: Match) -> str:
    """Shows 48 % of the known photo, which fills 31 % of this picture. "" where nothing was measured."""
    shows = f"Shows {_of(match.kept)} the known photo" if match.kept is not None else ""
    fills = f"fills {_of(match.of_this)} this picture" if match.of_this is not None else ""
    if shows and fills:
        return f"{shows}, which {fills}."
    return f"{shows}." if shows else f"The known photo {fills}." if fills else ""


def size_words(size: int) -> str:
    """12.3 MB, of a thousand kilobytes each."""
    for unit, bytes_in_it in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= bytes_in_it:
            return f"{size / bytes_in_it:.1f} {unit}"
    return count(size, "byte")


def _of(share: float) -> str:
    return "the whole of" if share >= 1 else f"{share_words(share)} of"
