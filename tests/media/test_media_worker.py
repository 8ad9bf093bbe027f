"""Whatever happens in a worker, the program gets an answer it can believe, in time, and the next file is read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.media.worker.answers import bounds, take_described, take_examination, take_facts
from provenance.media.worker.ending import Ending
from provenance.media.worker.handed import hand_over
from provenance.media.worker.messages import HEAD, Message, pack, unpack, unpack_head
from provenance.media.worker.taking import Taking
from provenance.media.worker.workers import Workers
from provenance.model.isolation import Isolation
from provenance.model.limits import LIMITS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no workers on Windows")

SHORT = replace(LIMITS.worker, wall_seconds=1.5, cpu_seconds=0.3)


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers("builders.misbehaving", SHORT)
    yield made
    made.close()


def said(workers: Workers, content: str) -> tuple[dict[str, object], list[str]]:
    with hand_over([content.encode()]) as file:
        _format, facts, problems = workers.read_facts(file, LIMITS.read)
    return {fact.field: fact.value for fact in facts}, [one.kind for one in problems]


def test_one_worker_reads_many_files_and_is_replaced_after_its_share() -> None:
    workers = Workers("builders.misbehaving", replace(SHORT, files=3))
    seen = [said(workers, "well")[0] for _ in range(7)]
    workers.close()
    assert [one["seen"] for one in seen] == ["1", "2", "3", "1", "2", "3", "1"]
    assert len({one["pid"] for one in seen}) == 3
    assert LIMITS.worker.files == 200


@pytest.mark.parametrize(
    ("does", "kind", "endings"),
    [
        ("killed", "crash", [Ending.CRASH, Ending.CRASH]),
        ("fail", "crash", [Ending.EXCEPTION, Ending.EXCEPTION]),
        ("spin", "timeout", [Ending.OVERDUE]),
        ("sleep", "timeout", [Ending.LATE]),
        ("eat", "out-of-memory", [Ending.MEMORY]),
        *((f"lie {one}", "crash", [Ending.CRASH] * 2) for one in ("numbers", "texts", "more", "outcome", "nothing")),
        *((f"lie {one}", "crash", [Ending.CRASH] * 2) for one in ("kind", "size", "garbage", "half")),
    ],
)
def test_a_fault_has_its_reason_a_crash_its_second_try_and_the_next_file_a_fresh_worker(
    workers: Workers, does: str, kind: str, endings: list[Ending]
) -> None:
    facts, problems = said(workers, does)
    assert (facts, problems) == ({}, [kind])
    assert workers.endings == endings
    after, problems = said(workers, "well")
    assert (after["seen"], problems) == ("1", [])


def test_a_second_try_gets_no_time_of_its_own(workers: Workers) -> None:
    with hand_over([b"killed"]) as file:
        workers.limits = replace(SHORT, wall_seconds=0.0)
        _format, _facts, problems = workers.read_facts(file, LIMITS.read)
    assert [one.kind for one in problems] == ["timeout"]
    assert workers.endings == [Ending.LATE]


def test_a_worker_makes_no_file(workers: Workers, tmp_path: Path) -> None:
    path = tmp_path / "made"
    facts, _problems = said(workers, f"touch {path}")
    if workers.isolation is Isolation.FULL:
        assert facts == {"error": "PermissionError"}
        assert not path.exists()
    assert not path.exists() or path.stat().st_size == 0


@pytest.mark.parametrize("does", ["read /etc/hostname", "connect", "fork", "start"])
def test_shut_in_it_opens_nothing_connects_to_nothing_and_starts_nothing(workers: Workers, does: str) -> None:
    if workers.isolation is not Isolation.FULL:
        pytest.skip("this platform has limits alone")
    assert said(workers, does) == ({"error": "PermissionError"}, [])


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.lists(st.integers(0, 40), min_size=5, max_size=5))
def test_no_bytes_are_more_than_a_refused_answer(noise: bytes, counts: list[int]) -> None:
    most = bounds(LIMITS.read, LIMITS.worker)
    for data in (noise, HEAD.pack(b"PRVW", *counts) + noise):
        try:
            head = unpack_head(data[: HEAD.size], most)
            message = unpack(head, data[HEAD.size :], most)
        except ValueError:
            continue
        assert b"".join(pack(message)) == data


NUMBERS = st.lists(st.one_of(st.integers(-2, 9), st.integers(-(2**63), 2**63 - 1)), max_size=14)
TEXTS = st.lists(
    st.one_of(st.sampled_from(["JPEG", "s1", "i1", "fnan", "i٣", "crash", "own", ""]), st.text()), max_size=9
)
BLOBS = st.lists(st.one_of(st.binary(max_size=30), st.just(b"\xff\xd8\xff\xe0")), max_size=3)


@settings(max_examples=400, deadline=None)
@given(NUMBERS, TEXTS, BLOBS)
def test_no_message_is_more_than_a_refused_answer(numbers: list[int], texts: list[str], blobs: list[bytes]) -> None:
    message = Message(tuple(numbers), tuple(texts), tuple(blobs))
    for take in (
        lambda one: take_facts(one, LIMITS.worker),
        lambda one: take_examination(one, LIMITS.read, LIMITS.worker, Isolation.FULL),
        lambda one: take_described(one, LIMITS.read, LIMITS.worker, Isolation.FULL),
    ):
        try:
            take(Taking(message))
        except ValueError:
            continue
