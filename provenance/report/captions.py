"""What a caption says, and how two stand to each other, for people: a line per fact, with what says so."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from provenance.model.claims import Agreement, Claims, Comparison, Flag, Named, When, Where
from provenance.report.captions_objects import day_words
from provenance.report.escape import one_line

_WIDTH = 80
_VERDICTS = {
    Agreement.AGREES: "agrees",
    Agreement.EXPLAINABLE: "explainable",
    Agreement.CONTRADICTS: "CONTRADICTS",
    Agreement.CANNOT_TELL: "cannot tell",
}
_FLAGS = {
    Flag.FILE_PHOTO: "a file photo",
    Flag.HANDOUT: "a handout",
    Flag.POOL: "a pool picture",
    Flag.STAFF: "by a staff photographer",
    Flag.RELEASED_ON: "dated by its release",
    Flag.ISSUE_DATE: "an issue date stands in it",
}


def render_claims(claims: Claims) -> str:
    """A line per fact that the caption states; what it does not state is said too."""
    lines = [
        _line("when", _when(claims.when) if claims.when else "not stated"),
        _line("where", _where(claims.where) if claims.where else "not stated"),
        _line("who", _people(claims)),
    ]
    if claims.flags:
        lines.append(_line("kind", ", ".join(_FLAGS[flag] for flag in sorted(claims.flags))))
    return "\n".join(lines)


def render_comparisons(comparisons: Sequence[Comparison]) -> str:
    """A line per axis with its verdict, then why, what was compared, and what may explain it."""
    lines: list[str] = []
    for one in comparisons:
        lines.append(_line(one.axis.value, f"{_VERDICTS[one.verdict]}: {one.why}"))
        if one.verdict in {Agreement.CONTRADICTS, Agreement.EXPLAINABLE} and one.claimed and one.on_record:
            lines.append(_line("", f"claimed {_quoted(one.claimed)}; trusted {_quoted(one.on_record)}"))
        lines.extend(_line("", f"may be innocent: {words}") for words in one.innocent)
    return "\n".join(lines)


def _line(name: str, words: str) -> str:
    return textwrap.fill(
        one_line(words), _WIDTH, initial_indent=f"{name:<9}", subsequent_indent=" " * 9, break_on_hyphens=False
    )


def _when(when: When) -> str:
    readings = " or ".join(dict.fromkeys(_days(one) for one in when.readings()))
    return f"{readings} ({when.precision.value}), from {_quoted(when.excerpt.text)}"


def _days(when: When) -> str:
    first, last = day_words(when)
    return first if first == last else f"{first} to {last}"


def _where(where: Where) -> str:
    names = list(dict.fromkeys((*where.names, *([where.country] if where.country else []))))
    spot = "" if where.latitude is None else f" ({where.latitude:.2f}, {where.longitude:.2f})"
    return f"{', '.join(names)}{spot}, from " + ", ".join(_quoted(place.excerpt.text) for place in where.places)


def _people(claims: Claims) -> str:
    who = claims.who
    groups: tuple[tuple[str, tuple[Named, ...]], ...] = (
        ("", who.creators),
        ("", who.agencies),
        ("handed out by ", who.handout_sources),
        ("via ", who.distributors),
    )
    words = [f"{lead}{', '.join(dict.fromkeys(one.name for one in named))}" for lead, named in groups if named]
    return " / ".join(words) or "not stated"


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words if len(words) <= 60 else words[:57] + '...'}”"
