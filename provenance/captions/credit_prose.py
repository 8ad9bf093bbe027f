"""Photographers that a sentence names: "a picture taken by Jo Doe", "photographed by Jo Doe for the Herald"."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.captions.credit_chain import read_chain
from provenance.captions.credit_kinds import tell_apart
from provenance.captions.credit_line import Line
from provenance.captions.credit_members import Chain, Kind, Member
from provenance.captions.credit_names import looks_like_person, name_end, person_start, shows_a_subject
from provenance.captions.credit_words import FOR
from provenance.captions.spelling import words_of

_PHOTOGRAPHED = {
    **dict.fromkeys(words_of("photographed filmed"), "by"),
    **dict.fromkeys(words_of("fotografiert aufgenommen"), "von"),
    **dict.fromkeys(words_of("photographie photographiee photographies photographiees"), "par"),
    **dict.fromkeys(words_of("fotografiado fotografiada fotografiados fotografada fotografado fotografados"), "por"),
    **dict.fromkeys(words_of("fotografato fotografata fotografati"), "da"),
    "gefotografeerd": "door", "fotograferad": "av", "fotograferet": "af",
}  # fmt: skip
_PICTURES = words_of(
    "photo photos photograph photographs picture pictures image images shot frame snap snapshot selfie"
)
_MADE = words_of("taken shot captured made snapped")
_PHOTOGRAPHERS = words_of("photographer photographers photojournalist photojournalists")
_RELEASED = words_of("released provided distributed supplied")
_BACK = 10


def prose_chains(line: Line) -> Iterator[Chain]:
    """The credits that stand in sentences."""
    for at in range(1, len(line.tokens) - 1):
        word, before = line.folded(at), line.folded(at - 1)
        if _PHOTOGRAPHED.get(before) == word:
            yield from _person(line, at + 1)
        elif word == "by" and before in _MADE:
            if _about_a_picture(line, at - 1) or line.folded(at + 1) in _PHOTOGRAPHERS:
                yield from _person(line, at + 1)
            elif before == "shot" and line.starts_sentence(at - 1):
                yield from _for_somebody(line, at + 1)
        elif word == "by" and before in _RELEASED and _about_a_picture(line, at - 1):
            yield from _source(line, at + 1)


def _about_a_picture(line: Line, at: int) -> bool:
    """Whether a picture is what was taken: "in this picture taken on Monday by"."""
    for k in range(at - 1, max(-1, at - _BACK), -1):
        if line.text(k) in {".", ";", ":"}:
            return False
        if line.folded(k) in _PICTURES:
            return line.folded(k) != "shot" or line.folded(k - 1) in {"a", "this", "the"}
    return False


def _person(line: Line, at: int) -> Iterator[Chain]:
    chain = _chain(line, at)
    if chain is not None:
        yield chain


def _for_somebody(line: Line, at: int) -> Iterator[Chain]:
    chain = _chain(line, at)
    if chain is not None and any(line.folded(k) in FOR for k in range(at, chain.end)):
        yield chain


def _chain(line: Line, at: int) -> Chain | None:
    start = at + (line.folded(at) in {"the", "a"})
    agency = line.agency(start)
    start = agency[1] if agency is not None and line.folded(agency[1]) in _PHOTOGRAPHERS else start
    start += line.folded(start) in _PHOTOGRAPHERS
    end = name_end(line, start)
    named = person_start(line, start, end) if end > start else start
    if end == start or not looks_like_person(line, named, end) or shows_a_subject(line, named):
        return None
    chain = tell_apart(line, read_chain(line, named, led=True), led=True)
    if agency is None or start <= at + 1:
        return chain
    return Chain((Member(Kind.AGENCY, at, agency[1], agency[0]), *chain.members), at, chain.end)


def _source(line: Line, at: int) -> Iterator[Chain]:
    """ "photo released by KCNA": only who is known to hand out pictures."""
    start = at + (line.folded(at) == "the" and line.agency(at) is None)
    agency = line.agency(start)
    if agency is not None:
        yield Chain((Member(Kind.AGENCY, start, agency[1], agency[0]),), start, agency[1])
