"""Visual words in a search engine: a picture is a document, its words are the terms. The only importer of tantivy.

https://github.com/quickwit-oss/tantivy; files of a commit never change, they are mapped into memory, and a commit
counts whole or not at all. A document holds its number and its words and nothing else: words are whole numbers, without
positions, frequencies or lengths. Measured with 1,000,000 documents of 200 words (of 2^20, skew 2.3) in three segments:
413 bytes and .15 ms to add per document; 2,800 words are searched in .08 to .12 s warm. In seven segments it took .10
to .14 s, for every word is looked up in each: hence few commits and much memory while an index is built.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from provenance.errors import ArchiveBusyError, ArchiveIndexError
from provenance.store.word_files import stamp_of, unusable

if TYPE_CHECKING:
    import tantivy

LAYOUT = 1
"""What documents look like. An index of another layout is built anew."""

_NUMBER, _WORDS = "number", "words"
_HEAP = 300_000_000
"""Bytes of documents that are gathered before they are written out; memory is used as they fill."""
_LARGE = 200_000
"""Documents from which on the length of the lists is looked at before a search."""
_POSTINGS = 3_000_000
"""Entries of lists read in one search of a large index, rarest words first: .3 s. Words of texts and screens are many
and common, and say little."""
_SAMPLED = 8
"""Of so many words one is looked at, to see whether it is worth looking at all."""
_PANIC = "PanicException"
_LOCKED = "LockBusy"
_BLOCK = 50_000


class WordSearch:
    """A complete index, as it was when it was opened; to be searched. Raises ArchiveIndexError where it is unusable."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def stamp(self) -> int:
        """The engine's count of operations at the last commit; it only grows."""
        return stamp_of(self._folder)

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def search(self, words: Iterable[int], most: int) -> Sequence[tuple[int, float]]:
        """See matching.word_index.WordIndex. In large indexes the commonest words are left out of long questions."""
        import tantivy

        asked = self._affordable(sorted(set(words)))
        if most < 1 or not asked:
            return []
        with _Engine():
            term, should, schema = tantivy.Query.term_query, tantivy.Occur.Should, self._index.schema
            query = tantivy.Query.boolean_query([(should, term(schema, _WORDS, word, "basic")) for word in asked])
            hits = self._searcher.search(query, most, count=False).hits
            numbers = self._searcher.fast_field_values(_NUMBER, [address for _, address in hits])
            found = [(int(number or 0), score) for number, (score, _) in zip(numbers, hits, strict=True)]
        return sorted(found, key=lambda one: (-one[1], one[0]))

    def rarity(self, word: int) -> float:
        """The word's inverse document frequency."""
        count = self._shown_by(word)
        return math.log(1 + max(0.0, len(self) - count + 0.5) / (count + 0.5))

    def numbers(self) -> Iterator[list[int]]:
        """The number of every document, in blocks and in no particular order."""
        import tantivy

        every = tantivy.Query.all_query()
        for offset in range(0, len(self), _BLOCK):
            with _Engine():
                hits = self._searcher.search(every, _BLOCK, count=False, offset=offset).hits
                found = self._searcher.fast_field_values(_NUMBER, [address for _, address in hits])
            yield [int(number or 0) for number in found]

    def _affordable(self, words: list[int]) -> list[int]:
        sample = words[::_SAMPLED]
        if len(self) < _LARGE or sum(map(self._shown_by, sample)) * _SAMPLED < _POSTINGS / 2:
            return words
        kept, left = [], _POSTINGS
        for count, word in sorted((self._shown_by(word), word) for word in words):
            left -= count
            if left < 0:
                break
            kept.append(word)
        return kept

    def _shown_by(self, word: int) -> int:
        with _Engine():
            return int(self._searcher.doc_freq(_WORDS, word))

    @cached_property
    def _index(self) -> tantivy.Index:
        import tantivy

        with _Engine():
            return tantivy.Index.open(str(self._folder))

    @cached_property
    def _searcher(self) -> tantivy.Searcher:
        with _Engine():
            return self._index.searcher()


class WordWriter(WordSearch):
    """An index to be changed, by one process at a time; made where there is none. Use it in a `with`.

    Raises ArchiveBusyError where another process changes it.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        with _Engine(writing=True):
            folder.mkdir(exist_ok=True)
            self._writer: tantivy.IndexWriter | None = self._index.writer(_HEAP, 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._writer = None

    def add(self, number: int, words: Iterable[int]) -> None:
        """See matching.word_index.WordIndex."""
        import tantivy

        self.delete(number)
        with _Engine(writing=True):
            document = tantivy.Document()
            document.add_integer(_NUMBER, number)
            for word in sorted(set(words)):
                document.add_unsigned(_WORDS, word)
            self._opened.add_document(document)

    def delete(self, number: int) -> None:
        """See matching.word_index.WordIndex."""
        with _Engine(writing=True):
            self._opened.delete_documents_by_term(_NUMBER, number)

    def commit(self) -> None:
        """See matching.word_index.WordIndex."""
        with _Engine(writing=True):
            self._opened.commit()
            self._index.reload()
        self.__dict__.pop("_searcher", None)

    def settle(self) -> None:
        """Wait until files that grew too many have become fewer. Nothing can be changed afterwards."""
        with _Engine(writing=True):
            self._opened.wait_merging_threads()
        self._writer = None

    @property
    def _opened(self) -> tantivy.IndexWriter:
        if self._writer is None:
            raise ValueError("the index was closed")
        return self._writer

    @cached_property
    def _index(self) -> tantivy.Index:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_integer_field(_NUMBER, indexed=True, fast=True)  # by an unsigned one the engine deletes nothing
        builder.add_unsigned_field(_WORDS, indexed=True)
        with _Engine(writing=True):
            return tantivy.Index(builder.build(), path=str(self._folder))


def _unwritten() -> ArchiveIndexError:
    return ArchiveIndexError(
        "The archive's search index could not be written. The photos and captions are not affected.",
        "Look at the space on its disk and the permissions of its folder, then: prov archive reindex",
    )


class _Engine:
    """What the engine raises within leaves as one of our errors, and so do its panics, which are no Exceptions."""

    def __init__(self, *, writing: bool = False) -> None:
        self._writing = writing

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None or not (issubclass(kind, ValueError | OSError) or kind.__name__ == _PANIC):
            return
        if _LOCKED in str(error):
            raise ArchiveBusyError(
                "Another process is writing to the archive's search index.", "Wait until it has ended, then try again."
            ) from error
        raise (_unwritten() if self._writing else unusable()) from error
