"""Fronts of buildings: walls with real window openings, and what stands behind the glass."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from studio.solids import Point, Quads, box, moved, panel, step
from studio.world import Surface, World


@dataclass(frozen=True)
class Front:
    """A grid of bays and storeys. `corner` is its lower left end as seen from outside, `yaw` turns it about there."""

    corner: Point
    yaw: float
    bays: int
    storeys: int
    bay: float = 3.2
    storey: float = 2.8
    window: tuple[float, float] = (1.6, 1.45)
    sill: float = 0.85
    inset: float = 0.22
    wall: Point = (0.42, 0.39, 0.35)
    frame: Point = (0.6, 0.6, 0.58)
    trim: Point | None = None
    mullions: int = 2

    @property
    def size(self) -> tuple[float, float]:
        """How wide and how tall it is, in metres."""
        return self.bays * self.bay, self.storeys * self.storey

    def cells(self) -> NDArray[np.float64]:
        """The lower left corner of each bay in each storey, in the front's own plane."""
        across, up = np.meshgrid(np.arange(self.bays) * self.bay, np.arange(self.storeys) * self.storey)
        return np.stack([across.ravel(), up.ravel(), np.zeros(across.size)], axis=1)


def repeated(quads: Quads, offsets: NDArray[np.float64]) -> Quads:
    """The same quads at each offset."""
    return (quads[None] + offsets[:, None, None]).reshape(-1, 4, 3)


def raise_front(
    world: World, front: Front, standing: NDArray[np.bool_] | None = None, panes: str = "day", lit: float = 0.4
) -> None:
    """Build a front; `standing` says which cells are still there, `panes` is day, night or broken."""
    cells = front.cells()
    cells = cells if standing is None else cells[standing]
    _masonry(world, front, cells)
    _glaze(world, front, cells, panes, lit)


def _set(
    world: World,
    front: Front,
    quads: Quads,
    colour: object,
    surface: Surface = Surface.MATTE,
    *,
    rough: float = 0.18,
    vary: float = 0.0,
) -> None:
    world.add(moved(quads, front.corner, front.yaw), colour, surface, rough=rough, vary=vary)


def _masonry(world: World, front: Front, cells: NDArray[np.float64]) -> None:
    (wide, tall), side = front.window, (front.bay - front.window[0]) / 2
    top = front.sill + tall
    wall = [
        panel((0, 0, 0), (side, 0, 0), (0, front.storey, 0)),
        panel((side + wide, 0, 0), (side, 0, 0), (0, front.storey, 0)),
        panel((side, 0, 0), (wide, 0, 0), (0, front.sill, 0)),
        panel((side, top, 0), (wide, 0, 0), (0, front.storey - top, 0)),
    ]
    deep = (0, 0, front.inset)
    reveal = [
        panel((side, front.sill, 0), (0, tall, 0), deep),
        panel((side + wide, front.sill, 0), (0, tall, 0), deep),
        panel((side, front.sill, 0), (wide, 0, 0), deep),
        panel((side, top, 0), (wide, 0, 0), deep),
    ]
    tones = np.repeat(np.exp(world.rng.normal(0, 0.05, (len(cells), 1))), 4, axis=0)
    _set(world, front, repeated(np.concatenate(wall), cells), np.asarray(front.wall) * tones, rough=0.22)
    _set(world, front, repeated(np.concatenate(reveal), cells), np.asarray(front.wall) * 0.8)
    ledge = box((front.bay / 2, front.sill - 0.07, -0.05), (wide + 0.2, 0.08, 0.14))
    _set(world, front, repeated(ledge, cells), _trim(front, 0.9))


def _trim(front: Front, share: float) -> Point:
    return np.asarray(front.wall) * share if front.trim is None else front.trim


