"""Recall: which pictures are found again after what, and which are mistaken for others, beside other systems."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field
from multiprocessing import get_context
from pathlib import Path

from benchmarks import attacks, hard, recall_ask
from benchmarks.archives import JOBS, fill, names, prepare
from benchmarks.recall_ask import FAILED, Asking, Outcome
from benchmarks.recall_peers import Asked, ask_peers
from benchmarks.recall_pictures import THIRDS, Picture, drawn, frames, photos
from benchmarks.recall_queries import ALL, FRAMED, Query, absent, copies, framed, framed_name, other_frames, without
from benchmarks.recall_render import jpeg, load
from provenance.model.limits import LIMITS, Limits

PARTS = ("copy", "absent", "frame", "framed")


@dataclass(frozen=True)
class Plan:
    """How much is measured. `calibrate` reports on the calibration half instead of the other one.

    `strangers` counts the photos, the frames and the drawn pictures of each class that are asked of archives that lack
    them, `attacked` the attacks on each, `each_hard` the drawn pictures of a class, `inside` the photos put in frames.
    """

    originals: int = 48
    attacks: tuple[str, ...] = ()
    parts: tuple[str, ...] = PARTS
    strangers: int = 1000
    each_hard: int = 120
    attacked: int = 3
    inside: int = 24
    calibrate: bool = False
    peers: bool = True
    dump: Path | None = None
    limits: Limits = field(default=LIMITS)


@dataclass(frozen=True)
class Stock:
    """The pictures at hand, the folders of the galleries, and the names of all photos by their ids."""

    photos: list[Picture]
    frames: list[Picture]
    drawn: list[Picture]
    held: list[Picture]
    galleries: dict[str, str]
    names: dict[str, str]


@dataclass(frozen=True)
class Measured:
    """All outcomes, and what other systems answered to the same queries (None where they were not asked)."""

    outcomes: list[Outcome]
    peers: Asked | None


def measure(plan: Plan, folder: Path) -> Measured:
    """Make the galleries, ask everything, and put the same queries to the peers."""
    stock = gather(plan, folder)
    keep = folder / "queries" if plan.peers else None
    if keep:
        keep.mkdir()
    asking = Asking(stock.galleries, stock.names, plan.limits, str(keep or ""))
    asked = queries(plan, stock)
    outcomes = run(asked, asking, recall_ask.ask, "asking")
    if plan.dump:
        plan.dump.write_text(json.dumps([asdict(one) for one in outcomes], default=str, indent=0), encoding="utf-8")
    if not plan.peers:
        return Measured(outcomes, None)
    theirs = [one for one in outcomes if one.query.part in ("copy", "absent")]
    calibration = [one for one in stock.photos if one.calibrating]
    known = list(copies(calibration, plan.attacks or attacks.names(), plan.originals))
    learnt = run(known, asking, recall_ask.only_render, "rendering for the thresholds of others", len(asked))
    return Measured(outcomes, ask_peers(folder / "peers", stock.held, learnt, theirs))


def gather(plan: Plan, folder: Path) -> Stock:
    """Draw what is drawn, prepare every picture once, and fill the galleries that are needed."""
    shared, scenes = photos(), frames()
    alike = drawn(folder / "hard", plan.each_hard) if {"absent", "copy"} & set(plan.parts) else []
    held = [one for one in (*shared, *scenes, *alike) if one.held]
    inside = _framed(_half(shared, plan)[: plan.inside], folder / "framed") if "framed" in plan.parts else []
    _say(f"preparing {len(held) + len(inside)} pictures")
    prepared = prepare([*held, *inside], plan.limits)
    wanted = {ALL: held, FRAMED: inside} | {without(third): _without(held, third) for third in range(THIRDS)}
    if "absent" not in plan.parts:
        wanted = {name: pictures for name, pictures in wanted.items() if name in (ALL, FRAMED)}
    wanted = {name: pictures for name, pictures in wanted.items() if pictures}
    for name, pictures in wanted.items():
        _say(f"filling the gallery {name}")
        fill(folder / name, pictures, prepared, plan.limits)
    named = names([*held, *inside], prepared)
    return Stock(shared, scenes, alike, held, {name: str(folder / name) for name in wanted}, named)


def queries(plan: Plan, stock: Stock) -> list[Query]:
    """Everything that is asked of the half that is reported on."""
    known = plan.attacks or attacks.names()
    own, scenes = _half(stock.photos, plan), _half(stock.frames, plan)
    asked = [one for one in _half(stock.drawn, plan) if not one.held]
    few = [one for one in scenes if one.path.stem in ("000", "001")]
    kinds = [own, few, *([one for one in asked if one.kind == kind] for kind in hard.CLASSES)]
    strangers = [one for pictures in kinds for one in pictures[: plan.strangers]]
    lists: dict[str, Callable[[], list[Query]]] = {
        "copy": lambda: list(copies(own, known, plan.originals)),
        "absent": lambda: list(absent(strangers, own, known, plan.attacked)),
        "frame": lambda: list(other_frames(scenes)),
        "framed": lambda: list(framed(own[: plan.inside], own[plan.inside : 2 * plan.inside])),
    }
    return [query for part in plan.parts for query in lists[part]()]


def run(
    asked: Sequence[Query], asking: Asking, job: Callable[[int, Query], Outcome], what: str, first: int = 0
) -> list[Outcome]:
    """Every query in one of two processes; in the order asked. One that fails is told of, and counts as not found."""
    found: dict[int, Outcome] = {}
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # each process has a processor of its own
    with ProcessPoolExecutor(JOBS, get_context("spawn"), recall_ask.begin, (asking,)) as pool:
        waiting = {pool.submit(job, first + number, query): number for number, query in enumerate(asked)}
        for done, future in enumerate(as_completed(waiting), 1):
            number = waiting[future]
            error = future.exception()
            found[number] = (
                _failed(asked[number], error, recall_ask.kept(asking, first + number)) if error else future.result()
            )
            if done % max(1, len(asked) // 20) == 0:
                _say(f"{what}: {done} of {len(asked)}")
    return [found[number] for number in range(len(asked))]


def _failed(query: Query, error: BaseException, file: str) -> Outcome:
    _say(f"FAILED {query.key}: {error!r}{getattr(error, '__cause__', None) or ''}")
    return Outcome(query, (), f"{FAILED}: {error!r}", 0.0, False, None, None, file)


def _half(pictures: Sequence[Picture], plan: Plan) -> list[Picture]:
    return [one for one in pictures if one.calibrating == plan.calibrate]


def _without(pictures: Sequence[Picture], third: int) -> list[Picture]:
    return [one for one in pictures if one.third != third or one.kind not in ("photo", "scene")]


def _framed(pictures: Sequence[Picture], folder: Path) -> list[Picture]:
    """Every picture in every frame, as files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number, picture in enumerate(pictures):
        for place, attack in enumerate(attacks.FRAMES):
            path = folder / f"{number:03}-{place}.jpg"
            path.write_bytes(jpeg(attacks.apply(attack, load(str(picture.path)), number, ())[0]))
            name = framed_name(picture, attack)
            made.append(Picture(name, path, "framed", picture.unit, True, picture.calibrating, picture.third))
    return made


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
