"""prov inspect"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import JsonOption

if TYPE_CHECKING:
    from provenance.files import FoundFile, Refused


def inspect(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The photos to look into.")],
    json: JsonOption = False,
) -> None:
    """What a file says about itself: every date, place, name and number in its EXIF, IPTC and XMP."""
    from provenance.files import find

    raise typer.Exit(max([_one(found, json=json) for found in find(paths)], default=0))


def _one(found: FoundFile | Refused, *, json: bool) -> int:
    from provenance.cli.output import complain, say, say_json
    from provenance.errors import UnreadableFileError
    from provenance.files import Refused
    from provenance.model.limits import LIMITS
    from provenance.report.inspect import inspect_object, render_facts
    from provenance.workflows.inspect import inspect as look

    if isinstance(found, Refused):
        complain(found.problem.sentence, found.problem.hint)
        return 3
    try:
        data = found.read(LIMITS.read)
    except UnreadableFileError as error:
        complain(error.sentence, error.hint)
        return 3
    photo, name, facts, problems = look(data, LIMITS)
    if json:
        say_json(inspect_object(found.display, photo, facts, problems))
    else:
        say(render_facts(found.display, photo, facts, problems))
    return 0 if name else 3
