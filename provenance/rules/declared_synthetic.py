"""The rule that a file declares to be made by a program, wholly or in part."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.case import Case
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.photo import Fact
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule

_VOCABULARY = "cv.iptc.org/newscodes/digitalsourcetype/"
_SOURCE_TYPES = ("XMP Iptc4xmpExt:DigitalSourceType", "XMP Iptc4xmpExt:DigitalSourcefileType", "C2PA digitalSourceType")
_AI_FIELDS = tuple(
    f"XMP Iptc4xmpExt:{name}"
    for name in ("AISystemUsed", "AISystemVersionUsed", "AIPromptInformation", "AIPromptWriterName")
)
_ACTIONS = "C2PA actions"
_GENERATED = {
    "trainedAlgorithmicMedia": "made by generative AI",
    "compositeWithTrainedAlgorithmicMedia": "a photo changed by generative AI, or a composite with such parts",
    "compositeSynthetic": "a composite with parts that are not photographed",
    "algorithmicMedia": "made by a program without training on pictures",
}
_DRAWN = {
    "algorithmicallyEnhanced": "enhanced by a program",
    "digitalCreation": "made by a person with software",
    "digitalArt": "made by a person with software",
    "softwareImage": "made with software",
    "dataDrivenMedia": "drawn from data",
    "virtualRecording": "a recording of a virtual world",
    "screenCapture": "a picture of a screen",
    "composite": "a composite of several elements",
    "compositeCapture": "a composite of several photos",
}
_INNOCENT = (
    "Illustrations are declared so as a matter of course; what counts is whether it is offered as a photo.",
    "Desks declare small corrections with such tools too.",
)


@rule(
    id="declared-synthetic",
    title="The file declares that it is not simply a photo",
    severity=Severity.WARNING,
    advice="Ask the sender how the picture was made, and label it if it is used.",
    doors=(Door.CHECK, Door.INSPECT, Door.AUDIT),
)
def declared_synthetic(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Reads what a file declares of its own making: the IPTC field Digital Source Type in XMP and in content
    credentials, and IPTC's fields about AI (system, version, prompt, prompt writer). Generative AI is a warning; other
    kinds that are no plain photo, as screen captures, drawings and composites, are a note.

    Cameras, AI services and editors write it, and more of them every year. It is the maker's own word.

    That nothing is declared means nothing: most tools say nothing, and platforms take it out. It looks only into the
    XMP and the credentials that stand where the file's format has them, never at text that was appended to a file, and
    it never guesses from the picture. A term that the IPTC's list does not have cannot be judged.
    """
    del limits
    declared = {(fact.field, str(fact.value)): fact for fact in case.facts if _declares(fact)}
    for fact in declared.values():
        term = str(fact.value).rstrip("/").rpartition("/")[2]
        if _SOURCE_TYPES[0] == fact.field and not _known(str(fact.value)):
            yield Cannot(f"the Digital Source Type “{brief(str(fact.value))}” is not on the IPTC's list")
        elif term in _GENERATED or term in _DRAWN:
            yield _hit(fact, {**_GENERATED, **_DRAWN}[term], Severity.WARNING if term in _GENERATED else Severity.NOTE)
    yield from _by_fields(case)


def _declares(fact: Fact) -> bool:
    return fact.field.partition("[")[0] in _SOURCE_TYPES


def _known(value: str) -> bool:
    """Whether it is an address of the IPTC's vocabulary (http and https alike), or a term of it alone."""
    return _VOCABULARY in value.lower() or "/" not in value


def _hit(fact: Fact, words: str, severity: Severity) -> Hit:
    return Hit(
        message=f"The file declares itself as {words}.",
        evidence=(Evidence(fact.field, str(fact.value)),),
        innocent=_INNOCENT,
        confidence=Confidence.HIGH,
        severity=severity,
    )


def _by_fields(case: Case) -> Iterator[Hit]:
    fields = [fact for fact in case.facts if fact.field.partition("[")[0].startswith(_AI_FIELDS)]
    actions = [fact for fact in case.facts if fact.field.startswith(_ACTIONS) and _generates(str(fact.value))]
    if fields:
        quoted = tuple(Evidence(fact.field, str(fact.value)) for fact in fields)
        system = next((brief(str(fact.value)) for fact in fields if "AISystemUsed" in fact.field), "")
        message = f"The file names an AI system that made or changed it: {system}." if system else _UNNAMED
        yield Hit(message, quoted, _INNOCENT, Confidence.HIGH)
    if actions:
        quoted = tuple(Evidence(fact.field, str(fact.value)) for fact in actions)
        yield Hit("The file's content credentials list a step by generative AI.", quoted, _INNOCENT, Confidence.MEDIUM)


_UNNAMED = "The file holds a prompt for an AI system, or names who wrote it."


def _generates(actions: str) -> bool:
    return any(term.lower() in actions.lower() for term in ("trainedAlgorithmicMedia", "compositeSynthetic"))
