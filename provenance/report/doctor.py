"""What `prov doctor` tells, for people and for scripts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from provenance.model.doctor import Health, Point
from provenance.report.escape import one_line
from provenance.report.layout import block
from provenance.report.objects import strict

_WORDS = {Health.GOOD: "good", Health.NOTE: "NOTE", Health.BAD: "BAD"}


def render_doctor(points: Sequence[Point]) -> str:
    """All that was looked at, then one sentence about it."""
    width = max(len(one.name) for one in points)
    lines: list[str] = []
    for one in points:
        first, *rest = block(one_line(one.sentence), " " * (width + 8))
        lines += [f"{_WORDS[one.health]:<4}  {one.name:<{width}}  {first.strip()}", *rest]
        lines += block(one_line(one.hint), " " * (width + 8)) if one.hint else []
    bad = sum(one.health is Health.BAD for one in points)
    told = "Everything that prov needs works." if not bad else f"{bad} of {len(points)} things need your attention."
    return "\n".join([*lines, "", told])


def doctor_object(points: Sequence[Point]) -> dict[str, Any]:
    """The same for scripts."""
    told = [
        {"name": one.name, "health": one.health.value, "sentence": one.sentence, "hint": one.hint} for one in points
    ]
    made: dict[str, Any] = strict({"schema": 1, "points": told})
    return made
