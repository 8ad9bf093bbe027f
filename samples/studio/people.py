"""People, small in the picture: a few poses built once and set down many times in different clothes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from studio.solids import Point, Quads, ball, box, moved, step, tube
from studio.world import World

SKIN = (0.42, 0.26, 0.18)
HAIR = ((0.03, 0.02, 0.015), (0.10, 0.06, 0.03), (0.22, 0.15, 0.07), (0.25, 0.24, 0.23))


@dataclass(frozen=True)
class Clothes:
    """The colours of one person; `band` is a bright stripe on coat and trousers, `helmet` replaces the hair."""

    coat: Point
    trousers: Point
    band: Point | None = None
    helmet: Point | None = None


@cache
def figure(pose: str) -> dict[str, Quads]:
    """The parts of a person 1.75 m tall who faces along z: walking, standing, raising an arm, bending or sitting."""
    stride = {"walk": 0.32, "bend": 0.12, "raise": 0.06}.get(pose, 0.03)
    lean = {"bend": 0.55, "walk": 0.07}.get(pose, 0.0)
    hip = np.array([0, 0.92 - (0.1 if pose == "bend" else 0), 0.0])
    neck = hip + step(0, 0.56 * np.cos(lean * 1.6), 0.56 * np.sin(lean * 1.6))
    head = neck + step(0, 0.17 * np.cos(lean), 0.05 + 0.17 * np.sin(lean))
    legs = [_leg(hip, side, stride * side) for side in (-1, 1)]
    arms, hands = zip(*(_arm(neck, side, pose) for side in (-1, 1)), strict=True)
    chest = neck - (neck - hip) * 0.12
    torso = [_oval(hip - step(0, 0.1, 0), chest, 0.19, 0.235), _oval(chest, neck, 0.235, 0.09)]
    belt = _oval(hip + (chest - hip) * 0.35, hip + (chest - hip) * 0.46, 0.225, 0.23)
    cuffs = [
        _oval(
            hip * [1, 0.33, 1] + step(0.1 * side, 0, stride * side * 0.66),
            hip * [1, 0.38, 1] + step(0.1 * side, 0, stride * side * 0.62),
            0.1,
            0.1,
        )
        for side in (-1, 1)
    ]
    return {
        "trousers": np.concatenate(legs),
        "coat": np.concatenate([*torso, *arms]),
        "band": np.concatenate([belt, *cuffs]),
        "skin": np.concatenate([ball(head, (0.095, 0.125, 0.105)), tube(neck, head, 0.055), *hands]),
        "hair": ball(head + step(0, 0.025, -0.015), (0.105, 0.13, 0.115), low=0.45),
        "helmet": _helmet(head),
    }


def _helmet(head: Point) -> Quads:
    shell = ball(np.asarray(head) + step(0, 0.035, 0), (0.14, 0.145, 0.155), low=0.45)
    return np.concatenate([shell, box(np.asarray(head) + step(0, 0.03, 0.1), (0.2, 0.02, 0.16))])


def _oval(start: Point, end: Point, radius: float, tip: float) -> Quads:
    solid = tube(start, end, radius, tip, 8)
    middle = (np.asarray(start)[2] + np.asarray(end)[2]) / 2
    solid[..., 2] = middle + (solid[..., 2] - middle) * 0.68
    return solid


def _leg(hip: Point, side: int, stride: float) -> Quads:
    top = np.asarray(hip) + step(0.1 * side, 0.0, 0)
    foot = np.array([0.11 * side, 0.06, stride])
    knee = (top + foot) / 2 + step(0, 0, 0.05)
    return np.concatenate(
        [tube(top, knee, 0.105, 0.08), tube(knee, foot, 0.08, 0.06), box(foot + step(0, -0.06, 0.06), (0.1, 0.1, 0.27))]
    )


def _arm(neck: Point, side: int, pose: str) -> tuple[Quads, Quads]:
    shoulder = np.asarray(neck) + step(0.2 * side, -0.06, 0)
    if pose == "raise" and side > 0:
        elbow, hand = shoulder + step(0.12, 0.24, 0.05), shoulder + step(0.06, 0.54, 0.1)
    elif pose in ("bend", "raise"):
        elbow, hand = shoulder + step(0.06 * side, -0.26, 0.12), shoulder + step(0.0, -0.46, 0.3)
    else:
        swing = -0.16 * side if pose == "walk" else 0.03
        elbow, hand = (
            shoulder + step(0.07 * side, -0.28, swing * 0.5),
            shoulder + step(0.05 * side, -0.54, swing + 0.08),
        )
    sleeve = np.concatenate([tube(shoulder, elbow, 0.075, 0.06), tube(elbow, hand, 0.06, 0.045)])
    return sleeve, ball(hand, (0.045, 0.05, 0.045), 3, 5)


def stand(
    world: World, place: Point, facing: float, clothes: Clothes, pose: str = "stand", height: float = 1.75
) -> None:
    """Set one person down: `facing` is the yaw they look towards."""
    hair = HAIR[int(world.rng.integers(len(HAIR)))]
    colours = {
        "trousers": clothes.trousers,
        "coat": clothes.coat,
        "band": clothes.band,
        "skin": SKIN,
        "hair": None if clothes.helmet else hair,
        "helmet": clothes.helmet,
    }
    for part, colour in colours.items():
        if colour is not None:
            world.add(moved(figure(pose)[part] * height / 1.75, place, facing), colour, rough=0.1)


STREET = (
    (0.025, 0.03, 0.05), (0.10, 0.025, 0.025), (0.05, 0.06, 0.045), (0.20, 0.18, 0.15), (0.02, 0.02, 0.02),
    (0.03, 0.03, 0.035), (0.30, 0.29, 0.28), (0.08, 0.10, 0.16), (0.16, 0.09, 0.05), (0.07, 0.10, 0.11),
    (0.26, 0.21, 0.11), (0.12, 0.12, 0.13),
)  # fmt: skip


def passer_by(world: World, place: Point, facing: float, pose: str = "walk") -> None:
    """Someone in everyday clothes."""
    coat, trousers = (STREET[int(world.rng.integers(len(STREET)))] for _ in range(2))
    dark = tuple(0.5 * part for part in trousers)
    stand(world, place, facing, Clothes(coat, dark), pose, float(world.rng.normal(1.72, 0.07)))
