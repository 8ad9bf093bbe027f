"""Files are read whole, within limits, or not at all, and why not is a sentence."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from builders.documents import a_socket

from provenance.errors import UnreadableFileError, UsageError
from provenance.files import FoundFile, find, load_vocabulary, read_document, write_new_page
from provenance.model.limits import ReadLimits

LIMITS = ReadLimits()


def a_found(path: Path) -> FoundFile:
    (found,) = find([path])
    assert isinstance(found, FoundFile)
    return found


def failure(path: Path, limits: ReadLimits = LIMITS) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as raised:
        FoundFile(str(path.parent), path.name, 0, 0, 0).hand_over(limits)
    assert str(path) in raised.value.sentence
    assert raised.value.hint
    return raised.value


@pytest.mark.parametrize("size", [0, 1, 1024 * 1024, 3 * 1024 * 1024 + 7])
def test_the_whole_content_comes_back(tmp_path: Path, size: int) -> None:
    (tmp_path / "a.jpg").write_bytes(bytes(range(256)) * (size // 256) + b"x" * (size % 256))
    data = (tmp_path / "a.jpg").read_bytes()
    with a_found(tmp_path / "a.jpg").hand_over(LIMITS) as content:
        assert content.read() == data
        assert (content.photo, content.size) == (hashlib.sha256(data).hexdigest(), len(data))


def test_files_and_documents_have_a_largest_size(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x" * 100)
    with a_found(tmp_path / "a.jpg").hand_over(replace(LIMITS, file_bytes=100)) as content:
        assert content.size == 100
    assert failure(tmp_path / "a.jpg", replace(LIMITS, file_bytes=99)).kind == "too-large"
    with pytest.raises(UnreadableFileError) as raised:
        read_document(tmp_path / "a.jpg", replace(LIMITS, document_bytes=99))
    assert raised.value.kind == "too-large"


def test_a_sparse_file_is_not_read_to_find_that_it_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "a.jpg").open("wb") as file:
        file.truncate(10**12)
    assert failure(tmp_path / "a.jpg").kind == "too-large"


def test_what_became_a_link_a_pipe_a_socket_or_a_folder_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "real.jpg").write_bytes(b"secret")
    (tmp_path / "link.jpg").symlink_to(tmp_path / "real.jpg")
    (tmp_path / "folder.jpg").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")
    with a_socket(tmp_path / "socket.jpg"):
        for name, what in {
            "link.jpg": "a link",
            "folder.jpg": "a folder",
            "pipe.jpg": "a named pipe",
            "socket.jpg": "a socket",
        }.items():
            error = failure(tmp_path / name)
            assert (error.kind, what in error.sentence) == ("not-a-regular-file", True)
    assert failure(Path("/dev/zero")).kind == "not-a-regular-file"


def test_what_is_gone_is_missing(tmp_path: Path) -> None:
    assert failure(tmp_path / "a.jpg").kind == "missing"
    (tmp_path / "file").write_bytes(b"")
    assert failure(tmp_path / "file" / "a.jpg").kind == "missing"


def test_a_file_that_grows_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"x" * 4_000_000)
    stop = threading.Event()

    def grow() -> None:
        with path.open("ab", buffering=0) as file:
            while not stop.is_set():
                file.write(b"y")

    growing = threading.Thread(target=grow)
    growing.start()
    kinds: set[str] = set()
    patience = time.monotonic() + 30
    try:
        while "changed" not in kinds and time.monotonic() < patience:
            kinds.add(_kind_of_reading(path))
    finally:
        stop.set()
        growing.join()
    assert "changed" in kinds
    assert kinds <= {"changed", ""}


def _kind_of_reading(path: Path) -> str:
    try:
        a_found(path).hand_over(LIMITS).close()
    except UnreadableFileError as error:
        return error.kind
    return ""


_WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
from provenance.errors import UnreadableFileError
from provenance.files import FoundFile, Refused, find
from provenance.model.limits import ReadLimits
folder = Path(sys.argv[1])
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
found = list(find([folder]))
refused = [one.problem.kind for one in found if isinstance(one, Refused)]
kinds = []
for one in found:
    if isinstance(one, FoundFile):
        try:
            one.hand_over(ReadLimits()).close()
        except UnreadableFileError as error:
            kinds.append(error.kind)
print(refused, kinds)
"""


