"""How rules quote: who says it, and the words."""

from __future__ import annotations

import re

from provenance.model.appearance import Standing, Statement
from provenance.model.case import Case, Held, KnownPhoto, Testimony
from provenance.model.findings import Evidence
from provenance.rules.dates import plain_day

_STANDING = {
    Standing.RECORD: "on record",
    Standing.PUBLISHED: "published",
    Standing.IN_FILE: "stated in the file",
    Standing.OFFERED: "offered to us",
}
_MESSAGE_CHARACTERS = 60
_WHITESPACE = re.compile(r"\s+")


def claimant(case: Case) -> str:
    """Who makes the claim."""
    if case.audited and case.claim is not None:
        return said_by(case.claim)
    return "The file's own caption" if case.claim_is_own else "The claim"


def witness(testimony: Testimony) -> str:
    """Who makes a testimony, and where it stands."""
    return said_by(testimony.appearance.statement)


def said_by(statement: Statement) -> str:
    """Who says it, what their word counts for, and where it stands."""
    return f"{statement.publisher or statement.source} ({standing_name(statement.standing)}, {statement.address})"


def standing_name(standing: Standing) -> str:
    """On record, published, stated in the file, offered to us."""
    return _STANDING[standing]


def known_name(known: KnownPhoto) -> str:
    """How a photo of the archive is named in evidence."""
    file = f", {known.files[0]}" if known.files else ""
    return f"photo {known.photo[:12]} in this archive{file}"


def brief(words: str, most: int = _MESSAGE_CHARACTERS) -> str:
    """Words on one line, short enough for a message, a bare day as people say it; the evidence quotes them whole."""
    line = plain_day(_WHITESPACE.sub(" ", words).strip())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def claim_evidence(case: Case, words: str) -> Evidence:
    """The claim's words, with the caption around them."""
    return Evidence(claimant(case), _in_context(words, case.claim.caption if case.claim else ""))


def held_evidence(held: Held) -> Evidence:
    """The words on record, with the caption around them."""
    caption = held.testimony.appearance.statement.caption
    return Evidence(witness(held.testimony), _in_context(held.comparison.on_record, caption))


def _in_context(words: str, caption: str) -> str:
    if not words or not caption or words == caption:
        return words or caption
    return f"{words} — in “{caption}”"
