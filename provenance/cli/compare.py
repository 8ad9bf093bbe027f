"""prov compare"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import JsonOption

if TYPE_CHECKING:
    from provenance.model.pair import Pair
    from provenance.workflows.compare import Handed


def compare(
    this: Annotated[Path, typer.Argument(metavar="A", help="The photo in question.")],
    other: Annotated[Path, typer.Argument(metavar="B", help="The photo that it may be made from.")],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page with B laid on A, with sliders.")
    ] = None,
    png: Annotated[
        Path | None, typer.Option("--png", metavar="FILE", help="Write a sheet: A, B, B laid on A, what differs.")
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show everything: all figures, all changed areas.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Was photo A made from photo B, and how? Mirrored, cropped, written on, something removed or pasted in?

    Needs no archive and remembers nothing. Exit code 0: compared, whatever the answer; 2: wrong usage; 3: a file could
    not be read.
    """
    from provenance.cli.processes import opener, warm
    from provenance.model.limits import LIMITS
    from provenance.workflows.compare import compare as set_together

    _spare((this, other), (html, png))
    warm()
    pair = set_together(_handed(this), _handed(other), LIMITS, opener())
    _tell(pair, verbose=verbose, json=json)
    if not pair.readable:
        raise typer.Exit(3)
    if html:
        _write_page(html, pair)
    if png:
        _write_sheet(png, pair)


def _spare(given: tuple[Path, Path], wanted: tuple[Path | None, Path | None]) -> None:
    from provenance.errors import UsageError
    from provenance.files import is_one_of

    for path in wanted:
        if path and is_one_of(path, given):
            raise UsageError(f"{path} is one of the two photos, so it was left alone.", "Give another name.")


def _handed(path: Path) -> Handed:
    """The file's content. One that cannot be read is handed over too, with the reason."""
    from provenance.errors import UnreadableFileError
    from provenance.files import hand_over_photo
    from provenance.model.limits import LIMITS
    from provenance.model.photo import Problem
    from provenance.workflows.compare import Handed

    try:
        return Handed(str(path), hand_over_photo(path, LIMITS.read))
    except UnreadableFileError as error:
        return Handed(str(path), None, Problem(error.kind, error.sentence, error.hint))


def _tell(pair: Pair, *, verbose: bool, json: bool) -> None:
    from provenance.cli.output import complain, say, say_json

    if json:
        from provenance.report.compare_objects import compare_object

        say_json(compare_object(pair))
    elif pair.readable:
        from provenance.report.compare import render_compare

        say(render_compare(pair, verbose))
    else:
        for given in (pair.this, pair.other):
            if not given.readable:
                reason = given.problems[0]
                complain(f"{given.file}: {reason.sentence}" if given.photo else reason.sentence, reason.hint)


def _write_page(path: Path, pair: Pair) -> None:
    from provenance.cli.output import complain
    from provenance.files import write_new_page
    from provenance.workflows.compare import page

    write_new_page(path, page(pair))
    complain(f"The page is in {path}.")


def _write_sheet(path: Path, pair: Pair) -> None:
    from provenance.cli.output import complain
    from provenance.files import write_new_sheet
    from provenance.workflows.compare import sheet

    write_new_sheet(path, sheet(pair))
    complain(f"The sheet is in {path}.")
