"""A block of flats from panels that has lost its middle section: two halves, frayed towards the gap."""

from __future__ import annotations

import numpy as np
from studio.houses import Front, raise_front
from studio.solids import box, moved, panel, step, tube
from studio.world import World

WALL = (0.40, 0.375, 0.34)
LEFT = Front((-42.0, 0.0, 41.0), 0.06, 11, 9, wall=WALL)
RIGHT = Front((10.0, 0.0, 44.5), 0.06, 10, 9, wall=(0.38, 0.36, 0.335))


def half(world: World, front: Front, gap: str) -> None:
    """One half that still stands: its front frays towards the gap, where the rooms lie open."""
    storey, bay = np.divmod(np.arange(front.bays * front.storeys), front.bays)
    lost = (
        np.array([2, 2, 1, 1, 2, 1, 1, 2, 1])[: front.storeys]
        if gap == "right"
        else np.array([1, 2, 2, 1, 1, 2, 2, 1, 1])
    )
    edge = front.bays - bay if gap == "right" else bay + 1
    raise_front(world, front, edge > lost[storey], panes="broken")
    for floor in range(front.storeys + 1):
        _slab(world, front, gap, floor)
    for floor in range(front.storeys):
        _rooms(world, front, gap, floor)
    width, height = front.size
    roof = box((width / 2 + (-2.2 if gap == "right" else 2.2), height + 0.2, 6), (width - 4.4, 0.7, 12.4))
    world.add(moved(roof, front.corner, front.yaw), (0.30, 0.28, 0.26))
    outer = 0.0 if gap == "right" else width
    world.add(moved(panel((outer, 0, 0), (0, 0, 12), (0, height, 0)), front.corner, front.yaw), WALL)


def balconies(world: World) -> None:
    """Loggias of thin concrete and painted sheet, each railed in as its owner liked."""
    for front, columns in ((LEFT, (3, 6)), (RIGHT, (4, 7))):
        for column in columns:
            for floor in range(1, front.storeys):
                at_x, at_y = (column + 0.5) * front.bay, floor * front.storey
                floor_slab = box((at_x, at_y - 0.08, -0.6), (2.9, 0.15, 1.2))
                sheet = box((at_x, at_y + 0.08, -1.16), (2.9, 0.95, 0.06))
                ends = np.concatenate([box((at_x + side, at_y, -0.6), (0.06, 1.0, 1.2)) for side in (-1.42, 1.42)])
                paint = np.array([[0.30, 0.29, 0.27], [0.20, 0.25, 0.27], [0.33, 0.26, 0.17]])[world.rng.integers(3)]
                world.add(moved(floor_slab, front.corner, front.yaw), (0.33, 0.32, 0.30))
                if world.rng.random() < 0.85:
                    world.add(
                        moved(np.concatenate([sheet, ends]), front.corner, front.yaw), paint, rough=0.35, vary=0.05
                    )


def _slab(world: World, front: Front, gap: str, floor: int) -> None:
    """A concrete floor, broken off unevenly at the gap, with its iron hanging out."""
    width, rng = front.size[0], world.rng
    for strip in range(4):
        reach = rng.uniform(-2.6, 0.9) if floor not in (0, front.storeys) else rng.uniform(-3.4, -1.0)
        inner, outer = width - 9.6, width + reach
        if gap == "left":
            inner, outer = 9.6, -reach
        middle, length = (inner + outer) / 2, abs(outer - inner)
        slab = box((middle, floor * front.storey - 0.12, 1.5 + 3 * strip), (length, 0.24, 2.96))
        world.add(moved(slab, front.corner, front.yaw), (0.36, 0.35, 0.335), vary=0.08)
        for _ in range(3):
            end = np.array([outer, floor * front.storey, rng.uniform(0.2, 2.8) + 3 * strip])
            droop = end + step(
                rng.uniform(0.2, 1.0) * (1 if gap == "right" else -1),
                -rng.uniform(0.2, 1.6),
                rng.normal(0, 0.3),
            )
            world.add(moved(tube(end, droop, 0.022, 0.018, 3), front.corner, front.yaw), (0.12, 0.07, 0.05))


def _rooms(world: World, front: Front, gap: str, floor: int) -> None:
    """Party walls and back walls of opened rooms, papered in the colours people had chosen."""
    papers = np.array(
        [
            [0.42, 0.36, 0.22],
            [0.22, 0.32, 0.30],
            [0.45, 0.27, 0.22],
            [0.38, 0.38, 0.36],
            [0.20, 0.27, 0.38],
            [0.40, 0.42, 0.27],
        ]
    )
    width, bottom = front.size[0], floor * front.storey
    for wall in range(1, 4):
        across = width - wall * front.bay - 0.1 if gap == "right" else wall * front.bay + 0.1
        for room, deep in enumerate((0.15, 4.2, 8.2)):
            paper = papers[world.rng.integers(len(papers))] * world.rng.uniform(0.6, 1.0)
            world.add(
                moved(
                    panel((across, bottom + 0.1, deep), (0, 0, 3.8), (0, front.storey - 0.3, 0)),
                    front.corner,
                    front.yaw,
                ),
                paper,
                rough=0.3,
            )
            back = panel(
                (across, bottom + 0.1, deep + 3.9),
                (front.bay * (1 if gap == "right" else -1) * (0.85 if room else 1), 0, 0),
                (0, front.storey - 0.3, 0),
            )
            world.add(moved(back, front.corner, front.yaw), paper * 0.9, rough=0.3)
