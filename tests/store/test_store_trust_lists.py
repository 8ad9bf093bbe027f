"""Lists of certificates in the archive: every list comes back as it was, one under each name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from builders.archives import an_archive
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.errors import ArchiveDamagedError
from provenance.model.trust import TrustKind, TrustList
from provenance.store.archive import Archive

texts = st.text(st.characters(exclude_categories=()), min_size=1, max_size=30)
lists = st.builds(
    TrustList,
    name=texts.filter(str.strip),
    kind=st.sampled_from(TrustKind),
    dated=st.none() | st.dates(),
    imported=st.datetimes(timezones=st.just(UTC)),
    anchors=texts,
    entities=st.just("") | texts,
    certificates=st.integers(1, 2**31 - 1),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with an_archive(tmp_path_factory.mktemp("lists") / "archive") as opened:
        yield opened


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lists, lists)
def test_every_list_comes_back_as_it_was(archive: Archive, one: TrustList, other: TrustList) -> None:
    with archive.transaction() as writer:
        for before in writer.trust_lists():
            assert writer.drop_trust_list(before.name)
        writer.keep_trust_list(one)
        writer.keep_trust_list(other)
        assert writer.trust_lists() == ((one, other) if one.name != other.name else (other,))


def test_a_list_that_is_not_there_is_not_dropped(archive: Archive) -> None:
    with archive.transaction() as writer:
        assert writer.drop_trust_list("none of this name") is False


def test_a_row_that_is_no_list_is_damage(tmp_path: Path) -> None:
    import sqlite3

    an_archive(tmp_path / "archive").close()
    connection = sqlite3.connect(tmp_path / "archive" / "archive.db")
    with connection:
        connection.execute("INSERT INTO trust_list VALUES (1, 'N', 'signers', 'in May', 0, 'x', '', 1)")
    connection.close()
    with (
        Archive.open(tmp_path / "archive") as opened,
        opened.reading() as reader,
        pytest.raises(ArchiveDamagedError),
    ):
        reader.trust_lists()
