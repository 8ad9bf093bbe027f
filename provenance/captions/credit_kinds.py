"""Which names in a credit are persons and which are organisations, told from the whole credit."""

from __future__ import annotations

from dataclasses import replace

from provenance.captions.credit_line import Line
from provenance.captions.credit_members import Chain, Kind, Member
from provenance.captions.credit_names import looks_like_organisation, looks_like_person, person_start
from provenance.captions.credit_words import PARTICLES
from provenance.model.claims import Trade

_STRANGERS = frozenset({Trade.LIBRARY, Trade.PLATFORM})


def tell_apart(line: Line, chain: Chain, led: bool) -> Chain:
    """The credit with every run named as what it is: a person, an organisation, or nothing (a place, a number)."""
    members = [_alone(line, member) for member in chain.members]
    persons = _persons(line, members)
    for at, member in enumerate(members):
        members[at] = replace(member, kind=_told(line, members, at, persons, led))
    return Chain(tuple(members), chain.start, chain.end)


def _told(line: Line, members: list[Member], at: int, persons: set[int], led: bool) -> Kind:
    if _handed_by_somebody(line, members, at):
        return Kind.NOISE
    if members[at].kind is not Kind.RUN:
        return members[at].kind
    return Kind.PERSON if _again(line, members, persons, at) else _kind(line, members, at, persons, led)


def _again(line: Line, members: list[Member], persons: set[int], at: int) -> bool:
    """Whether the run repeats a person's name: "Jo Doe/Jo Doe for the Herald"."""
    names = {_text(line, members[k]) for k in persons if k != at}
    return _text(line, members[at]) in names


def _text(line: Line, member: Member) -> str:
    return " ".join(line.folded(k) for k in range(member.start, member.end))


def _handed_by_somebody(line: Line, members: list[Member], at: int) -> bool:
    """ "Family handout": one common word before "handout" names nobody."""
    member = members[at]
    handed = at + 1 < len(members) and members[at + 1].name == "handout" and members[at + 1].start == member.end
    common = member.kind in {Kind.RUN, Kind.ORGANISATION} and member.end - member.start == 1
    return handed and common and not line.tokens[member.start].shouted


def _alone(line: Line, member: Member) -> Member:
    """A run by itself: a rank is cut off, a place is nothing, an organisation is one."""
    if member.kind is not Kind.RUN:
        return member
    if line.tokens[member.start].handle:
        return replace(member, kind=Kind.PERSON)
    text = " ".join(token.text for token in line.tokens[member.start : member.end])
    if line.words.territory(text) is not None:
        return replace(member, kind=Kind.NOISE)
    start = person_start(line, member.start, member.end)
    if start > member.start and not looks_like_organisation(line, start, member.end):
        return replace(member, start=start, kind=Kind.PERSON)
    lent = line.folded(member.start - 1) == "the" and line.folded(member.start - 3) == "courtesy"
    if member.via or lent or looks_like_organisation(line, member.start, member.end):
        return replace(member, kind=Kind.ORGANISATION)
    return member


def _persons(line: Line, members: list[Member]) -> set[int]:
    """Which runs are persons: the first that reads like one, and those listed with it."""
    if any(member.kind is Kind.PERSON for member in members):
        chosen = None
    else:
        chosen = next((k for k, member in enumerate(members) if _likely(line, member)), None)
    found = set() if chosen is None else {chosen}
    for at, member in enumerate(members):
        if member.listed and at - 1 in found and _likely(line, member):
            found.add(at)
    return found


def _likely(line: Line, member: Member) -> bool:
    return member.kind is Kind.RUN and looks_like_person(line, member.start, member.end)


def _kind(line: Line, members: list[Member], at: int, persons: set[int], led: bool) -> Kind:
    member = members[at]
    if at in persons:
        return Kind.PERSON
    words = [token for token in line.tokens[member.start : member.end] if token.folded not in PARTICLES]
    if len(words) == 1 and _number(words[0].text) and not _on_platform(line, members, at):
        return Kind.NOISE
    if len(words) > 1 or persons or any(each.kind is Kind.PERSON for each in members):
        return Kind.ORGANISATION
    return _one_word(line, members, at, led)


def _number(text: str) -> bool:
    return sum(c.isdigit() for c in text) > 1


def _on_platform(line: Line, members: list[Member], at: int) -> bool:
    return Trade.PLATFORM in {_trade(line, members, at - 1), _trade(line, members, at + 1)}


def _one_word(line: Line, members: list[Member], at: int, led: bool) -> Kind:
    """A single word: a family name beside an agency, a firm before a library, an account on a platform."""
    token = line.tokens[members[at].start]
    before = _trade(line, members, next((k for k in range(at - 1, -1, -1) if members[k].kind is not Kind.NOISE), -1))
    after = _trade(line, members, at + 1)
    if (token.shouted and len(token.text) <= 5) or _camel(token.text):
        return Kind.ORGANISATION
    if before is not None or after in {Trade.WIRE, Trade.PLATFORM, Trade.PUBLISHER, Trade.SOURCE}:
        return Kind.PERSON
    by = led and line.folded(members[at].start - 1) in {"by", "von", "par", "por", "di"}
    return Kind.PERSON if by and after not in _STRANGERS else Kind.ORGANISATION


def _camel(text: str) -> bool:
    """ "xPACIFICA", "NurPhoto": written as firms write their names; "McKay" and "DeSouza" are persons'."""
    return any(c.isupper() for c in text[3:]) and not text.isupper() and "-" not in text and "'" not in text


def _trade(line: Line, members: list[Member], at: int) -> Trade | None:
    if not 0 <= at < len(members) or members[at].kind is not Kind.AGENCY:
        return None
    agency = line.words.agencies.get(members[at].name)
    return agency.trade if agency is not None else None
