"""The caption history of a photo as a time line: each version, what it says otherwise, and the words that changed.

In a terminal words that came are set in {+ +}, words that went in [- -], words that moved in {> <}.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from provenance.model.appearance import Standing
from provenance.model.history import Change, Dating, NamedChange, Run, RunKind, Turn, Version
from provenance.report.layout import block
from provenance.report.testimony import standing_name
from provenance.report.word_runs import all_new, run_content
from provenance.report.wording import count, day_words, plain_day

_CHANGES = {
    Change.DATE_MOVED: "date moved",
    Change.DATE_ADDED: "date added",
    Change.DATE_DROPPED: "date dropped",
    Change.PLACE_MOVED: "place moved",
    Change.PLACE_ADDED: "place added",
    Change.PLACE_DROPPED: "place dropped",
    Change.PHOTOGRAPHER_SWAPPED: "photographer swapped",
    Change.PHOTOGRAPHER_ADDED: "photographer added",
    Change.PHOTOGRAPHER_DROPPED: "photographer dropped",
    Change.AGENCY_CHANGED: "agency changed",
    Change.AGENCY_DROPPED: "agency dropped",
    Change.FILE_PHOTO_ADDED: "“file photo” added",
    Change.FILE_PHOTO_DROPPED: "“file photo” dropped",
    Change.HANDOUT_ADDED: "handout marker added",
    Change.HANDOUT_DROPPED: "handout marker dropped",
    Change.SUBJECT_CHANGED: "subject changed",
    Change.NUMBER_CHANGED: "number changed",
    Change.TRANSLATED: "other language",
    Change.SHORTENED: "shortened",
    Change.LENGTHENED: "lengthened",
    Change.REWORDED: "reworded",
}
_TURNS = {
    Turn.FIRST: "first version held",
    Turn.SAME_WORDS: "same words",
    Turn.SAME_FACTS: "other words, same facts",
    Turn.OTHER_FACTS: "facts changed",
    Turn.RE_ATTRIBUTED: "re-attributed: another day, place, photographer or event",
    Turn.CANNOT_TELL: "other words; whether it tells the same cannot be told",
}
_DATINGS = {
    Dating.CAPTURED: "taken, as stated",
    Dating.NAMED: "the day it names",
    Dating.RECORDED: "the day it was recorded here",
    Dating.CHECKED: "checked now",
}
_MARKS = {
    RunKind.KEPT: ("", ""),
    RunKind.ADDED: ("{+", "+}"),
    RunKind.REMOVED: ("[-", "-]"),
    RunKind.MOVED_HERE: ("{>", "<}"),
    RunKind.MOVED_AWAY: ("[>", "<]"),
}
_LEGEND = "{+added+}  [-removed-]  [>moved from here<]  {>moved here<}"
_TONES = {Turn.RE_ATTRIBUTED: "hold", Turn.OTHER_FACTS: "look", Turn.SAME_FACTS: "ok", Turn.SAME_WORDS: "ok"}
_LANGUAGES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "pl": "Polish", "tr": "Turkish", "sv": "Swedish", "uk": "Ukrainian", "ru": "Russian",
    "id": "Indonesian", "ar": "Arabic", "he": "Hebrew", "el": "Greek", "ko": "Korean", "ja": "Japanese",
    "zh": "Chinese", "hi": "Hindi", "th": "Thai",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """A version as it is told: its number, and how many later ones copy its words and are not told apart."""

    number: int
    version: Version
    copies: int = 0


def is_told(history: Sequence[Version]) -> bool:
    """Whether there is a history to tell: more than one version."""
    return len(history) > 1


def history_words(history: Sequence[Version]) -> str:
    """3 versions of its caption: 1 re-attributed, 1 in other words with the same facts. "" for a single one."""
    if not is_told(history):
        return ""
    turns = [version.turn for version in history]
    counted = (
        (turns.count(Turn.RE_ATTRIBUTED), "re-attributed"),
        (turns.count(Turn.OTHER_FACTS), "with facts changed"),
        (turns.count(Turn.SAME_FACTS), "in other words"),
        (turns.count(Turn.SAME_WORDS), "word for word"),
    )
    words = ", ".join(f"{number} {words}" for number, words in counted if number)
    return f"{count(len(history), 'version')}, the oldest first{': ' if words else ''}{words}"


def history_lines(history: Sequence[Version], indent: str = "  ") -> list[str]:
    """The time line in lines of at most 80 columns; empty where there is only one version."""
    if not is_told(history):
        return []
    lines = block(f"{history_words(history)}.", indent)
    if any(run.kind is not RunKind.KEPT for version in history for run in version.words):
        lines += block(f"Words: {_LEGEND}", indent)
    return lines + [line for told in _shown(history) for line in _version_lines(told, indent)]


def history_object(history: Sequence[Version]) -> list[dict[str, Any]]:
    """The history for scripts: every version, with its changes named and its words marked."""
    return [_version_object(version) for version in history]


def history_content(history: Sequence[Version]) -> dict[str, Any] | None:
    """The history for a page; None where there is only one version."""
    if not is_told(history):
        return None
    return {"summary": history_words(history), "versions": [_version_content(told) for told in _shown(history)]}


def change_words(named: NamedChange) -> str:
    """date moved: “March 4, 2013” → “9 August 2022”."""
    words = _CHANGES[named.change]
    if named.change is Change.TRANSLATED:
        tongues = (_LANGUAGES.get(code, code) for code in (named.before, named.after))
        return f"{words}: {' → '.join(tongues)}"
    before, after = plain_day(named.before), plain_day(named.after)
    if before and after:
        return f"{words}: “{before}” → “{after}”"
    return f"{words}: “{before or after}”" if before or after else words


def _shown(history: Sequence[Version]) -> Iterator[_Told]:
    """Each version; copies of the words of one that stand right behind it are counted there."""
    waiting: _Told | None = None
    for number, version in enumerate(history, 1):
        copies = waiting and version.turn is Turn.SAME_WORDS and not version.is_claim and not version.changes
        if waiting is not None and copies and version.against in {waiting.number - 1, *range(waiting.number, number)}:
            waiting = _Told(waiting.number, waiting.version, waiting.copies + 1)
            continue
        if waiting is not None:
            yield waiting
        waiting = _Told(number, version)
    if waiting is not None:
        yield waiting


def _version_lines(told: _Told, indent: str) -> Iterator[str]:
    version = told.version
    yield from block(f"{told.number}. {_when(version)}: {_who(version)}", indent)
    inner = indent + "   "
    beside = f" (beside {version.against + 1})" if version.against is not None else ""
    turn = _TURNS[version.turn]
    yield from block(f"{turn.upper() if version.turn is Turn.RE_ATTRIBUTED else turn}{beside}", inner)
    for named in version.changes:
        yield from block(f"- {change_words(named)}", inner)
    if version.turn is not Turn.SAME_WORDS:
        yield from block(f"“{_marked(version)}”", inner)
    if told.copies:
        yield from block(_copied(told), inner)


def _copied(told: _Told) -> str:
    return f"and {count(told.copies, 'later version')} with the same words"


def _marked(version: Version) -> str:
    if version.turn is Turn.FIRST or all_new(version.words):
        return version.claims.text
    return "".join(_set_in(run) for run in version.words)


def _set_in(run: Run) -> str:
    opening, closing = _MARKS[run.kind]
    bare = run.text.strip()
    return run.text.replace(bare, f"{opening}{bare}{closing}", 1) if bare else run.text


def _when(version: Version) -> str:
    return f"{day_words(version.moment.date())} ({_DATINGS.get(version.dating, version.dating.value)})"


def _who(version: Version) -> str:
    if version.is_claim:
        own = version.appearance.statement.source == "the file"
        return "the file's own caption" if own else "the claim"
    statement = version.appearance.statement
    source = statement.publisher or statement.source
    superseded = ", superseded by a newer version" if version.appearance.superseded else ""
    if statement.standing is Standing.OFFERED:
        return f"also offered to us by {source}{superseded}"
    return f"{source}, {standing_name(statement.standing)}{superseded}"


def _version_object(version: Version) -> dict[str, Any]:
    statement = version.appearance.statement
    return {
        "moment": version.moment.isoformat(timespec="seconds"),
        "dated_by": version.dating.value,
        "claim": version.is_claim,
        "photo": version.photo,
        "standing": statement.standing.value,
        "publisher": statement.publisher,
        "source": statement.source,
        "addresses": list(version.addresses),
        "superseded": version.appearance.superseded,
        "caption": version.claims.text,
        "turn": version.turn.value,
        "against": version.against,
        "changes": [{"change": one.change.value, "before": one.before, "after": one.after} for one in version.changes],
        "words": [{"kind": run.kind.value, "text": run.text} for run in version.words],
    }


def _version_content(told: _Told) -> dict[str, Any]:
    version = told.version
    plain = version.turn is Turn.FIRST or version.turn is Turn.SAME_WORDS or all_new(version.words)
    return {
        "number": told.number,
        "when": _when(version),
        "who": _who(version),
        "turn": _TURNS[version.turn],
        "tone": _TONES.get(version.turn, "plain"),
        "beside": version.against + 1 if version.against is not None else None,
        "changes": [change_words(named) for named in version.changes],
        "caption": version.claims.text if plain else "",
        "words": [] if plain else [run_content(run) for run in version.words],
        "copies": _copied(told) if told.copies else "",
        "addresses": ", ".join(version.addresses) if not version.is_claim else "",
        "style": "superseded" if version.appearance.superseded else "",
    }
