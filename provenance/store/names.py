"""When two ways to write a file's name mean the same file.

Spreadsheets write names without folders or with some of them, in other letters, with the other slash, and composed
differently than the file system does (a Mac decomposes umlauts).
"""

from __future__ import annotations

import hashlib
from unicodedata import normalize


def parts(path: str) -> tuple[str, ...]:
    """The folders and the file of a path, from the top, for comparing."""
    folded = normalize("NFC", normalize("NFC", path).casefold()).replace("\\", "/")
    return tuple(part for part in folded.split("/") if part not in {"", "."})


def ends_with(path: str, name: str) -> bool:
    """Whether a path ends with a name, whole folders counted. An empty name ends nothing."""
    wanted = parts(name)
    return bool(wanted) and parts(path)[-len(wanted) :] == wanted


def name_key(path: str) -> int:
    """A hash of a path's last part, equal for all paths that could end with one another. Signed, 64 bits."""
    return key("name", (parts(path) or ("",))[-1])


def key(kind: str, text: str) -> int:
    """A hash of a text of some kind. Signed, 64 bits; two texts may share one, so that a hit is looked at."""
    data = f"{kind}:{text}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big", signed=True)
