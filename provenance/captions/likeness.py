"""How alike the words of two captions are: about the same thing, or the same said again."""

from __future__ import annotations

import re

from provenance.captions.languages import language
from provenance.captions.spelling import fold, words_of

_ALIKE = 0.8
_TAKEN_OVER = 0.9
"""Shares of the words of both, and of the shorter one, from which two captions say the same."""
_FEWEST = 4
_NAME_OR_NUMBER = re.compile(r"\b(?:[A-ZÀ-Þ][^\W\d_]{2,40}|\d{1,9})")
_WORD = re.compile(r"[^\W\d_]{3,40}")
_LEFT_OUT = words_of(
    "the and for with from his her their its that this was were are has have had after before during while photo",
    "photograph picture image shows show showing file reuters afp getty images taken",
    "seen pictured here credit video",
)


def related(one: str, other: str, share: float) -> bool:
    """Whether two captions in one language share so much of the shorter one's words, and two words at least."""
    ours, theirs = _content(one), _content(other)
    return len(ours & theirs) >= max(2, share * min(len(ours), len(theirs)))


def same_language(one: str, other: str) -> bool:
    """Whether two texts may be in one language; short ones often cannot be told."""
    first, second = language(one), language(other)
    return first is None or second is None or first == second


def say_the_same(one: str, other: str) -> bool:
    """Whether one repeats the other, or shortens it without leaving out a name or a number."""
    if not same_language(one, other):
        return False
    ours, theirs = _content(one), _content(other)
    shorter = min(len(ours), len(theirs))
    if shorter < _FEWEST:
        return shorter >= _FEWEST // 2 and ours == theirs
    shared = len(ours & theirs)
    if shared >= _ALIKE * len(ours | theirs):
        return True
    longer, rest = (one, theirs) if len(ours) > len(theirs) else (other, ours)
    return shared >= _TAKEN_OVER * shorter and not _adds_names(longer, rest)


def _adds_names(longer: str, shorter: frozenset[str]) -> bool:
    """Whether a caption names somebody or something, or gives a number, that a shorter one leaves out."""
    for found in _NAME_OR_NUMBER.finditer(longer):
        begins = longer[: found.start()].rstrip()[-1:] in {"", ".", "!", "?", ":", "\x00"}
        if fold(found[0]) not in shorter and not begins:
            return True
    return False


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(fold(text)) if word not in _LEFT_OUT)
