"""Inspect: what a file says about itself, without decoding its pixels and without an archive."""

from __future__ import annotations

from provenance.media.examine import read_facts
from provenance.media.picture import photo_id
from provenance.model.limits import Limits
from provenance.model.photo import Fact, PhotoId, Problem


def inspect(data: bytes, limits: Limits) -> tuple[PhotoId, str, tuple[Fact, ...], tuple[Problem, ...]]:
    """The photo's id, its format, every fact, and what was wrong."""
    name, facts, problems = read_facts(data, limits.read)
    return photo_id(data), name, facts, problems
