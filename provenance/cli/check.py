"""prov check"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import (
    ArchiveOption,
    CaptionsOption,
    JsonOption,
    VerboseOption,
    advisor,
    now,
    open_archive,
    vocabulary,
    words,
)

if TYPE_CHECKING:
    from provenance.cli.questions import Asked
    from provenance.model.case import Verdict
    from provenance.model.findings import Severity
    from provenance.store.archive import Archive
    from provenance.workflows.check import Desk


def check(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="FILE|FOLDER...", help="The photos to check.")],
    caption: Annotated[str, typer.Option("--caption", help="What the sender says the photo shows.")] = "",
    credit: Annotated[str, typer.Option("--credit", help="Who is said to have taken or supplied it.")] = "",
    date: Annotated[str, typer.Option("--date", help="The day it is said to show.")] = "",
    place: Annotated[str, typer.Option("--place", help="The place it is said to show.")] = "",
    published: Annotated[str, typer.Option("--published", help="When the claim was made or published.")] = "",
    captions: CaptionsOption = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page with both pictures side by side.")
    ] = None,
    save: Annotated[bool, typer.Option("--save", help="Remember the photo and its claim as offered.")] = False,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="error|warning|note|never", help="What makes the exit code 1.")
    ] = "error",
    thorough: Annotated[
        bool,
        typer.Option("--thorough", help="Look for crops and other versions even where an exact copy is on record."),
    ] = False,
    verbose: VerboseOption = False,
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Has this photo been seen before, who took it, and does the claim that came with it fit?

    Reads only: nothing is remembered unless you say --save. Exit code 0: no finding that matters; 1: there is one;
    3: a file could not be read; 4: no archive.
    """
    from provenance.cli.processes import opener, warm

    warm()  # the worker starts while the rest is imported
    from provenance.cli.questions import Typed, questions
    from provenance.model.limits import LIMITS
    from provenance.workflows.check import Desk

    threshold = _threshold(fail_on)
    typed = Typed(caption, credit, date, place, published)
    asked = questions(paths, typed, captions or [], LIMITS)
    _one_page(html, asked)
    wanted = Wanted(verbose=verbose, named=len(asked) > 1, json=json, html=html, save=save, threshold=threshold)
    with open_archive(context, archive) as opened:
        desk = Desk(opener(), vocabulary, LIMITS, now(), words, thorough, advisor())
        codes = {_answer(one, opened, desk, wanted) for one in asked}
        if save:
            opened.catch_up()
    # A finding wins over an unreadable file: 1 before 3 before 0.
    raise typer.Exit(next((code for code in (1, 3) if code in codes), 0))


@dataclass(frozen=True)
class Wanted:
    """How the answers are wanted. `named` says that each begins with its file's name."""

    verbose: bool
    named: bool
    json: bool
    html: Path | None
    save: bool
    threshold: Severity | None


def _answer(asked: Asked, archive: Archive, desk: Desk, wanted: Wanted) -> int:
    from provenance.cli.output import say, say_json
    from provenance.workflows.check import check as ask
    from provenance.workflows.check import remember

    with asked.question() as question:
        checked = ask(question, archive, desk)
        verdict = checked.verdict
        if wanted.save and asked.location:
            remember(question, checked, asked.location, archive, desk)
    if wanted.json:
        from provenance.report.objects import check_object

        say_json(check_object(verdict))
    else:
        from provenance.report.text import render_check

        say(render_check(verdict, wanted.verbose, name_file=wanted.named) + "\n")
    if wanted.html:
        _write_page(wanted.html, verdict)
    return _code(verdict, wanted.threshold)


def _code(verdict: Verdict, threshold: Severity | None) -> int:
    if threshold is not None and any(finding.severity >= threshold for finding in verdict.findings):
        return 1
    return 0 if verdict.case.readable else 3


def _write_page(path: Path, verdict: Verdict) -> None:
    from provenance.cli.output import complain
    from provenance.files import write_new_page
    from provenance.report.html import render_check_page

    write_new_page(path, render_check_page(verdict))
    complain(f"The page is in {path}.")


def _one_page(html: Path | None, asked: list[Asked]) -> None:
    from provenance.errors import UsageError

    if html and len(asked) != 1:
        raise UsageError(f"--html makes a page for one photo, and {len(asked)} were given.", "Check them one by one.")


def _threshold(word: str) -> Severity | None:
    from provenance.errors import UsageError
    from provenance.model.findings import Severity

    if word == "never":
        return None
    try:
        return Severity.of(word)
    except ValueError:
        raise UsageError(f"--fail-on takes error, warning, note or never, not {word!r}.") from None
