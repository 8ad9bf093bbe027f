"""From light to a print: exposure, bloom, tone, colour, vignette and grain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from studio.noise import Grid


@dataclass(frozen=True)
class Film:
    """How a picture is developed. `warmth` above 0 is yellower; `bloom` is the share of light that spreads."""

    exposure: float = 1.0
    contrast: float = 1.0
    saturation: float = 1.0
    warmth: float = 0.0
    bloom: float = 0.06
    vignette: float = 0.28
    grain: float = 0.006
    lift: float = 0.0
    seed: int = 1


def develop(light: Grid, size: tuple[int, int], film: Film) -> Image.Image:
    """Linear light (height, width, 3) of any size to an 8-bit RGB picture of `size`."""
    bands = [Image.fromarray(np.ascontiguousarray(light[..., band].clip(0, 30))) for band in range(3)]
    small = np.stack([np.asarray(band.resize(size, Image.Resampling.BOX)) for band in bands], axis=-1)
    small = (small + film.bloom * (_spread(small) - small)) * film.exposure
    small *= np.array([1 + film.warmth, 1, 1 - film.warmth], np.float32)
    small *= _vignette(size, film.vignette)
    print_ = _tone(small) ** np.float32(1 / 2.2)
    grey = print_ @ np.array([0.3, 0.59, 0.11], np.float32)
    print_ = grey[..., None] + (print_ - grey[..., None]) * film.saturation
    print_ = (print_ - 0.45) * film.contrast + 0.45 + film.lift * (1 - print_)
    print_ += _grain(size, film)[..., None]
    picture = Image.fromarray((print_.clip(0, 1) * 255 + 0.5).astype(np.uint8))
    return picture.filter(ImageFilter.UnsharpMask(0.8, 45, 2))


def _tone(light: Grid) -> Grid:
    """The curve of K. Narkowicz, "ACES filmic tone mapping curve" (2015)."""
    return np.clip(light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14), 0, 1)


def _spread(light: Grid) -> Grid:
    height, width = light.shape[:2]
    bands = []
    for band in range(3):
        whole = Image.fromarray(np.ascontiguousarray(light[..., band].clip(0, 12)))
        total = np.zeros((height, width), np.float32)
        for parts in (14, 40, 90):
            small = whole.resize((max(2, width // parts), max(2, height // parts)), Image.Resampling.BOX)
            total += np.asarray(small.resize((width, height), Image.Resampling.BICUBIC)) / 3
        bands.append(total)
    return np.stack(bands, axis=-1)


def _vignette(size: tuple[int, int], strength: float) -> Grid:
    across, down = np.linspace(-1, 1, size[0], dtype=np.float32), np.linspace(-1, 1, size[1], dtype=np.float32)
    square = across[None, :] ** 2 + down[:, None] ** 2 * 0.8
    return (1 - strength * (square / 1.8) ** 1.4)[..., None]


def _grain(size: tuple[int, int], film: Film) -> Grid:
    rng = np.random.default_rng(film.seed)
    noise = rng.standard_normal((size[1], size[0]), dtype=np.float32)
    soft = (noise + np.roll(noise, 1, 0) + np.roll(noise, 1, 1) + np.roll(noise, (1, 1), (0, 1))) / 2
    return soft * np.float32(film.grain)


def resized(light: Grid, width: int, height: int) -> Grid:
    """A picture of floating point light at another size."""
    bands = [
        Image.fromarray(np.ascontiguousarray(light[..., band])).resize((width, height), Image.Resampling.BILINEAR)
        for band in range(light.shape[2])
    ]
    return np.stack([np.asarray(band) for band in bands], axis=-1)
