"""A panel block with its middle section gone, a hill of rubble in the gap, and rescue workers on it."""

from __future__ import annotations

import numpy as np

from studio.camera import Camera
from studio.film import Film
from studio.houses import Front, block, raise_front
from studio.land import Land
from studio.light import Sun
from studio.noise import Grid, at, fractal, smooth
from studio.people import Clothes, stand
from studio.plants import bare_tree
from studio.shot import Shot, Spots
from studio.sky import Sky
from studio.smoke import Plume, fume
from studio.solids import box, chunks, moved, panel, tube
from studio.vehicles import excavator, fire_engine
from studio.world import Surface, World

WALL = (0.40, 0.375, 0.34)
LEFT = Front((-42.0, 0.0, 41.0), 0.06, 11, 9, wall=WALL)
RIGHT = Front((10.0, 0.0, 44.5), 0.06, 10, 9, wall=(0.38, 0.36, 0.335))


def heights(x: Grid, z: Grid) -> Grid:
    """A trodden yard, and the hill that was the middle of the house."""
    hill = 6.6 * np.exp(-(((x - 1.5) / 9.0) ** 2) - ((z - 46) / 8.5) ** 2)
    skirt = 1.5 * np.exp(-(((x - 1) / 17) ** 2) - ((z - 33) / 9) ** 2)
    wild = 0.10 + 0.16 * hill + 0.25 * skirt
    bumps = at(fractal(21, 1.5), x * 9, z * 9) + 0.3 * at(fractal(22, 1.3), x * 24, z * 24)
    return np.asarray(hill + skirt + 0.42 * wild * bumps, np.float32)


def _level(x: float, z: float) -> float:
    return float(heights(np.float32(x), np.float32(z)))


def shot() -> Shot:
    """The hero of the samples."""
    world = World(2204)
    for front, gap in ((LEFT, "right"), (RIGHT, "left")):
        _half(world, front, gap)
    _rubble(world)
    _balconies(world)
    _rescuers(world)
    excavator(world, (11.5, _level(11.5, 36) - 0.1, 36), 2.45)
    fire_engine(world, (-12.0, _level(-12.0, 28.5), 28.5), 0.42)
    _surroundings(world)
    return Shot(
        world,
        Camera((0.4, 2.6, 3.0), 0.0, 1.12, 0.735),
        Sky((0.20, 0.34, 0.62), (0.66, 0.72, 0.80), (0.98, 0.96, 0.93), (0.46, 0.48, 0.53), cover=-0.5, soft=1.5, size=1.3, seed=31),
        Sun((-0.62, 0.62, -0.55), (2.2, 1.98, 1.65), (0, 0, 36), 56.0, 2.2),
        Film(exposure=0.88, saturation=0.92, warmth=0.015, contrast=1.12),
        Land(heights, 1.5, 200.0, 640, 0.10),
        _dirt,
        haze=((0.62, 0.66, 0.72), 0.0013),
        ambient=0.72,
        smoke=_smoulder,
    )


def _smoulder(light: Grid, ahead: Grid, camera: Camera) -> Grid:
    """What still burns somewhere under the rubble and behind it."""
    far = Plume((-1.0, 3.0, 58), 2.2, 0.26, 0.42, (0.50, 0.49, 0.49), (0.20, 0.20, 0.21), 0.8, 34, 211)
    near = Plume((3.4, 4.5, 45), 0.7, 0.3, 0.5, (0.62, 0.62, 0.62), (0.40, 0.40, 0.41), 0.5, 9, 213)
    return fume(fume(light, ahead, camera, far), ahead, camera, near)


def _half(world: World, front: Front, gap: str) -> None:
    """One half that still stands: its front frays towards the gap, where the rooms lie open."""
    storey, bay = np.divmod(np.arange(front.bays * front.storeys), front.bays)
    lost = np.array([2, 2, 1, 1, 2, 1, 1, 2, 1])[: front.storeys] if gap == "right" else np.array([1, 2, 2, 1, 1, 2, 2, 1, 1])
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


def _balconies(world: World) -> None:
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
                    world.add(moved(np.concatenate([sheet, ends]), front.corner, front.yaw), paint, rough=0.35, vary=0.05)


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
            droop = end + [rng.uniform(0.2, 1.0) * (1 if gap == "right" else -1), -rng.uniform(0.2, 1.6), rng.normal(0, 0.3)]
            world.add(moved(tube(end, droop, 0.022, 0.018, 3), front.corner, front.yaw), (0.12, 0.07, 0.05))


