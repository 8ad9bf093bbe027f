"""prov trust"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import ArchiveOption, JsonOption, create_archive, now, open_archive

if TYPE_CHECKING:
    from provenance.workflows.trust import Read

app = typer.Typer(help="Who is trusted to sign content credentials.", rich_markup_mode=None, no_args_is_help=True)

YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


@app.callback()
def about() -> None:
    """Who is trusted to sign content credentials: lists of certificates that you bring. None comes with prov."""


@app.command("import")
def import_list(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="LIST.pem", help="The certificates, as PEM text.")],
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="What verdicts shall call the list.")],
    dated: Annotated[str, typer.Option("--dated", metavar="DATE", help="The day that the list bears.")] = "",
    use: Annotated[str, typer.Option("--for", metavar="signers|timestamps", help="Whom it vouches for.")] = "signers",
    yes: YesOption = False,
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Bring a list of certificates, such as the C2PA trust list or IPTC's list of verified news publishers.

    Content credentials are judged against all lists for signers; every verdict names the list that vouches, with its
    date. A list of the same name is replaced. Nothing is fetched: bring a newer edition when there is one.
    """
    from provenance.cli.output import say, say_json
    from provenance.files import read_document
    from provenance.model.limits import LIMITS
    from provenance.report.trust import list_object, render_imported, render_list
    from provenance.workflows.trust import Wanted, beside, keep, look_into

    read = look_into(read_document(file, LIMITS.read), Wanted(name, use, dated), now())
    with create_archive(context, archive) as opened:
        read = beside(read, opened)
        if not read.known:
            _may_replace(read, yes=yes)
            keep(read, opened)
    if json:
        say_json({**list_object(read.list), "new": not read.known, "left_out": read.expired})
    elif read.known and read.before is not None:
        say(f"This list is here already: {render_list(read.before)}.")
    else:
        say(render_imported(read.list, read.expired))


@app.command("list")
def list_all(context: typer.Context, json: JsonOption = False, archive: ArchiveOption = None) -> None:
    """Every list that was imported, with its date and how many certificates it holds."""
    from provenance.cli.output import say, say_json
    from provenance.report.trust import list_object, render_lists
    from provenance.workflows.trust import every_list

    with open_archive(context, archive) as opened:
        lists = every_list(opened)
    if json:
        for one in lists:
            say_json(list_object(one))
    else:
        say(render_lists(lists))


@app.command()
def remove(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The list's name.")],
    yes: YesOption = False,
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Remove a list: nobody on it is trusted any more, unless another list vouches for them.

    What was told of photos that are in the archive already stays as it was told, with the list's name and date.
    """
    from provenance.cli.output import say, say_json
    from provenance.report.trust import list_object, render_list
    from provenance.workflows.trust import find_list
    from provenance.workflows.trust import remove as take_away

    with open_archive(context, archive) as opened:
        found = find_list(opened, name)
        if not yes:
            _ask(f"Remove {render_list(found)}", "Nothing was removed")
        take_away(found, opened)
    if json:
        say_json({**list_object(found), "removed": True})
    else:
        say(f"Removed: {render_list(found)}.")


def _may_replace(read: Read, *, yes: bool) -> None:
    from provenance.report.trust import render_list

    if read.before is not None and not yes:
        _ask(f"Replace {render_list(read.before)}", "Nothing was replaced")


def _ask(question: str, nothing: str) -> None:
    """Ask before a list goes; where nobody can be asked, it stays."""
    import sys

    from provenance.errors import UsageError

    if not sys.stdin.isatty():
        raise UsageError(f"{nothing}: nobody could be asked. {question}?", "Add --yes where you are sure.")
    typer.confirm(question, abort=True, err=True)
