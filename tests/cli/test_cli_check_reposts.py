"""prov check on re-posts: crops, screenshots and collages lead to the photo, strange pictures to a sentence."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from builders.desk import Answer, Desk, run_here
from builders.reposts import (
    DARK,
    Box,
    a_sample,
    as_jpeg,
    as_png,
    collage,
    cropped,
    overlap,
    screenshot,
    slide,
    with_part_of,
)
from PIL import Image, ImageOps

HELD = ("harbour", "market", "night_street", "old_town", "snow_park")
CAPTION = "Shoppers in the market street of Palermo, Italy, 11 June 2019. Marta Rossi / Reuters"


def a_page(name: str) -> Image.Image:
    return slide(f"{name}: minutes of the meeting")


KINDS: dict[str, Callable[[str], Image.Image]] = {
    "flat": lambda name: Image.new("RGB", (600, 400), "#8090a0" if name == "harbour" else "#8494a4"),
    "black": lambda name: Image.new("RGB", (600, 400) if name == "harbour" else (640, 400)),
    "a page of text": a_page,
    "32 pixels": lambda name: a_sample(name).resize((32, 32)),
    "1 x 3000": lambda name: a_sample(name).resize((1, 3000)),
    "20000 x 40": lambda name: a_sample(name).resize((20000, 40), Image.Resampling.NEAREST),
}
"""One of each kind is held, made of the harbour; another is asked for, made of the valley, which is not held."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five photos, one of them described, and a strange picture of each kind."""
    folder = tmp_path_factory.mktemp("held")
    photos = folder / "wire"
    photos.mkdir()
    for scene in HELD:
        (photos / f"{scene}.jpg").write_bytes(as_jpeg(a_sample(scene), 92))
    for number, made in enumerate(KINDS.values()):
        (photos / f"strange{number}.png").write_bytes(as_png(made("harbour")))
    (folder / "captions.csv").write_text(f'file,caption\nmarket.jpg,"{CAPTION}"\n', encoding="utf-8")
    desk = Desk(folder, lambda arguments: run_here(arguments, lambda: ("", "")))
    answer = desk.prov_process("ingest", photos, "--captions", folder / "captions.csv", "--source", "wire")
    assert answer.code == 0, answer.err
    return desk.archive


@pytest.fixture
def held(desk: Desk, archive: Path) -> Desk:
    """A desk with a copy of that archive."""
    shutil.copytree(archive, desk.archive)
    return desk


def save(desk: Desk, image: Image.Image, name: str = "in/repost.jpg") -> Path:
    path = desk.path(name)
    path.write_bytes(as_png(image) if name.endswith(".png") else as_jpeg(image))
    return path


def told(desk: Desk, path: Path) -> dict[str, dict[str, object]]:
    """The matches by the name of the photo that is held."""
    (answer,) = desk.prov("check", path, "--json").objects
    matches: list[dict[str, object]] = answer["matches"]  # type: ignore[assignment]
    return {Path(str(match["files"][0])).stem: match for match in matches}  # type: ignore[index]


def box_of(match: dict[str, object]) -> tuple[float, ...]:
    across, down = zip(*match["region"], strict=True)  # type: ignore[call-overload]
    return min(across), min(down), max(across), max(down)


def test_every_photo_of_a_collage_is_listed_with_its_own_region(held: Desk) -> None:
    scenes = ["market", "snow_park", "night_street", "old_town"]
    image, boxes = collage([a_sample(scene) for scene in scenes])
    matches = told(held, save(held, image))
    assert set(matches) == set(scenes)
    for scene, box in zip(scenes, boxes, strict=True):
        assert matches[scene]["verdict"] == "same-photo", scene
        assert "inset" in matches[scene]["relation"], scene  # type: ignore[operator]
        assert overlap(box_of(matches[scene]), box) > 0.9, scene


def test_a_screenshot_with_two_photos_lists_both(held: Desk) -> None:
    both, boxes = collage([a_sample("harbour"), a_sample("market")], (1200, 800))
    image, box = screenshot(both, DARK)
    matches = told(held, save(held, image))
    assert set(matches) == {"harbour", "market"}
    scale = (box[2] - box[0]) / both.width
    for scene, cell in zip(("harbour", "market"), boxes, strict=True):
        here: Box = tuple(round(edge * scale + box[number % 2]) for number, edge in enumerate(cell))  # type: ignore[assignment]
        assert overlap(box_of(matches[scene]), here) > 0.85, scene


