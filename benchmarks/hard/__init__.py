"""Pictures that look alike and are not made from one another: one template each, with different content.

There is no collection of them to measure on, so they are drawn, each from its number alone. Half of each class goes
into the archive, the other half is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from PIL import Image

from benchmarks.hard.calendars import leaf
from benchmarks.hard.charts import chart
from benchmarks.hard.codes import code
from benchmarks.hard.flags import flag
from benchmarks.hard.forms import form
from benchmarks.hard.maps import map_of_a_place
from benchmarks.hard.memes import meme
from benchmarks.hard.newspapers import page
from benchmarks.hard.podiums import podium
from benchmarks.hard.regions import regions
from benchmarks.hard.scoreboards import scoreboard
from benchmarks.hard.screens import screen
from benchmarks.hard.slides import slide
from benchmarks.hard.tables import table
from benchmarks.hard.trends import trend

CLASSES: Mapping[str, Callable[[int], Image.Image]] = MappingProxyType(
    {
        "maps": map_of_a_place,
        "charts": chart,
        "flags": flag,
        "podiums": podium,
        "screens": screen,
        "slides": slide,
        "newspapers": page,
        "codes": code,
        "tables": table,
        "forms": form,
        "calendars": leaf,
        "scoreboards": scoreboard,
        "regions": regions,
        "trends": trend,
        "memes": meme,
    }
)
"""How each class is drawn. The number decides everything, and every number gives another picture."""


def held(number: int) -> bool:
    """Whether the picture of this number goes into the archive; the others are asked."""
    return number % 2 == 0


def write(folder: Path, kind: str, number: int) -> Path:
    """Draw one picture and keep it as a JPEG."""
    target = folder / kind / f"{number:03}.jpg"
    target.parent.mkdir(parents=True, exist_ok=True)
    CLASSES[kind](number).save(target, quality=92)
    return target
