"""Genuine files with the oddities that genuine files have, as JPEGs with their metadata blocks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

from benchmarks.reposts_stories import STYLES, Story

Datasets = dict[str, str]
Change = Callable[[Story, Datasets], Mapping[str, str]]
"""What an oddity puts in place of the datasets of a file without one; "caption" stands for the caption itself."""

BUREAUS = MappingProxyType({"Ukraine": "Kyiv", "Germany": "Berlin", "India": "New Delhi", "Turkey": "Ankara"})


def _issued_again(story: Story, fields: Datasets) -> Mapping[str, str]:
    again = story.day + timedelta(days=282)
    old = f"File photo dated {story.day:%d-%m-%Y} of a scene in {story.town}."
    return {"caption": f"{old} Issue date: {again:%A %B %d, %Y}. PA Wire.", "2:55": f"{again:%Y%m%d}"}


def _glued(story: Story, fields: Datasets) -> Mapping[str, str]:
    shouted = story.name.upper()
    caption = f"{story.what} in {story.town} on {story.long}. AFP PHOTO / {shouted}{shouted}/AFP"
    return {"caption": caption, "2:110": "AFP/Getty Images"}


def _via(story: Story, fields: Datasets) -> Mapping[str, str]:
    scene = f"{story.what.lower()} in {story.town}. ({story.name}/Xinhua via AP)"
    later = story.day + timedelta(days=2)
    return {
        "caption": f"In this {story.long}, photo released by Xinhua, {scene}",
        "2:110": "AP",
        "2:55": f"{later:%Y%m%d}",
    }


def _shifted(days: int, time: str = "") -> Change:
    def change(story: Story, fields: Datasets) -> Mapping[str, str]:
        return {"2:55": f"{story.day + timedelta(days=days):%Y%m%d}", **({"2:60": time} if time else {})}

    return change


ODDITIES: Mapping[str, Change] = MappingProxyType(
    {
        "date is that of transmission": _shifted(1, "062012+0000"),
        "camera date overwritten": lambda s, f: {"taken": f"{s.day + timedelta(days=81):%Y:%m:%d} 08:31:33"},
        "bogus zone": _shifted(1422, "105206-1052"),
        "issued again": _issued_again,
        "city is the bureau's": lambda s, f: {"2:90": BUREAUS.get(s.country, s.town)},
        "glued credit": _glued,
        "file photo": lambda s, f: {"2:120": f"(FILE PHOTO) {f['2:120']}"},
        "midnight": _shifted(-1, "220000+0000"),
        "code as by-line": lambda s, f: {"2:80": "X00514"},
        "old copyright": lambda s, f: {"2:116": "Copyright 2019. All rights reserved."},
        "headline of last year": lambda s, f: {"2:105": f"{s.what.upper()} {s.day.year - 1}"},
        "via another agency": _via,
        "by-line cut": lambda s, f: {"2:80": f"{s.name} for the Evening Courier"[:32]},
        "country tagged by machine": lambda s, f: {
            "2:90": s.town,
            "2:101": "Spain" if s.country != "Spain" else "Brazil",
        },
        "no date in the caption": lambda s, f: {
            "caption": f"{s.what} in {s.town}. Foto: {s.name}/dpa +++ dpa-Bildfunk +++"
        },
    }
)


def odd_file(odd: str, story: Story, number: int) -> tuple[bytes, str]:
    """A JPEG with the blocks that such a file has, and its caption."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    from builders.files import a_jpeg

    caption = STYLES[story.style](story)
    fields = {"2:120": caption, "2:80": story.name, "2:55": f"{story.day:%Y%m%d}", "2:101": story.country}
    fields |= ODDITIES[odd](story, fields)
    taken = fields.pop("taken", "")
    if "caption" in fields:
        caption = fields["2:120"] = fields.pop("caption")
    exif = {"taken": taken or f"{story.day:%Y:%m:%d} 11:20:30", "modified": taken or None}
    return a_jpeg(seed=1000 + number, iptc=fields, make="Canon", model="R5", **exif), caption
