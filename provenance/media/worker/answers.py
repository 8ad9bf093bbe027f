"""What a worker found, as messages, and back: in the parent every value is checked as if an enemy had written it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from provenance.media.formats import Format, sniff
from provenance.media.opener import Described
from provenance.media.problems import too_much_metadata
from provenance.media.reading import Reading
from provenance.media.worker.messages import Bounds, Message
from provenance.media.worker.taking import Taking
from provenance.model.archive import Pictured
from provenance.model.checks import require
from provenance.model.isolation import Isolation
from provenance.model.limits import ReadLimits, WorkerLimits
from provenance.model.matching import FEATURE_BYTES, Features, Fingerprint
from provenance.model.photo import Examination, Fact, PictureId, Pixels, Preview, Problem


class Outcome(IntEnum):
    """The first number of every answer."""

    DONE = 0
    NO_MEMORY = 1
    DAMAGED = 2


_TEXTS_EACH: Final = 4
_SENTENCE: Final = 2_000
_NAME: Final = 20_000
_SHORT: Final = 200
_MOST_FINGERPRINTS: Final = 8
_MOST_FEATURES: Final = 2_000
_MOST_BLOCK: Final = 1_000
_KIND = re.compile(r"[a-z0-9-]{1,60}")
_FORMATS = frozenset(format.value for format in Format)


def bounds(read: ReadLimits, worker: WorkerLimits) -> Bounds:
    """The most that any honest answer holds."""
    return Bounds(
        numbers=worker.facts + 64,
        texts=_TEXTS_EACH * (worker.facts + worker.problems) + 64,
        characters=worker.characters + _SENTENCE,
        blobs=2,
        blob_bytes=_pixel_bytes(read) + _preview_bytes(read),
    )


@dataclass(slots=True)
class Telling:
    """A message in the making."""

    numbers: list[int]
    texts: list[str]
    blobs: list[bytes]

    @property
    def message(self) -> Message:
        """The message."""
        return Message(tuple(self.numbers), tuple(self.texts), tuple(self.blobs))


def tell_facts(format: str, facts: Sequence[Fact], problems: Sequence[Problem], limits: WorkerLimits) -> Telling:
    """A format, facts and problems, as many as may be told; with the problem that there were more."""
    sayable = list(problems[: limits.problems - 1])
    told, short = _room_for(facts, limits.characters - sum(_length(one) for one in problems), limits)
    if short and too_much_metadata() not in sayable:
        sayable.append(too_much_metadata())
    telling = Telling([Outcome.DONE, len(told), len(sayable)], [format], [])
    for fact in told:
        telling.numbers.append(fact.block)
        telling.texts.extend((fact.field, _valued(fact.value), fact.raw, fact.reader))
    for problem in sayable:
        telling.texts.extend((problem.kind, problem.sentence[:_SENTENCE], problem.hint[:_SENTENCE]))
    return telling


def tell_examination(examination: Examination, limits: WorkerLimits) -> Message:
    """All that `media.examine` found."""
    telling = tell_facts(examination.format, examination.facts, examination.problems, limits)
    telling.numbers.append(examination.orientation)
    if examination.picture and examination.pixels and examination.preview:
        _tell_picture(telling, examination.picture, examination.width, examination.height, examination.preview)
        _tell_pixels(telling, examination.pixels)
    return telling.message


def tell_described(described: Described, limits: WorkerLimits) -> Message:
    """All that the archive keeps of a file."""
    telling = tell_facts(described.format, described.facts, described.problems, limits)
    if described.pictured:
        kept = described.pictured
        _tell_picture(telling, kept.id, kept.width, kept.height, kept.preview)
        telling.numbers.append(len(kept.fingerprints))
        for one in kept.fingerprints:
            telling.numbers.append(-1 if one.quality is None else one.quality)
            telling.texts.extend((one.kind, one.code, one.library, one.version))
        if kept.features is not None:
            telling.texts.append(kept.features.version)
            telling.blobs.append(kept.features.data)
    return telling.message


def tell_pixels(pixels: Pixels) -> Message:
    """A picture alone."""
    telling = Telling([Outcome.DONE], [], [])
    _tell_pixels(telling, pixels)
    return telling.message


def take_facts(taking: Taking, limits: WorkerLimits) -> tuple[str, tuple[Fact, ...], tuple[Problem, ...]]:
    """What `tell_facts` told, and nothing more than a file can say."""
    facts, problems = taking.number(0, limits.facts), taking.number(0, limits.problems)
    format = taking.text(_SHORT)
    require(format in _FORMATS or not format, "an unknown format")
    found = tuple(_fact(taking, limits) for _ in range(facts))
    return format, found, tuple(_problem(taking) for _ in range(problems))


def take_reading(taking: Taking, limits: WorkerLimits) -> Reading:
    """Facts and problems of what has no format."""
    _format, facts, problems = take_facts(taking, limits)
    taking.finish()
    return facts, problems


def take_examination(taking: Taking, read: ReadLimits, limits: WorkerLimits, isolation: Isolation) -> Examination:
    """What `tell_examination` told."""
    format, facts, problems = take_facts(taking, limits)
    turn = taking.number(1, 8)
    if not taking.message.blobs:
        taking.finish()
        return Examination(format, 0, 0, turn, None, None, None, facts, problems, isolation)
    picture, width, height, preview = _picture(taking, read)
    pixels = _pixels(taking, read.pixels_edge)
    taking.finish()
    require(bool(format), "a picture has a format")
    return Examination(format, width, height, turn, picture, pixels, preview, facts, problems, isolation)


def take_described(taking: Taking, read: ReadLimits, limits: WorkerLimits, isolation: Isolation) -> Described:
    """What `tell_described` told."""
    format, facts, problems = take_facts(taking, limits)
    if not taking.message.blobs:
        taking.finish()
        require(bool(problems), "an unreadable file says why")
        return Described(format, None, facts, problems, isolation)
    picture, width, height, preview = _picture(taking, read)
    prints = tuple(_fingerprint(taking) for _ in range(taking.number(1, _MOST_FINGERPRINTS)))
    features = _features(taking) if len(taking.message.blobs) > 1 else None
    taking.finish()
    require(bool(format), "a picture has a format")
    return Described(format, Pictured(picture, width, height, preview, prints, features), facts, problems, isolation)


def take_pixels(taking: Taking, preview: Preview, read: ReadLimits) -> Pixels:
    """What `tell_pixels` told of a preview."""
    pixels = _pixels(taking, max(read.preview_edge, preview.width, preview.height))
    taking.finish()
    require((pixels.width, pixels.height) == (preview.width, preview.height), "a picture of another size")
    return pixels


def _room_for(facts: Sequence[Fact], room: int, limits: WorkerLimits) -> tuple[list[Fact], bool]:
    """The facts that may be told in so many characters, in their order, and whether some may not."""
    told: list[Fact] = []
    for fact in facts[: limits.facts]:
        size = len(fact.field) + len(_valued(fact.value)) + len(fact.raw) + len(fact.reader)
        if size <= room and len(fact.field) <= _NAME:
            told.append(fact)
            room -= size
    return told, len(told) < len(facts)


def _length(problem: Problem) -> int:
    return len(problem.kind) + len(problem.sentence) + len(problem.hint)


def _tell_picture(telling: Telling, picture: PictureId, width: int, height: int, preview: Preview) -> None:
    telling.numbers.extend((width, height, preview.width, preview.height))
    telling.texts.extend((picture, preview.format))
    telling.blobs.append(preview.data)


def _tell_pixels(telling: Telling, pixels: Pixels) -> None:
    telling.numbers.extend((pixels.width, pixels.height))
    telling.blobs.append(pixels.data)


def _picture(taking: Taking, read: ReadLimits) -> tuple[PictureId, int, int, Preview]:
    width, height = taking.number(1, read.pixels), taking.number(1, read.pixels)
    require(width * height <= read.pixels, "too many pixels")
    shown = taking.number(1, read.preview_edge), taking.number(1, read.preview_edge)
    picture, format = PictureId(taking.text(_SHORT)), taking.text(_SHORT)
    require(format == read.preview_format, "a preview of another format")
    data = taking.blob(_preview_bytes(read))
    require(sniff(data) == format, "no preview")
    return picture, width, height, Preview(format, *shown, data)


def _pixels(taking: Taking, edge: int) -> Pixels:
    width, height = taking.number(1, edge), taking.number(1, edge)
    return Pixels(width, height, taking.blob(edge * edge * 3))


def _fingerprint(taking: Taking) -> Fingerprint:
    quality = taking.number(-1, 100)
    kind, code = taking.text(_SHORT), taking.text(_SHORT)
    return Fingerprint(kind, code, taking.text(_SHORT), taking.text(_SHORT), None if quality < 0 else quality)


def _features(taking: Taking) -> Features:
    return Features(taking.text(_SHORT), taking.blob(FEATURE_BYTES * _MOST_FEATURES))


def _fact(taking: Taking, limits: WorkerLimits) -> Fact:
    block = taking.number(0, _MOST_BLOCK)
    name, value = taking.text(_NAME), _value(taking.text(limits.characters))
    return Fact(name, value, taking.text(limits.characters), taking.text(_SHORT), block)


def _problem(taking: Taking) -> Problem:
    kind = taking.text(_SHORT)
    require(_KIND.fullmatch(kind) is not None, "no kind of problem")
    return Problem(kind, taking.text(_SENTENCE), taking.text(_SENTENCE))


def _valued(value: str | int | float) -> str:
    letter = "s" if isinstance(value, str) else "i" if isinstance(value, int) else "f"
    return letter + (value if isinstance(value, str) else repr(value))


def _value(text: str) -> str | int | float:
    """A value whose first letter says what it is. Numbers stand as Python writes them, in one way alone."""
    letter, rest = text[:1], text[1:]
    if letter == "s":
        return rest
    require(letter in {"i", "f"} and 0 < len(rest) <= _SHORT, "no value")
    number: int | float = int(rest) if letter == "i" else float(rest)
    require(repr(number) == rest, "no number")
    return number


def _pixel_bytes(read: ReadLimits) -> int:
    return 3 * read.pixels_edge * read.pixels_edge


def _preview_bytes(read: ReadLimits) -> int:
    return 3 * read.preview_edge * read.preview_edge + 4096
