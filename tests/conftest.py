"""Makes the builders importable from every test, and gives each test a desk of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

os.environ.setdefault("PROV_CACHE", str(Path(sys.prefix) / "prov-cache"))  # the gazetteer is built there once

from builders.desk import Desk, run_here


@pytest.fixture
def desk(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A folder with an archive to be, and `prov` to work on it."""
    monkeypatch.delenv("PROV_ARCHIVE", raising=False)
    return Desk(tmp_path, lambda arguments: run_here(arguments, lambda: tuple(capfd.readouterr())))
