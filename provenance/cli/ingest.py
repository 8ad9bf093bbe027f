"""prov ingest"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import ArchiveOption, CaptionsOption, JsonOption, SourceOption, create_archive, now

if TYPE_CHECKING:
    from datetime import datetime

    from provenance.cli.counts import Counts
    from provenance.cli.finding import Brought
    from provenance.cli.renditions import Agreed
    from provenance.model.appearance import Standing
    from provenance.store.archive import Archive


def ingest(
    context: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Photos, documents with captions, and folders and ZIPs of them."),
    ],
    source: SourceOption = "own archive",
    captions: CaptionsOption = None,
    standing: Annotated[
        str,
        typer.Option(
            "--standing",
            metavar="record|published|offered",
            help="What their word counts for: a wire feed or archive, a publication, or only a sender's claim.",
        ),
    ] = "record",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, max=64, help="How many photos to read at once.")] = 1,
    record_column: Annotated[
        str,
        typer.Option(
            "--record-column",
            metavar="HEADING",
            help="The column of --captions that names the library entry: its files are renditions of one photo.",
        ),
    ] = "",
    rendition_pattern: Annotated[
        str,
        typer.Option(
            "--rendition-pattern",
            metavar="REGEX",
            help='How file names tell renditions: "(?P<record>\\d+)_(?P<rendition>web|thumb)". Kept for the folder.',
        ),
    ] = "",
    verify: Annotated[
        bool, typer.Option("--verify", help="Read everything again: did a file change behind its size and time?")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Forget the paths of files that are not there any more, never the photos.")
    ] = False,
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Remember photos, with every caption and credit that comes with them.

    Captions are taken from the files' own fields, from .txt and .xmp files beside them, from NewsML-G2, ninjs, web
    pages, articles and tables that lie among them, and from --captions. A caption whose photo is not there waits for
    it. It stores and links and judges nothing; the originals are only read. Run it again at any time: what is known
    stays known, what has not changed is not read again, and what was moved or deleted is told.
    """
    from provenance.cli.counts import Counts
    from provenance.cli.finding import Wanted, brought
    from provenance.cli.progress import looking

    word = standing_of(standing).value
    agreed = _agreed(paths, captions or [], record_column, rendition_pattern)
    counts = Counts()
    moment = now()
    with create_archive(context, archive) as opened:
        with looking() as tell:
            found = brought(paths, opened, Wanted(source, word, each=json or verify, verify=verify), tell)
        with closing(found):
            counts.known += found.unchanged
            if captions or found.needs_work:
                _work(opened, found, captions or [], counts, (source, word, jobs, verify, prune, json), moment)
        told = _tell_renditions(opened, agreed)
        _find_families(opened, jobs)
    _finish(counts, json=json, refused=not told)


def _work(
    archive: Archive,
    found: Brought,
    captions: list[Path],
    counts: Counts,
    options: tuple[str, str, int, bool, bool, bool],
    moment: datetime,
) -> None:
    """Bring in what was found. What is heavy is only loaded here."""
    from provenance.cli.processes import processes
    from provenance.cli.run import Run, bring_documents, bring_photos, digests, judge_absent, link_captions
    from provenance.workflows.intake import Handover

    source, word, jobs, verify, prune, json = options
    run = Run(archive, Handover(source, standing_of(word)), counts, moment, json)
    with processes(jobs) as prepare_all:
        bring_photos(run, found, prepare_all, digests(jobs) if verify else None)
        bring_documents(run, found)
        link_captions(run, captions)
    judge_absent(run, found, prune=prune)


def _find_families(archive: Archive, jobs: int) -> None:
    """Which photos are copies of which. A run that came upon nothing new looks for none, and loads nothing for it."""
    with archive.reading() as reader:
        waiting = reader.unrelated_count()
    if waiting:
        from provenance.cli.run import find_families

        find_families(archive, jobs)


def _agreed(paths: list[Path], captions: list[Path], column: str, pattern: str) -> Agreed | None:
    """What was said about renditions, read before anything is brought in; None where nothing was."""
    if not column and not pattern:
        return None
    from provenance.cli.renditions import agreed

    return agreed(paths, captions, column, pattern)


def _tell_renditions(archive: Archive, agreed: Agreed | None) -> bool:
    """Which files are renditions of one entry; False where the new pattern was refused.

    An archive in which that was never told loads nothing for it.
    """
    with archive.reading() as reader:
        asked = agreed is not None or reader.rendition_patterns() or reader.has_record_names()
    if not asked:
        return True
    from provenance.cli.renditions import tell

    return tell(archive, agreed)


def _finish(counts: Counts, *, json: bool, refused: bool) -> None:
    import sys

    text = counts.render()
    (sys.stderr if json else sys.stdout).write(text)
    raise typer.Exit(2 if refused else 3 if counts.failed else 0)


def standing_of(word: str) -> Standing:
    """The standing that a word names; UsageError for any other."""
    from provenance.errors import UsageError
    from provenance.model.appearance import Standing

    if word not in {"record", "published", "offered"}:
        raise UsageError(f"--standing takes record, published or offered, not {word!r}.")
    return Standing(word)
