"""The rule that left is left."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case, KnownPhoto
from provenance.model.findings import Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.matching import Relation
from provenance.rules.quoting import known_name
from provenance.rules.rule import Cannot, Hit, rule

_QUOTED = 3
_INNOCENT = (
    "Selfie cameras mirror, scans of film are laid the wrong way round, and designers flip pictures to face the page.",
)


@rule(
    id="mirrored",
    title="The photo is a mirror image of the one on record",
    severity=Severity.WARNING,
    advice="Compare lettering, number plates and uniforms, and use the copy on record.",
    doors=(Door.CHECK, Door.AUDIT),
)
def mirrored(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks at how this photo was made from the known ones: whether left and right are exchanged against the copy
    that this archive holds.

    Mirroring is the cheapest way to hide a picture from a search, and a mirrored news picture is wrong in itself:
    scars, flags, sides of the road and lettering are then not as they were. It is a warning.

    The rule cannot know which of two copies is the right way round; it takes the copy on record for that. Where the
    archive holds the photo both ways round it says that it cannot judge. Copies that only senders offered do
    not count. A symmetrical scene can look mirrored without being so.
    """
    del limits
    held = tuple(known for known in case.same_photos if not known.only_offered)
    turned = tuple(known for known in held if Relation.MIRRORED in known.match.relations)
    if not turned:
        return
    if len(turned) < len(held):
        yield Cannot(f"the archive holds this photo both ways round; compare it with {known_name(turned[0])}")
        return
    yield Hit(
        message="This photo is a mirror image of the copy on record.",
        evidence=tuple(_measured(known) for known in turned[:_QUOTED]),
        innocent=_INNOCENT,
    )


def _measured(known: KnownPhoto) -> Evidence:
    return Evidence(known_name(known), ", ".join(relation.value for relation in known.match.relations))
