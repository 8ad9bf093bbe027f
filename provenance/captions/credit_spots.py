"""Where in a caption the credits stand: after a label, in brackets, around an agency, or at the very end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from provenance.captions.credit_chain import PARTICLES, SEPARATORS, Chain, flag_at, name_run, read_chain
from provenance.captions.credit_tokens import Token
from provenance.captions.spelling import words_of
from provenance.captions.vocabulary import Vocabulary

Tokens = tuple[Token, ...]

_LABEL_WORDS = words_of(
    "photo photos photograph photographs photography photographer photographers foto fotos fotograf",
    "fotografin picture pictures "
    "bild bilder image images credit credits crédit credito crédito courtesy fotoğraf фото zdjęcie fot",
)
_LABEL_ENDS = frozenset({":", "...", "…", "©", "by", "von", "par", "por", "di", "copyright"})
_CLOSING_WORDS = frozenset({"read", "of", "."})
_BARE_LABELS = frozenset({"©", "copyright", "credit", "creditcredit", "courtesy"})
_LONGEST_LABEL = 12
_OPENS = {"(": ")", "[": "]", "（": "）"}
_AFTER_SENTENCE = frozenset(".)]\"”’'?!:;,…+*")
_SUFFIXES = frozenset({"photo", "file"})
_BEFORE_PLACE = words_of("in at near of from on to outside")
_LONGEST_BRACKET = 48


def find_chains(tokens: Tokens, words: Vocabulary) -> list[Chain]:
    """The credits of a caption in the order they stand there, each token in one of them only."""
    chains = _without_overlap([*_led(tokens, words), *_bracketed(tokens, words), *_chained(tokens, words)])
    return chains or list(_closing_name(tokens, words))


def _led(tokens: Tokens, words: Vocabulary) -> Iterator[Chain]:
    """Credits after a label: "Photo:", "Photograph by", "Credit...", "©"."""
    at = 0
    while at < len(tokens):
        start = label_end(tokens, at)
        chain = read_chain(tokens, start, words, led=True) if start else None
        if chain is not None and chain.members:
            yield chain
        at = max(at + 1, chain.end if chain is not None else 0)


def label_end(tokens: Tokens, at: int) -> int | None:
    """The token after a label that starts here, or None. "Credit" alone counts before a name."""
    end = at
    while end < len(tokens) and end - at < _LONGEST_LABEL and _labels(tokens, at, end):
        end += 1
    if end == at or end >= len(tokens):
        return None
    closed = tokens[end - 1].folded in _LABEL_ENDS or tokens[end - 1].folded in _CLOSING_WORDS
    return end if closed or (tokens[at].folded in _BARE_LABELS and tokens[end].capital) else None


def _labels(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a token belongs to a label that starts at `start`."""
    token = tokens[at]
    if token.folded in _LABEL_WORDS:
        return token.capital or at > start or _ends_label(tokens, at + 1)
    if at == start:
        return token.folded in {"©", "copyright"}
    if token.folded in {"of", "."}:
        return tokens[at - 1].folded == ("courtesy" if token.text == "of" else "fot")
    return token.folded in _LABEL_ENDS or token.folded in {"should", "read"}


