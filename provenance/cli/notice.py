"""prov notice"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import (
    ArchiveOption,
    JsonOption,
    SourceOption,
    VerboseOption,
    archive_folder,
    now,
    vocabulary,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.model.notice import Notice, NoticeKind
    from provenance.model.photo import PhotoId
    from provenance.store.archive import Archive
    from provenance.workflows.check import Desk


def notice(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE...", help="The notice: NewsML-G2, ninjs, a mail or plain text; - reads what you paste."
        ),
    ] = None,
    photo: Annotated[
        list[str] | None,
        typer.Option(
            "--photo",
            metavar="PHOTO",
            help="Which photo it is about, where it names none: a file, or the beginning of a photo's id.",
        ),
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="kill|withdrawal|correction|advisory",
            help="What it asks for, where its words do not say so plainly.",
        ),
    ] = "",
    source: SourceOption = "an agency",
    forget: Annotated[
        str, typer.Option("--forget", metavar="ID", help="Take a notice off the record again, by its id.")
    ] = "",
    verbose: VerboseOption = False,
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Put a kill or correction notice on record, and see which photos here it concerns.

    Lists the photo, all its copies and crops in the archive, and where they appeared. From then on every check of any
    of them, and of new copies, shows the notice first. A notice about a photo that is not here waits for it. Without a
    FILE the notices on record are listed. Exit code 0: done; 2: the notice names no photo; 3: it could not be read, or
    is no notice; 4: no archive.
    """
    from provenance.store.archive import Archive

    _fitting(files, photo, forget)
    wanted = _kind(kind)
    with Archive.open(archive_folder(context, archive), renew=True) as opened:
        if forget:
            _forget(opened, forget)
        elif not files:
            _list(opened, json=json)
        else:
            for file in files:
                _tell(opened, _read(file, source, wanted), photo or [], file=file, json=json, verbose=verbose)


def _tell(
    archive: Archive, notices: tuple[Notice, ...], photos: Sequence[str], *, file: str, json: bool, verbose: bool
) -> None:
    from provenance.cli.output import say, say_json
    from provenance.cli.processes import opener
    from provenance.model.limits import LIMITS
    from provenance.report.notice import notice_result, render_notice
    from provenance.workflows.check import Desk
    from provenance.workflows.notice import tell

    desk = Desk(opener(), vocabulary, LIMITS, now(), words, thorough=True)
    pointed = [_pointed(archive, one, desk) for one in photos]
    told = tell(archive, notices, pointed, desk)
    if json:
        for one in told:
            say_json(notice_result(one, file))
    else:
        say("\n\n".join(render_notice(one, verbose) for one in told))


def _list(archive: Archive, *, json: bool) -> None:
    from provenance.cli.output import say, say_json
    from provenance.report.notice import kept_object, render_notices
    from provenance.workflows.notice import on_record

    kept = on_record(archive)
    if json:
        for one in kept:
            say_json(kept_object(one))
    else:
        say(render_notices(kept))


def _forget(archive: Archive, prefix: str) -> None:
    from provenance.cli.output import say
    from provenance.workflows.notice import drop, find_notice

    found = find_notice(archive, prefix).notice
    drop(archive, found)
    say(f"The notice {found.id} is off the record. Checks do not show it any more.")


def _pointed(archive: Archive, text: str, desk: Desk) -> PhotoId:
    """The photo that a person points at: a file, which is kept if it is not held, or the beginning of an id."""
    from provenance.errors import UnreadableFileError
    from provenance.files import Refused, find
    from provenance.workflows.intake import location_of
    from provenance.workflows.notice import hold
    from provenance.workflows.show import resolve

    path = Path(text)
    if not path.is_file():
        with archive.reading() as reader:
            return resolve(reader, text)
    found = next(iter(find([path])))
    if isinstance(found, Refused):
        raise UnreadableFileError(found.problem.sentence, found.problem.hint, kind=found.problem.kind)
    with found.hand_over(desk.limits.read) as content:
        return hold(archive, content, location_of(found), desk)


def _read(file: str, source: str, kind: NoticeKind | None) -> tuple[Notice, ...]:
    import sys

    from provenance.feeds.notice import read_notices
    from provenance.files import read_document
    from provenance.model.limits import LIMITS

    if file == "-":
        data = sys.stdin.buffer.read(LIMITS.read.document_bytes)
        return read_notices(data, "what was pasted", source, kind)
    path = Path(file)
    return read_notices(read_document(path, LIMITS.read), path.name, source, kind)


def _fitting(files: list[str] | None, photo: list[str] | None, forget: str) -> None:
    from provenance.errors import UsageError

    if forget and (files or photo):
        raise UsageError(
            "--forget takes a notice off the record, and nothing else.", "Give the notice in a command of its own."
        )
    if photo and not files:
        raise UsageError(
            "--photo says which photo a notice is about, and no notice was given.",
            "Give its file: prov notice FILE --photo PHOTO",
        )


def _kind(word: str) -> NoticeKind | None:
    from provenance.errors import UsageError
    from provenance.model.notice import NoticeKind

    if not word:
        return None
    try:
        return NoticeKind(word.lower())
    except ValueError:
        raise UsageError(f"--kind takes kill, withdrawal, correction or advisory, not {word!r}.") from None
