"""200,000 mutated files and documents, shared out among all parsers of ours: what came of them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from benchmarks.figures import HEADS, Figure, shown, table

RUNS = 200_000
ROOT = Path(__file__).resolve().parents[1]


def measure(folder: Path, *, quick: bool) -> str:
    """The figures, in Markdown."""
    from tools.fuzz import TARGETS

    each = (RUNS // 100 if quick else RUNS) // len(TARGETS) + 1
    command = [sys.executable, "-m", "tools.fuzz", "--runs", str(each)]
    search = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=search)
    told = re.findall(r"^(\w[\w -]*): ([\d,]+) runs on ([\d,]+) seeds, (\d+) failures", done.stdout, re.MULTILINE)
    runs, failures = (sum(int(one[at].replace(",", "")) for one in told) for at in (1, 3))
    whole = len(told) == len(TARGETS)
    note = ", ".join(name for name, *_rest in told) if whole else done.stderr[-200:]
    figures = [
        Figure(
            "runs on mutated seeds", "at least 200,000", f"{runs:,}", None if quick else whole and runs >= RUNS, note
        ),
        Figure("foreign exceptions, and runs of more than two seconds", "0", f"{failures}", whole and not failures),
    ]
    print(shown(figures))
    return table(HEADS, [one.cells for one in figures])
