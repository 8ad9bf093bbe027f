"""Paths as roots and what lies below them, as text. No file system is asked."""

from __future__ import annotations

import os
import re

_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\\\|//[^/]")


def joined(root: str, relative: str) -> str:
    """The whole path of what lies below a root."""
    return f"{root}{relative}" if root.endswith(("/", os.sep)) else f"{root}/{relative}"


def homes(root: str, relative: str) -> list[tuple[str, str]]:
    """Every way to write a path as a root and what lies below it, the widest root first."""
    path = joined(root, relative)
    cuts = [at for at, letter in enumerate(path[:-1]) if letter in {"/", os.sep}]
    return [(path[:at] or path[: at + 1], path[at + 1 :].replace(os.sep, "/")) for at in cuts]


def below(folder: str, path: str) -> str | None:
    """The path from a folder down to another, with "/" between folders; "" for the folder itself, None outside it."""
    if path == folder:
        return ""
    start = folder if folder.endswith(("/", os.sep)) else folder + os.sep
    return path[len(start) :].replace(os.sep, "/") if path.startswith(start) else None


def tidy(path: str) -> str:
    """A folder as roots are written: without slashes at the end, and with one kind of them in a path of Windows."""
    if _WINDOWS.match(path):
        path = path.replace("\\", "/")
    return path.rstrip("/") or "/"


def same_folder(one: str, other: str) -> bool:
    """Whether two ways of writing a folder mean the same; on Windows capitals do not matter."""
    return _folded(one) == _folded(other)


def under(folder: str, path: str) -> str | None:
    """As `below`, for paths that another system may have written."""
    top, whole = _folded(folder), _folded(path)
    if top == whole:
        return ""
    start = top if top.endswith("/") else top + "/"
    return tidy(path)[len(start) :] if whole.startswith(start) else None


def _folded(path: str) -> str:
    return tidy(path).casefold() if _WINDOWS.match(path) else tidy(path)
