"""The commands with which a decision is put on record, ready for a terminal."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass

from provenance.model.family import Ruling

_BARE = re.compile(r"[\w./:=@%+,\\-]+", re.ASCII)
_QUOTABLE = re.compile(r"[^\"$`!%\\\x00-\x1f]+")
_KEYS = {Ruling.SAME_PHOTO: "s", Ruling.NOT_SAME: "x", Ruling.DISMISS: "d", Ruling.CONFIRM: "c"}
_LABELS = {
    Ruling.SAME_PHOTO: "Same photo",
    Ruling.SAME_SCENE: "Same scene",
    Ruling.NOT_SAME: "Not same",
    Ruling.DISMISS: "Dismiss",
    Ruling.CONFIRM: "Confirm",
}
_LABELS_OF = {
    "C-": {Ruling.CONFIRM: "Use as the record"},
    "P-": {Ruling.DISMISS: "Dismiss all", Ruling.CONFIRM: "Confirm all"},
}
OF_MATCH = (Ruling.SAME_PHOTO, Ruling.SAME_SCENE, Ruling.NOT_SAME)
OF_FINDING = (Ruling.DISMISS, Ruling.CONFIRM)


@dataclass(frozen=True, slots=True)
class Command:
    """A decision to choose: its words on a button, its key ("" for none), and the line for the terminal."""

    about: str
    ruling: str
    label: str
    key: str
    line: str


def command(about: str, ruling: Ruling, archive: str = "") -> Command:
    """prov decide F-0123456789 dismiss --note "". `archive` is the path that was given, "" where none was."""
    option = f" --archive {quoted(archive)}" if archive else ""
    line = f'prov decide {quoted(about)} {ruling.value} --note ""{option}'
    label = _LABELS_OF.get(about[:2], _LABELS)[ruling]
    return Command(about, ruling.value, label, "" if about.startswith("P-") else _KEYS.get(ruling, ""), line)


def commands(about: str, rulings: tuple[Ruling, ...], archive: str = "") -> tuple[Command, ...]:
    """One command for each ruling about a match, a finding, a caption or a family."""
    return tuple(command(about, ruling, archive) for ruling in rulings)


def quoted(word: str) -> str:
    """A word as a shell takes it: bare, in double quotes (which every shell knows), else as POSIX shells quote."""
    if _BARE.fullmatch(word):
        return word
    return f'"{word}"' if _QUOTABLE.fullmatch(word) else shlex.quote(word)