def test_a_mirrored_crop_is_found_with_its_caption_and_said_in_words(held: Desk) -> None:
    repost = save(held, ImageOps.mirror(cropped(a_sample("market"), (0.2, 0.1, 0.9, 0.8))))
    answer = held.prov("check", repost, "--caption", "Looting in Lyon, France, 1 July 2023")
    assert "irrored" in answer.out
    assert "49 %" in answer.out
    (one,) = held.prov("check", repost, "--caption", "Looting in Lyon, France, 1 July 2023", "--json").objects
    assert {row["axis"]: row["verdict"] for row in one["axes"]}["date"] == "contradicts"  # type: ignore[attr-defined, index, call-overload]
    (match,) = one["matches"]  # type: ignore[misc]
    assert set(match["relation"]) >= {"mirrored", "cropped"}
    assert match["kept"] == pytest.approx(0.49, abs=0.02)


def test_a_pasted_part_of_a_known_photo_leads_to_both(held: Desk) -> None:
    image, _box = with_part_of(a_sample("old_town"), a_sample("market"), (0.05, 0.35, 0.5, 0.95))
    matches = told(held, save(held, image))
    assert matches["old_town"]["verdict"] == "same-photo"
    assert "altered" in matches["old_town"]["relation"]  # type: ignore[operator]
    assert "market" in matches


@pytest.fixture
def strange(held: Desk) -> Path:
    """A folder with a picture of each kind."""
    for kind, made in KINDS.items():
        save(held, made("valley"), f"in/{kind}.png")
    return held.folder / "in"


def test_strange_pictures_match_nothing_and_least_of_all_another_one_of_their_kind(held: Desk, strange: Path) -> None:
    answers = {Path(str(one["file"])).stem: one for one in held.prov("check", strange, "--json").objects}
    assert set(answers) == set(KINDS)
    matched = {kind: [match["files"] for match in one["matches"]] for kind, one in answers.items()}  # type: ignore[attr-defined]
    assert matched == {kind: [] for kind in KINDS}
    assert {one["summary"] for one in answers.values()} <= {"too-little-detail", "not-found"}
    assert answers["flat"]["summary"] == answers["black"]["summary"] == "too-little-detail"


def test_strange_pictures_are_answered_with_a_sentence_each(held: Desk, strange: Path) -> None:
    answer = held.prov("check", strange)
    assert answer.code == 0
    assert "Traceback" not in answer.out + answer.err
    assert answer.out.count("TOO LITTLE DETAIL") + answer.out.count("NOT FOUND") == len(KINDS)


def test_a_huge_picture_is_found_as_any_other(held: Desk) -> None:
    huge = a_sample("old_town").resize((9000, 6000), Image.Resampling.NEAREST)
    matches = told(held, save(held, huge, "in/huge.jpg"))
    assert set(matches) == {"old_town"}
    assert matches["old_town"]["verdict"] == "same-photo"
    assert "resized" in matches["old_town"]["relation"]  # type: ignore[operator]


def modules_after_check(desk: Desk, path: Path, *arguments: str) -> set[str]:
    script = (
        "import sys, json, atexit\n"
        "atexit.register(lambda: sys.stderr.write('\\n' + json.dumps(sorted(sys.modules))))\n"
        "from provenance.cli.main import main\n"
        f"sys.argv = {['prov', '--archive', str(desk.archive), 'check', str(path), *arguments]!r}\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_opencv_and_the_search_engine_are_imported_only_when_the_ladder_reaches_them(held: Desk) -> None:
    on_record = held.path("in/market.jpg")
    on_record.write_bytes(as_jpeg(a_sample("market"), 92))
    assert not {"cv2", "tantivy"} & modules_after_check(held, on_record)
    assert "cv2" in modules_after_check(held, on_record, "--thorough")
    assert {"cv2", "tantivy"} <= modules_after_check(held, save(held, cropped(a_sample("market"), (0, 0, 0.5, 0.5))))


def test_a_picture_that_shows_too_little_needs_no_opencv(held: Desk) -> None:
    assert "cv2" not in modules_after_check(held, save(held, KINDS["black"]("valley"), "in/black.png"))


def test_an_answer_is_the_same_every_time(held: Desk) -> None:
    repost = save(held, screenshot(a_sample("snow_park"))[0])
    first: Answer = held.prov("check", repost, "--json")
    assert held.prov("check", repost, "--json").out == first.out
