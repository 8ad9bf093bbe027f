"""Credits at the very end of a caption that name no agency that we know: "... Jo Doe/Harbour Herald"."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.captions.credit_brackets import press_like
from provenance.captions.credit_chain import read_chain
from provenance.captions.credit_kinds import tell_apart
from provenance.captions.credit_line import Line
from provenance.captions.credit_members import Chain, Kind
from provenance.captions.credit_names import looks_like_person, name_end, shows_a_subject
from provenance.captions.credit_words import SEPARATORS


def name_and_firm(line: Line) -> Iterator[Chain]:
    """ "... in Boise. Jo Doe/Harbour Herald", "... ayer. / JO DOE": a name and a firm that nobody knows, at the end."""
    start = _last_sentence(line)
    if start is None:
        return
    at = start + (line.text(start) in SEPARATORS or line.text(start) == "-")
    chain = tell_apart(line, read_chain(line, at, led=False, close=len(line.tokens)), led=False)
    if not chain.members or not line.ends(chain.end) or shows_a_subject(line, at):
        return
    kinds = [member.kind for member in chain.members]
    first = chain.members[0]
    led_by_mark = at > start
    named = first.kind is Kind.PERSON and first.end - first.start > 1
    split = any(line.text(k) in SEPARATORS for k in range(first.end, chain.end))
    tight = split and line.tokens[first.end].start == line.tokens[first.end - 1].end
    press = any(member.kind is Kind.ORGANISATION and press_like(line, member) for member in chain.members)
    firm = Kind.ORGANISATION in kinds and (press or tight)
    if named and (
        (len(kinds) == 1 and led_by_mark) or (split and (firm or Kind.FLAG in kinds)) or (press and not split)
    ):
        yield chain


def _last_sentence(line: Line) -> int | None:
    """The token that starts the last sentence of the text, where it is short enough to be a credit."""
    for at in range(len(line.tokens) - 1, max(-1, len(line.tokens) - 26), -1):
        if at and line.tokens[at].fresh:
            return at
        mark = line.text(at - 1)
        if mark in {".", ")", "]", "”", '"', "!", "?", "…"} and line.starts_sentence(at) and at < len(line.tokens) - 1:
            return at
    return None


def closing_name(line: Line) -> Iterator[Chain]:
    """A name alone in the last sentence, behind one that ends in a year, or in capitals behind any sentence."""
    start = _last_sentence(line)
    if start is None or line.text(start - 1) != ".":
        return
    end = name_end(line, start)
    if not line.ends(end) or not 2 <= end - start <= 4 or not looks_like_person(line, start, end):
        return
    year = line.text(start - 2)
    dated = len(year) == 4 and year.isdigit() and year[:2] in {"18", "19", "20"}
    shouted = all(line.tokens[at].shouted or "." in line.text(at) for at in range(start, end))
    if (dated or shouted) and not shows_a_subject(line, start):
        yield tell_apart(line, read_chain(line, start, led=True), led=True)
