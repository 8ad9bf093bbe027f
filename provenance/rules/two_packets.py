"""The rule that a file holds several metadata blocks of one kind."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.photo import Fact
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule

_KINDS = ("EXIF", "IPTC-IIM", "XMP")
_QUOTED = 4
_INNOCENT = (
    "Agencies' programs append a packet of their own and leave the one that was there.",
    "Cameras that write several pictures into one file give each its own block.",
)


@rule(
    id="two-packets",
    title="The file holds several metadata blocks of one kind",
    severity=Severity.NOTE,
    advice="Look at each block: other programs show only one of them.",
    doors=(Door.INSPECT,),
)
def two_packets(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Counts the EXIF, IPTC-IIM and XMP blocks that say something. Where there are several of one kind, it quotes what
    they say differently.

    Programs disagree about which of two blocks counts: some show the first, some the last. So a desk and a sender may
    look at one file and read two captions, and what was meant to be replaced can still be read.

    Genuine files of several agencies hold two XMP packets. The extended part of a long XMP packet belongs to its main
    part and is no second one. A block without a single value is not counted.
    """
    del limits
    for kind in _KINDS:
        blocks = sorted({fact.block for fact in case.facts if fact.field.partition(" ")[0] == kind})
        if len(blocks) > 1:
            differing = _differing(case.facts, kind)
            words = "they say the same" if not differing else f"they differ in {brief(', '.join(differing))}"
            message = f"The file holds {len(blocks)} {kind} blocks; {words}."
            yield Hit(message, tuple(_quoted(case.facts, kind, blocks, differing)), _INNOCENT, Confidence.HIGH)


def _differing(facts: tuple[Fact, ...], kind: str) -> list[str]:
    """Fields that stand in several blocks with different values, without the name of the block."""
    values: dict[str, dict[int, set[str]]] = {}
    for fact in facts:
        if fact.field.startswith(f"{kind} "):
            values.setdefault(fact.field, {}).setdefault(fact.block, set()).add(str(fact.value))
    several = {field: found for field, found in values.items() if len(found) > 1}
    return [
        field.partition(" ")[2]
        for field, found in several.items()
        if any(one != next(iter(found.values())) for one in found.values())
    ]


def _quoted(facts: tuple[Fact, ...], kind: str, blocks: list[int], differing: list[str]) -> Iterator[Evidence]:
    for field in differing[:_QUOTED]:
        for block in blocks:
            text = next(
                (str(fact.value) for fact in facts if (fact.field, fact.block) == (f"{kind} {field}", block)), ""
            )
            if text:
                yield Evidence(f"{kind}[{block}] {field}", text)
    if not differing:
        yield from (Evidence(f"{kind}[{block}]", "the same values as the first") for block in blocks[1:])
