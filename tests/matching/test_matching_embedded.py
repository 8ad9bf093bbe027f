"""Thumbnails held against their picture: crops and other content are seen, everyday work on a picture is let pass."""

from __future__ import annotations

import pytest
from builders.embedded import an_embedded, letterboxed, some_pixels
from builders.files import a_scene
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from provenance.matching.embedded import compare_embedded
from provenance.model.embedded import Resemblance
from provenance.model.limits import LIMITS

SCENES = [a_scene(seed, 720, 480) for seed in (3, 11, 12)]


def compared(picture: Image.Image, embedded, orientation: int = 1):
    return compare_embedded(some_pixels(picture), embedded, orientation, LIMITS.match)


def toned(image: Image.Image) -> Image.Image:
    return image.point([min(255, round(255 * (value / 255) ** 0.6)) for value in range(256)] * 3)


def pasted(image: Image.Image, other: Image.Image, share: float) -> Image.Image:
    whole, edge = image.copy(), share**0.5
    width, height = round(edge * image.width), round(edge * image.height)
    whole.paste(other.resize((width, height)), (image.width // 4, image.height // 4))
    return whole


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize(
    "edited",
    [
        lambda image: image,
        toned,
        lambda image: ImageOps.grayscale(image).convert("RGB"),
        lambda image: ImageEnhance.Contrast(image).enhance(1.6),
        lambda image: ImageEnhance.Color(image).enhance(2.0),
        lambda image: ImageEnhance.Sharpness(image).enhance(3.0),
        lambda image: image.filter(ImageFilter.GaussianBlur(1)),
    ],
    ids=["untouched", "curves", "grey", "contrast", "colour", "sharpened", "softened"],
)
def test_everyday_work_on_a_picture_leaves_its_thumbnail_the_same(scene, edited):
    told = compared(edited(scene), an_embedded(scene))
    assert (told.verdict, told.mirrored, told.areas) == (Resemblance.SAME, False, ())


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize(
    "thumbnail",
    [
        lambda image: an_embedded(letterboxed(image), 160, 120),
        lambda image: an_embedded(image, 160, 120),
        lambda image: an_embedded(ImageOps.fit(image, (640, 480)), 160, 120),
        lambda image: an_embedded(image, 100, quality=40),
    ],
    ids=["letterboxed", "squeezed", "cut to shape", "small and coarse"],
)
def test_thumbnails_as_cameras_make_them_are_the_same(scene, thumbnail):
    assert compared(scene, thumbnail(scene)).verdict is Resemblance.SAME


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_thumbnail_lies_as_the_picture_does_or_upright_already(orientation):
    lying = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    scene = SCENES[0]
    stored = scene.transpose(lying[orientation]) if orientation in lying else scene
    told = compared(scene, an_embedded(stored), orientation)
    assert (told.verdict, told.mirrored) == (Resemblance.SAME, False)
    upright = compared(scene, an_embedded(scene), orientation)
    assert upright.verdict is Resemblance.SAME
    assert upright.mirrored == (orientation in {2, 4, 5, 7})


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("share", [0.8, 0.5, 0.25])
def test_a_crop_is_told_with_where_it_was_cut_out(scene, share):
    width, height = round(scene.width * share**0.5), round(scene.height * share**0.5)
    left, top = (scene.width - width) // 3, (scene.height - height) // 2
    told = compared(scene.crop((left, top, left + width, top + height)), an_embedded(scene))
    assert told.verdict is Resemblance.CROPPED
    assert told.shown == pytest.approx(share, abs=0.06)
    assert told.region[0] == pytest.approx((left / scene.width, top / scene.height), abs=0.04)


def test_a_crop_of_a_letterboxed_thumbnail_is_measured_within_its_bars():
    scene = SCENES[0]
    told = compared(scene.crop((0, 0, 504, 336)), an_embedded(letterboxed(scene), 160, 120))
    assert (told.verdict, told.shown) == (Resemblance.CROPPED, pytest.approx(0.49, abs=0.05))


@pytest.mark.parametrize("scene", SCENES)
def test_what_was_pasted_in_is_told_with_where(scene):
    told = compared(pasted(scene, a_scene(21, 720, 480), 0.12), an_embedded(scene))
    assert told.verdict is Resemblance.DIFFERS
    left, top, right, bottom = told.areas[0]
    assert left < 0.42 < right
    assert top < 0.42 < bottom
    assert told.differing < 0.4


@pytest.mark.parametrize("scene", SCENES)
def test_a_mirrored_picture_is_the_same_the_other_way_round(scene):
    told = compared(ImageOps.mirror(scene), an_embedded(scene))
    assert (told.verdict, told.mirrored) == (Resemblance.SAME, True)


def test_another_picture_is_never_the_same_nor_a_crop():
    verdicts = [compared(one, an_embedded(other)).verdict for one in SCENES for other in SCENES if one is not other]
    assert set(verdicts) <= {Resemblance.DIFFERS, Resemblance.CANNOT_TELL}
    assert Resemblance.DIFFERS in verdicts


@pytest.mark.parametrize(
    ("picture", "shown"),
    [
        (Image.new("RGB", (640, 480), "grey"), SCENES[0]),
        (SCENES[0], Image.new("RGB", (640, 480), "black")),
        (SCENES[0], Image.new("RGB", (640, 480), "white")),
    ],
    ids=["flat picture", "black thumbnail", "white thumbnail"],
)
def test_flat_pictures_cannot_be_judged(picture, shown):
    told = compared(picture, an_embedded(shown))
    assert (told.verdict, told.likeness) == (Resemblance.CANNOT_TELL, None)


def test_thumbnails_of_a_few_pixels_cannot_be_judged():
    assert compared(SCENES[0], an_embedded(SCENES[1], 21, 13)).verdict is Resemblance.CANNOT_TELL
    assert compared(SCENES[0].resize((2, 2)), an_embedded(SCENES[0])).verdict is Resemblance.CANNOT_TELL
