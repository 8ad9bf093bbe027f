"""The rules' manual, as text for a terminal and as Markdown for the documentation."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from provenance.errors import UsageError
from provenance.rules.catalog import RULES
from provenance.rules.rule import Rule

_COLUMNS = 80
_HEADINGS = ("What it compares", "Why it matters", "Known limits")
_GENERATED = "<!-- Written by docs/generate.py from the rule itself: change it there. -->"


def render_rules(rules: Sequence[Rule] = RULES) -> str:
    """All rules, one a line with severity and title."""
    width = max(len(rule.id) for rule in rules)
    lines = [f"{rule.id:<{width}}  {rule.severity.word:<7}  {rule.title}" for rule in rules]
    indent = " " * (width + 11)
    wrapped = [textwrap.fill(line, _COLUMNS, subsequent_indent=indent) for line in lines]
    return "\n".join([*wrapped, "", "The manual of one rule: prov rules ID"])


def render_rule(id: str, rules: Sequence[Rule] = RULES) -> str:
    """The manual page of one rule. UsageError where there is none of that name."""
    rule = _named(id, rules)
    parts = [f"{rule.id} ({rule.severity.word})", textwrap.fill(rule.title + ".", _COLUMNS)]
    for heading, paragraph in zip(_HEADINGS, _paragraphs(rule), strict=True):
        parts.append(f"{heading}\n{_indented(paragraph)}")
    parts.append(f"What to do\n{_indented(rule.advice)}")
    return "\n\n".join(parts)


def page(rule: Rule) -> str:
    """The documentation page of a rule, in Markdown."""
    doors = ", ".join(f"`{door.value}`" for door in rule.doors)
    sections = [f"## {heading}\n\n{words}" for heading, words in zip(_HEADINGS, _paragraphs(rule), strict=True)]
    head = f"{_GENERATED}\n\n# {rule.id}\n\n**{rule.title}.**\n\nSeverity: {rule.severity.word}. Speaks in: {doors}."
    return "\n\n".join([head, *sections, f"## What to do\n\n{rule.advice}\n"])


def index_page(rules: Sequence[Rule] = RULES) -> str:
    """The list of all rules, in Markdown."""
    rows = [f"| [{rule.id}]({rule.id}.md) | {rule.severity.word} | {rule.title} |" for rule in rules]
    words = (
        "Severity says how much a finding matters, not how sure it is. A rule answers with a finding, with nothing,\n"
        "or with the reason why it cannot judge; `prov check -v` prints them."
    )
    table = "\n".join(["| Rule | Severity | What it finds |", "|---|---|---|", *rows])
    return f"{_GENERATED}\n\n# The rules\n\n{words}\n\n{table}\n"


def _paragraphs(rule: Rule) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in rule.manual.split("\n\n")]


def _indented(words: str) -> str:
    return textwrap.fill(words, _COLUMNS, initial_indent="  ", subsequent_indent="  ")


def _named(id: str, rules: Sequence[Rule]) -> Rule:
    for rule in rules:
        if rule.id == id.strip().lower().replace("_", "-"):
            return rule
    raise UsageError(f"There is no rule called “{id}”.", "prov rules lists all of them.")