def _rooms(world: World, front: Front, gap: str, floor: int) -> None:
    """Party walls and back walls of opened rooms, papered in the colours people had chosen."""
    papers = np.array([[0.42, 0.36, 0.22], [0.22, 0.32, 0.30], [0.45, 0.27, 0.22], [0.38, 0.38, 0.36], [0.20, 0.27, 0.38], [0.40, 0.42, 0.27]])
    width, bottom = front.size[0], floor * front.storey
    for wall in range(1, 4):
        across = width - wall * front.bay - 0.1 if gap == "right" else wall * front.bay + 0.1
        for room, deep in enumerate((0.15, 4.2, 8.2)):
            paper = papers[world.rng.integers(len(papers))] * world.rng.uniform(0.6, 1.0)
            world.add(moved(panel((across, bottom + 0.1, deep), (0, 0, 3.8), (0, front.storey - 0.3, 0)), front.corner, front.yaw), paper, rough=0.3)
            back = panel((across, bottom + 0.1, deep + 3.9), (front.bay * (1 if gap == "right" else -1) * (0.85 if room else 1), 0, 0), (0, front.storey - 0.3, 0))
            world.add(moved(back, front.corner, front.yaw), paper * 0.9, rough=0.3)


def _places(world: World, count: int, spread: float) -> np.ndarray:
    """Random places on the rubble, thickest on the hill and its foot."""
    x, z = world.rng.normal(1.2, spread, count), 46 - np.abs(world.rng.normal(0, spread * 1.15, count))
    kept = (z > 8) & (z < 48)
    x, z = x[kept], z[kept]
    return np.stack([x, heights(x.astype(np.float32), z.astype(np.float32)), z], axis=1)


def _rubble(world: World) -> None:
    rng = world.rng
    for count, spread, low, high in ((3600, 8.0, 0.10, 0.42), (2600, 12.0, 0.05, 0.22), (330, 6.5, 0.45, 1.15)):
        places = _places(world, count, spread)
        sizes = rng.uniform(low, high, (len(places), 1)) * rng.uniform(0.45, 1.3, (len(places), 3))
        kinds = np.array([[0.30, 0.285, 0.26], [0.23, 0.22, 0.20], [0.36, 0.345, 0.31], [0.25, 0.14, 0.10], [0.13, 0.125, 0.12]])
        colours = np.repeat(kinds[rng.choice(5, len(places), p=[0.36, 0.28, 0.16, 0.09, 0.11])], 6, axis=0)
        world.add(chunks(places, sizes, rng), colours, vary=0.12, rough=0.28)
    slabs = _places(world, 80, 6.8) + [0, 0.3, 0]
    sizes = np.stack([rng.uniform(1.2, 3.6, len(slabs)), np.full(len(slabs), 0.2), rng.uniform(0.8, 1.8, len(slabs))], axis=1)
    world.add(_tilted(slabs, sizes, rng), np.repeat(rng.uniform(0.2, 0.36, (len(slabs), 1)) * [[1, 0.97, 0.92]], 6, axis=0), rough=0.25)
    _splinters(world)
    _yard(world)


