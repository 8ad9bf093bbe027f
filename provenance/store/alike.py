"""Pictures that share visual words: those in the search index, and those that it has yet to follow.

The index is derived, so what it says is only a proposal: a picture counts if the tables say that it is held, with
features of the same vocabulary. What changed since the index last followed is compared here, one by one, and so is
everything where there is no index that could be used and the archive is small.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from provenance.errors import ArchiveIndexError
from provenance.model.matching import Features
from provenance.model.photo import PictureId
from provenance.store.features import described_after, names, numbered, vocabulary
from provenance.store.sqlite import Source
from provenance.store.word_files import unusable
from provenance.store.word_indexes import changes, complete, opened
from provenance.store.words import WordSearch

MOST_COMPARED = 20_000
"""Pictures that are compared one by one: some .7 s."""

Scores = dict[int, float]


class Alike:
    """The search within one consistent view of the archive; an index is opened once for each vocabulary."""

    def __init__(self, source: Source, folder: Path) -> None:
        self._source = source
        self._folder = folder
        self._opened: dict[int, tuple[WordSearch | None, list[int]]] = {}

    def find(self, version: str, words: Sequence[int], most: int) -> tuple[tuple[PictureId, Features], ...]:
        """See Reader.alike."""
        number = vocabulary(self._source, version)
        if not number or most < 1:
            return ()
        index, pending = self._view(number)
        asked = frozenset(words)
        known: dict[int, Features] = {}
        scores: Scores = {}
        if index is not None:
            try:
                hits = dict(index.search(asked, most + len(pending)))
            except ArchiveIndexError:  # it could be opened, and is damaged within
                index, pending = None, self._all(number)
                self._opened[number] = (None, pending)
            else:
                known = numbered(self._source, number, list(hits))
                scores = {one: score for one, score in hits.items() if one in known}
        if pending:
            fresh = numbered(self._source, number, pending)
            rarity = _rarity(asked, fresh) if index is None else _scaled(index, asked, scores, known)
            scores = {one: score for one, score in scores.items() if one not in fresh} | _compare(asked, fresh, rarity)
            known |= fresh
        best = sorted(scores, key=lambda one: (-scores[one], one))[:most]
        ids = names(self._source, best)
        return tuple((ids[one], known[one]) for one in best)

    def _view(self, number: int) -> tuple[WordSearch | None, list[int]]:
        """The index, if it can be used, and the pictures that have to be compared one by one."""
        if number not in self._opened:
            self._opened[number] = self._look(number)
        return self._opened[number]

    def _look(self, number: int) -> tuple[WordSearch | None, list[int]]:
        row = complete(self._source, number)
        if row is None:
            return None, self._all(number)
        try:
            index = opened(self._folder, row)
            len(index)  # opens its files
        except ArchiveIndexError:
            return None, self._all(number)
        pending = {picture for _, picture in changes(self._source, row.applied, MOST_COMPARED + 1)}
        if len(pending) > MOST_COMPARED:
            raise ArchiveIndexError(
                "The archive's search index is far behind the photos that it holds.",
                "Bring it up to date: prov archive reindex",
            )
        return index, sorted(pending)

    def _all(self, number: int) -> list[int]:
        numbers = described_after(self._source, number, 0, MOST_COMPARED + 1)
        if len(numbers) > MOST_COMPARED:
            raise unusable()
        return numbers


def _compare(asked: frozenset[int], known: Mapping[int, Features], rarity: Callable[[int], float]) -> Scores:
    shared = {number: features.words & asked for number, features in known.items()}
    return {number: math.fsum(map(rarity, words)) for number, words in shared.items() if words}


def _rarity(asked: frozenset[int], known: Mapping[int, Features]) -> Callable[[int], float]:
    """The inverse document frequency of words, where these pictures are all that there are."""
    counts = Counter(word for features in known.values() for word in features.words & asked)
    return lambda word: math.log(1 + (len(known) - counts[word] + 0.5) / (counts[word] + 0.5))


def _scaled(
    index: WordSearch, asked: frozenset[int], scores: Scores, known: Mapping[int, Features]
) -> Callable[[int], float]:
    """The same by the index, in the units of its scores: those have a factor, which the best of them tells."""
    rarity = cache(index.rarity)
    best = max(scores, key=scores.__getitem__, default=None)
    plain = math.fsum(map(rarity, known[best].words & asked)) if best is not None else 0.0
    factor = scores[best] / plain if best is not None and plain else 1.0
    return lambda word: factor * rarity(word)
