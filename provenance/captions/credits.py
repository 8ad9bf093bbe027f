"""Who took a photo and who supplied it, read from credit fields and from the credits inside captions.

The grammar is that of the wire agencies' own files: a label or a bracket leads a credit, or an agency that we know
stands in a chain ("Name / Agency", "AGENCY/Name", "Name/Origin via Distributor") or alone at the end of the text.
An agency that is only mentioned ("told Reuters") is no credit.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from provenance.captions.credit_chain import read_chain
from provenance.captions.credit_cut import completed
from provenance.captions.credit_kinds import tell_apart
from provenance.captions.credit_labels import label_end, label_flags
from provenance.captions.credit_line import Line
from provenance.captions.credit_members import Chain, Kind, Member
from provenance.captions.credit_scripts import find_unspaced
from provenance.captions.credit_spots import find_chains
from provenance.captions.credit_tokens import tokens_of
from provenance.captions.names import canonical_person, same_person
from provenance.captions.spelling import words_of
from provenance.captions.vocabulary import Vocabulary
from provenance.model.claims import Excerpt, Flag, Named, Trade, Who
from provenance.model.limits import LIMITS

_FLAGS = {"handout": Flag.HANDOUT, "pool": Flag.POOL, "staff": Flag.STAFF, "file": Flag.FILE_PHOTO}
_JOINS = words_of("and und et y for via")
_LONGEST_CODE = 8
_MOST_NAMES = 40
"""No photo has more creators or agencies; what names more is a list."""


@dataclass(frozen=True, slots=True)
class Credits:
    """Who is credited, with which flags, and the characters that the credits take up in the text."""

    who: Who = field(default_factory=Who)
    flags: frozenset[Flag] = frozenset()
    spans: tuple[tuple[int, int], ...] = ()


def find_credits(text: str, words: Vocabulary) -> Credits:
    """The credits inside a caption; of a very long one, at its beginning and its end."""
    text = _ends(text)
    line = Line(tokens_of(text, words.aliases), words)
    return _with_unspaced(text, _credits(text, line, find_chains(line)), words)


def read_credit_field(text: str, words: Vocabulary) -> Credits:
    """The credits in a field that holds nothing else (Credit Line, Creator)."""
    text = _ends(text)
    small = text.islower() and text.strip().isalpha()  # "ap", "zuma"
    line = Line(tokens_of(_capitals(text) if small and len(text) < _LONGEST_CODE else text, words.aliases), words)
    chains: list[Chain] = _inverted(line)
    at = len(line.tokens) if chains else 0
    while at < len(line.tokens) and len(chains) < _MOST_NAMES:
        label = label_end(line, at)
        start = label[0] if label is not None else at
        chain = tell_apart(line, read_chain(line, start, led=True), led=True)
        if chain.members:
            flags = tuple(Member(Kind.FLAG, start, start, flag) for flag in label_flags(line, at, start))
            chains.append(_without_prose(line, Chain((*flags, *chain.members), chain.start, chain.end)))
        at = _next_entry(line, max(chain.end, at + 1)) if chain.members else at + 1
    return _with_unspaced(text, _credits(text, line, completed(text, line, chains)), words)


def _capitals(text: str) -> str:
    """The text in capitals, each letter at its place: those that would become two (ß, ﬁ) stay as they are."""
    return "".join(one.upper() if len(one.upper()) == 1 else one for one in text)


def _ends(text: str) -> str:
    """A very long text with blanks for its middle, so that what is found keeps its place."""
    most = LIMITS.read.credit_characters
    middle = len(text) - 2 * most
    return f"{text[:most]}{chr(10) * middle}{text[-most:]}" if middle > 0 else text


def _with_unspaced(text: str, found: Credits, words: Vocabulary) -> Credits:
    """The credits with those in scripts that write no spaces, which the tokens cannot show."""
    more = find_unspaced(text, words.unspaced)
    if not more:
        return found
    creators, agencies = list(found.who.creators), list(found.who.agencies)
    known = {named.name for named in (*agencies, *found.who.distributors, *found.who.handout_sources)}
    for each in more:
        excerpt = Excerpt(text[each.start : each.end], each.start, each.end)
        if not each.agency:
            _add_person(creators, Named(excerpt.text, excerpt))
        elif each.agency not in known and len(agencies) < _MOST_NAMES:
            agency = words.agencies[each.agency]
            agencies.append(Named(agency.name, excerpt, agency.trade, agency.distributes))
            known.add(each.agency)
    who = Who(tuple(creators), tuple(agencies), found.who.distributors, found.who.handout_sources)
    spans = tuple((each.start, each.end) for each in more)
    return Credits(who, found.flags, (*found.spans, *spans))


def _inverted(line: Line) -> list[Chain]:
    """ "Doe, Jo" and nothing else: one person, the family name first."""
    shape = len(line.tokens) == 3 and line.text(1) == "," and line.tokens[0].capital and line.tokens[2].capital
    named = shape and not any(line.agency(at) or line.flag(at) is not None for at in (0, 2))
    return [Chain((Member(Kind.PERSON, 0, 3),), 0, 3)] if named else []


def _next_entry(line: Line, at: int) -> int:
    """The token after the next mark or "and": a field may hold several credits, and prose between them."""
    while at < len(line.tokens) and line.tokens[at].is_word and line.folded(at) not in {"and", "via"}:
        at += 1
    return at if line.folded(at) == "via" else at + 1


def _without_prose(line: Line, chain: Chain) -> Chain:
    """A name that prose follows ("Top War website") is no person; nor is one word among others."""
    last = chain.members[-1]
    follows = line.tokens[chain.end] if chain.end < len(line.tokens) else None
    prose = follows is not None and follows.is_word and follows.text.islower() and follows.folded not in _JOINS
    lone = last.end - last.start == 1 and len(line.tokens) > 1 and len(chain.members) == 1
    if last.kind is not Kind.PERSON or not (prose or lone):
        return chain
    kind = Kind.ORGANISATION if prose and not lone else Kind.NOISE
    return Chain((*chain.members[:-1], replace(last, kind=kind)), chain.start, chain.end)


def _credits(text: str, line: Line, chains: list[Chain]) -> Credits:
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
                _add_person(creators, _named(text, line, member))
            elif member.kind is not Kind.NOISE:
                named = _named(text, line, member)
                group = agencies
                if member is source:
                    group = sources
                elif member.via or any(passes_on(named, one) for one in (*agencies, *sources)):
                    group = distributors
                _add_agency(group, named, (*agencies, *distributors, *sources))
    who = Who(tuple(creators), tuple(agencies), tuple(distributors), tuple(sources))
    spans = tuple(
        (line.tokens[chain.start].start, line.tokens[chain.end - 1].end) for chain in chains if chain.end > chain.start
    )
    return Credits(who, frozenset(flags), spans)


def _handout_source(chain: Chain) -> Member | None:
    """Who handed a photo out: the organisation that stands before "Handout", where the chain names another agency."""
    flags = [at for at, member in enumerate(chain.members) if member.name == "handout"]
    before = chain.members[flags[0] - 1] if flags and flags[0] > 0 else None
    if before is None or before.kind in {Kind.PERSON, Kind.FLAG, Kind.NOISE}:
        return None
    others = sum(member.kind is Kind.AGENCY for member in chain.members)
    return before if before.kind is Kind.ORGANISATION or others > 1 else None


def passes_on(one: Named, other: Named) -> bool:
    """Whether the first is known to pass on what the second makes: a library, or a wire that sends out handouts."""
    if other.name in one.carries:
        return True
    handed = other.trade in {None, Trade.SOURCE, Trade.PUBLISHER}
    return (one.trade in {Trade.WIRE, Trade.LIBRARY} and handed) or (
        one.trade is Trade.LIBRARY and other.trade is Trade.WIRE
    )


def _named(text: str, line: Line, member: Member) -> Named:
    start, end = line.tokens[member.start].start, line.tokens[member.end - 1].end
    written = text[start:end]
    if member.kind is Kind.AGENCY:
        agency = line.words.agencies[member.name]
        return Named(member.name, Excerpt(written, start, end), agency.trade, agency.distributes)
    if member.kind is Kind.PERSON and written.count(",") == 1:
        family, given = written.split(",")
        return Named(canonical_person(f"{given} {family}"), Excerpt(written, start, end))
    name = canonical_person(written) if member.kind is Kind.PERSON else " ".join(written.split())
    return Named(name, Excerpt(written, start, end))


def _add_person(creators: list[Named], named: Named) -> None:
    if len(creators) < _MOST_NAMES and all(same_person(named.name, one.name) is not True for one in creators):
        creators.append(named)


def _add_agency(group: list[Named], named: Named, known: tuple[Named, ...]) -> None:
    if len(known) < _MOST_NAMES and all(named.name != one.name for one in known):
        group.append(named)
