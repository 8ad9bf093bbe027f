"""One credit read from left to right: photographer / agency / distributor, in whatever order the house writes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from provenance.captions.credit_tokens import Token
from provenance.captions.spelling import words_of
from provenance.captions.vocabulary import Vocabulary

Tokens = tuple[Token, ...]

SEPARATORS = frozenset("/|—–#‖\\")
_FLAGS = {
    "handout": "handout", "ho": "handout", "supplied": "handout", "hogp": "handout", "hons": "handout",
    "pool": "pool", "staff": "staff", "stf": "staff", "file": "file", "files": "file", "archive": "file",
    "archiv": "file",
}  # fmt: skip
_NOISE = words_of(
    "stringer str freelance freelancer uncredited contributed submitted provided contributor photo",
    "photos photographer photographers",
    "image images wire reporter "
    "correspondent pictures picture video tv grab xxstringerxx unknown anonymous hide caption",
)
_CAPITALS_ONLY = frozenset({"ho", "str", "stf", "hons", "hogp"})
PARTICLES = words_of(
    "de da do dos das del della di du van von der den ter ten la le el al bin ibn abu y e af av zu of the"
)
_AFTER_DOT = frozenset({"jr", "sr", "st", "dr", "mt", "ft"})
_LONGEST_RUN = 8
_LONGEST_CHAIN = 60


class Kind(Enum):
    """What one member of a credit is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    AGENCY = "agency"
    FLAG = "flag"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Member:
    """Tokens `start` to `end` of a credit. `name` is an agency's canonical name or a flag."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    via: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """A credit: its members from left to right, and the tokens it takes up."""

    members: tuple[Member, ...]
    start: int
    end: int

    @property
    def names_agency(self) -> bool:
        """Whether an agency that we know stands in it."""
        return any(member.kind is Kind.AGENCY for member in self.members)


def read_chain(tokens: Tokens, start: int, words: Vocabulary, led: bool) -> Chain:
    """The credit that starts at a token. `led` says that a label stands before it ("Photo:", "(Photo by")."""
    members: list[Member] = []
    at, end, via = start, start, False
    while at < len(tokens) and at - start < _LONGEST_CHAIN:
        member = _member(tokens, at, words, members, led)
        if member is None:
            break
        if via:
            supplier = Kind.ORGANISATION if member.kind is Kind.PERSON else member.kind
            member = replace(member, via=True, kind=supplier)
        members.append(member)
        end = member.end
        step = _separator(tokens, end, words, members, led)
        if step is None:
            break
        at, via = step
    return Chain(tuple(members), start, end)


def _member(tokens: Tokens, at: int, words: Vocabulary, before: list[Member], led: bool) -> Member | None:
    agency = words.agency_at(tokens, at)
    if agency is not None:
        return Member(Kind.AGENCY, at, agency[1], agency[0])
    flag = flag_at(tokens, at)
    if flag is not None:
        return Member(Kind.FLAG if flag else Kind.NOISE, at, at + 1, flag)
    end = name_run(tokens, at, words)
    if end == at:
        return None
    end = _trimmed(tokens, at, end, words, led)
    if _is_place(tokens, at, end, words) or (end - at == 1 and any(c.isdigit() for c in tokens[at].text)):
        return Member(Kind.NOISE, at, end)
    return Member(_kind_of(tokens, at, end, words, before, led), at, end)


def flag_at(tokens: Tokens, at: int) -> str | None:
    """The flag that a word sets, "" for a word that says nothing, None for any other."""
    token = tokens[at]
    if not token.is_word or (token.folded in _CAPITALS_ONLY and not token.shouted):
        return None
    if token.folded in _FLAGS:
        return _FLAGS[token.folded]
    return "" if token.folded in _NOISE or token.folded.startswith("stringer") else None


def name_run(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """The end of the run of capitalised words, initials and particles that starts here; `at` where there is none."""
    end = at
    if at >= len(tokens) or not tokens[at].capital or tokens[at].text.isdigit():
        return at
    while end < len(tokens) and end - at < _LONGEST_RUN and _continues(tokens, at, end, words):
        end += 1
    while end > at + 1 and not tokens[end - 1].capital and tokens[end - 1].text != ".":
        end -= 1
    return end


def _continues(tokens: Tokens, start: int, at: int, words: Vocabulary) -> bool:
    token = tokens[at]
    if token.text == ".":
        return at > start and tokens[at - 1].folded in _AFTER_DOT
    if at > start and (token.glued or flag_at(tokens, at) is not None or words.agency_at(tokens, at) is not None):
        return False
    numbered = at > start and token.is_word and token.text[0].isdigit() and not token.text.isdigit()
    return (
        token.capital or numbered or (at > start and token.folded in PARTICLES and token.is_word) or token.text == "&"
    )


def _trimmed(tokens: Tokens, start: int, end: int, words: Vocabulary, led: bool) -> int:
    """The run cut to a name where prose follows it without a mark: "Photo: Jo Doe Minister of Trade opens ..."."""
    follows = tokens[end] if end < len(tokens) else None
    prose = follows is not None and follows.is_word and follows.folded not in {"via", "for", "and"}
    known = follows is not None and (words.agency_at(tokens, end) is not None or flag_at(tokens, end) is not None)
    run = tokens[start:end]
    titled = len(run) > 4 and any(token.folded == "of" for token in run[2:])  # "Jo Doe Minister of Trade, left, opens"
    if not led or not (prose or titled) or known or len(run) <= 2 or _organised(run[:2], words):
        return end
    middle = tokens[start + 1]
    three = len(middle.text) == 1 or middle.text.endswith(".") or middle.folded in PARTICLES
    return start + (3 if three else 2)


def _is_place(tokens: Tokens, start: int, end: int, words: Vocabulary) -> bool:
    return words.territory(" ".join(token.text for token in tokens[start:end])) is not None


def _kind_of(tokens: Tokens, start: int, end: int, words: Vocabulary, before: list[Member], led: bool) -> Kind:
    run = tokens[start:end]
    if _organised(run, words) or run[0].folded == "the" or any(token.folded == "of" for token in run) or len(run) > 5:
        return Kind.ORGANISATION
    person_known = any(member.kind is Kind.PERSON for member in before)
    joined = start > 0 and tokens[start - 1].folded in {"and", "&", ",", "und", "et", "y"}
    if person_known and not joined:
        return Kind.ORGANISATION
    if len(run) == 1:
        short = run[0].shouted and len(run[0].text) <= 5
        lone = not before and not led and not _before_agency(tokens, end, words)
        return Kind.ORGANISATION if short or lone else Kind.PERSON
    return Kind.PERSON


def _organised(run: Tokens, words: Vocabulary) -> bool:
    return any(token.folded in words.organisation_words or token.text == "&" for token in run)


def _before_agency(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    return at + 1 < len(tokens) and tokens[at].text in SEPARATORS and words.agency_at(tokens, at + 1) is not None


def _separator(tokens: Tokens, at: int, words: Vocabulary, members: list[Member], led: bool) -> tuple[int, bool] | None:
    """Where the next member starts, and whether it stands after "via"; None where the credit ends."""
    if at + 1 >= len(tokens) and not (at < len(tokens) and flag_at(tokens, at) is not None):
        return None
    token = tokens[at]
    if token.text in SEPARATORS:
        after = at + 1
        via = after < len(tokens) and tokens[after].folded == "via"
        return (after + 1, True) if via else (after, False)
    if token.folded == "via":
        return at + 1, True
    return _soft_separator(tokens, at, words, members, led)


def _soft_separator(
    tokens: Tokens, at: int, words: Vocabulary, members: list[Member], led: bool
) -> tuple[int, bool] | None:
    """Marks and words that only separate members where what follows is one: a comma, a dash, "for", "and"."""
    token, after = tokens[at], at + 1
    if flag_at(tokens, at) is not None:
        return at, False
    known = after < len(tokens) and (words.agency_at(tokens, after) is not None or flag_at(tokens, after) is not None)
    if token.text in {",", "-", "(", "[", ":"} and known:
        return after, False
    if token.folded in {"for", "by", "on"} and (known or (members[-1].kind is Kind.PERSON and token.folded != "on")):
        return after, False
    if token.folded in {"and", "&", ",", "und", "et", "y"} and members[-1].kind is Kind.PERSON and led:
        end = name_run(tokens, after, words)
        return (after, False) if 2 <= end - after <= 4 and _then_ends(tokens, end, words) else None
    joins = members[-1].kind in {Kind.PERSON, Kind.FLAG}
    if words.agency_at(tokens, at) is not None and (led or token.glued) and joins:
        return at, False
    return None


def _then_ends(tokens: Tokens, at: int, words: Vocabulary) -> bool:
    """Whether a list of photographers may end here: at a separator, an agency or the end."""
    if at >= len(tokens) or tokens[at].text in SEPARATORS or tokens[at].text in {".", ")", "]", ";"}:
        return True
    return tokens[at].folded in {"via", "for"} or flag_at(tokens, at) is not None
