"""prov inspect"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import JsonOption

if TYPE_CHECKING:
    from datetime import datetime

    from provenance.files import FoundFile, Refused


def inspect(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The photos to look into.")],
    raw: Annotated[
        bool, typer.Option("--raw", help="Every field of every block, with offset and length, and every block's hash.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """What a file says about itself: when, where, who, what, how it was made, and where its blocks disagree."""
    from provenance.cli.options import now
    from provenance.cli.processes import warm
    from provenance.files import find

    warm()
    moment = now()
    raise typer.Exit(max([_one(found, moment, raw=raw, json=json) for found in find(paths)], default=0))


def _one(found: FoundFile | Refused, now: datetime, *, raw: bool, json: bool) -> int:
    from provenance.cli.options import vocabulary
    from provenance.cli.output import complain, say, say_json
    from provenance.cli.processes import opener
    from provenance.errors import UnreadableFileError
    from provenance.files import Refused
    from provenance.model.limits import LIMITS
    from provenance.report.inspect import Inspection, inspect_object, render_facts
    from provenance.workflows.inspect import inspect as look

    if isinstance(found, Refused):
        complain(found.problem.sentence, found.problem.hint)
        return 3
    try:
        content = found.hand_over(LIMITS.read)
    except UnreadableFileError as error:
        complain(error.sentence, error.hint)
        return 3
    with content:
        seen = look(found.display, content, LIMITS, now, opener(), vocabulary)
    told = Inspection(
        file=found.display,
        photo=seen.photo,
        facts=seen.facts,
        problems=seen.problems,
        findings=seen.findings,
        isolation=seen.isolation,
        corroborations=seen.corroborations,
        embedded=seen.embedded,
        outside=seen.outside,
        blocks=seen.inside.blocks if raw else None,
    )
    if json:
        say_json(inspect_object(told))
    else:
        say(render_facts(told))
    return 0 if seen.format else 3
