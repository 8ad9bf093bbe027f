"""A desk in a folder: photos on disk, an archive, and the command line to work on them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from builders.pictures import a_picture, to_pixels
from provenance.cli.main import main
from provenance.matching.pixels import laid, to_image
from provenance.model.matching import Orientation
from provenance.model.photo import Pixels


@dataclass(frozen=True)
class Answer:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, object]]:
        """Standard output as JSON, one object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Desk:
    """`prov(...)` runs a command in this process, `prov_process(...)` in one of its own."""

    folder: Path
    run: Callable[[list[str]], Answer]

    @property
    def archive(self) -> Path:
        """The archive's folder; nothing is there until something was ingested."""
        return self.folder / "archive"

    def prov(self, *arguments: str | Path) -> Answer:
        """Run a command here."""
        return self.run(["--archive", str(self.archive), *map(str, arguments)])

    def command(self, *arguments: str | Path) -> list[str]:
        """The command line of a run in a process of its own."""
        return [sys.executable, "-m", "provenance", "--archive", str(self.archive), *map(str, arguments)]

    def prov_process(self, *arguments: str | Path, **environment: str) -> Answer:
        """Run a command in a process of its own."""
        done = subprocess.run(
            self.command(*arguments), capture_output=True, check=False, env={**os.environ, **environment}, timeout=120
        )
        return Answer(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    def photo(self, name: str, seed: int = 1, *, quality: int = 90, lying: Orientation = Orientation.UPRIGHT) -> Path:
        """A JPEG without metadata."""
        return self.save(name, to_pixels(laid(to_image(a_picture(seed)), lying)), quality)

    def save(self, name: str, pixels: Pixels, quality: int = 90) -> Path:
        """Pixels as a JPEG."""
        path = self.path(name)
        to_image(pixels).save(path, "JPEG", quality=quality)
        return path

    def text(self, name: str, content: str | bytes) -> Path:
        """A text file."""
        path = self.path(name)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def path(self, name: str) -> Path:
        """A path below the desk's folder, its parent made."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


def run_here(arguments: list[str], capture: Callable[[], tuple[str, str]]) -> Answer:
    """Run the command line in this process. `capture` gives what was printed since it was last asked."""
    argv, hook, interrupt = sys.argv, sys.excepthook, signal.getsignal(signal.SIGINT)
    capture()
    sys.argv = ["prov", *arguments]
    try:
        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    finally:
        sys.argv, sys.excepthook = argv, hook
        signal.signal(signal.SIGINT, interrupt)
    out, err = capture()
    return Answer(code, out, err)
