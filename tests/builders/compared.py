"""Two photos set against each other, with the truth about them: a crop that was mirrored, written on and patched."""

from __future__ import annotations

import io

from PIL import Image, ImageChops, ImageDraw

from builders.files import a_scene
from provenance.media.examine import examine
from provenance.media.picture import photo_id
from provenance.model.limits import LIMITS
from provenance.model.matching import Change, ChangeKind, Compared, Match, MatchVerdict, Orientation, Relation
from provenance.model.pair import Given, Pair
from provenance.model.photo import PictureId, Pixels, Problem

REMOVED, WRITTEN = (20, 210, 140, 340), (60, 20, 380, 60)
"""Boxes in the crop: something was pasted into the one, text stands in the other."""
KEPT = (192, 96, 640, 480)
"""What the crop shows of the whole photo, in pixels of 640 x 480, before it is mirrored."""


def a_given(image: Image.Image, file: str = "a.jpg", format: str = "JPEG", **more: object) -> Given:
    """A photo as it is after it was read."""
    buffer = io.BytesIO()
    image.save(buffer, format)
    data = buffer.getvalue()
    seen = examine(data, LIMITS.read)
    return Given(file, photo_id(data), seen, seen.problems, **more)  # type: ignore[arg-type]


def a_missing(file: str = "a.jpg", sentence: str = "There is no a.jpg.") -> Given:
    """A file that is not there."""
    return Given(file, None, None, (Problem("missing", sentence, "Check the spelling of the path."),))


def a_repost() -> tuple[Image.Image, Image.Image, Image.Image]:
    """A photo (640 x 480); its crop, mirrored, with a patch and text; the same crop without the two."""
    whole = a_scene(seed=1)
    clean = whole.crop(KEPT).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    changed = clean.copy()
    patch = a_scene(seed=51).crop((0, 200, 120, 330))
    changed.paste(patch, REMOVED[:2])
    pen = ImageDraw.Draw(changed)
    pen.rectangle(WRITTEN, fill=(250, 220, 40))
    pen.text((70, 30), "BREAKING: what nobody has seen before, share at once", fill=(0, 0, 0))
    return whole, changed, clean


def a_match(**more: object) -> Match:
    """The truth about the re-post, of which the photo is `a_repost()[0]`."""
    given: dict[str, object] = {
        "verdict": MatchVerdict.SAME_PHOTO,
        "relations": (Relation.MIRRORED, Relation.CROPPED, Relation.OVERLAID, Relation.ALTERED, Relation.RECOMPRESSED),
        "confidence": 0.98,
        "step": "features",
        "orientation": Orientation.MIRRORED,
        "kept": 0.56,
        "of_this": 1.0,
        "region": ((448.0, 0.0), (0.0, 0.0), (0.0, 384.0), (448.0, 384.0)),
        "shown": (0.3, 0.2, 1.0, 1.0),
        "altered": 0.164,
        "overlaid": 0.074,
        "angle": 0.0,
        "points": 120,
        "changes": (
            Change(ChangeKind.OVERLAID, tuple(map(float, WRITTEN)), 0.074),  # type: ignore[arg-type]
            Change(ChangeKind.CONTENT, tuple(map(float, REMOVED)), 0.09),  # type: ignore[arg-type]
        ),
        **more,
    }
    return Match(PictureId("b" * 64), **given)  # type: ignore[arg-type]


def a_pair(match: Match | None = None, files: tuple[str, str] = ("in/repost.jpg", "wire/b.jpg")) -> Pair:
    """The re-post and the photo it was made from, laid on each other."""
    whole, changed, clean = a_repost()
    lit = ImageChops.difference(changed, clean).convert("L").point(lambda value: 255 if value > 24 else value // 2)
    ground = changed.convert("L").point(lambda value: 40 + value // 4).convert("RGB")
    ground.paste((255, 140, 60), mask=lit)
    found = Compared(match or a_match(), _pixels(changed), _pixels(clean), _pixels(ground))
    return Pair(a_given(changed, files[0]), a_given(whole, files[1]), found)


def a_pair_apart(this: Image.Image | None = None, other: Image.Image | None = None, little: str = "") -> Pair:
    """Two photos with nothing in common. `little` names those that show too little: A, B or AB."""
    first, second = this or a_scene(seed=1), other or a_scene(seed=2, width=480, height=640)
    one = a_given(first, "a.jpg", "PNG", shows_little="A" in little)
    two = a_given(second, "b.jpg", "PNG", shows_little="B" in little)
    assert one.examination is not None
    assert two.examination is not None
    assert one.examination.pixels is not None
    assert two.examination.pixels is not None
    return Pair(one, two, Compared(None, one.examination.pixels, two.examination.pixels, None))


def an_unreadable_pair() -> Pair:
    """One that can be read and one that is not there."""
    return Pair(a_given(a_scene(seed=1)), a_missing("b.jpg", "There is no b.jpg."), None)


def _pixels(image: Image.Image) -> Pixels:
    return Pixels(image.width, image.height, image.convert("RGB").tobytes())
