"""How well the opening of a stranger's file was kept apart from everything else."""

from __future__ import annotations

from enum import StrEnum


class Isolation(StrEnum):
    """What was in force while a file was decoded."""

    NONE = "none"
    """It was decoded in the program's own process."""
    LIMITS = "limits"
    """In a process of its own, with limits on memory, time and writing."""
    FULL = "full"
    """Besides, that process could open no file, no socket and no program."""
