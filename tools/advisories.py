"""Hold the pinned packages against the published advisories, with pip-audit in an environment of its own.

    python tools/advisories.py

Exit code 1: a pinned version has a known hole. Where the advisories cannot be asked, it says so and does not fail.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

CONSTRAINTS = Path(__file__).resolve().parents[1] / "constraints.txt"


def main() -> int:
    """Ask, and tell."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        installed = subprocess.run([python, "-m", "pip", "install", "-q", "pip-audit"], check=False)
        if installed.returncode:
            print("Advisories were not asked: pip-audit could not be installed.")
            return 0
        options = [
            "-r",
            str(CONSTRAINTS),
            "--no-deps",
            "--disable-pip",
            "--format",
            "json",
            "--progress-spinner",
            "off",
        ]
        done = subprocess.run([python, "-m", "pip_audit", *options], capture_output=True, text=True, check=False)
    try:
        asked = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"Advisories were not asked: {(done.stderr.strip().splitlines() or ['no answer'])[-1]}")
        return 0
    return told(asked)


def told(asked: list[dict]) -> int:
    """Print what is known of each package, and whether all of them could be asked about."""
    unknown = [one["name"] for one in asked if "skip_reason" in one]
    bad = [(one, hole) for one in asked for hole in one.get("vulns", ())]
    for one, hole in bad:
        mended = ", ".join(hole["fix_versions"]) or "not yet"
        print(f"{one['name']} {one['version']}: {hole['id']}; mended in: {mended}")
    known = len(asked) - len(unknown)
    print(f"{known} of {len(asked)} pinned packages were held against the advisories: {len(bad)} holes.")
    if unknown:
        print(f"Nothing could be learnt about: {', '.join(unknown)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
