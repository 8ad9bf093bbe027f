"""Credits that a field of 32 bytes cut off (IPTC-IIM By-line and Credit): "Jo Doe/Associated Pr"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from provenance.captions.agency_table import Alias
from provenance.captions.credit_line import Line
from provenance.captions.credit_members import Chain, Kind
from provenance.captions.names import FIELD_LENGTH
from provenance.captions.vocabulary import Vocabulary

_SHORTEST = 4
"""A cut word of fewer letters could be the start of too many names."""


def completed(text: str, line: Line, chains: list[Chain]) -> list[Chain]:
    """The credits of a field, with the last name made whole where the field is full and only one agency begins so."""
    full = FIELD_LENGTH - 2 <= len(text.encode()) <= FIELD_LENGTH
    if not full or not chains or not chains[-1].members or chains[-1].members[-1].end != len(line.tokens):
        return chains
    last = chains[-1].members[-1]
    if last.kind not in {Kind.PERSON, Kind.ORGANISATION} or not line.tokens[-1].is_word:
        return chains
    begun = tuple(token.folded for token in line.tokens[last.start : last.end])
    names = {alias.agency for alias in _candidates(begun, line.words) if _begins(alias.words, begun)}
    if len(names) != 1 or len("".join(begun)) < _SHORTEST:
        return chains
    whole = replace(last, kind=Kind.AGENCY, name=names.pop())
    return [*chains[:-1], replace(chains[-1], members=(*chains[-1].members[:-1], whole))]


def _candidates(begun: tuple[str, ...], words: Vocabulary) -> Iterable[Alias]:
    if len(begun) > 1:
        return words.aliases.get(begun[0], ())
    return (alias for first, group in words.aliases.items() if first.startswith(begun[0]) for alias in group)


def _begins(whole: tuple[str, ...], begun: tuple[str, ...]) -> bool:
    return whole[: len(begun) - 1] == begun[:-1] and " ".join(whole).startswith(" ".join(begun)) and whole != begun
