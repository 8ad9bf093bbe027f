"""One question to an OpenAI-compatible endpoint (POST .../chat/completions), and its answer as text.

The request goes to the host that the setting names and nowhere else: no proxy of the environment, no redirect.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from socket import SHUT_RDWR
from threading import Event, Timer
from urllib.parse import SplitResult, urlsplit

from provenance.errors import AdvisorError, UsageError

LONGEST_ANSWER = 256 * 1024
"""Bytes of an answer that are read; what is longer is refused."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers: the URL before /chat/completions, the model's name, a key, and a patience in seconds."""

    url: str
    model: str
    key: str = ""
    seconds: float = 20.0

    def __post_init__(self) -> None:
        try:
            known = self.parts.scheme in {"http", "https"} and self.parts.hostname and self.parts.port != 0
        except ValueError:  # a port that is no number, or brackets that are no address
            known = False
        if not known:
            raise UsageError(
                "PROV_MODEL_URL is no address of a language model.", "Write it as http://localhost:8080/v1"
            )

    @property
    def parts(self) -> SplitResult:
        """The URL in its parts."""
        return urlsplit(self.url)

    @property
    def target(self) -> str:
        """What is asked for on that host: the path with /chat/completions, and the query where the URL has one."""
        path = self.parts.path.rstrip("/").removesuffix("/chat/completions")
        return f"{path}/chat/completions" + (f"?{self.parts.query}" if self.parts.query else "")


def ask(endpoint: Endpoint, messages: Sequence[tuple[str, str]]) -> str:
    """The model's words in answer to messages of (role, text). AdvisorError where none can be had."""
    asked = {
        "model": endpoint.model,
        "temperature": 0,
        "messages": [{"role": role, "content": text} for role, text in messages],
    }
    try:
        status, data = _exchange(endpoint, json.dumps(asked).encode())
    except (HTTPException, OSError, ValueError) as error:
        raise AdvisorError("The language model did not answer.", "Is it running? PROV_MODEL_URL names it.") from error
    if status != 200:
        raise AdvisorError(f"The language model refused to answer (HTTP {status}).", "Look at its own records.")
    return _words(data)


def _exchange(endpoint: Endpoint, body: bytes) -> tuple[int, bytes]:
    """One request and its answer, within the seconds. http.client follows no redirect and knows no proxy."""
    parts = endpoint.parts
    headers = {"Content-Type": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=endpoint.seconds)
    try:
        connection.connect()
        with _hung_up_after(endpoint.seconds, connection):
            connection.request("POST", endpoint.target, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read(LONGEST_ANSWER + 1)
    finally:
        connection.close()


@contextmanager
def _hung_up_after(seconds: float, connection: HTTPConnection) -> Iterator[None]:
    """Ends a connection that drips: the time limit of a socket starts anew with every byte. Raises TimeoutError."""
    late = Event()

    def hang_up() -> None:
        late.set()
        with suppress(OSError, AttributeError):  # it has ended meanwhile
            connection.sock.shutdown(SHUT_RDWR)

    timer = Timer(seconds, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if late.is_set():
            raise TimeoutError


def _words(data: bytes) -> str:
    if len(data) > LONGEST_ANSWER:
        raise AdvisorError("The language model's answer was too long, so it was not read.", "Ask a person.")
    try:
        said = json.loads(data)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise AdvisorError("The language model's answer could not be understood.", "Is it an OpenAI one?") from error
    if not isinstance(said, str):
        raise AdvisorError("The language model's answer holds no text.", "Ask a person.")
    return said
