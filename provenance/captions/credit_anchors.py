"""Credits around an agency that we know: beside a separator, or alone at the end of a line."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.captions.credit_chain import read_chain
from provenance.captions.credit_kinds import tell_apart
from provenance.captions.credit_labels import label_end
from provenance.captions.credit_line import Line
from provenance.captions.credit_members import Chain, Kind, Member
from provenance.captions.credit_names import looks_like_person, name_end
from provenance.captions.credit_spans import before_agency, trimmed
from provenance.captions.credit_words import LISTS, OPENS, PHOTO_NOUNS, SEPARATORS, VIA
from provenance.model.claims import Trade

_PHOTO = frozenset({"photo", "foto"})


def around_agencies(line: Line) -> Iterator[Chain]:
    """Agencies that stand beside a separator, or alone at the end."""
    at = 0
    while at < len(line.tokens):
        agency = line.agency(at)
        if agency is None:
            at += 1
            continue
        chain = _around(line, at, agency[1])
        if chain is not None:
            yield chain
        at = max(agency[1], chain.end if chain is not None else 0)


def photos_of_agencies(line: Line) -> Iterator[Chain]:
    """An agency's picture with its photographer and no separator, to the end of a line: "BELGA PHOTO JO DOE"."""
    at = 0
    while at < len(line.tokens):
        agency = line.agency(at)
        chain = _photo_of(line, at, *agency) if agency is not None else None
        if chain is not None:
            yield chain
        at = chain.end if chain is not None else agency[1] if agency is not None else at + 1


def _photo_of(line: Line, at: int, name: str, end: int) -> Chain | None:
    first = end if line.folded(end - 1) in _PHOTO else end + 1
    if line.stops(first - 1) or line.folded(first - 1) not in _PHOTO or not line.tokens[first - 1].capital:
        return None
    flag = None if line.stops(first) else line.flag(first)
    flags = (Member(Kind.FLAG, first, first + 1, flag),) if flag else ()
    first += len(flags)
    if line.stops(first) or not line.tokens[first].capital or line.agency(first) is not None:
        return None
    chain = trimmed(line, tell_apart(line, read_chain(line, first, led=True), led=True))
    if chain is None or not chain.members or not (line.ends(chain.end) or line.ends_sentence(chain.end)):
        return None
    if not flags and not any(each.kind is Kind.PERSON for each in chain.members):
        return None
    return Chain((Member(Kind.AGENCY, at, end, name), *flags, *chain.members), at, chain.end)


def _around(line: Line, at: int, end: int) -> Chain | None:
    if label_end(line, at) is not None:
        return None
    start = before_agency(line, Chain((), at, end), at).start
    beside = start < at or _mark_follows(line, end)
    if not (beside or _closes(line, at, end)):
        return None
    chain = trimmed(line, tell_apart(line, read_chain(line, start, led=False), led=False))
    return chain if chain is not None and chain.end >= end and _firm(line, chain) else None


def _firm(line: Line, chain: Chain) -> bool:
    """Whether names beside a separator are a credit and not "an EU/IMF loan": a wire, a person, or the end is there."""
    trades = {line.words.agencies[each.name].trade for each in chain.members if each.kind is Kind.AGENCY}
    person = any(each.kind is Kind.PERSON and each.end - each.start > 1 for each in chain.members)
    if trades & {Trade.WIRE, Trade.LIBRARY} or line.ends(chain.end) or _department_follows(line, chain.end):
        return True
    prose = not line.stops(chain.end) and line.tokens[chain.end].is_word and not line.tokens[chain.end].capital
    return person and not prose


def _mark_follows(line: Line, at: int) -> bool:
    """Whether the agency's photographer or distributor follows: "REUTERS/Name", "AP Photo/Name", "EPA via"."""
    while line.folded(at) in PHOTO_NOUNS and not line.stops(at):
        at += 1
    if line.stops(at):
        return False
    if line.text(at) in SEPARATORS or line.folded(at) in VIA:
        return line.text(at) in {"/", "|"} or line.folded(at) in VIA or line.ends(at) or line.agency(at + 1) is not None
    by = line.folded(at) in {"by", ":"} and line.folded(at - 1) in PHOTO_NOUNS
    return by and looks_like_person(line, at + 1, max(name_end(line, at + 1), at + 2))


def _closes(line: Line, at: int, end: int) -> bool:
    """Whether an agency stands alone at the end of the line, behind a sentence or glued to it."""
    if not (line.ends(end) or _day_follows(line, end) or _department_follows(line, end)) or line.text(at - 1) in OPENS:
        return False
    if line.starts_sentence(at):
        return line.text(at - 1) != ":" or line.folded(at - 2) in PHOTO_NOUNS or at < 2
    before = line.tokens[at - 1]
    if before.folded in {"from", "source", "via"}:
        return line.starts_sentence(at - 1)
    return before.text == "," and len(line.text(at)) > 2 and before_agency(line, Chain((), at, end), at).start < at


def _department_follows(line: Line, at: int) -> bool:
    """ "Library of Congress, Prints and Photographs Division": a part of the house to the end of the line."""
    if line.text(at) != "," or line.stops(at + 1) or not line.tokens[at + 1].capital:
        return False
    end = name_end(line, at + 1)
    while line.folded(end) in LISTS and name_end(line, end + 1) > end + 1:
        end = name_end(line, end + 1)
    return line.ends(end) and end > at + 1 and line.folded(end - 1) in line.words.organisation_words


def _day_follows(line: Line, at: int) -> bool:
    """ "CNA photo Sept. 3, 2022": nothing but a day to the end of the line."""
    at += line.folded(at) in PHOTO_NOUNS
    last = at
    while last - at < 7 and not line.stops(last):
        last += 1
    days = line.tokens[at:last]
    worded = sum(token.is_word and not token.text.isdigit() for token in days)
    year = any(len(token.text) == 4 and token.text.isdigit() for token in days)
    return line.stops(last) and year and worded <= 1
