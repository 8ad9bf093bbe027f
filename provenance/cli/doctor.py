"""prov doctor"""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING

import typer

from provenance.cli.options import ArchiveOption, JsonOption

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.model.doctor import Point
    from provenance.model.trust import TrustList

_NEEDED = ("pillow", "pillow-heif", "imagehash", "exifread", "opencv-python-headless", "tantivy")


def doctor(context: typer.Context, json: JsonOption = False, archive: ArchiveOption = None) -> None:
    """Does everything that prov needs work here? Looks, and changes nothing.

    It starts a worker and says how well files of strangers are kept apart, names the versions of what opens them, and
    looks at the archive. Exit code 1: something needs attention.
    """
    from provenance.cli.output import say, say_json
    from provenance.model.doctor import Health
    from provenance.report.doctor import doctor_object, render_doctor

    points = [
        _program(),
        _isolation(),
        *_packages(),
        _raw(),
        _credentials(archive or context.obj),
        _gazetteer(),
        _model(),
        _archive(archive or context.obj),
    ]
    if json:
        say_json(doctor_object(points))
    else:
        say(render_doctor(points))
    raise typer.Exit(1 if any(one.health is Health.BAD for one in points) else 0)


def _program() -> Point:
    from provenance import __version__
    from provenance.model.doctor import Health, Point

    said = f"prov {__version__} with Python {platform.python_version()} on {platform.system()} ({platform.machine()})."
    return Point("program", Health.GOOD, said)


def _isolation() -> Point:
    from provenance.cli.processes import opener
    from provenance.errors import ProvenanceError
    from provenance.model.doctor import Health, Point
    from provenance.model.isolation import Isolation

    try:
        isolation = opener().isolation
    except ProvenanceError as error:
        return Point("isolation", Health.BAD, error.sentence, "No photo can be opened. Look at memory and processes.")
    if isolation is Isolation.FULL:
        said = "full. Photos are opened in a process that can open no file, no connection and no program."
        return Point("isolation", Health.GOOD, said)
    if isolation is Isolation.LIMITS:
        said = "limits. Photos are opened in a process of their own, limited in memory and time, but not shut in."
        hint = "Linux with libseccomp shuts it in: install the package libseccomp2 of your distribution."
        return Point("isolation", Health.NOTE, said, hint if platform.system() == "Linux" else "")
    said = "none. Photos are opened in the program itself: this platform cannot hand open files to another process."
    return Point("isolation", Health.NOTE, said, "Check photos of strangers on Linux or macOS.")


def _packages() -> Iterator[Point]:
    from provenance.model.doctor import Health, Point

    found = []
    for name in _NEEDED:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            yield Point(
                "packages", Health.BAD, f"The package {name} is missing.", "Install prov again, with its packages."
            )
    yield Point("packages", Health.GOOD, ", ".join(found) + ".")


def _raw() -> Point:
    from provenance.model.doctor import Health, Point

    if find_spec("rawpy") is None:
        said = "Raw files are read by the preview in them; those without one are not developed."
        return Point("raw files", Health.GOOD, said, "To develop them as well: pip install rawpy")
    return Point(
        "raw files", Health.GOOD, f"Those without a preview are developed by rawpy {metadata.version('rawpy')}."
    )


def _credentials(named: Path | None) -> Point:
    """Whether a worker can judge content credentials, tried on a file with some that are empty; and by which lists."""
    from provenance.errors import ProvenanceError
    from provenance.model.doctor import Health, Point
    from provenance.report.trust import lists_words

    try:
        runs = _reads_credentials()
    except ProvenanceError as error:
        return Point("credentials", Health.BAD, error.sentence, error.hint)
    if not runs:
        said = "The library that judges content credentials does not run here: files that have some are only named."
        return Point("credentials", Health.NOTE, said, "Install prov again, or check such files on another computer.")
    lists = _lists(named)
    said = f"c2pa-python {metadata.version('c2pa-python')} judges them; nothing is fetched. {lists_words(lists)}"
    return Point("credentials", Health.GOOD, said, "" if lists else "prov trust import LIST.pem --name NAME")


def _reads_credentials() -> bool:
    from provenance.cli.processes import opener
    from provenance.media.credentials import NO_READER, PROBE
    from provenance.media.worker.handed import hand_over
    from provenance.model.limits import LIMITS

    with hand_over([PROBE]) as content:
        _format, _facts, problems = opener().read_facts(content, LIMITS.read)
    return all(one.kind != NO_READER for one in problems)


def _lists(named: Path | None) -> tuple[TrustList, ...]:
    """The lists in the archive; what is wrong with that is told of the archive."""
    from provenance.errors import ProvenanceError
    from provenance.settings import Settings
    from provenance.store.archive import Archive
    from provenance.workflows.trust import every_list

    try:
        with Archive.open(Settings.from_environment(named, os.environ).archive) as opened:
            return every_list(opened)
    except ProvenanceError:
        return ()


def _gazetteer() -> Point:
    from provenance.model.doctor import Health, Point
    from provenance.settings import cache_folder
    from provenance.store.gazetteer import path_in

    folder = cache_folder(os.environ)
    if path_in(folder).is_file():
        return Point("gazetteer", Health.GOOD, f"The names of places are ready in {folder}.")
    if _writable(folder):
        said = f"The names of places are not built yet; the first command that reads a caption does it, in {folder}."
        return Point("gazetteer", Health.GOOD, said)
    said = f"The folder {folder} cannot be written to, so the names of places are built anew for every command."
    return Point("gazetteer", Health.NOTE, said, "Name a folder that can: PROV_CACHE=FOLDER")


def _writable(folder: Path) -> bool:
    nearest = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    return os.access(nearest, os.W_OK)


def _model() -> Point:
    from provenance.errors import ProvenanceError
    from provenance.model.doctor import Health, Point
    from provenance.settings import model_settings

    try:
        settings = model_settings(os.environ)
    except ProvenanceError as error:
        return Point("language model", Health.BAD, error.sentence, error.hint)
    if settings is None:
        return Point("language model", Health.GOOD, "None is asked. Nothing leaves this machine.")
    said = f"Captions are sent to {settings.url}, because PROV_MODEL_URL names it."
    return Point("language model", Health.NOTE, said, "To send nothing, unset PROV_MODEL_URL.")


def _archive(named: Path | None) -> Point:
    from provenance.errors import ArchiveNotFoundError, ProvenanceError
    from provenance.model.doctor import Health, Point
    from provenance.report.wording import count
    from provenance.settings import Settings
    from provenance.store.archive import Archive

    try:
        settings = Settings.from_environment(named, os.environ)
        with Archive.open(settings.archive) as opened:
            info = opened.info()
    except ArchiveNotFoundError:
        return Point(
            "archive", Health.GOOD, f"There is none yet in {settings.archive}.", "prov ingest FOLDER makes it."
        )
    except ProvenanceError as error:
        return Point("archive", Health.BAD, error.sentence, error.hint)
    if info.health:
        return Point("archive", Health.BAD, f"{info.path} is damaged: {info.health[0]}", "Run: prov archive check")
    hint = "Crops and screenshots of some are not found yet. Run: prov archive reindex" if info.behind else ""
    said = f"{count(info.photos, 'photo')} in {info.path}."
    return Point("archive", Health.NOTE if hint else Health.GOOD, said, hint)
