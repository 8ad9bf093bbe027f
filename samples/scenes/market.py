"""A market street in summer: two rows of stalls under awnings, crates of fruit, people between them."""

from __future__ import annotations

import numpy as np
from studio.camera import Camera
from studio.film import Film
from studio.houses import Front, block
from studio.light import Sun
from studio.noise import at, fractal
from studio.people import passer_by
from studio.plants import leafy_tree
from studio.shot import Shot
from studio.sky import Sky
from studio.solids import ball, box, panel, tube
from studio.spots import Spots
from studio.world import Surface, World

CLOTHS = (
    (0.42, 0.05, 0.04),
    (0.06, 0.20, 0.14),
    (0.48, 0.33, 0.05),
    (0.06, 0.13, 0.30),
    (0.40, 0.18, 0.05),
    (0.24, 0.05, 0.16),
)
FRUIT = (
    (0.50, 0.14, 0.02),
    (0.42, 0.03, 0.02),
    (0.42, 0.36, 0.03),
    (0.10, 0.22, 0.03),
    (0.12, 0.03, 0.10),
    (0.32, 0.20, 0.10),
)


def shot() -> Shot:
    """The street runs away from the camera between stalls, with plastered houses above them."""
    world = World(77)
    world.add(panel((-30, 0, 0.5), (60, 0, 0), (0, 0, 180)), (0.27, 0.245, 0.215), rough=0.4, layer=0)
    for side in (-1, 1):
        for z in np.arange(4.5, 60, 3.6):
            _stall(world, side, float(z))
        _houses(world, side)
    for _ in range(80):
        z = world.rng.uniform(6.5, 62)
        passer_by(
            world,
            (world.rng.uniform(-2.3, 2.3), 0, z),
            world.rng.choice([0, 3.14, 0.6, -2.5]),
            world.rng.choice(["walk", "walk", "stand", "bend"]),
        )
    for x, z in ((-1.5, 70), (6.5, 78), (-8, 82)):
        leafy_tree(world, (x, 0, z), 13, (0.10, 0.17, 0.04), 3600, 0.27)
    return Shot(
        world,
        Camera((0.25, 2.15, 0.0), 0.0, 1.02, 0.47),
        Sky((0.13, 0.28, 0.62), (0.60, 0.70, 0.85), cover=0.75, soft=1.0, size=1.2, seed=71),
        Sun((0.22, 0.80, -0.42), (2.9, 2.5, 1.95), (0, 0, 28), 40.0, 1.2),
        Film(exposure=0.84, contrast=1.12, saturation=1.0, warmth=0.025),
        weather=_paved,
        haze=((0.70, 0.72, 0.75), 0.0035),
        ambient=1.0,
    )


def _stall(world: World, side: int, z: float) -> None:
    rng, cloth = world.rng, np.asarray(CLOTHS[world.rng.integers(len(CLOTHS))])
    inner, outer, drop = side * 2.75, side * 5.3, rng.uniform(-0.15, 0.15)
    for post in (z + 0.05, z + 3.25):
        for x, tall in ((inner, 2.3), (outer, 2.9)):
            world.add(tube((x, 0, post), (x, tall + drop, post), 0.035, sides=5), (0.3, 0.29, 0.27))
    pale = np.array([0.55, 0.52, 0.46])
    for stripe in range(11):
        colour = cloth if stripe % 2 else pale
        start = z - 0.1 + stripe * 0.32
        for part in range(3):
            sag = [0.10 * np.sin(np.pi * share) for share in (part / 3, (part + 1) / 3)]
            x0, x1 = (inner - side * 0.5 + (outer - inner + side * 0.5) * share for share in (part / 3, (part + 1) / 3))
            y0, y1 = (
                2.2 + drop + 0.75 * share - dip for share, dip in zip((part / 3, (part + 1) / 3), sag, strict=True)
            )
            world.add(
                np.array([[[x0, y0, start], [x1, y1, start], [x1, y1, start + 0.32], [x0, y0, start + 0.32]]]),
                colour,
                Surface.LEAF,
                rough=0.1,
            )
        edge = inner - side * 0.5
        world.add(panel((edge, 1.94 + drop, start), (0, 0, 0.32), (0, 0.27, 0)), colour, Surface.LEAF)
    _table(world, side, z)


