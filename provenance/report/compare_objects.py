"""Two compared photos as an object for scripts: JSON, schema 1. Within schema 1 keys are only ever added."""

from __future__ import annotations

from typing import Any

from provenance.model.pair import Given, Pair
from provenance.report.objects import match_object, strict

_KEYS = (
    *("verdict", "relation", "kept", "of_this", "confidence", "region", "altered"),
    *("overlaid", "shown", "mirrored", "angle", "changes", "same_moment", "points"),
)
_NOTHING: dict[str, Any] = {**dict.fromkeys(_KEYS), "relation": [], "changes": []}


def compare_object(pair: Pair) -> dict[str, Any]:
    """The object that `prov compare --json` prints.

    `summary` is same-photo, same-scene, cannot-tell, nothing-in-common, too-little-detail or unreadable; where there
    is no match its keys are null and its lists empty.
    """
    match = match_object(pair.match) if pair.match else _NOTHING
    made = {
        "schema": 1,
        "this": _side_object(pair.this),
        "other": _side_object(pair.other),
        "summary": _summary(pair),
        **match,
    }
    checked: dict[str, Any] = strict(made)
    return checked


def _summary(pair: Pair) -> str:
    if not pair.readable:
        return "unreadable"
    if pair.match is not None:
        return pair.match.verdict.value
    return "too-little-detail" if pair.showing_little else "nothing-in-common"


def _side_object(given: Given) -> dict[str, Any]:
    width, height = given.size or (None, None)
    return {
        "file": given.file,
        "photo": given.photo,
        "readable": given.readable,
        "width": width,
        "height": height,
        "problems": [problem.sentence for problem in given.problems],
        "isolation": given.examination.isolation.value if given.examination else None,
    }
