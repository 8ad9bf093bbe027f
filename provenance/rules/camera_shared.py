"""The rule that one camera's photos are credited to several people."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.serials import serial_of
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule

_INNOCENT = (
    "Agencies and newspapers lend cameras out, and cameras are sold.",
    "Some makers give all cameras of a model the same number.",
)


@rule(
    id="camera-shared",
    title="Photos of one camera are credited to several people",
    severity=Severity.NOTE,
    advice="Ask who used the camera on the day, where a credit is in doubt.",
    doors=(Door.AUDIT,),
)
def camera_shared(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Looks in the archive for photos of the same camera, by its make, model and serial number, and compares to whom
    they are credited. Two people are enough for a note.

    A photo that came with a wrong name, or was taken from somebody else's file, often keeps the number of the camera.

    Desks share cameras, sell them, and some makers number badly, so it is told in an audit only. Spellings of one name
    that differ in more than capitals and accents count as two. It cannot judge a photo whose camera is known and whose
    creators nobody looked up.
    """
    del limits
    serial = serial_of(case.facts)
    if serial is None:
        return
    if not case.camera_creators:
        yield Cannot("to whom photos of this camera are credited was not looked up, or nobody is named")
        return
    names = sorted(dict.fromkeys(case.camera_creators))
    if len(names) > 1:
        quoted = tuple(Evidence("credited in this archive", name) for name in names[:6])
        message = f"Photos of this camera are credited to {len(names)} people: {brief(', '.join(names))}."
        yield Hit(message, (Evidence(serial.field, serial.number), *quoted), _INNOCENT, Confidence.LOW)
