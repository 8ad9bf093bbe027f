"""Two compared photos as a person at a terminal sees them: the answer, how the one was made, then the figures."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.matching import Match, MatchVerdict, Relation
from provenance.model.pair import Given, Pair
from provenance.report.areas import share_words
from provenance.report.compare_places import areas
from provenance.report.layout import at_most, block, shorten, wrap
from provenance.report.wording import count, frame_words, relation_words

_MOST_LINES, _MOST_NAME = 12, 50
_ANSWERS = {
    MatchVerdict.SAME_PHOTO: ("SAME PHOTO", "Both come from one exposure."),
    MatchVerdict.SAME_SCENE: ("SAME SCENE", "Another frame of it, not the same photo."),
    MatchVerdict.CANNOT_TELL: ("CANNOT TELL", "The same scene, or a heavily altered copy."),
}
_TOO_LITTLE = ("TOO LITTLE DETAIL", "Likeness would mean nothing here.")
_NOTHING = ("NOTHING IN COMMON", "Nothing was found that both show.")
_NO_PROOF = "That does not prove that there is nothing: a small crop or heavy blur can hide it."
_THE_SAME = {
    Relation.IDENTICAL: "A and B are the same file, byte for byte.",
    Relation.SAME_PICTURE: "A and B hold the same picture data under different metadata.",
}


def answer_words(pair: Pair) -> tuple[str, str]:
    """The answer's word in capitals, and its sentence. Both files must be readable."""
    match = pair.match
    if match is not None:
        return _ANSWERS[match.verdict]
    return _TOO_LITTLE if pair.flat else _NOTHING


def answer_line(pair: Pair) -> str:
    """The answer in one line. Both files must be readable."""
    word, sentence = answer_words(pair)
    return f"{word} was found." if (word, sentence) == _NOTHING else f"{word}  {sentence}"


def made_words(pair: Pair) -> str:
    """How the first photo (A) was made from the second (B), in a sentence; "" where nothing is known of it."""
    match = pair.match
    if match is None:
        return _flat_words(pair) if pair.flat else _NO_PROOF
    if match.verdict is not MatchVerdict.SAME_PHOTO:
        words = frame_words(match)
        return f"{words[0].upper()}{words[1:]}." if words else ""
    same = next((_THE_SAME[relation] for relation in _THE_SAME if relation in match.relations), "")
    return same or relation_words(match, pair.this.size)


def figures(match: Match) -> tuple[tuple[str, str], ...]:
    """What was measured, as pairs of label and figure. What was not measured says so."""
    turned = f"{match.angle:.1f} degrees" if match.angle is not None else None
    laid = [word for word, holds in (("mirrored", match.orientation.mirrored), (turned, match.angle)) if holds and word]
    shares = (
        ("Part of B that A shows", match.kept),
        ("Part of A that B fills", match.of_this),
        ("Content changed, of what both show", match.altered),
        ("Covered by text or graphics", match.overlaid),
        ("Confidence", match.confidence),
    )
    told = [(label, "not measured" if share is None else share_words(share)) for label, share in shares]
    told += [("B was laid on A", ", ".join(laid) or "as it is")]
    return tuple([*told, ("Points that agree", str(match.points))] if match.points is not None else told)


def render_compare(pair: Pair, verbose: bool = False) -> str:
    """The answer: at most 12 lines of 80 columns, or everything where `verbose`. Both files must be readable."""
    head = list(_head(pair))
    if verbose:
        return "\n".join([*head, *_details(pair)])
    return "\n".join([*head, *_body(pair, _MOST_LINES - len(head))])


def _head(pair: Pair) -> Iterator[str]:
    yield answer_line(pair)
    yield from at_most(wrap(made_words(pair)), 3) if made_words(pair) else []
    yield _name("A", pair.this)
    yield _name("B", pair.other)


def _name(letter: str, given: Given) -> str:
    size = f"  {given.size[0]} x {given.size[1]}" if given.size else ""
    return f"{letter}  {shorten(given.file, 76 - len(size))}{size}"


def _body(pair: Pair, room: int) -> list[str]:
    match = pair.match
    if match is None:
        return []
    lines = at_most(wrap(measured_words(match)), 2)
    found = [line for area in areas(pair) for line in wrap(f"{area.number}  {area.words}", "   ")]
    room -= len(lines)
    if len(found) <= room:
        return lines + found
    more = f"More with -v: {count(len(areas(pair)), 'changed area')} in all."
    return [*lines, *found[: room - 1], more]


def measured_words(match: Match) -> str:
    """A shows 48 % of B, B fills the whole of A; 6 % changed, nothing overlaid; confidence 98 %."""
    shares = (("A shows", match.kept, "B"), ("B fills", match.of_this, "A"))
    areas_of = ", ".join(f"{does} {_part(share)} of {letter}" for does, share, letter in shares if share is not None)
    differ = ((match.altered, "changed"), (match.overlaid, "overlaid"))
    differing = ", ".join(
        f"{share_words(share) if share else 'nothing'} {how}" for share, how in differ if share is not None
    )
    parts = (areas_of, differing, f"confidence {share_words(match.confidence)}")
    return "; ".join(part for part in parts if part) + "."


def _part(share: float) -> str:
    return "the whole" if share >= 1 else share_words(share)


def _details(pair: Pair) -> Iterator[str]:
    match = pair.match
    if match is not None:
        yield from ("", "Measured")
        yield from (line for label, figure in figures(match) for line in block(f"{label}: {figure}", "  "))
    if areas(pair):
        yield from ("", "Changed areas, by their place in A")
        yield from (line for area in areas(pair) for line in block(f"{area.number}  {area.words}", "  "))
    if problems := problem_words(pair):
        yield from ("", "Problems")
        yield from (line for words in problems for line in block(words, "  "))


def problem_words(pair: Pair) -> list[str]:
    """What was wrong with the files, each with its file's letter."""
    named = (("A", pair.this), ("B", pair.other))
    return [f"{letter}: {one.sentence} {one.hint}".strip() for letter, given in named for one in given.problems]


def _flat_words(pair: Pair) -> str:
    if len(pair.flat) > 1:
        return "A and B are almost flat surfaces and show too little to be compared."
    letter = "A" if pair.this.flat else "B"
    return f"{letter} is almost one flat surface and shows too little to be compared."
