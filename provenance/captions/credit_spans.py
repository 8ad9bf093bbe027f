"""How far a credit reaches: to the left of an agency that anchors it, and to the right before prose begins."""

from __future__ import annotations

from dataclasses import replace

from provenance.captions.credit_labels import label_end
from provenance.captions.credit_line import Line
from provenance.captions.credit_members import Chain, Kind, Member
from provenance.captions.credit_names import looks_like_organisation, looks_like_person
from provenance.captions.credit_words import FOR, LISTS, PARTICLES, SEPARATORS, TRANSPARENT, VIA
from provenance.captions.spelling import words_of

_BEFORE_PLACE = words_of("in at near of from on to outside")
_SUFFIXES = frozenset({"photo", "file"})
_FARTHEST = 40
_BREAKS = frozenset('.)"”]|—?!…»')


def before_agency(line: Line, chain: Chain, at: int) -> Chain:
    """The credit widened to the left of token `at`: over separators and the names before them."""
    start = at
    while start >= 1 and at - start < _FARTHEST:
        mark = _mark_before(line, start)
        mark = _day_before(line, mark) if mark is not None else None
        first = _run_before(line, mark) if mark is not None else start
        if mark is None or first == mark:
            break
        start = first
    if start == at:
        return chain
    if line.text(at) == "(":
        return _with_name(line, chain, start, at)
    return Chain(chain.members, start, chain.end)


def _day_before(line: Line, mark: int) -> int:
    """ "Jo Doe - 5.mai.2019/Folhapress": the dash before a day that stands between name and agency; else the mark."""
    at = mark - 1
    if not (line.text(at).isdigit() and len(line.text(at)) in {2, 4}):
        return mark
    while at > 0 and mark - at < 7 and (line.text(at).isdigit() or line.text(at) == "." or line.text(at).islower()):
        at -= 1
    return at if line.text(at) in {"-", "–", ","} else mark


def _with_name(line: Line, chain: Chain, start: int, at: int) -> Chain:
    """ "JO DOE (EFE)": the name before a bracket that holds the agency."""
    alone = all(member.kind is not Kind.PERSON for member in chain.members)
    if not alone or not looks_like_person(line, start, at):
        return chain
    return Chain((Member(Kind.PERSON, start, at), *chain.members), start, chain.end)


def _mark_before(line: Line, start: int) -> int | None:
    """The token between a name and what starts at `start`, where it may join them in a credit."""
    if line.tokens[start].fresh and line.text(start) not in SEPARATORS:
        return None
    at = start - 1
    while at > 0 and line.text(at) in TRANSPARENT:
        at -= 1
    joins = line.folded(at) in FOR
    if line.folded(at) in VIA or (joins and line.text(at - 1) in SEPARATORS):
        return at - 1 if line.text(at - 1) in SEPARATORS or line.text(at - 1) == "," else at
    if line.text(at) in SEPARATORS:
        return at
    return _weak_mark(line, start, at, joins)


def _weak_mark(line: Line, start: int, at: int, joins: bool) -> int | None:
    """A bracket, a comma, "for" or a dash: it joins only what stands apart from the sentence before."""
    if line.text(start) == "(":
        return start if _own_sentence(line, start) else None
    if line.text(at) == "-":
        return at if _hyphenated(line, at) else None
    return at if (line.text(at) == "," or joins) and _own_sentence(line, at) else None


def _hyphenated(line: Line, at: int) -> bool:
    """ "Jo Doe-USA TODAY Sports", "Jo Doe - Pool": a dash that touches the name, or a flag behind it."""
    touches = line.tokens[at].start == line.tokens[at - 1].end
    return touches or line.flag(at + 1) is not None or _own_sentence(line, at)


def _own_sentence(line: Line, end: int) -> bool:
    """Whether a name of two to four words stands before token `end` in a sentence of its own."""
    first = end
    while first > 0 and end - first < 6 and _belongs(line, first - 1) and not line.tokens[first].fresh:
        first -= 1
        if line.tokens[first].glued:
            break
    if first == end or not looks_like_person(line, first, end):
        return False
    before = line.text(first - 1) if first else ""
    return first == 0 or line.tokens[first].fresh or line.tokens[first].glued or before in _BREAKS


