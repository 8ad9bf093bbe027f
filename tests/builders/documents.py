"""Documents as desks hand them over: captions files, sidecars, articles; and paths that are no ordinary files."""

from __future__ import annotations

import csv
import io
import os
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

HEADINGS = ("file", "caption", "credit", "date", "place")
ROW = ("wire/harbour.jpg", "A crane falls in the harbour.", "Reuters / A. Person", "7 April 2022", "Odesa, Ukraine")


def a_captions_file(
    rows: Sequence[Sequence[str]] = (ROW,),
    headings: Sequence[str] = HEADINGS,
    *,
    delimiter: str = ",",
    encoding: str = "utf-8",
    line_end: str = "\r\n",
    before: str = "",
) -> bytes:
    """A table as Python's csv writer puts it, `before` above its headings; "utf-8-sig" and "utf-16" carry a mark."""
    text = io.StringIO(newline="")
    text.write(before)
    quoting = csv.QUOTE_MINIMAL if "\n" in line_end else csv.QUOTE_ALL  # Python would not quote its line feeds
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
    writer.writerows([headings, *rows])
    return text.getvalue().encode(encoding)


def a_page(
    body: str, *, title: str = "Crane falls in harbour", head: str = "", encoding: str = "utf-8", charset: str = "utf-8"
) -> bytes:
    """A web page with a title and this body."""
    top = f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title>{head}</head>'
    return f"{top}<body>{body}</body></html>".encode(encoding)


def a_figure(
    caption: str = "A crane falls in the harbour of Odesa, Ukraine, April 7, 2022.",
    credit: str = "Reuters / A. Person",
    alt: str = "",
    src: str = "https://news.example/crane.jpg",
) -> str:
    """A figure whose caption has its credit in an element of its own."""
    told = f'<span class="credit">{credit}</span>' if credit else ""
    return f'<figure><img src="{src}" alt="{alt}"><figcaption>{caption} {told}</figcaption></figure>'


def a_folder(root: Path, files: Mapping[str, bytes]) -> Path:
    """A folder with these files, by their path below it."""
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


@contextmanager
def a_socket(path: Path) -> Iterator[Path]:
    """A socket at a path; the path may be longer than a socket's address, so it is bound from its folder."""
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(path.parent)
        try:
            listener.bind(path.name)
        finally:
            os.chdir(here)
        yield path
