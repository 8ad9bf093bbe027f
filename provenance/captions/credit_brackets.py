"""Credits in brackets: "(AP)", "[Jo Doe/Agency]", "(Name/Agency via Other, File)"."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.captions.credit_chain import read_chain
from provenance.captions.credit_kinds import tell_apart
from provenance.captions.credit_labels import label_end
from provenance.captions.credit_line import Line
from provenance.captions.credit_members import Chain, Kind, Member
from provenance.captions.credit_names import shows_a_subject
from provenance.captions.credit_spans import before_agency
from provenance.captions.credit_words import OPENS, PARTICLES, SEPARATORS, VIA
from provenance.model.claims import Trade

_LONGEST_BRACKET = 48
_CLOSES = frozenset(OPENS.values())


def bracketed(line: Line) -> Iterator[Chain]:
    """Brackets that hold a credit and nothing else: "(AP)", "(Name/Agency via Other, File)"."""
    for at, close in _brackets(line):
        if label_end(line, at + 1) is not None:
            continue
        chain = tell_apart(line, read_chain(line, at + 1, led=False, close=close), led=False)
        if _only_marks(line, chain.end, close) and _credible(line, chain, at, close):
            yield before_agency(line, chain, at) if chain.names_agency else chain


def _brackets(line: Line) -> list[tuple[int, int]]:
    """Where brackets open and close, from left to right, those that hold something and are short enough."""
    closes: dict[str, int] = {}
    found: list[tuple[int, int]] = []
    for at in range(len(line.tokens) - 1, -1, -1):
        mark = line.tokens[at].text
        if mark in OPENS:
            close = closes.get(OPENS[mark], -1)
            if at + 1 < close < at + _LONGEST_BRACKET:
                found.append((at, close))
        elif mark in _CLOSES:
            closes[mark] = at
    return found[::-1]


def _only_marks(line: Line, start: int, end: int) -> bool:
    return all(not line.tokens[at].is_word or line.flag(at) is not None for at in range(start, end))


def _credible(line: Line, chain: Chain, at: int, close: int) -> bool:
    """Whether what stands in brackets is a credit: it names an agency, or reads like "Name/Firm" at the very end."""
    if chain.names_agency:
        return _no_abbreviation(line, chain, at, close)
    kinds = [member.kind for member in chain.members]
    if Kind.PERSON not in kinds:
        return Kind.FLAG in kinds and line.ends(close)
    if not line.ends(close) or shows_a_subject(line, chain.start):
        return False
    split = any(line.text(k) in SEPARATORS or line.folded(k) in VIA for k in range(at, close))
    press = any(member.kind is Kind.ORGANISATION and press_like(line, member) for member in chain.members)
    return split or press or Kind.FLAG in kinds or (len(kinds) == 1 and line.text(at - 1) == ".")


def _no_abbreviation(line: Line, chain: Chain, at: int, close: int) -> bool:
    """Whether an agency in brackets is a credit, and not short for what stands before: "... Monetary Fund (IMF)"."""
    if len(chain.members) > 1:
        return True
    trade = line.words.agencies[chain.members[0].name].trade
    if trade in {Trade.WIRE, Trade.LIBRARY} and not _spelled_out(line, at):
        return True
    return line.ends(close) and line.starts_sentence(at) and not _spelled_out(line, at)


def _spelled_out(line: Line, at: int) -> bool:
    """Whether the letters in brackets are the first letters of the words before them."""
    letters = line.folded(at + 1)
    words = [line.folded(k) for k in range(max(0, at - len(letters) - 3), at) if line.tokens[k].is_word]
    capitals = [word[0] for word in words if word not in PARTICLES and word not in {"for", "and", "in"}]
    return len(letters) > 1 and "".join(capitals).endswith(letters)


def press_like(line: Line, member: Member) -> bool:
    """Whether an organisation's name has a word that newspapers, broadcasters and agencies have."""
    return any(line.folded(at) in line.words.press_words for at in range(member.start, member.end))
