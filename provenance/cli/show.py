"""prov show"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import ArchiveOption, JsonOption, open_archive, vocabulary

if TYPE_CHECKING:
    from provenance.model.photo import PhotoId
    from provenance.store.archive import Archive


def show(
    context: typer.Context,
    photo: Annotated[str, typer.Argument(metavar="PHOTO", help="A file, or the beginning of a photo's id.")],
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Everything known about one photo: who took it, and every time it was seen, oldest first."""
    from provenance.cli.output import say, say_json
    from provenance.model.limits import LIMITS
    from provenance.report.show import render_show, show_object
    from provenance.workflows.show import show as look

    with open_archive(context, archive) as opened:
        shown = look(opened, named_photo(photo, opened), vocabulary(), LIMITS)
    if json:
        say_json(show_object(shown.photo, shown.testimonies, shown.searched, shown.history))
    else:
        say(render_show(shown.photo, shown.testimonies, shown.searched, shown.history))


def named_photo(text: str, archive: Archive) -> PhotoId:
    """The photo that a person means: by a file of that name, else by the beginning of its id."""
    from provenance.files import Refused, find
    from provenance.model.limits import LIMITS
    from provenance.workflows.show import resolve

    path = Path(text)
    if not path.is_file():
        with archive.reading() as reader:
            return resolve(reader, text)
    found = next(iter(find([path])))
    if isinstance(found, Refused):
        from provenance.errors import UnreadableFileError

        raise UnreadableFileError(found.problem.sentence, found.problem.hint, kind=found.problem.kind)
    with found.hand_over(LIMITS.read) as content:
        return content.photo
