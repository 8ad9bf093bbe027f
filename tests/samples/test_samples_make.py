"""What the samples promise: the same picture on every run, honest metadata, readable files within their size."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image, IptcImagePlugin

SAMPLES = Path(__file__).parents[2] / "samples"
SIZE = 5_000_000


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(SAMPLES))
    import make

    return make


def opened(path: Path) -> Image.Image:
    photo = Image.open(io.BytesIO(path.read_bytes()))
    photo.load()
    return photo


def test_a_scene_gives_the_same_bytes_on_every_run(make: ModuleType, tmp_path: Path) -> None:
    for run in ("first", "second"):
        make.make(tmp_path / run, width=160, only=["valley"])
    first, second = ((tmp_path / run / "photos/valley.jpg").read_bytes() for run in ("first", "second"))
    assert first == second
    assert opened(tmp_path / "first/photos/valley.jpg").size == (160, 107)


def test_a_photo_carries_the_blocks_of_its_record(make: ModuleType, tmp_path: Path) -> None:
    make.make(tmp_path, width=160, only=["valley"])
    photo = opened(tmp_path / "photos/valley.jpg")
    iim = IptcImagePlugin.getiptcinfo(photo)
    assert iim is not None
    assert iim[(2, 80)] == b"Jonas Reitinger"
    assert iim[(2, 55)] == b"20220621"
    assert "über einem Bergsee" in iim[(2, 120)].decode()
    assert photo.getexif().get_ifd(0x8769)[0x9003] == "2022:06:21 20:14:55"
    assert "über einem Bergsee" in photo.info["xmp"].decode()


def test_incoming_photos_are_made_from_the_finished_ones(make: ModuleType, tmp_path: Path) -> None:
    from metadata import jpeg
    from records import READER, RECORDS

    plain = Image.radial_gradient("L").convert("RGB")
    make.write_incoming(tmp_path, {record.name: jpeg(plain, record, 80) for record in (*RECORDS, READER)})
    for name in ("known", "repost"):
        copy = opened(tmp_path / f"{name}.jpg")
        assert not copy.getexif()
        assert "xmp" not in copy.info
        assert IptcImagePlugin.getiptcinfo(copy) is None
    with pytest.raises(OSError, match="truncated"):
        opened(tmp_path / "broken.jpg")


def test_the_command_writes_the_texts_that_stand_here(make: ModuleType, tmp_path: Path) -> None:
    make.write_texts(tmp_path)
    for written in tmp_path.rglob("*.*"):
        assert written.read_bytes() == (SAMPLES / written.relative_to(tmp_path)).read_bytes()


def test_all_photos_are_readable_and_all_files_are_within_size() -> None:
    photos = sorted((SAMPLES / "photos").glob("*.jpg"))
    incoming = [path for path in (SAMPLES / "incoming").glob("*.jpg") if path.stem != "broken"]
    assert (len(photos), len(incoming)) == (12, 3)
    for path in (*photos, *incoming):
        assert opened(path).width >= 1000
    files = [path for folder in ("photos", "incoming") for path in (SAMPLES / folder).iterdir()]
    assert sum(path.stat().st_size for path in files) < SIZE


@pytest.mark.parametrize("path", sorted((SAMPLES / "photos").glob("*.jpg")), ids=lambda path: path.stem)
def test_each_photo_says_that_it_is_a_rendering(path: Path) -> None:
    xmp = opened(path).info["xmp"].decode()
    assert "Rendered sample picture, not the photograph." in xmp


def test_the_re_post_is_the_ruin_mirrored() -> None:
    ruin, repost = (opened(SAMPLES / name).convert("L") for name in ("photos/borodyanka.jpg", "incoming/repost.jpg"))
    mirrored = ruin.resize(repost.size).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    difference = sum(abs(one - other) for one, other in zip(mirrored.tobytes(), repost.tobytes(), strict=True))
    assert difference / len(repost.tobytes()) < 6


def test_the_export_agrees_with_the_records_and_one_row_waits(make: ModuleType) -> None:
    from records import RECORDS
    from texts import captions_csv

    records = {f"photos/{record.name}.jpg": record for record in RECORDS}
    rows = list(csv.DictReader(io.StringIO(captions_csv())))
    assert [row["file"] for row in rows if row["file"] not in records] == ["photos/ferry.jpg"]
    for row in rows[:-1]:
        record = records[row["file"]]
        assert datetime.fromisoformat(row["date"]).date() == record.taken.date()
        assert record.city.casefold() in row["place"].casefold()
        assert row["caption"] not in record.caption


def test_the_article_ends_with_a_caption_told_twice(make: ModuleType) -> None:
    alternative, visible = make.texts.article().splitlines()[-2:]
    assert visible == f"{alternative} Reuters / ZOHRA BENSEMRA"
