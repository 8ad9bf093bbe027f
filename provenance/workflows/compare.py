"""Compare: is one photo made from the other, and how? Without an archive.

1. both files become pixels                                         opener.examine
2. the second is laid on the first and judged by its pixels         matching.compare
3. the answer as a page or a sheet of pictures, if asked for        report.compare_page, media.sheet
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from provenance.matching.detail import textured_blocks
from provenance.matching.pixels import to_image
from provenance.matching.relate import Side
from provenance.media.opener import Opener
from provenance.media.worker.handed import Handed as Content
from provenance.model.limits import Limits, MatchLimits
from provenance.model.matching import Compared
from provenance.model.pair import Given, Pair
from provenance.model.photo import Pixels, Preview, Problem


@dataclass(frozen=True, slots=True)
class Handed:
    """A file as it was named, its content, or why there is none."""

    file: str
    content: Content | None
    problem: Problem | None = None


def compare(this: Handed, other: Handed, limits: Limits, opener: Opener) -> Pair:
    """Set two photos against each other: how was `this` made from `other`? No bytes make it raise."""
    first, second = _given(this, limits, opener), _given(other, limits, opener)
    compared = _compared(first, second, limits.match)
    if compared is None or compared.match is not None:
        return Pair(first, second, compared)
    return Pair(_judged(first, limits.match), _judged(second, limits.match), compared)


def page(pair: Pair) -> str:
    """The pair as one self-contained page of HTML. Both files must be readable."""
    from provenance.media.encode import encode
    from provenance.report.compare_page import render_compare_page

    laid: Preview | None = None
    difference: Preview | None = None
    if pair.compared is not None and pair.compared.difference is not None:
        laid, difference = encode(pair.compared.known), encode(pair.compared.difference)
    return render_compare_page(pair, laid, difference)


def sheet(pair: Pair) -> bytes:
    """The pair as one picture, a PNG: both photos, the one on the other, what differs. Both files must be readable."""
    from provenance.media.encode import encode
    from provenance.media.sheet import Panel, draw, laid_on
    from provenance.report.compare_places import areas, known_outline, this_outline, this_region
    from provenance.report.compare_sheet import captions, heading

    words = captions(pair)
    found = pair.compared
    panels = [
        Panel(words[0], _pixels(pair.this), this_outline(pair), tuple(area.box for area in areas(pair))),
        Panel(words[1], _pixels(pair.other), known_outline(pair)),
    ]
    if found is not None and found.difference is not None:
        panels.append(Panel(words[2], laid_on(found.known, found.this, this_region(pair))))
        panels.append(Panel(words[3], found.difference))
    return encode(draw(heading(pair), panels), "PNG").data


def _given(handed: Handed, limits: Limits, opener: Opener) -> Given:
    if handed.content is None:
        return Given(handed.file, None, None, (handed.problem,) if handed.problem else ())
    examination = opener.examine(handed.content, limits.read)
    return Given(handed.file, handed.content.photo, examination, examination.problems)


def _compared(this: Given, other: Given, limits: MatchLimits) -> Compared | None:
    from provenance.matching.compare import compare as lay_on

    first, second = _side(this), _side(other)
    return lay_on(first, second, limits) if first and second else None


def _side(given: Given) -> Side | None:
    seen = given.examination
    if given.photo is None or seen is None or seen.picture is None or seen.pixels is None:
        return None
    return Side(given.photo, seen.picture, seen.pixels, seen.width, seen.height)


def _judged(given: Given, limits: MatchLimits) -> Given:
    """Nothing was found: does it show enough for that to mean anything?"""
    pixels = _pixels(given)
    small = min(pixels.width, pixels.height) < limits.smallest_edge
    return replace(given, shows_little=small or textured_blocks(to_image(pixels)) < limits.textured_blocks)


def _pixels(given: Given) -> Pixels:
    if given.examination is None or given.examination.pixels is None:
        raise ValueError(f"{given.file} holds no picture.")
    return given.examination.pixels
