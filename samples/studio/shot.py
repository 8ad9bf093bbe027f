"""One photograph: world, land, light and sky come together on the film."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from studio import sky as skies
from studio.camera import Camera
from studio.film import Film, develop, resized
from studio.land import Land, slopes, survey
from studio.light import Shadows, Shelter, Sun
from studio.noise import Grid
from studio.raster import Seen, look, normals
from studio.spots import Lamp, Spots, drown, lamplight, ripples, textured
from studio.world import Surface, World

OVERSAMPLING = 1.2
"""Pixels on the negative for one on the print: what softens the edges."""


Weather = Callable[[Spots], None]
"""Changes the colours (and surfaces) of spots: snow, soot, dirt, what grows on the land."""


@dataclass(frozen=True)
class Shot:
    """All that makes one picture. `haze` is (colour, share lost per metre); `water` the height of a water surface,
    and nothing nearer than `shore` metres is mirrored in it."""

    world: World
    camera: Camera
    sky: skies.Sky
    sun: Sun = field(default_factory=Sun)
    film: Film = field(default_factory=Film)
    land: Land | None = None
    weather: Weather | None = None
    lamps: tuple[Lamp, ...] = ()
    haze: tuple[skies.Colour, float] = ((0.6, 0.65, 0.72), 0.001)
    ambient: float = 0.75
    water: float | None = None
    ripple: float = 1.0
    shore: float = 0.0
    water_colour: skies.Colour = (0.03, 0.05, 0.05)
    smoke: Callable[[Grid, Grid, Camera], Grid] | None = None

    def sized(self, width: int) -> Shot:
        """The same picture on a smaller film."""
        height = round(self.camera.height * width / self.camera.width)
        return replace(self, camera=replace(self.camera, width=width, height=height))


def take(shot: Shot, width: int = 1600) -> Image.Image:
    """Expose and develop a shot: an RGB picture `width` pixels wide."""
    small = shot.sized(width).camera
    large = shot.sized(round(width * OVERSAMPLING)).camera
    studio = _Studio(shot)
    return develop(studio.expose(large), (small.width, small.height), shot.film)


class _Studio:
    """The maps that serve every exposure of one shot."""

    def __init__(self, shot: Shot) -> None:
        self.shot = shot
        self.quads = shot.world.quads
        self.normals = normals(self.quads).astype(np.float32)
        self.colours, self.traits = shot.world.colours, shot.world.traits
        casting = self.quads[np.isin(self.traits[:, 0], [Surface.MATTE, Surface.LEAF, Surface.GLOSS, Surface.GLASS])]
        self.shadows = Shadows(shot.sun, casting)
        self.shelter = Shelter(shot.sun, casting, shot.land)
        lying = (self.traits[:, 2] < 1) & (np.abs(self.normals[:, 1]) > 0.9)
        self.mirrored_too = ~lying & (shot.camera.seen(self.quads)[..., 2].min(axis=1) > shot.shore)
        self.rng = np.random.default_rng(5)

    def expose(self, camera: Camera) -> Grid:
        """The light on the film: (height, width, 3)."""
        spots = self.spots(camera)
        light, ahead = self.backdrop(camera), np.full(camera.height * camera.width, np.inf, np.float32)
        flat = light.reshape(-1, 3)
        if self.shot.weather is not None:
            self.shot.weather(spots)
        colour = self.lit(spots, camera)
        flat[spots.where], ahead[spots.where] = self.hazed(colour, spots.ahead), spots.ahead
        water = spots.surface == Surface.WATER
        if water.any() and camera.up > 0:
            flat[spots.where[water]] = self.reflected(spots, water, camera)
        if self.shot.smoke is not None:
            return self.shot.smoke(light, ahead.reshape(camera.height, camera.width), camera)
        return light

    def spots(self, camera: Camera) -> Spots:
        """What each pixel shows: faces, and land where it lies nearer."""
        chosen = np.flatnonzero(self.mirrored_too) if camera.up < 0 else np.arange(len(self.quads))
        seen = look(self.quads[chosen], self.traits[chosen, 2], self.traits[chosen, 3], camera)
        seen = replace(seen, face=chosen[seen.face].astype(np.int32))
        if self.shot.land is not None:
            seen = self._with_land(self.shot.land, camera, seen)
        where, ahead, face = seen.where, seen.ahead, seen.face
        side_x, side_y, side_z = camera.rays(
            (where % camera.width).astype(np.float32), (where // camera.width).astype(np.float32)
        )
        points = np.stack([side_x * ahead, side_y * ahead, side_z * ahead], axis=1) + np.asarray(camera.eye, np.float32)
        land = face < 0
        normal = self.normals[face]
        if land.any() and self.shot.land is not None:
            normal[land] = slopes(self.shot.land, points[land, 0], points[land, 2], ahead[land])
        facing = normal[:, 0] * side_x + normal[:, 1] * side_y + normal[:, 2] * side_z
        normal[facing > 0] *= -1
        colour, traits = self.colours[face], self.traits[face]
        colour[land], traits[land] = 0.2, [Surface.MATTE, 0.25, 0, 0]
        spots = Spots(where, points, normal, colour, traits[:, 0].copy(), traits[:, 1].copy(), ahead, land)
        if self.shot.water is not None and camera.up > 0:
            drown(spots, camera, side_y, self.shot.water)
        return spots

    def _with_land(self, land: Land, camera: Camera, seen: Seen) -> Seen:
        """What is seen once the land has come between: its pixels have the face -1."""
        depth = np.full(camera.width * camera.height, np.inf, np.float32)
        names = np.full(camera.width * camera.height, -2, np.int32)
        depth[seen.where], names[seen.where] = seen.ahead, seen.face
        land_where, land_ahead = survey(land, camera, self.shot.water, self.shot.shore)
        nearer = land_ahead < depth[land_where]
        depth[land_where[nearer]], names[land_where[nearer]] = land_ahead[nearer], -1
        where = np.flatnonzero(names > -2)
        return Seen(where, names[where], depth[where])

    def backdrop(self, camera: Camera) -> Grid:
        """The sky on the whole film, painted at half its size: it is soft."""
        half = replace(camera, width=camera.width // 2, height=camera.height // 2)
        across, down = np.meshgrid(np.arange(half.width, dtype=np.float32), np.arange(half.height, dtype=np.float32))
        colour = skies.paint(self.shot.sky, *self._spread(half.rays(across, down)), tuple(self.shot.sun.direction))
        return resized(colour, camera.width, camera.height)

    @staticmethod
    def _spread(rays: tuple[Grid, Grid, Grid]) -> tuple[Grid, Grid, Grid]:
        x, y, z = np.broadcast_arrays(*rays)
        return x, y, z

    def lit(self, spots: Spots, camera: Camera) -> Grid:
        """The light that spots send to the camera."""
        shot = self.shot
        skin, bumps = textured(spots)
        toward = spots.normal @ shot.sun.direction.astype(np.float32)
        leaf = spots.surface == Surface.LEAF
        toward = np.where(leaf, 0.35 + 0.5 * np.abs(toward), np.maximum(toward, 0)) * np.maximum(1 + bumps, 0)
        sunlit = toward * self.shadows.lit(spots.points, self.rng)
        level = (0.62 + 0.38 * spots.normal[:, 1]) * shot.ambient * self.shelter.open_sky(spots.points)
        level *= 1 + 0.4 * bumps
        above = 0.45 * np.asarray(shot.sky.top) + 0.3 * np.asarray(shot.sky.low) + 0.25 * np.asarray(shot.sky.bright)
        light = level[:, None] * above.astype(np.float32) + sunlit[:, None] * np.asarray(shot.sun.light, np.float32)
        for lamp in shot.lamps:
            light += lamplight(lamp, spots)
        colour = skin * light
        glow = spots.surface == Surface.GLOW
        colour[glow] = spots.colour[glow]
        self.shine(colour, spots, sunlit, camera)
        return colour

    def shine(self, colour: Grid, spots: Spots, sunlit: Grid, camera: Camera) -> None:
        """Add to glass and gloss what they mirror of sky and sun."""
        shiny = np.flatnonzero((spots.surface == Surface.GLASS) | (spots.surface == Surface.GLOSS))
        if not len(shiny):
            return
        view = spots.points[shiny] - np.asarray(camera.eye, np.float32)
        view /= np.linalg.norm(view, axis=1, keepdims=True)
        normal = spots.normal[shiny]
        facing = -(view * normal).sum(axis=1, keepdims=True)
        mirror = view + 2 * facing * normal
        sky = skies.paint(self.shot.sky, mirror[:, 0], mirror[:, 1], mirror[:, 2], tuple(self.shot.sun.direction))
        low = np.clip(0.5 + mirror[:, 1:2] * 4, 0.25, 1)
        glass = (spots.surface[shiny] == Surface.GLASS)[:, None]
        share = np.where(glass, 0.10, 0.03) + np.where(glass, 0.75, 0.4) * (1 - np.clip(facing, 0, 1)) ** 4
        sharp = np.maximum(mirror @ self.shot.sun.direction.astype(np.float32), 0)[:, None] ** 30
        sparkle = sharp * sunlit[shiny][:, None] * np.asarray(self.shot.sun.light, np.float32) * 0.35
        colour[shiny] = colour[shiny] * (1 - share) + sky * low * share + sparkle

    def hazed(self, colour: Grid, ahead: Grid) -> Grid:
        """Colours with the air in front of them."""
        air, loss = self.shot.haze
        clear = np.exp(-ahead * np.float32(loss))[:, None]
        return colour * clear + np.asarray(air, np.float32) * (1 - clear)

    def reflected(self, spots: Spots, water: NDArray[np.bool_], camera: Camera) -> Grid:
        """Water: what the camera under it sees, shaken by ripples, over the water's own colour."""
        level = float(self.shot.water or 0.0)
        below = camera.mirrored(level, 0.5)
        mirror = self.expose(below)
        points, ahead = spots.points[water], spots.ahead[water]
        aside, along = (wave * self.shot.ripple for wave in ripples(points, ahead))
        where = spots.where[water]
        across = where % camera.width * 0.5 + aside * below.width * 0.006
        down = where // camera.width * 0.5 + along * below.width * 0.022
        column = across.clip(0, below.width - 1).astype(np.int32)
        row = down.clip(0, below.height - 1).astype(np.int32)
        drop = np.asarray(camera.eye[1] - level, np.float32) / np.maximum(ahead, 0.1)
        share = np.clip(0.16 + 0.84 * (1 - np.clip(drop / np.sqrt(1 + drop**2), 0, 1)) ** 3, 0, 0.95)[:, None]
        own = np.asarray(self.shot.water_colour, np.float32)
        light = own * (1 + 0.5 * along[:, None]).clip(0.3, 2) * (1 - share) + mirror[row, column] * share
        return self.hazed(light, ahead)
