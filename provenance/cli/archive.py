"""prov archive"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.options import ArchiveOption, JsonOption, archive_folder, now, open_archive, words

app = typer.Typer(help="The archive itself.", rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def about() -> None:
    """The archive itself: where it is, how much it holds, whether it is well; and what keeps it so."""


@app.command()
def info(context: typer.Context, json: JsonOption = False, archive: ArchiveOption = None) -> None:
    """Where the archive is, how many photos it holds, the newest, its size and its health."""
    from provenance.cli.output import say, say_json
    from provenance.report.archive import archive_object, render_archive

    with open_archive(context, archive) as opened:
        told = opened.info()
    if json:
        say_json(archive_object(told))
    else:
        say(render_archive(told))
    raise typer.Exit(5 if told.health else 0)


@app.command()
def check(
    context: typer.Context,
    read_data: Annotated[
        bool, typer.Option("--read-data", help="Read the originals, too, where they stand where they stood.")
    ] = False,
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Look through everything that the archive keeps, and name what is damaged or lost. Changes nothing.

    Exit code 0: nothing is wrong; 5: something is. Originals that were moved away are named, and are no damage.
    """
    from provenance.cli.originals import Originals
    from provenance.cli.output import say, say_json
    from provenance.cli.processes import opener
    from provenance.cli.steps import followed
    from provenance.files import load_words
    from provenance.model.limits import LIMITS
    from provenance.report.archive import damage_object, render_damages
    from provenance.workflows.upkeep import inspect, version_of

    original = Originals(LIMITS.read) if read_data else None
    with open_archive(context, archive) as opened:
        damages = followed(inspect(opened, version_of(load_words()), LIMITS.read, opener(), original))
    if json:
        say_json(damage_object(str(opened.folder), damages, read_data=read_data))
    else:
        say(render_damages(damages))
    raise typer.Exit(5 if any(not one.only_told for one in damages) else 0)


@app.command()
def reindex(
    context: typer.Context,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, max=64, help="How many copies to look for at once.")] = 1,
    archive: ArchiveOption = None,
) -> None:
    """Compute what pictures lack to be found by their parts, from the kept previews; build index and families anew.

    It may be stopped at any time and goes on from there. Checks go on meanwhile; they use the old index until the new
    one is complete.
    """
    from provenance.cli.output import say
    from provenance.cli.processes import opener
    from provenance.cli.renditions import complain_of_slow
    from provenance.cli.steps import followed
    from provenance.files import load_words
    from provenance.model.limits import LIMITS
    from provenance.report.archive import render_damage
    from provenance.store.archive import Archive
    from provenance.workflows.relating import relate_all, settle_all
    from provenance.workflows.renditions import tell_renditions
    from provenance.workflows.upkeep import Describer
    from provenance.workflows.upkeep import reindex as renew

    with Archive.open(archive_folder(context, archive), renew=True) as opened:
        damages = followed(renew(opened, Describer.of(load_words(), LIMITS), LIMITS.read, opener()))
        followed(relate_all(opened, words, LIMITS, opener(), jobs))
        followed(settle_all(opened))
        complain_of_slow(tell_renditions(opened, every=True))
        told = opened.info()
    lines = [*map(render_damage, damages), f"{told.searchable:,} of {told.pictures:,} pictures can be found by parts."]
    say("\n".join(lines))
    raise typer.Exit(5 if damages else 0)


@app.command()
def remap(
    context: typer.Context,
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The folder from which photos were brought in.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The folder in which they stand now.")],
    force: Annotated[bool, typer.Option("--force", help="Even though none of the files stands there.")] = False,
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Tell where originals stand after a disk or a folder got another name. Photos, captions and decisions stay.

    Run prov ingest on the new folder afterwards: what changed on the way is read again.
    """
    from os.path import abspath, lexists

    from provenance.cli.output import say, say_json
    from provenance.report.archive import remapped_object, render_remapped
    from provenance.store.archive import Archive
    from provenance.workflows.remap import remap as move

    with Archive.open(archive_folder(context, archive), renew=True) as opened:
        told = move(opened, abspath(old), abspath(new), lexists, force=force)
    if json:
        say_json(remapped_object(told))
    else:
        say(render_remapped(told))


@app.command()
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write, on another disk.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a backup that stands there.")] = False,
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Write the whole archive into one file, as it is now. Others may go on working meanwhile.

    What was written is compared with the archive, row by row, before the file gets its name.
    """
    from provenance.cli.output import complain_of, say, say_json
    from provenance.cli.steps import bars
    from provenance.report.archive import backup_object, render_backup
    from provenance.workflows.backups import back_up

    with open_archive(context, archive) as opened, bars() as show:
        made, forgot = back_up(opened, file, show, now(), replace=force)
    if forgot:
        complain_of(forgot)
    if json:
        say_json(backup_object(made))
    else:
        say(render_backup(made))


@app.command()
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that prov archive backup wrote.")],
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Bring a backup back, into a new or empty folder: name it with --archive. The backup itself stays as it is."""
    from provenance.cli.output import say, say_json
    from provenance.cli.steps import bars
    from provenance.files import load_words
    from provenance.report.archive import archive_object, render_restored
    from provenance.workflows.backups import restore as bring_back
    from provenance.workflows.upkeep import version_of

    with bars() as show:
        told = bring_back(file, archive_folder(context, archive), version_of(load_words()), show)
    if json:
        say_json(archive_object(told))
    else:
        say(render_restored(told))
