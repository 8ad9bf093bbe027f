"""Makes text from outside safe for the place it goes to. Each sink escapes once; the raw text stays in the values."""

from __future__ import annotations

import re
import unicodedata

_JOINERS = {"\u200c", "\u200d"}  # Persian, Indic scripts and emoji are misspelt without them
_FORMULAS = frozenset("=+-@")
_CELL_ENDS = frozenset("\t\r\n")
_WHITESPACE = re.compile(r"[ \t\r\n\f\v]+")


def visible(text: str) -> str:
    """The text with everything made visible that would move a cursor, change direction, or hide.

    Control characters become \\x1b and the like, bidirectional controls, other format characters, line separators and
    lone surrogates ‹U+202E›, undecodable bytes of a file's name \\xff. Line feeds stay.
    """
    return "".join(one if one == "\n" or (one.isascii() and one.isprintable()) else _shown(one) for one in text)


def one_line(text: str) -> str:
    """The text on one line, visible, with its whitespace folded to single spaces."""
    return visible(_WHITESPACE.sub(" ", text).strip())


def speakable(text: str) -> str:
    """The text without lone surrogates, which neither UTF-8 nor strict JSON can carry."""
    return "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in text)


def _shown(character: str) -> str:
    category, code = unicodedata.category(character), ord(character)
    if category == "Cc":
        return f"\\x{code:02x}"
    if category == "Cs":
        return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"‹U+{code:04X}›"
    if category in {"Zl", "Zp"} or (category == "Cf" and character not in _JOINERS):
        return f"‹U+{code:04X}›"
    return character


def csv_cell(text: str) -> str:
    """The text for a cell of a table: visible, and never a formula of a spreadsheet program.

    What such a program would calculate gets an apostrophe before it (OWASP, "CSV Injection"); quoting is the writer's.
    """
    shown, first = visible(text), unicodedata.normalize("NFKC", text.lstrip()[:1])  # wide and small forms count, too
    return f"'{shown}" if first in _FORMULAS or text[:1] in _CELL_ENDS else shown
