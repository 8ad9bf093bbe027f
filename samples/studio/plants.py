"""Trees: branches that fork, and leaves as thousands of small cards."""

from __future__ import annotations

import numpy as np

from studio.solids import Point, Quads, step, tube
from studio.world import Surface, World

BARK = (0.075, 0.06, 0.05)


def branches(rng: np.random.Generator, base: Point, height: float, forks: int = 5) -> tuple[Quads, Quads]:
    """A bare tree: its wood as quads, and the ends of its twigs as points."""
    wood: list[Quads] = []
    tips: list[np.ndarray] = []
    pending = [(np.asarray(base, float), np.array([0.0, 1.0, 0.0]), height * 0.27, height * 0.012, forks)]
    while pending:
        start, way, length, thick, left = pending.pop()
        end = start + way * length
        wood.append(tube(start, end, thick, thick * 0.7, 5 if left > 2 else 3))
        if left == 0:
            tips.append(end)
            continue
        for _ in range(3 if left >= forks - 1 else 2):
            bent = way + rng.normal(0, 0.42, 3) + step(0, 0.12, 0)
            pending.append((end, bent / np.linalg.norm(bent), length * rng.uniform(0.6, 0.9), thick * 0.58, left - 1))
    return np.concatenate(wood), np.array(tips)


def bare_tree(world: World, base: Point, height: float, bark: Point = BARK, forks: int = 6) -> None:
    """A tree in winter."""
    wood, _ = branches(world.rng, base, height, forks)
    world.add(wood, bark, rough=0.3, vary=0.15)


def leafy_tree(world: World, base: Point, height: float, leaf: Point, count: int = 3200, size: float = 0.2) -> None:
    """A tree in leaf: darker inside and below, as crowns are."""
    wood, tips = branches(world.rng, base, height, 4)
    world.add(wood, BARK, rough=0.3)
    clump = tips[world.rng.integers(len(tips), size=count)] + world.rng.normal(0, height * 0.075, (count, 3))
    middle = tips.mean(axis=0)
    outward = np.linalg.norm((clump - middle) / (np.ptp(tips, axis=0) / 2 + 0.1), axis=1)
    depth = np.clip(0.45 + 0.45 * outward + 0.25 * (clump[:, 1] - middle[1]) / height, 0.25, 1.3)
    world.add(leaves(world.rng, clump, size), np.asarray(leaf) * depth[:, None], Surface.LEAF, rough=0.1, vary=0.22)


def leaves(rng: np.random.Generator, places: Quads, size: float) -> Quads:
    """Small cards turned every way, one for each place."""
    first = rng.normal(size=(len(places), 3))
    second = np.cross(first, rng.normal(size=(len(places), 3)))
    scale = size * rng.uniform(0.6, 1.3, (len(places), 1))
    first *= scale / np.linalg.norm(first, axis=1, keepdims=True)
    second *= 0.7 * scale / np.linalg.norm(second, axis=1, keepdims=True)
    return np.stack([places - first, places - second, places + first, places + second], axis=1)


def conifer(world: World, base: Point, height: float, leaf: Point = (0.02, 0.05, 0.03), count: int = 700) -> None:
    """A fir: cards that hang in whorls, narrower towards the top."""
    world.add(tube(base, np.asarray(base) + step(0, height, 0), height * 0.02, 0.01, 5), BARK)
    share = np.sqrt(world.rng.random(count)) * 0.9
    share = np.floor(share * 11) / 11 + world.rng.normal(0, 0.012, count)
    angle, reach = world.rng.uniform(0, 2 * np.pi, count), share * height * 0.22 * world.rng.uniform(0.5, 1.0, count)
    down = height * (1 - share) + 0.02 * height - reach * 0.35
    spots = np.stack([np.cos(angle) * reach, down, np.sin(angle) * reach], axis=1) + base
    shade = np.clip(0.5 + reach / (height * 0.2), 0.4, 1.4)[:, None]
    world.add(
        leaves(world.rng, spots, height * 0.6 / np.sqrt(count)),
        np.asarray(leaf) * shade,
        Surface.LEAF,
        rough=0.1,
        vary=0.25,
    )
