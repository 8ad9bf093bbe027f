"""Sheets: pictures two in a row with words, lines and numbers; whatever their shape."""

from __future__ import annotations

import numpy as np
import pytest
from builders.files import a_scene
from PIL import Image

from provenance.media.lettering import wrapped, written
from provenance.media.sheet import Panel, draw, laid_on
from provenance.model.photo import Pixels

WHITE = (255, 255, 255)


def filled(colour: tuple[int, int, int], width: int = 40, height: int = 30) -> Pixels:
    return Pixels(width, height, bytes(colour) * (width * height))


def array(pixels: Pixels) -> np.ndarray:
    return np.frombuffer(pixels.data, np.uint8).reshape(pixels.height, pixels.width, 3)


def count(pixels: Pixels, colour: tuple[int, int, int], within: int = 6) -> int:
    return int((np.abs(array(pixels).astype(int) - colour).max(axis=2) <= within).sum())


def test_every_picture_is_on_the_sheet() -> None:
    colours = [(200, 30, 30), (30, 160, 40), (40, 60, 200), (160, 40, 160)]
    sheet = draw(("SAME PHOTO", "Mirrored."), [Panel("A", filled(colour)) for colour in colours])
    shares = [count(sheet, colour) for colour in colours]
    assert min(shares) > 50_000
    assert len(set(shares)) == 1


def test_an_outline_and_numbered_areas_are_drawn_over_the_picture() -> None:
    plain = Panel("A", filled((60, 60, 60), 400, 300))
    marked = Panel("A", plain.pixels, ((0.1, 0.1), (0.6, 0.1), (0.6, 0.6), (0.1, 0.6)), ((0.7, 0.7, 0.9, 0.9),))
    sheets = [draw((), [panel]) for panel in (plain, marked)]
    assert count(sheets[1], (255, 90, 79)) > 200
    assert count(sheets[1], WHITE) > count(sheets[0], WHITE) + 800


def test_an_outline_along_the_edge_stays_visible_inside_it() -> None:
    around = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    plain, marked = (draw((), [Panel("A", filled((60, 60, 60), 760, 600), line)]) for line in (None, around))
    assert count(marked, WHITE) > count(plain, WHITE) + 3 * (760 + 600)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (32, 32), (1024, 6), (6, 1024), (1024, 1)])
def test_pictures_of_any_shape_fit(width: int, height: int) -> None:
    panel = Panel("A", filled((200, 30, 30), width, height), ((0, 0), (1, 0), (1, 1), (0, 1)), ((0, 0, 1, 1),))
    sheet = draw(("One line",), [panel, panel, panel])
    assert sheet.width < 2000
    assert sheet.height < 2000


def test_long_words_and_many_lines_stay_on_the_sheet() -> None:
    scene = a_scene(width=64, height=48)
    panel = Panel("x" * 400, Pixels(64, 48, scene.tobytes()))
    sheet = draw(("y" * 500, "word " * 120), [panel, panel])
    edge = array(sheet)[:, -30:]
    assert (edge == 255).all()


def test_lines_are_as_wide_as_allowed_and_lose_nothing() -> None:
    text = "Mirrored, cropped to 48 % (left and top removed), graphics or text laid over 9 %."
    lines = wrapped(text, 20, 300)
    assert len(lines) > 2
    assert " ".join(lines) == text
    assert all(written(20).getlength(line) <= 300 for line in lines)
    assert "".join(wrapped("z" * 90, 20, 300)) == "z" * 90


def test_letters_that_the_typeface_lacks_are_seen_to_be_missing() -> None:
    assert wrapped("Kästner à Київ.jpg", 20, 400) == ["Kastner a ????.jpg"]
    assert wrapped("", 20, 400) == []


def test_one_picture_is_laid_on_another_within_the_outline() -> None:
    below, above = filled((10, 10, 10), 100, 100), filled((200, 200, 200), 100, 100)
    half = laid_on(above, below, ((0, 0), (0.5, 0), (0.5, 1), (0, 1)))
    assert 4900 <= count(half, (200, 200, 200)) <= 5200
    assert laid_on(above, below, None).data == above.data


def test_the_sheet_is_what_a_picture_program_opens() -> None:
    sheet = draw(("A",), [Panel("A", filled((1, 2, 3)))])
    assert Image.frombytes("RGB", (sheet.width, sheet.height), sheet.data).size == (sheet.width, sheet.height)
