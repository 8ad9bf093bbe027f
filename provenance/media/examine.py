"""A file's bytes to pixels, identity and facts. Bytes in, values out; no bytes make it raise."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.media.containers.layout import Layout, stated_orientation
from provenance.media.containers.walk import lay_out
from provenance.media.credentials import read_credentials
from provenance.media.decoding import Decoded, UndecodableError, decode
from provenance.media.developing import can_develop, develop
from provenance.media.formats import Format, likeness, sniff
from provenance.media.metadata import read_metadata
from provenance.media.picture import identify
from provenance.media.problems import RAW_WITHOUT_PREVIEW, empty, not_a_photo, too_many_pixels, truncated
from provenance.media.reading import Reading
from provenance.model.limits import ReadLimits
from provenance.model.photo import Examination, Fact, Problem
from provenance.model.trust import TrustList


def examine(data: bytes, limits: ReadLimits, trust: Sequence[TrustList] = ()) -> Examination:
    """Decode a photo once and read all it says about itself.

    1. The first bytes decide the format. 2. The container is walked: metadata blocks, image data, announced size.
    3. Every block is read, and content credentials are judged against the lists in `trust`. 4. What is small and whole
    enough is decoded, laid upright and reduced; of a camera's raw file that is the largest preview in it, or what
    is developed where there is none and that is possible.
    """
    format = sniff(data)
    if format is None:
        return _unread("", (), (_no_format(data),))
    layout = lay_out(data, format, limits)
    facts, problems = _read(data, format, layout, limits, trust)
    turn = stated_orientation(layout)
    refusal = _refusal(layout, limits)
    name = layout.raw or format.value
    developing = refusal is not None and refusal.kind == RAW_WITHOUT_PREVIEW and can_develop()
    if refusal and not developing:
        return _unread(name, facts, (refusal, *problems), turn)
    try:
        decoded = develop(data, turn, limits) if developing else _decode(data, format, layout, turn, limits)
    except UndecodableError as error:
        return _unread(name, facts, (refusal or _explained(error.problem, layout), *problems), turn)
    return Examination(
        format=name,
        width=decoded.width,
        height=decoded.height,
        orientation=turn,
        picture=identify(data, layout),
        pixels=decoded.pixels,
        preview=decoded.preview,
        facts=facts,
        problems=problems,
    )


def read_facts(
    data: bytes, limits: ReadLimits, trust: Sequence[TrustList] = ()
) -> tuple[str, tuple[Fact, ...], tuple[Problem, ...]]:
    """The format, the facts and the problems of a file, without decoding a pixel; format "" for what is no photo."""
    format = sniff(data)
    if format is None:
        return "", (), (_no_format(data),)
    layout = lay_out(data, format, limits)
    facts, problems = _read(data, format, layout, limits, trust)
    refusal = _refusal(layout, limits)
    return layout.raw or format.value, facts, (refusal, *problems) if refusal else problems


def _read(data: bytes, format: Format, layout: Layout, limits: ReadLimits, trust: Sequence[TrustList]) -> Reading:
    facts, problems = read_metadata(layout, limits)
    credentials, troubles = read_credentials(data, format, facts, limits, trust)
    return (*facts, *credentials), (*problems, *troubles)


def _unread(format: str, facts: tuple[Fact, ...], problems: tuple[Problem, ...], turn: int = 1) -> Examination:
    return Examination(format, 0, 0, turn, None, None, None, facts, problems)


def _no_format(data: bytes) -> Problem:
    return not_a_photo(likeness(data)) if data else empty()


def _refusal(layout: Layout, limits: ReadLimits) -> Problem | None:
    """Why the file is not handed to a decoder, from what its container says."""
    if layout.refusal:
        return layout.refusal
    width, height = layout.size or (0, 0)
    return too_many_pixels(limits.pixels) if width * height > limits.pixels else None


def _decode(data: bytes, format: Format, layout: Layout, turn: int, limits: ReadLimits) -> Decoded:
    return decode(b"".join(layout.decodable) or data, Format.JPEG if layout.raw else format, turn, limits)


def _explained(problem: Problem, layout: Layout) -> Problem:
    """A picture that cannot be decoded and whose container breaks off is not damaged but truncated."""
    return truncated() if problem.kind == "damaged" and not layout.whole else problem
