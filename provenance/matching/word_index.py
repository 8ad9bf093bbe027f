"""What every index of visual words promises, and the plain linear one that is the truth for all others."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol


class WordIndex(Protocol):
    """Pictures by the visual words they show. A picture is known by a number, which never comes to mean another.

    What is added and deleted counts from the commit on, and of two things done to one picture the later.

    A picture's score is the sum, over the words it shares with those asked for, of their inverse document frequency
    ln(1 + (N - n + .5) / (n + .5)), with N pictures of which n show the word (Robertson and Walker's BM25, without the
    frequency within a picture and without its length), times one positive number that is the same throughout an
    answer. Pictures that were replaced or deleted may count in N and n for a while.
    """

    def add(self, number: int, words: Iterable[int]) -> None:
        """Remember a picture's words, in place of those that it had."""

    def delete(self, number: int) -> None:
        """Forget a picture. Forgetting an unknown one changes nothing."""

    def search(self, words: Iterable[int], most: int) -> Sequence[tuple[int, float]]:
        """The number and score of those that share words with these: at most so many, the best, each once.

        The best come first, equally good ones by number; of those equally good with the last, any may be left out.
        """

    def commit(self) -> None:
        """Let what was done count, durably."""


class LinearWordIndex:
    """The reference: compares the words of every picture."""

    def __init__(self) -> None:
        self._coming: dict[int, frozenset[int] | None] = {}
        self._known: dict[int, frozenset[int]] = {}

    def add(self, number: int, words: Iterable[int]) -> None:
        """See WordIndex."""
        self._coming[number] = frozenset(words)

    def delete(self, number: int) -> None:
        """See WordIndex."""
        self._coming[number] = None

    def search(self, words: Iterable[int], most: int) -> Sequence[tuple[int, float]]:
        """See WordIndex."""
        asked = frozenset(words)
        shown_by = Counter(word for shown in self._known.values() for word in shown & asked)
        rarity = {word: self._rarity(count) for word, count in shown_by.items()}
        scores = {
            number: math.fsum(rarity[word] for word in shown & asked)
            for number, shown in self._known.items()
            if shown & asked
        }
        return sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:most]

    def commit(self) -> None:
        """See WordIndex."""
        for number, words in self._coming.items():
            self._known.pop(number, None)
            if words is not None:
                self._known[number] = words
        self._coming.clear()

    def _rarity(self, shown_by: int) -> float:
        return math.log(1 + (len(self._known) - shown_by + 0.5) / (shown_by + 0.5))
