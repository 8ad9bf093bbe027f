"""Drives a real Chromium through its debugging pipe: open a page, press keys, ask for values. Standard library only.

The protocol: https://chromedevtools.github.io/devtools-protocol/. Messages are JSON, each ended by a zero byte.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-extensions",
    "--disable-component-update",
    "--hide-scrollbars",
    "--mute-audio",
    "--remote-debugging-pipe",
)
_PATIENCE = 20.0  # seconds until an answer that does not come is given up


class BrowserError(Exception):
    """The browser said no, or nothing."""


def find_browser() -> str | None:
    """The path of a Chromium, None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """A Chromium with one page, closed at the end of `with`."""

    def __init__(self, path: str) -> None:
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        commands, self._out = os.pipe()
        self._in, answers = os.pipe()
        flags = [*_FLAGS, f"--user-data-dir={self._profile.name}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            flags.append("--no-sandbox")  # as root Chromium does not start with one
        line = ["/bin/sh", "-c", f'exec "$0" "$@" 3<&{commands} 4>&{answers}', path, *flags, "about:blank"]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(line, pass_fds=(commands, answers), stdout=quiet, stderr=quiet)
        os.close(commands)
        os.close(answers)
        self._waiting = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []
        self._session = ""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._out)
        os.close(self._in)
        self._process.terminate()
        self._process.wait()
        self._profile.cleanup()

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """One command; its answer. What happens meanwhile is put down in `events`."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            got = self._next()
            if got.get("id") == self._number:
                if "error" in got:
                    raise BrowserError(f"{method}: {got['error']['message']}")
                result: dict[str, Any] = got["result"]
                return result
            self.events.append(got)

    def open(self, page: Path | str) -> float:
        """Go to a page; returns the seconds until it had loaded."""
        self.events.clear()
        started = time.perf_counter()
        address = page.absolute().as_uri() if isinstance(page, Path) else page
        self.ask("Page.navigate", url=address)
        self.wait_for("Page.loadEventFired")
        return time.perf_counter() - started

    def wait_for(self, event: str) -> None:
        """Until something happens, or has happened since the page was opened."""
        while not any(one.get("method") == event for one in self.events):
            self.events.append(self._next())

    def value(self, expression: str) -> Any:
        """The value of an expression of JavaScript; promises are waited for."""
        answer = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise BrowserError(str(answer["exceptionDetails"].get("exception", answer["exceptionDetails"])))
        return answer["result"].get("value")

    def until(self, expression: str) -> float:
        """Wait until an expression is true; returns the seconds it took. Raises TimeoutError."""
        started = time.perf_counter()
        while not self._holds(expression):
            if time.perf_counter() - started > _PATIENCE:
                raise TimeoutError(f"It never came: {expression}")
            time.sleep(0.02)
        return time.perf_counter() - started

    def _holds(self, expression: str) -> bool:
        """Whether an expression is true; on the way from one page to the next nothing is."""
        try:
            return bool(self.value(f"Boolean({expression})"))
        except BrowserError:
            return False

    def press(self, key: str) -> None:
        """Press and release a key, as a person does."""
        text = {"text": key} if len(key) == 1 else {"text": "\r"} if key == "Enter" else {}
        codes = {"Tab": 9, "Enter": 13, "Escape": 27}
        named = {"key": key, "windowsVirtualKeyCode": codes.get(key, ord(key.upper()[0]))}
        self.ask("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **named, **text)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **named)

    def look(
        self, *, dark: bool = False, width: int = 1200, height: int = 900, zoom: float = 1, still: bool = True
    ) -> None:
        """Light or dark, how large the window is, how far it is zoomed; `still` for people who want nothing to move."""
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if still else "no-preference"},
        ]
        self.ask("Emulation.setEmulatedMedia", media="", features=features)
        size = {"width": int(width / zoom), "height": int(height / zoom)}
        self.ask("Emulation.setDeviceMetricsOverride", **size, deviceScaleFactor=zoom, mobile=False)

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """The page as a PNG."""
        import base64

        answer = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(answer["data"]))

    def complaints(self) -> list[str]:
        """What the browser wrote into its console since the page was opened: errors, and what the policy forbade."""
        found = []
        for one in self.events:
            if one.get("method") == "Runtime.exceptionThrown":
                details = one["params"]["exceptionDetails"]
                found.append(details.get("exception", {}).get("description", details["text"]))
            elif one.get("method") == "Log.entryAdded" and one["params"]["entry"]["level"] == "error":
                found.append(one["params"]["entry"]["text"])
        return found

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            ready, _, _ = select.select([self._in], [], [], _PATIENCE)
            if not ready:
                raise BrowserError("The browser does not answer.")
            chunk = os.read(self._in, 1 << 16)
            if not chunk:
                raise BrowserError("The browser has gone.")
            self._waiting += chunk
        message, _, self._waiting = self._waiting.partition(b"\0")
        read: dict[str, Any] = json.loads(message)
        return read
