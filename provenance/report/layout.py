"""Fits text into columns of a terminal. Wide characters (Chinese, Japanese, Korean, emoji) take two."""

from __future__ import annotations

import re
import unicodedata

from provenance.report.escape import one_line

COLUMNS = 80
_BREAKS = re.compile(r" (?!%)")  # a figure and its per cent sign stay together


def columns(text: str) -> int:
    """How many columns a text takes at most. Combining marks are counted as if they stood alone."""
    return len(text) + sum(unicodedata.east_asian_width(one) in "WF" for one in text if not one.isascii())


def shorten(text: str, width: int) -> str:
    """The text on one line, visible, cut to a width with "…" where it was longer."""
    line = one_line(text)
    if columns(line) <= width:
        return line
    return _head(line, width - 1).rstrip() + "…" if width > 0 else ""


def shorten_path(path: str, width: int) -> str:
    """A path on one line, visible, cut at its beginning where it is longer than a width: its end names the file."""
    line = one_line(path)
    return line if columns(line) <= width else "…" + _head(line[::-1], width - 1)[::-1].lstrip()


def wrap(text: str, indent: str = "", width: int = COLUMNS) -> list[str]:
    """The text, visible, in lines of at most `width` columns; lines after the first begin with `indent`."""
    lines: list[str] = []
    line = ""
    for word in _BREAKS.split(one_line(text)):
        rest = word
        if line.strip() and columns(line) + 1 + columns(rest) > width:
            lines.append(line)
            line = indent
        elif line.strip():
            line += " "
        while columns(line) + columns(rest) > width:
            head = _head(rest, width - columns(line)) or rest[0]
            lines.append(line + head)
            line, rest = indent, rest[len(head) :]
        line += rest
    return [*lines, line] if line.strip() or not lines else lines


def block(text: str, indent: str) -> list[str]:
    """The text wrapped with every line indented."""
    return [indent + line for line in wrap(text, width=COLUMNS - len(indent))]


def at_most(lines: list[str], count: int) -> list[str]:
    """The first `count` lines; the last of them ends in "…" where some were left out."""
    if len(lines) <= count:
        return lines
    last = lines[count - 1]
    last = last if columns(last) < COLUMNS else _head(last, COLUMNS - 1)
    return [*lines[: count - 1], last + "…"]


def _head(text: str, width: int) -> str:
    """As many characters from the start as fit into a width."""
    taken = 0
    for position, character in enumerate(text):
        taken += columns(character)
        if taken > width:
            return text[:position]
    return text
