"""Where the archive is: an option, else the environment, else the platform's folder of user data."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from provenance.errors import UsageError
from provenance.settings import Settings


def test_the_option_wins_over_the_environment(tmp_path: Path) -> None:
    settings = Settings.from_environment(tmp_path / "a", {"PROV_ARCHIVE": str(tmp_path / "b")})
    assert (settings.archive, settings.named_by) == (tmp_path / "a", "--archive")


def test_the_environment_names_it_else(tmp_path: Path) -> None:
    settings = Settings.from_environment(None, {"PROV_ARCHIVE": str(tmp_path / "b")})
    assert (settings.archive, settings.named_by) == (tmp_path / "b", "PROV_ARCHIVE")


@pytest.mark.parametrize("environ", [{}, {"PROV_ARCHIVE": ""}])
def test_the_platform_has_a_place_for_it(environ: dict[str, str]) -> None:
    settings = Settings.from_environment(None, environ)
    assert settings.named_by == "default"
    assert settings.archive.is_absolute()
    assert "prov" in settings.archive.parts


def test_a_relative_path_is_one_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings.from_environment(Path("desk/../archive"), {}).archive == tmp_path / "archive"


def test_a_home_that_nobody_knows_is_a_sentence() -> None:
    with pytest.raises(UsageError) as raised:
        Settings.from_environment(Path("~nobody-of-this-name/archive"), {})
    assert "~nobody-of-this-name" in raised.value.sentence


def test_the_platform_is_asked_only_where_it_has_to_be() -> None:
    program = (
        "import sys; from pathlib import Path; from provenance.settings import Settings;"
        "Settings.from_environment(Path('/x'), {}); sys.exit('platformdirs' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
