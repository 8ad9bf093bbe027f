"""Captions that wait for their photo: listed, and joined by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from provenance.cli.options import open_archive
from provenance.cli.output import say, say_json
from provenance.cli.show import named_photo
from provenance.report.escape import one_line

if TYPE_CHECKING:
    from provenance.model.appearance import Appearance

SHOWN = 50
"""How many are listed for a person; --json lists all."""
_LONGEST = 160


def list_waiting(context: typer.Context, archive: Path | None, text: str, *, json: bool) -> None:
    """Print the captions that wait; with a text only those in which it stands."""
    from provenance.workflows.link import waiting_captions

    with open_archive(context, archive) as opened:
        found = waiting_captions(opened, text)
    if json:
        for number, appearance in found.items():
            say_json(_object(number, appearance))
        return
    if not found:
        say("No caption waits for its photo." if not text else f"No waiting caption holds {one_line(text)}.")
        return
    waits = "1 caption waits for its photo:" if len(found) == 1 else f"{len(found):,} captions wait for their photo:"
    lines = [waits]
    lines += [line for number, one in list(found.items())[:SHOWN] for line in _lines(number, one)]
    lines += [f"... and {len(found) - SHOWN:,} more."] if len(found) > SHOWN else []
    say("\n".join([*lines, "Join one by hand: prov link PHOTO --awaited W-..."]))


def join_by_hand(
    context: typer.Context, archive: Path | None, photo: str, numbers: Sequence[str], *, json: bool
) -> None:
    """Give a photo the waiting captions with these numbers."""
    from provenance.workflows.link import join_waiting

    with open_archive(context, archive) as opened:
        wanted = named_photo(photo, opened)
        joined = join_waiting(opened, wanted, numbers)
    for number, appearance in joined.items():
        if json:
            say_json({"photo": wanted, **_object(number, appearance)})
        else:
            say(f"Photo {wanted[:12]} now has this appearance:\n  {_words(appearance)}")
    if not json:
        say(f"See all of them: prov show {wanted[:12]}")


def _lines(number: str, appearance: Appearance) -> list[str]:
    from provenance.workflows.captions_file import awaited

    waits = appearance.waits
    return [
        f"{number}  {_words(appearance)}",
        f"    {one_line(appearance.statement.address)}; waits for {one_line(awaited(waits)) if waits else ''}",
    ]


def _words(appearance: Appearance) -> str:
    said = appearance.statement
    words = one_line(said.caption or said.headline or said.place or said.date)
    cut = words if len(words) <= _LONGEST else words[:_LONGEST] + "..."
    return f"{cut} [{one_line(said.credit or said.creator) or 'no credit'}]"


def _object(number: str, appearance: Appearance) -> dict[str, object]:
    from provenance.model.times import TimeKind

    said, waits = appearance.statement, appearance.waits
    published = said.time(TimeKind.PUBLISHED)
    sought = {"name": waits.name, "supplier_id": waits.supplier_id, "urls": list(waits.urls)} if waits else {}
    return {
        "waiting": number,
        "waits_for": {**sought, "sha256": waits.sha256} if waits else sought,
        "caption": said.caption,
        "credit": said.credit or said.creator,
        "publisher": said.publisher,
        "published": [published.span.start.isoformat(), published.span.end.isoformat()] if published else None,
        "standing": said.standing.value,
        "source": said.source,
        "address": said.address,
        "url": said.url,
        "recorded": appearance.recorded.isoformat(),
    }
