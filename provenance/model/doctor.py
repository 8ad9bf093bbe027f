"""What `prov doctor` looks at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """How a thing is."""

    GOOD = "good"
    NOTE = "note"
    """It works, with less than could be had."""
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was looked at: what it is, how it is, in a sentence, and what to do ("" for nothing)."""

    name: str
    health: Health
    sentence: str
    hint: str = ""
