"""Options that several commands share, and what they resolve to."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from provenance.advisor.subjects import Ask
    from provenance.captions.vocabulary import Vocabulary
    from provenance.matching.words import Words
    from provenance.store.archive import Archive

ArchiveOption = Annotated[
    Path | None,
    typer.Option(
        "--archive", metavar="DIR", help="The archive's folder. Otherwise PROV_ARCHIVE, or your user data folder."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object per line, for scripts.")]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Show everything: all evidence, all captions.")]
SourceOption = Annotated[str, typer.Option("--source", metavar="NAME", help="Who these photos and captions come from.")]
CaptionsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--captions",
        metavar="FILE",
        help="A document with captions: a table with a column for file and caption, NewsML-G2, ninjs, a web page...",
    ),
]


def now() -> datetime:
    """The one reading of the clock."""
    return datetime.now(UTC)


def archive_folder(context: typer.Context, archive: Path | None) -> Path:
    """Where the archive is: the option after the command or before it, the environment, the user data folder."""
    import os

    from provenance.settings import Settings

    return Settings.from_environment(archive or context.obj, os.environ).archive


def open_archive(context: typer.Context, archive: Path | None) -> Archive:
    """The archive for a command that needs one. ArchiveNotFoundError where there is none."""
    from provenance.store.archive import Archive

    return Archive.open(archive_folder(context, archive))


def create_archive(context: typer.Context, archive: Path | None) -> Archive:
    """The archive for a command that may begin one."""
    from provenance.store.archive import Archive

    return Archive.create_or_open(archive_folder(context, archive))


@cache
def vocabulary() -> Vocabulary:
    """The words that captions are read with, loaded once."""
    import os

    from provenance.captions.vocabulary import Vocabulary
    from provenance.cli.output import complain
    from provenance.files import load_vocabulary, load_zones
    from provenance.model.zones import Zones
    from provenance.settings import cache_folder
    from provenance.store.gazetteer import FileGazetteer

    gazetteer = FileGazetteer(cache_folder(os.environ), complain)
    zones = Zones.from_table(load_zones())
    return Vocabulary.from_documents(*load_vocabulary(), gazetteer=gazetteer, zones=zones)


def advisor() -> Ask | None:
    """A way to ask the language model that the settings name; None where they name none."""
    import os

    from provenance.settings import model_settings

    named = model_settings(os.environ)
    if named is None:
        return None
    from functools import partial

    from provenance.advisor.endpoint import Endpoint, ask

    return partial(ask, Endpoint(named.url, named.name, named.key, named.seconds))


@cache
def words() -> Words:
    """The vocabulary of visual words, loaded once."""
    from provenance.files import load_words
    from provenance.matching.words import Words

    return Words.from_bytes(load_words())