def _table(world: World, side: int, z: float) -> None:
    rng = world.rng
    world.add(
        box((side * 3.7, 0, z + 1.65), (1.5, 0.72, 3.1)),
        rng.choice([[0.10, 0.16, 0.12], [0.2, 0.17, 0.13], [0.25, 0.24, 0.24]]),
        rough=0.3,
    )
    for across in range(2):
        for along in range(5):
            x, crate = side * (3.25 + 0.68 * across), z + 0.4 + 0.62 * along
            lift = 0.74 + 0.2 * across
            world.add(box((x, lift, crate), (0.6, 0.2, 0.56)), (0.30, 0.21, 0.12), rough=0.35, vary=0.1)
            colour = np.asarray(FRUIT[rng.integers(len(FRUIT))])
            count = 12 if z < 24 else 5
            for _ in range(count):
                spot = (x + rng.uniform(-0.22, 0.22), lift + rng.uniform(0.2, 0.3), crate + rng.uniform(-0.2, 0.2))
                radius = rng.uniform(0.055, 0.095) * (1 if count == 12 else 1.6)
                world.add(
                    ball(spot, (radius, radius, radius), 3, 6),
                    colour * rng.uniform(0.75, 1.2),
                    Surface.GLOSS,
                    rough=0.1,
                )
    if rng.random() < 0.8:
        passer_by(world, (side * 4.9, 0.05, z + rng.uniform(0.6, 2.8)), -side * 1.57 + rng.normal(0, 0.4), "stand")
    for height in (0.0, 0.3):
        world.add(
            box((side * 2.7, height, z + rng.uniform(0.4, 2.8)), (0.5, 0.3, 0.55), rng.normal(0, 0.2)),
            (0.26, 0.19, 0.11),
            rough=0.35,
        )


def _houses(world: World, side: int) -> None:
    rng, z = world.rng, 2.0
    walls = np.array(
        [[0.50, 0.38, 0.22], [0.48, 0.44, 0.36], [0.44, 0.24, 0.15], [0.36, 0.36, 0.33], [0.50, 0.33, 0.24]]
    )
    while z < 66:
        bays, storeys = int(rng.integers(3, 6)), int(rng.integers(3, 6))
        corner, yaw = ((6.8, 0, z + bays * 2.6), np.pi / 2) if side > 0 else ((-6.8, 0, z), -np.pi / 2)
        wall = walls[rng.integers(5)] * rng.uniform(0.85, 1.05)
        front = Front(corner, yaw, bays, storeys, 2.6, 3.3, (1.1, 1.8), 0.8, 0.25, wall, (0.5, 0.48, 0.44), wall * 1.15)
        block(world, front, 9)
        _shutters(world, side, z, bays, storeys)
        z += bays * 2.6 + 0.02


def _shutters(world: World, side: int, start: float, bays: int, storeys: int) -> None:
    paint = np.array([[0.09, 0.16, 0.12], [0.14, 0.20, 0.26], [0.22, 0.12, 0.07]])[world.rng.integers(3)]
    for storey in range(1, storeys):
        for bay in range(bays):
            z, y = start + (bay + 0.5) * 2.6, storey * 3.3 + 0.8
            for hand in (-0.86, 0.86):
                if world.rng.random() < 0.85:
                    world.add(box((side * 6.74, y, z + hand), (0.06, 1.8, 0.56)), paint, rough=0.3, vary=0.04)
            if world.rng.random() < 0.35:
                world.add(box((side * 6.6, y - 0.22, z), (0.3, 0.2, 1.2)), (0.25, 0.12, 0.07))
                for _ in range(9):
                    spot = (
                        side * (6.55 + world.rng.normal(0, 0.06)),
                        y + world.rng.uniform(0, 0.2),
                        z + world.rng.uniform(-0.6, 0.6),
                    )
                    world.add(
                        ball(spot, (0.12, 0.12, 0.12), 3, 5),
                        world.rng.choice([[0.08, 0.16, 0.04], [0.4, 0.06, 0.08], [0.1, 0.2, 0.05]]),
                        Surface.LEAF,
                    )


def _paved(spots: Spots) -> None:
    """Flagstones, their joints dark, some worn pale."""
    x, y, z = spots.points.T
    floor = (y < 0.02) & (spots.normal[:, 1] > 0.9)
    row = np.floor(z / 0.55)
    across = x / 0.8 + 0.5 * np.mod(row, 2)
    joint = (np.mod(across, 1) < 0.035) | (np.mod(z / 0.55, 1) < 0.05)
    stone = 1 + 0.16 * np.sin(np.floor(across) * 12.99 + row * 78.2)
    worn = 1 + 0.12 * at(fractal(72, 1.6), x * 10, z * 10)
    spots.colour[floor] *= (np.where(joint, 0.45, stone) * worn)[floor, None]
