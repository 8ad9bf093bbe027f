"""Runs of words that name a person or an organisation: where they end, and which of the two they are."""

from __future__ import annotations

from provenance.captions.credit_line import Line
from provenance.captions.credit_tokens import Token
from provenance.captions.credit_words import (
    AFTER_DOT,
    FOR,
    JOINS_ORGANISATION,
    PARTICLES,
    PHOTO_NOUNS,
    RANKS,
    TITLES,
    VIA,
)
from provenance.captions.spelling import words_of

_LONGEST_RUN = 9
_ARTICLES = words_of("the el la le los las il lo der die das les")
_LABELS = PHOTO_NOUNS | words_of("source credit credits photographer graphic copyright text story words")
_PREPOSITIONS = words_of("of for del della dello delle")


def name_end(line: Line, at: int) -> int:
    """The end of the run of capitalised words, initials and particles that starts here; `at` where there is none."""
    tokens = line.tokens
    if at >= len(tokens) or not _starts_name(line, at):
        return at
    end = at + 1
    if tokens[at].handle:
        return end
    while end < len(tokens) and end - at < _LONGEST_RUN and _continues(line, at, end):
        end += 1
    while end > at + 1 and not _may_end(tokens[end - 1]):
        end -= 1
    return end


def _starts_name(line: Line, at: int) -> bool:
    token = line.tokens[at]
    if token.handle or token.caseless:
        return True
    if not token.is_word or token.text.isdigit():
        return False
    if token.folded in {"al", "el", "van", "von", "de", "ten", "abu", "bin", "da", "di", "del"}:
        after = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
        return token.capital or (after is not None and after.capital and not after.fresh)
    return token.naming or (token.text[0].isdigit() and token.text[-1].isalpha() and not _ordinal(token, line, at))


def _ordinal(token: Token, line: Line, at: int) -> bool:
    """ "12th December" is a day; "3rd Brigade" a name."""
    ordinal = token.folded[-2:] in {"st", "nd", "rd", "th"} and token.folded[:-2].isdigit()
    after = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
    return ordinal and not (after is not None and after.folded in line.words.organisation_words)


def _continues(line: Line, start: int, at: int) -> bool:
    token = line.tokens[at]
    if token.text == ".":
        return line.folded(at - 1) in AFTER_DOT and not token.fresh
    if _breaks(line, at):
        return False
    if line.flag(at) is not None:
        return _joins(line, start, at)
    return token.text == "&" or (_named(token) and not _turns(line, start, at))


def _breaks(line: Line, at: int) -> bool:
    """Whether something else starts here: a label, a glued word, an agency, "for", the end."""
    token = line.tokens[at]
    joins = (token.folded in FOR or token.folded in VIA) and len(token.text) > 2
    label = token.folded in _LABELS and line.text(at + 1) == ":"
    if token.glued or token.handle or joins or label or line.stops(at):
        return True
    return line.agency(at) is not None and not _generic(line, at)


def _named(token: Token) -> bool:
    if not token.is_word:
        return False
    numbered = token.text[0].isdigit() and not token.text.isdigit()
    return token.naming or numbered or token.folded in PARTICLES


def _generic(line: Line, at: int) -> bool:
    """A word inside a name that happens to be an agency's too: "Karen Star", "City of Times"."""
    return line.folded(at - 1) in PARTICLES and line.folded(at - 1) != "the"


def _joins(line: Line, start: int, at: int) -> bool:
    """ "Images" in "Future Image", "Gallo Images": part of a firm's name; in "Jo Doe Photo" of a firm's too."""
    token = line.tokens[at]
    if token.folded not in JOINS_ORGANISATION or not token.capital or token.fresh:
        return False
    alike = token.shouted == line.tokens[start].shouted or len(token.text) == 2
    return alike and line.folded(at + 1) not in {"by", ":"}


def _turns(line: Line, start: int, at: int) -> bool:
    """Whether words in capitals give way to others: "JO DOE Members of the crew"; "Jo DOE" is no such turn."""
    if at - start < 2 or line.tokens[at].folded in PARTICLES or not line.tokens[at].is_word:
        return False
    full = [token for token in line.tokens[start:at] if token.is_word and len(token.text) > 1 and "." not in token.text]
    here = line.tokens[at]
    return len(full) > 1 and all(token.shouted for token in full) and len(here.text) > 2 and not here.shouted


def _may_end(token: Token) -> bool:
    if token.text == ".":
        return True
    return token.is_word and (token.naming or token.text[0].isdigit()) and token.folded != "&"


def person_start(line: Line, start: int, end: int) -> int:
    """Where the person's own name starts behind a rank ("Staff Sgt. Jo Doe", "Photographer Jo Doe")."""
    at = start
    while at < end - 1 and (line.folded(at).rstrip(".") in RANKS or line.text(at) in {".", "/"}):
        at += 1
    return at if end - at >= 1 and at > start else start


def looks_like_person(line: Line, start: int, end: int) -> bool:
    """Two to five words of a person's name, none of which an organisation would have."""
    run = [token for token in line.tokens[start:end] if token.is_word]
    full = [token for token in run if token.folded not in PARTICLES]
    if not 2 <= len(full) <= 5 or looks_like_organisation(line, start, end):
        return False
    return not any(c.isdigit() for token in run for c in token.text)


def looks_like_organisation(line: Line, start: int, end: int) -> bool:
    """Whether a word says that this names an organisation ("Press", "of", "&", "The ...")."""
    run = line.tokens[start:end]
    first = run[0].folded
    if first in _ARTICLES and (first not in {"la", "le", "el"} or len(run) == 2):
        return True
    words = line.words.organisation_words
    if any(_stem(token.folded) in words or token.text == "&" for token in run):
        return True
    if any(token.folded in _PREPOSITIONS for token in run[1:]) and not _spanish(run):
        return True
    return any(token.folded in PHOTO_NOUNS or "." in token.text[2:-1] for token in run) or len(run) > 6


def _stem(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


def _spanish(run: tuple[Token, ...]) -> bool:
    """ "Maria del Carmen Ruiz" is a person though "del" also joins the words of organisations."""
    return any(token.folded in {"del", "della", "delle", "dello"} for token in run) and len(run) <= 5


def shows_a_subject(line: Line, start: int) -> bool:
    """Whether a title says that this person is shown in the photo and did not take it."""
    return line.folded(start) in TITLES
