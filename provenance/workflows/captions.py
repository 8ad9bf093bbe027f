"""Captions alone: what one says, and how two stand to each other. No photo and no archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.advisor.subjects import Ask, advised
from provenance.captions.compare import compare
from provenance.captions.reading import read
from provenance.captions.vocabulary import Vocabulary
from provenance.errors import AdvisorError, UsageError
from provenance.feeds.dates import read_date
from provenance.model.appearance import Standing, Statement
from provenance.model.claims import Claims, Comparison
from provenance.model.limits import ReadLimits
from provenance.model.times import Dated, TimeKind, Voucher

_FIELDS = ("text", "headline", "creator", "credit", "date", "place", "published")


@dataclass(frozen=True, slots=True)
class Heard:
    """A caption with its fields, read. `problem` says what was left out of it and why, "" where nothing was."""

    claims: Claims
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """A caption that is trusted, one that claims something about the same photo, and how they stand to each other."""

    trusted: Heard
    claim: Heard
    comparisons: tuple[Comparison, ...]
    problem: str = ""


def read_caption(given: Mapping[str, object], vocabulary: Vocabulary, limits: ReadLimits) -> Heard:
    """What a caption with its fields claims. `given` has text, headline, creator, credit, date, place, published.

    Raises UsageError where one of them is no text. A `published` that is no date is left out, and said so.
    """
    texts = {name: _text(given, name) for name in _FIELDS}
    times, problem = _published(texts["published"])
    statement = Statement(
        source="caption",
        standing=Standing.OFFERED,
        voucher=Voucher.SENDER,
        address="caption",
        caption=texts["text"],
        headline=texts["headline"],
        creator=texts["creator"],
        credit=texts["credit"],
        date=texts["date"],
        place=texts["place"],
        times=times,
    )
    if len(texts["text"]) > limits.text_characters:
        problem = f"Only the first {limits.text_characters:,} characters were read. {problem}".rstrip()
    return Heard(read(statement, vocabulary, limits), problem)


def compare_captions(
    trusted: Mapping[str, object],
    claimed: Mapping[str, object],
    vocabulary: Vocabulary,
    limits: ReadLimits,
    ask: Ask | None = None,
) -> Sides:
    """Both read, and the claim held against what is trusted, axis by axis. Raises UsageError as `read_caption` does.

    `ask` asks the language model that the settings name; where it does not answer, `problem` says so.
    """
    one, other = read_caption(trusted, vocabulary, limits), read_caption(claimed, vocabulary, limits)
    comparisons = compare(other.claims, one.claims)
    if ask is None:
        return Sides(one, other, comparisons)
    try:
        heard = tuple(advised(each, other.claims.text, one.claims.text, ask) for each in comparisons)
    except AdvisorError as error:
        return Sides(one, other, comparisons, error.sentence)
    return Sides(one, other, heard)


def _published(text: str) -> tuple[tuple[Dated, ...], str]:
    if not text.strip():
        return (), ""
    span = read_date(text)
    if span is None:
        return (), f"{text[:40]!r} is no date of publication that could be read, so it was left out."
    return (Dated(TimeKind.PUBLISHED, span, Voucher.SENDER, "published", text),), ""


def _text(given: Mapping[str, object], name: str) -> str:
    value = given.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        shown = str(value)[:40] if isinstance(value, bool | int | float) else "a list or an object"
        raise UsageError(f'"{name}" is {shown}, and it should be a text.', 'Write it so: {"text": "..."}')
    return value