def _run_before(line: Line, end: int) -> int:
    """The start of the name that ends before a token."""
    first = end
    while first > 0 and end - first < 9 and _belongs(line, first - 1):
        first -= 1
        if line.tokens[first].glued or line.tokens[first].fresh:
            break
    while first < end and (not _starts(line, first) or line.folded(first) in {"by", "from", "credit", "via"}):
        first += 1
    label = next((found[0] for k in range(first, end) if (found := label_end(line, k)) and found[0] <= end), None)
    first = first if label is None else label
    if first >= end:
        return end
    known = next((k for k in range(first, end) if (line.agency(k) or ("", 0))[1] == end), None)
    if known is not None:
        return known
    listed = line.folded(first - 1) in LISTS and end - first <= 4 and _list_start(line, first - 1)
    if listed:
        return _list_start(line, first - 1)
    if line.text(first - 1) in SEPARATORS or line.starts_sentence(first):
        return first
    return _after_prose(line, first, end)


def _list_start(line: Line, mark: int) -> int:
    """The start of "Jo Doe and" before a second name, where that stands in a sentence of its own; else 0."""
    first = mark
    while first > 0 and mark - first < 4 and _belongs(line, first - 1) and not line.tokens[first].fresh:
        first -= 1
    opens = first > 0 and line.starts_sentence(first)
    return first if opens and mark - first >= 2 and looks_like_person(line, first, mark) else 0


def _after_prose(line: Line, first: int, end: int) -> int:
    """The name alone where a sentence runs into it without a mark: "in Paris Jo Doe / Agency"."""
    before = line.tokens[first - 1]
    organisation = looks_like_organisation(line, first, end)
    placed = before.folded in _BEFORE_PLACE and end - first > 2 and not organisation
    if placed or (end - first > 4 and not organisation) or (end - first > 3 and before.is_word and not organisation):
        return end - (3 if end - first >= 3 and _is_initial(line.text(end - 2)) else 2)
    return first


def _starts(line: Line, at: int) -> bool:
    token = line.tokens[at]
    numbered = token.is_word and token.text[0].isdigit() and not token.text.isdigit()
    return token.naming or token.handle or numbered


def _belongs(line: Line, at: int) -> bool:
    token = line.tokens[at]
    if token.text == "." and line.folded(at - 1) in {"jr", "sr"}:
        return True
    if not token.is_word or line.boilerplate(at) or token.caseless:
        return False
    numbered = token.text[0].isdigit() and not token.text.isdigit()
    return token.naming or numbered or token.handle or token.folded in PARTICLES or token.folded in _SUFFIXES


def _is_initial(text: str) -> bool:
    return len(text) == 1 or text.endswith(".")


def trimmed(line: Line, chain: Chain) -> Chain | None:
    """The credit without the prose that runs into its last name: "Photo: Jo Doe Minister of Trade opens ..."."""
    if not chain.members:
        return None
    last = chain.members[-1]
    if last.kind is Kind.ORGANISATION and _cut(line, last) and not last.via:
        last = replace(last, kind=Kind.PERSON)
    elif last.kind is not Kind.PERSON:
        return chain
    end = _cut(line, last)
    if end is None:
        return chain
    return Chain((*chain.members[:-1], replace(last, end=end)), chain.start, end)


def _cut(line: Line, member: Member) -> int | None:
    """Where a name of more than two words ends before prose that follows it without a mark."""
    start, end = member.start, member.end
    if end - start <= 2 or not looks_like_person(line, start, start + 2):
        return None
    follows = line.tokens[end] if end < len(line.tokens) else None
    prose = follows is not None and follows.is_word and not line.stops(end) and follows.folded not in VIA | FOR | LISTS
    known = line.agency(end) is not None or line.flag(end) is not None
    titled = any(token.folded == "of" for token in line.tokens[start + 2 : end])
    out = line.folded(end) == "out"
    if not (prose or titled or out) or known:
        return None
    middle = line.tokens[start + 1]
    three = len(middle.text) == 1 or middle.text.endswith(".") or middle.folded in PARTICLES
    return min(end, start + (3 if three else 2))
