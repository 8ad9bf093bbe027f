"""prov audit"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import ArchiveOption, JsonOption, VerboseOption, now, open_archive, vocabulary

if TYPE_CHECKING:
    from datetime import datetime

    from provenance.model.audit import Audited
    from provenance.model.photo import PictureId, Preview
    from provenance.store.archive import Archive
    from provenance.workflows.audit import Aside, Run, Scope


def audit(
    context: typer.Context,
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="Only families with something new since that day.")
    ] = "",
    rule: Annotated[str, typer.Option("--rule", metavar="ID", help="Only what one rule finds: prov rules.")] = "",
    folder: Annotated[
        Path | None, typer.Option("--folder", metavar="PATH", help="Only families with a file in this folder.")
    ] = None,
    csv: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Write a table for bulk correction.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="DIR", help="Write a folder of pages with the pictures.")
    ] = None,
    media_review: Annotated[
        Path | None, typer.Option("--media-review", metavar="FILE", help="Write schema.org MediaReview, JSON lines.")
    ] = None,
    author: Annotated[str, typer.Option("--author", metavar="NAME", help="Who reviews, for --media-review.")] = "",
    diff: Annotated[bool, typer.Option("--diff", help="What is new, gone and decided since the last audit.")] = False,
    most: Annotated[int, typer.Option("--most", min=0, help="How many families are shown; 0 for all.")] = 20,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="error|warning|note|never", help="What makes the exit code 1.")
    ] = "error",
    verbose: VerboseOption = False,
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Where does the archive contradict itself?

    All copies of one photo are held together, over crops, mirrors and screenshots, and what is on record about them is
    held against each other: same picture, two events; same picture, two photographers; no credit. The originals are not
    opened. Exit code 1: undecided contradictions at or above --fail-on; 4: no archive.

    Decide with `prov decide`; what is decided is remembered, and the next audit respects it.
    """
    from provenance.cli.aside import Laid
    from provenance.cli.check import _threshold
    from provenance.cli.output import complain
    from provenance.workflows.audit import Scope

    threshold = _threshold(fail_on)
    scope = Scope(_moment(since), _rule(rule), str(folder.absolute()) if folder else "")
    with open_archive(context, archive) as opened, closing(Laid()) as aside:
        run = _run(opened, scope, aside)
        _tell(run, json=json, diff=diff, most=most, verbose=verbose)
        if run.unkept is not None:
            complain("This audit was not kept, so the next one cannot be compared with it.", run.unkept.sentence)
        _write(run, opened, Files(csv, html, media_review, str(archive or context.obj or ""), author))
    undecided = run.totals.open(threshold) if threshold is not None else 0
    raise typer.Exit(1 if undecided else 0)


def _run(archive: Archive, scope: Scope, aside: Aside) -> Run:
    from provenance.cli.steps import bars
    from provenance.model.archive import Progress
    from provenance.model.limits import LIMITS
    from provenance.workflows.audit import Tools, audit

    tools = Tools(vocabulary, LIMITS, now(), aside)
    with bars() as show:
        for step in audit(archive, scope, tools):
            if not isinstance(step, Progress):
                return step
            show(step)
    raise RuntimeError("an audit ends with what it found")


def _tell(run: Run, *, json: bool, diff: bool, most: int, verbose: bool) -> None:
    from provenance.cli.output import say, say_json

    if json:
        from provenance.report.audit_objects import audit_objects

        for one in audit_objects(run.families(), run.variants, run.unread, run.totals, run.difference, run.at):
            say_json(one)
    elif diff:
        from provenance.report.audit_text import render_difference

        say(render_difference(run.difference, run.totals))
    else:
        from provenance.report.audit_text import render_audit

        for text in render_audit(run.families(), run.variants, run.unread, run.totals, most, verbose=verbose):
            say(text)


@dataclass(frozen=True)
class Files:
    """The files that are asked for, and how the archive was named on the command line ("" where it was not)."""

    csv: Path | None
    html: Path | None
    media_review: Path | None
    archive: str
    author: str


def _write(run: Run, archive: Archive, files: Files) -> None:
    """Write what was asked for. The archive remembers where, so that what is forgotten can be named there."""
    if files.csv:
        from provenance.report.audit_csv import rows

        _page(files.csv, "".join(rows(run.families(), run.variants, bom=True)), archive, "table", run.at)
    if files.media_review:
        from json import dumps

        from provenance.report.media_review import reviews

        lines = (dumps(one, ensure_ascii=False) + "\n" for one in reviews(run.families(), files.author))
        _page(files.media_review, "".join(lines), archive, "MediaReview", run.at)
    if files.html:
        _write_report(run, archive, files.html, files.archive)


def _page(path: Path, text: str, archive: Archive, what: str, at: datetime) -> None:
    from provenance.cli.output import complain
    from provenance.files import write_export

    write_export(path, text)
    _remember(archive, path, at)
    complain(f"The {what} is in {path}.")


def _write_report(run: Run, archive: Archive, folder: Path, named: str) -> None:
    from provenance.cli.output import complain
    from provenance.files import write_folder
    from provenance.report.audit_pages import Report, pages
    from provenance.report.wording import moment_words

    title = f"Audit of {archive.folder.name}" + (f" ({run.scope.words})" if run.scope.words else "")
    told = ((one, _previews(archive, one)) for one in run.families())
    report = Report(title, moment_words(run.at), named, told, run.totals, run.variants, run.unread, run.difference)
    write_folder(folder, pages(report))
    _remember(archive, folder, run.at)
    complain(f"The report is in {folder / 'index.html'}.")


def _previews(archive: Archive, family: Audited) -> dict[PictureId, Preview]:
    bridged = (one.match.picture for one in family.bridges)
    pictures = dict.fromkeys((*(one.picture for one in family.copies), *bridged))
    with archive.reading() as reader:
        return {picture: preview for picture in pictures if (preview := reader.preview(picture)) is not None}


def _remember(archive: Archive, path: Path, at: datetime) -> None:
    with archive.transaction() as writer:
        writer.remember_written("export", path.absolute(), at)


def _moment(since: str) -> datetime | None:
    from datetime import UTC, datetime

    from provenance.errors import UsageError

    if not since:
        return None
    try:
        moment = datetime.fromisoformat(since)
    except ValueError:
        raise UsageError(f"--since takes a date such as 2026-11-21, not {since!r}.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _rule(id: str) -> str:
    from provenance.errors import UsageError
    from provenance.rules.catalog import RULES

    if id and id not in {one.id for one in RULES}:
        raise UsageError(f"There is no rule {id!r}.", "`prov rules` lists them.")
    return id
