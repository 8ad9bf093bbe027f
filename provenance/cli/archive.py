"""prov archive"""

from __future__ import annotations

import typer

from provenance.cli.options import ArchiveOption, JsonOption, open_archive

app = typer.Typer(help="The archive itself.", rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def about() -> None:
    """The archive itself: where it is, how much it holds, whether it is well."""


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
