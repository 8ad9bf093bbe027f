"""The small pictures inside a file, held against its picture: as lines, as objects and for a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from provenance.model.embedded import EmbeddedComparison, Resemblance
from provenance.report.areas import place_words, share_words
from provenance.report.layout import block
from provenance.report.previews import picture_content

_TONES = {Resemblance.DIFFERS: "hold", Resemblance.CROPPED: "look"}


def embedded_lines(found: Sequence[EmbeddedComparison]) -> Iterator[str]:
    """A line or two for each, under a heading; nothing where there are none."""
    if found:
        yield from ("", "PICTURES INSIDE THE FILE")
    for one in found:
        first, *rest = block(f"{one.width} x {one.height}. {embedded_words(one)}", " " * 24)
        yield f"  {one.kind.value:<22}{first[24:]}"
        yield from rest


def embedded_words(one: EmbeddedComparison) -> str:
    """What it shows, in a sentence or two."""
    if one.verdict is Resemblance.CROPPED and one.shown is not None:
        return f"{one.why} The picture covers {share_words(one.shown)} of it."
    if one.areas:
        places = dict.fromkeys(place_words(area, 1, 1) for area in one.areas)
        return f"{one.why} Look at: {', '.join(places)}."
    return one.why


def embedded_objects(found: Sequence[EmbeddedComparison]) -> list[dict[str, Any]]:
    """For scripts; `region` and `areas` in shares of the embedded picture's width and height, laid upright."""
    return [
        {
            "kind": one.kind.value,
            "width": one.width,
            "height": one.height,
            "offset": one.offset,
            "length": one.length,
            "verdict": one.verdict.value,
            "why": one.why,
            "likeness": one.likeness,
            "shown": one.shown,
            "region": [list(corner) for corner in one.region] if one.region else None,
            "areas": [list(area) for area in one.areas],
            "mirrored": one.mirrored,
        }
        for one in found
    ]


def embedded_content(found: Sequence[EmbeddedComparison]) -> dict[str, Any]:
    """What a page shows: each with its outlines, those first that tell something; `telling` says if any does."""
    ordered = sorted(found, key=lambda one: one.verdict is Resemblance.SAME and not one.mirrored)
    telling = any(one.verdict is not Resemblance.SAME or one.mirrored for one in found)
    return {"telling": telling, "pictures": [_content(one) for one in ordered]}


def _content(one: EmbeddedComparison) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "size": f"{one.width} x {one.height}",
        "words": embedded_words(one),
        "tone": _TONES.get(one.verdict, "plain"),
        "picture": picture_content(one.shown_as),
        "drawing": _drawing(one),
    }


def _drawing(one: EmbeddedComparison) -> dict[str, Any] | None:
    """Outlines in pixels of the shown picture: of what the picture covers, or of where content differs."""
    if one.shown_as is None or not (one.areas or one.region):
        return None
    width, height = one.shown_as.width, one.shown_as.height
    boxes = [((left, top), (right, top), (right, bottom), (left, bottom)) for left, top, right, bottom in one.areas]
    kind, outlines = ("content", boxes) if boxes else ("region", [one.region or ()])
    points = [" ".join(f"{x * width:.1f},{y * height:.1f}" for x, y in corners) for corners in outlines]
    return {"width": width, "height": height, "outlines": [{"points": at, "kind": kind, "label": ""} for at in points]}
