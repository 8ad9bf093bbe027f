"""A worker's messages as values, each checked as if an enemy had written it. `telling` is the other half."""

from __future__ import annotations

import re
from typing import Final

from provenance.media.formats import NAMES, sniff
from provenance.media.opener import Described
from provenance.media.reading import Reading
from provenance.media.worker.messages import Bounds
from provenance.media.worker.taking import Taking
from provenance.media.worker.telling import LONGEST_NAME, LONGEST_SENTENCE
from provenance.model.archive import Pictured
from provenance.model.checks import require
from provenance.model.isolation import Isolation
from provenance.model.limits import ReadLimits, WorkerLimits
from provenance.model.matching import FEATURE_BYTES, Features, Fingerprint
from provenance.model.photo import Examination, Fact, PictureId, Pixels, Preview, Problem

_TEXTS_EACH: Final = 4
_NUMBERS_EACH: Final = 4
_SHORT: Final = 200
_MOST_FINGERPRINTS: Final = 8
_MOST_FEATURES: Final = 2_000
_MOST_BLOCK: Final = 1_000
_LARGEST_FILE: Final = 1 << 40
_KIND = re.compile(r"[a-z0-9-]{1,60}")


def bounds(read: ReadLimits, worker: WorkerLimits) -> Bounds:
    """The most that any honest answer holds."""
    return Bounds(
        numbers=_NUMBERS_EACH * worker.facts + 64,
        texts=_TEXTS_EACH * (worker.facts + worker.problems) + 64,
        characters=worker.characters + LONGEST_SENTENCE,
        blobs=3 + read.embedded,
        blob_bytes=_pixel_bytes(read) + _preview_bytes(read) + _embedded_bytes(read),
    )


def take_facts(taking: Taking, limits: WorkerLimits) -> tuple[str, tuple[Fact, ...], tuple[Problem, ...]]:
    """What `tell_facts` told, and nothing more than a file can say."""
    facts, problems = taking.number(0, limits.facts), taking.number(0, limits.problems)
    format = taking.text(_SHORT)
    require(format in NAMES or not format, "an unknown format")
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
    block, impossible = taking.number(0, _MOST_BLOCK), taking.number(0, 1)
    offset, length = _number_or_none(taking), _number_or_none(taking)
    name, value = taking.text(LONGEST_NAME), _value(taking.text(limits.characters))
    raw, reader = taking.text(limits.characters), taking.text(_SHORT)
    return Fact(name, value, raw, reader, block, bool(impossible), offset, length)


def _problem(taking: Taking) -> Problem:
    kind = taking.text(_SHORT)
    require(_KIND.fullmatch(kind) is not None, "no kind of problem")
    return Problem(kind, taking.text(LONGEST_SENTENCE), taking.text(LONGEST_SENTENCE))


def _number_or_none(taking: Taking) -> int | None:
    number = taking.number(-1, _LARGEST_FILE)
    return None if number < 0 else number


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


def _embedded_bytes(read: ReadLimits) -> int:
    return 3 * (1 + read.embedded) * read.embedded_edge * read.embedded_edge


def _preview_bytes(read: ReadLimits) -> int:
    return 3 * read.preview_edge * read.preview_edge + 4096
