"""The same queries put to other systems, each with the threshold at which few wrong candidates pass."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.recall_ask import Outcome
from benchmarks.recall_pictures import Picture
from benchmarks.recall_queries import ALL

ROOT = Path(__file__).resolve().parents[1]
VENV = Path(os.environ.get("PROV_BENCH_PEERS", ROOT / ".venv-peers"))
"""They depend on another OpenCV package than the program, so they live in an environment of their own."""
PACKAGES = ("numpy", "pillow", "imagehash", "pdqhash", "perception", "perception[approximate-deduplication]")
WRONG = 0.001
"""Share of the calibration queries whose nearest wrong picture may pass."""
NONE = 255


@dataclass(frozen=True, slots=True)
class Peer:
    """One system: what it is, how far a picture may be at most (-1: nothing passes), and the distances it measured.

    `distances` is (asked, held), in the order of the outcomes and of the gallery.
    """

    name: str
    version: str
    threshold: int
    distances: NDArray[np.uint8]


@dataclass(frozen=True)
class Asked:
    """What the peers were asked, and what they answered; `problems` says in words who was left out."""

    outcomes: Sequence[Outcome]
    gallery: Sequence[Picture]
    peers: Sequence[Peer]
    problems: Sequence[str]

    def found(self, peer: Peer, row: int) -> bool:
        """Whether the right picture lies within the threshold."""
        name = self.outcomes[row].query.picture.name
        return any(self.gallery[column].name == name for column in self._passing(peer, row))

    def wrong(self, peer: Peer, row: int) -> bool:
        """Whether a wrong picture lies within the threshold; one that the query shows too is not wrong."""
        return any(self._is_wrong(row, column) for column in self._passing(peer, row))

    def nearest_wrong(self, distances: NDArray[np.uint8], row: int) -> int:
        """The distance of the nearest wrong picture."""
        return min((int(distances[row, c]) for c in range(len(self.gallery)) if self._is_wrong(row, c)), default=NONE)

    def _passing(self, peer: Peer, row: int) -> list[int]:
        near = np.flatnonzero(peer.distances[row] <= peer.threshold)
        return [int(column) for column in near if self._asked_of(row, int(column))]

    def _asked_of(self, row: int, column: int) -> bool:
        query = self.outcomes[row].query
        return query.gallery == ALL or self.gallery[column].third != query.picture.third or not self._photo(column)

    def _is_wrong(self, row: int, column: int) -> bool:
        query = self.outcomes[row].query
        right = {query.picture.unit, *(other.unit for other in query.others)}
        return self.gallery[column].unit not in right and self._asked_of(row, column)

    def _photo(self, column: int) -> bool:
        return self.gallery[column].kind in ("photo", "scene")


def ask_peers(
    folder: Path, gallery: Sequence[Picture], calibration: Sequence[Outcome], outcomes: Sequence[Outcome]
) -> Asked:
    """Ask every system that installs. Thresholds come from the calibration queries, answers from the others."""
    outcomes = [one for one in outcomes if one.file]
    every = [*calibration, *outcomes]
    problems = make_environment()
    answer = _run(folder, gallery, every)
    if answer is None:
        return Asked(outcomes, gallery, (), (*problems, "No other system could be asked."))
    peers = []
    for name, told in answer.items():
        if "problem" in told:
            problems.append(told["problem"])
            continue
        distances = np.load(told["file"])
        learnt = Asked(calibration, gallery, (), ())
        own = name.endswith("own thresholds")
        limit = 0 if own else _threshold(learnt, distances[: len(calibration)])
        peers.append(Peer(name, told["version"], limit, distances[len(calibration) :]))
    return Asked(outcomes, gallery, peers, problems)


def _threshold(learnt: Asked, distances: NDArray[np.uint8]) -> int:
    """The largest distance at which no more than the allowed share of queries lets a wrong picture pass."""
    nearest = sorted(learnt.nearest_wrong(distances, row) for row in range(len(learnt.outcomes)))
    if not nearest:
        return -1
    return nearest[int(WRONG * len(nearest))] - 1


def make_environment() -> list[str]:
    """Set the peers' environment up where it is not; says in words what does not install."""
    python = VENV / "bin" / "python"
    if python.exists():
        return []
    print(f"Setting up {VENV.name} for the other systems (once)...", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    failed = [one for one in PACKAGES if subprocess.run([*install, one], check=False, capture_output=True).returncode]
    return [f"{one} does not install here." for one in failed]


def _run(folder: Path, gallery: Sequence[Picture], every: Sequence[Outcome]) -> dict[str, dict[str, str]] | None:
    folder.mkdir(parents=True, exist_ok=True)
    request = folder / "request.json"
    asked = {
        "gallery": [str(picture.path) for picture in gallery],
        "queries": [outcome.file for outcome in every],
        "copies": [outcome.query.part == "copy" for outcome in every],
    }
    request.write_text(json.dumps(asked), encoding="utf-8")
    script = Path(__file__).with_name("peer_hashes.py")
    command = [str(VENV / "bin" / "python"), str(script), str(request), str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        print(f"The other systems stopped: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    answer: dict[str, dict[str, str]] = json.loads((folder / "answer.json").read_text(encoding="utf-8"))
    return answer
