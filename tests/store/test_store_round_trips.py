"""Every value comes back exactly as it went in, whatever characters, paths, numbers and times it holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from builders.archives import NOW, a_new_photo, a_photo_id, a_picture_id, an_archive
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.model.appearance import Appearance, Standing, Statement, Waits
from provenance.model.archive import Location, NewPhoto, Pictured
from provenance.model.matching import Fingerprint
from provenance.model.photo import Fact, Preview, Problem
from provenance.model.times import Dated, Span, TimeKind, Voucher
from provenance.store.archive import Archive

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

texts = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
    ["\x00", "\ufdd0", "\ufdd0d800", "\ud83d\ude00", "\U0001f600", "e\u0301", "a\x00b\udcff", "\x1b[2J\u202e"]
)
words = texts.filter(bool)
moments = st.datetimes(timezones=st.just(UTC))
spans = st.tuples(moments, moments).map(lambda two: Span(min(two), max(two)))
dated = st.builds(Dated, st.sampled_from(TimeKind), spans, st.sampled_from(Voucher), texts, texts)
numbers = st.integers(-(2**80), 2**80) | st.floats(allow_nan=False)
facts = st.builds(Fact, words, texts | numbers, texts, words, st.integers(0, 9))
problems = st.builds(Problem, words, words, texts)
paths = st.binary(min_size=1, max_size=30).filter(lambda raw: b"\x00" not in raw).map(os.fsdecode)
wide = st.integers(0, 2**128)
locations = st.builds(Location, paths, paths, st.integers(0, 2**62), st.integers(-(2**70), 2**70), wide)
sizes = st.integers(1, 2**31 - 1)
previews = st.builds(Preview, st.sampled_from(["JPEG", "WEBP", "PNG"]), sizes, sizes, st.binary(min_size=1))
qualities = st.none() | st.integers(0, 100)
pdq = st.builds(
    Fingerprint, st.just("pdq"), st.binary(min_size=32, max_size=32).map(bytes.hex), words, words, qualities
)
phash = st.builds(
    Fingerprint, st.just("phash"), st.binary(min_size=8, max_size=8).map(bytes.hex), words, words, qualities
)
prints = st.tuples() | st.tuples(pdq) | st.tuples(pdq, phash)
statements = st.builds(
    Statement,
    **dict.fromkeys(("source", "address"), words),
    **dict.fromkeys(("caption", "headline", "creator", "credit", "date", "place", "publisher", "url"), texts),
    **dict.fromkeys(("external_id", "version"), texts),
    standing=st.sampled_from(Standing),
    voucher=st.sampled_from(Voucher),
    times=st.lists(dated, max_size=3).map(tuple),
)
waits = st.builds(Waits, words, texts, texts, texts)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with an_archive(tmp_path_factory.mktemp("archive")) as opened:
        yield opened


@pytest.fixture(scope="module")
def names() -> Iterator[int]:
    return iter(range(10**9))


@few
@given(st.lists(facts, max_size=5), st.lists(problems, max_size=3), sizes, sizes, previews, prints, texts, moments)
def test_photos(
    archive: Archive,
    names: Iterator[int],
    some_facts: list[Fact],
    some_problems: list[Problem],
    width: int,
    height: int,
    preview: Preview,
    fingerprints: tuple[Fingerprint, ...],
    kind: str,
    now: datetime,
) -> None:
    name = next(names)
    pictured = Pictured(a_picture_id(name), width, height, preview, fingerprints)
    photo = NewPhoto(a_photo_id(name), width, kind, pictured, tuple(some_facts), tuple(some_problems))
    with archive.transaction() as writer:
        writer.add_photo(photo, now)
    with archive.reading() as reader:
        stored = reader.photo(photo.id)
        assert stored is not None
        assert (stored.picture, stored.size, stored.format) == (pictured.id, width, kind)
        assert (stored.width, stored.height, stored.problems) == (width, height, photo.problems)
        assert (stored.held_since, stored.held_since.tzinfo) == (now, UTC)
        assert [repr(one) for one in reader.facts(photo.id)] == [repr(one) for one in photo.facts]
        assert reader.preview(pictured.id) == preview
        assert reader.fingerprints([pictured.id])[pictured.id] == fingerprints


@few
@given(locations)
def test_locations(archive: Archive, names: Iterator[int], location: Location) -> None:
    photo = a_new_photo(next(names))
    with archive.transaction() as writer:
        writer.add_photo(photo, NOW)
        writer.add_location(photo.id, location, NOW)
    with archive.reading() as reader:
        assert reader.at(location.root, location.relative) == (photo.id, location)
        assert location in reader.photo(photo.id).locations


@few
@given(statements, moments)
def test_statements(archive: Archive, names: Iterator[int], statement: Statement, now: datetime) -> None:
    photo = a_new_photo(next(names))
    with archive.transaction() as writer:
        writer.add_photo(photo, NOW)
        writer.state(photo.id, statement, now)
        assert writer.appearances([photo.id])[photo.id] == (Appearance(statement, now),)


@few
@given(waits, statements)
def test_what_is_waited_for(archive: Archive, names: Iterator[int], some: Waits, statement: Statement) -> None:
    wait = replace(some, supplier_id=f"{next(names)} {some.supplier_id}")
    with archive.transaction() as writer:
        writer.wait(wait, statement, NOW)
        appearances = writer.waiting()
    assert any(one.waits == wait and one.statement == statement for one in appearances)


def test_an_instant_at_either_end_of_the_calendar(archive: Archive, names: Iterator[int]) -> None:
    for moment in (datetime.min, datetime.max):
        name = next(names)
        with archive.transaction() as writer:
            writer.add_photo(a_new_photo(name), moment.replace(tzinfo=UTC))
            assert writer.photo(a_photo_id(name)).held_since == moment.replace(tzinfo=UTC)


def test_a_time_without_a_zone_is_refused(archive: Archive) -> None:
    with pytest.raises(ValueError, match="UTC"), archive.transaction() as writer:
        writer.add_photo(a_new_photo("no zone"), NOW.replace(tzinfo=None))
