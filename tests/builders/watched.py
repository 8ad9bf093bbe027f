"""`prov` with an eye on the program itself: what it connects to, what it starts, and whether it decodes a picture.

    python -m builders.watched LOG ARGUMENTS...

The workers are processes of their own, which this does not reach. What was seen is written into LOG, a line each.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

LOG = Path(sys.argv[1])
CONNECTING = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostby", "urllib.")
STARTING = ("subprocess.", "os.system", "os.exec", "os.fork", "os.spawn", "os.posix_spawn", "os.startfile", "pty.")
DECODERS = {
    "PIL.Image": ("open", "frombuffer"),
    "PIL.ImageFile": ("Parser.feed", "ImageFile.load"),
    "cv2": ("imdecode", "imread", "imdecodemulti", "imreadmulti"),
}
FORBIDDEN = ("exifread", "pillow_heif", "c2pa", "rawpy")
"""Readers that have no business in the program at all."""


def noted(what: str) -> None:
    """Write a line. It is opened for each, because the program may end at any moment."""
    with LOG.open("a", encoding="utf-8") as file:
        file.write(what + "\n")


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """The audit hook."""
    if event.startswith(CONNECTING):
        noted(f"connects: {event}")
    elif event.startswith(STARTING):
        worker = event == "os.posix_spawn" and "provenance.workflows.worker" in arguments[1]
        noted("worker" if worker else f"starts: {event} {arguments[:2]}")


def instead(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, which is noted where it is called."""

    @functools.wraps(real)
    def called(*arguments: Any, **options: Any) -> Any:
        noted(f"decodes: {name}")
        return real(*arguments, **options)

    return called


def watch_decoders() -> None:
    """Put an eye on every function that decodes a picture."""
    from importlib import import_module

    for module, names in DECODERS.items():
        for name in names:
            *outer, last = name.split(".")
            holder: Any = functools.reduce(getattr, outer, import_module(module))
            setattr(holder, last, instead(f"{module}.{name}", getattr(holder, last)))


if __name__ == "__main__":
    watch_decoders()
    sys.addaudithook(watch)
    from provenance.cli.main import main

    sys.argv = ["prov", *sys.argv[2:]]
    try:
        main()
    finally:
        for reader in FORBIDDEN:
            if reader in sys.modules:
                noted(f"decodes: imported {reader}")
