"""What one file says about itself, for `prov inspect`: grouped by the questions that people ask, and as an object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from provenance.model.blocks import Said, said
from provenance.model.disagreements import Disagreement, disagreements
from provenance.model.embedded import EmbeddedComparison
from provenance.model.findings import Corroboration, Finding
from provenance.model.inside import BlockKind, FileBlock
from provenance.model.isolation import Isolation
from provenance.model.meanings import CREDENTIALS, MEANINGS, Group, Meaning, meaning_of
from provenance.model.photo import Fact, PhotoId, Problem
from provenance.report.credentials import credentials_object, credentials_rows
from provenance.report.embedded import embedded_lines, embedded_objects
from provenance.report.inspect_raw import raw_objects, render_raw
from provenance.report.layout import block, shorten, wrap
from provenance.report.objects import corroboration_object, fact_object, finding_object, strict
from provenance.report.wording import count

_INDENT, _LABEL = 2, 18
_MOST_VALUE = 600
_MOST_VALUES = 12
"""Values of one meaning that are shown; the object for scripts holds all."""
_TOLD_IN_PLACE = frozenset({"blocks-disagree", "impossible-value"})


@dataclass(frozen=True, slots=True)
class Inspection:
    """One file as `prov inspect` answers about it; `photo` is None for a file that could not be read at all.

    `blocks` are None where nobody asked for them; `outside` are stretches that belong to no part of the container.
    """

    file: str
    photo: PhotoId | None
    facts: Sequence[Fact]
    problems: Sequence[Problem]
    findings: Sequence[Finding] = ()
    isolation: Isolation = Isolation.NONE
    corroborations: Sequence[Corroboration] = ()
    blocks: Sequence[FileBlock] | None = None
    outside: Sequence[FileBlock] = ()
    embedded: Sequence[EmbeddedComparison] = ()


def render_facts(told: Inspection) -> str:
    """Lines of at most 80 columns: who says what under each question, where blocks disagree, and what stands out.

    Very long values are cut, and fields for machines are only counted; the object for scripts holds all.
    """
    lines = [shorten(told.file, 80)]
    lines += [f"Photo {told.photo[:12]}"] if told.photo else []
    lines += [line for one in _shown_problems(told) for line in wrap(f"Problem: {one.sentence} {one.hint}", "  ")]
    if told.blocks:
        return "\n".join([*lines, *render_raw(told.blocks, told.facts)])
    if not told.facts and not told.embedded and not told.outside:
        return "\n".join([*lines, "No metadata in this file. That is normal: agencies and platforms take it out."])
    lines += _findings(told.findings)
    lines += _supporting(told.corroborations)
    differing = {found.meaning: found for found in disagreements(told.facts)}
    for group in Group:
        lines += _group(group, told.facts, differing)
    lines += [*embedded_lines(told.embedded), *_outside(told.outside)]
    return "\n".join([*lines, *_further(told.facts)])


def inspect_object(told: Inspection) -> dict[str, Any]:
    """The object that `prov inspect --json` prints for one file; docs/schema/inspect-1.json describes it."""
    made: dict[str, Any] = {
        "file": told.file,
        "photo": told.photo,
        "facts": [_fact_object(fact) for fact in told.facts],
        "problems": [problem.sentence for problem in told.problems],
        "findings": [finding_object(finding) for finding in told.findings],
        "isolation": told.isolation.value,
        "corroborations": [corroboration_object(one) for one in told.corroborations],
        "embedded": embedded_objects(told.embedded),
        "credentials": credentials_object(told.facts, readable=bool(told.facts) or not told.problems),
    }
    if told.blocks is not None:
        made["blocks"] = raw_objects(told.blocks, told.facts)
    checked: dict[str, Any] = strict(made)
    return checked


def _fact_object(fact: Fact) -> dict[str, Any]:
    """As in a check, with where it stands in its block and a mark on what cannot be."""
    made = fact_object(fact)
    if fact.offset is not None:
        made |= {"offset": fact.offset, "length": fact.length}
    return made | {"impossible": True} if fact.impossible else made


def _shown_problems(told: Inspection) -> list[Problem]:
    """Values that cannot be are marked where they stand."""
    return [one for one in told.problems if one.kind != "impossible-value" or not told.facts]


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    shown = [one for one in findings if one.rule not in _TOLD_IN_PLACE]
    if shown:
        yield ""
    for finding in shown:
        yield from wrap(f"{finding.severity.word}: {finding.message}", "  ")
        if finding.innocent:
            yield from block(f"It may be innocent: {finding.innocent[0]}", "  ")


def _supporting(corroborations: Sequence[Corroboration]) -> Iterator[str]:
    if corroborations:
        yield from ("", "What fits the file's own caption:")
    for one in corroborations:
        yield from block(one.message, "  ")


def _group(group: Group, facts: Sequence[Fact], differing: Mapping[Meaning, Disagreement]) -> Iterator[str]:
    lines = list(_credentials(facts) if group is Group.CREDENTIALS else _meanings(group, facts, differing))
    if lines:
        yield from ("", group.value.upper(), *lines)


def _credentials(facts: Sequence[Fact]) -> Iterator[str]:
    for label, words in credentials_rows(facts):
        yield from _entry(label, shorten(words, _MOST_VALUE))


def _meanings(group: Group, facts: Sequence[Fact], differing: Mapping[Meaning, Disagreement]) -> Iterator[str]:
    sayings = said(facts, group)
    for meaning in MEANINGS:
        if meaning.group is group:
            yield from _meaning(meaning, [one for one in sayings if one.meaning is meaning], differing.get(meaning))


def _meaning(meaning: Meaning, sayings: Sequence[Said], found: Disagreement | None) -> Iterator[str]:
    values: dict[str, list[Said]] = {}
    for one in sayings:
        values.setdefault(one.text, []).append(one)
    label = meaning.label
    for text, witnesses in list(values.items())[:_MOST_VALUES]:
        yield from _entry(
            label, f"{shorten(text, _MOST_VALUE)} [{', '.join(_witness(one, sayings) for one in witnesses)}]"
        )
        label = ""
    if found is not None:
        yield from _entry("", f"! These disagree. {found.reason}".rstrip())


def _witness(one: Said, sayings: Sequence[Said]) -> str:
    """The field, with what has to be known of its value."""
    alone = any(other.field == one.field and other.block == one.block for other in sayings if other is not one)
    remarks = [f"as {one.readers[0]} reads it"] if alone else []
    remarks += [f"full at {one.cut:,} characters"] if one.cut else []
    remarks += ["impossible"] if one.impossible else []
    return f"{one.name} ({', '.join(remarks)})" if remarks else one.name


def _entry(label: str, text: str) -> Iterator[str]:
    first, *rest = block(text, " " * (_INDENT + _LABEL))
    label = shorten(label, _LABEL - 1)
    yield f"{' ' * _INDENT}{label}{first[_INDENT + len(label) :]}"
    yield from rest


def _outside(blocks: Sequence[FileBlock]) -> Iterator[str]:
    """What stands in the file and belongs to no part of it; empty stretches go without saying."""
    told = [one for one in blocks if one.label != "zeros"]
    if told:
        yield from ("", "OUTSIDE THE PICTURE")
    for one in told[:_MOST_VALUES]:
        where = "behind its end" if one.kind is BlockKind.TRAILER else "between its parts"
        yield from _entry(f"{one.length:,} bytes", f"{where}, from byte {one.offset:,}: {one.label or 'unknown'}")


def _further(facts: Sequence[Fact]) -> Iterator[str]:
    names = {(fact.field, fact.block) for fact in facts}
    shown = {(field, number) for field, number in names if meaning_of(field) or field.startswith(CREDENTIALS)}
    if names - shown:
        yield from ("", f"{count(len(names - shown), 'further field')} for machines: --json lists all.")
