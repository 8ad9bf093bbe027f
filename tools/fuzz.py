"""Mutate real and built files and hand them to our own parsers: nothing but a result may come back.

    python -m tools.fuzz --seconds 60             each parser for so long
    python -m tools.fuzz --runs 200000 --only xmp so many runs

A parser is registered in TARGETS by its name, with what finds its seeds in a photo. What made one stumble is written
into the working folder as fuzz-NAME-NUMBER.bin, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.data import SHARED
from provenance.feeds.document import Kind
from provenance.media.containers.layout import Layout
from provenance.media.containers.walk import lay_out
from provenance.media.exif import read_exif
from provenance.media.formats import sniff
from provenance.media.iim import read_iim
from provenance.media.inside import look_inside
from provenance.media.photoshop import iptc_blocks
from provenance.media.xmp import read_xmp
from provenance.model.inside import BlockKind
from provenance.model.limits import LIMITS
from tools.fuzz_credentials import MANIFEST, certificates, lists, stores, take_list
from tools.fuzz_documents import answers, documents, notices, read_as, read_as_notice, take_answer

BUILDERS = Path(__file__).resolve().parents[1] / "tests"
"""Where the builders of files for tests stand."""
SLOW = 2.0
"""Seconds after which a parser counts as hanging; the largest genuine blocks take a twentieth."""
LARGEST = 256 * 1024
"""Seeds in bytes; larger ones only make the runs fewer."""
READ = LIMITS.read


@dataclass(frozen=True)
class Target:
    """A parser, and the seeds that a photo holds for it, which gets the photo's bytes and its walked container.

    `own` are seeds that no photo holds.
    """

    parse: Callable[[bytes], object]
    seeds: Callable[[bytes, Layout | None], Iterable[bytes]] = lambda _data, _layout: ()
    own: Callable[[], list[bytes]] = list


def blocks(kind: BlockKind) -> Callable[[bytes, Layout | None], Iterable[bytes]]:
    """Seeds that are blocks of one kind."""
    return lambda _data, layout: [block.data for block in layout.of(kind)] if layout else []


def iim_blocks(_data: bytes, layout: Layout | None) -> Iterable[bytes]:
    """Seeds that stand in Photoshop's resources."""
    return iptc_blocks(block.data for block in layout.of(BlockKind.PHOTOSHOP)) if layout else ()


def whole_files(data: bytes, _layout: Layout | None) -> Iterable[bytes]:
    """Seeds that are whole files: real ones, and raw files of our own making."""
    return (data,)


TARGETS: dict[str, Target] = {
    "exif": Target(lambda data: read_exif(data, READ), blocks(BlockKind.EXIF)),
    "iim": Target(lambda data: read_iim(data, READ), iim_blocks),
    "xmp": Target(lambda data: read_xmp(data, READ), blocks(BlockKind.XMP)),
    "photoshop": Target(lambda data: list(iptc_blocks([data])), blocks(BlockKind.PHOTOSHOP)),
    "container": Target(lambda data: look_inside(data, READ, pictures=False), whole_files),
    "thumbnails": Target(lambda data: look_inside(data, READ, pictures=True), whole_files),
    **{
        kind.value: Target(partial(read_as, kind), own=partial(documents, kind))
        for kind in (Kind.NEWSML, Kind.NINJS, Kind.PAGE, Kind.TEXT, Kind.TABLE, Kind.SIDECAR)
    },
    "credentials": Target(partial(certificates, manifest=MANIFEST), own=stores),
    "list": Target(take_list, own=lists),
    "notice": Target(read_as_notice, own=notices),
    "answer": Target(take_answer, own=answers),
}


def main() -> int:
    """Fuzz what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--runs", type=int, default=0, help="instead of seconds")
    parser.add_argument("--nightly", action="store_true", help="an hour each, other mutations every day")
    parser.add_argument("--only", default=",".join(TARGETS))
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    if options.nightly:
        options.seconds, options.seed = 3600.0, datetime.now(UTC).toordinal()
    photos = [(data, lay_out(data, kind, READ) if (kind := sniff(data)) else None) for data in photo_files()]
    return max(fuzz(name, photos, options) for name in options.only.split(","))


def photo_files() -> list[bytes]:
    """Built files, and the shared ones where they are there."""
    sys.path.insert(0, str(BUILDERS))
    from builders import containers
    from builders.files import a_heic, a_jpeg, a_png, a_tiff, a_webp, an_avif

    built = a_jpeg(
        taken="2022:04:07 10:00:00",
        gps=(50.64, 29.92, -12.0),
        artist="Zoë Halder",
        iptc={"2:120": "A ferry leaves Lower Marren.", "2:55": "20220407", "2:25": ["ferry", "river"]},
        xmp={"dc:creator": ["Zoë Halder"], "photoshop:DateCreated": "2022-04-07T10:00:00+02:00"},
    )
    scene = containers.a_raw_scene().resize((120, 80))
    makers = (
        containers.a_dng,
        containers.a_nef,
        containers.a_cr2,
        containers.a_cr3,
        containers.an_arw,
        containers.a_raf,
    )
    raws = [make(scene) for make in makers]
    others = [build(scene) for build in (a_png, a_webp, a_tiff, a_heic, an_avif)]
    shared = [path for name in ("exif", "wire") for path in sorted((SHARED / name).glob("*"))]
    return [built, *raws, *others, *(path.read_bytes() for path in shared if path.is_file())]


def fuzz(name: str, photos: list[tuple[bytes, Layout | None]], options: argparse.Namespace) -> int:
    """Run one parser; 1 where it stumbled or hung."""
    target, chance = TARGETS[name], random.Random(options.seed)
    seeds = [seed for data, layout in photos for seed in target.seeds(data, layout) if 0 < len(seed) <= LARGEST]
    seeds += target.own()
    end, runs, failures = time.monotonic() + options.seconds, 0, 0
    while runs < options.runs if options.runs else time.monotonic() < end:
        data = mutated(chance.choice(seeds), chance)
        began = time.monotonic()
        try:
            target.parse(data)
            trouble = "" if time.monotonic() - began < SLOW else "took too long"
        except Exception as error:  # noqa: BLE001 - to find these is what it is for
            trouble = f"raised {type(error).__name__}"
        if trouble:
            failures += 1
            Path(f"fuzz-{name}-{runs}.bin").write_bytes(data)
            print(f"{name}: run {runs} {trouble}")
        runs += 1
    print(f"{name}: {runs:,} runs on {len(seeds)} seeds, {failures} failures")
    return int(failures > 0)


def mutated(seed: bytes, chance: random.Random) -> bytes:
    """A copy with bytes changed, cut out, put in or copied about, a few at a time."""
    data = bytearray(seed)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if not data:
            break
        kind, at = chance.random(), chance.randrange(len(data))
        if kind < 0.5:
            data[at] = chance.choice((0x00, 0xFF, 0x80, chance.randrange(256)))
        elif kind < 0.7:
            del data[at : at + chance.randrange(1, 32)]
        elif kind < 0.85:
            data[at:at] = chance.randbytes(chance.randrange(1, 16))
        else:
            other = chance.randrange(len(data))
            data[at : at + 8] = data[other : other + 8]
    return bytes(data)


if __name__ == "__main__":
    sys.exit(main())