def test_files_and_folders_without_permission_are_told(tmp_path: Path) -> None:
    """Root may read everything, so the reading is done by a process that has given its rights away."""
    folder = tmp_path / "in"
    (folder / "closed").mkdir(parents=True)
    (folder / "a.jpg").write_bytes(b"x")
    (folder / "noname").write_bytes(b"x")
    for path in (folder, *folder.parents):
        if path.stat().st_uid == os.geteuid() and "pytest-of-" in str(path):
            path.chmod(0o755)
    (folder / "a.jpg").chmod(0)
    (folder / "noname").chmod(0)
    (folder / "closed").chmod(0)
    try:
        command = [sys.executable, "-c", _WITHOUT_RIGHTS, str(folder)]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    finally:
        (folder / "closed").chmod(0o755)
    assert told == "['denied'] ['denied', 'denied']"


def test_the_vocabulary_comes_with_the_program() -> None:
    agencies, countries, _landmarks = load_vocabulary()
    assert agencies
    assert countries


class TestPages:
    """Writing an HTML page."""

    def test_a_page_is_written_and_replaced_whole(self, tmp_path: Path) -> None:
        page = tmp_path / "answer.html"
        write_new_page(page, "<p>one</p>")
        write_new_page(page, "<p>zwei ü \udcff</p>")
        assert page.read_text(encoding="utf-8") == "<p>zwei ü \\udcff</p>"
        assert os.listdir(tmp_path) == ["answer.html"]

    def test_a_new_page_may_be_called_anything(self, tmp_path: Path) -> None:
        write_new_page(tmp_path / "answer", "<p>one</p>")
        assert (tmp_path / "answer").read_text() == "<p>one</p>"

    @pytest.mark.parametrize("name", ["a.jpg", "notes.txt", "answer"])
    def test_nothing_but_a_page_is_replaced(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_bytes(b"precious")
        with pytest.raises(UsageError) as raised:
            write_new_page(tmp_path / name, "<p>one</p>")
        assert name in raised.value.sentence
        assert (tmp_path / name).read_bytes() == b"precious"

    def test_a_link_to_a_photo_is_not_written_through(self, tmp_path: Path) -> None:
        (tmp_path / "a.jpg").write_bytes(b"precious")
        (tmp_path / "answer.html").symlink_to(tmp_path / "a.jpg")
        with pytest.raises(UsageError):
            write_new_page(tmp_path / "answer.html", "<p>one</p>")
        assert (tmp_path / "a.jpg").read_bytes() == b"precious"

    def test_a_folder_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError) as raised:
            write_new_page(tmp_path / "none" / "answer.html", "<p>one</p>")
        assert "folder does not exist" in raised.value.hint

    @pytest.mark.skipif(sys.platform != "linux", reason="limits on the size of files are set as Linux does")
    def test_a_full_disk_leaves_the_old_page(self, tmp_path: Path) -> None:
        """A limit on the size of files stands in for the full disk: the write fails half-way all the same."""
        page = tmp_path / "answer.html"
        write_new_page(page, "old")
        program = (
            "import resource, signal, sys; from pathlib import Path; from provenance.files import write_new_page;"
            "from provenance.errors import UsageError; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
            "try: write_new_page(Path(sys.argv[1]), 'new' * 10000)\n"
            "except UsageError as error: print(error.sentence)"
        )
        told = subprocess.run([sys.executable, "-c", program, str(page)], capture_output=True, text=True, check=True)
        assert "could not be written" in told.stdout
        assert page.read_text() == "old"
        assert os.listdir(tmp_path) == ["answer.html"]
