"""The rule that a caption's letters are letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.rules.quoting import brief, said_by
from provenance.rules.rule import Cannot, Hit, rule

_FOLLOWING = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_TWICE = re.compile(f"[\u00c2-\u00c5\u00d0\u00d1\u00e2][{_FOLLOWING}]")
"""A character whose bytes in UTF-8 were read as those of Windows-1252: Ã©, â€™, Ð°."""
_LOST = re.compile("\ufffd|[^\\W\\d_]\\?[^\\W\\d_]")
"""The replacement character, or a question mark inside a word."""
_CONTROL = re.compile("[\u0080-\u009f]")
_NAMES = {"caption": "caption", "headline": "headline", "creator": "by-line", "credit": "credit", "place": "place"}


@rule(
    id="damaged-encoding",
    title="Characters were damaged on the way",
    severity=Severity.NOTE,
    advice="Take the words from the supplier's own document, or write them anew.",
    doors=(Door.AUDIT,),
)
def damaged_encoding(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks for characters that were written in one encoding and read in another (Ã© for é), for replacement characters
    and for question marks inside words, in captions, by-lines, credits and places on record.

    Names that were damaged are not found any more, neither by people nor by rights departments. It is a note; where
    the words can be turned back, the message says how they most likely were.

    Question marks inside words also stand in addresses, which are left alone. Letters that were lost altogether leave
    no trace, and nothing can be said about them.
    """
    del limits
    if not case.audited or case.claim is None:
        return
    for name, title in _NAMES.items():
        text = getattr(case.claim, name)
        found = _TWICE.search(text) or _CONTROL.search(text) or _LOST.search(_without_addresses(text))
        if found:
            mended = mend(text)
            better = f": most likely “{brief(mended)}”" if mended != text else ""
            yield Hit(
                f"The {title} has damaged characters (“{brief(_around(text, found[0]))}”){better}.",
                (Evidence(said_by(case.claim), text),),
            )


def mend(text: str) -> str:
    """The text as it was before UTF-8 was read as Windows-1252; the same where it was not, or cannot be turned back."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _without_addresses(text: str) -> str:
    return re.sub(r"\S+://\S+|www\.\S+", " ", text)


def _around(text: str, found: str) -> str:
    at = text.find(found)
    return text[max(0, at - 12) : at + len(found) + 12].strip()
