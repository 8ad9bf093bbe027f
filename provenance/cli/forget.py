"""prov forget"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import ArchiveOption, JsonOption, now, open_archive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.store.archive import Archive
    from provenance.workflows.forgetting import Request


def forget(
    context: typer.Context,
    photos: Annotated[
        list[str] | None,
        typer.Argument(metavar="PHOTO...", help="Files, or the beginnings of photos' ids."),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it is kept, with date and name.")] = "",
    block: Annotated[
        bool, typer.Option("--block", help="Keep one PDQ code, so that copies of the picture are recognised.")
    ] = False,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so; otherwise your user name.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="List what was forgotten, and why.")] = False,
    lift: Annotated[str, typer.Option("--lift", metavar="ID", help="Let a forgotten photo come again.")] = "",
    finish: Annotated[bool, typer.Option("--finish", help="Finish an erasure that was stopped.")] = False,
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Erase photos from the archive for good: a court's order, a subject's request.

    Preview, features, captions, names, places, decisions and kept audits go, also from free space; date, name and
    reason stay. If the photo comes again it is not kept. Files that hold the same picture go with it. The files
    themselves stay where they are; backups and exports that hold them are named.
    """
    with open_archive(context, archive) as opened:
        if listed:
            _list(opened, json=json)
        elif lift:
            _lift(opened, lift, json=json)
        elif finish:
            _erase(opened)
        else:
            _forget(opened, photos or [], _request(reason, by, block=block), yes=yes, json=json)


def _forget(archive: Archive, named: Sequence[str], request: Request, *, yes: bool, json: bool) -> None:
    from provenance.cli.output import complain, say, say_json
    from provenance.cli.show import named_photo
    from provenance.errors import UsageError
    from provenance.model.limits import LIMITS
    from provenance.report.forgetting import Forgotten, forgotten_object, render_forgotten, render_leaving
    from provenance.workflows.forgetting import forget as let_go
    from provenance.workflows.forgetting import held_elsewhere, leaving

    if not named:
        raise UsageError("Which photo is to be forgotten is not said.", "Name it by file, or by its id.")
    ids = list(dict.fromkeys(named_photo(one, archive) for one in named))
    going = leaving(archive, ids, LIMITS.match)
    if not yes:
        complain("\n".join(render_leaving(one.photo, one.appearances, one.copies) for one in going))
        _ask()
    elsewhere = held_elsewhere(archive, [one.photo.id for one in going])
    notices = let_go(archive, going, request)
    _erase(archive)
    done = Forgotten(
        photos=tuple(one.photo for one in going),
        blocked=tuple(one.photo.id for one in going if one.pdq) if request.block else (),
        wanted_block=request.block,
        copies=tuple(dict.fromkeys(copy for one in going for copy in one.copies)),
        notices=notices,
        elsewhere=tuple((one.written, one.holds) for one in elsewhere),
    )
    if json:
        say_json(forgotten_object(done))
    else:
        say(render_forgotten(done))


def _request(reason: str, by: str, *, block: bool) -> Request:
    import os

    from provenance.errors import UsageError
    from provenance.settings import user_name
    from provenance.workflows.forgetting import Request

    if not reason.strip():
        raise UsageError("Why the photo is to be forgotten is not said.", 'Say it: --reason "Court order 12/2026"')
    return Request(reason.strip(), by.strip() or user_name(os.environ), now(), block)


def _ask() -> None:
    import sys

    from provenance.errors import UsageError

    if not sys.stdin.isatty():
        raise UsageError("Nothing was forgotten: nobody could be asked.", "Add --yes where you are sure.")
    typer.confirm("Forget this for good? It cannot be undone", abort=True, err=True)


def _erase(archive: Archive) -> None:
    from provenance.cli.steps import bars

    with bars() as show:
        for step in archive.erase():
            show(step)


def _list(archive: Archive, *, json: bool) -> None:
    from provenance.cli.output import say, say_json
    from provenance.report.forgetting import render_tombstone, tombstone_object

    with archive.reading() as reader:
        found = reader.tombstones()
    if json:
        for one in found:
            say_json(tombstone_object(one))
    else:
        say("\n".join(map(render_tombstone, found)) or "Nothing was ever forgotten here.")


def _lift(archive: Archive, asked: str, *, json: bool) -> None:
    from provenance.cli.output import say, say_json
    from provenance.report.forgetting import tombstone_object
    from provenance.workflows.forgetting import lift

    lifted = lift(archive, asked)
    if json:
        say_json({**tombstone_object(lifted), "lifted": True})
    else:
        say(f"The photo {lifted.photo[:12]} is kept again if it comes. What was forgotten stays forgotten.")