def _glaze(world: World, front: Front, cells: NDArray[np.float64], panes: str, lit: float) -> None:
    (wide, tall), side = front.window, (front.bay - front.window[0]) / 2
    bars = [
        (side + wide * share - 0.04, front.sill, front.inset - 0.03) for share in np.linspace(0, 1, front.mullions + 1)
    ]
    frame = [panel(bar, (0.08, 0, 0), (0, tall, 0)) for bar in bars]
    frame += [panel((side, front.sill + up, front.inset - 0.03), (wide, 0, 0), (0, 0.07, 0)) for up in (0, tall - 0.07)]
    glass = panel((side, front.sill, front.inset), (wide, 0, 0), (0, tall, 0))
    if panes == "broken":
        _hollow(world, front, cells, glass, np.concatenate(frame))
        return
    bright = world.rng.random(len(cells)) < lit if panes == "night" else np.zeros(len(cells), bool)
    _set(world, front, repeated(glass, cells[~bright]), (0.02, 0.022, 0.025), Surface.GLASS, vary=0.4)
    if bright.any():
        warm = np.array([[1.9, 1.2, 0.55], [1.5, 1.1, 0.7], [1.1, 1.15, 1.2], [2.4, 1.3, 0.5]])
        colours = warm[world.rng.integers(4, size=int(bright.sum()))] * world.rng.uniform(
            0.35, 1.1, (int(bright.sum()), 1)
        )
        _set(world, front, repeated(glass, cells[bright]), colours, Surface.GLOW)
    else:
        _curtains(world, front, cells)
    _set(world, front, repeated(np.concatenate(frame), cells), front.frame)


def _curtains(world: World, front: Front, cells: NDArray[np.float64]) -> None:
    (wide, tall), side = front.window, (front.bay - front.window[0]) / 2
    drawn = cells[world.rng.random(len(cells)) < 0.55]
    share = world.rng.uniform(0.15, 0.5, (len(drawn), 1, 1))
    cloth = np.repeat(panel((side, front.sill, front.inset - 0.01), (wide, 0, 0), (0, tall, 0)), len(drawn), axis=0)
    left = world.rng.random((len(drawn), 1)) < 0.5
    cloth[..., 0] = np.where(
        left, side + (cloth[..., 0] - side) * share[..., 0], side + wide - (side + wide - cloth[..., 0]) * share[..., 0]
    )
    palette = np.array([[0.3, 0.29, 0.26], [0.22, 0.2, 0.17], [0.3, 0.22, 0.16], [0.16, 0.2, 0.22]])
    colours = palette[world.rng.integers(4, size=len(drawn))]
    _set(world, front, cloth + drawn[:, None], colours, Surface.GLASS, vary=0.2)


def _hollow(world: World, front: Front, cells: NDArray[np.float64], glass: Quads, frame: Quads) -> None:
    """Windows without panes: black rooms, some frames left, here and there a sheet of plywood."""
    luck = world.rng.random(len(cells))
    _set(world, front, repeated(glass + step(0, 0, 0.05), cells), (0.012, 0.011, 0.01), rough=0.6)
    _set(world, front, repeated(frame, cells[luck < 0.55]), np.asarray(front.frame) * 0.45)
    _set(world, front, repeated(glass, cells[luck > 0.86]), (0.02, 0.024, 0.03), Surface.GLASS)


def block(world: World, front: Front, depth: float, panes: str = "day", lit: float = 0.4, sides: int = 3) -> None:
    """A whole building: the front, its two ends with windows of their own, a flat roof with a parapet."""
    width, height = front.size
    raise_front(world, front, panes=panes, lit=lit)
    bays = max(1, round(depth / front.bay))
    for end in range(2 if sides > 1 else 0):
        across = np.array([width * end, 0, depth * (1 - end)])
        yaw = front.yaw + (-np.pi / 2 if end else np.pi / 2)
        corner = moved(np.array([across]), front.corner, front.yaw)[0]
        flank = replace(front, corner=corner, yaw=yaw, bays=bays, bay=depth / bays)
        raise_front(world, flank, panes=panes, lit=lit)
    top = box((width / 2, height, depth / 2), (width + 0.5, 0.6, depth + 0.5))
    _set(world, front, top, _trim(front, 0.85))
