"""A language model may add a contradiction about the subject, with quotations, and nothing else. It answers here."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from builders.desk import Desk

from provenance.advisor.endpoint import LONGEST_ANSWER, Endpoint, ask
from provenance.advisor.subjects import advised
from provenance.errors import AdvisorError, UsageError
from provenance.model.claims import Agreement, Axis, Comparison

RECORD, CLAIM = "A goalkeeper lifts the cup in the rain", "A priest blesses boats in the harbour"
UNCLEAR = Comparison(Axis.SUBJECT, CLAIM, RECORD, Agreement.CANNOT_TELL, "Nothing contradicts for certain.")


class Model(HTTPServer):
    """An endpoint on this machine that says what it is told to, and remembers what it was asked."""

    status = 200
    body = b""
    asked: list[dict[str, Any]]
    keys: list[str | None]

    def says(self, content: object) -> None:
        self.body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Answer(BaseHTTPRequestHandler):
    server: Model

    def do_POST(self) -> None:
        self.server.keys.append(self.headers["Authorization"])
        self.server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.server.status)
        if self.server.status == 302:
            self.send_header("Location", self.server.url)
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def model() -> Iterator[Model]:
    server = Model(("127.0.0.1", 0), _Answer)
    server.asked, server.keys = [], []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def heard(model: Model) -> Comparison:
    endpoint = Endpoint(model.url, "desk-model", "secret", seconds=5)
    return advised(UNCLEAR, CLAIM, RECORD, lambda messages: ask(endpoint, messages))


def test_a_contradiction_with_literal_quotations_is_added_and_labelled(model: Model) -> None:
    model.says('Sure: {"contradicts": true, "a": "A goalkeeper", "b": "A priest", "why": "Other people."}')
    found = heard(model)
    assert found.verdict is Agreement.CONTRADICTS
    assert (found.claimed, found.on_record) == ("A priest", "A goalkeeper")
    assert "language model" in found.why
    assert found.innocent
    assert model.keys == ["Bearer secret"]
    assert model.asked[0]["model"] == "desk-model"
    assert RECORD in model.asked[0]["messages"][1]["content"]


@pytest.mark.parametrize(
    "said",
    [
        '{"contradicts": true, "a": "a goalkeeper in red", "b": "A priest", "why": ""}',
        '{"contradicts": true, "a": "A goalkeeper", "b": ""}',
        '{"contradicts": true, "a": 5, "b": ["A priest"]}',
        '{"contradicts": true, "a": "goal", "b": "A priest"}',
        '{"contradicts": "true", "a": "A goalkeeper", "b": "A priest"}',
        "They contradict each other completely.",
        "",
    ],
)
def test_what_is_not_quoted_literally_from_both_is_not_believed_and_said(model: Model, said: str) -> None:
    model.says(said)
    with pytest.raises(AdvisorError, match="language model"):
        heard(model)


def test_a_model_that_finds_nothing_changes_nothing(model: Model) -> None:
    model.says('{"contradicts": false, "a": "A goalkeeper", "b": "A priest"}')
    assert heard(model) == UNCLEAR


def test_an_answer_that_drips_ends_after_the_seconds_given() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        ended = threading.Event()
        thread = threading.Thread(target=_drip, args=(server, ended))
        thread.start()
        endpoint = Endpoint(f"http://127.0.0.1:{server.getsockname()[1]}/v1", "desk-model", seconds=1)
        with pytest.raises(AdvisorError, match="language model"):
            ask(endpoint, [("user", "?")])
        ended.set()
        thread.join()


def _drip(server: socket.socket, ended: threading.Event) -> None:
    """A byte every tenth of a second, so that no wait for one byte is ever long."""
    connection, _address = server.accept()
    with connection, suppress(OSError):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while not ended.wait(0.1):
            connection.sendall(b" ")


def test_it_is_not_asked_about_other_axes_and_takes_no_contradiction_away(model: Model) -> None:
    model.says('{"contradicts": false}')
    endpoint = Endpoint(model.url, "desk-model", seconds=5)
    for axis, verdict in ((Axis.DATE, Agreement.CANNOT_TELL), (Axis.SUBJECT, Agreement.CONTRADICTS)):
        found = Comparison(axis, "a", "b", verdict, "why")
        assert advised(found, CLAIM, RECORD, lambda messages: ask(endpoint, messages)) is found
    assert model.asked == []


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, b"{}"),
        (302, b"{}"),
        (200, b"not json"),
        (200, b'{"choices": []}'),
        (200, b'{"choices": [{"message": {"content": null}}]}'),
        (200, b"[" * 100_000),
        (200, b" " * (LONGEST_ANSWER + 1)),
    ],
)
def test_an_answer_that_is_none_is_a_sentence(model: Model, status: int, body: bytes) -> None:
    model.status, model.body = status, body
    with pytest.raises(AdvisorError, match="language model"):
        heard(model)
    assert len(model.asked) == 1  # a redirect is not followed


def test_nobody_there_is_a_sentence_and_a_wrong_address_is_wrong_usage(model: Model) -> None:
    model.shutdown()
    model.server_close()
    with pytest.raises(AdvisorError):
        heard(model)
    for url in ("file:///etc/passwd", "localhost:80", "ftp://model", "http://"):
        with pytest.raises(UsageError):
            Endpoint(url, "model")


def compared(environment: dict[str, str]) -> dict[str, Any]:
    import os

    done = subprocess.run(
        [sys.executable, "-m", "provenance", "compare-captions", RECORD, CLAIM, "--json"],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
        timeout=60,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_the_command_asks_only_where_the_settings_name_a_model(model: Model) -> None:
    model.says('{"contradicts": true, "a": "A goalkeeper", "b": "A priest", "why": "Other people."}')
    assert compared({"PROV_MODEL_URL": ""})["subject"] == "cannot-tell"
    assert model.asked == []
    assert compared({"PROV_MODEL_URL": model.url})["subject"] == "contradicts"
    model.status = 500
    told = compared({"PROV_MODEL_URL": model.url})
    assert told["subject"] == "cannot-tell"
    assert "language model" in told["problem"]


def test_a_check_shows_what_the_model_quotes_and_says_when_it_is_silent(
    model: Model, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = desk.photo("wire/cup.jpg")
    desk.text("captions.csv", f"file,caption\ncup.jpg,{RECORD}\n")
    desk.prov("ingest", desk.path("wire"), "--captions", desk.path("captions.csv"))
    monkeypatch.setenv("PROV_MODEL_URL", model.url)
    model.says('{"contradicts": true, "a": "A goalkeeper", "b": "A priest", "why": "Other people."}')
    assert about_the_subject(desk, photo) == ("contradicts", True)
    model.status = 500
    assert about_the_subject(desk, photo) == ("cannot-tell", False)
    told = desk.prov("check", photo, "--caption", CLAIM, "--json").objects[0]
    problems = told["problems"]
    assert isinstance(problems, list)
    assert any("language model" in problem for problem in problems)


def about_the_subject(desk: Desk, photo: Path) -> tuple[str, bool]:
    """The verdict of that axis in a check, and whether the reason names the model."""
    told: dict[str, Any] = desk.prov("check", photo, "--caption", CLAIM, "--json").objects[0]
    (row,) = (row for row in told["axes"] if row["axis"] == "subject")
    return row["verdict"], "language model" in row["why"]
