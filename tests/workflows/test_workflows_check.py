"""Check: what a search with and without visual words finds, and what it says when it could not search all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders.archives import an_archive
from builders.memory import the_words
from builders.reposts import a_sample, as_jpeg, collage, cropped

from provenance.captions.vocabulary import Vocabulary
from provenance.cli.options import vocabulary as captions_vocabulary
from provenance.matching.features import extract
from provenance.matching.words import Words
from provenance.media.examine import examine
from provenance.media.picture import photo_id
from provenance.media.previews import open_preview
from provenance.media.worker.handed import hand_over
from provenance.model.appearance import Standing, Statement
from provenance.model.archive import NewPhoto
from provenance.model.case import Case
from provenance.model.limits import LIMITS
from provenance.model.matching import MatchVerdict
from provenance.model.times import Voucher
from provenance.store.archive import Archive
from provenance.workflows.check import Desk, Question, check
from provenance.workflows.in_process import InThisProcess
from provenance.workflows.intake import new_photo

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def no_captions() -> Vocabulary:
    raise AssertionError("nobody said anything here")


OPENER = InThisProcess()
DESK = Desk(OPENER, no_captions, LIMITS, NOW, the_words)


def hold(archive: Archive, data: bytes, *, words: bool = True) -> None:
    new = a_photo(data, the_words() if words else None)
    with archive.transaction() as writer:
        writer.add_photo(new, NOW)
    archive.catch_up()


def a_photo(data: bytes, words: Words | None) -> NewPhoto:
    with hand_over([data]) as content:
        return new_photo(content, examine(data, LIMITS.read), LIMITS, words, OPENER)


def ask(archive: Archive, data: bytes, desk: Desk = DESK) -> Case:
    with Question("a.jpg", hand_over([data])) as question:
        return check(question, archive, desk).verdict.case


def answers(archive: Archive, data: bytes, desk: Desk = DESK) -> list[tuple[str, MatchVerdict]]:
    case = ask(archive, data, desk)
    return [(known.match.step, known.match.verdict) for known in case.known]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Two photos that can be found by their parts."""
    with an_archive(tmp_path / "archive") as held:
        for scene in ("harbour", "works"):
            hold(held, as_jpeg(a_sample(scene, 900), 92))
        yield held


def test_a_part_is_found_by_its_features_and_only_with_words(archive: Archive) -> None:
    part = as_jpeg(cropped(a_sample("harbour"), (0.2, 0.2, 0.8, 0.9)))
    assert answers(archive, part) == [("features", MatchVerdict.SAME_PHOTO)]
    assert answers(archive, part, replace(DESK, words=None)) == []


def test_each_photo_of_a_collage_is_known_with_a_region_of_its_own(archive: Archive) -> None:
    image, boxes = collage([a_sample("harbour"), a_sample("works")])
    case = ask(archive, as_jpeg(image))
    regions = [known.match.region for known in case.known]
    assert len(regions) == 2
    lefts = sorted(min(x for x, _y in region) for region in regions if region)
    assert lefts == pytest.approx([box[0] for box in boxes], abs=12)


def test_a_copy_on_record_is_enough_unless_the_check_is_thorough(archive: Archive) -> None:
    exact, part = as_jpeg(a_sample("works", 900), 92), as_jpeg(cropped(a_sample("works"), (0.2, 0.2, 0.9, 0.9)))
    hold(archive, part)
    assert {step for step, _verdict in answers(archive, exact)} == {"bytes", "features"}
    said = Statement(
        source="wire",
        standing=Standing.RECORD,
        voucher=Voucher.SPREADSHEET,
        address="row 2",
        caption="A power station.",
    )
    with archive.transaction() as writer:
        writer.state(photo_id(exact), said, NOW)
    desk = replace(DESK, vocabulary=captions_vocabulary)
    assert {step for step, _verdict in answers(archive, exact, desk)} == {"bytes"}
    assert {step for step, _verdict in answers(archive, exact, replace(desk, thorough=True))} == {"bytes", "features"}


def test_pictures_without_features_are_named_as_a_gap_in_the_search(archive: Archive) -> None:
    hold(archive, as_jpeg(a_sample("valley", 900), 92), words=False)
    case = ask(archive, as_jpeg(a_sample("flood", 600)))
    (problem,) = case.problems
    assert (problem.kind, case.known) == ("search-incomplete", ())
    assert problem.sentence.startswith("One picture ")
    assert "prov archive reindex" in problem.hint


def test_features_are_those_of_the_preview_so_that_they_can_be_made_again_without_the_file() -> None:
    data = as_jpeg(a_sample("market"), 92)
    pictured = a_photo(data, the_words()).pictured
    assert pictured is not None
    assert pictured.features == extract(open_preview(pictured.preview, LIMITS.read), the_words(), LIMITS.match)
    assert pictured.features is not None
    assert pictured.features.version == the_words().version


def test_without_words_a_photo_is_kept_with_its_fingerprints_alone() -> None:
    data = as_jpeg(a_sample("market", 600))
    pictured = a_photo(data, None).pictured
    assert pictured is not None
    assert pictured.features is None
    assert {one.kind for one in pictured.fingerprints} == {"pdq", "phash"}
