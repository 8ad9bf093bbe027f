"""How one member of a credit hangs on the one before: a slash, "via", a comma, "for", a bracket, "photo by"."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.captions.credit_line import Line
from provenance.captions.credit_members import Kind, Member
from provenance.captions.credit_names import looks_like_organisation, looks_like_person, name_end
from provenance.captions.credit_words import FOR, LISTS, PARTICLES, PHOTO_NOUNS, SEPARATORS, TRANSPARENT, VIA

_LONGEST_CLIENT = 12


@dataclass(frozen=True, slots=True)
class Step:
    """Where the next member starts, and how it hangs on the one before."""

    at: int
    via: bool = False
    listed: bool = False
    person: bool = False


def next_step(line: Line, at: int, members: list[Member], led: bool, close: int | None) -> Step | None:
    while (line.text(at) in TRANSPARENT or _inner_close(line, at)) and not line.stops(at):
        at += 1
    if line.stops(at) or (close is not None and at >= close):
        return None
    word = line.folded(at)
    if word in VIA or (line.text(at) in SEPARATORS | {","} and line.folded(at + 1) in VIA):
        return Step(at + 1 if word in VIA else at + 2, via=True)
    handed = members[-1].name == "handout" and line.text(at) == "-" and name_end(line, at + 1) > at + 1
    if handed:  # "HO-City of Regina"
        return Step(at + 1)
    if line.text(at) in SEPARATORS:
        return Step(at + 1 + (line.text(at + 1) in SEPARATORS))
    return _photo_by(line, at, members) or _known_next(line, at, members, led) or _soft(line, at, members, led, close)


def _inner_close(line: Line, at: int) -> bool:
    """The end of brackets inside a credit: "WANA (West Asia News Agency)/Jo Doe"."""
    return line.text(at) == ")" and line.text(at + 1) in SEPARATORS


def _photo_by(line: Line, at: int, members: list[Member]) -> Step | None:
    """ "AP Photo: Jo Doe", "U.S. Navy photo by Jo Doe", "Tribune Staff Photo/Jo Doe", "(Reuters: Jo Doe)"."""
    last = members[-1].kind
    if last not in {Kind.AGENCY, Kind.FLAG, Kind.NOISE} and not (len(members) == 1 and last is Kind.RUN):
        return None
    noun = next((k for k in range(at, min(at + 4, len(line.tokens))) if line.folded(k) in PHOTO_NOUNS), None)
    if noun is not None and all(line.tokens[k].is_word and not line.tokens[k].fresh for k in range(at, noun)):
        after = noun + 1
        if line.folded(after) in {"by", ":", "/"} or (
            line.folded(after) == "courtesy" and line.folded(after + 1) == "of"
        ):
            return Step(after + 1 + (line.folded(after) == "courtesy"), person=True)
    if line.folded(at) in {":", "by"} and last is not Kind.RUN and name_end(line, at + 1) > at + 1:
        return Step(at + 1, person=True)
    return None


def _known_next(line: Line, at: int, members: list[Member], led: bool) -> Step | None:
    """Where an agency or a flag follows, little is needed between: a comma, a dash, "for", a bracket."""
    last = members[-1].kind
    if line.flag(at) is not None:
        return Step(at) if line.tokens[at].capital or last is not Kind.RUN or line.ends(at) else None
    after = at + 1
    if line.folded(at) in FOR and last is not Kind.AGENCY:
        while line.text(after) in TRANSPARENT or (line.text(after) == "the" and line.agency(after) is None):
            after += 1
    known = line.agency(after) is not None or line.flag(after) is not None
    if known and (line.text(at) in {",", "-", "(", "[", ":", ";"} or line.folded(at) in {"on", "by", "from"}):
        return Step(after)
    if line.folded(at) in FOR and last is not Kind.AGENCY and (known or name_end(line, after) > after):
        return Step(after)
    if known and line.text(at) == "." and line.ends(_after_agency(line, after)) and last is Kind.RUN:
        return Step(after)
    return _bare_agency(line, at, members, led)


def _after_agency(line: Line, at: int) -> int:
    agency = line.agency(at)
    return agency[1] if agency is not None else at + 1


def _bare_agency(line: Line, at: int, members: list[Member], led: bool) -> Step | None:
    agency = line.agency(at)
    if agency is None:
        return None
    joins = members[-1].kind in {Kind.RUN, Kind.FLAG, Kind.NOISE}
    return Step(at) if joins and (led or line.tokens[at].glued or line.ends(agency[1])) else None


def _soft(line: Line, at: int, members: list[Member], led: bool, close: int | None) -> Step | None:
    """Lists of photographers, and an organisation behind a comma: "Jo Doe, Al Roe and Mo Lee, Harbour Herald"."""
    last = members[-1]
    if not (led or close is not None) or last.kind not in {Kind.RUN, Kind.AGENCY} or last.via:
        return _dated(line, at)
    mark, after = line.folded(at), at + 1
    if mark not in LISTS and mark != ",":
        return _dated(line, at)
    after += mark == "," and line.folded(after) in LISTS
    end = name_end(line, after)
    if end == after or not _then_ends(line, end):
        return None
    if looks_like_person(line, after, end) and (last.kind is Kind.RUN or close is not None):
        return Step(after, listed=last.kind is Kind.RUN, person=True)
    firm = looks_like_organisation(line, after, end) or (end == after + 1 and line.tokens[after].shouted)
    return Step(after) if mark == "," and firm else None


def _then_ends(line: Line, at: int) -> bool:
    """Whether a list of photographers may end here: at a separator, another name, an agency or the end."""
    if line.ends_sentence(at) or line.text(at) in SEPARATORS or line.text(at) in {";", ","}:
        return True
    return line.folded(at) in VIA | FOR | LISTS or line.flag(at) is not None or line.agency(at) is not None


def _dated(line: Line, at: int) -> Step | None:
    """ "Jo Doe - 5.mai.2019/Folhapress": the day between name and agency is passed over."""
    if line.text(at) not in {"-", ",", "("}:
        return None
    end = next((k for k in range(at + 1, min(at + 8, len(line.tokens))) if line.text(k) == "/"), None)
    if end is None or line.agency(end + 1) is None or not any(line.text(k).isdigit() for k in range(at + 1, end)):
        return None
    return Step(end + 1)


def client_end(line: Line, at: int, members: list[Member]) -> int:
    """The end of the credit with the client it was made for: "Getty Images for the Harbour Festival"."""
    if not members or members[-1].kind is not Kind.AGENCY or line.folded(at) not in FOR or line.stops(at):
        return at
    end = at + 1
    while end - at < _LONGEST_CLIENT and not line.ends_sentence(end):
        token = line.tokens[end]
        if token.is_word and not (token.capital or token.folded in PARTICLES):
            return at
        end += 1
    return end if line.ends_sentence(end) else at
