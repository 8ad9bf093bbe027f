"""The gazetteer: towns, districts and regions by their names, in a small file that is built once and then only read.

It lies in the cache folder and may be deleted at any time. Its name tells its layout and what it was made of, so that
another version gets a file of its own. What fills it stands in `gazetteer_rows.py`.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import TypeVar

from provenance.errors import GazetteerError
from provenance.model.places import Spot, SpotKind, plain, reduced
from provenance.store.gazetteer_near import around, nearest
from provenance.store.gazetteer_rows import MADE_OF, SCHEMA, exactly, name_rows, spot_rows

LAYOUT = 4
"""Raised whenever the file's layout, the keys of names, or what it is made of changes."""
MOST = 24
"""The most spots that one name is answered with."""
REMEMBERED = 20_000
"""Names whose answers are kept in memory."""
_ASKED_AT_ONCE = 400
_SEARCH = """
SELECT n.spelling, n.exact, n.own, s.name, s.kind, s.country, s.region, s.latitude, s.longitude, s.population,
       s.district, s.radius, s.other_names
FROM name n JOIN spot s ON s.id = n.spot WHERE n.spelling IN ({marks})
ORDER BY (s.population + 1000) * (s.other_names + 3) * (1 + 2 * n.own)
         * CASE s.kind WHEN 'town' THEN 3 WHEN 'region' THEN 1 ELSE 0.3 END DESC, s.id
"""
Progress = Callable[[str], None]
_Answer = tuple[tuple[int, Spot], ...]
_T = TypeVar("_T")


class FileGazetteer:
    """An open gazetteer. It is opened, and built where that is needed, when it is first asked.

    Where the cache folder cannot be written, the file is built in a temporary folder for this run, and said so.
    `builder` puts a whole file at a path; it is `build` unless another one is given.
    """

    def __init__(
        self,
        folder: Path,
        progress: Progress = lambda words: None,
        builder: Callable[[Path, Progress], None] | None = None,
    ) -> None:
        self._folder = folder
        self._build = builder or build
        self._progress = progress
        self._connection: sqlite3.Connection | None = None
        self._temporary: Path | None = None
        self._known: dict[str, _Answer] = {}

    def find(self, names: Iterable[str]) -> Mapping[str, tuple[Spot, ...]]:
        """See captions.gazetteer.Gazetteer. Raises GazetteerError where it can neither be read nor built."""
        wanted = {name: plain(name) for name in names}
        keys = {key: reduced(key) for key in wanted.values() if key}
        missing = sorted({key for key in keys.values() if key and key not in self._known})
        if missing:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            self._known.update(self._looked_up(missing))
        found = {name: self._answer(key, keys.get(key, "")) for name, key in wanted.items()}
        return {name: spots for name, spots in found.items() if spots}

    def near(self, latitude: float, longitude: float, within: float) -> tuple[Spot, ...]:
        """See captions.gazetteer.Gazetteer. Raises GazetteerError where it can neither be read nor built."""
        return nearest(
            self._asked(lambda: around(self._open(), latitude, longitude, within)), latitude, longitude, within
        )

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)
            self._temporary = None

    def _answer(self, key: str, spelling: str) -> tuple[Spot, ...]:
        """Those that are called just so, then those whose spelling meets it."""
        answers = self._known.get(spelling, ())
        exact = exactly(key)
        same = (spot for code, spot in answers if code == exact)
        others = (spot for code, spot in answers if code != exact)
        return tuple(dict.fromkeys((*same, *others)))[:MOST]

    def _looked_up(self, keys: list[str]) -> dict[str, _Answer]:
        return self._asked(lambda: _ask(self._open(), keys))

    def _asked(self, question: Callable[[], _T]) -> _T:
        try:
            return question()
        except (sqlite3.Error, ValueError):  # damaged since it was built: it is derived, so it is built again
            self.close()
            with suppress(OSError):
                path_in(self._folder).unlink()
        try:
            return question()
        except (sqlite3.Error, ValueError) as error:
            raise _unusable(self._folder) from error

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            path = path_in(self._folder)
            if not _is_whole(path):
                path = self._built(path)
            self._connection = _read_only(path)
        return self._connection

    def _built(self, path: Path) -> Path:
        self._progress("Building the gazetteer of place names (once, some ten seconds)...")
        try:
            self._build(path, self._progress)
        except GazetteerError as error:
            self._temporary = Path(tempfile.mkdtemp(prefix="prov-gazetteer-"))
            atexit.register(self.close)
            path = path_in(self._temporary)
            self._progress(f"{error.sentence} It is kept for this run only. {error.hint}")
            self._build(path, self._progress)
        return path


