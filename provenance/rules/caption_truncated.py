"""The rule about texts that their field has cut off."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.blocks import Said, said
from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.meanings import Group
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule

_LABELS = frozenset({"Creator", "Job title", "Credit line", "Source", "Caption", "Headline", "Copyright"})
_ENDS = (".", "!", "?", ")", "”", '"', "’")
_INNOCENT = ("The text may happen to be exactly as long as the field.",)


@rule(
    id="caption-truncated",
    title="A caption, name or credit was cut off by its field",
    severity=Severity.NOTE,
    advice="Complete the text from the feed or from the block that has it whole.",
    doors=(Door.AUDIT,),
)
def caption_truncated(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks for texts in IPTC-IIM that fill their field to the last byte: 32 for names and credits, 2,000 for captions,
    256 for headlines, 128 for copyright. Where another block has the text in full, it is quoted.

    A credit that ends after 32 letters is printed so, and found by nobody who looks for the whole name.

    A text can be as long as its field by chance. What was cut by a system that counts otherwise is not seen. Where no
    other block has the text and it ends as sentences do, it cannot be told whether anything is missing.
    """
    del limits
    sayings = [one for one in said(case.facts, Group.WHO, Group.WHAT, Group.RIGHTS) if one.meaning.label in _LABELS]
    for one in sayings:
        if not one.cut:
            continue
        whole = next((other for other in sayings if _is_whole(one, other)), None)
        if whole is None and one.text.endswith(_ENDS):
            yield Cannot(f"{one.name} is exactly {one.cut:,} characters long and may be whole or cut")
        else:
            yield _hit(one, whole)


def _is_whole(one: Said, other: Said) -> bool:
    same = other.meaning is one.meaning and len(other.text) > len(one.text)
    return same and any(text.startswith(one.text) for text in (other.text, *other.values))


def _hit(one: Said, whole: Said | None) -> Hit:
    evidence = (Evidence(one.name, one.text), *((Evidence(whole.name, whole.text),) if whole else ()))
    ends = brief("…" + one.text[-24:])
    message = f"{one.meaning.label} was cut off after {one.cut:,} characters: {ends}"
    return Hit(message, evidence, () if whole else _INNOCENT, Confidence.HIGH if whole else Confidence.MEDIUM)
