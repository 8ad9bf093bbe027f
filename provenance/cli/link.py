"""prov link"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import ArchiveOption, JsonOption, now, open_archive
from provenance.cli.show import named_photo

if TYPE_CHECKING:
    from provenance.feeds.article import Article, ArticleCaption
    from provenance.model.appearance import Statement
    from provenance.workflows.link import Said


def link(
    context: typer.Context,
    photo: Annotated[str, typer.Argument(metavar="[PHOTO]", help="A file, or the beginning of a photo's id.")] = "",
    caption: Annotated[str, typer.Option("--caption", help="The caption it appeared with.")] = "",
    credit: Annotated[str, typer.Option("--credit", help="The credit it appeared with.")] = "",
    publisher: Annotated[str, typer.Option("--publisher", help="Who published it.")] = "",
    published: Annotated[str, typer.Option("--published", help="When, for instance 2022-04-08.")] = "",
    url: Annotated[str, typer.Option("--url", help="Where.")] = "",
    article: Annotated[
        Path | None,
        typer.Option(
            "--article", metavar="FILE", help="The article, as text or HTML; its caption and credit are found."
        ),
    ] = None,
    which: Annotated[
        int, typer.Option("--which", metavar="N", min=0, help="Which of the article's captions, counted from 1.")
    ] = 0,
    waiting: Annotated[bool, typer.Option("--waiting", help="List the captions that wait for their photo.")] = False,
    awaited: Annotated[
        list[str] | None,
        typer.Option("--awaited", metavar="W-ID", help="The waiting caption that belongs to this photo."),
    ] = None,
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Say where a photo appeared, with which caption and credit. Earlier captions are kept.

    Captions whose photo was not there when they came wait for it: --waiting lists them, --awaited joins one by hand.
    """
    from provenance.cli.output import say, say_json
    from provenance.cli.waiting import join_by_hand, list_waiting
    from provenance.errors import UsageError
    from provenance.workflows.link import Said
    from provenance.workflows.link import link as remember

    if waiting and not awaited:
        list_waiting(context, archive, photo, json=json)
        return
    if not photo:
        raise UsageError("Which photo appeared is not said.", "Name a photo, or list what waits: prov link --waiting")
    if awaited:
        join_by_hand(context, archive, photo, awaited, json=json)
        return
    said = Said(caption, credit, publisher=publisher, published=published, url=url)
    statement = _from_article(article, said, which) if article else _typed(said)
    with open_archive(context, archive) as opened:
        wanted = named_photo(photo, opened)
        outcome = remember(opened, wanted, statement, now())
    if json:
        words = {"caption": statement.caption, "credit": statement.credit}
        say_json({"photo": wanted, "outcome": outcome.value, **words, "address": statement.address})
    else:
        say(_answer(wanted[:12], statement, outcome.value))


def _answer(photo: str, statement: Statement, outcome: str) -> str:
    from provenance.report.escape import one_line

    did = {"known": "already had", "supersedes": "has a newer version of"}.get(outcome, "now has")
    lines = [f"Photo {photo} {did} this appearance:"]
    if statement.caption:
        lines.append(f"  {one_line(statement.caption)}")
    if statement.credit:
        lines.append(f"  Credit: {one_line(statement.credit)}")
    return "\n".join([*lines, f"See all of them: prov show {photo}"])


def _typed(said: Said) -> Statement:
    from provenance.errors import UsageError
    from provenance.model.appearance import Standing
    from provenance.model.times import Voucher
    from provenance.workflows.link import claim

    standing = Standing.PUBLISHED if said.publisher or said.url else Standing.RECORD
    statement = claim(said, standing, Voucher.EDITOR, "command line", said.publisher or "an editor")
    if statement is None:
        raise UsageError("There is nothing to link.", "Give --caption and --credit, or --article FILE.")
    return statement


def _from_article(path: Path, said: Said, which: int) -> Statement:
    from provenance.feeds.article import read_article
    from provenance.files import read_document
    from provenance.model.limits import LIMITS
    from provenance.workflows.link import from_article

    article = read_article(read_document(path, LIMITS.read), path.name)
    return from_article(article, _chosen(article, said, which, path), said, path.name)


def _chosen(article: Article, said: Said, which: int, path: Path) -> ArticleCaption:
    """The caption that is meant: by number, by its beginning, or the only one. Asks where several are possible."""
    from provenance.errors import UsageError

    captions = article.captions
    if not captions:
        raise UsageError(f"No caption was found in {path}.", "Give it with --caption and --credit.")
    if said.caption:
        matching = [one for one in captions if said.caption.casefold() in one.caption.casefold()]
        captions = tuple(matching) or captions
    if which:
        if which > len(captions):
            raise UsageError(f"{path} has {len(captions)} captions, so there is no number {which}.")
        return captions[which - 1]
    return captions[0] if len(captions) == 1 else _ask(captions, path)


def _ask(captions: tuple[ArticleCaption, ...], path: Path) -> ArticleCaption:
    import sys

    from provenance.errors import UsageError
    from provenance.report.escape import one_line

    lines = [
        f"{n}. {one_line(one.caption)} [{one_line(one.credit) or 'no credit'}]" for n, one in enumerate(captions, 1)
    ]
    listed = "\n".join(lines)
    if not sys.stdin.isatty():
        raise UsageError(f"{path} holds {len(captions)} captions:\n{listed}", "Say which with --which N.")
    typer.echo(listed)
    number: int = typer.prompt("Which one belongs to this photo?", type=int)
    if not 1 <= number <= len(captions):
        raise UsageError(f"There is no caption number {number}.")
    return captions[number - 1]
