"""What every index promises. The linear one is the truth; the archive's own must answer the same, to the last bit."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders.archives import ArchivedIndex, an_archive

from provenance.matching.index import Index, LinearIndex
from provenance.model.photo import PictureId

CODE_BITS = {"pdq": 256, "phash": 64}
WITHIN = {"pdq": 31, "phash": 6}


@pytest.fixture(params=["pdq", "phash"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["linear", "bands"])
def index(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> Iterator[Index]:
    if request.param == "linear":
        yield LinearIndex()
        return
    with an_archive(tmp_path / "archive") as archive, archive.transaction() as writer:
        yield ArchivedIndex(writer, kind)


def a_picture_id(number: int) -> PictureId:
    return PictureId(f"{number:064x}")


def a_code(kind: str, draw: random.Random) -> int:
    return draw.getrandbits(CODE_BITS[kind])


def flipped(code: int, kind: str, bits: int, draw: random.Random) -> int:
    for bit in draw.sample(range(CODE_BITS[kind]), bits):
        code ^= 1 << bit
    return code


def as_hex(code: int, kind: str) -> str:
    return f"{code:0{CODE_BITS[kind] // 4}x}"


def test_an_empty_index_finds_nothing(index: Index, kind: str) -> None:
    assert index.near([as_hex(0, kind)], WITHIN[kind]) == ()
    assert index.near([], WITHIN[kind]) == ()


def test_it_finds_everything_up_to_its_limit_and_nothing_beyond(index: Index, kind: str) -> None:
    draw = random.Random(1)
    query = a_code(kind, draw)
    limit = WITHIN[kind]
    for distance in range(limit + 4):
        index.add(a_picture_id(distance), as_hex(flipped(query, kind, distance, draw), kind))
    found = index.near([as_hex(query, kind)], limit)
    assert [one.distance for one in found] == list(range(limit + 1))
    assert [one.picture for one in found] == [a_picture_id(distance) for distance in range(limit + 1)]


def test_a_picture_is_found_once_by_its_nearest_code_and_of_equal_ones_by_the_first(index: Index, kind: str) -> None:
    draw = random.Random(2)
    code = a_code(kind, draw)
    index.add(a_picture_id(1), as_hex(code, kind))
    far, near = flipped(code, kind, 5, draw), flipped(code, kind, 2, draw)
    (found,) = index.near([as_hex(far, kind), as_hex(near, kind), as_hex(near, kind)], WITHIN[kind])
    assert (found.query, found.distance) == (1, 2)


def test_what_is_removed_is_not_found_and_a_new_code_replaces_the_old(index: Index, kind: str) -> None:
    draw = random.Random(3)
    first, second = a_code(kind, draw), a_code(kind, draw)
    index.add(a_picture_id(1), as_hex(first, kind))
    index.add(a_picture_id(1), as_hex(first, kind))
    assert len(index.near([as_hex(first, kind)], WITHIN[kind])) == 1
    index.add(a_picture_id(1), as_hex(second, kind))
    assert index.near([as_hex(first, kind)], WITHIN[kind]) == ()
    assert len(index.near([as_hex(second, kind)], WITHIN[kind])) == 1
    index.remove(a_picture_id(1))
    index.remove(a_picture_id(99))
    assert index.near([as_hex(second, kind)], WITHIN[kind]) == ()


def test_it_answers_like_the_linear_one_on_crowded_codes(index: Index, kind: str) -> None:
    draw = random.Random(4)
    truth = LinearIndex()
    centres = [a_code(kind, draw) for _ in range(5)]
    for number in range(200):
        code = flipped(draw.choice(centres), kind, draw.randint(0, WITHIN[kind] + 8), draw)
        index.add(a_picture_id(number), as_hex(code, kind))
        truth.add(a_picture_id(number), as_hex(code, kind))
    for number in range(0, 200, 7):
        index.remove(a_picture_id(number))
        truth.remove(a_picture_id(number))
    queries = [as_hex(flipped(centre, kind, 3, draw), kind) for centre in centres] + [as_hex(a_code(kind, draw), kind)]
    assert index.near(queries, WITHIN[kind]) == truth.near(queries, WITHIN[kind])
    assert len(truth.near(queries, WITHIN[kind])) > 50
