"""What changed from one caption to the next, word by word: kept, added, removed, and moved elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, islice

from provenance.captions.spelling import fold
from provenance.model.history import Run, RunKind

_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]|\d{1,15}(?:[.,]\d{1,15}){1,6}(?!\w)|[^\W_]+(?:['’.\-][^\W_]+){0,8}|[^\w\s]|_"
)
"""One Han or kana character, a number, a word with what binds its parts (apostrophe, dot, hyphen), or one sign."""
_MOST_WORDS = 600
"""Longer captions are compared up to here: a diff takes time by the square of the words."""
_MOVED = 6
"""Letters that words must have together to count as moved: "of the" stands anywhere."""
_ISLAND = 4
"""Fewer letters than this between two changes are shown as changed with them: islands are hard to read."""

_Code = tuple[str, int, int, int, int]
_Marked = tuple[RunKind, int, bool]
"""What became of a token, its place, and whether that is a place in the newer caption."""


def word_diff(before: str, after: str) -> tuple[Run, ...]:
    """The way from one caption to another. Capitals and accents make no difference.

    What is kept, added and moved here, joined, is `after`; what stands between words belongs to the word before it.
    """
    old, new = _tokens(before), _tokens(after)
    old_words, new_words = [word for word, _ in old], [word for word, _ in new]
    texts = {False: [text for _, text in old], True: [text for _, text in new]}
    marked = _marked(old_words, new_words)
    runs = (
        Run(kind, "".join(texts[newer][place] for _, place, newer in group))
        for kind, group in ((kind, list(each)) for kind, each in groupby(marked, key=lambda one: one[0]))
    )
    return tuple(runs)


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, folded, without signs: what likeness of captions is counted in."""
    found = islice(_TOKEN.finditer(text), _MOST_WORDS)
    return tuple(fold(one[0]) for one in found if one[0][0].isalnum())


def _tokens(text: str) -> list[tuple[str, str]]:
    """Each word folded, and as it stands with what follows it up to the next.

    What comes after the last word that is looked at counts as one word more.
    """
    found = list(islice(_TOKEN.finditer(text), _MOST_WORDS + 1))
    if not found:
        return [("", text)] if text else []
    starts = [0, *(match.start() for match in found[1:]), len(text)]
    made = [(fold(match[0]), text[starts[at] : starts[at + 1]]) for at, match in enumerate(found)]
    return [*made[:_MOST_WORDS], *((fold(rest), rest) for _, rest in made[_MOST_WORDS:])]


def _marked(old: Sequence[str], new: Sequence[str]) -> list[_Marked]:
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) + len(new) > _MOST_WORDS)
    codes = _without_islands(matcher.get_opcodes(), new)
    gone = [place for tag, start, end, _, _ in codes if tag != "equal" for place in range(start, end)]
    come = [place for tag, _, _, start, end in codes if tag != "equal" for place in range(start, end)]
    away, here = _moved(old, new, gone, come)
    marked: list[_Marked] = []
    for tag, old_start, old_end, new_start, new_end in codes:
        if tag == "equal":
            marked += [(RunKind.KEPT, place, True) for place in range(new_start, new_end)]
            continue
        fates = {True: RunKind.MOVED_AWAY, False: RunKind.REMOVED}
        marked += [(fates[place in away], place, False) for place in range(old_start, old_end)]
        fates = {True: RunKind.MOVED_HERE, False: RunKind.ADDED}
        marked += [(fates[place in here], place, True) for place in range(new_start, new_end)]
    return marked


def _without_islands(codes: Sequence[_Code], new: Sequence[str]) -> list[_Code]:
    """Steps in which words of few letters that stayed between two changes count as changed."""
    made: list[_Code] = []
    for at, code in enumerate(codes):
        inner = 0 < at < len(codes) - 1
        letters = sum(len(word) for word in new[code[3] : code[4]] if word[:1].isalnum())
        changed = code[0] != "equal" or (inner and letters < _ISLAND)
        last = made[-1] if made else None
        if changed and last is not None and last[0] != "equal":
            made[-1] = ("replace", last[1], code[2], last[3], code[4])
        else:
            made.append(("replace", *code[1:]) if changed else code)
    return made


def _moved(
    old: Sequence[str], new: Sequence[str], gone: Sequence[int], come: Sequence[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """The places of words that left here and arrive there, in the same order and side by side in both."""
    away: set[int] = set()
    here: set[int] = set()
    removed, added = [old[place] for place in gone], [new[place] for place in come]
    matcher = SequenceMatcher(None, removed, added, autojunk=False)
    for block in sorted(_blocks(matcher, removed, added), key=lambda one: -one[2]):
        left, right, size = block
        places = gone[left : left + size], come[right : right + size]
        letters = sum(len(word) for word in removed[left : left + size] if word[:1].isalnum())
        joined = all(side[-1] - side[0] == size - 1 for side in places)
        if joined and letters >= _MOVED and not away & set(places[0]) and not here & set(places[1]):
            away |= set(places[0])
            here |= set(places[1])
    return frozenset(away), frozenset(here)


def _blocks(
    matcher: SequenceMatcher[str], removed: Sequence[str], added: Sequence[str]
) -> Iterator[tuple[int, int, int]]:
    """The longest block that is common to both, and the longest before and after it on either side, crossing or not."""
    waiting = [(0, len(removed), 0, len(added))]
    for _ in range(12):
        if not waiting:
            return
        left_from, left_to, right_from, right_to = waiting.pop(0)
        block = matcher.find_longest_match(left_from, left_to, right_from, right_to)
        if not block.size:
            continue
        yield block.a, block.b, block.size
        after_left, after_right = block.a + block.size, block.b + block.size
        waiting += [
            (left_from, block.a, right_from, block.b), (after_left, left_to, after_right, right_to),
            (left_from, block.a, after_right, right_to), (after_left, left_to, right_from, block.b),
        ]  # fmt: skip
