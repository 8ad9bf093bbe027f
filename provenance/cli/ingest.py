"""prov ingest"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import ArchiveOption, CaptionsOption, JsonOption, SourceOption, create_archive, now

if TYPE_CHECKING:
    from provenance.cli.counts import Counts
    from provenance.model.appearance import Standing


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
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Remember photos, with every caption and credit that comes with them.

    Captions are taken from the files' own fields, from .txt and .xmp files beside them, from NewsML-G2, ninjs, web
    pages, articles and tables that lie among them, and from --captions. A caption whose photo is not there waits for
    it. It stores and links and judges nothing; the originals are only read. Run it again at any time: what is known
    stays known.
    """
    from provenance.cli.counts import Counts
    from provenance.cli.processes import processes
    from provenance.cli.run import bring_documents, bring_in, find_families, found, link_captions
    from provenance.model.limits import LIMITS
    from provenance.workflows.intake import Handover

    handover = Handover(source, standing_of(standing))
    counts = Counts()
    moment = now()
    with processes(jobs) as prepare_all, create_archive(context, archive) as opened:
        everything = found(paths, counts, json=json)
        photos = everything.photos
        bring_in(
            opened,
            photos,
            handover,
            counts,
            now=moment,
            prepare_all=prepare_all,
            json=json,
            everything=everything,
        )
        bring_documents(opened, everything, handover, counts, now=moment, json=json)
        link_captions(opened, captions or [], handover, counts, moment, LIMITS)
        find_families(opened, jobs)
    _finish(counts, json=json)


def _finish(counts: Counts, *, json: bool) -> None:
    import sys

    text = counts.render()
    (sys.stderr if json else sys.stdout).write(text)
    raise typer.Exit(3 if counts.failed else 0)


def standing_of(word: str) -> Standing:
    """The standing that a word names; UsageError for any other."""
    from provenance.errors import UsageError
    from provenance.model.appearance import Standing

    if word not in {"record", "published", "offered"}:
        raise UsageError(f"--standing takes record, published or offered, not {word!r}.")
    return Standing(word)
