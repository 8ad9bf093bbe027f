"""What is asked: which picture, after which attack, of which gallery, and what would be right."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.attacks import FRAMES, PLAIN
from benchmarks.recall_pictures import Picture

ALL, FRAMED = "all", "framed"
"""The gallery of everything, and the one of screenshots and other frames around photos."""
OTHER_FRAMES = (PLAIN, "jpeg60", "resize1/2", "crop80")
OTHERS = 3
"""How many other photos an attack is handed, to paste from and to make collages of."""


@dataclass(frozen=True, slots=True)
class Query:
    """One picture to ask about.

    `part` says what is measured: "copy", "absent", "frame" (another frame of a scene that is held), "framed" (another
    photo in a frame that is held) and "behind" (a photo that is held within a frame). `others` are the names of the
    photos handed to the attack. `held` is the framed photo of the archive that a "framed" one must not be taken for.
    """

    part: str
    attack: str
    picture: Picture
    seed: int
    others: tuple[Picture, ...]
    gallery: str
    held: str = ""

    @property
    def key(self) -> str:
        """A name for it."""
        return f"{self.part}|{self.attack}|{self.picture.name}"


def without(third: int) -> str:
    """The gallery that lacks a third."""
    return f"without-{third}"


def copies(pictures: Sequence[Picture], attacks: Sequence[str], count: int) -> Iterator[Query]:
    """So many photos, each after every attack, asked of the whole gallery."""
    for picture in _some(pictures, count):
        for attack in attacks:
            yield _query("copy", attack, picture, pictures, ALL)


def absent(
    pictures: Sequence[Picture], photos: Sequence[Picture], attacks: Sequence[str], each: int
) -> Iterator[Query]:
    """Every picture as it is and after so many attacks, asked of a gallery that lacks it (and what it is mixed with).

    The attacks are dealt out in turn, so that each of them is asked about equally often.
    """
    deal = _deal(attacks)
    for picture in pictures:
        lacking = [one for one in photos if one.third == picture.third]
        for attack in (PLAIN, *(next(deal) for _ in range(each))):
            yield _query("absent", attack, picture, lacking, without(picture.third))


def other_frames(pictures: Sequence[Picture]) -> Iterator[Query]:
    """Frames of scenes of which the first is held."""
    for picture in pictures:
        if not picture.held:
            for attack in OTHER_FRAMES:
                yield _query("frame", attack, picture, (), ALL)


def framed(inside: Sequence[Picture], asked: Sequence[Picture]) -> Iterator[Query]:
    """Other photos in the frames that are held: with the same words in the frame, and with other words."""
    for number, (held, picture) in enumerate(zip(inside, asked, strict=True)):
        for attack in FRAMES:
            name = framed_name(held, attack)
            yield Query("framed", attack, picture, number, (), FRAMED, name)
            yield Query("framed", attack, picture, 1000 + number, (), FRAMED, name)
        yield Query("behind", PLAIN, held, number, (), FRAMED)


def framed_name(picture: Picture, attack: str) -> str:
    """The name of a photo in its frame, as the archive holds it."""
    return f"framed/{attack}/{picture.name.rpartition('/')[2]}"


def _query(part: str, attack: str, picture: Picture, pool: Sequence[Picture], gallery: str) -> Query:
    chance = random.Random(f"{part} {attack} {picture.name}")
    rest = [one for one in pool if one.unit != picture.unit]
    others = tuple(chance.sample(rest, OTHERS)) if len(rest) >= OTHERS else ()
    return Query(part, attack, picture, zlib.crc32(picture.name.encode()), others, gallery)


def _some(pictures: Sequence[Picture], count: int) -> list[Picture]:
    """So many of them, chosen by a hash of their names, so that more means the same ones and others."""
    return sorted(pictures, key=lambda one: zlib.crc32(f"original {one.unit}".encode()))[:count]


def _deal(attacks: Sequence[str]) -> Iterator[str]:
    chance = random.Random("deal")
    while True:
        yield from chance.sample(attacks, len(attacks))