def _tilted(centres: np.ndarray, sizes: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Slabs that lie more or less flat on the slope."""
    quads = []
    for centre, size in zip(centres, sizes, strict=True):
        flat = box((0, -size[1] / 2, 0), size)
        lean, roll = rng.normal(0, 0.42, 2)
        tip = np.array([[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]])
        nod = np.array([[1, 0, 0], [0, np.cos(lean), -np.sin(lean)], [0, np.sin(lean), np.cos(lean)]])
        quads.append(moved(flat @ tip.T @ nod.T, centre, rng.uniform(0, 3.1)))
    return np.concatenate(quads)


def _splinters(world: World) -> None:
    """Iron, boards, cloth and the coloured things of households."""
    rng = world.rng
    for place in _places(world, 210, 8.0):
        way = rng.normal(size=3) * [1, 0.55, 1] + [0, 0.5, 0]
        middle = place + way * rng.uniform(0.3, 0.7)
        end = middle + (way + rng.normal(0, 0.5, 3)) * rng.uniform(0.2, 0.6)
        world.add(np.concatenate([tube(place, middle, 0.02, sides=3), tube(middle, end, 0.02, 0.014, 3)]), (0.11, 0.07, 0.05))
    boards = _places(world, 130, 8.5)
    sizes = np.stack([rng.uniform(0.8, 2.4, len(boards)), np.full(len(boards), 0.05), rng.uniform(0.1, 0.25, len(boards))], axis=1)
    world.add(_tilted(boards + [0, 0.12, 0], sizes, rng), (0.33, 0.23, 0.14), vary=0.2, rough=0.3)
    things = _places(world, 90, 8.0)
    bright = np.array([[0.25, 0.05, 0.045], [0.06, 0.11, 0.22], [0.36, 0.31, 0.26], [0.09, 0.15, 0.11], [0.34, 0.29, 0.15]])
    colours = np.repeat(bright[rng.integers(5, size=len(things))], 6, axis=0)
    world.add(chunks(things + [0, 0.1, 0], rng.uniform(0.15, 0.6, (len(things), 3)) * [1.4, 0.3, 1], rng, 0.3), colours, vary=0.2)


def _yard(world: World) -> None:
    """Splinters of concrete and brick over the whole yard, and hoses laid from the engine to the hill."""
    rng = world.rng
    x, z = rng.uniform(-15, 15, 2600), 5.0 + 26 * rng.beta(1.3, 1.6, 2600)
    places = np.stack([x, heights(x.astype(np.float32), z.astype(np.float32)), z], axis=1)
    kinds = np.array([[0.26, 0.25, 0.23], [0.18, 0.17, 0.155], [0.21, 0.115, 0.085], [0.10, 0.095, 0.09]])
    colours = np.repeat(kinds[rng.choice(4, len(places), p=[0.4, 0.3, 0.2, 0.1])], 6, axis=0)
    world.add(chunks(places, rng.uniform(0.02, 0.13, (len(places), 3)), rng), colours, vary=0.2)
    for start, end, sway in (((-9.2, 26.5), (0.5, 32.0), 1.6), ((-9.0, 26.0), (5.0, 27.5), -2.2)):
        share = np.linspace(0, 1, 40)
        across = start[0] + (end[0] - start[0]) * share
        along = start[1] + (end[1] - start[1]) * share + sway * np.sin(share * 6.0) * (1 - share)
        line = np.stack([across, heights(across.astype(np.float32), along.astype(np.float32)) + 0.07, along], axis=1)
        hose = [tube(one, two, 0.055, sides=4) for one, two in zip(line[:-1], line[1:], strict=True)]
        world.add(np.concatenate(hose), (0.34, 0.29, 0.20), rough=0.2, nearer=0.3)


def _rescuers(world: World) -> None:
    """Firefighters in dark coats with bright bands, and technical crews in orange."""
    service = Clothes((0.035, 0.045, 0.075), (0.03, 0.04, 0.065), (0.75, 0.75, 0.35), (0.62, 0.06, 0.04))
    crew = Clothes((0.50, 0.13, 0.025), (0.05, 0.07, 0.12), (0.7, 0.7, 0.65), (0.78, 0.76, 0.7))
    chief = Clothes((0.05, 0.09, 0.2), (0.04, 0.05, 0.08), (0.75, 0.75, 0.6), (0.75, 0.58, 0.06))
    crowd = (
        (-2.6, 19.0, 0.5, "walk", service), (3.2, 21.5, -2.4, "bend", crew), (4.3, 22.2, 2.2, "bend", service),
        (-5.6, 25.5, 1.2, "stand", chief), (-4.7, 26.0, -1.4, "stand", service), (0.4, 33.0, 2.9, "bend", crew),
        (2.2, 35.5, 0.4, "walk", service), (-2.2, 37.5, 0.9, "bend", service), (5.5, 38.5, -0.8, "raise", crew),
        (-0.6, 41.5, 0.3, "walk", crew), (7.4, 31.0, -1.0, "stand", chief), (-8.6, 29.8, 0.8, "walk", crew),
        (3.6, 43.5, 2.0, "bend", service), (-8.0, 22.5, 1.5, "stand", service), (8.5, 25.0, -0.5, "walk", crew),
    )  # fmt: skip
    for x, z, facing, pose, clothes in crowd:
        stand(world, (x, _level(x, z) - 0.03, z), facing, clothes, pose)


def _surroundings(world: World) -> None:
    """Bare trees, and the next block of the estate behind."""
    for x, z, tall in ((-20.5, 35, 11), (-15.5, 37, 9), (16.5, 33, 11), (19.5, 31, 12), (4, 74, 13), (-4, 78, 14), (9, 82, 12), (-9, 80, 13)):
        bare_tree(world, (x, 0, z), tall, forks=6 if z < 60 else 5)
    block(world, Front((-30, 0, 110), -0.05, 18, 5, wall=(0.40, 0.36, 0.30)), 12)
    world.add(panel((-12, 0.02, 110), (30, 0, 0), (0, 3, 0)), (0.1, 0.11, 0.08), layer=0)
    for x in (-19.0, 21.0):
        world.add(tube((x, 0, 27), (x, 9, 27), 0.12, 0.08, 8), (0.25, 0.25, 0.25), Surface.GLOSS)


def _dirt(spots: Spots) -> None:
    """What the land is covered with, then what fire and dust have left on everything."""
    x, y, z = spots.points.T
    _ground(spots, x, y, z)
    wall = ~spots.land & (np.abs(spots.normal[:, 1]) < 0.4) & (z > 37) & (z < 60)
    stain = at(fractal(24, 1.6), x * 7, y * 3.5) + 0.5 * at(fractal(25, 1.2), x * 26, y * 5)
    near = np.exp(-np.abs(np.abs(x - 2.2) - 8) / 6.0)
    soot = np.maximum(0.9 * smooth(0.2, 1.9, stain + 2.3 * near - 0.75), _tongues(x, y, stain) * smooth(0.02, 0.3, near))
    joint = (np.abs(np.mod(y + 0.04, 2.8)) < 0.07) | (np.mod(np.where(x < 2, x + 42.0, x - 10.0), 3.2) < 0.06)
    spots.colour[wall] *= ((1 - 0.86 * soot) * np.where(joint, 0.72, 1.0))[wall, None]
    paint = spots.surface == Surface.GLOSS
    grime = smooth(-0.6, 1.6, stain - 0.25 * y)[:, None]
    spots.colour[paint] = (spots.colour * (0.86 - 0.45 * grime) + 0.12 * grime)[paint]
    dusty = ~spots.land & (z > 8) & (spots.normal[:, 1] > 0.5)
    spots.colour[dusty] = spots.colour[dusty] * 0.7 + np.array([0.10, 0.094, 0.085], np.float32)


def _tongues(x: Grid, y: Grid, stain: Grid) -> Grid:
    """Soot above windows that burnt: about every third, wider and fainter the higher it licked."""
    bay, storey = np.where(x < 2, x + 42.0, x - 10.0) / 3.2, (y - 2.25) / 2.8
    burnt = np.sin(np.floor(bay) * 12.9 + np.floor(storey) * 78.2) > 0.1
    aside, up = np.abs(np.mod(bay, 1) - 0.5), np.mod(storey, 1)
    return np.where(burnt, smooth(0.30, 0.05, aside - 0.12 * up + 0.06 * stain) * (1 - 0.8 * up), 0)


def _ground(spots: Spots, x: Grid, y: Grid, z: Grid) -> None:
    """Mud and dust; puddles where the yard is lowest; the ruts of heavy wheels."""
    mud, dust = np.array([0.115, 0.095, 0.075], np.float32), np.array([0.30, 0.28, 0.255], np.float32)
    patches = at(fractal(23, 1.5), x * 6, z * 6)
    rut = smooth(0.55, 0.2, np.abs(np.abs(x + 0.55 * z - 9.5 + 0.7 * patches) - 1.0)) * smooth(30, 18, z)
    pale = (smooth(0.25, 2.2, y) * 0.8 + 0.35 * smooth(-0.2, 1.2, patches) - 0.35 * rut).clip(0, 1)[:, None]
    ground = spots.land
    spots.colour[ground] = (mud * (1 - pale) + dust * pale)[ground]
    spots.rough[ground] = 0.42
    hollow = at(fractal(26, 1.5), x * 7 + 60, z * 11)
    wet = ground & (z < 29) & (y < 0.6) & (hollow + 0.6 * rut > 0.75)
    damp = (ground & (z < 29))[:, None] * smooth(0.1, 0.75, hollow + 0.6 * rut)[:, None]
    spots.colour *= 1 - 0.5 * damp
    spots.colour[wet], spots.surface[wet], spots.rough[wet] = 0.03, Surface.GLASS, 0.03
    spots.normal[wet] = [0.0, 1.0, 0.0]
