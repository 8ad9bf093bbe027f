"""A second run over an unchanged tree, against `find` asking the system the same of every file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from benchmarks.archives import NOW
from benchmarks.figures import HEADS, Figure, shown, table
from benchmarks.timing import in_turn
from provenance.model.archive import Location, NewPhoto, Pictured
from provenance.model.matching import Fingerprint
from provenance.model.photo import PhotoId, PictureId, Preview
from provenance.store.archive import Archive

PROV = str(Path(sys.executable).with_name("prov"))
SOURCE, STANDING = "own archive", "record"
FOLDER = 1000
"""Files in one folder of the tree."""
GROUP = 5000


def measure(folder: Path, *, quick: bool) -> str:
    """The ratio and both times, in Markdown."""
    count = 10_000 if quick else 100_000
    tree, archive = folder / "tree", folder / "archive"
    _make(tree, archive, count)
    find = shutil.which("find")
    if not find:
        print("A second run was not timed: find, its peer, is not installed.")
        return ""
    environment = {"PROV_ARCHIVE": str(archive)}
    said = subprocess.run(
        [PROV, "ingest", str(tree)], capture_output=True, text=True, check=True, env={**os.environ, **environment}
    ).stdout
    unread = said.startswith((f"0 new, {count} known", f"0 new, {count:,} known"))
    ours, peer, ratio = in_turn(
        [PROV, "ingest", str(tree)],
        [find, str(tree), "-type", "f", "-printf", "%s %T@ %i %p\\n"],
        3 if quick else 7,
        environment,
    )
    note = f"{ours * 1000:.0f} ms against {peer * 1000:.0f} ms"
    what = f"second run over {count:,} unchanged entries, in times of find with the same stat calls"
    figures = [
        Figure(what, "at most 3", f"{ratio:.2f}", ratio <= 3, note),
        Figure("all of them known, none read", "yes", "yes" if unread else "no", unread, said.strip()),
    ]
    print(shown(figures))
    return table(HEADS, [one.cells for one in figures])


def _make(tree: Path, archive: Path, count: int) -> None:
    """Files, and an archive that knows each as it stands; what they hold is no picture, so reading one would tell."""
    for number in range(0, count, FOLDER):
        (tree / f"{number // FOLDER:04}").mkdir(parents=True)
    with Archive.create_or_open(archive) as made:
        for start in range(0, count, GROUP):
            with made.transaction() as writer:
                origin = writer.new_origin(SOURCE, STANDING)
                for number in range(start, min(start + GROUP, count)):
                    relative = f"{number // FOLDER:04}/{number:06}.jpg"
                    file = tree / relative
                    file.write_bytes(b"\xff\xd8\xff no photo %d" % number)
                    photo = _photo(number)
                    info = file.stat()
                    writer.add_photo(photo, NOW)
                    place = Location(os.path.abspath(tree), relative, info.st_size, info.st_mtime_ns, info.st_ino)
                    writer.add_location(photo.id, place, NOW, origin)
                    writer.relate(_picture(number), [])


def _picture(number: int) -> PictureId:
    return PictureId(sha256(b"picture %d" % number).hexdigest())


def _photo(number: int) -> NewPhoto:
    prints = (Fingerprint("pdq", sha256(b"pdq %d" % number).hexdigest(), "pdqhash", "0", 100),)
    pictured = Pictured(_picture(number), 4000, 3000, Preview("JPEG", 1, 1, b"-"), prints, None)
    return NewPhoto(PhotoId(sha256(b"photo %d" % number).hexdigest()), 20, "JPEG", pictured, (), ())