def _ends_label(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and (tokens[at].folded in _LABEL_ENDS)


def _bracketed(tokens: Tokens, words: Vocabulary) -> Iterator[Chain]:
    """Brackets that hold a credit and nothing else: "(AP)", "(Name/Agency via Other, File)"."""
    for at, token in enumerate(tokens):
        if token.text not in _OPENS:
            continue
        close = next(
            (k for k in range(at + 1, min(len(tokens), at + _LONGEST_BRACKET)) if tokens[k].text == _OPENS[token.text]),
            None,
        )
        chain = read_chain(tokens, at + 1, words, led=False) if close else None
        if chain is not None and close is not None and chain.names_agency and _only_marks(tokens, chain.end, close):
            yield chain


def _only_marks(tokens: Tokens, start: int, end: int) -> bool:
    return all(not tokens[at].is_word or flag_at(tokens, at) is not None for at in range(start, end))


def _chained(tokens: Tokens, words: Vocabulary) -> Iterator[Chain]:
    """Agencies that stand beside a separator, or alone at the end."""
    at = 0
    while at < len(tokens):
        agency = words.agency_at(tokens, at)
        if agency is None:
            at += 1
            continue
        start = _chain_start(tokens, at, words)
        end = agency[1]
        beside = start < at or (end < len(tokens) and tokens[end].text in SEPARATORS) or _photo_slash(tokens, end)
        if beside or _closes(tokens, at, end):
            chain = read_chain(tokens, start, words, led=False)
            if chain.end >= end:
                yield chain
                end = chain.end
        at = max(end, at + 1)


def _photo_slash(tokens: Tokens, at: int) -> bool:
    """ "AP Photo/", "dpa Bildfunk/"."""
    return at + 1 < len(tokens) and flag_at(tokens, at) is not None and tokens[at + 1].text in SEPARATORS


def _closes(tokens: Tokens, start: int, end: int) -> bool:
    """Whether an agency stands alone at the end of the text, behind a sentence or glued to it."""
    if not _only_marks(tokens, end, len(tokens)) and not _via_follows(tokens, end):
        return False
    before = tokens[start - 1] if start else None
    if before is None or tokens[start].glued:
        return True
    if before.text == "," or before.text not in _AFTER_SENTENCE:
        return before.text == "," and len(tokens[start].text) > 2 and _closing_pair(tokens, start)
    return True


def _via_follows(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at].folded == "via"


def _closing_pair(tokens: Tokens, at: int) -> bool:
    """ "... 2023. Jo Doe, Reuters": a name in a sentence of its own before the comma."""
    first = at - 2
    while first >= 0 and tokens[first].is_word and tokens[first].text[0].isupper() and at - first < 7:
        first -= 1
    return 2 <= at - 2 - first <= 4 and (first < 0 or tokens[first].text in {".", ")", '"', "”"})


def _chain_start(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """Where the credit starts that an agency stands in: over separators to the left, and the names before them."""
    start = at
    while start >= 1 and at - start < 40:
        mark = tokens[start - 1]
        pair = mark.folded in {",", "for"} and _closing_pair(tokens, start)
        dash = mark.text == "-" and flag_at(tokens, start) is not None
        if not (mark.text in SEPARATORS or mark.folded == "via" or pair or dash):
            break
        first = _run_before(tokens, start - 1, words)
        if first == start - 1:
            return start
        start = first
    return start


def _run_before(tokens: Tokens, end: int, words: Vocabulary) -> int:
    """The start of the name that ends before a token."""
    first = end
    while first > 0 and end - first < 9 and _belongs(tokens, first - 1):
        first -= 1
        if tokens[first].glued:
            break
    while first < end and (not tokens[first].capital or tokens[first].folded in _LABEL_WORDS):
        first += 1
    known = next((k for k in range(first, end) if (words.agency_at(tokens, k) or ("", 0))[1] == end), None)
    if known is not None:
        return known
    if first == 0 or tokens[first - 1].text in SEPARATORS:
        return first
    before = tokens[first - 1]
    placed = before.folded in _BEFORE_PLACE and end - first > 2  # "in Paris Jo Doe / Agency"
    if placed or end - first > 4 or (end - first > 3 and before.is_word):
        return end - (3 if end - first >= 3 and _is_initial(tokens[end - 2]) else 2)
    return first


def _belongs(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    numbered = token.is_word and token.text[0].isdigit() and not token.text.isdigit()
    return token.is_word and (token.capital or numbered or token.folded in PARTICLES or token.folded in _SUFFIXES)


def _is_initial(token: Token) -> bool:
    return len(token.text) == 1 or token.text.endswith(".")


def _closing_name(tokens: Tokens, words: Vocabulary) -> Iterator[Chain]:
    """A name alone in the last sentence, behind one that ends in a year: "..., October 2023. Jo Doe"."""
    ends = [at for at, token in enumerate(tokens) if token.text == "." and at + 1 < len(tokens)]
    if not ends or not re.fullmatch(r"(?:1[89]|20)[0-9]{2}", tokens[ends[-1] - 1].text):
        return
    start = ends[-1] + 1
    end = name_run(tokens, start, words)
    if 2 <= end - start <= 3 and _only_marks(tokens, end, len(tokens)):
        yield read_chain(tokens, start, words, led=True)


def _without_overlap(chains: Iterable[Chain]) -> list[Chain]:
    """The credits in the order they stand in the text, each token in one of them only, the longer one winning."""
    taken: set[int] = set()
    kept: list[Chain] = []
    for chain in sorted(chains, key=lambda each: (each.start - each.end, each.start)):
        if taken.isdisjoint(range(chain.start, chain.end)):
            taken.update(range(chain.start, chain.end))
            kept.append(chain)
    return sorted(kept, key=lambda each: each.start)
