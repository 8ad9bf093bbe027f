"""What a worker found, as a message. What is more than may be told is left out, and said to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from provenance.media.opener import Described
from provenance.media.problems import too_much_metadata
from provenance.media.worker.messages import Message
from provenance.model.limits import WorkerLimits
from provenance.model.photo import Examination, Fact, PictureId, Pixels, Preview, Problem

LONGEST_SENTENCE: Final = 2_000
LONGEST_NAME: Final = 20_000


class Outcome(IntEnum):
    """The first number of every answer."""

    DONE = 0
    NO_MEMORY = 1
    DAMAGED = 2


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
        telling.numbers.extend((fact.block, int(fact.impossible), _number(fact.offset), _number(fact.length)))
        telling.texts.extend((fact.field, _valued(fact.value), fact.raw, fact.reader))
    for problem in sayable:
        telling.texts.extend((problem.kind, problem.sentence[:LONGEST_SENTENCE], problem.hint[:LONGEST_SENTENCE]))
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


def _room_for(facts: Sequence[Fact], room: int, limits: WorkerLimits) -> tuple[list[Fact], bool]:
    """The facts that may be told in so many characters, in their order, and whether some may not."""
    told: list[Fact] = []
    for fact in facts[: limits.facts]:
        size = len(fact.field) + len(_valued(fact.value)) + len(fact.raw) + len(fact.reader)
        if size <= room and len(fact.field) <= LONGEST_NAME:
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


def _number(number: int | None) -> int:
    return -1 if number is None else number


def _valued(value: str | int | float) -> str:
    letter = "s" if isinstance(value, str) else "i" if isinstance(value, int) else "f"
    return letter + (value if isinstance(value, str) else repr(value))
