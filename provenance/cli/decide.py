"""prov decide"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import ArchiveOption, JsonOption, now, open_archive

if TYPE_CHECKING:
    from provenance.model.family import Ruling


def decide(
    context: typer.Context,
    about: Annotated[
        str, typer.Argument(metavar="[ID]", help="A match (M-), family (P-), finding (F-) or caption (C-).")
    ] = "",
    ruling: Annotated[
        str, typer.Argument(metavar="[RULING]", help="same-photo, same-scene, not-same, dismiss or confirm.")
    ] = "",
    note: Annotated[str, typer.Option("--note", help="Why; it is shown with the decision for ever.")] = "",
    by: Annotated[str, typer.Option("--by", help="Who decides. Otherwise the name you are logged in with.")] = "",
    json: JsonOption = False,
    archive: ArchiveOption = None,
) -> None:
    """Say what is right, once: every later check and audit respects it.

    A match or family can be same-photo, same-scene or not-same; a finding or caption can be dismissed or confirmed. A
    rejected pair never comes back, a dismissed finding counts no more, and a confirmed caption is the record that
    others are held against. The last decision counts; earlier ones are kept. Without arguments all are listed.
    """
    from provenance.cli.output import say, say_json
    from provenance.report.decisions import decision_line, no_decisions
    from provenance.report.objects import decision_object
    from provenance.workflows.decide import Decided
    from provenance.workflows.decide import decide as remember

    with open_archive(context, archive) as opened:
        if about:
            done = remember(opened, about, _ruling(ruling), by or _user(), note, now())
        else:
            with opened.reading() as reader:
                decisions = reader.every_decision()
            done = Decided(decisions, () if decisions else (no_decisions(),))
    for one in done.decisions:
        if json:
            say_json(decision_object(one))
        else:
            say(decision_line(one))
    for sentence in () if json else done.follows:
        say(sentence)


def _ruling(word: str) -> Ruling:
    from provenance.errors import UsageError
    from provenance.model.family import Ruling

    try:
        return Ruling(word)
    except ValueError:
        rulings = ", ".join(one.value for one in Ruling)
        raise UsageError(f"A decision is one of {rulings}; {word or 'nothing'} is none.") from None


def _user() -> str:
    """Who is logged in."""
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
