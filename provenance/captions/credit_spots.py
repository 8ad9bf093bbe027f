"""Where in a caption the credits stand: after a label, in brackets, around an agency, or at the very end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.captions.credit_anchors import around_agencies, photos_of_agencies
from provenance.captions.credit_brackets import bracketed
from provenance.captions.credit_chain import read_chain
from provenance.captions.credit_kinds import tell_apart
from provenance.captions.credit_labels import label_end, label_flags
from provenance.captions.credit_line import Line
from provenance.captions.credit_members import Chain, Kind, Member
from provenance.captions.credit_names import shows_a_subject
from provenance.captions.credit_prose import prose_chains
from provenance.captions.credit_spans import trimmed
from provenance.captions.credit_tails import closing_name, name_and_firm

_FIRST_WORDS = 2


def find_chains(line: Line) -> list[Chain]:
    """The credits of a caption in the order they stand there, each token in one of them only."""
    firm = [*photos_of_agencies(line), *_led(line), *bracketed(line), *around_agencies(line), *prose_chains(line)]
    chains = _without_subject(line, without_overlap([*firm, *name_and_firm(line)]))
    return chains or list(closing_name(line))


def _without_subject(line: Line, chains: list[Chain]) -> list[Chain]:
    """The credits without a first one that is the caption's subject: "Image: Hurricane Ada. Jo Doe / AFP"."""
    if len(chains) < 2 or chains[0].names_agency or chains[0].start > _FIRST_WORDS:
        return chains
    led_by_colon = line.text(chains[0].start - 1) == ":"
    later = any(chain.names_agency and line.ends(chain.end) for chain in chains[1:])
    return chains[1:] if led_by_colon and later else chains


def _led(line: Line) -> Iterator[Chain]:
    """Credits after a label: "Photo:", "Photograph by", "Credit...", "©"."""
    at = 0
    while at < len(line.tokens):
        label = label_end(line, at)
        chain = after_label(line, at, *label) if label is not None else None
        if chain is not None:
            yield chain
        at = max(at + 1, chain.end if chain is not None else 0)


def after_label(line: Line, at: int, start: int, certain: bool) -> Chain | None:
    """The credit after a label that takes up tokens `at` to `start`; None where prose follows it."""
    chain = trimmed(line, tell_apart(line, read_chain(line, start, led=True), led=True))
    if chain is None or not chain.members:
        return None
    if not certain and not line.ends_sentence(chain.end):
        return None
    if not certain and not chain.names_agency and not _fills_sentence(line, chain):
        return None
    if _shown_after_colon(line, at, chain) or _drawn(line, at, start, chain):
        return None
    flags = tuple(Member(Kind.FLAG, start, start, flag) for flag in label_flags(line, at, start))
    return Chain((*flags, *chain.members), chain.start, chain.end)


def _drawn(line: Line, at: int, start: int, chain: Chain) -> bool:
    """Whether a house credits itself with a drawing made of a photo: "Photo illustration by Slate"."""
    drawn = any(line.folded(k).startswith("illustration") for k in range(at, start))
    return drawn and len(chain.members) == 1 and chain.members[0].kind is not Kind.PERSON


def _fills_sentence(line: Line, chain: Chain) -> bool:
    """Whether a loose label is followed by a person's name and nothing else."""
    return any(member.kind is Kind.PERSON and member.end - member.start > 1 for member in chain.members)


def _shown_after_colon(line: Line, at: int, chain: Chain) -> bool:
    """Whether a label with a colon leads a caption and not a credit: "PHOTO: President Jo Doe speaks ..."."""
    if line.text(chain.start - 1) not in {":", "/", "|"} or chain.names_agency:
        return False
    if shows_a_subject(line, chain.start):
        return True
    follows = line.text(chain.end)
    mark = line.text(chain.end) in {",", "(", "'"} or line.folded(chain.end) in {"and", "s", "of"}
    word = chain.end < len(line.tokens) and line.tokens[chain.end].is_word and follows[:1].islower()
    if line.stops(chain.end):
        return False
    return word or (mark and at < 3 and not line.ends(chain.end))


def without_overlap(chains: Iterable[Chain]) -> list[Chain]:
    """The credits in the order they stand in the text, each token in one of them only, the longer one winning."""
    taken: set[int] = set()
    kept: list[Chain] = []
    for chain in sorted(chains, key=lambda each: (each.start - each.end, each.start)):
        if taken.isdisjoint(range(chain.start, chain.end)):
            taken.update(range(chain.start, chain.end))
            kept.append(chain)
    return sorted(kept, key=lambda each: each.start)
