"""prov watch"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import ArchiveOption, SourceOption, VerboseOption, create_archive, now, vocabulary, words

if TYPE_CHECKING:
    from provenance.files import FoundFile
    from provenance.store.archive import Archive
    from provenance.workflows.intake import Handover


def watch(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder into which photos are dropped.")],
    source: SourceOption = "own archive",
    standing: Annotated[
        str,
        typer.Option(
            "--standing",
            metavar="record|published|offered",
            help="What their word counts for; use offered for a folder that strangers can reach.",
        ),
    ] = "record",
    every: Annotated[float, typer.Option("--every", metavar="SECONDS", min=0.1, help="How often to look.")] = 2.0,
    once: Annotated[bool, typer.Option("--once", help="Stop when everything in the folder has been answered.")] = False,
    verbose: VerboseOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Watch a drop folder: each photo that has stopped growing is checked, answered and remembered.

    Stop it with Ctrl-C. What was answered is remembered, so starting again goes on where it stopped.
    """
    import time

    from provenance.cli.ingest import standing_of
    from provenance.cli.output import complain
    from provenance.errors import UsageError
    from provenance.workflows.intake import Handover

    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder.", "Give the folder into which photos are dropped.")
    handover = Handover(source, standing_of(standing))
    complain(f"Watching {folder}; what is dropped there is kept as {standing}. Ctrl-C stops.")
    answered: set[FoundFile] = set()
    growing: set[FoundFile] = set()
    with create_archive(context, archive) as opened:
        while True:
            present = _present(opened, folder) - answered
            for found in sorted(present & growing, key=lambda one: one.relative):
                _take(found, opened, handover, verbose=verbose)
                answered.add(found)
            growing = present - answered
            if once and not growing:
                return
            time.sleep(every)


def _present(archive: Archive, folder: Path) -> set[FoundFile]:
    """The files in the folder that the archive does not know as they stand now. A file that grew is another one."""
    from provenance.files import FoundFile, find
    from provenance.workflows.intake import location_of

    found = {one for one in find([folder]) if isinstance(one, FoundFile)}
    with archive.reading() as reader:
        known = ((one, reader.at(one.root, one.relative)) for one in found)
        return {one for one, at in known if at is None or not at[1].is_like(location_of(one))}


def _take(found: FoundFile, archive: Archive, handover: Handover, *, verbose: bool) -> None:
    """Check first, so that the answer speaks of what was known before; then remember."""
    from provenance.cli.counts import Counts
    from provenance.cli.output import say
    from provenance.cli.processes import opener, processes
    from provenance.cli.questions import Asked, claim_beside
    from provenance.cli.run import Run, bring_in
    from provenance.model.limits import LIMITS
    from provenance.report.text import render_check
    from provenance.workflows.check import Desk, check

    moment = now()
    asked = Asked(found, claim_beside(found, {}, LIMITS), LIMITS)
    with asked.question() as question:
        verdict = check(question, archive, Desk(opener(), vocabulary, LIMITS, moment, words)).verdict
    say(render_check(verdict, verbose, name_file=True) + "\n")
    with processes(1) as prepare_all:
        bring_in(Run(archive, handover, Counts(), moment), [found], prepare_all)
