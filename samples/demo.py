"""The demonstration: a small archive is filled, four photos come in, and prov says what it knows of each.

Run by `make demo`. Everything goes into the folder `demo`, which is made anew each time.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
WORK = HERE.parent / "demo"
ARCHIVE = WORK / "archive"
PROV = Path(sys.executable).with_name("prov")

STORY = (
    (
        "1. A photo comes in with its right caption. The archive holds it.",
        ["check", "samples/incoming/known.jpg"],
        0,
    ),
    (
        "2. A photo comes in as news from another country. It is an old one, mirrored.",
        ["check", "samples/incoming/repost.jpg", "--html", "demo/repost.html"],
        1,
    ),
    (
        "3. A photo comes in that nobody here has seen.",
        ["check", "samples/incoming/unknown.jpg"],
        0,
    ),
    (
        "4. A broken file comes in.",
        ["check", "samples/incoming/broken.jpg"],
        3,
    ),
)


def main() -> int:
    """Fill the archive, then tell the story. Returns 0 when every answer was the expected one."""
    if not (HERE / "photos").is_dir() or not (HERE / "incoming").is_dir():
        print("Rendering the samples (once)...")
        _run([sys.executable, str(HERE / "make.py")])
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir()
    print("A small archive is filled: twelve wire photos with their captions, and a newspaper article.\n")
    _prov("ingest", "samples/photos", "--source", "wire desk", "--captions", "samples/captions.csv")
    _prov(
        "link", "samples/photos/borodyanka.jpg", "--article", "samples/article.txt", "--publisher", "The Morning Ledger"
    )
    unexpected = 0
    for title, command, expected in STORY:
        print(f"\n\n== {title}\n")
        unexpected += _prov(*command) != expected
    print("\n\n== And what is known of the photo behind number 2?\n")
    _prov("show", "samples/photos/borodyanka.jpg")
    print("\n\n== Number 2 was published and archived all the same. Where does the archive contradict itself now?\n")
    _prov("ingest", "samples/incoming/repost.jpg", "--source", "a picture service", "--standing", "published")
    unexpected += _prov("audit", "--html", "demo/audit", "--fail-on", "warning") != 1
    print("\nThe page with both pictures side by side: demo/repost.html. The audit's report: demo/audit/index.html")
    print("The archive is in demo/archive. Try your own: .venv/bin/prov check PHOTO --archive demo/archive")
    if unexpected:
        print(f"\n{unexpected} of the answers were not the expected ones.", file=sys.stderr)
    return 1 if unexpected else 0


def _prov(*arguments: str) -> int:
    print(f"$ prov {shlex.join(arguments)}\n", flush=True)
    return _run([str(PROV), *arguments])


def _run(command: list[str]) -> int:
    environment = {**os.environ, "PROV_ARCHIVE": str(ARCHIVE)}
    return subprocess.run(command, cwd=HERE.parent, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
