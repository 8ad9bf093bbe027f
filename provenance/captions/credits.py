"""Who took a photo and who supplied it, read from credit fields and from the credits inside captions.

The grammar is that of the wire agencies' own files: a label or a bracket leads a credit, or an agency that we know
stands in a chain ("Name / Agency", "AGENCY/Name", "Name/Origin via Distributor") or alone at the end of the text.
An agency that is only mentioned ("told Reuters") is no credit.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from provenance.captions.credit_chain import Chain, Kind, Member, read_chain
from provenance.captions.credit_spots import find_chains, label_end
from provenance.captions.credit_tokens import Token, tokens_of
from provenance.captions.names import canonical_person, same_person
from provenance.captions.spelling import words_of
from provenance.captions.vocabulary import Vocabulary
from provenance.model.claims import Excerpt, Flag, Named, Who

Tokens = tuple[Token, ...]

_FLAGS = {"handout": Flag.HANDOUT, "pool": Flag.POOL, "staff": Flag.STAFF, "file": Flag.FILE_PHOTO}
_JOINS = words_of("and und et y for via")
_MOST_NAMES = 40
"""No photo has more creators or agencies; what names more is a list."""


@dataclass(frozen=True, slots=True)
class Credits:
    """Who is credited, with which flags, and the characters that the credits take up in the text."""

    who: Who = field(default_factory=Who)
    flags: frozenset[Flag] = frozenset()
    spans: tuple[tuple[int, int], ...] = ()


def find_credits(text: str, words: Vocabulary) -> Credits:
    """The credits inside a caption."""
    tokens = tokens_of(text, words.aliases)
    return _credits(text, tokens, find_chains(tokens, words), words)


def read_credit_field(text: str, words: Vocabulary) -> Credits:
    """The credits in a field that holds nothing else (Credit Line, Creator)."""
    tokens = tokens_of(text, words.aliases)
    chains: list[Chain] = []
    at = 0
    while at < len(tokens):
        chain = read_chain(tokens, label_end(tokens, at) or at, words, led=True)
        if chain.members:
            chains.append(_without_prose(tokens, chain))
        at = _next_entry(tokens, max(chain.end, at + 1)) if chain.members else at + 1
    return _credits(text, tokens, chains, words)


def _next_entry(tokens: Tokens, at: int) -> int:
    """The token after the next mark or "and": a field may hold several credits, and prose between them."""
    while at < len(tokens) and tokens[at].is_word and tokens[at].folded not in {"and", "via"}:
        at += 1
    return at if at < len(tokens) and tokens[at].folded == "via" else at + 1


def _without_prose(tokens: Tokens, chain: Chain) -> Chain:
    """A name that prose follows ("Top War website") is no person; nor is one word among others."""
    last = chain.members[-1]
    follows = tokens[chain.end] if chain.end < len(tokens) else None
    prose = follows is not None and follows.is_word and follows.text.islower() and follows.folded not in _JOINS
    lone = last.end - last.start == 1 and len(tokens) > 1 and len(chain.members) == 1
    if last.kind is not Kind.PERSON or not (prose or lone):
        return chain
    kind = Kind.ORGANISATION if prose and not lone else Kind.NOISE
    return Chain((*chain.members[:-1], replace(last, kind=kind)), chain.start, chain.end)


def _credits(text: str, tokens: Tokens, chains: list[Chain], words: Vocabulary) -> Credits:
    creators: list[Named] = []
    agencies: list[Named] = []
    distributors: list[Named] = []
    sources: list[Named] = []
    flags: set[Flag] = set()
    for chain in chains:
        source = _handout_source(chain)
        for member in chain.members:
            if member.kind is Kind.FLAG:
                flags.add(_FLAGS[member.name])
            elif member.kind is Kind.PERSON:
                _add_person(creators, _named(text, tokens, member))
            elif member.kind is not Kind.NOISE:
                group = agencies
                if _passes_on(member, agencies, words):
                    group = distributors
                elif member is source:
                    group = sources
                _add_agency(group, _named(text, tokens, member), (*agencies, *distributors, *sources))
    who = Who(tuple(creators), tuple(agencies), tuple(distributors), tuple(sources))
    spans = tuple((tokens[chain.start].start, tokens[chain.end - 1].end) for chain in chains if chain.end > chain.start)
    return Credits(who, frozenset(flags), spans)


def _handout_source(chain: Chain) -> Member | None:
    """Who handed a photo out: the organisation that stands before "Handout", where the chain names another agency."""
    flags = [at for at, member in enumerate(chain.members) if member.name == "handout"]
    before = chain.members[flags[0] - 1] if flags and flags[0] > 0 else None
    if before is None or before.kind in {Kind.PERSON, Kind.FLAG, Kind.NOISE}:
        return None
    others = sum(member.kind is Kind.AGENCY for member in chain.members)
    return before if before.kind is Kind.ORGANISATION or others > 1 else None


def _passes_on(member: Member, before: list[Named], words: Vocabulary) -> bool:
    """Whether an agency only passes the photo on: it stands after "via" or after one whose pictures it distributes."""
    agency = words.agencies.get(member.name)
    return member.via or (agency is not None and any(one.name in agency.distributes for one in before))


def _named(text: str, tokens: Tokens, member: Member) -> Named:
    start, end = tokens[member.start].start, tokens[member.end - 1].end
    written = text[start:end]
    if member.kind is Kind.AGENCY:
        return Named(member.name, Excerpt(written, start, end))
    name = canonical_person(written) if member.kind is Kind.PERSON else " ".join(written.split())
    return Named(name, Excerpt(written, start, end))


def _add_person(creators: list[Named], named: Named) -> None:
    if len(creators) < _MOST_NAMES and all(same_person(named.name, one.name) is not True for one in creators):
        creators.append(named)


def _add_agency(group: list[Named], named: Named, known: tuple[Named, ...]) -> None:
    if len(known) < _MOST_NAMES and all(named.name != one.name for one in known):
        group.append(named)
