"""The answer about two compared photos: the word, how the first was made from the second, what went wrong."""

from __future__ import annotations

from provenance.model.matching import MatchVerdict, Relation
from provenance.model.pair import Pair
from provenance.report.wording import frame_words, relation_words

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
    return _TOO_LITTLE if pair.showing_little else _NOTHING


def answer_line(pair: Pair) -> str:
    """The answer in one line. Both files must be readable."""
    word, sentence = answer_words(pair)
    return f"{word} was found." if (word, sentence) == _NOTHING else f"{word}  {sentence}"


def made_words(pair: Pair) -> str:
    """How the first photo (A) was made from the second (B), in a sentence; "" where nothing is known of it."""
    match = pair.match
    if match is None:
        return _little_words(pair) if pair.showing_little else _NO_PROOF
    if match.verdict is not MatchVerdict.SAME_PHOTO:
        words = frame_words(match)
        return f"{words[0].upper()}{words[1:]}." if words else ""
    same = next((_THE_SAME[relation] for relation in _THE_SAME if relation in match.relations), "")
    return same or relation_words(match, pair.this.size)


def problem_words(pair: Pair) -> list[str]:
    """What was wrong with the files, each with its file's letter."""
    named = (("A", pair.this), ("B", pair.other))
    return [f"{letter}: {one.sentence} {one.hint}".strip() for letter, given in named for one in given.problems]


def _little_words(pair: Pair) -> str:
    if len(pair.showing_little) > 1:
        return "A and B show too little to be compared: they are very small, or almost flat surfaces."
    letter = "A" if pair.this.shows_little else "B"
    return f"{letter} shows too little to be compared: it is very small, or almost one flat surface."
