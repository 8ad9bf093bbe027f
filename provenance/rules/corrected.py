"""Whether a caption still has the words that a correction took back."""

from __future__ import annotations

import re

from provenance.model.appearance import Standing, Statement
from provenance.model.case import Case, KnownPhoto
from provenance.model.notice import Notice

_WORD = re.compile(r"\w+")
_LONGEST = 20_000
_KEPT = 0.8
"""Share of an old caption's words from which a caption that lacks what was added is that old caption."""


def old_words(case: Case, notice: Notice) -> str:
    """The words in the claim's caption that the correction took back; "" where it has none of them.

    Known are the words that the notice itself takes back, and the captions that it superseded.
    """
    claim = case.claim.caption if case.claim else ""
    if not claim or (notice.corrected and _flat(notice.corrected) in _flat(claim)):
        return ""
    taken_back = next((words for words in notice.wrong if _holds(claim, words)), "")
    return taken_back or _superseded(claim, case, notice)


def _superseded(claim: str, case: Case, notice: Notice) -> str:
    for known in case.same_photos:
        new = notice.corrected or _current(known, notice)
        for testimony in known.testimonies:
            statement = testimony.appearance.statement
            told = testimony.appearance.superseded or bool(notice.corrected)
            found = _still(claim, statement.caption, new) if told and new and _of_supplier(statement, notice) else ""
            if found:
                return found
    return ""


def _of_supplier(said: Statement, notice: Notice) -> bool:
    """Whether a statement is the supplier's own; which is so for what the file itself says."""
    if said.standing is Standing.IN_FILE:
        return True
    return bool(said.external_id) and (not notice.external_id or said.external_id in {notice.external_id, *notice.ids})


def _current(known: KnownPhoto, notice: Notice) -> str:
    stated = (one.appearance.statement for one in known.testimonies if not one.appearance.superseded)
    return next((one.caption for one in stated if _of_supplier(one, notice) and one.caption), "")


def _still(claim: str, old: str, new: str) -> str:
    """The words of the old caption that the claim has and the new one does not; the claim itself where words were only
    added and the claim lacks them."""
    said, before, after = _words(claim), _words(old), _words(new)
    gone, added = before - after, after - before
    kept = [word for word in _WORD.findall(claim[:_LONGEST]) if word.casefold() in gone]
    if gone:
        return " ".join(dict.fromkeys(kept)) if 2 * len(said & gone) >= len(gone) else ""
    lacking = bool(added) and not said & added and bool(before)
    return claim if lacking and len(said & before) >= _KEPT * len(before) else ""


def _holds(text: str, words: str) -> bool:
    return f" {_flat(words)} " in f" {_flat(text)} "


def _words(text: str) -> set[str]:
    return set(_flat(text).split())


def _flat(text: str) -> str:
    return " ".join(_WORD.findall(text[:_LONGEST].casefold()))
