"""prov inspect"""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import ArchiveOption, JsonOption

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from provenance.files import FoundFile, Refused
    from provenance.model.trust import TrustList


def inspect(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The photos to look into.")],
    raw: Annotated[
        bool, typer.Option("--raw", help="Every field of every block, with offset and length, and every block's hash.")
    ] = False,
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """What a file says about itself: when, where, who, what, how it was made, and where its blocks disagree.

    No archive is needed. Where there is one, content credentials are judged against the lists that it holds.
    """
    from provenance.cli.options import now
    from provenance.cli.processes import warm
    from provenance.files import find

    warm()
    moment = now()
    trust = cache(partial(_lists, context, archive))
    raise typer.Exit(max([_one(found, moment, trust, raw=raw, json=json) for found in find(paths)], default=0))


def _lists(context: typer.Context, archive: Path | None) -> tuple[TrustList, ...]:
    """The lists of the archive at hand, none without one. An archive that was named and cannot be used is told of."""
    from provenance.cli.options import open_archive
    from provenance.cli.output import complain
    from provenance.errors import ArchiveError, ArchiveNotFoundError
    from provenance.workflows.trust import every_list

    try:
        with open_archive(context, archive) as opened:
            return every_list(opened)
    except ArchiveError as error:
        if archive or context.obj or not isinstance(error, ArchiveNotFoundError):
            complain(f"Signers were held against no list. {error.sentence}", error.hint)
        return ()


def _one(
    found: FoundFile | Refused, now: datetime, trust: Callable[[], Sequence[TrustList]], *, raw: bool, json: bool
) -> int:
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
        seen = look(found.display, content, LIMITS, now, opener(), vocabulary, trust)
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
