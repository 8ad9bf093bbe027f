"""The search engine finds what comparing everything finds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import ArchiveBusyError, ArchiveIndexError
from provenance.matching.word_index import LinearWordIndex, WordIndex
from provenance.store.words import WordSearch, WordWriter

few = settings(max_examples=25, deadline=None)
LAST = 2**20 - 1
words = st.frozensets(st.integers(0, 12) | st.integers(LAST - 2, LAST), max_size=8)
numbers = st.integers(1, 12)
changes = st.lists(st.tuples(numbers, st.none() | words), max_size=20)
EVERYTHING = 1000


def apply(index: WordIndex, groups: Sequence[Sequence[tuple[int, frozenset[int] | None]]]) -> None:
    for group in groups:
        for number, shown in group:
            if shown is None:
                index.delete(number)
            else:
                index.add(number, shown)
        index.commit()


@few
@given(st.dictionaries(numbers, words, max_size=12), st.lists(words, min_size=1, max_size=3), st.integers(1, 13))
def test_what_was_only_added_is_scored_alike(
    known: dict[int, frozenset[int]], asked: list[frozenset[int]], most: int
) -> None:
    with TemporaryDirectory() as folder, WordWriter(Path(folder)) as engine:
        linear = LinearWordIndex()
        for index in (linear, engine):
            apply(index, [list(known.items())])
        for one in asked:
            truth, found = linear.search(one, EVERYTHING), engine.search(one, most)
            factor = found[0][1] / truth[0][1] if truth else 1.0
            assert [score for _, score in found] == pytest.approx([factor * score for _, score in truth[:most]])
            worst = truth[most - 1][1] if len(truth) >= most else 0.0
            assert {number for number, score in truth if score > worst + 1e-6} <= {number for number, _ in found}
            assert {number for number, _ in found} <= {number for number, _ in truth}
            assert list(found) == sorted(found, key=lambda hit: (-hit[1], hit[0]))


@few
@given(st.lists(changes, min_size=1, max_size=3), words)
def test_what_was_replaced_and_deleted_is_found_alike(
    groups: list[list[tuple[int, frozenset[int] | None]]], asked: frozenset[int]
) -> None:
    with TemporaryDirectory() as folder, WordWriter(Path(folder)) as engine:
        linear = LinearWordIndex()
        for index in (linear, engine):
            apply(index, groups)
        truth = [number for number, _ in linear.search(asked, EVERYTHING)]
        assert sorted(number for number, _ in engine.search(asked, EVERYTHING)) == sorted(truth)
        held = [number for block in engine.numbers() for number in block]
        assert sorted(held) == sorted({number: 1 for g in groups for number, _ in g if _last(groups, number)})


def _last(groups: list[list[tuple[int, frozenset[int] | None]]], number: int) -> bool:
    return [shown is not None for group in groups for one, shown in group if one == number][-1]


@pytest.mark.parametrize("engine", [True, False])
def test_nothing_counts_before_the_commit(tmp_path: Path, engine: bool) -> None:
    index: WordIndex = WordWriter(tmp_path) if engine else LinearWordIndex()
    index.add(1, [5])
    assert list(index.search([5], 10)) == []
    index.commit()
    index.delete(1)
    assert [number for number, _ in index.search([5], 10)] == [1]
    index.commit()
    assert list(index.search([5], 10)) == []


def test_one_process_writes_while_others_read_what_was_committed(tmp_path: Path) -> None:
    with WordWriter(tmp_path) as writer:
        writer.add(1, [5])
        writer.commit()
        reader = WordSearch(tmp_path)
        assert len(reader) == 1
        writer.add(2, [5])
        writer.commit()
        assert [number for number, _ in reader.search([5], 10)] == [1]
        assert [number for number, _ in WordSearch(tmp_path).search([5], 10)] == [1, 2]
        with pytest.raises(ArchiveBusyError, match="writing"):
            WordWriter(tmp_path)
        assert writer.stamp > 0
    with WordWriter(tmp_path) as again:
        again.delete(1)
        again.commit()
        again.settle()
    assert len(WordSearch(tmp_path)) == 1


def test_the_commonest_words_of_a_long_question_are_left_out_of_a_large_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("provenance.store.words._LARGE", 10)
    monkeypatch.setattr("provenance.store.words._POSTINGS", 25)
    with WordWriter(tmp_path) as index:
        for number in range(1, 31):
            index.add(number, [1, 100 + number])
        index.commit()
        assert [number for number, _ in index.search([1, *range(101, 121)], 50)] == list(range(1, 21))
        assert list(index.search([1], 50)) == []


@pytest.mark.parametrize("damage", ["no folder", "empty folder", "cut", "no meta", "another index", "garbage"])
def test_a_broken_index_is_said_to_be_broken(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "words"
    if damage != "no folder":
        folder.mkdir()
    if damage not in {"no folder", "empty folder"}:
        with WordWriter(folder) as index:
            index.add(1, [5])
            index.commit()
    if damage == "cut":
        for file in folder.glob("*.term"):
            file.write_bytes(file.read_bytes()[:-9])
    if damage == "no meta":
        (folder / "meta.json").unlink()
    if damage in {"another index", "garbage"}:
        meta = (folder / "meta.json").read_text()
        (folder / "meta.json").write_text(meta.replace("words", "tunes") if damage == "another index" else "{")
    with pytest.raises(ArchiveIndexError) as caught:
        WordSearch(folder).search([5], 10)
    assert "reindex" in caught.value.hint
    assert not any(word in caught.value.sentence.lower() for word in ("tantivy", "segment", "file"))
