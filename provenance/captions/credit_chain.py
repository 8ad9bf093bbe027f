"""One credit read from left to right: photographer / agency / distributor, in whatever order the house writes them."""

from __future__ import annotations

from dataclasses import replace

from provenance.captions.credit_line import Line
from provenance.captions.credit_members import Chain, Kind, Member
from provenance.captions.credit_names import looks_like_organisation, looks_like_person, name_end, person_start
from provenance.captions.credit_steps import Step, client_end, next_step
from provenance.captions.credit_words import FOR, SEPARATORS, TRANSPARENT, VIA
from provenance.captions.spelling import words_of
from provenance.model.claims import Trade

_SMALL_ARTICLES = frozenset({"the", "la", "le", "el", "der", "die", "das"})
_LONGEST_CHAIN = 60
_REGIONS = words_of("europe asia africa america uk usa germany france north south latin")


def read_chain(line: Line, start: int, led: bool, close: int | None = None) -> Chain:
    """The credit that starts at a token.

    `led` says that a label stands before it ("Photo:", "(Photo by"), `close` where the bracket ends that holds it.
    """
    members: list[Member] = []
    step: Step | None = Step(start)
    end = start
    if led and (line.folded(start) in VIA or (line.text(start) in _SMALL_ARTICLES and line.agency(start) is None)):
        step = Step(start + 1)
    while step is not None and step.at - start < _LONGEST_CHAIN:
        member = _member(line, step.at, bool(members))
        if member is None:
            break
        members.append(replace(member, via=step.via, listed=step.listed))
        end = member.end
        step = next_step(line, end, members, led, close)
    return Chain(tuple(members), start, client_end(line, end, members))


def _member(line: Line, at: int, later: bool) -> Member | None:
    if later and line.folded(at) in {"courtesy", "cortesia"} and line.folded(at + 1) in {"of", "de"}:
        at += 2
    while later and (line.text(at) in TRANSPARENT or line.folded(at) in FOR) and not line.stops(at):
        at += 1
    if at >= len(line.tokens) or line.boilerplate(at) or (later and line.stops(at)):
        return None
    agency = line.agency(at)
    if agency is not None:
        return Member(Kind.AGENCY, at, _department_end(line, agency[1]), agency[0])
    end = name_end(line, at)
    flag = line.flag(at)
    if flag is not None and not _goes_on(line, at, end):
        return Member(Kind.FLAG if flag else Kind.NOISE, at, at + 1, flag)
    if end == at and _account(line, at):
        return Member(Kind.RUN, at, at + 1)
    if end == at:
        dash = line.text(at) == "-" and line.text(at + 1) in SEPARATORS  # "(Photo by - / AFP)"
        return Member(Kind.NOISE, at, at + 1) if dash else None
    return Member(Kind.RUN, at, end)


def _department_end(line: Line, at: int) -> int:
    """The end of an agency's name with a department or a region behind it: "Getty Images Europe", "AFP Archive"."""
    end = at
    while end - at < 3 and not line.stops(end) and line.tokens[end].capital and not line.tokens[end].glued:
        word = line.folded(end)
        if (word not in line.words.organisation_words and word not in _REGIONS) or line.agency(end) is not None:
            break
        end += 1
    closed = line.ends_sentence(end) or line.text(end) in SEPARATORS | {","} or line.folded(end) in VIA
    return end if end > at and closed else at


def _goes_on(line: Line, at: int, end: int) -> bool:
    """Whether a word such as "Staff" or "Archive" starts a longer name: "Staff Sgt. Jo Doe", "Archive of Dance"."""
    if end == at + 1 or all(line.flag(k) is not None for k in range(at, end) if line.tokens[k].is_word):
        return False
    named = person_start(line, at, end)
    return looks_like_organisation(line, at, end) or (named > at and looks_like_person(line, named, end))


def _account(line: Line, at: int) -> bool:
    """ "Flickr/somebody", "somebody/iStock": the name of an account in small letters."""
    if not line.tokens[at].is_word or line.flag(at) is not None:
        return False
    before, after = line.agency_before(at - 1), line.agency(at + 2)
    strangers = {Trade.PLATFORM, Trade.LIBRARY}
    if line.text(at - 1) == "/" and before is not None and line.words.agencies[before].trade in strangers:
        return line.ends_sentence(at + 1)
    return line.text(at + 1) == "/" and after is not None and line.words.agencies[after[0]].trade in strangers
