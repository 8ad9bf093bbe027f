"""prov rules"""

from __future__ import annotations

from typing import Annotated

import typer


def rules(
    rule: Annotated[str, typer.Argument(metavar="[ID]", help="A rule's name; without it, all are listed.")] = "",
) -> None:
    """What is judged: every rule, or the manual of one."""
    from provenance.cli.output import say
    from provenance.errors import UsageError
    from provenance.rules.catalog import RULES
    from provenance.rules.manual import render_rule, render_rules

    if rule and rule not in {one.id for one in RULES}:
        raise UsageError(f"There is no rule called {rule}.", "`prov rules` lists them all.")
    say(render_rule(rule) if rule else render_rules())
