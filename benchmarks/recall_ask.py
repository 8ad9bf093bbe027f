"""Asking, in a process of its own: a query becomes a JPEG, and the program's own check answers."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from benchmarks.recall_queries import Query
from benchmarks.recall_render import Box, Rendered, covered, render
from provenance.media.worker.handed import hand_over
from provenance.model.case import KnownPhoto
from provenance.model.limits import Limits
from provenance.model.matching import ChangeKind
from provenance.store.archive import Archive
from provenance.workflows.check import Desk, Question, check
from provenance.workflows.in_process import InThisProcess

FAILED = "failed"
"""How the summary of an outcome begins where the check raised an error."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One match as it was answered. `touched` is how much of the truly changed area the named areas cover, `apt` how
    much of the named areas truly changed; None where that is not known.
    """

    name: str
    verdict: str
    relations: tuple[str, ...]
    step: str
    confidence: float
    kept: float | None
    of_this: float | None
    shown: Box | None
    altered: float | None
    overlaid: float | None
    points: int | None
    same_moment: bool
    touched: float | None = None
    apt: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one query, and the truth that it is held against.

    `mirrored` and `shown` are as in Rendered, `changed` is the share of the picture that was replaced. `file` is where
    the JPEG was kept, "" where it was not. `problems` are the kinds of those that the check told of.
    """

    query: Query
    seen: tuple[Seen, ...]
    summary: str
    seconds: float
    mirrored: bool
    shown: Box | None
    changed: float | None
    file: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asking:
    """What every process needs: where the galleries lie, the names of their photos, limits, where to keep queries."""

    galleries: Mapping[str, str]
    names: Mapping[str, str]
    limits: Limits
    keep: str = ""


_here: Asking


def begin(asking: Asking) -> None:
    """Make a process ready."""
    global _here  # a process has one task in its life  # noqa: PLW0603
    _here = asking


def ask(number: int, query: Query) -> Outcome:
    """Render one query and put it to the program."""
    rendered = render(query)
    file = _keep(number, rendered)
    began = time.perf_counter()
    with Question(query.key, hand_over([rendered.data])) as question:
        checked = check(question, _archive(query.gallery), _desk())
    seconds = time.perf_counter() - began
    return Outcome(
        query=query,
        seen=tuple(_seen(known, rendered) for known in checked.verdict.case.known),
        summary=str(checked.verdict.summary.value),
        seconds=seconds,
        mirrored=rendered.mirrored,
        shown=rendered.shown,
        changed=None if rendered.changed is None else float(rendered.changed.mean()),
        file=file,
        problems=tuple(one.kind for one in checked.verdict.case.problems),
    )


def only_render(number: int, query: Query) -> Outcome:
    """Render one query for the peers."""
    rendered = render(query)
    return Outcome(query, (), "", 0.0, rendered.mirrored, None, None, _keep(number, rendered))


def kept(asking: Asking, number: int) -> str:
    """Where the JPEG of a query is kept, "" where it is not."""
    return str(Path(asking.keep) / f"{number:05}.jpg") if asking.keep else ""


def _keep(number: int, rendered: Rendered) -> str:
    target = kept(_here, number)
    if target:
        Path(target).write_bytes(rendered.data)
    return target


def _seen(known: KnownPhoto, rendered: Rendered) -> Seen:
    match = known.match
    touched = apt = None
    if rendered.changed is not None:
        boxes = [change.box for change in match.changes if change.kind is ChangeKind.CONTENT]
        touched, apt = covered(boxes, rendered.changed)
    return Seen(
        name=_here.names.get(known.photo, known.photo),
        verdict=match.verdict.value,
        relations=tuple(one.value for one in match.relations),
        step=match.step,
        confidence=match.confidence,
        kept=match.kept,
        of_this=match.of_this,
        shown=match.shown,
        altered=match.altered,
        overlaid=match.overlaid,
        points=match.points,
        same_moment=match.same_moment,
        touched=touched,
        apt=apt,
    )


@cache
def _archive(gallery: str) -> Archive:
    return Archive.open(Path(_here.galleries[gallery]))


@cache
def _desk() -> Desk:
    from provenance.cli.options import vocabulary
    from provenance.files import load_words
    from provenance.matching.words import Words

    words = Words.from_bytes(load_words())
    return Desk(InThisProcess(), vocabulary, _here.limits, datetime.now(UTC), lambda: words)
