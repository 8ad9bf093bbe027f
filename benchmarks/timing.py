"""Timing whole commands in turn, so that a drifting machine drifts for both."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence


def seconds(command: Sequence[str], environment: dict[str, str] | None = None) -> float:
    """Wall time of one run; its output is thrown away."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=environment)
    return time.perf_counter() - began


def in_turn(ours: Sequence[str], peer: Sequence[str], rounds: int, extra: dict[str, str]) -> tuple[float, float, float]:
    """Median seconds of ours and of the peer, and the median of the ratio ours / peer round by round."""
    environment = {**os.environ, **extra}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    seconds(ours, environment)
    seconds(peer, environment)
    pairs = [(seconds(ours, environment), seconds(peer, environment)) for _ in range(rounds)]
    ratios = [one / other for one, other in pairs]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs), statistics.median(ratios)


def printed_seconds(command: Sequence[str]) -> float:
    """Seconds that a timing script prints as its last line. What it complains of is shown."""
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout.split()[-1])