def path_in(folder: Path) -> Path:
    """The file in a cache folder, whether it is there or not."""
    return folder / f"gazetteer-{LAYOUT}-{'-'.join(metadata.version(name) for name in MADE_OF)}.sqlite"


def build(path: Path, progress: Progress = lambda words: None) -> None:
    """Build the file beside its place and move it there: a kill, or another builder, leaves nothing half-made.

    Raises GazetteerError where it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(prefix="gazetteer-", suffix=".new", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise _unusable(path.parent) from error
    try:
        with closing(sqlite3.connect(made, isolation_level=None)) as connection:
            _fill(connection, progress)
        os.replace(made, path)
    except (OSError, sqlite3.Error) as error:
        raise _unusable(path.parent) from error
    except (ValueError, LookupError) as error:
        raise GazetteerError(
            f"The packages that the gazetteer is made of ({', '.join(MADE_OF)}) hold something else than they should.",
            "Install the versions that constraints.txt names.",
        ) from error
    finally:
        with suppress(OSError):
            os.unlink(made)


def _fill(connection: sqlite3.Connection, progress: Progress) -> None:
    connection.executescript(SCHEMA)
    connection.execute("BEGIN")
    spots = spot_rows(progress)
    connection.executemany("INSERT INTO spot VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (spot.row for spot in spots))
    connection.executemany("INSERT INTO raw VALUES (?, ?, ?, ?)", name_rows(spots, progress))
    progress("Writing it...")
    connection.execute(
        "INSERT INTO name SELECT spelling, exact, spot, max(own) FROM raw"
        " GROUP BY spelling, exact, spot ORDER BY spelling, exact, spot"
    )
    connection.execute(
        "UPDATE spot SET other_names = raw.names FROM (SELECT spot, count(*) AS names FROM raw GROUP BY spot) AS raw"
        " WHERE raw.spot = spot.id"
    )
    connection.execute("DROP TABLE temp.raw")
    connection.execute(f"PRAGMA user_version = {LAYOUT}")
    connection.execute("COMMIT")


def _ask(connection: sqlite3.Connection, keys: list[str]) -> dict[str, _Answer]:
    """Every key asked for, with what is called so, the likeliest first."""
    found: dict[str, list[tuple[int, Spot]]] = {key: [] for key in keys}
    for start in range(0, len(keys), _ASKED_AT_ONCE):
        some = keys[start : start + _ASKED_AT_ONCE]
        asked = _SEARCH.format(marks=", ".join("?" * len(some)))
        for key, exact, own, name, kind, *rest in connection.execute(asked, some):
            if len(found[key]) < 4 * MOST:
                spot = Spot(name, SpotKind(kind), *rest)
                found[key].append((exact, spot if own else replace(spot, called=False)))
    return {key: tuple(spots) for key, spots in found.items()}


def _is_whole(path: Path) -> bool:
    """Whether a file is there, of this layout, and as long as it says it is."""
    try:
        size = path.stat().st_size
        with closing(_read_only(path)) as connection:
            layout, pages, page = (
                connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("user_version", "page_count", "page_size")
            )
    except (OSError, sqlite3.Error):
        return False
    return bool(layout == LAYOUT and pages * page == size)


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _unusable(folder: Path) -> GazetteerError:
    return GazetteerError(
        f"The gazetteer of place names can neither be read nor built in {folder}.",
        "Name a folder that can be written with PROV_CACHE.",
    )
