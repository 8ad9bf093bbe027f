"""Starting: help, first steps, what a command imports, and how mistakes are told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from builders.desk import Desk

COMMANDS = ["ingest", "check", "compare", "show", "link", "inspect", "watch", "rules", "archive"]


def modules_after(desk: Desk, *arguments: str) -> set[str]:
    """The modules that a command has imported when it ends."""
    script = (
        "import sys, json, atexit\n"
        "atexit.register(lambda: sys.stderr.write('\\n' + json.dumps(sorted(sys.modules))))\n"
        "from provenance.cli.main import main\n"
        f"sys.argv = {['prov', '--archive', str(desk.archive), *arguments]!r}\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    return set(json.loads(done.stderr.splitlines()[-1]))


SQL = {"sqlmodel", "sqlalchemy", "sqlite3", "alembic"}
ENGINES = {"tantivy", "cv2"}
PICTURES = {"numpy", "pdqhash", "imagehash", "PIL.Image"}
DECODERS = {"PIL", "exifread", "pillow_heif", "defusedxml"}
NEVER_IN_A_CHECK = {
    "sqlalchemy",
    "sqlmodel",
    "pydantic",
    "scipy",
    "imagehash",
    "cv2",
    "alembic",
    "jinja2",
    "rich",
    "charset_normalizer",
    "pillow_heif",
    "http.server",
}


def test_help_imports_neither_sql_nor_pictures(desk: Desk) -> None:
    loaded = modules_after(desk, "--help")
    assert "provenance.cli.check" in loaded
    assert not loaded & (SQL | PICTURES | ENGINES | {"rich", "exifread"})


def test_inspect_imports_no_sql_and_nothing_that_opens_a_photo(desk: Desk) -> None:
    loaded = modules_after(desk, "inspect", str(desk.photo("a.jpg")))
    assert "provenance.media.worker.workers" in loaded
    assert not loaded & (SQL | PICTURES | ENGINES | DECODERS | {"scipy", "jinja2", "rich"})


def test_neither_the_search_engine_nor_opencv_is_imported_to_show_what_is_held(desk: Desk) -> None:
    photo = desk.photo("a.jpg")
    desk.prov("ingest", photo)
    for arguments in (("archive", "info"), ("show", str(photo))):
        loaded = modules_after(desk, *arguments)
        assert "provenance.store.reader" in loaded
        assert not loaded & ENGINES


def on_record(desk: Desk) -> Path:
    """A photo that is held, with a caption that counts."""
    photo = desk.photo("a.jpg")
    beside = photo.with_suffix(".txt")
    beside.write_text("Boats on the river at dawn. Photo: Ada Moreau", encoding="utf-8")
    desk.prov("ingest", photo)
    beside.unlink()
    return photo


def test_an_exact_copy_on_record_is_recognised_without_the_search_engine(desk: Desk) -> None:
    assert not modules_after(desk, "check", str(on_record(desk))) & ENGINES


@pytest.mark.parametrize("how", ["nothing was said", "merely offered", "asked for"])
def test_the_search_goes_on_where_an_exact_copy_does_not_settle_it(desk: Desk, how: str) -> None:
    photo = on_record(desk) if how == "asked for" else desk.photo("a.jpg")
    if how == "nothing was said":
        desk.prov("ingest", photo)
    if how == "merely offered":
        desk.prov("ingest", desk.photo("b.jpg", 2))
        desk.prov("check", photo, "--save", "--caption", "Boats on the river at dawn")
    options = ["--thorough"] if how == "asked for" else []
    assert modules_after(desk, "check", str(photo), *options) >= ENGINES


def test_a_check_imports_only_what_it_reaches(desk: Desk) -> None:
    photo = on_record(desk)
    loaded = modules_after(desk, "check", str(photo))
    assert {"pdqhash", "sqlite3", "provenance.matching.ladder"} <= loaded
    assert not loaded & NEVER_IN_A_CHECK


def test_a_comparison_opens_no_archive_and_imports_only_what_it_reaches(desk: Desk) -> None:
    loaded = modules_after(desk, "compare", str(desk.photo("a.jpg", 1)), str(desk.photo("b.jpg", 2)))
    assert "provenance.matching.compare" in loaded
    assert not loaded & (SQL | {"pdqhash", "imagehash", "scipy", "tantivy", "jinja2", "rich", "pydantic"})


def test_rules_import_neither_sql_nor_pictures(desk: Desk) -> None:
    assert not modules_after(desk, "rules") & (SQL | PICTURES)


def test_without_arguments_it_says_what_to_do_first(desk: Desk) -> None:
    answer = desk.run([])
    assert answer.code == 0
    assert "prov ingest" in answer.out
    assert "prov check" in answer.out
    assert answer.out.index("prov ingest") < answer.out.index("prov check")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(desk: Desk, command: str) -> None:
    answer = desk.run([command, "--help"])
    assert answer.code == 0
    assert "Usage: prov " in answer.out or "Usage:" in answer.out
    assert len(answer.out.splitlines()) > 5


def test_the_version_is_told(desk: Desk) -> None:
    assert desk.run(["--version"]).out.startswith("prov 0.")


@pytest.mark.parametrize("arguments", [["chekc", "a.jpg"], ["check"], ["check", "--nonsense", "a.jpg"]])
def test_wrong_usage_is_exit_code_2_and_no_traceback(desk: Desk, arguments: list[str]) -> None:
    answer = desk.run(arguments)
    assert answer.code == 2
    assert "Traceback" not in answer.err
    assert answer.err.strip()


def test_the_archive_may_be_named_before_or_after_the_command_or_in_the_environment(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = desk.photo("a.jpg")
    assert desk.run(["ingest", str(photo), "--archive", str(desk.archive)]).code == 0
    assert desk.run(["--archive", str(desk.archive), "archive", "info"]).code == 0
    monkeypatch.setenv("PROV_ARCHIVE", str(desk.archive))
    assert str(desk.archive) in desk.run(["archive", "info"]).out


def test_a_mistake_of_ours_is_a_sentence_and_the_details_only_for_developers(desk: Desk) -> None:
    script = (
        "import sys, provenance.cli.main as m, provenance.cli.options as o\n"
        "sys.argv = ['prov', 'archive', 'info']\n"
        "import provenance.settings as s\n"
        "s.Settings.from_environment = staticmethod(lambda *a: 1 / 0)\n"
        "m.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "report it" in done.stderr


def test_the_shell_completes_commands() -> None:
    prov = Path(sys.executable).with_name("prov")
    asked = {**os.environ, "_PROV_COMPLETE": "complete_bash", "COMP_WORDS": "prov in", "COMP_CWORD": "1"}
    done = subprocess.run([prov], capture_output=True, text=True, check=False, env=asked)
    assert done.stdout.split() == ["ingest", "inspect"]
